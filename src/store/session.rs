//! The opened store: reading days, and changes that are durable when they return.

use super::engine::{Engine, EngineError};
use super::files::Layout;
use super::format::Trust;
use super::lock::Lock;
use super::record::Key;
use super::records::{decode_day, first_closed, read_payload, scan_days, try_all};
use super::{Notice, StoreError, open};
use crate::diary::{Profile, SETTING_NAMES, Setting};
use crate::domain::{Block, BlockId, Day, WeekId};
use crate::figures::{Baseline, BaselineChoice, WeekFigures};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;
use std::ops::RangeBounds;
use std::sync::Arc;

/// The store, locked and open. Dropping it closes it and lets the next process in.
#[derive(Debug)]
pub struct Session {
    pub(super) layout: Layout,
    /// None only while a damaged database is being replaced.
    pub(super) engine: Option<Engine>,
    pub(super) seq: u64,
    /// The settings that hold until the diary says otherwise.
    pub(super) defaults: Arc<Profile>,
    /// Why nothing can be changed, if so.
    pub(super) stalled: Option<String>,
    pub(super) now: NaiveDateTime,
    pub(super) notices: Vec<Notice>,
    /// Last, so that it is let go after the database is closed.
    pub(super) lock: Lock,
}

impl Session {
    pub(super) fn open(
        layout: &Layout,
        defaults: Arc<Profile>,
        now: NaiveDateTime,
        trust: Trust,
    ) -> Result<Self, StoreError> {
        let open::Opened {
            lock,
            engine,
            seq,
            stalled,
            notices,
        } = open::open(layout, now, trust)?;
        Ok(Self {
            layout: layout.clone(),
            engine: Some(engine),
            seq,
            defaults,
            stalled,
            now,
            notices,
            lock,
        })
    }

    /// Closes the database and goes on holding the folder.
    pub(super) fn into_lock(self) -> Lock {
        drop(self.engine);
        self.lock
    }

    /// What was mended since opening began.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The number of the last change; 0 for none yet.
    #[must_use]
    pub const fn seq(&self) -> u64 {
        self.seq
    }

    /// Reads through the engine; damage found on the way is mended by a rebuild, and the read made again.
    pub(super) fn read<T>(&mut self, f: impl Fn(&Engine) -> Result<T, EngineError>) -> Result<T, StoreError> {
        let engine = self.engine.as_ref().ok_or_else(closed)?;
        match f(engine) {
            Err(EngineError::Damaged(_)) => {
                self.rebuild()?;
                Ok(f(self.engine.as_ref().ok_or_else(closed)?)?)
            }
            other => Ok(other?),
        }
    }

    /// Sets the damaged database aside and builds it anew.
    pub(super) fn rebuild(&mut self) -> Result<(), StoreError> {
        self.engine = None;
        let up = open::rebuilt(&self.layout, self.now, self.seq, &mut self.notices)?;
        (self.engine, self.seq) = (Some(up.engine), up.seq);
        Ok(())
    }

    /// Calls `each` with the recorded days of a range, in order of date.
    ///
    /// # Errors
    /// [`StoreError`] where the database cannot be read or rebuilt.
    pub fn for_each_day(
        &mut self,
        range: impl RangeBounds<NaiveDate> + Clone,
        mut each: impl FnMut(Day),
    ) -> Result<(), StoreError> {
        // Damage must be found before the first call, so that no day is handed out twice: a checksum tells of it.
        self.read(|engine| scan_days(engine, range.clone(), |_, _| Ok(())))?;
        let engine = self.engine.as_ref().ok_or_else(closed)?;
        Ok(scan_days(engine, range, |_, payload| {
            decode_day(payload).map(&mut each)
        })?)
    }

    /// The days of a range, in order of date: the recorded ones, and, for weeks from the current one on of which nothing
    /// is recorded, those that the school days in force would mark differently from Monday to Friday: so that a week
    /// looks the same before its first entry as after it. An open range goes no further than the current week with
    /// these. Everything else, exports and dumps too, stays with what is recorded.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn days(&mut self, range: impl RangeBounds<NaiveDate> + Clone) -> Result<Vec<Day>, StoreError> {
        let mut days = self.recorded_days(range.clone())?;
        let pattern = self.school_days()?;
        let expected = self.expected_days(&range, pattern)?;
        if !expected.is_empty() {
            days.extend(expected);
            days.sort_by_key(|d| d.date);
        }
        Ok(days)
    }

    /// The recorded days of a range, in order of date.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn recorded_days(
        &mut self,
        range: impl RangeBounds<NaiveDate> + Clone,
    ) -> Result<Vec<Day>, StoreError> {
        self.read(|engine| {
            let mut days = Vec::new();
            scan_days(engine, range.clone(), |_, payload| {
                decode_day(payload).map(|day| days.push(day))
            })?;
            Ok(days)
        })
    }

    /// Reads every record and its checksum; damage is mended by a rebuild, which the notices tell of.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn verify(&mut self) -> Result<(), StoreError> {
        self.read(try_all)?;
        self.profile().map(drop)
    }

    /// The settings that are data: what the diary says, and of what it does not say, the defaults.
    ///
    /// # Errors
    /// [`StoreError`] where the database cannot be read, or a setting makes no sense.
    pub fn profile(&mut self) -> Result<Profile, StoreError> {
        let mut profile = Profile::clone(&self.defaults);
        for name in SETTING_NAMES {
            let key = Key::Setting(name.to_owned());
            if let Some(text) = self.read(|engine| read_payload(engine, &key))? {
                profile.set(setting(name, &text)?);
            }
        }
        Ok(profile)
    }

    /// The names of the settings that the diary itself says, of those that this version knows.
    ///
    /// # Errors
    /// [`StoreError`] where the database cannot be read.
    pub fn own_settings(&mut self) -> Result<Vec<&'static str>, StoreError> {
        let mut own = Vec::new();
        for name in SETTING_NAMES {
            let key = Key::Setting(name.to_owned());
            if self.read(|engine| read_payload(engine, &key))?.is_some() {
                own.push(name);
            }
        }
        Ok(own)
    }

    /// The block with an id, and its date.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn find(&mut self, id: &BlockId) -> Result<Option<(NaiveDate, Block)>, StoreError> {
        if let Some((date, _)) = id.date_and_serial()
            && let Some(day) = self.recorded_days(date..=date)?.pop()
            && let Some(block) = day.block(id)
        {
            return Ok(Some((date, block.clone())));
        }
        let needle = format!("\"id\":\"{id}\"");
        self.read(|engine| {
            let mut found = None;
            scan_days(engine, .., |date, payload| {
                if found.is_none() && payload.contains(&needle) {
                    found = decode_day(payload)?.block(id).map(|b| (date, b.clone()));
                }
                Ok(())
            })?;
            Ok(found)
        })
    }

    /// What the weeks are compared with, as the profile chooses; none while there is not enough to compare with.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn baseline(&mut self, profile: &Profile) -> Result<Option<Baseline>, StoreError> {
        match &profile.baseline {
            BaselineChoice::Minutes(minutes) => Ok(Some(Baseline::typed(*minutes))),
            BaselineChoice::Weeks(weeks) => {
                let unique: BTreeSet<WeekId> = weeks.iter().copied().collect();
                let figures: Result<Vec<_>, _> = unique.into_iter().map(|w| self.week(w)).collect();
                Ok(Baseline::of_weeks(figures?))
            }
            BaselineChoice::Auto => self.auto_baseline(),
        }
    }

    /// The sums of one week.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn week(&mut self, week: WeekId) -> Result<WeekFigures, StoreError> {
        let days = self.days(week.monday()..=week.sunday())?;
        Ok(WeekFigures::of(week, &days))
    }

    /// Looks at the weeks with a closed day, from the first, and stops at the second that is complete.
    fn auto_baseline(&mut self) -> Result<Option<Baseline>, StoreError> {
        let (mut complete, mut after) = (Vec::new(), None);
        while complete.len() < 2 {
            let Some(closed) = self.read(|engine| first_closed(engine, after))? else {
                break;
            };
            let figures = self.week(WeekId::of(closed))?;
            after = Some(figures.week.sunday());
            if figures.plan.is_complete() {
                complete.push(figures);
            }
        }
        Ok(Baseline::of_weeks(complete))
    }
}

/// A setting as it is kept.
pub(super) fn setting(name: &str, text: &str) -> Result<Setting, StoreError> {
    let value = serde_json::from_str(text).map_err(|e| StoreError::BadData(e.to_string()))?;
    Setting::from_value(name, Some(value)).map_err(|why| {
        StoreError::BadData(format!(
            "the setting {name:?} cannot be read ({why}); \"jianfu undo\" takes its last change back"
        ))
    })
}

pub(super) fn closed() -> StoreError {
    StoreError::Database("the database is closed after an error".into())
}
