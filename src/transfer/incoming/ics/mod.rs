//! iCalendar files (RFC 5545), as calendars and timetable programs write them.

mod budget;
mod component;
mod event;
mod length;
mod lines;
mod moment;
mod property;
mod record;
mod rule;
mod series;
mod times;
mod timetable;
mod weekdays;
mod windows;
mod zone;

pub use record::read_calendar;
pub use timetable::read_weekly;

use super::{BadFile, FileFault, Place};

/// A value of a line makes no sense.
fn bad_value(line: usize, field: &str, text: &str) -> BadFile {
    let shown = text.chars().take(100).collect();
    let fault = FileFault::Value {
        field: field.to_owned(),
        text: shown,
    };
    BadFile {
        place: Some(Place::Line(line)),
        fault,
    }
}

/// A zone that nobody knows.
fn bad_zone(line: usize, name: &str) -> BadFile {
    BadFile {
        place: Some(Place::Line(line)),
        fault: FileFault::Zone(name.chars().take(100).collect()),
    }
}

/// Something else about a line.
const fn bad(line: usize, fault: FileFault) -> BadFile {
    BadFile {
        place: Some(Place::Line(line)),
        fault,
    }
}

#[cfg(test)]
mod tests;
