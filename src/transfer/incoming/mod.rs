//! Files of other programs: calendars, logs, timetables. Each reader says what a file holds in the words of that file;
//! which activity those words mean is decided afterwards, by the rules or by the user, and never guessed.

mod clock;
mod csv_log;
mod file;
mod folds;
mod ics;
mod klog;
mod likeness;
mod notes;
mod preview;
pub mod rules;
mod say;
mod school_bells;
mod sources;
pub mod table;
mod takeover;
mod text;
mod timewarrior;

pub use csv_log::read_csv;
pub use file::{Format, IncomingWeek, Reading, Window};
pub use ics::{read_calendar, read_weekly};
pub use klog::read_klog;
pub use preview::{Counts, Fate, Known, Preview};
pub use takeover::{BadWeekly, Fit, Takeover, check, meanings, take_over};
pub use text::{BadEncoding, Encoding, decode};
pub use timewarrior::read_timewarrior;

use sources::Sources;

use crate::domain::Span;
use crate::timetable::Weeks;
use chrono::{NaiveDate, Weekday};
use std::fmt;
use std::ops::RangeInclusive;

/// Where something stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A line, from 1.
    Line(usize),
    /// An entry of a list that has no lines of its own, from 1.
    Entry(usize),
    /// A cell of a sheet, as spreadsheets name it: `Sheet1!B3`.
    Cell(String),
}

/// A file that cannot be read; nothing of it is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFile {
    /// Where; none for the file as a whole.
    pub place: Option<Place>,
    /// What is wrong.
    pub fault: FileFault,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is not in the format that was asked for; holds the format's name.
    NotThis(&'static str),
    /// It is not text in any of the encodings that are known.
    Encoding,
    /// A column that is needed is missing; holds the names that it may have.
    NoColumn(&'static str),
    /// A value makes no sense: the field, and what stands there.
    Value {
        /// The field or column.
        field: String,
        /// What stands there.
        text: String,
    },
    /// A time zone that is neither in the time zone database nor told of in the file.
    Zone(String),
    /// It is broken so that it cannot be read.
    Damaged,
    /// Something that begins has no end; holds its name.
    CutOff(String),
    /// It takes too much room when unpacked, or says so.
    TooLarge,
    /// A sheet is far larger than a timetable.
    SheetTooLarge,
    /// A calendar holds more events than so many.
    TooManyEvents(usize),
    /// The dates of its recurring events are too many to work out.
    TooManyDates,
    /// It says in a way that is out of use when an event does not recur: `EXRULE`.
    OldRule,
    /// Something else, in English: what the library that reads the format says.
    Other(String),
}

/// What a calendar or a log holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incoming {
    /// In the order of the file; a recurring event gives a record for each date.
    pub records: Vec<Record>,
    /// What is not taken, and why.
    pub left_out: Vec<LeftOut>,
}

/// One thing that happened, or a day that is said to be off or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where it stands.
    pub place: Place,
    /// What tells it from every other record of this file and stays the same when the file is written again: an event's
    /// identifier and date, an interval's start. The same file read twice gives the same.
    pub source: String,
    /// What the file calls it, the most telling first: an activity column, a title, tags. Never empty texts.
    pub words: Vec<String>,
    /// What it is.
    pub what: What,
}

/// What a record is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Work on one date.
    Block {
        /// The date it starts on.
        date: NaiveDate,
        /// When, or how long.
        span: Span,
        /// Text for the note, perhaps empty.
        note: String,
        /// 1 to 5, if the file says so.
        rating: Option<u32>,
        /// A secondary activity.
        parallel: bool,
    },
    /// Whole days, the last included: a holiday, or school on a weekend.
    Days(RangeInclusive<NaiveDate>),
}

/// Something in a file that no diary takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands.
    pub place: Place,
    /// What the file calls it.
    pub label: String,
    /// Why it is not taken.
    pub why: Why,
}

/// Why something in a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It lasts no time, or longer than a block can.
    Length,
    /// It is cancelled, or only tentative.
    Cancelled,
    /// It is still running.
    Open,
    /// It lies outside the dates that were asked for, or that a diary takes.
    Outside,
    /// It recurs every minute or second, more often than a diary takes.
    TooOften,
    /// It does not recur weekly, so it is no part of a timetable.
    NotWeekly,
    /// It is no event: a to-do, a journal, an alarm.
    NoEvent,
}

/// A lesson, or something else that recurs, in a timetable file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weekly {
    /// Where it stands.
    pub place: Place,
    /// What the file calls it: the subject, or the activity. Never empty.
    pub label: String,
    /// The class, perhaps empty.
    pub class: String,
    /// On which day.
    pub weekday: Weekday,
    /// When on that day.
    pub when: WeeklyWhen,
    /// In which weeks of the term.
    pub weeks: Weeks,
    /// From which date on, if the file says so.
    pub from: Option<NaiveDate>,
    /// The last date, if the file says so.
    pub until: Option<NaiveDate>,
    /// Every so many weeks from [`Weekly::from`] on, weeks beginning on Monday; 1 for each.
    pub every: u8,
    /// Dates on which it does not take place.
    pub except: Vec<NaiveDate>,
}

/// When on its day something recurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeeklyWhen {
    /// From the beginning of one period to the end of another, or of the same: `3`, or the name of one: `早读`.
    Periods {
        /// The first.
        first: String,
        /// The last.
        last: String,
    },
    /// At a time.
    Clock(Span),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(n) => write!(f, "line {n}"),
            Self::Entry(n) => write!(f, "entry {n}"),
            Self::Cell(name) => f.write_str(name),
        }
    }
}
