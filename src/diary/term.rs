//! The term that a date lies in.

use super::Profile;
use crate::domain::WeekId;
use crate::timetable::LONGEST_BREAK;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::ops::RangeInclusive;

/// The most weeks that a term is shown with, to either side of one of them.
const MOST_WEEKS: i64 = 60;

impl Profile {
    /// The first day of the term of a date: of the one that it lies in, or whose holidays these are. Where no such term
    /// is entered, the half of the school year, which begins on 1 August and on 1 February, or after those holidays.
    #[must_use]
    pub fn term_start(&self, date: NaiveDate) -> NaiveDate {
        let begun = self.terms.iter().rev().find(|t| *t.days.start() <= date);
        let half = half_year(date);
        match begun.map(|term| (*term.days.start(), *term.days.end() + Days::new(LONGEST_BREAK))) {
            Some((start, over)) if date <= over => start,
            Some((_, over)) => half.max(over + Days::new(1)),
            None => half,
        }
    }

    /// The first day of the term of a week: where a term begins within it, of that one.
    #[must_use]
    pub fn term_of_week(&self, week: WeekId) -> NaiveDate {
        self.term_start(week.sunday())
    }

    /// The weeks of the term of a date.
    #[must_use]
    pub fn term_weeks(&self, date: NaiveDate) -> RangeInclusive<WeekId> {
        let week = WeekId::of(date);
        let start = self.term_of_week(week);
        let last = |step: i64| {
            let ids = (0..MOST_WEEKS).map_while(|n| week.offset(n * step));
            ids.take_while(|week| self.term_of_week(*week) == start).last()
        };
        last(-1).unwrap_or(week)..=last(1).unwrap_or(week)
    }

    /// The weeks of the school year of a date. The one that two school years meet in is of both.
    #[must_use]
    pub fn school_year_weeks(date: NaiveDate) -> RangeInclusive<WeekId> {
        let start = Self::school_year_start(date);
        let next = start
            .checked_add_months(Months::new(12))
            .and_then(|d| d.pred_opt());
        WeekId::of(start)..=WeekId::of(next.unwrap_or(start))
    }

    /// The first day of the school year of a date: 1 August.
    #[must_use]
    pub fn school_year_start(date: NaiveDate) -> NaiveDate {
        let year = if date.month() >= 8 {
            date.year()
        } else {
            date.year() - 1
        };
        NaiveDate::from_ymd_opt(year, 8, 1).unwrap_or(date)
    }
}

fn half_year(date: NaiveDate) -> NaiveDate {
    let (year, month) = match date.month() {
        1 => (date.year() - 1, 8),
        2..=7 => (date.year(), 2),
        _ => (date.year(), 8),
    };
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timetable::Term;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_lasts_until_the_next_one() {
        let term = |from, to| Term {
            name: String::new(),
            days: date(from)..=date(to),
            holidays: Vec::new(),
        };
        let mut profile = Profile::default();
        let start = |profile: &Profile, day| profile.term_start(date(day)).to_string();
        for (day, half) in [
            ("2026-11-20", "2026-08-01"),
            ("2027-01-20", "2026-08-01"),
            ("2027-02-01", "2027-02-01"),
            ("2027-07-31", "2027-02-01"),
        ] {
            assert_eq!(start(&profile, day), half);
        }
        profile.terms = vec![term("2026-09-01", "2027-01-22"), term("2027-02-22", "2027-07-02")];
        for (day, first) in [
            ("2026-11-20", "2026-09-01"),
            ("2027-02-10", "2026-09-01"),
            ("2027-03-01", "2027-02-22"),
            ("2027-09-17", "2027-02-22"),
            ("2027-09-18", "2027-09-18"),
            ("2028-02-01", "2028-02-01"),
            ("2026-08-20", "2026-08-01"),
        ] {
            assert_eq!(start(&profile, day), first, "{day}");
        }
    }

    #[test]
    fn a_term_and_a_school_year_have_weeks() {
        let profile = Profile::default();
        let weeks = |range: RangeInclusive<WeekId>| format!("{} {}", range.start(), range.end());
        assert_eq!(weeks(profile.term_weeks(date("2026-11-20"))), "2026-W31 2027-W04");
        assert_eq!(weeks(profile.term_weeks(date("2027-02-01"))), "2027-W05 2027-W29");
        assert_eq!(
            weeks(Profile::school_year_weeks(date("2026-11-20"))),
            "2026-W31 2027-W30"
        );
    }

    proptest! {
        #[test]
        fn the_weeks_of_a_term_are_those_that_say_so(
            starts in prop::collection::btree_set(0u64..900, 0..4), length in 1u64..160, day in 0u64..900
        ) {
            let first = date("2026-01-01");
            let term = |start: &u64| {
                let from = first + Days::new(*start);
                Term { name: String::new(), days: from..=from + Days::new(length), holidays: Vec::new() }
            };
            let profile = Profile { terms: starts.iter().map(term).collect(), ..Profile::default() };
            let week = WeekId::of(first + Days::new(day));
            let weeks = profile.term_weeks(week.monday());
            prop_assert!(weeks.contains(&week));
            let start = profile.term_of_week(week);
            prop_assert!(start <= week.sunday());
            for edge in [*weeks.start(), *weeks.end()] {
                prop_assert_eq!(profile.term_of_week(edge), start);
            }
            prop_assert_ne!(profile.term_of_week(weeks.end().offset(1).unwrap()), start);
        }
    }

    #[test]
    fn the_school_year_begins_in_august() {
        let start = |day| Profile::school_year_start(date(day)).to_string();
        assert_eq!(
            (start("2026-08-01"), start("2027-07-31")),
            ("2026-08-01".into(), "2026-08-01".into())
        );
    }
}
