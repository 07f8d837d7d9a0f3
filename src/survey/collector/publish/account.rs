//! What was done to the responses, for the data sheet.

use super::known::Recoded;
use super::ladders::Known;
use crate::domain::WeekId;
use std::collections::BTreeMap;

/// What was done to the responses of all weeks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Rows that are published.
    pub rows: u64,
    /// The weeks that are published, by the issue of the report whose responses they are.
    pub issues: BTreeMap<u32, Vec<WeekId>>,
    /// Weeks that are left out, since there are too few responses, or one makes up most of them.
    pub weeks_left_out: Vec<WeekId>,
    /// Weeks that are left out, since some of their responses were withdrawn after the report: taken from it, the rows would
    /// tell about too few.
    pub weeks_withdrawn: Vec<WeekId>,
    /// By group, and for the school days last: how often the answer that holds it stands for the one that was given, and
    /// how often none does.
    pub coarser: Vec<(u64, u64)>,
}

impl Account {
    pub(super) fn count(&mut self, counts: &BTreeMap<Known, u32>, recoded: &Recoded) {
        for (from, n) in counts {
            let n = u64::from(*n);
            let Some(Some(to)) = recoded.get(from) else {
                continue; // of a week that is not published
            };
            self.rows += n;
            self.coarser.resize(from.len(), (0, 0));
            for ((from, to), (held, emptied)) in from.iter().zip(to).zip(&mut self.coarser) {
                match to {
                    to if to == from => {}
                    0 => *emptied += n,
                    _ => *held += n,
                }
            }
        }
    }
}
