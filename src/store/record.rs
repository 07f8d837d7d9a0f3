//! Keys and records of the database.
//!
//! Key = tag ‖ big-endian date ‖ part, or tag ‖ name. Record = magic, schema, number of parts, length, JSON, CRC-32
//! over key and all. A day that is longer than one record goes over several, so that none leaves the size that the
//! engine keeps in its log.

use crate::domain::FIRST_DATE;
use chrono::NaiveDate;
use std::fmt;

/// The schema of the records that this program writes.
const SCHEMA: u8 = 1;
const MAGIC: [u8; 2] = *b"jf";
const HEAD: usize = 2 + 1 + 1 + 4;
/// The most payload of one record; the engine is safe up to 6 KiB in all.
const PART: usize = 5 * 1024;

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key {
    /// A day's record.
    Day(NaiveDate),
    /// A setting of the profile, or, under a name of its own, what is kept of surveys and is no setting.
    Setting(String),
}

impl Key {
    /// Reads what `Display` prints.
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.split_once('/')? {
            ("day", date) => crate::domain::parse_date(date).ok().map(Self::Day),
            ("setting", name) => Some(Self::Setting(name.to_owned())),
            _ => None,
        }
    }

    /// The key of a part of its record.
    pub(super) fn bytes(&self, part: u8) -> Vec<u8> {
        let mut key = match self {
            Self::Day(date) => [b"d", day_number(*date).to_be_bytes().as_slice()].concat(),
            Self::Setting(name) => [b"m", name.as_bytes(), b"\0"].concat(),
        };
        key.push(part);
        key
    }

    /// The key and part of a database key; none for the store's own.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<(Self, u8)> {
        let (part, rest) = bytes.split_last()?;
        let key = match rest.split_first()? {
            (b'd', date) => Self::Day(date_of(u32::from_be_bytes(date.try_into().ok()?))?),
            (b'm', name) => Self::Setting(String::from_utf8(name.strip_suffix(b"\0")?.to_vec()).ok()?),
            _ => return None,
        };
        Some((key, *part))
    }
}

impl fmt::Display for Key {
    /// As the journal names it: `day/2026-11-20`, `setting/goals`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "day/{date}"),
            Self::Setting(name) => write!(f, "setting/{name}"),
        }
    }
}

fn day_number(date: NaiveDate) -> u32 {
    u32::try_from((date - FIRST_DATE).num_days()).unwrap_or(0)
}

fn date_of(number: u32) -> Option<NaiveDate> {
    FIRST_DATE.checked_add_days(chrono::Days::new(number.into()))
}

/// The key that says that a date is closed: an index of its own, so that a search for closed weeks reads no days.
pub(super) fn closed_key(date: NaiveDate) -> Vec<u8> {
    [b"c", day_number(date).to_be_bytes().as_slice()].concat()
}

/// The date of a key of the index of closed days.
pub(super) fn closed_date(key: &[u8]) -> Option<NaiveDate> {
    match key.split_first()? {
        (b'c', date) => date_of(u32::from_be_bytes(date.try_into().ok()?)),
        _ => None,
    }
}

/// The key of one of the store's own values: `seq`, `undo`.
pub(super) fn own_key(name: &str) -> Vec<u8> {
    [b"s", name.as_bytes()].concat()
}

/// Why a record cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadRecord {
    /// Its checksum, length or magic is wrong.
    Damaged(String),
    /// A newer schema.
    Newer(u8),
}

/// Cuts a payload into the records of a key; none where it is too long to be kept.
pub(super) fn encode(key: &Key, payload: &[u8]) -> Option<Vec<(Vec<u8>, Vec<u8>)>> {
    let chunks: Vec<&[u8]> = if payload.is_empty() {
        vec![payload]
    } else {
        payload.chunks(PART).collect()
    };
    let count = u8::try_from(chunks.len()).ok()?; // 1.3 MB: far above the longest day
    let part = |(i, chunk): (u8, &&[u8])| {
        let name = key.bytes(i);
        let value = encode_one(&name, count, chunk);
        (name, value)
    };
    Some((0..count).zip(&chunks).map(part).collect())
}

/// One record under a key of any kind.
pub(super) fn encode_one(key: &[u8], parts: u8, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    let mut record = Vec::with_capacity(HEAD + payload.len() + 4);
    record.extend(MAGIC);
    record.extend([SCHEMA, parts]);
    record.extend(length.to_be_bytes());
    record.extend(payload);
    let crc = checksum(key, &record);
    record.extend(crc.to_be_bytes());
    record
}

/// The number of parts and the payload of one record.
///
/// # Errors
/// [`BadRecord`]: damaged, or of a newer schema.
pub(super) fn decode_one<'a>(key: &[u8], record: &'a [u8]) -> Result<(u8, &'a [u8]), BadRecord> {
    let damaged = |what: &str| BadRecord::Damaged(format!("record {}: {what}", show_key(key)));
    let (body, crc) = record
        .split_last_chunk::<4>()
        .ok_or_else(|| damaged("too short"))?;
    if checksum(key, body).to_be_bytes() != *crc {
        return Err(damaged("wrong checksum"));
    }
    match body {
        [m0, m1, schema, parts, rest @ ..] if [*m0, *m1] == MAGIC => {
            if *schema > SCHEMA {
                return Err(BadRecord::Newer(*schema));
            }
            let (length, payload) = rest
                .split_first_chunk::<4>()
                .ok_or_else(|| damaged("too short"))?;
            if u32::from_be_bytes(*length) as usize == payload.len() {
                Ok((*parts, payload))
            } else {
                Err(damaged("wrong length"))
            }
        }
        _ => Err(damaged("not a record")),
    }
}

fn checksum(key: &[u8], record: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key);
    hasher.update(record);
    hasher.finalize()
}

fn show_key(key: &[u8]) -> String {
    Key::of_bytes(key).map_or_else(
        || String::from_utf8_lossy(key).into_owned(),
        |(key, _)| key.to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> impl Strategy<Value = Key> {
        prop_oneof![
            (0u64..150_000).prop_map(|n| Key::Day(FIRST_DATE + chrono::Days::new(n))),
            "[a-z]{1,12}".prop_map(Key::Setting),
        ]
    }

    proptest! {
        #[test]
        fn keys_round_trip(key in key(), part: u8) {
            prop_assert_eq!(Key::parse(&key.to_string()), Some(key.clone()));
            prop_assert_eq!(Key::of_bytes(&key.bytes(part)), Some((key, part)));
        }

        #[test]
        fn payloads_round_trip_over_any_number_of_parts(key in key(), payload in prop::collection::vec(any::<u8>(), 0..20_000)) {
            let records = encode(&key, &payload).unwrap();
            let mut back: Vec<u8> = Vec::new();
            for (i, (name, record)) in records.iter().enumerate() {
                prop_assert!(record.len() < 6 * 1024);
                prop_assert_eq!(name, &key.bytes(u8::try_from(i).unwrap()));
                let (parts, chunk) = decode_one(name, record).unwrap();
                prop_assert_eq!(usize::from(parts), records.len());
                back.extend(chunk);
            }
            prop_assert_eq!(back, payload);
        }

        #[test]
        fn any_flipped_bit_and_any_other_key_is_noticed(at: prop::sample::Index, bit in 0u8..8) {
            let name = Key::Setting("goals".into()).bytes(0);
            let mut record = encode_one(&name, 1, b"{\"a\":1}");
            prop_assert!(decode_one(b"other", &record).is_err());
            let i = at.index(record.len());
            record[i] ^= 1 << bit;
            prop_assert!(decode_one(&name, &record).is_err());
        }
    }

    #[test]
    fn what_is_too_long_is_refused_whole() {
        let key = Key::Setting("goals".into());
        assert!(encode(&key, &vec![b' '; 255 * PART]).is_some());
        assert!(encode(&key, &vec![b' '; 255 * PART + 1]).is_none());
    }

    #[test]
    fn a_newer_schema_is_told_from_damage() {
        let mut record = encode_one(b"k", 1, b"{}");
        record[2] = 9;
        let body = record.len() - 4;
        let crc = checksum(b"k", &record[..body]);
        record[body..].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(decode_one(b"k", &record), Err(BadRecord::Newer(9)));
    }

    #[test]
    fn days_sort_by_date() {
        let day = |d: &str| Key::Day(d.parse().unwrap()).bytes(0);
        assert!(day("1999-12-31") < day("2000-01-01") && day("2026-11-20") < day("2026-11-21"));
    }
}
