//! The term that a date lies in.

use super::Profile;
use crate::domain::WeekId;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::ops::RangeInclusive;

/// A term that ended longer ago than this, in days, says nothing of a date: the next one is not entered yet.
const HOLIDAYS: u64 = 70;
/// The most weeks that a term is shown with.
const MOST_WEEKS: i64 = 60;

impl Profile {
    /// The first day of the term of a date: of the one that it lies in, or whose holidays these are. Where no such term
    /// is entered, the half of the school year, which begins on 1 August and on 1 February.
    #[must_use]
    pub fn term_start(&self, date: NaiveDate) -> NaiveDate {
        let begun = self.terms.iter().rev().find(|t| *t.days.start() <= date);
        let is_near = |end: NaiveDate| end + Days::new(HOLIDAYS) >= date;
        let term = begun.filter(|t| is_near(*t.days.end()));
        term.map_or_else(|| half_year(date), |t| *t.days.start())
    }

    /// The first day of the term of a week: where a term begins within it, of that one.
    #[must_use]
    pub fn term_of_week(&self, week: WeekId) -> NaiveDate {
        self.term_start(week.sunday())
    }

    /// The weeks of the term of a date.
    #[must_use]
    pub fn term_weeks(&self, date: NaiveDate) -> RangeInclusive<WeekId> {
        let start = self.term_of_week(WeekId::of(date));
        let first = WeekId::of(start);
        let ids = (0..MOST_WEEKS).map_while(|n| first.offset(n));
        let last = ids.take_while(|week| self.term_of_week(*week) == start).last();
        first..=last.unwrap_or(first)
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
            ("2027-08-20", "2027-02-22"),
            ("2027-09-20", "2027-08-01"),
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

    #[test]
    fn the_school_year_begins_in_august() {
        let start = |day| Profile::school_year_start(date(day)).to_string();
        assert_eq!(
            (start("2026-08-01"), start("2027-07-31")),
            ("2026-08-01".into(), "2026-08-01".into())
        );
    }
}
