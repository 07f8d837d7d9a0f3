//! Dumps: the whole diary as JSON lines with a footer of counts and a checksum.
//!
//! A dump is at once a backup that any person can read and `import` takes, and the base that a rebuild starts from.

use super::engine::{Engine, EngineError};
use super::files::{self, Layout};
use super::journal::Journal;
use super::record::Key;
use super::{StoreError, session};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The first line of every export and dump.
pub(super) const HEADER: &str = "{\"type\":\"jianfu\",\"version\":1}";

/// A backup's name: its date, and a number if the day has several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackupName {
    date: NaiveDate,
    number: u32,
}

impl BackupName {
    fn parse(text: &str) -> Option<Self> {
        let (date, number) = text.split_at_checked(10)?;
        let number = if number.is_empty() {
            1
        } else {
            number.strip_prefix('-')?.parse().ok()?
        };
        let name = Self {
            date: crate::domain::parse_date(date).ok()?,
            number,
        };
        (name.to_string() == text).then_some(name)
    }

    /// The day it was made on.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    fn file(&self) -> String {
        format!("{self}.jsonl")
    }
}

impl fmt::Display for BackupName {
    /// `2026-11-20`, `2026-11-20-2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        if self.number > 1 {
            write!(f, "-{}", self.number)
        } else {
            Ok(())
        }
    }
}

/// What a backup's footer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    /// Its name.
    pub name: BackupName,
    /// When it was made; local time.
    pub at: String,
    /// The number of the last change in it.
    pub seq: u64,
    /// How many days it has.
    pub days: u64,
    /// How many blocks it has.
    pub blocks: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Footer {
    r#type: String,
    seq: u64,
    at: String,
    days: u64,
    blocks: u64,
    settings: u64,
    crc: String,
}

/// All the names in the backup folder, oldest first.
pub(super) fn names(layout: &Layout) -> Result<Vec<BackupName>, StoreError> {
    let names = files::names_in(&layout.backup())?;
    let parse = |n: &String| BackupName::parse(n.strip_suffix(".jsonl")?);
    let mut names: Vec<_> = names.iter().filter_map(parse).collect();
    names.sort();
    Ok(names)
}

/// Whether a dump here is certainly ours.
pub(super) fn any_is_ours(layout: &Layout) -> bool {
    names(layout).is_ok_and(|names| {
        names
            .iter()
            .any(|n| read_footer(&layout.backup().join(n.file())).is_some())
    })
}

/// The name's number and footer, by the number of the last change: newest first. Those without a footer are left out.
pub(super) fn by_age(layout: &Layout) -> Result<Vec<BackupInfo>, StoreError> {
    let info = |name: BackupName| {
        let footer = read_footer(&layout.backup().join(name.file()))?;
        Some(BackupInfo {
            name,
            at: footer.at,
            seq: footer.seq,
            days: footer.days,
            blocks: footer.blocks,
        })
    };
    let mut infos: Vec<_> = names(layout)?.into_iter().filter_map(info).collect();
    infos.sort_by(|a, b| (b.seq, &b.name).cmp(&(a.seq, &a.name)));
    Ok(infos)
}

/// The footer, read from the end of the file; its checksum is not tried.
fn read_footer(path: &Path) -> Option<Footer> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(1024))).ok()?;
    let mut end = Vec::new();
    file.read_to_end(&mut end).ok()?;
    let body = end.strip_suffix(b"\n")?;
    let line = body.rsplit(|b| *b == b'\n').next()?;
    serde_json::from_slice(line)
        .ok()
        .filter(|f: &Footer| f.r#type == "end")
}

/// Writes a dump of the database and reads it back; returns its name.
pub(super) fn dump(
    layout: &Layout,
    engine: &Engine,
    seq: u64,
    now: NaiveDateTime,
) -> Result<BackupName, StoreError> {
    let dir = layout.backup();
    files::create_private_dir(&dir)?;
    let taken: BTreeSet<_> = names(layout)?.into_iter().collect();
    let free = |number: &u32| {
        !taken.contains(&BackupName {
            date: now.date(),
            number: *number,
        })
    };
    let name = BackupName {
        date: now.date(),
        number: (1..u32::MAX).find(free).unwrap_or(u32::MAX),
    };
    let path = dir.join(name.file());
    let mut temporary = tempfile::Builder::new()
        .prefix(".new-")
        .tempfile_in(&dir)
        .map_err(files::at(&dir))?;
    write_dump(temporary.as_file_mut(), engine, seq, now).map_err(|e| match e {
        DumpError::Io(e) => files::at(&path)(e),
        DumpError::Engine(e) => e.into(),
    })?;
    temporary.as_file().sync_all().map_err(files::at(&path))?;
    verify(temporary.path()).map_err(|why| StoreError::BadBackup(name.clone(), why))?;
    temporary
        .persist_noclobber(&path)
        .map_err(|e| files::at(&path)(e.error))?;
    files::sync_dir(&dir)?;
    Ok(name)
}

enum DumpError {
    Io(std::io::Error),
    Engine(EngineError),
}

/// Text that is written and summed.
struct Summed<W: Write> {
    out: BufWriter<W>,
    crc: crc32fast::Hasher,
    error: Option<std::io::Error>,
}

impl<W: Write> Summed<W> {
    fn line(&mut self, parts: &[&str]) {
        for part in parts.iter().copied().chain(["\n"]) {
            self.crc.update(part.as_bytes());
            if let Err(e) = self.out.write_all(part.as_bytes()) {
                self.error.get_or_insert(e);
            }
        }
    }
}

/// A day's record, taken apart no further than needed.
#[derive(Deserialize)]
struct RawDay<'a> {
    #[serde(borrow)]
    day: &'a RawValue,
    #[serde(borrow)]
    blocks: Vec<&'a RawValue>,
}

/// Header, all days, all blocks, all settings, footer: in two passes, so that memory stays flat.
fn write_dump(file: &mut File, engine: &Engine, seq: u64, now: NaiveDateTime) -> Result<(), DumpError> {
    let mut out = Summed {
        out: BufWriter::new(file),
        crc: crc32fast::Hasher::new(),
        error: None,
    };
    let (mut days, mut blocks, mut settings) = (0, 0, 0);
    out.line(&[HEADER]);
    let bad = |e: serde_json::Error| EngineError::Damaged(e.to_string());
    for pass in 0..2 {
        session::scan_days(engine, .., |_, payload| {
            let raw: RawDay<'_> = serde_json::from_str(payload).map_err(bad)?;
            if pass == 0 {
                days += 1;
                out.line(&["{\"type\":\"day\",", &raw.day.get()[1..]]);
            } else {
                for block in raw.blocks {
                    blocks += 1;
                    out.line(&["{\"type\":\"block\",", &block.get()[1..]]);
                }
            }
            Ok(())
        })
        .map_err(DumpError::Engine)?;
    }
    for name in crate::diary::SETTING_NAMES {
        let value =
            session::read_payload(engine, &Key::Setting(name.to_owned())).map_err(DumpError::Engine)?;
        if let Some(value) = value {
            settings += 1;
            out.line(&[
                "{\"type\":\"setting\",\"key\":\"",
                name,
                "\",\"value\":",
                &value,
                "}",
            ]);
        }
    }
    let crc = format!("{:08x}", out.crc.clone().finalize());
    let at = now.format("%Y-%m-%dT%H:%M:%S").to_string();
    let footer = Footer {
        r#type: "end".into(),
        seq,
        at,
        days,
        blocks,
        settings,
        crc,
    };
    let footer = serde_json::to_string(&footer).map_err(|e| DumpError::Engine(bad(e)))?;
    out.line(&[&footer]);
    match (out.error, out.out.flush()) {
        (Some(e), _) | (None, Err(e)) => Err(DumpError::Io(e)),
        (None, Ok(())) => Ok(()),
    }
}

/// Reads a dump against its footer.
///
/// # Errors
/// What is wrong, in English.
fn verify(path: &Path) -> Result<Footer, String> {
    read_lines(path, |_| Ok(()))
}

/// What a dump holds: the records by key.
pub(super) type Contents = BTreeMap<Key, String>;

/// Reads and verifies a dump.
///
/// # Errors
/// What is wrong, in English.
pub(super) fn read(layout: &Layout, name: &BackupName) -> Result<(u64, Contents), String> {
    #[derive(Deserialize)]
    struct Line<'a> {
        r#type: &'a str,
        date: Option<&'a str>,
        key: Option<&'a str>,
        #[serde(borrow)]
        value: Option<&'a RawValue>,
    }
    let mut days: BTreeMap<NaiveDate, (String, Vec<String>)> = BTreeMap::new();
    let mut out = Contents::new();
    let footer = read_lines(&layout.backup().join(name.file()), |text| {
        let line: Line<'_> = serde_json::from_str(text).map_err(|e| e.to_string())?;
        let date = || crate::domain::parse_date(line.date.unwrap_or_default()).map_err(|e| e.to_string());
        let rest =
            |prefix: &str| Ok::<_, String>(format!("{{{}", text.strip_prefix(prefix).ok_or("odd line")?));
        match line.r#type {
            "day" => drop(days.insert(date()?, (rest("{\"type\":\"day\",")?, Vec::new()))),
            "block" => {
                let day = days.get_mut(&date()?).ok_or("a block without its day")?;
                day.1.push(rest("{\"type\":\"block\",")?);
            }
            "setting" => {
                let (Some(key), Some(value)) = (line.key, line.value) else {
                    return Err("odd setting".into());
                };
                out.insert(Key::Setting(key.to_owned()), value.get().to_owned());
            }
            _ => {}
        }
        Ok(())
    })?;
    for (date, (day, blocks)) in days {
        out.insert(
            Key::Day(date),
            format!("{{\"day\":{day},\"blocks\":[{}]}}", blocks.join(",")),
        );
    }
    Ok((footer.seq, out))
}

/// Calls `each` with every line between header and footer, then checks counts and checksum.
fn read_lines(path: &Path, mut each: impl FnMut(&str) -> Result<(), String>) -> Result<Footer, String> {
    let text = |e: std::io::Error| e.to_string();
    let mut reader = BufReader::new(File::open(path).map_err(text)?);
    let mut crc = crc32fast::Hasher::new();
    let (mut line, mut counts) = (String::new(), [0u64; 3]);
    loop {
        line.clear();
        if reader.read_line(&mut line).map_err(text)? == 0 {
            return Err("its end is missing".into());
        }
        if line.starts_with("{\"type\":\"end\"") {
            break;
        }
        crc.update(line.as_bytes());
        for (count, kind) in counts.iter_mut().zip(["day", "block", "setting"]) {
            *count += u64::from(
                line.strip_prefix("{\"type\":\"")
                    .is_some_and(|l| l.starts_with(kind)),
            );
        }
        each(line.trim_end_matches('\n'))?;
    }
    let footer: Footer = serde_json::from_str(&line).map_err(|e| e.to_string())?;
    let sound = footer.crc == format!("{:08x}", crc.finalize())
        && counts == [footer.days, footer.blocks, footer.settings]
        && reader.fill_buf().map_err(text)?.is_empty();
    if sound {
        Ok(footer)
    } else {
        Err("its checksum or counts are wrong".into())
    }
}

/// Deletes the backups that the rule does not keep: 7 daily, 5 weekly, 12 monthly, then yearly.
pub(super) fn thin(layout: &Layout) -> Result<(), StoreError> {
    let names = names(layout)?;
    let kept = kept(&names);
    for name in names.iter().filter(|n| !kept.contains(n)) {
        let path = layout.backup().join(name.file());
        std::fs::remove_file(&path).map_err(files::at(&path))?;
    }
    Ok(())
}

fn kept(names: &[BackupName]) -> BTreeSet<&BackupName> {
    /// The newest backup of each of the newest `most` periods.
    fn newest<P: Ord>(
        names: &[BackupName],
        period: impl Fn(NaiveDate) -> P,
        most: usize,
    ) -> impl Iterator<Item = &BackupName> {
        let by_period: BTreeMap<P, &BackupName> = names.iter().map(|n| (period(n.date), n)).collect();
        by_period.into_values().rev().take(most)
    }
    let last_day = names.last().map(|n| n.date);
    let mut kept: BTreeSet<&BackupName> = names.iter().filter(|n| Some(n.date) == last_day).collect();
    kept.extend(newest(names, |d| d, 7));
    kept.extend(newest(names, crate::domain::WeekId::of, 5));
    kept.extend(newest(names, |d| (d.year(), d.month()), 12));
    kept.extend(newest(names, |d| d.year(), usize::MAX));
    kept
}

/// After a dump: start a journal file, thin the backups, and drop the journal files older than the third-newest dump.
pub(super) fn after_dump(layout: &Layout, seq: u64) -> Result<(), StoreError> {
    let journal = Journal::new(layout.journal());
    journal.start(seq)?;
    thin(layout)?;
    match by_age(layout)?.get(2) {
        Some(third) => journal.prune(third.seq),
        None => Ok(()),
    }
}

/// The backup of a name as the user writes it.
pub(super) fn named(layout: &Layout, text: &str) -> Result<BackupName, StoreError> {
    let found = BackupName::parse(text).filter(|n| layout.backup().join(n.file()).is_file());
    found.ok_or_else(|| StoreError::NoBackup(text.to_owned()))
}

/// Every backup with what is wrong with it, if anything.
pub(super) fn verify_all(layout: &Layout) -> Result<Vec<(BackupName, Option<String>)>, StoreError> {
    let check = |n: BackupName| {
        let wrong = verify(&layout.backup().join(n.file())).err();
        (n, wrong)
    };
    Ok(names(layout)?.into_iter().map(check).collect())
}

/// Sets a damaged backup aside.
pub(super) fn set_aside(layout: &Layout, name: &BackupName, now: NaiveDateTime) -> Result<(), StoreError> {
    let path = layout.backup().join(name.file());
    std::fs::rename(&path, Layout::aside(&path, now)).map_err(files::at(&path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_round_trip() {
        for text in ["2026-11-20", "2026-11-20-2"] {
            assert_eq!(BackupName::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2026-11-20-1",
            "2026-11-20-02",
            "2026-11-2",
            "../2026-11-20",
            "2026-13-01",
        ] {
            assert_eq!(BackupName::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn thinning_keeps_the_rule_and_is_stable(gaps in prop::collection::vec(0u64..40, 1..120)) {
            let mut date: NaiveDate = "2020-01-01".parse().unwrap();
            let mut names = BTreeSet::new();
            for gap in gaps {
                date = date + chrono::Days::new(gap);
                let number = names.iter().filter(|n: &&BackupName| n.date == date).count() + 1;
                names.insert(BackupName { date, number: u32::try_from(number).unwrap() });
            }
            let names: Vec<_> = names.into_iter().collect();
            let days: BTreeSet<_> = names.iter().map(|n| n.date).collect();
            let kept_now: Vec<BackupName> = kept(&names).into_iter().cloned().collect();
            for day in days.iter().rev().take(7) {
                prop_assert!(kept_now.iter().any(|n| n.date == *day), "{day}");
            }
            let years = |n: &[BackupName]| n.iter().map(|n| n.date.year()).collect::<BTreeSet<_>>();
            prop_assert_eq!(years(&kept_now), years(&names));
            let last = names.iter().filter(|n| n.date == date).count();
            prop_assert!(kept_now.len() <= 7 + 5 + 12 + years(&names).len() + last);
            let again: Vec<BackupName> = kept(&kept_now).into_iter().cloned().collect();
            prop_assert_eq!(again, kept_now);
        }
    }
}
