//! Complete weeks, found by the index of closed days.

use super::StoreError;
use super::records::{closed_dates, decode_day, scan_days};
use super::session::Session;
use crate::domain::{Day, WeekId};
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
        let mut left: Vec<WeekId> = weeks.into_iter().collect();
        let mut complete = Vec::new();
        // A week with a closed day is begun, so that what is recorded of it is all there is. As many as are wanted are read
        // at once; the next ones only for those that turn out not to be complete.
        while complete.len() < limit && !left.is_empty() {
            let at = left.len().saturating_sub(limit - complete.len());
            let some = left.split_off(at);
            let (Some(first), Some(last)) = (some.first(), some.last()) else {
                break;
            };
            let range = first.monday()..=last.sunday();
            let mut found = self.read(|engine| {
                // A week at a time, so that years of days need not be held.
                let (mut found, mut week) = (Vec::new(), Vec::new());
                scan_days(engine, range.clone(), |date, payload| {
                    if week
                        .last()
                        .is_some_and(|d: &Day| WeekId::of(d.date) != WeekId::of(date))
                    {
                        found.extend(WeekFigures::each(&week).filter(|w| w.plan.is_complete()));
                        week.clear();
                    }
                    decode_day(payload).map(|day| week.push(day))
                })?;
                found.extend(WeekFigures::each(&week).filter(|w| w.plan.is_complete()));
                Ok(found)
            })?;
            found.reverse();
            complete.append(&mut found);
        }
        Ok(complete)
    }
}
