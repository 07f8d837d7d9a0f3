//! The dates of a made-up term.

use super::notes::{LABOUR_DAY, NATIONAL_DAY, NEW_YEAR, SUMMER, Text};
use crate::domain::{FIRST_DATE, WeekId, check_date};
use crate::survey::collector::Dice;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Full weeks before this one that a term has at least.
pub(super) const FEWEST_WEEKS: i64 = 8;
/// With more weeks than this since 1 September, it is the next term.
const MOST_WEEKS: i64 = 19;
/// Weeks back where 1 September is too near or too far.
const USUAL_WEEKS: u64 = 11;

/// Public holidays: first day, number of days, name.
const HOLIDAYS: [((u32, u32), u64, Text); 3] = [
    ((10, 1), 7, NATIONAL_DAY),
    ((5, 1), 5, LABOUR_DAY),
    ((1, 1), 1, NEW_YEAR),
];

/// By how many percent things have fallen in this week, the last one, and so on back.
const RELIEF: [u32; 5] = [30, 35, 25, 30, 10];

/// A term from its first day to today.
pub(super) struct Term {
    /// The first school day.
    start: NaiveDate,
    /// The last day, not yet over.
    pub(super) today: NaiveDate,
    /// A Saturday with school.
    pub(super) make_up: NaiveDate,
    /// An earlier school day that was forgotten.
    pub(super) left_open: NaiveDate,
}

/// A week of the term.
#[derive(Debug, Clone, Copy)]
pub(super) struct TermWeek {
    /// From 0.
    pub(super) number: u32,
    /// Whether the inspectors come.
    pub(super) inspection: bool,
    /// By how many percent paperwork, messages and meetings have already fallen.
    pub(super) relief: u32,
}

impl Term {
    pub(super) fn until(today: NaiveDate) -> Self {
        let start = start(today);
        let mut term = Self {
            start,
            today,
            make_up: start,
            left_open: start,
        };
        term.make_up = term.find_make_up();
        // The week in the middle: neither one of the first two, which make the baseline, nor one of the last.
        let middle = term.monday(term.full_weeks() / 2);
        let days = (middle + Days::new(2)).iter_days().take_while(|d| *d < today);
        term.left_open = days
            .into_iter()
            .find(|d| term.is_plain_school_day(*d))
            .unwrap_or(middle);
        term
    }

    /// Every date from the Monday of the first week to today that a diary takes.
    pub(super) fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let today = self.today;
        self.monday(0)
            .iter_days()
            .take_while(move |d| *d <= today)
            .filter(|d| check_date(*d).is_ok())
    }

    /// Why a date is off, if it is a holiday.
    pub(super) fn holiday(&self, date: NaiveDate) -> Option<Text> {
        if date < self.start {
            return (date.weekday().number_from_monday() <= 5).then_some(SUMMER);
        }
        HOLIDAYS.iter().find_map(|((month, day), length, name)| {
            let first = NaiveDate::from_ymd_opt(date.year(), *month, *day)?;
            (first..first + Days::new(*length))
                .contains(&date)
                .then_some(*name)
        })
    }

    /// The week of a date.
    pub(super) fn week(&self, date: NaiveDate) -> TermWeek {
        let number = self.weeks_since_start(date);
        let ago = self.full_weeks() - number;
        TermWeek {
            number: u32::try_from(number).unwrap_or(0),
            inspection: number == 3,
            relief: usize::try_from(ago)
                .ok()
                .and_then(|ago| RELIEF.get(ago).copied())
                .unwrap_or(0),
        }
    }

    /// Dice for a date; the same whatever today is.
    pub(super) fn dice(date: NaiveDate) -> Dice {
        Dice::new((date - FIRST_DATE).num_days().unsigned_abs())
    }

    fn monday(&self, week: i64) -> NaiveDate {
        WeekId::of(self.start)
            .offset(week)
            .map_or(self.start, WeekId::monday)
    }

    fn weeks_since_start(&self, date: NaiveDate) -> i64 {
        (WeekId::of(date).monday() - self.monday(0)).num_weeks()
    }

    /// Weeks before the one of today, the first one counted even if it began late.
    fn full_weeks(&self) -> i64 {
        self.weeks_since_start(self.today)
    }

    fn is_plain_school_day(&self, date: NaiveDate) -> bool {
        date.weekday().number_from_monday() <= 5 && self.holiday(date).is_none()
    }

    /// The Saturday after the National Day holiday, as it usually is; else one in the fourth week or soon after.
    fn find_make_up(&self) -> NaiveDate {
        let saturdays = |from: i64| {
            (from..self.full_weeks())
                .map(|w| self.monday(w) + Days::new(5))
                .filter(|d| d.weekday() == Weekday::Sat && self.holiday(*d).is_none())
        };
        let after_holiday = saturdays(1)
            .find(|d| (1..=14).any(|back| self.holiday(*d - Days::new(back)) == Some(NATIONAL_DAY)));
        after_holiday
            .or_else(|| saturdays(4).next())
            .unwrap_or(self.start)
    }
}

/// 1 September or soon after where that makes a term of a sensible length, else a Monday some weeks back.
fn start(today: NaiveDate) -> NaiveDate {
    let september = [today.year(), today.year() - 1]
        .into_iter()
        .filter_map(|y| NaiveDate::from_ymd_opt(y, 9, 1))
        // School begins with the next Monday where little is left of the week.
        .map(|first| match first.weekday() {
            Weekday::Mon | Weekday::Tue => first,
            _ => WeekId::of(first).sunday() + Days::new(1),
        });
    let monday = WeekId::of(today).monday();
    let fits = |first: &NaiveDate| {
        // A first week that began late is no full week.
        let late = i64::from(first.weekday() != Weekday::Mon);
        let weeks = (monday - WeekId::of(*first).monday()).num_weeks() - late;
        (FEWEST_WEEKS..=MOST_WEEKS).contains(&weeks)
    };
    september
        .into_iter()
        .find(fits)
        .unwrap_or_else(|| monday - Days::new(7 * USUAL_WEEKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_autumn_term_begins_on_the_first_of_september() {
        let term = Term::until(date("2026-11-20"));
        assert_eq!(term.start, date("2026-09-01"));
        assert_eq!(term.dates().next(), Some(date("2026-08-31")));
        assert_eq!(term.holiday(date("2026-08-31")), Some(SUMMER));
        assert_eq!(term.holiday(date("2026-10-07")), Some(NATIONAL_DAY));
        assert_eq!(term.holiday(date("2026-10-08")), None);
        assert_eq!(term.make_up, date("2026-10-10"), "as in the calendar of 2026");
        assert_eq!(
            Term::until(date("2024-11-20")).start,
            date("2024-09-02"),
            "1 September 2024 is a Sunday"
        );
    }

    #[test]
    fn any_other_term_begins_on_a_monday_some_weeks_back() {
        for (today, start) in [
            ("2026-10-09", "2026-07-20"),
            ("2026-05-20", "2026-03-02"),
            ("2027-01-31", "2026-11-09"),
        ] {
            assert_eq!(Term::until(date(today)).start, date(start), "{today}");
        }
        assert_eq!(
            Term::until(date("2027-01-05")).start,
            date("2026-09-01"),
            "over the turn of the year"
        );
    }
}
