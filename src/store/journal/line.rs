//! A line of the journal: one atomic change, with a checksum over its text.

use crate::store::StoreError;
use crate::store::record::Key;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// `,"crc":"01234567"}`
const CRC_LENGTH: usize = 18;

/// What kind of change a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::store) enum Op {
    /// A change of the user's.
    Do,
    /// Takes the change of this number back.
    Undo(u64),
    /// Makes the change of this number again.
    Redo(u64),
    /// A fact that no undo takes back.
    Keep,
}

/// A record before and after; none where there was or is none.
#[derive(Debug, Clone)]
pub(in crate::store) struct Change {
    pub(in crate::store) key: Key,
    pub(in crate::store) before: Option<String>,
    pub(in crate::store) after: Option<String>,
}

/// One line: one atomic change.
#[derive(Debug, Clone)]
pub(in crate::store) struct Entry {
    pub(in crate::store) seq: u64,
    pub(in crate::store) at: String,
    pub(in crate::store) op: Op,
    pub(in crate::store) changes: Vec<Change>,
}

#[derive(Serialize, Deserialize)]
struct EntryJson<'a> {
    seq: u64,
    at: String,
    op: Op,
    #[serde(borrow)]
    changes: Vec<ChangeJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct ChangeJson<'a> {
    key: String,
    #[serde(borrow)]
    before: Option<&'a RawValue>,
    #[serde(borrow)]
    after: Option<&'a RawValue>,
}

#[derive(Serialize, Deserialize)]
struct HeadJson {
    r#type: String,
    version: u32,
    follows: u64,
}

const TYPE: &str = "jianfu journal";

/// Appends the checksum to a JSON object.
fn seal(mut json: String) -> String {
    json.pop();
    let crc = crc32fast::hash(json.as_bytes());
    json + &format!(",\"crc\":\"{crc:08x}\"}}\n")
}

/// The JSON object of a line whose checksum is right.
pub(super) fn unseal(line: &[u8]) -> Option<String> {
    let line = line.strip_suffix(b"\n")?;
    let (json, crc) = line.split_at_checked(line.len().checked_sub(CRC_LENGTH)?)?;
    let expected = format!(",\"crc\":\"{:08x}\"}}", crc32fast::hash(json));
    (crc == expected.as_bytes()).then(|| String::from_utf8(json.to_vec()).ok().map(|s| s + "}"))?
}

impl Entry {
    pub(super) fn to_line(&self) -> Result<String, StoreError> {
        let raw = |json: &Option<String>| json.clone().map(RawValue::from_string).transpose();
        let bad = |e: serde_json::Error| StoreError::BadData(e.to_string());
        let mut values = Vec::with_capacity(self.changes.len());
        for change in &self.changes {
            values.push((
                raw(&change.before).map_err(bad)?,
                raw(&change.after).map_err(bad)?,
            ));
        }
        let changes = self
            .changes
            .iter()
            .zip(&values)
            .map(|(change, (before, after))| ChangeJson {
                key: change.key.to_string(),
                before: before.as_deref(),
                after: after.as_deref(),
            });
        let json = EntryJson {
            seq: self.seq,
            at: self.at.clone(),
            op: self.op,
            changes: changes.collect(),
        };
        Ok(seal(serde_json::to_string(&json).map_err(bad)?))
    }

    pub(super) fn from_line(line: &[u8]) -> Option<Self> {
        let text = unseal(line)?;
        let json: EntryJson<'_> = serde_json::from_str(&text).ok()?;
        let payload = |raw: Option<&RawValue>| raw.map(|r| r.get().to_owned());
        let change = |c: &ChangeJson<'_>| {
            Some(Change {
                key: Key::parse(&c.key)?,
                before: payload(c.before),
                after: payload(c.after),
            })
        };
        let changes = json.changes.iter().map(change).collect::<Option<_>>()?;
        Some(Self {
            seq: json.seq,
            at: json.at,
            op: json.op,
            changes,
        })
    }
}

/// The number that the first line of a file says it follows.
pub(super) fn head_of(line: &[u8]) -> Option<u64> {
    let head: HeadJson = serde_json::from_str(&unseal(line)?).ok()?;
    (head.r#type == TYPE && head.version == 1).then_some(head.follows)
}

/// The first line of a file that follows a change.
pub(super) fn head_line(follows: u64) -> Result<String, StoreError> {
    let head = HeadJson {
        r#type: TYPE.to_owned(),
        version: 1,
        follows,
    };
    let json = serde_json::to_string(&head).map_err(|e| StoreError::BadData(e.to_string()))?;
    Ok(seal(json))
}
