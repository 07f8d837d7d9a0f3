//! The journal: every change as one checksummed line, synced before the database is touched.
//!
//! A line is `{"seq":…,"at":…,"op":…,"changes":[{"key":…,"before":…,"after":…}],"crc":"…"}`; the checksum covers the text
//! before it. A file begins with a line that says which change it follows, so a file without changes still tells where
//! the journal stands.

use super::StoreError;
use super::files;
use super::record::Key;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// `,"crc":"01234567"}`
const CRC_LENGTH: usize = 18;

/// What kind of change a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Op {
    /// A change of the user's.
    Do,
    /// Takes the change of this number back.
    Undo(u64),
    /// Makes the change of this number again.
    Redo(u64),
}

/// A record before and after; none where there was or is none.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) key: Key,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// One line: one atomic change.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) seq: u64,
    pub(super) at: String,
    pub(super) op: Op,
    pub(super) changes: Vec<Change>,
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
fn unseal(line: &[u8]) -> Option<String> {
    let line = line.strip_suffix(b"\n")?;
    let (json, crc) = line.split_at_checked(line.len().checked_sub(CRC_LENGTH)?)?;
    let expected = format!(",\"crc\":\"{:08x}\"}}", crc32fast::hash(json));
    (crc == expected.as_bytes()).then(|| String::from_utf8(json.to_vec()).ok().map(|s| s + "}"))?
}

impl Entry {
    fn to_line(&self) -> Result<String, StoreError> {
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

    fn from_line(line: &[u8]) -> Option<Self> {
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
fn head_of(line: &[u8]) -> Option<u64> {
    let head: HeadJson = serde_json::from_str(&unseal(line)?).ok()?;
    (head.r#type == TYPE && head.version == 1).then_some(head.follows)
}

/// Where the journal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    /// The number of the last change that can be read; 0 for none.
    pub(super) seq: u64,
    /// A file whose end cannot be read, and how long the readable part is.
    pub(super) broken: Option<(PathBuf, u64)>,
}

/// All that can be read of a journal.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Readable lines, in order.
    pub(super) entries: Vec<Entry>,
    /// Files that have something unreadable in them.
    pub(super) broken: Vec<PathBuf>,
}

/// The folder of journal files.
#[derive(Debug, Clone)]
pub(super) struct Journal {
    dir: PathBuf,
}

impl Journal {
    pub(super) const fn new(dir: PathBuf) -> Self {
        Self { dir }
    }

    /// The files by number.
    pub(super) fn files(&self) -> Result<Vec<(u32, PathBuf)>, StoreError> {
        let number = |name: &String| name.strip_suffix(".jsonl")?.parse::<u32>().ok();
        let mut files: Vec<_> = files::names_in(&self.dir)?
            .iter()
            .filter_map(|name| Some((number(name)?, self.dir.join(name))))
            .collect();
        files.sort();
        Ok(files)
    }

    /// Whether a file here is certainly a journal of ours.
    pub(super) fn is_ours(&self) -> bool {
        let ours = |path: &PathBuf| {
            let contents = read_file(path).ok();
            contents.is_some_and(|c| c.follows.is_some() || !c.entries.is_empty())
        };
        self.files()
            .is_ok_and(|files| files.iter().any(|(_, path)| ours(path)))
    }

    /// Where the journal stands, read from the end of its newest file.
    pub(super) fn tail(&self) -> Result<Tail, StoreError> {
        let mut broken = None;
        for (_, path) in self.files()?.iter().rev() {
            if let Some(seq) = quick_tail(path).map_err(files::at(path))? {
                return Ok(Tail { seq, broken });
            }
            let contents = read_file(path).map_err(files::at(path))?;
            broken = Some((path.clone(), contents.readable));
            if let Some(seq) = contents.entries.last().map(|e| e.seq).or(contents.follows) {
                return Ok(Tail { seq, broken });
            }
        }
        Ok(Tail { seq: 0, broken })
    }

    /// All readable lines after a number.
    pub(super) fn read_after(&self, seq: u64) -> Result<Contents, StoreError> {
        let mut out = Contents::default();
        for (_, path) in self.files()? {
            let file = read_file(&path).map_err(files::at(&path))?;
            if file.broken {
                out.broken.push(path);
            }
            out.entries
                .extend(file.entries.into_iter().filter(|e| e.seq > seq));
        }
        Ok(out)
    }

    /// The line of a number, looked for from the newest file.
    pub(super) fn find(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        for (_, path) in self.files()?.iter().rev() {
            let file = read_file(path).map_err(files::at(path))?;
            if let Some(entry) = file.entries.into_iter().find(|e| e.seq == seq) {
                return Ok(Some(entry));
            }
            if file.follows.is_some_and(|follows| follows < seq) {
                return Ok(None);
            }
        }
        Ok(None)
    }

    /// Appends a line to the newest file and returns when it is durable.
    ///
    /// # Errors
    /// If it cannot be made durable it is taken back; [`Withdrawn::No`] says that this failed too.
    pub(super) fn append(&self, entry: &Entry) -> Result<(), (StoreError, Withdrawn)> {
        let untouched = |e| (e, Withdrawn::Yes);
        let line = entry.to_line().map_err(untouched)?;
        let newest = self.files().map_err(untouched)?.pop();
        let path = match newest {
            Some((_, path)) => path,
            None => self.start(entry.seq - 1).map_err(untouched)?,
        };
        let open = files::private_file().append(true).open(&path);
        let mut file = open.map_err(|e| untouched(files::at(&path)(e)))?;
        let length = file.metadata().map_err(|e| untouched(files::at(&path)(e)))?.len();
        file.write_all(line.as_bytes())
            .and_then(|()| file.sync_all())
            .map_err(|e| {
                let back = file.set_len(length).and_then(|()| file.sync_all());
                (
                    files::at(&path)(e),
                    if back.is_ok() {
                        Withdrawn::Yes
                    } else {
                        Withdrawn::No
                    },
                )
            })
    }

    /// Starts a new file that follows a number.
    pub(super) fn start(&self, follows: u64) -> Result<PathBuf, StoreError> {
        files::create_private_dir(&self.dir)?;
        let number = self.files()?.last().map_or(1, |(n, _)| n + 1);
        let path = self.dir.join(format!("{number:04}.jsonl"));
        let head = HeadJson {
            r#type: TYPE.to_owned(),
            version: 1,
            follows,
        };
        let json = serde_json::to_string(&head).map_err(|e| StoreError::BadData(e.to_string()))?;
        files::replace_file(&path, seal(json).as_bytes())?;
        Ok(path)
    }

    /// Cuts a file off after its readable part.
    pub(super) fn cut(path: &Path, readable: u64) -> Result<(), StoreError> {
        if readable == 0 {
            std::fs::remove_file(path).map_err(files::at(path))?;
            return path.parent().map_or(Ok(()), files::sync_dir);
        }
        let file = files::private_file()
            .write(true)
            .open(path)
            .map_err(files::at(path))?;
        file.set_len(readable)
            .and_then(|()| file.sync_all())
            .map_err(files::at(path))
    }

    /// Deletes the files that hold nothing after a number, but for the newest.
    pub(super) fn prune(&self, seq: u64) -> Result<(), StoreError> {
        let files = self.files()?;
        for pair in files.windows(2) {
            let [(_, old), (_, next)] = pair else { break };
            match read_head(next).map_err(files::at(next))? {
                Some(follows) if follows <= seq => std::fs::remove_file(old).map_err(files::at(old))?,
                _ => break,
            }
        }
        files::sync_dir(&self.dir)
    }
}

/// Whether a line that could not be made durable is out of the journal again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Withdrawn {
    Yes,
    No,
}

struct FileContents {
    follows: Option<u64>,
    entries: Vec<Entry>,
    /// Bytes up to the end of the last readable line.
    readable: u64,
    broken: bool,
}

/// Reads a file line by line, passing over what is unreadable.
fn read_file(path: &Path) -> std::io::Result<FileContents> {
    let mut reader = BufReader::new(File::open(path)?);
    let mut out = FileContents {
        follows: None,
        entries: Vec::new(),
        readable: 0,
        broken: false,
    };
    let mut line = Vec::new();
    let mut first = true;
    let mut offset = 0;
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            out.broken |= first;
            return Ok(out);
        }
        let head = if first { head_of(&line) } else { None };
        offset += line.len() as u64;
        match (head, Entry::from_line(&line)) {
            (Some(follows), _) => out.follows = Some(follows),
            (None, Some(entry)) => {
                out.broken |= first; // the head is gone
                out.entries.push(entry);
            }
            (None, None) => {
                (out.broken, first) = (true, false);
                continue;
            }
        }
        (out.readable, first) = (offset, false);
    }
}

fn read_head(path: &Path) -> std::io::Result<Option<u64>> {
    let mut line = Vec::new();
    BufReader::new(File::open(path)?).read_until(b'\n', &mut line)?;
    Ok(head_of(&line))
}

/// The last number in a file whose last line is whole; none where it must be read more closely.
fn quick_tail(path: &Path) -> std::io::Result<Option<u64>> {
    #[derive(Deserialize)]
    struct Seq {
        seq: u64,
    }
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut window = 16 * 1024;
    loop {
        let start = length.saturating_sub(window);
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file)
            .take(length - start)
            .read_to_end(&mut bytes)?;
        let body = bytes.len().saturating_sub(1);
        match bytes[..body].iter().rposition(|b| *b == b'\n') {
            Some(at) => {
                let text = unseal(&bytes[at + 1..]);
                return Ok(text
                    .and_then(|t| serde_json::from_str(&t).ok())
                    .map(|s: Seq| s.seq));
            }
            None if start == 0 => return Ok(head_of(&bytes)),
            None => window *= 8,
        }
    }
}

#[cfg(test)]
mod tests;
