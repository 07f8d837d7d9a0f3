//! School days other than Monday to Friday: a week takes those that hold when its first entry is made.
//!
//! A day without a mark is always what its weekday says, Monday to Friday school, so that past figures hang on nothing
//! but the days themselves. A pattern that differs is laid over a week as marks, by the change that first puts
//! something into it: the current week or a later one ([`takes_pattern`]). A week that has passed by then is Monday to
//! Friday, before its first entry as after it: nobody knows what held in it.
//!
//! A record keeps whether the pattern or the teacher said what kind the day is. Another pattern only takes back what a
//! pattern has said.

use super::StoreError;
use super::record::Key;
use super::records::{MarkedBy, marked_by, read_payload, scan_days};
use super::session::Session;
use crate::diary::{Diary, Operation, Setting};
use crate::domain::{Day, DayKind, SchoolDays, WeekId, check_date};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::{Bound, RangeBounds, RangeInclusive};

/// The days that a change leaves different, and the dates whose record stays although nothing is in it: without it the
/// pattern would speak for them again.
#[derive(Debug, Default)]
pub(super) struct Changed {
    pub(super) days: Vec<Day>,
    pub(super) kept: BTreeSet<NaiveDate>,
    /// The dates whose kind the pattern says in this change.
    pub(super) laid: BTreeSet<NaiveDate>,
    /// The dates whose kind the teacher says in this change.
    pub(super) said: BTreeSet<NaiveDate>,
}

impl Changed {
    /// Who says in this change what kind a date is.
    pub(super) fn marked_by(&self, date: NaiveDate) -> MarkedBy {
        if self.said.contains(&date) {
            MarkedBy::Teacher
        } else if self.laid.contains(&date) {
            MarkedBy::Pattern
        } else {
            MarkedBy::Nobody
        }
    }
}

/// Whether a week of which nothing is recorded is as the pattern has it, for everyone who asks: the screens before its
/// first entry, and the entry itself.
fn takes_pattern(week: WeekId, today: NaiveDate) -> bool {
    week >= WeekId::of(today)
}

impl Session {
    /// The school days in force.
    pub(super) fn school_days(&mut self) -> Result<SchoolDays, StoreError> {
        let key = Key::Setting("school_days".to_owned());
        let Some(text) = self.read(|engine| read_payload(engine, &key))? else {
            return Ok(self.defaults.school_days);
        };
        match super::session::setting("school_days", &text)? {
            Setting::SchoolDays(days) => Ok(days),
            _ => Ok(self.defaults.school_days),
        }
    }

    /// The days that the pattern would mark in the weeks of a range, from the current one on, of which nothing is
    /// recorded. An open range goes no further than the current week.
    pub(super) fn expected_days(
        &mut self,
        range: &impl RangeBounds<NaiveDate>,
        pattern: SchoolDays,
    ) -> Result<Vec<Day>, StoreError> {
        let this = WeekId::of(self.now.date());
        let first = match range.start_bound() {
            Bound::Included(d) | Bound::Excluded(d) => WeekId::of(*d).max(this),
            Bound::Unbounded => this,
        };
        let last = match range.end_bound() {
            Bound::Included(d) | Bound::Excluded(d) => WeekId::of(*d),
            Bound::Unbounded => this,
        };
        if pattern.is_usual() || first > last {
            return Ok(Vec::new());
        }
        let begun = self.weeks_begun(first.monday()..=last.sunday())?;
        let today = self.now.date();
        let open = |week| takes_pattern(week, today) && !begun.contains(&week);
        let dates = first.monday().iter_days().take_while(|d| *d <= last.sunday());
        Ok(dates
            .filter(|d| range.contains(d) && open(WeekId::of(*d)))
            .filter_map(|d| laid(pattern, d))
            .collect())
    }

    fn weeks_begun(&mut self, range: RangeInclusive<NaiveDate>) -> Result<BTreeSet<WeekId>, StoreError> {
        self.read(|engine| {
            let mut weeks = BTreeSet::new();
            scan_days(engine, range.clone(), |date, _| {
                weeks.insert(WeekId::of(date));
                Ok(())
            })?;
            Ok(weeks)
        })
    }

    /// What is left to mark of the current week, if anything of it is recorded, when the pattern becomes another one:
    /// days from today on that are as a pattern has them, and not as the teacher said.
    pub(super) fn rest_of_week(&mut self, new: SchoolDays) -> Result<Changed, StoreError> {
        let old = self.school_days()?;
        let (today, week) = (self.now.date(), WeekId::of(self.now.date()));
        let recorded: Diary = self
            .recorded_days(week.monday()..=week.sunday())?
            .into_iter()
            .collect();
        let mut changed = Changed::default();
        if recorded.days().next().is_none() {
            return Ok(changed); // its first entry will take the new pattern
        }
        for date in week.days().filter(|d| *d >= today) {
            let mut day = recorded.day(date).into_owned();
            let payload = self.read(|engine| read_payload(engine, &Key::Day(date)))?;
            let follows = match marked_by(&day, payload.as_deref())? {
                MarkedBy::Pattern => true,
                MarkedBy::Nobody => day.kind() == old.kind(date),
                MarkedBy::Teacher => false,
            };
            if follows && day.kind() != new.kind(date) {
                day.mark(new.kind(date));
                changed.days.push(day);
                changed.laid.insert(date);
                if !new.is_usual() {
                    changed.kept.insert(date);
                }
            }
        }
        Ok(changed)
    }
}

/// The day of a date with the pattern's mark; none where that is what the weekday says anyway.
fn laid(pattern: SchoolDays, date: NaiveDate) -> Option<Day> {
    let kind = pattern.kind(date);
    let differs = kind != DayKind::default_for(date) && check_date(date).is_ok();
    differs.then(|| {
        let mut day = Day::empty(date);
        day.mark(kind);
        day
    })
}

/// The dates that must be known to apply an operation: under another pattern than the usual one, whole weeks.
pub(super) fn needs(dates: RangeInclusive<NaiveDate>, pattern: SchoolDays) -> RangeInclusive<NaiveDate> {
    if pattern.is_usual() {
        dates
    } else {
        WeekId::of(*dates.start()).monday()..=WeekId::of(*dates.end()).sunday()
    }
}

/// The diary as the operation finds it: the recorded days, and the pattern over the weeks that have none and take it.
pub(super) fn with_pattern(
    recorded: &Diary,
    dates: RangeInclusive<NaiveDate>,
    pattern: SchoolDays,
    today: NaiveDate,
) -> Diary {
    let mut diary = recorded.clone();
    if pattern.is_usual() {
        return diary;
    }
    let begun: BTreeSet<WeekId> = recorded.days().map(|d| WeekId::of(d.date)).collect();
    let open = |week| takes_pattern(week, today) && !begun.contains(&week);
    let dates = dates.start().iter_days().take_while(|d| d <= dates.end());
    for day in dates
        .filter(|d| open(WeekId::of(*d)))
        .filter_map(|d| laid(pattern, d))
    {
        diary.insert(day);
    }
    diary
}

/// What an operation changed: its own days, and the pattern's marks in the weeks that it put something into.
pub(super) fn changed(
    operation: &Operation,
    recorded: &Diary,
    before: &Diary,
    after: &Diary,
    (pattern, today): (SchoolDays, NaiveDate),
) -> Changed {
    let touched = |d: &&Day| *before.day(d.date) != **d;
    let mut weeks: BTreeSet<WeekId> = after.days().filter(touched).map(|d| WeekId::of(d.date)).collect();
    let marked = operation.marks();
    weeks.extend(marked.iter().map(|d| WeekId::of(*d)));
    let (mut out, mut laid) = (Changed::default(), Vec::new());
    for day in after.days().filter(|d| weeks.contains(&WeekId::of(d.date))) {
        let own = touched(&day) || marked.contains(&day.date);
        let differs = pattern.kind(day.date) != DayKind::default_for(day.date);
        let speaks = differs && takes_pattern(WeekId::of(day.date), today);
        if marked.contains(&day.date) {
            out.said.insert(day.date);
        } else if recorded.day(day.date).kind() != before.day(day.date).kind() {
            out.laid.insert(day.date);
        }
        if own && speaks {
            out.kept.insert(day.date);
        }
        if *recorded.day(day.date) != *day || out.kept.contains(&day.date) {
            if own { &mut out.days } else { &mut laid }.push(day.clone());
        }
    }
    out.days.append(&mut laid); // whoever takes the change back is shown the day it was about
    out
}
