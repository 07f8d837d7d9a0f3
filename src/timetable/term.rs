//! Terms: from when to when there is school, and how its weeks are counted.

use crate::domain::WeekId;
use chrono::{Datelike, Days, NaiveDate};
use std::ops::RangeInclusive;

/// The most days, beginning to end, that a school is without lessons: the summer holidays, with the weeks before and after
/// them in which not every lesson takes place. What comes back within so many days goes on.
pub const LONGEST_BREAK: u64 = 77;

/// A term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is called; perhaps empty.
    pub name: String,
    /// The first and the last day of it.
    pub days: RangeInclusive<NaiveDate>,
    /// Days off within it, with their reason; perhaps an empty one.
    pub holidays: Vec<(RangeInclusive<NaiveDate>, String)>,
}

impl Term {
    /// The number of the week that a date of the term lies in. Weeks are counted from the Monday of its first week, or
    /// where it begins on a weekend, from the Monday after: those days are of week 1 too. None outside the term.
    #[must_use]
    pub fn week(&self, date: NaiveDate) -> Option<u32> {
        let first = *self.days.start();
        let ahead = if first.weekday().number_from_monday() > 5 {
            7
        } else {
            0
        };
        let first_monday = WeekId::of(first).monday() + Days::new(ahead);
        let weeks = (WeekId::of(date).monday() - first_monday).num_weeks().max(0);
        let number = || u32::try_from(weeks).ok().map(|w| w + 1);
        self.days.contains(&date).then(number).flatten()
    }
}

/// The term of a date, and the number of its week.
#[must_use]
pub fn term_on(terms: &[Term], date: NaiveDate) -> Option<(&Term, u32)> {
    terms.iter().find_map(|t| Some((t, t.week(date)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_counted_from_the_monday_of_the_first_day() {
        let date = |d: &str| d.parse::<NaiveDate>().unwrap();
        let term = Term {
            name: String::new(),
            days: date("2026-09-01")..=date("2027-01-22"),
            holidays: Vec::new(),
        };
        for (day, week) in [
            ("2026-08-31", None),
            ("2026-09-01", Some(1)),
            ("2026-09-06", Some(1)),
            ("2026-09-07", Some(2)),
            ("2027-01-22", Some(21)),
            ("2027-01-23", None),
        ] {
            assert_eq!(term.week(date(day)), week, "{day}");
        }
        let on_sunday = Term {
            days: date("2026-08-30")..=date("2027-01-22"),
            ..term.clone()
        };
        for (day, week) in [("2026-08-30", 1), ("2026-08-31", 1), ("2026-09-07", 2)] {
            assert_eq!(on_sunday.week(date(day)), Some(week), "{day}");
        }
        assert_eq!(term_on(&[term], date("2026-11-20")).map(|(_, w)| w), Some(12));
    }
}
