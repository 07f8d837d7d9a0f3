//! The days whose blocks can be booked again: what an ordinary day mostly takes.

use super::Over;
use crate::app::{App, Effect, List, Query, Read, Toast};
use crate::diary::{Draft, OnOverlap, Operation};
use crate::domain::Day;
use crate::keymap::Action;
use chrono::{Duration, NaiveDate};

/// The list of days to repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatDay {
    /// The date that gets the blocks.
    pub date: NaiveDate,
    /// The days with blocks: the same weekday of the week before first, then the nearest first.
    pub days: Read<Vec<Day>>,
    /// The selected line.
    pub list: List,
}

impl RepeatDay {
    /// How many days back are offered, and how many ahead: who logs a day late may have the next one already.
    const AROUND: (i64, i64) = (35, 7);

    /// The list for a date, and what is to be read for it.
    #[must_use]
    pub fn new(date: NaiveDate) -> (Self, Effect) {
        let (back, ahead) = Self::AROUND;
        let range = date - Duration::days(back)..=date + Duration::days(ahead);
        let out = Self {
            date,
            days: None,
            list: List::default(),
        };
        (out, Effect::Read(Query::Days(range)))
    }

    pub(super) fn take(&mut self, days: Vec<Day>) {
        let worth_it = |d: &Day| d.date != self.date && !d.blocks().is_empty();
        let mut days: Vec<Day> = days.into_iter().filter(worth_it).collect();
        days.sort_by_key(|d| ((d.date - self.date).num_days().abs(), d.date));
        let week_before = self.date - Duration::days(7);
        if let Some(at) = days.iter().position(|d| d.date == week_before) {
            days[..=at].rotate_right(1);
        }
        self.days = Some(Ok(days));
    }

    /// The days that are read.
    #[must_use]
    pub fn read(&self) -> &[Day] {
        match &self.days {
            Some(Ok(days)) => days,
            _ => &[],
        }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.read().len();
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = self.read().len();
        if action != Action::Accept {
            self.list.act(action, lines);
            app.over = Some(Over::RepeatDay(self));
            return Vec::new();
        }
        let Some(day) = self.read().get(self.list.at(lines)) else {
            app.toast = Some(Toast::NothingToRepeat);
            return Vec::new();
        };
        app.apply(Operation::Add {
            date: self.date,
            drafts: day.blocks().iter().map(Draft::of).collect(),
            on_overlap: OnOverlap::Refuse,
        })
    }
}
