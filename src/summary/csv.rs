//! A summary as CSV: the tables one after another, each with its heading row, all rows with the same number of columns.
//! Numbers are raw, so that a program or a spreadsheet can go on with them; a clock time stays `hh:mm`.

use super::{Cell, Document, Part, Row, Section};
use crate::domain::clock;
use crate::i18n::neutral;
use encoding_rs::GB18030;

/// How the characters of a table are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextEncoding {
    /// Unicode with a byte order mark, by which Excel knows it.
    #[default]
    Utf8,
    /// The mainland's standard, for programs that know nothing else.
    Gb18030,
}

/// A summary as CSV.
///
/// First title and sentence; then, each after an empty row, the sections: their heading, then tables and sentences.
/// Charts are left out: what they show stands in a table.
#[must_use]
pub fn csv(document: &Document, encoding: TextEncoding) -> Vec<u8> {
    encoded(&text(&Rows { encoding }.of(document)), encoding)
}

/// Makes the rows of a table.
#[derive(Clone, Copy)]
struct Rows {
    encoding: TextEncoding,
}

impl Rows {
    /// All rows, as long as each happens to be.
    fn of(self, document: &Document) -> Vec<Vec<String>> {
        let mut out = vec![
            vec![self.words(&document.title)],
            vec![self.words(&document.lead)],
        ];
        for section in &document.sections {
            let rows = self.of_section(section);
            if !rows.is_empty() {
                out.push(Vec::new());
                out.push(vec![self.words(&section.heading)]);
                out.extend(rows);
            }
        }
        out
    }

    fn of_section(self, section: &Section) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        for part in &section.parts {
            match part {
                Part::Sentence(text) => out.push(vec![self.words(text)]),
                Part::Table(table) => {
                    if !out.is_empty() {
                        out.push(Vec::new());
                    }
                    out.push(table.columns.iter().map(|name| self.words(name)).collect());
                    let cells = |row: &Row| row.cells.iter().map(|cell| self.raw(cell)).collect();
                    out.extend(table.rows.iter().map(cells));
                }
                Part::Chart(_) => {}
            }
        }
        out
    }

    /// A cell as programs read it; a clock time as spreadsheets do.
    fn raw(self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => self.words(text),
            Cell::Clock(minutes) => clock(*minutes),
            cell => cell.raw().unwrap_or_default(),
        }
    }

    /// A text that stays text.
    fn words(self, text: &str) -> String {
        match self.encoding {
            TextEncoding::Utf8 => neutral(text),
            // Excel reads only GBK, the older part of the standard, which lacks the minus sign; nothing else of ours.
            TextEncoding::Gb18030 => neutral(&text.replace('−', "-")),
        }
    }
}

fn text(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        let padding = std::iter::repeat_n("", columns - row.len());
        let _ = writer.write_record(row.iter().map(String::as_str).chain(padding)); // into memory: cannot fail
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

pub(super) fn encoded(text: &str, encoding: TextEncoding) -> Vec<u8> {
    match encoding {
        TextEncoding::Utf8 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        // The standard has room for every character. One for private use has lost its place to another, by the rules of
        // the web, that the encoder goes by.
        TextEncoding::Gb18030 => GB18030
            .encode(&text.replace('\u{e5e5}', "\u{fffd}"))
            .0
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::{SectionId, Table};
    use proptest::prelude::*;

    fn document() -> Document {
        let mut table = Table::new(["what".to_owned(), "value".to_owned(), "day".to_owned()]);
        table.row([
            Cell::Text("报表, \"表\"\n二".into()),
            Cell::Minutes(-65),
            Cell::Date("2026-11-20".parse().unwrap()),
        ]);
        table.sum([
            Cell::Text("=1+1".into()),
            Cell::Share(1.0 / 3.0),
            Cell::Clock(1470),
        ]);
        let table = Section {
            id: SectionId::Blocks,
            heading: "blocks".to_owned(),
            parts: vec![Part::Table(table)],
        };
        let notes = Section {
            id: SectionId::Notes,
            heading: "notes".to_owned(),
            parts: vec![Part::Sentence("One.".to_owned())],
        };
        Document::of_sections(vec![table, notes])
    }

    #[test]
    fn rows_are_padded_numbers_raw_and_lines_end_as_on_windows() {
        let expected = concat!(
            "title,,\r\n",
            "lead,,\r\n",
            ",,\r\n",
            "blocks,,\r\n",
            "what,value,day\r\n",
            "\"报表, \"\"表\"\"\n二\",-65,2026-11-20\r\n",
            "'=1+1,0.3333333333333333,24:30\r\n",
            ",,\r\n",
            "notes,,\r\n",
            "One.,,\r\n",
        );
        let utf8 = csv(&document(), TextEncoding::Utf8);
        let text = utf8.strip_prefix(b"\xef\xbb\xbf").unwrap();
        assert_eq!(std::str::from_utf8(text).unwrap(), expected);
        let legacy = csv(&document(), TextEncoding::Gb18030);
        assert!(legacy.windows(4).any(|w| w == b"\xb1\xa8\xb1\xed"), "报表");
        let minus = Rows {
            encoding: TextEncoding::Gb18030,
        };
        assert_eq!(minus.words("减 −15 %"), "减 -15 %");
        assert_eq!(minus.words("−15"), "'-15", "and no number comes of it");
        assert_eq!(GB18030.decode_without_bom_handling(&legacy).0, expected);
    }

    #[test]
    fn every_character_fits_into_gb18030() {
        let all: String = ('\u{0}'..=char::MAX).collect();
        let bytes = encoded(&all, TextEncoding::Gb18030);
        let back = GB18030.decode_without_bom_handling(&bytes).0;
        assert_eq!(back.chars().count(), all.chars().count(), "none became several");
        let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}');
        let lost = |(a, b): &(char, char)| a != b && !is_private(*a);
        assert_eq!(all.chars().zip(back.chars()).find(lost), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_begins_no_formula(text in "[ -~\\t\\r\\n=+@＝＋－＠课月日年1-9]{0,12}|\\PC{0,12}") {
            let mut table = Table::new(["what".to_owned(), "value".to_owned()]);
            table.row([Cell::Text(text.clone()), Cell::Count(7)]);
            let section = Section {
                id: SectionId::Blocks,
                heading: "blocks".to_owned(),
                parts: vec![Part::Table(table)],
            };
            let file = csv(&Document::of_sections(vec![section]), TextEncoding::Utf8);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&file[3..]);
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            let cell = &rows.last().unwrap()[0];
            prop_assert_eq!(rows.len(), 6);
            prop_assert_eq!(cell.strip_prefix('\'').filter(|t| *t == text).unwrap_or(cell), &text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
            prop_assert!(cell.parse::<f64>().is_err() || !cell.contains(|c: char| c.is_ascii_digit()));
        }
    }
}
