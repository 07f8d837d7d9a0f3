//! A month to choose a day from.

use super::Over;
use crate::app::{App, Effect, Query};
use crate::diary::Diary;
use crate::domain::{Day, FIRST_DATE, LAST_DATE, WeekId, check_date};
use crate::keymap::Action;
use chrono::{Datelike, Duration, Months, NaiveDate};
use std::ops::RangeInclusive;

/// The month of a date, with the days that are recorded in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The selected date.
    pub date: NaiveDate,
    /// What is recorded of the days shown; none until it is read.
    pub days: Option<Diary>,
}

impl Calendar {
    /// How many weeks are shown: so many every month fits into, and nothing jumps.
    const WEEKS: i64 = 6;

    /// The month of a date.
    #[must_use]
    pub const fn new(date: NaiveDate) -> Self {
        Self { date, days: None }
    }

    /// The weeks shown: those of the month, and some of the next. At the ends of the calendar they have days that no
    /// diary takes.
    pub fn weeks(&self) -> impl Iterator<Item = WeekId> {
        let first = WeekId::of(self.date.with_day(1).unwrap_or(self.date));
        (0..Self::WEEKS).filter_map(move |n| first.offset(n))
    }

    /// What is to be read before it can be drawn; none where that is done. Who holds a key down asks for the next month
    /// at once.
    #[must_use]
    pub fn unread(&self) -> Option<Query> {
        self.days.is_none().then(|| Query::Days(self.range()))
    }

    /// The days shown that a diary takes.
    fn range(&self) -> RangeInclusive<NaiveDate> {
        let mut weeks = self.weeks();
        let first = weeks.next().map_or(self.date, WeekId::monday);
        let last = weeks.last().map_or(self.date, WeekId::sunday);
        first.max(FIRST_DATE)..=last.min(LAST_DATE)
    }

    pub(super) fn take(&mut self, days: Vec<Day>) {
        self.days = Some(days.into_iter().collect());
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action == Action::Accept {
            return app.go_to(self.date);
        }
        self.go(action, app.today);
        app.over = Some(Over::Calendar(self));
        Vec::new()
    }

    fn go(&mut self, action: Action, today: NaiveDate) {
        let days = |n| self.date.checked_add_signed(Duration::days(n));
        let moved = match action {
            Action::PreviousDay => days(-1),
            Action::NextDay => days(1),
            Action::PreviousWeek | Action::Up => days(-7), // up and down: what the wheel says
            Action::NextWeek | Action::Down => days(7),
            Action::PreviousMonth => self.date.checked_sub_months(Months::new(1)),
            Action::NextMonth => self.date.checked_add_months(Months::new(1)),
            Action::Today => Some(today),
            _ => None,
        };
        let before = self.range();
        if let Some(Ok(date)) = moved.map(check_date) {
            self.date = date;
        }
        if self.range() != before {
            self.days = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn after(from: &str, actions: &[Action]) -> String {
        let mut calendar = Calendar::new(date(from));
        for action in actions {
            calendar.go(*action, date("2026-11-20"));
        }
        calendar.date.to_string()
    }

    #[test]
    fn it_goes_by_days_weeks_and_months() {
        for (from, actions, to) in [
            ("2026-11-20", &[Action::PreviousDay][..], "2026-11-19"),
            ("2026-11-30", &[Action::NextDay], "2026-12-01"),
            ("2026-11-20", &[Action::PreviousWeek], "2026-11-13"),
            ("2026-11-20", &[Action::NextWeek, Action::Down], "2026-12-04"),
            ("2026-01-31", &[Action::NextMonth], "2026-02-28"),
            ("2026-03-31", &[Action::PreviousMonth], "2026-02-28"),
            ("1999-01-01", &[Action::Today], "2026-11-20"),
            (
                "1970-01-01",
                &[Action::PreviousDay, Action::PreviousMonth],
                "1970-01-01",
            ),
            (
                "2399-12-31",
                &[Action::NextDay, Action::NextWeek, Action::NextMonth],
                "2399-12-31",
            ),
        ] {
            assert_eq!(after(from, actions), to, "{from} {actions:?}");
        }
    }

    #[test]
    fn a_month_that_is_read_is_not_read_again() {
        let mut calendar = Calendar::new(date("2026-11-20"));
        let Some(Query::Days(range)) = calendar.unread() else {
            panic!("to be read");
        };
        assert_eq!(
            (*range.start(), *range.end()),
            (date("2026-10-26"), date("2026-12-06"))
        );
        calendar.take(Vec::new());
        calendar.go(Action::NextDay, date("2026-11-20"));
        assert_eq!(calendar.unread(), None);
        calendar.go(Action::NextMonth, date("2026-11-20"));
        assert!(calendar.unread().is_some());
    }

    proptest! {
        #[test]
        fn every_month_has_six_whole_weeks(days in 0i64..157_000) {
            let date = (FIRST_DATE + Duration::days(days)).min(LAST_DATE);
            let calendar = Calendar::new(date);
            let weeks: Vec<WeekId> = calendar.weeks().collect();
            prop_assert_eq!(weeks.len(), 6);
            prop_assert!(weeks.contains(&WeekId::of(date)));
            prop_assert!(calendar.range().contains(&date));
            prop_assert!(check_date(*calendar.range().start()).is_ok() && check_date(*calendar.range().end()).is_ok());
        }
    }
}
