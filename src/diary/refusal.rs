//! Why an operation is refused. A refused operation has changed nothing.

use crate::domain::{BadDate, BadSpan, Block, BlockId, Day, Span, clock};
use crate::i18n::{I18n, Say};
use crate::tr;
use chrono::NaiveDate;
use std::fmt;

/// Why an operation on the diary is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The new span overlaps a block that is there.
    Overlap {
        /// What was to be booked.
        new: Span,
        /// The block in the way, and its date.
        other: Box<(NaiveDate, Block)>,
    },
    /// Trimming leaves nothing of the new block.
    NothingLeft {
        /// What was to be booked.
        new: Span,
        /// A block in the way, and its date.
        other: Box<(NaiveDate, Block)>,
    },
    /// There is no block to follow on that date.
    NoLastBlock(NaiveDate),
    /// The day has no block of that id.
    NoBlock(BlockId),
    /// Copying from a day without blocks.
    NothingToCopy(NaiveDate),
    /// A day that would get more blocks than a day holds.
    DayFull(NaiveDate),
    /// The times make no span.
    Span(BadSpan),
    /// A date that a diary does not take.
    Date(BadDate),
}

impl Say for BadSpan {
    fn say(&self, i18n: &I18n) -> String {
        match *self {
            Self::EndNotAfterStart { start, end } => {
                tr!(
                    i18n,
                    "span-end-not-after-start",
                    start = clock(start),
                    end = clock(end)
                )
            }
            Self::StartsTooLate(start) => tr!(i18n, "span-starts-too-late", start = clock(start)),
            Self::EndsTooLate(end) => tr!(i18n, "span-ends-too-late", end = clock(end)),
            Self::Nothing => tr!(i18n, "span-nothing"),
            Self::TooLong(minutes) => tr!(i18n, "span-too-long", minutes = minutes),
        }
    }
}

impl Say for Refusal {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Overlap { new, other } => {
                let (date, block) = other.as_ref();
                tr!(
                    i18n,
                    "diary-overlap",
                    new = new.to_string(),
                    date = date.to_string(),
                    span = block.span.to_string(),
                    activity = block.activity.code.as_str(),
                    id = block.id.as_str(),
                )
            }
            Self::NothingLeft { new, other } => {
                let (_, block) = other.as_ref();
                tr!(
                    i18n,
                    "diary-nothing-left",
                    new = new.to_string(),
                    span = block.span.to_string(),
                    id = block.id.as_str()
                )
            }
            Self::NoLastBlock(date) => tr!(i18n, "diary-no-last-block", date = date.to_string()),
            Self::NoBlock(id) => tr!(i18n, "diary-no-block", id = id.as_str()),
            Self::NothingToCopy(date) => {
                tr!(i18n, "diary-nothing-to-copy", date = date.to_string())
            }
            Self::DayFull(date) => tr!(
                i18n,
                "diary-day-full",
                date = date.to_string(),
                most = Day::MOST_BLOCKS
            ),
            Self::Span(bad) => bad.say(i18n),
            Self::Date(bad) => tr!(i18n, "bad-date", text = bad.0.as_str()),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for Refusal {}
