//! Files of klog, a plain-text log of time: records of a date, each with its entries indented below.

mod entry;
mod tags;
mod value;

use super::{BadFile, FileFault, Incoming, Place, Sources};
use chrono::NaiveDate;
use entry::Entry;

/// Reads a klog file, after its specification (version 1.4). Tags come first among the words of a record, then the
/// summary without them; an entry that has neither takes those of its record.
///
/// # Errors
/// [`FileFault::NotThis`] where the first line is no date, else [`FileFault`] with the line that cannot be read.
pub fn read_klog(text: &str) -> Result<Incoming, BadFile> {
    let mut reader = Reader::default();
    for (i, line) in text.trim_start_matches('\u{feff}').split('\n').enumerate() {
        reader.take(i + 1, line.strip_suffix('\r').unwrap_or(line))?;
    }
    reader.end_entry()?;
    if !reader.has_begun {
        return Err(BadFile {
            place: None,
            fault: FileFault::NotThis("klog"),
        });
    }
    Ok(reader.out)
}

/// A value of a line makes no sense.
fn bad_value(line: usize, field: &str, text: &str) -> BadFile {
    let fault = FileFault::Value {
        field: field.to_owned(),
        text: text.trim().chars().take(100).collect(),
    };
    BadFile {
        place: Some(Place::Line(line)),
        fault,
    }
}

/// What has been read of a record.
struct Head {
    date: NaiveDate,
    summary: String,
    /// What its entries are indented by.
    indent: Option<String>,
}

#[derive(Default)]
struct Reader {
    has_begun: bool,
    head: Option<Head>,
    entry: Option<Entry>,
    sources: Sources,
    out: Incoming,
}

impl Reader {
    fn take(&mut self, line: usize, text: &str) -> Result<(), BadFile> {
        if text.trim().is_empty() {
            self.end_entry()?;
            self.head = None;
            return Ok(());
        }
        let Some(head) = &mut self.head else {
            return self.begin(line, text);
        };
        let indent_end = text.find(|c| !matches!(c, ' ' | '\t')).unwrap_or(0);
        let (indent, rest) = text.split_at(indent_end);
        if indent.is_empty() {
            // The record's own summary stands between its date and its entries.
            if head.indent.is_some() {
                return Err(bad_value(line, "entry", text));
            }
            head.summary.push(' ');
            head.summary.push_str(rest);
            return Ok(());
        }
        let style = head.indent.get_or_insert_with(|| indent.to_owned()).clone();
        if !matches!(style.as_str(), "  " | "   " | "    " | "\t") {
            return Err(bad_value(line, "entry", text));
        }
        if indent == style {
            self.end_entry()?;
            self.entry = Some(Entry {
                line,
                text: rest.to_owned(),
                more: String::new(),
            });
            return Ok(());
        }
        match &mut self.entry {
            Some(entry) if indent.starts_with(&style) => {
                entry.more.push(' ');
                entry.more.push_str(rest);
                Ok(())
            }
            _ => Err(bad_value(line, "entry", text)),
        }
    }

    /// The line of a date, perhaps with the time that should be worked: `2026-11-16 (8h!)`.
    fn begin(&mut self, line: usize, text: &str) -> Result<(), BadFile> {
        let (word, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
        let Some(date) = value::date(word) else {
            return Err(if self.has_begun {
                bad_value(line, "date", text)
            } else {
                BadFile {
                    place: Some(Place::Line(line)),
                    fault: FileFault::NotThis("klog"),
                }
            });
        };
        let rest = rest.trim();
        let should = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
        let should_fits = should
            .and_then(|s| s.trim().strip_suffix('!'))
            .and_then(value::duration)
            .is_some();
        if !rest.is_empty() && !should_fits {
            return Err(bad_value(line, "date", text));
        }
        self.has_begun = true;
        self.head = Some(Head {
            date,
            summary: String::new(),
            indent: None,
        });
        Ok(())
    }

    fn end_entry(&mut self) -> Result<(), BadFile> {
        if let (Some(entry), Some(head)) = (self.entry.take(), &self.head) {
            entry.read(head.date, &head.summary, &mut self.sources, &mut self.out)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::incoming::{Record, What, Why};
    use proptest::prelude::*;

    fn shown(record: &Record) -> String {
        let What::Block { date, span, note, .. } = &record.what else {
            panic!("a block")
        };
        format!("{date} {span} {} | {note}", record.words.join("+"))
    }

    #[test]
    fn records_and_entries_are_read() {
        let text = "2026-11-16 (8h!)\nA Monday #school\nof autumn\n    8:00 - 8:45 #lesson 7B maths\n    1h30m marking\n        the tests of #class=7B\n\
                    \u{20}   45m\n    9:00am-1:00pm\n      #meeting=\"year 7\"\n\n\r\n2026/11/17\r\n\t<23:00 - 0:30 late\r\n\t23:00 - 0:30> later\r\n\t0:10> - >0:50 after\r\n\t<22:00-<23:00 before";
        let read = read_klog(text).unwrap();
        let found: Vec<_> = read.records.iter().map(shown).collect();
        assert_eq!(
            found,
            [
                "2026-11-16 08:00-08:45 lesson+7B maths | #lesson 7B maths",
                "2026-11-16 90m class=7B+class+marking the tests of | marking the tests of #class=7B",
                "2026-11-16 45m school+A Monday of autumn | A Monday #school of autumn",
                "2026-11-16 09:00-13:00 meeting=year 7+meeting | #meeting=\"year 7\"",
                "2026-11-16 23:00-24:30 late | late",
                "2026-11-17 23:00-24:30 later | later",
                "2026-11-18 00:10-00:50 after | after",
                "2026-11-16 22:00-23:00 before | before",
            ]
        );
        assert_eq!(read.records[1].place, Place::Line(5));
    }

    #[test]
    fn what_is_no_block_is_left_out() {
        let read = read_klog("2026-11-16\n  8:00 - ? #lesson\n  8:00-??? x\n  -30m lunch\n  0m\n  8:00 - 8:00\n\n1950-01-01\n  1h\n").unwrap();
        let why: Vec<_> = read.left_out.iter().map(|l| l.why).collect();
        assert_eq!(
            why,
            [
                Why::Open,
                Why::Open,
                Why::Length,
                Why::Length,
                Why::Length,
                Why::Outside
            ]
        );
        assert_eq!(
            (read.left_out[0].label.as_str(), read.records.len()),
            ("lesson", 0)
        );
    }

    #[test]
    fn what_is_no_klog_file_is_refused_with_its_line() {
        for (text, line, is_not_this) in [
            ("", None, true),
            ("hello", Some(1), true),
            ("\n  8:00 - 9:00", Some(2), true),
            ("2026-11-16\n 1h", Some(2), false),
            ("2026-11-16\n     1h", Some(2), false),
            ("2026-11-16\n  1h\n    more\n   odd\n one", Some(5), false),
            ("2026-11-16\n  1h\nsummary too late", Some(3), false),
            ("2026-11-16\n  8:00 - 7:00", Some(2), false),
            ("2026-11-16\n  1h75m", Some(2), false),
            ("2026-11-16\n  soon", Some(2), false),
            ("2026-11-16 8h\n", Some(1), false),
            ("2026-11-16\n\nnot a date", Some(3), false),
            ("2026-11-16\n\n2026-11/17", Some(3), false),
            ("2026-02-30", Some(1), true),
            ("2026-11-16\n  25:00 - 26:00", Some(2), false),
        ] {
            let bad = read_klog(text).unwrap_err();
            assert_eq!(bad.place, line.map(Place::Line), "{text}");
            assert_eq!(matches!(bad.fault, FileFault::NotThis(_)), is_not_this, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(entries in "[ \n\t0-9:<>?hm#=\"a-]{0,120}", any in "\\PC{0,60}") {
            let _ = read_klog(&format!("2026-11-16\n  {entries}"));
            let _ = read_klog(&format!("2026-11-16\n  1h {any}"));
            let _ = read_klog(&any);
        }
    }
}
