//! Why an entry can't be read, and where.

use super::Candidate;
use crate::domain::BadSpan;
use std::ops::Range;

/// Why an entry can't be read. Nothing is guessed and nothing saved.
///
/// It says its message in the user's language ([`Say`](crate::i18n::Say)); `Display` is the English one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryError {
    /// What is wrong, with what would fit.
    pub kind: EntryErrorKind,
    /// The part that is wrong, in bytes of the text; empty where something is missing.
    pub span: Range<usize>,
}

/// What is wrong with an entry. Texts of the entry are as they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryErrorKind {
    /// Two times, or amounts that don't add up to one.
    TwoTimes {
        /// The first.
        first: String,
        /// The second.
        second: String,
    },
    /// Two clock times that may be meant as start and end.
    TwoStarts {
        /// Minutes since midnight.
        start: u32,
        /// Minutes since midnight.
        end: u32,
    },
    /// A start without an end or an amount, in minutes since midnight.
    LoneStart(u32),
    /// Digits that look like a time of day and are none.
    NoTime(String),
    /// The end is not after the start.
    EndsBefore {
        /// Minutes since midnight.
        start: u32,
        /// Minutes since midnight.
        end: u32,
        /// The end if it was written by the twelve-hour clock.
        afternoon: Option<u32>,
        /// The end if it lies on the next day.
        next_day: Option<u32>,
    },
    /// A time that no block can have.
    Span(BadSpan),
    /// A period that the bell schedule lacks.
    NoPeriod {
        /// Which.
        number: u32,
        /// How many there are.
        last: usize,
    },
    /// Periods in the wrong order.
    PeriodsBackwards {
        /// Written first.
        first: u32,
        /// Written last.
        last: u32,
    },
    /// A rating outside 1 to 5.
    BadRating(String),
    /// A second rating.
    RatingTwice,
    /// A second `&`.
    ParallelTwice,
    /// A word that fits several activities.
    Ambiguous {
        /// As typed.
        word: String,
        /// All of them, in the order of the list.
        fits: Vec<Candidate>,
    },
    /// No word fits any activity.
    NoActivity {
        /// The word that was likely meant.
        word: String,
        /// What is spelled nearly like it, nearest first.
        near: Vec<Candidate>,
    },
    /// The note is too long; holds its number of characters.
    LongNote(usize),
    /// It is not said when, or how long.
    NoWhen,
    /// It is not said when, but a number may be meant so.
    UnclearWhen {
        /// As typed.
        text: String,
        /// Clear ways to write it.
        readings: Vec<String>,
    },
    /// It is not said what; holds the time that an example can go on from.
    NoWhat(String),
    /// Nothing is said at all.
    Nothing,
}

impl EntryErrorKind {
    /// The error at a place.
    pub(super) fn at(self, span: &Range<usize>) -> EntryError {
        EntryError {
            kind: self,
            span: span.clone(),
        }
    }
}
