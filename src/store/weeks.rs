//! The figures of many weeks; of the complete ones, found by the index of closed days.

use super::StoreError;
use super::engine::{Engine, EngineError};
use super::records::{closed_dates, decode_day, scan_days};
use super::session::Session;
use crate::domain::{Day, WeekId};
use crate::figures::WeekFigures;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

impl Session {
    /// Takes into `start` the recorded days of every week of a range, in order, a week at a time, so that years of days need
    /// not be held.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn fold_weeks<T: Clone>(
        &mut self,
        range: RangeInclusive<WeekId>,
        start: &T,
        take: impl Fn(&mut T, &[Day]),
    ) -> Result<T, StoreError> {
        let dates = range.start().monday()..=range.end().sunday();
        self.read(|engine| {
            let mut out = start.clone(); // where damage is mended on the way, it is read from the start again
            each_week(engine, dates.clone(), |days| take(&mut out, days))?;
            Ok(out)
        })
    }

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
                let mut found = Vec::new();
                each_week(engine, range.clone(), |days| {
                    found.extend(WeekFigures::each(days).filter(|w| w.plan.is_complete()));
                })?;
                Ok(found)
            })?;
            found.reverse();
            complete.append(&mut found);
        }
        Ok(complete)
    }
}

/// Calls `each` with the recorded days of each week of a range, in order. It holds those of one week at a time.
fn each_week(
    engine: &Engine,
    range: RangeInclusive<NaiveDate>,
    mut each: impl FnMut(&[Day]),
) -> Result<(), EngineError> {
    let mut days: Vec<Day> = Vec::new();
    scan_days(engine, range, |date, payload| {
        let begins = |last: &Day| WeekId::of(last.date) != WeekId::of(date);
        if days.last().is_some_and(begins) {
            each(&days);
            days.clear();
        }
        decode_day(payload).map(|day| days.push(day))
    })?;
    if !days.is_empty() {
        each(&days);
    }
    Ok(())
}
