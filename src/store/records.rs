//! What the database holds, record by record: days, settings, the index of closed days, the store's own values.

use super::StoreError;
use super::engine::{Engine, EngineError, Write};
use super::record::{self, BadRecord, Key};
use super::undo::UndoState;
use crate::diary::DayRecord;
use crate::domain::Day;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::{Bound, ControlFlow, RangeBounds};

/// Records of days and settings by key, as JSON.
pub(super) type Records = BTreeMap<Key, String>;

fn bad_record(error: BadRecord) -> EngineError {
    match error {
        BadRecord::Damaged(why) => EngineError::Damaged(why),
        BadRecord::Newer(schema) => EngineError::Newer(format!("record schema {schema}")),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub(super) fn bad_json(error: serde_json::Error) -> StoreError {
    StoreError::BadData(error.to_string())
}

pub(super) fn decode_day(payload: &str) -> Result<Day, EngineError> {
    // Its checksum was right: what cannot be understood was written so, by a later version perhaps, and no rebuild
    // would change it.
    let why = |e: &dyn ToString| {
        let start: String = payload.chars().take(60).collect();
        EngineError::Unreadable(format!("{} in {start}", e.to_string()))
    };
    let record = DayRecord::read(payload).map_err(|e| why(&e))?;
    record.to_day().map_err(|e| why(&e))
}

/// The field of a day's record that says whether its kind was laid by the school days in force (`true`) or said by the
/// teacher (`false`). Where it is missing, a mark is the teacher's, and a day without one is nobody's.
const BY_PATTERN: &str = "by_pattern";

/// Who said what kind a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkedBy {
    /// The school days in force.
    Pattern,
    /// The teacher.
    Teacher,
    /// Nobody: it is what its weekday says.
    Nobody,
}

/// Who said what kind a recorded day is.
pub(super) fn marked_by(day: &Day, payload: Option<&str>) -> Result<MarkedBy, StoreError> {
    let record: serde_json::Value = payload
        .map_or(Ok(serde_json::Value::Null), serde_json::from_str)
        .map_err(bad_json)?;
    Ok(match record["day"][BY_PATTERN].as_bool() {
        Some(true) => MarkedBy::Pattern,
        Some(false) => MarkedBy::Teacher,
        None if day.is_marked() => MarkedBy::Teacher,
        None => MarkedBy::Nobody,
    })
}

/// A day's payload, with the fields that this version does not know taken over from the one before. `by` is who said
/// its kind in this change; where nobody did, what was known of that stays as long as the kind does.
pub(super) fn day_payload(day: &Day, before: Option<&str>, by: MarkedBy) -> Result<String, StoreError> {
    let text = serde_json::to_string(&DayRecord::of(day)).map_err(bad_json)?;
    if before.is_none() && by == MarkedBy::Nobody {
        return Ok(text);
    }
    let old: serde_json::Value = before
        .map_or(Ok(serde_json::Value::Null), serde_json::from_str)
        .map_err(bad_json)?;
    let mut new: serde_json::Value = serde_json::from_str(&text).map_err(bad_json)?;
    let mut kept = keep_unknown(&old, &mut new);
    kept |= keep_unknown(&old["day"], &mut new["day"]);
    let same_kind = ["kind", "reason"].iter().all(|f| old["day"][f] == new["day"][f]);
    if let Some(fields) = new["day"].as_object_mut() {
        if by != MarkedBy::Nobody {
            fields.insert(BY_PATTERN.to_owned(), (by == MarkedBy::Pattern).into());
            kept = true;
        } else if !same_kind {
            fields.remove(BY_PATTERN);
        }
    }
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

/// Fields of a day that this version knows and leaves out where they say nothing.
const OPTIONAL: [&str; 3] = ["serial", "settled", "follows"];

/// Copies what only the old object has; says whether there was anything.
fn keep_unknown(old: &serde_json::Value, new: &mut serde_json::Value) -> bool {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object_mut()) else {
        return false;
    };
    let unknown: Vec<_> = old
        .iter()
        .filter(|(k, _)| !OPTIONAL.contains(&k.as_str()) && !new.contains_key(*k))
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
        let records = record::encode(key, payload.as_bytes());
        let records =
            records.ok_or_else(|| EngineError::Unreadable(format!("{key} is too long to be kept")))?;
        writes.extend(records.into_iter().map(|(k, v)| (k, Some(v))));
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
                .map_err(|e| EngineError::Unreadable(e.to_string()))?,
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
    let state =
        |text: String| serde_json::from_str(&text).map_err(|e| EngineError::Unreadable(e.to_string()));
    Ok(read_own(engine, "undo")?
        .map(state)
        .transpose()?
        .unwrap_or_default())
}

pub(super) fn first_closed(
    engine: &Engine,
    after: Option<NaiveDate>,
) -> Result<Option<NaiveDate>, EngineError> {
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

/// The dates that are closed, in order.
pub(super) fn closed_dates(engine: &Engine) -> Result<Vec<NaiveDate>, EngineError> {
    let (from, to) = (
        record::closed_key(crate::domain::FIRST_DATE),
        record::closed_key(crate::domain::LAST_DATE),
    );
    let mut dates = Vec::new();
    engine.scan(&from, &to, |key, _| {
        dates.extend(record::closed_date(key));
        ControlFlow::Continue(())
    })?;
    Ok(dates)
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

/// The names of the settings that are kept, those of a later version and what no undo takes back included.
pub(super) fn setting_names(engine: &Engine) -> Result<Vec<String>, EngineError> {
    setting_names_from(engine, "")
}

/// The names that begin so, of those.
pub(super) fn setting_names_from(engine: &Engine, start: &str) -> Result<Vec<String>, EngineError> {
    let from = [b"m", start.as_bytes()].concat();
    let mut to = from.clone();
    if let Some(last) = to.last_mut() {
        *last += 1; // names are text: no byte of them is the highest
    }
    let mut names = Vec::new();
    engine.scan(&from, &to, |key, _| {
        if let Some((Key::Setting(name), 0)) = Key::of_bytes(key) {
            names.push(name);
        }
        ControlFlow::Continue(())
    })?;
    Ok(names)
}

/// Reads every record and its checksum, without a look at what it says.
pub(super) fn try_all(engine: &Engine) -> Result<(), EngineError> {
    scan_days(engine, .., |_, _| Ok(()))?;
    for name in setting_names(engine)? {
        read_payload(engine, &Key::Setting(name))?;
    }
    Ok(())
}

/// Every record of days and settings.
pub(super) fn read_all(engine: &Engine) -> Result<Records, EngineError> {
    let mut out = Records::new();
    scan_days(engine, .., |date, payload| {
        out.insert(Key::Day(date), payload.to_owned());
        Ok(())
    })?;
    for name in setting_names(engine)? {
        let key = Key::Setting(name);
        if let Some(payload) = read_payload(engine, &key)? {
            out.insert(key, payload);
        }
    }
    Ok(out)
}
