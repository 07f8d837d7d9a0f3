//! The school days that are not closed: one glance at them, and several closed at once.

use super::{CloseDays, Over};
use crate::app::{App, Effect, List, Query, Read, Screen};
use crate::diary::Diary;
use crate::domain::Day;
use crate::keymap::Action;
use chrono::{Duration, NaiveDate};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// The list of the open school days up to today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDays {
    /// The days, the newest first.
    pub days: Read<Vec<Day>>,
    /// The dates that are marked.
    pub marked: BTreeSet<NaiveDate>,
    /// The selected line.
    pub list: List,
    today: NaiveDate,
}

impl OpenDays {
    /// How many days back it goes, today counted.
    const LAST: i64 = 60;

    /// The list, and what is to be read for it.
    #[must_use]
    pub fn new(today: NaiveDate) -> (Self, Effect) {
        let out = Self {
            days: None,
            marked: BTreeSet::new(),
            list: List::default(),
            today,
        };
        let read = out.read_again();
        (out, read)
    }

    /// The days it is about.
    fn range(&self) -> RangeInclusive<NaiveDate> {
        self.today - Duration::days(Self::LAST - 1)..=self.today
    }

    pub(super) fn read_again(&self) -> Effect {
        Effect::Read(Query::Days(self.range()))
    }

    pub(super) fn take(&mut self, days: Vec<Day>) {
        let diary: Diary = days.into_iter().collect();
        let mut dates: BTreeSet<NaiveDate> = diary.open_days(&self.range()).into_iter().collect();
        if diary.is_open(self.today) {
            dates.insert(self.today);
        }
        self.marked.retain(|date| dates.contains(date));
        let days = dates.iter().rev().map(|date| diary.day(*date).into_owned());
        self.days = Some(Ok(days.collect()));
    }

    /// The days that are read.
    #[must_use]
    pub fn read(&self) -> &[Day] {
        match &self.days {
            Some(Ok(days)) => days,
            _ => &[],
        }
    }

    /// The days that are closed together: those marked, or else the selected one; the oldest first.
    #[must_use]
    pub fn chosen(&self) -> Vec<Day> {
        let days = self.read();
        let selected = days
            .get(self.list.at(days.len()))
            .filter(|_| self.marked.is_empty());
        let marked = days.iter().rev().filter(|d| self.marked.contains(&d.date));
        marked.chain(selected).cloned().collect()
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.read().len();
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = self.read().len();
        let selected = self.read().get(self.list.at(lines)).map(|d| d.date);
        match (action, selected) {
            (Action::Accept, Some(date)) => {
                app.screen = Screen::Day;
                return app.go_to(date);
            }
            (Action::CloseDay, Some(_)) => return CloseDays::ask(self, app),
            (Action::Toggle, Some(date)) => {
                if !self.marked.remove(&date) {
                    self.marked.insert(date);
                }
                self.list.act(Action::Down, lines);
            }
            (Action::ToggleAll, Some(_)) => self.toggle_all(),
            (Action::Undo | Action::Redo, _) => {
                let (date, again) = (app.day.date, self.read_again());
                app.over = Some(Over::OpenDays(self));
                let revert = match action {
                    Action::Undo => Effect::Undo(date),
                    _ => Effect::Redo(date),
                };
                return vec![revert, again];
            }
            _ => {
                self.list.act(action, lines);
            }
        }
        app.over = Some(Over::OpenDays(self));
        Vec::new()
    }

    /// Marks all the days before today, for today may not be over; if they are marked already, none.
    fn toggle_all(&mut self) {
        let all: BTreeSet<NaiveDate> = self.read().iter().map(|d| d.date).collect();
        let past: BTreeSet<NaiveDate> = all.iter().copied().filter(|d| *d < self.today).collect();
        let all = if past.is_empty() { all } else { past };
        self.marked = if self.marked.is_superset(&all) {
            BTreeSet::new()
        } else {
            &self.marked | &all
        };
    }
}

impl App {
    /// Lists the school days that are not closed.
    pub(in crate::app) fn list_open_days(&mut self) -> Vec<Effect> {
        let (list, read) = OpenDays::new(self.today);
        self.over = Some(Over::OpenDays(list));
        vec![read]
    }

    /// How many school days before the one shown are still open, as far as they are read with its week.
    #[must_use]
    pub fn still_open(&self) -> usize {
        let Some((loaded, before)) = self.day.loaded.as_ref().zip(self.day.date.pred_opt()) else {
            return 0;
        };
        let first = *crate::app::Loaded::range(loaded.date).start();
        loaded.diary.open_days(&(first..=before.min(self.today))).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn list(kept: &[&str]) -> OpenDays {
        let (mut list, read) = OpenDays::new(date("2026-11-20"));
        let range = date("2026-09-22")..=date("2026-11-20");
        assert_eq!(read, Effect::Read(Query::Days(range)));
        let day = |d: &&str| {
            let mut day = Day::empty(date(d));
            day.closed = true;
            day
        };
        list.take(kept.iter().map(day).collect());
        list
    }

    #[test]
    fn the_newest_comes_first_and_today_is_there_from_the_start() {
        let dates = |list: &OpenDays| -> Vec<String> {
            list.read()
                .iter()
                .map(|d| d.date.format("%d").to_string())
                .collect()
        };
        assert_eq!(
            dates(&list(&[])),
            ["20", "19", "18", "17", "16"],
            "of this week all"
        );
        assert_eq!(dates(&list(&["2026-11-17"])), ["20", "19", "18", "16"]);
        assert_eq!(
            dates(&list(&["2026-11-12"])),
            ["20", "19", "18", "17", "16", "13"]
        );
    }

    #[test]
    fn all_are_those_before_today() {
        let mut list = list(&["2026-11-17"]);
        assert_eq!(list.chosen()[0].date, date("2026-11-20"), "the selected one");
        list.toggle_all();
        let chosen: Vec<NaiveDate> = list.chosen().iter().map(|d| d.date).collect();
        let expected = ["2026-11-16", "2026-11-18", "2026-11-19"].map(date);
        assert_eq!(chosen, expected);
        list.toggle_all();
        assert!(list.marked.is_empty());
    }
}
