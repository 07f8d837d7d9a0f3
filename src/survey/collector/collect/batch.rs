//! Some messages together, before they change the dataset.

use super::open::{Mark, Opened};
use super::tally::Tally;
use super::withdrawn::Withdrawn;
use crate::domain::WeekId;
use crate::survey::Respondent;
use crate::survey::collector::row::Row;
use std::collections::{BTreeMap, HashSet};

/// The most messages of a batch: some 45 MB. Each batch writes the last part of each of its weeks anew, so few large ones
/// cost less than many small ones.
pub(super) const MOST_MESSAGES: usize = 128 * 1024;

/// What is new of a respondent's week: the response that counts among those of the batch, none where one was only taken
/// back.
pub(super) type Changes = BTreeMap<Respondent, Option<Row>>;

/// What is to be put into the dataset next.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// What is new, by week.
    pub(super) weeks: BTreeMap<WeekId, Changes>,
    /// The contents that it is from.
    pub(super) contents: HashSet<Mark>,
    /// The files all of which is in it, or in one before.
    pub(super) files: Vec<Mark>,
}

impl Batch {
    /// Adds a message; withdrawals are noted, too.
    pub(super) fn put(&mut self, opened: Opened, withdrawn: &mut Withdrawn, tally: &mut Tally) {
        match opened {
            Opened::Row(week, row) => {
                if row.revision <= withdrawn.up_to(week, row.respondent) {
                    tally.withdrawn += 1;
                    return;
                }
                let slot = self.weeks.entry(week).or_default();
                let slot = slot.entry(row.respondent).or_default();
                match slot {
                    Some(other) if *other == *row => tally.copies += 1,
                    Some(other) if !row.counts_before(other) => tally.older += 1,
                    Some(other) => {
                        tally.corrected += 1;
                        *other = *row;
                    }
                    None => {
                        tally.taken += 1;
                        *slot = Some(*row);
                    }
                }
            }
            Opened::Withdrawal(heading) => {
                let (week, respondent) = (heading.week, heading.respondent);
                withdrawn.note(week, respondent, heading.revision);
                tally.withdrawals += 1;
                let slot = self.weeks.entry(week).or_default();
                let slot = slot.entry(respondent).or_default();
                if slot.as_ref().is_some_and(|row| row.revision <= heading.revision) {
                    *slot = None;
                    tally.taken -= 1; // as which it was counted, however often it was corrected since
                    tally.withdrawn += 1;
                }
            }
        }
    }

    /// Whether it is time to put it into the dataset.
    pub(super) fn is_full(&self) -> bool {
        self.contents.len() >= MOST_MESSAGES || self.files.len() >= MOST_MESSAGES
    }

    pub(super) fn is_empty(&self) -> bool {
        self.contents.is_empty() && self.files.is_empty()
    }
}
