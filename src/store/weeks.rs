//! Complete weeks, found by the index of closed days.

use super::StoreError;
use super::records::closed_dates;
use super::session::Session;
use crate::domain::WeekId;
use crate::figures::WeekFigures;
use std::collections::BTreeSet;

impl Session {
    /// The newest `limit` weeks whose school days are all closed, the newest first: what a baseline can be made of.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn complete_weeks(&mut self, limit: usize) -> Result<Vec<WeekFigures>, StoreError> {
        let dates = self.read(closed_dates)?;
        let weeks: BTreeSet<WeekId> = dates.into_iter().map(WeekId::of).collect();
        let mut complete = Vec::new();
        for week in weeks.into_iter().rev() {
            if complete.len() >= limit {
                break;
            }
            let figures = self.week(week)?;
            if figures.plan.is_complete() {
                complete.push(figures);
            }
        }
        Ok(complete)
    }
}
