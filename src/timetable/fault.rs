//! What is wrong with a timetable that is written down, and where.

use super::{BadDates, BadWeeks};
use crate::domain::{BadDate, BadNote, BadSpan, BellSchedule};
use crate::files::Site;
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;

/// What is wrong with a timetable that is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no TOML; holds what the reader of it says, in English.
    Syntax(String),
    /// A key that is not known there; holds those that are.
    Key(&'static [&'static str]),
    /// A key that is needed is missing.
    Missing(&'static str),
    /// Text is needed there.
    NotText,
    /// A list is needed there.
    NotAList,
    /// A table of keys is needed there.
    NotATable,
    /// No date.
    Date(BadDate),
    /// No dates from one to another.
    Dates(BadDates),
    /// A term, or its holidays, that overlaps another one, ends before it begins, or has days off outside of it.
    Term,
    /// A name that is too long or has a line break.
    Name,
    /// No time from one to another: this text.
    Time(String),
    /// A time that no block can have.
    Span(BadSpan),
    /// A period that begins before the one before it ends.
    PeriodOrder,
    /// A period's name that cannot be one.
    PeriodName,
    /// No bell schedule has this period.
    NoPeriod(String),
    /// Neither a period nor a time, or both.
    Slot,
    /// No weeks.
    Weeks(BadWeeks),
    /// Weeks are counted there, but no term says from when.
    NoTerm,
    /// No number of weeks from 1 to 52, or more than 1 without a date to count from.
    Every,
    /// No activity: why not, in the user's language.
    Activity(String),
    /// A note that is too long.
    Note(BadNote),
    /// It may take place at the same time as this other entry.
    Clash(Site),
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadText {
    /// The line, from 1; none where there are no lines.
    pub line: Option<usize>,
    /// Where in the structure; empty for the whole.
    pub site: Site,
    /// What is wrong.
    pub fault: Fault,
}

impl Say for Fault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Syntax(why) => tr!(i18n, "timetable-syntax", why = why.as_str()),
            Self::Key(known) => tr!(i18n, "timetable-key", known = known.join(", ")),
            Self::Missing(key) => tr!(i18n, "timetable-missing", key = *key),
            Self::NotText => tr!(i18n, "timetable-not-text"),
            Self::NotAList => tr!(i18n, "timetable-not-a-list"),
            Self::NotATable => tr!(i18n, "timetable-not-a-table"),
            Self::Date(bad) => tr!(i18n, "bad-date", text = bad.0.as_str()),
            Self::Dates(bad) => tr!(i18n, "timetable-dates", text = bad.0.as_str()),
            Self::Term => tr!(i18n, "timetable-term"),
            Self::Name => tr!(i18n, "timetable-name"),
            Self::Time(text) => tr!(i18n, "timetable-time", text = text.as_str()),
            Self::Span(bad) => bad.say(i18n),
            Self::PeriodOrder => tr!(i18n, "timetable-period-order"),
            Self::PeriodName => tr!(i18n, "timetable-period-name", most = BellSchedule::LONGEST_NAME),
            Self::NoPeriod(name) => tr!(i18n, "timetable-no-period", period = name.as_str()),
            Self::Slot => tr!(i18n, "timetable-slot"),
            Self::Weeks(bad) => tr!(i18n, "timetable-weeks", text = bad.0.as_str()),
            Self::NoTerm => tr!(i18n, "timetable-no-term"),
            Self::Every => tr!(i18n, "timetable-every"),
            Self::Activity(why) => why.clone(),
            Self::Note(bad) => tr!(i18n, "timetable-note", length = bad.0),
            Self::Clash(other) => tr!(i18n, "timetable-clash", other = other.to_string()),
        }
    }
}

impl Say for BadText {
    fn say(&self, i18n: &I18n) -> String {
        let (site, why) = (self.site.to_string(), self.fault.say(i18n));
        match self.line {
            Some(line) if site.is_empty() => tr!(i18n, "timetable-at-line", line = line, why = why),
            Some(line) => tr!(i18n, "timetable-at", line = line, site = site, why = why),
            None if site.is_empty() => why,
            None => format!("{site}: {why}"),
        }
    }
}

impl fmt::Display for BadText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for BadText {}
