//! The opened store: reading days, and changes that are durable when they return.

use super::engine::{Engine, EngineError, Write};
use super::files::Layout;
use super::journal::{Change, Entry, Journal, Op, Withdrawn};
use super::lock::Lock;
use super::record::{self, BadRecord, Key};
use super::undo::UndoState;
use super::{Notice, StoreError, backup, open, rebuild};
use crate::diary::{DayRecord, Diary, Operation, Outcome, Profile, SETTING_NAMES, Setting};
use crate::domain::{Block, BlockId, Day, WeekId};
use crate::figures::{Baseline, BaselineChoice, WeekFigures};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;
use std::ops::{Bound, ControlFlow, RangeBounds};

/// Bytes of a change after which a dump is made, so that opening never has to read so long a journal line.
const LARGE_CHANGE: usize = 256 * 1024;

/// The store, locked and open. Dropping it closes it and lets the next process in.
#[derive(Debug)]
pub struct Session {
    pub(super) layout: Layout,
    /// None only while a damaged database is being replaced.
    pub(super) engine: Option<Engine>,
    pub(super) seq: u64,
    pub(super) now: NaiveDateTime,
    pub(super) notices: Vec<Notice>,
    /// Last, so that it is let go after the database is closed.
    pub(super) _lock: Lock,
}

/// A change that was undone or redone: the dates whose days are different now, and whether settings are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undone {
    /// Dates of changed days.
    pub dates: Vec<NaiveDate>,
    /// Names of changed settings.
    pub settings: Vec<String>,
}

impl Session {
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
        let rebuilt = rebuild::rebuild(&self.layout, self.now, self.seq)?;
        (self.seq, self.engine) = (rebuilt.seq, Some(rebuilt.engine));
        if !rebuilt.missing.is_empty() {
            self.dump()?;
        }
        self.notices.push(Notice::Rebuilt {
            aside: rebuilt.aside,
            missing: rebuilt.missing,
        });
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
        // Damage must be found before the first call, so that no day is handed out twice.
        let mut days = Vec::new();
        let whole =
            matches!(range.start_bound(), Bound::Unbounded) || matches!(range.end_bound(), Bound::Unbounded);
        if whole {
            self.read(|engine| scan_days(engine, range.clone(), |_, payload| decode_day(payload).map(drop)))?;
            let engine = self.engine.as_ref().ok_or_else(closed)?;
            return Ok(scan_days(engine, range, |_, payload| {
                decode_day(payload).map(&mut each)
            })?);
        }
        self.read(|engine| {
            let mut found = Vec::new();
            scan_days(engine, range.clone(), |_, payload| {
                decode_day(payload).map(|d| found.push(d))
            })?;
            Ok(found)
        })
        .map(|found| days = found)?;
        days.into_iter().for_each(each);
        Ok(())
    }

    /// The recorded days of a range, in order of date.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn days(&mut self, range: impl RangeBounds<NaiveDate> + Clone) -> Result<Vec<Day>, StoreError> {
        let mut days = Vec::new();
        self.for_each_day(range, |day| days.push(day))?;
        Ok(days)
    }

    /// The settings that are data.
    ///
    /// # Errors
    /// [`StoreError`] where the database cannot be read, or a setting makes no sense.
    pub fn profile(&mut self) -> Result<Profile, StoreError> {
        let mut profile = Profile::default();
        for name in SETTING_NAMES {
            let key = Key::Setting(name.to_owned());
            if let Some(text) = self.read(|engine| read_payload(engine, &key))? {
                let value = serde_json::from_str(&text).map_err(|e| StoreError::BadData(e.to_string()))?;
                profile.set(Setting::from_value(name, Some(value)).map_err(StoreError::BadData)?);
            }
        }
        Ok(profile)
    }

    /// The block with an id, and its date.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn find(&mut self, id: &BlockId) -> Result<Option<(NaiveDate, Block)>, StoreError> {
        if let Some((date, _)) = id.date_and_serial()
            && let Some(day) = self.days(date..=date)?.pop()
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

    /// Applies an operation to the days as they are now. When it returns, the change is durable.
    ///
    /// # Errors
    /// [`StoreError::Refused`], or why it could not be made durable; nothing is changed then.
    pub fn apply(&mut self, operation: &Operation) -> Result<Outcome, StoreError> {
        let Some(range) = operation.needs() else {
            return Ok(Outcome::default());
        };
        let before: Diary = self.days(range)?.into_iter().collect();
        let mut after = before.clone();
        let outcome = operation.apply(&mut after)?;
        let changed = after
            .days()
            .filter(|d| *before.day(d.date) != **d)
            .cloned()
            .collect();
        self.replace(changed, Vec::new())?;
        Ok(outcome)
    }

    /// Changes a setting. When it returns, the change is durable.
    ///
    /// # Errors
    /// Why it could not be made durable; nothing is changed then.
    pub fn set(&mut self, setting: Setting) -> Result<(), StoreError> {
        self.replace(Vec::new(), vec![setting])
    }

    /// Puts whole days and settings in the place of what was there, as one change.
    ///
    /// # Errors
    /// Why it could not be made durable; nothing is changed then.
    pub fn replace(&mut self, days: Vec<Day>, settings: Vec<Setting>) -> Result<(), StoreError> {
        let mut changes = Vec::new();
        for day in days {
            let key = Key::Day(day.date);
            let before = self.read(|engine| read_payload(engine, &key))?;
            let after = if day.is_blank() {
                None
            } else {
                Some(day_payload(&day, before.as_deref())?)
            };
            changes.push(Change { key, before, after });
        }
        for setting in settings {
            let key = Key::Setting(setting.name().to_owned());
            let before = self.read(|engine| read_payload(engine, &key))?;
            changes.push(Change {
                key,
                before,
                after: setting.value().map(|v| v.to_string()),
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
            match &change.key {
                Key::Day(date) => undone.dates.push(*date),
                Key::Setting(name) => undone.settings.push(name.clone()),
            }
            let key = change.key.clone();
            let before = self.read(|engine| read_payload(engine, &key))?;
            changes.push(Change {
                key,
                before,
                after: side(change),
            });
        }
        self.commit(op, changes)?;
        Ok(Some(undone))
    }

    pub(super) fn undo_state(&mut self) -> Result<UndoState, StoreError> {
        self.read(read_undo)
    }

    /// Journal, database, acknowledgement, in this order. Changes nothing where nothing differs.
    fn commit(&mut self, op: Op, mut changes: Vec<Change>) -> Result<(), StoreError> {
        changes.retain(|c| c.before != c.after);
        if changes.is_empty() && op == Op::Do {
            return Ok(());
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
            Ok((engine, reached)) => {
                (self.engine, self.seq) = (Some(engine), reached);
                if reached >= seq {
                    Ok(())
                } else {
                    Err(StoreError::NotSaved(Box::new(why)))
                }
            }
            Err(_) => match Journal::new(self.layout.journal()).tail() {
                Ok(tail) if tail.seq >= seq => Err(StoreError::Pending(Box::new(why))),
                _ => Err(StoreError::NotSaved(Box::new(why))),
            },
        }
    }

    /// On a day's first change, dumps what was there before it.
    fn daily_dump(&mut self) {
        let today = backup::names(&self.layout).is_ok_and(|n| n.iter().any(|n| n.date() == self.now.date()));
        if self.seq > 0 && !today {
            self.dump_or_tell();
        }
    }

    /// Dumps. A failure is told and does not keep a change out.
    fn dump_or_tell(&mut self) {
        if let Err(why) = self.dump() {
            self.notices.push(Notice::BackupFailed(why.to_string()));
        }
    }

    /// Writes a dump now; returns its name.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn dump(&mut self) -> Result<backup::BackupName, StoreError> {
        let (layout, seq, now) = (self.layout.clone(), self.seq, self.now);
        let name = backup::dump(&layout, self.engine.as_ref().ok_or_else(closed)?, seq, now)?;
        backup::after_dump(&layout, seq)?;
        Ok(name)
    }

    /// The backups, newest change first.
    ///
    /// # Errors
    /// Why the folder cannot be read.
    pub fn backups(&self) -> Result<Vec<backup::BackupInfo>, StoreError> {
        backup::by_age(&self.layout)
    }

    /// Makes everything as a backup has it, after a dump of what is there. Can be undone.
    ///
    /// # Errors
    /// [`StoreError::NoBackup`], [`StoreError::BadBackup`], or why it could not be made durable.
    pub fn restore(&mut self, name: &str) -> Result<backup::BackupName, StoreError> {
        let name = backup::named(&self.layout, name)?;
        let read = backup::read(&self.layout, &name);
        let (_, mut wanted) = read.map_err(|why| StoreError::BadBackup(name.clone(), why))?;
        self.dump()?;
        let there = self.read(read_all)?;
        let mut changes = Vec::new();
        for (key, before) in there {
            let after = wanted.remove(&key);
            changes.push(Change {
                key,
                before: Some(before),
                after,
            });
        }
        changes.extend(wanted.into_iter().map(|(key, after)| Change {
            key,
            before: None,
            after: Some(after),
        }));
        self.commit(Op::Do, changes)?;
        Ok(name)
    }
}

pub(super) fn closed() -> StoreError {
    StoreError::Database("the database is closed after an error".into())
}

fn bad_record(error: BadRecord) -> EngineError {
    match error {
        BadRecord::Damaged(why) => EngineError::Damaged(why),
        BadRecord::Newer(schema) => EngineError::Newer(format!("record schema {schema}")),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn bad_json(error: serde_json::Error) -> StoreError {
    StoreError::BadData(error.to_string())
}

pub(super) fn decode_day(payload: &str) -> Result<Day, EngineError> {
    let record: DayRecord<'_> =
        serde_json::from_str(payload).map_err(|e| EngineError::Damaged(e.to_string()))?;
    record.to_day().map_err(|e| EngineError::Damaged(e.to_string()))
}

/// A day's payload, with the fields that this version does not know taken over from the one before.
fn day_payload(day: &Day, before: Option<&str>) -> Result<String, StoreError> {
    let text = serde_json::to_string(&DayRecord::of(day)).map_err(bad_json)?;
    let Some(before) = before else { return Ok(text) };
    let old: serde_json::Value = serde_json::from_str(before).map_err(bad_json)?;
    let mut new: serde_json::Value = serde_json::from_str(&text).map_err(bad_json)?;
    let mut kept = keep_unknown(&old, &mut new);
    kept |= keep_unknown(&old["day"], &mut new["day"]);
    for block in new["blocks"].as_array_mut().into_iter().flatten() {
        let same = |b: &&serde_json::Value| b["id"] == block["id"];
        if let Some(old) = old["blocks"].as_array().and_then(|b| b.iter().find(same)) {
            kept |= keep_unknown(old, block);
        }
    }
    if kept {
        serde_json::to_string(&new).map_err(bad_json)
    } else {
        Ok(text)
    }
}

/// Copies what only the old object has; says whether there was anything. A day's `serial` is known but optional.
fn keep_unknown(old: &serde_json::Value, new: &mut serde_json::Value) -> bool {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object_mut()) else {
        return false;
    };
    let unknown: Vec<_> = old
        .iter()
        .filter(|(k, _)| *k != "serial" && !new.contains_key(*k))
        .collect();
    let any = !unknown.is_empty();
    new.extend(unknown.into_iter().map(|(k, v)| (k.clone(), v.clone())));
    any
}

/// The JSON of a key's record.
pub(super) fn read_payload(engine: &Engine, key: &Key) -> Result<Option<String>, EngineError> {
    let mut payload = Vec::new();
    let (mut part, mut parts) = (0, 1);
    while part < parts {
        let name = key.bytes(part);
        let Some(value) = engine.get(&name)? else {
            return if part == 0 {
                Ok(None)
            } else {
                Err(EngineError::Damaged(format!("record {key}: a part is gone")))
            };
        };
        let (count, chunk) = record::decode_one(&name, &value).map_err(bad_record)?;
        payload.extend_from_slice(chunk);
        (part, parts) = (part + 1, count);
    }
    String::from_utf8(payload)
        .map(Some)
        .map_err(|_| EngineError::Damaged(format!("record {key}: not text")))
}

/// The writes that put a record in, or take it out, with the index of closed days kept in step.
pub(super) fn record_writes(
    engine: &Engine,
    key: &Key,
    payload: Option<&str>,
) -> Result<Vec<Write>, EngineError> {
    #[derive(serde::Deserialize)]
    struct Peek {
        day: PeekDay,
    }
    #[derive(serde::Deserialize)]
    struct PeekDay {
        #[serde(default)]
        closed: bool,
    }
    let mut writes: Vec<Write> = Vec::new();
    if let Some(payload) = payload {
        writes.extend(
            record::encode(key, payload.as_bytes())
                .into_iter()
                .map(|(k, v)| (k, Some(v))),
        );
    }
    let first = key.bytes(0);
    if let Some(old) = engine.get(&first)? {
        let (old_parts, _) = record::decode_one(&first, &old).map_err(bad_record)?;
        let new_parts = u8::try_from(writes.len()).unwrap_or(u8::MAX);
        writes.extend((new_parts..old_parts).map(|part| (key.bytes(part), None)));
    }
    if let Key::Day(date) = key {
        let closed = match payload {
            None => false,
            Some(text) => serde_json::from_str(text)
                .map(|p: Peek| p.day.closed)
                .map_err(|e| EngineError::Damaged(e.to_string()))?,
        };
        writes.push((record::closed_key(*date), closed.then(Vec::new)));
    }
    Ok(writes)
}

/// The writes of the store's own values.
pub(super) fn own_writes(seq: u64, undo: &UndoState) -> Result<Vec<Write>, StoreError> {
    let value = |name: &str, json: String| {
        let key = record::own_key(name);
        let value = record::encode_one(&key, 1, json.as_bytes());
        (key, Some(value))
    };
    let undo = serde_json::to_string(undo).map_err(bad_json)?;
    Ok(vec![value("seq", seq.to_string()), value("undo", undo)])
}

fn read_own(engine: &Engine, name: &str) -> Result<Option<String>, EngineError> {
    let key = record::own_key(name);
    let Some(value) = engine.get(&key)? else {
        return Ok(None);
    };
    let (_, payload) = record::decode_one(&key, &value).map_err(bad_record)?;
    Ok(Some(String::from_utf8_lossy(payload).into_owned()))
}

/// The number of the last change that the database has; none in a new one.
pub(super) fn read_seq(engine: &Engine) -> Result<Option<u64>, EngineError> {
    let number = |text: String| {
        text.parse()
            .map_err(|_| EngineError::Damaged("record seq: not a number".into()))
    };
    read_own(engine, "seq")?.map(number).transpose()
}

pub(super) fn read_undo(engine: &Engine) -> Result<UndoState, EngineError> {
    let state = |text: String| serde_json::from_str(&text).map_err(|e| EngineError::Damaged(e.to_string()));
    Ok(read_own(engine, "undo")?
        .map(state)
        .transpose()?
        .unwrap_or_default())
}

fn first_closed(engine: &Engine, after: Option<NaiveDate>) -> Result<Option<NaiveDate>, EngineError> {
    let next = after
        .and_then(|d| d.succ_opt())
        .unwrap_or(crate::domain::FIRST_DATE);
    let (from, to) = (
        record::closed_key(next),
        record::closed_key(crate::domain::LAST_DATE),
    );
    let mut first = None;
    engine.scan(&from, &to, |key, _| {
        first = record::closed_date(key);
        ControlFlow::Break(())
    })?;
    Ok(first)
}

/// Calls `each` with the date and JSON of the recorded days of a range.
pub(super) fn scan_days(
    engine: &Engine,
    range: impl RangeBounds<NaiveDate>,
    mut each: impl FnMut(NaiveDate, &str) -> Result<(), EngineError>,
) -> Result<(), EngineError> {
    let (first, last) = (crate::domain::FIRST_DATE, crate::domain::LAST_DATE);
    let from = match range.start_bound() {
        Bound::Included(d) => (*d).max(first),
        Bound::Excluded(d) => d.succ_opt().unwrap_or(last).max(first),
        Bound::Unbounded => first,
    };
    let to = match range.end_bound() {
        Bound::Included(d) => (*d).min(last),
        Bound::Excluded(d) => d.pred_opt().unwrap_or(first).min(last),
        Bound::Unbounded => last,
    };
    if from > to {
        return Ok(());
    }
    let mut error = Ok(());
    let mut parts: Vec<u8> = Vec::new();
    engine.scan(
        &Key::Day(from).bytes(0),
        &Key::Day(to).bytes(u8::MAX),
        |name, value| {
            error = one_part(name, value, &mut parts, &mut each);
            if error.is_ok() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    )?;
    error?;
    if parts.is_empty() {
        Ok(())
    } else {
        Err(EngineError::Damaged("the last part of a record is gone".into()))
    }
}

fn one_part(
    name: &[u8],
    value: &[u8],
    parts: &mut Vec<u8>,
    each: &mut impl FnMut(NaiveDate, &str) -> Result<(), EngineError>,
) -> Result<(), EngineError> {
    let Some((Key::Day(date), part)) = Key::of_bytes(name) else {
        return Err(EngineError::Damaged("a key that is no day".into()));
    };
    let (count, chunk) = record::decode_one(name, value).map_err(bad_record)?;
    let text = |bytes| {
        std::str::from_utf8(bytes).map_err(|_| EngineError::Damaged(format!("record {date}: not text")))
    };
    if (part == 0) != parts.is_empty() {
        return Err(EngineError::Damaged(format!("record {date}: a part is gone")));
    }
    if count == 1 {
        return each(date, text(chunk)?);
    }
    parts.extend_from_slice(chunk);
    if part + 1 == count {
        let whole = std::mem::take(parts);
        each(date, text(&whole)?)?;
    }
    Ok(())
}

/// Every record of days and settings.
pub(super) fn read_all(engine: &Engine) -> Result<backup::Contents, EngineError> {
    let mut out = backup::Contents::new();
    scan_days(engine, .., |date, payload| {
        out.insert(Key::Day(date), payload.to_owned());
        Ok(())
    })?;
    for name in SETTING_NAMES {
        let key = Key::Setting(name.to_owned());
        if let Some(payload) = read_payload(engine, &key)? {
            out.insert(key, payload);
        }
    }
    Ok(out)
}
