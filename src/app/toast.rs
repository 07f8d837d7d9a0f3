//! Short messages about what was just done. They go at the next key, so that nothing has to tick.

use crate::domain::Block;
use chrono::NaiveDate;

/// A short message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Toast {
    /// A block was booked; holds it, and how many blocks in all were booked or cut to size with it.
    Booked(Box<Block>, usize),
    /// A block was changed.
    Changed(Box<Block>),
    /// A block was taken out.
    Deleted(Box<Block>),
    /// The day was signed off; what day and week came to is drawn from the figures.
    Closed,
    /// The signature was taken back.
    Reopened,
    /// The last change was taken back: this one, in the user's language.
    Undone(String),
    /// The change taken back was made again: this one, in the user's language.
    Redone(String),
    /// There was no change to take back.
    NothingToUndo,
    /// There was no change to make again.
    NothingToRedo,
    /// Somebody else has taken the block out since it was read.
    Gone,
    /// The same, while it was being changed: what is typed is now a new block's line.
    GoneTyped,
    /// No block is selected.
    NoBlock,
    /// A diary ends there.
    NoSuchDate,
    /// It is past midnight, and this date is on the screen now.
    PastMidnight(NaiveDate),
    /// It is past midnight, and the entry line still logs on this date.
    LogsYesterday(NaiveDate),
    /// Something worth knowing, in the user's language.
    Notice(String),
    /// Something did not work, in the user's language.
    Failed(String),
}
