//! Changes: journal, database, acknowledgement, in this order.

use super::journal::{Change, Entry, Journal, Op, Withdrawn};
use super::record::Key;
use super::records::{day_payload, decode_day, own_writes, read_payload, read_undo, record_writes};
use super::school_days::{self, Changed};
use super::session::{Session, closed};
use super::undo::UndoState;
use super::{StoreError, open};
use crate::diary::{Diary, Operation, Outcome, Setting};
use crate::domain::{Block, Day};
use chrono::NaiveDate;

/// Bytes of a change after which a dump is made, so that opening never has to read so long a journal line.
const LARGE_CHANGE: usize = 256 * 1024;

/// Which settings are kept.
#[derive(Debug, Clone, Copy)]
enum Keep {
    /// All of them.
    All,
    /// Those that say something else than the defaults; the others follow them again.
    WhatDiffers,
}

/// A change that was undone or redone: the dates whose days are different now, and whether settings are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undone {
    /// Dates of changed days.
    pub dates: Vec<NaiveDate>,
    /// Names of changed settings.
    pub settings: Vec<String>,
    /// Blocks that are there now as they were not before, with their dates; a changed one is also in `vanished`.
    pub appeared: Vec<(NaiveDate, Block)>,
    /// Blocks that were there before as they are not now, with their dates.
    pub vanished: Vec<(NaiveDate, Block)>,
    /// Dates that are closed now and were not before.
    pub closed: Vec<NaiveDate>,
    /// Dates that were closed before and are not now.
    pub reopened: Vec<NaiveDate>,
    /// Dates of which only the plan is dealt with otherwise: dismissed, or waiting again.
    pub planned: Vec<NaiveDate>,
}

impl Undone {
    /// The date to show when it is done, from a date that is shown: that one if the change is about it or about settings,
    /// whose marks on days are beside the point; else the first it is about.
    #[must_use]
    pub fn shown_from(&self, date: NaiveDate) -> NaiveDate {
        match self.dates.first() {
            Some(first) if self.settings.is_empty() && !self.dates.contains(&date) => *first,
            _ => date,
        }
    }

    /// Takes in that a day is another one now.
    pub fn day(&mut self, before: &Day, after: &Day) {
        let date = after.date;
        self.dates.push(date);
        let only_in = |one: &Day, other: &Day| {
            let blocks = one.blocks().iter().filter(|b| !other.blocks().contains(b));
            blocks.map(|b| (date, b.clone())).collect::<Vec<_>>()
        };
        self.appeared.extend(only_in(after, before));
        self.vanished.extend(only_in(before, after));
        match (before.closed, after.closed) {
            (false, true) => self.closed.push(date),
            (true, false) => self.reopened.push(date),
            _ if before.blocks() == after.blocks()
                && (before.settled() != after.settled() || before.follows != after.follows) =>
            {
                self.planned.push(date);
            }
            _ => {}
        }
    }
}

impl Session {
    /// Applies an operation to the days as they are now. When it returns, the change is durable.
    ///
    /// Where it first puts something into the current week or a later one, and the school days in force are not Monday to
    /// Friday, the same change marks that week's days accordingly. A past week is Monday to Friday but for its marks.
    ///
    /// # Errors
    /// [`StoreError::Refused`], or why it could not be made durable; nothing is changed then.
    pub fn apply(&mut self, operation: &Operation) -> Result<Outcome, StoreError> {
        self.apply_with(operation, Vec::new())
    }

    /// As [`Session::apply`], and changes settings in the same change, other than the school days: all or nothing.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn apply_with(
        &mut self,
        operation: &Operation,
        settings: Vec<Setting>,
    ) -> Result<Outcome, StoreError> {
        let settings = self.with_what_follows(settings)?;
        let Some(range) = operation.needs() else {
            self.put(&Changed::default(), settings, Keep::WhatDiffers)?;
            return Ok(Outcome::default());
        };
        let pattern = self.school_days()?;
        let range = school_days::needs(range, pattern);
        let recorded: Diary = self.recorded_days(range.clone())?.into_iter().collect();
        let today = self.now.date();
        let before = school_days::with_pattern(&recorded, range, pattern, today);
        let mut after = before.clone();
        let outcome = operation.apply(&mut after)?;
        let changed = school_days::changed(operation, &recorded, &before, &after, (pattern, today));
        self.put(&changed, settings, Keep::WhatDiffers)?;
        Ok(outcome)
    }

    /// Changes a setting; one that says what the defaults say is dropped. When it returns, the change is durable.
    ///
    /// Other school days hold from today on. The current week, if anything of it is recorded, is marked accordingly in the
    /// same change from today to Sunday, but for days that the user has marked; if nothing is, it takes them as later weeks
    /// do, with its first entry. Past weeks, and later ones of which something is recorded, stay as they are.
    ///
    /// # Errors
    /// Why it could not be made durable; nothing is changed then.
    pub fn set(&mut self, setting: Setting) -> Result<(), StoreError> {
        let marked = match &setting {
            Setting::SchoolDays(days) => self.rest_of_week(*days)?,
            _ => Changed::default(),
        };
        let settings = self.with_what_follows(vec![setting])?;
        self.put(&marked, settings, Keep::WhatDiffers)
    }

    /// Settings, and what else changes with them.
    fn with_what_follows(&mut self, settings: Vec<Setting>) -> Result<Vec<Setting>, StoreError> {
        if settings.is_empty() {
            return Ok(settings);
        }
        let today = self.now.date();
        Ok(self.profile()?.change(settings, today))
    }

    /// Puts whole days and settings in the place of what was there, as one change. The settings are kept also where they
    /// say what the defaults say: the diary they come from said so itself.
    ///
    /// # Errors
    /// Why it could not be made durable; nothing is changed then.
    pub fn replace(&mut self, days: Vec<Day>, settings: Vec<Setting>) -> Result<(), StoreError> {
        let changed = Changed {
            days,
            ..Changed::default()
        };
        self.put(&changed, settings, Keep::All)
    }

    fn put(&mut self, to: &Changed, settings: Vec<Setting>, keep: Keep) -> Result<(), StoreError> {
        let mut changes = Vec::new();
        for day in &to.days {
            let key = Key::Day(day.date);
            let before = self.read(|engine| read_payload(engine, &key))?;
            let after = if day.is_blank() && !to.kept.contains(&day.date) {
                None
            } else {
                Some(day_payload(day, before.as_deref(), to.marked_by(day.date))?)
            };
            changes.push(Change { key, before, after });
        }
        for setting in settings {
            // What could not be read again would lock the user out of everything.
            let same = Setting::from_value(setting.name(), Some(setting.value()));
            if same.as_ref() != Ok(&setting) {
                let why = same.err().unwrap_or_else(|| "it reads differently".to_owned());
                return Err(StoreError::BadData(format!(
                    "{} cannot be kept: {why}",
                    setting.name()
                )));
            }
            let key = Key::Setting(setting.name().to_owned());
            let before = self.read(|engine| read_payload(engine, &key))?;
            let value = match keep {
                Keep::All => Some(setting.value()),
                Keep::WhatDiffers => setting.value_beside(&self.defaults),
            };
            changes.push(Change {
                key,
                before,
                after: value.map(|v| v.to_string()),
            });
        }
        self.commit(Op::Do, changes).map(drop)
    }

    /// Takes the last change back; none if there is none to take back.
    ///
    /// # Errors
    /// Why it could not be made durable; nothing is changed then.
    pub fn undo(&mut self) -> Result<Option<Undone>, StoreError> {
        let Some(of) = self.undo_state()?.next_undo() else {
            return Ok(None);
        };
        self.walk(of, Op::Undo(of), |c| c.before)
    }

    /// Makes the change that was undone last again; none if there is none.
    ///
    /// # Errors
    /// Why it could not be made durable; nothing is changed then.
    pub fn redo(&mut self) -> Result<Option<Undone>, StoreError> {
        let Some(of) = self.undo_state()?.next_redo() else {
            return Ok(None);
        };
        self.walk(of, Op::Redo(of), |c| c.after)
    }

    /// Makes what was done so far the beginning: none of it can be undone. For data that the user did not enter.
    ///
    /// # Errors
    /// Why it could not be made durable.
    pub fn begin_here(&mut self) -> Result<(), StoreError> {
        let mut undo = self.undo_state()?;
        undo.forget_through(self.seq);
        let writes = own_writes(self.seq, &undo)?;
        Ok(self.engine.as_ref().ok_or_else(closed)?.commit(writes)?)
    }

    fn walk(
        &mut self,
        of: u64,
        op: Op,
        side: impl Fn(Change) -> Option<String>,
    ) -> Result<Option<Undone>, StoreError> {
        let Some(entry) = Journal::new(self.layout.journal()).find(of)? else {
            return Ok(None);
        };
        let (mut changes, mut undone) = (Vec::new(), Undone::default());
        for change in entry.changes {
            let key = change.key.clone();
            let before = self.read(|engine| read_payload(engine, &key))?;
            let expected = if matches!(op, Op::Undo(_)) {
                &change.after
            } else {
                &change.before
            };
            if before != *expected {
                return Err(StoreError::BadData(format!(
                    "{key} is not as change {of} left it: it stays as it is"
                )));
            }
            let after = side(change);
            match &key {
                Key::Day(date) => {
                    let day = |payload: Option<&String>| match payload {
                        Some(payload) => decode_day(payload),
                        None => Ok(Day::empty(*date)),
                    };
                    undone.day(&day(before.as_ref())?, &day(after.as_ref())?);
                }
                Key::Setting(name) => undone.settings.push(name.clone()),
            }
            changes.push(Change { key, before, after });
        }
        self.commit(op, changes)?;
        Ok(Some(undone))
    }

    pub(super) fn undo_state(&mut self) -> Result<UndoState, StoreError> {
        self.read(read_undo)
    }

    /// Journal, database, acknowledgement, in this order. Changes nothing where nothing differs.
    pub(super) fn commit(&mut self, op: Op, mut changes: Vec<Change>) -> Result<(), StoreError> {
        changes.retain(|c| c.before != c.after);
        if changes.is_empty() && matches!(op, Op::Do | Op::Keep) {
            return Ok(());
        }
        if let Some(why) = &self.stalled {
            return Err(StoreError::NotSaved(Box::new(StoreError::System(why.clone()))));
        }
        self.daily_dump();
        let mut undo = self.undo_state()?;
        let seq = self.seq + 1;
        undo.record(seq, op);
        let mut writes = own_writes(seq, &undo)?;
        for change in &changes {
            writes.extend(self.read(|e| record_writes(e, &change.key, change.after.as_deref()))?);
        }
        let at = self.now.format("%Y-%m-%dT%H:%M:%S").to_string();
        let entry = Entry { seq, at, op, changes };
        match Journal::new(self.layout.journal()).append(&entry) {
            Ok(()) => {}
            Err((why, Withdrawn::Yes)) => return Err(StoreError::NotSaved(Box::new(why))),
            Err((why, Withdrawn::No)) => return self.settle(seq, why),
        }
        let size: usize = entry
            .changes
            .iter()
            .filter_map(|c| c.after.as_ref())
            .map(String::len)
            .sum();
        match self.engine.as_ref().ok_or_else(closed)?.commit(writes) {
            Ok(()) => self.seq = seq,
            Err(why) => self.settle(seq, why.into())?,
        }
        if size > LARGE_CHANGE {
            self.dump_or_tell();
        }
        Ok(())
    }

    /// After a failure half way: opens the database again, which completes what the journal holds, and says whether
    /// the change is in.
    fn settle(&mut self, seq: u64, why: StoreError) -> Result<(), StoreError> {
        self.engine = None;
        match open::bring_up(&self.layout, self.now, true, &mut self.notices) {
            Ok(up) => {
                (self.engine, self.seq, self.stalled) = (Some(up.engine), up.seq, up.stalled);
                match &self.stalled {
                    Some(_) if self.is_in_journal(seq) == Some(true) => {
                        Err(StoreError::Pending(Box::new(why)))
                    }
                    None if self.seq >= seq => Ok(()),
                    _ => Err(StoreError::NotSaved(Box::new(why))),
                }
            }
            Err(_) => Err(match self.is_in_journal(seq) {
                Some(true) => StoreError::Pending(Box::new(why)),
                Some(false) => StoreError::NotSaved(Box::new(why)),
                None => StoreError::Unknown(Box::new(why)),
            }),
        }
    }

    /// Whether the journal has a change; none where it cannot be read.
    fn is_in_journal(&self, seq: u64) -> Option<bool> {
        Journal::new(self.layout.journal())
            .tail()
            .ok()
            .map(|tail| tail.seq >= seq)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_settings_takes_nobody_to_the_days_it_marks() {
        let date = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let marks = Undone {
            dates: vec![date(21)],
            ..Undone::default()
        };
        assert_eq!(marks.shown_from(date(18)), date(21));
        assert_eq!(Undone::default().shown_from(date(18)), date(18));
        let settings = Undone {
            settings: vec!["school_days".to_owned()],
            ..marks
        };
        assert_eq!(settings.shown_from(date(18)), date(18));
    }
}
