//! The components of a calendar file: what stands between `BEGIN` and `END`.

use super::lines::{Line, lines};
use super::property::Prop;
use super::zone::Zones;
use super::{bad, bad_value};
use crate::transfer::incoming::{BadFile, FileFault, Place};

/// An event, or something like it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Component {
    /// `VEVENT`, `VTODO` and so on.
    pub(super) name: String,
    /// The line of its `BEGIN`.
    pub(super) line: usize,
    /// Its properties, without those of alarms within it.
    pub(super) props: Vec<Prop>,
}

impl Component {
    /// Its first property of a name.
    pub(super) fn prop(&self, name: &str) -> Option<&Prop> {
        self.props.iter().find(|p| p.name == name)
    }
}

/// What a calendar file holds.
#[derive(Debug, Default)]
pub(super) struct Components {
    /// Events and the like, in the order of the file.
    pub(super) list: Vec<Component>,
    /// The time zones it tells of.
    pub(super) zones: Zones,
}

/// How deep components may lie in each other; an alarm in an event in a calendar makes three.
const DEEPEST: usize = 8;

/// Takes a file apart.
///
/// # Errors
/// [`FileFault::NotThis`] where no calendar begins, else what is wrong in which line.
pub(super) fn components(text: &str) -> Result<Components, BadFile> {
    let mut reader = Reader::default();
    for line in lines(text.trim_start_matches('\u{feff}')) {
        reader.take(&line)?;
    }
    match reader.open.last() {
        Some((name, line)) => Err(bad(*line, FileFault::CutOff(name.clone()))),
        None if !reader.has_begun => Err(not_this(None)),
        None => Ok(reader.out),
    }
}

fn not_this(line: Option<usize>) -> BadFile {
    BadFile {
        place: line.map(Place::Line),
        fault: FileFault::NotThis("iCalendar"),
    }
}

#[derive(Default)]
struct Reader {
    /// What has begun and not ended: names and lines.
    open: Vec<(String, usize)>,
    has_begun: bool,
    out: Components,
}

impl Reader {
    fn take(&mut self, line: &Line<'_>) -> Result<(), BadFile> {
        match line.text.split_once(':') {
            Some((word, name)) if word.trim().eq_ignore_ascii_case("BEGIN") => self.begin(line, name),
            Some((word, name)) if word.trim().eq_ignore_ascii_case("END") => self.end(line, name),
            _ if self.open.is_empty() => Err(not_this(Some(line.number))),
            _ => self.property(line),
        }
    }

    fn begin(&mut self, line: &Line<'_>, name: &str) -> Result<(), BadFile> {
        let name = name.trim().to_ascii_uppercase();
        if self.open.is_empty() && name != "VCALENDAR" {
            return Err(not_this(Some(line.number)));
        }
        if self.open.len() >= DEEPEST {
            return Err(bad_value(line.number, "BEGIN", &name));
        }
        self.has_begun = true;
        if self.open.len() == 1 {
            if name == "VTIMEZONE" {
                self.out.zones.begin();
            } else {
                self.out.list.push(Component {
                    name: name.clone(),
                    line: line.number,
                    props: Vec::new(),
                });
            }
        }
        self.open.push((name, line.number));
        Ok(())
    }

    fn end(&mut self, line: &Line<'_>, name: &str) -> Result<(), BadFile> {
        match self.open.pop() {
            Some((open, _)) if open.eq_ignore_ascii_case(name.trim()) => Ok(()),
            _ => Err(bad_value(line.number, "END", name.trim())),
        }
    }

    fn property(&mut self, line: &Line<'_>) -> Result<(), BadFile> {
        let depth = self.open.len();
        let in_zone = self.open.get(1).is_some_and(|(name, _)| name == "VTIMEZONE");
        if depth < 2 || (depth > 2 && !in_zone) {
            return Ok(());
        }
        let Some(prop) = Prop::read(line)? else {
            return Ok(());
        };
        if in_zone {
            self.out.zones.take(&prop);
        } else if let Some(component) = self.out.list.last_mut() {
            component.props.push(prop);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_found_without_its_alarm() {
        let text = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nbegin:valarm\nSUMMARY:ring\nEND:VALARM\n\
                    SUMMARY:语文\nEND:VEVENT\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n";
        let found = components(text).unwrap().list;
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].props.len()), (3, 2));
        assert_eq!(found[0].prop("SUMMARY").unwrap().value, "语文");
        assert_eq!(found[1].name, "VTODO");
    }

    #[test]
    fn what_is_no_calendar_is_refused_with_its_line() {
        let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(100_000));
        for (text, line) in [
            ("", None),
            ("hello", Some(1)),
            ("\n\nBEGIN:VCARD\nEND:VCARD", Some(3)),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n", Some(2)),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", Some(3)),
            ("END:VCALENDAR", Some(1)),
            ("BEGIN:VCALENDAR\nEND:VCALENDAR\nrubbish", Some(3)),
            (deep.as_str(), Some(9)),
        ] {
            assert_eq!(
                components(text).unwrap_err().place,
                line.map(Place::Line),
                "{text:.60}"
            );
        }
    }
}
