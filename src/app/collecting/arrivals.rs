//! What arrived while the screen was open, by the clock and by week.

use crate::domain::WeekId;
use chrono::{Duration, NaiveDateTime};
use std::collections::BTreeMap;

/// The minutes that are kept.
const MINUTES: i64 = 240;
/// The hours that are kept.
const HOURS: i64 = 240;

/// Responses that were put into the dataset, by when that was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrivals {
    minutes: BTreeMap<i64, u64>,
    hours: BTreeMap<i64, u64>,
    weeks: BTreeMap<WeekId, u64>,
    last: Option<NaiveDateTime>,
}

impl Arrivals {
    /// Notes what came at a moment, by the week that it is of.
    pub fn add(&mut self, now: NaiveDateTime, came: &BTreeMap<WeekId, u64>) {
        let count: u64 = came.values().sum();
        if count == 0 {
            return;
        }
        for (week, count) in came {
            *self.weeks.entry(*week).or_default() += count;
        }
        let (minute, hour) = (minute(now), hour(now));
        *self.minutes.entry(minute).or_default() += count;
        *self.hours.entry(hour).or_default() += count;
        self.minutes = self.minutes.split_off(&(minute - MINUTES));
        self.hours = self.hours.split_off(&(hour - HOURS));
        self.last = Some(now);
    }

    /// How many came in each of the last so many minutes, the current one last.
    #[must_use]
    pub fn minutes(&self, now: NaiveDateTime, count: usize) -> Vec<u64> {
        last(&self.minutes, minute(now), count)
    }

    /// How many came in each of the last so many hours, the current one last.
    #[must_use]
    pub fn hours(&self, now: NaiveDateTime, count: usize) -> Vec<u64> {
        last(&self.hours, hour(now), count)
    }

    /// How many came of a week.
    #[must_use]
    pub fn of(&self, week: WeekId) -> u64 {
        self.weeks.get(&week).copied().unwrap_or(0)
    }

    /// When something came last.
    #[must_use]
    pub const fn last(&self) -> Option<NaiveDateTime> {
        self.last
    }

    /// How long it takes until what is told of them is another although nothing came: the next minute, later the next
    /// hour; none where it stays as it is.
    #[must_use]
    pub fn changes_in(&self, now: NaiveDateTime) -> Option<Duration> {
        let since = now - self.last?;
        let seconds = now.and_utc().timestamp();
        let until_next = |length: i64| Duration::seconds(length - seconds.rem_euclid(length));
        if since < Duration::hours(2) {
            Some(until_next(60))
        } else if since < Duration::hours(HOURS) {
            Some(until_next(3600))
        } else {
            None
        }
    }
}

fn minute(now: NaiveDateTime) -> i64 {
    now.and_utc().timestamp().div_euclid(60)
}

fn hour(now: NaiveDateTime) -> i64 {
    now.and_utc().timestamp().div_euclid(3600)
}

fn last(counts: &BTreeMap<i64, u64>, now: i64, count: usize) -> Vec<u64> {
    let count = i64::try_from(count).unwrap_or(0);
    let of = |at| counts.get(&at).copied().unwrap_or(0);
    (now - count + 1..=now).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        format!("2026-11-20T{text}").parse().unwrap()
    }

    fn week(text: &str) -> WeekId {
        text.parse().unwrap()
    }

    #[test]
    fn what_comes_is_counted_by_minute_hour_and_week() {
        let mut arrivals = Arrivals::default();
        assert_eq!(
            (arrivals.last(), arrivals.changes_in(at("10:00:00"))),
            (None, None)
        );
        let (one, two) = (week("2026-W47"), week("2026-W48"));
        arrivals.add(at("09:59:59"), &BTreeMap::from([(one, 2), (two, 1)]));
        arrivals.add(at("10:00:00"), &BTreeMap::from([(one, 4)]));
        arrivals.add(at("10:00:30"), &BTreeMap::from([(two, 8)]));
        arrivals.add(at("10:05:00"), &BTreeMap::new());
        assert_eq!(arrivals.minutes(at("10:01:59"), 4), [0, 3, 12, 0]);
        assert_eq!(arrivals.hours(at("10:01:59"), 3), [0, 3, 12]);
        assert_eq!(arrivals.hours(at("12:00:00"), 3), [12, 0, 0]);
        assert_eq!((arrivals.of(one), arrivals.of(week("2026-W01"))), (6, 0));
        assert_eq!(arrivals.last(), Some(at("10:00:30")));
    }

    #[test]
    fn what_is_told_changes_with_the_minute_then_with_the_hour_then_no_more() {
        let mut arrivals = Arrivals::default();
        arrivals.add(at("10:00:30"), &BTreeMap::from([(week("2026-W47"), 1)]));
        let seconds = |now| arrivals.changes_in(now).map(|left| left.num_seconds());
        assert_eq!(seconds(at("10:00:30")), Some(30));
        assert_eq!(seconds(at("11:10:00")), Some(60));
        assert_eq!(seconds(at("13:10:00")), Some(3000));
        assert_eq!(seconds(at("13:10:00") + Duration::days(20)), None);
    }
}
