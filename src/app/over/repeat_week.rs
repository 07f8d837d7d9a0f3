//! The entries of the week before, booked again on the same weekdays.

use super::Over;
use crate::app::{App, Effect, Query, Read};
use crate::diary::{Diary, Draft, OnOverlap, Operation, Profile};
use crate::domain::{Day, WeekId};
use crate::keymap::Action;
use chrono::{Duration, NaiveDate};

/// What becomes of a day of the week that gets the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFate {
    /// It gets so many entries.
    Gets(usize),
    /// The day a week before has none.
    Nothing,
    /// It has entries already.
    HasEntries,
    /// It is off.
    Off,
    /// It is closed.
    Closed,
}

/// What would be booked, shown before it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatWeek {
    /// The week that gets the entries.
    pub week: WeekId,
    /// The days of the week before that have entries.
    pub days: Read<Vec<Day>>,
}

impl RepeatWeek {
    /// The question about a week, and what is to be read for it; nothing before the first week of all.
    #[must_use]
    pub fn new(week: WeekId) -> (Self, Option<Effect>) {
        let before = week.offset(-1);
        let read = before.map(|w| Effect::Read(Query::Days(w.monday()..=w.sunday())));
        let days = before.is_none().then(|| Ok(Vec::new()));
        (Self { week, days }, read)
    }

    pub(super) fn take(&mut self, days: Vec<Day>) {
        let worth_it = |d: &Day| !d.blocks().is_empty();
        self.days = Some(Ok(days.into_iter().filter(worth_it).collect()));
    }

    /// The day a week before a date, if it has entries.
    fn source(&self, date: NaiveDate) -> Option<&Day> {
        let Some(Ok(days)) = &self.days else { return None };
        days.iter().find(|d| d.date + Duration::days(7) == date)
    }

    /// What becomes of each day of the week. A weekend that nobody has marked takes what the one before had.
    #[must_use]
    pub fn fates(&self, diary: &Diary, profile: &Profile) -> Vec<(NaiveDate, DayFate)> {
        let fate = |date| {
            let day = diary.day(date);
            let is_usual = day.kind() == profile.school_days.kind(date);
            match self.source(date).map(|d| d.blocks().len()) {
                None => DayFate::Nothing,
                Some(_) if day.closed => DayFate::Closed,
                Some(_) if !day.blocks().is_empty() => DayFate::HasEntries,
                Some(_) if !day.is_school() && !is_usual => DayFate::Off,
                Some(count) => DayFate::Gets(count),
            }
        };
        self.week.days().map(|date| (date, fate(date))).collect()
    }

    fn operation(&self, diary: &Diary, profile: &Profile) -> Operation {
        let gets = self.fates(diary, profile).into_iter();
        let gets = gets.filter(|(_, fate)| matches!(fate, DayFate::Gets(_)));
        let add = |(date, _)| {
            Some(Operation::Add {
                date,
                drafts: self.source(date)?.blocks().iter().map(Draft::of).collect(),
                on_overlap: OnOverlap::Refuse,
            })
        };
        Operation::All(gets.filter_map(add).collect())
    }

    pub(super) fn act(self, app: &mut App, action: Action) -> Vec<Effect> {
        let diary = app.day.loaded.as_ref().map(|l| &l.diary);
        let operation = diary.map(|diary| self.operation(diary, app.known.profile()));
        match operation {
            Some(operation) if action == Action::Accept && operation.dates().is_some() => {
                app.apply(operation)
            }
            _ if action == Action::Accept => Vec::new(), // it has said that there is nothing to book
            _ => {
                app.over = Some(Over::RepeatWeek(self));
                Vec::new()
            }
        }
    }
}
