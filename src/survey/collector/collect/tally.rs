//! What collecting came to, in numbers.

use super::coverage::Coverage;
use super::reason::Reason;
use crate::domain::WeekId;

/// What was found so far. Each message counts once: as taken, as a correction, or as one of those that change nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Files and archives that were looked at.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Those of them that were taken in an earlier run and not touched since.
    pub unchanged: u64,
    /// Responses of respondents and weeks that the dataset did not have.
    pub taken: u64,
    /// Responses that took the place of an earlier one of the same respondent and week.
    pub corrected: u64,
    /// Responses that are older than what the dataset has.
    pub older: u64,
    /// The same once more.
    pub copies: u64,
    /// Withdrawals.
    pub withdrawals: u64,
    /// Responses that went, or were not taken, since they were withdrawn.
    pub withdrawn: u64,
    /// Files, and entries of archives, that were not taken.
    pub not_taken: u64,
}

/// What one look at the inbox came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collected {
    /// What was found.
    pub tally: Tally,
    /// How many were not taken for each reason, in the order of [`Reason::CODES`].
    pub reasons: [u64; Reason::CODES.len()],
    /// What the dataset has now.
    pub coverage: Coverage,
    /// Whether somebody ended it before everything was looked at.
    pub is_cut_short: bool,
}

/// Something that happened while collecting.
#[derive(Debug)]
pub enum Event<'a> {
    /// So much was done, of so many files and bytes where that is known.
    Progress(Tally, Option<Total>),
    /// A response is in the dataset now, durably: its week, and the places of its answers to the groups.
    Taken(WeekId, &'a [u16]),
    /// Something is not taken: its name, as it can be shown, and why.
    NotTaken(&'a str, &'a str),
}

/// How much there is in the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// Files and archives.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}
