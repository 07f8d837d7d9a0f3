//! A month to choose a day from.

use super::Over;
use crate::app::{App, Effect, Query};
use crate::diary::Diary;
use crate::domain::{Day, WeekId, check_date};
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
    /// The month of a date, and what is to be read for it.
    #[must_use]
    pub fn new(date: NaiveDate) -> (Self, Effect) {
        let out = Self { date, days: None };
        let read = out.read();
        (out, read)
    }

    /// The days shown: the weeks of the month, whole, six of them always, so that nothing jumps.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<NaiveDate> {
        let first = self.date.with_day(1).unwrap_or(self.date);
        let monday = WeekId::of(first).monday();
        monday..=monday.checked_add_signed(Duration::days(41)).unwrap_or(self.date)
    }

    fn read(&self) -> Effect {
        Effect::Read(Query::Days(self.range()))
    }

    pub(super) fn take(&mut self, days: Vec<Day>) {
        self.days = Some(days.into_iter().collect());
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let moved = match action {
            Action::Accept => return app.go_to(self.date),
            Action::PreviousDay => self.date.checked_add_signed(Duration::days(-1)),
            Action::NextDay => self.date.checked_add_signed(Duration::days(1)),
            Action::PreviousWeek => self.date.checked_add_signed(Duration::days(-7)),
            Action::NextWeek => self.date.checked_add_signed(Duration::days(7)),
            Action::PreviousMonth => self.date.checked_sub_months(Months::new(1)),
            Action::NextMonth => self.date.checked_add_months(Months::new(1)),
            Action::Today => Some(app.today),
            _ => None,
        };
        let before = self.range();
        if let Some(Ok(date)) = moved.map(check_date) {
            self.date = date;
        }
        let effects = if self.range() == before {
            Vec::new()
        } else {
            vec![self.read()]
        };
        app.over = Some(Over::Calendar(self));
        effects
    }
}
