//! The backup folder: dumps by name and age, and how many are kept.

use super::StoreError;
use super::dump::{self, DumpError};
use super::engine::Engine;
use super::files::{self, Layout};
use super::journal::Journal;
use super::records::Records;
use crate::settings::BackupsKept;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many of the newest dumps a rebuild can start from; the journal reaches back to the oldest of them.
const BASES: usize = 3;

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
            .any(|n| dump::read_footer(&layout.backup().join(n.file())).is_some())
    })
}

/// The name's number and footer, by the number of the last change: newest first. Those without a footer are left out.
pub(super) fn by_age(layout: &Layout) -> Result<Vec<BackupInfo>, StoreError> {
    let info = |name: BackupName| {
        let footer = dump::read_footer(&layout.backup().join(name.file()))?;
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

/// Whether one was made on a date.
pub(super) fn made_on(layout: &Layout, date: NaiveDate) -> Result<bool, StoreError> {
    let named = names(layout)?.iter().any(|n| n.date == date);
    Ok(named
        || by_age(layout)?
            .iter()
            .any(|i| i.at.starts_with(&date.to_string())))
}

/// The backup with the newest change.
pub(super) fn newest(layout: &Layout) -> Result<Option<BackupInfo>, StoreError> {
    Ok(by_age(layout)?.into_iter().next())
}

/// Writes a dump of the database and reads it back; returns its name.
pub(super) fn make(
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
    dump::write(temporary.as_file_mut(), engine, seq, now).map_err(|e| match e {
        DumpError::Io(e) => files::at(&path)(e),
        DumpError::Engine(e) => e.into(),
    })?;
    temporary.as_file().sync_all().map_err(files::at(&path))?;
    dump::verify(temporary.path()).map_err(|why| StoreError::BadBackup(name.clone(), why))?;
    temporary
        .persist_noclobber(&path)
        .map_err(|e| files::at(&path)(e.error))?;
    files::sync_dir(&dir)?;
    Ok(name)
}

/// Deletes the backups that the rule does not keep: so many daily, weekly and monthly ones, then yearly.
pub(super) fn thin(layout: &Layout) -> Result<(), StoreError> {
    let names = names(layout)?;
    // Whatever the clock said when they were made: the newest by change are what a rebuild starts from.
    let newest: Vec<BackupName> = by_age(layout)?.into_iter().take(BASES).map(|i| i.name).collect();
    let kept = kept(&names, layout.kept());
    for name in names.iter().filter(|n| !kept.contains(n) && !newest.contains(n)) {
        let path = layout.backup().join(name.file());
        std::fs::remove_file(&path).map_err(files::at(&path))?;
    }
    Ok(())
}

fn kept(names: &[BackupName], most: BackupsKept) -> BTreeSet<&BackupName> {
    /// The newest backup of each of the newest `most` periods.
    fn newest<P: Ord>(
        names: &[BackupName],
        period: impl Fn(NaiveDate) -> P,
        most: u16,
    ) -> impl Iterator<Item = &BackupName> {
        let by_period: BTreeMap<P, &BackupName> = names.iter().map(|n| (period(n.date), n)).collect();
        by_period.into_values().rev().take(most.into())
    }
    let last_day = names.last().map(|n| n.date);
    let mut kept: BTreeSet<&BackupName> = names.iter().filter(|n| Some(n.date) == last_day).collect();
    kept.extend(newest(names, |d| d, most.daily));
    kept.extend(newest(names, crate::domain::WeekId::of, most.weekly));
    kept.extend(newest(names, |d| (d.year(), d.month()), most.monthly));
    kept.extend(newest(names, |d| d.year(), u16::MAX));
    kept
}

/// After a dump: start a journal file, thin the backups, and drop the journal files older than the third-newest dump.
pub(super) fn after_dump(layout: &Layout, seq: u64) -> Result<(), StoreError> {
    let journal = Journal::new(layout.journal());
    journal.start(seq)?;
    thin(layout)?;
    let bases = by_age(layout)?;
    match bases.get(BASES - 1) {
        // Journal files go only when what takes their place is sound.
        Some(oldest) if read(layout, &oldest.name).is_ok() => journal.prune(oldest.seq),
        _ => Ok(()),
    }
}

/// The backup of a name as the user writes it.
pub(super) fn named(layout: &Layout, text: &str) -> Result<BackupName, StoreError> {
    let found = BackupName::parse(text).filter(|n| layout.backup().join(n.file()).is_file());
    found.ok_or_else(|| StoreError::NoBackup(text.to_owned()))
}

/// Reads and verifies a backup: the number of its last change, and its records.
///
/// # Errors
/// What is wrong, in English.
pub(super) fn read(layout: &Layout, name: &BackupName) -> Result<(u64, Records), String> {
    dump::read(&layout.backup().join(name.file()))
}

/// Every backup with what is wrong with it, if anything.
pub(super) fn verify_all(layout: &Layout) -> Result<Vec<(BackupName, Option<String>)>, StoreError> {
    let check = |n: BackupName| {
        let wrong = dump::verify(&layout.backup().join(n.file())).err();
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
        fn thinning_keeps_the_rule_and_is_stable(
            gaps in prop::collection::vec(0u64..40, 1..120),
            (daily, weekly, monthly) in prop_oneof![Just((7u16, 5u16, 12u16)), (1u16..20, 1u16..20, 1u16..20)],
        ) {
            let most = BackupsKept { daily, weekly, monthly };
            let mut date: NaiveDate = "2020-01-01".parse().unwrap();
            let mut names = BTreeSet::new();
            for gap in gaps {
                date = date + chrono::Days::new(gap);
                let number = names.iter().filter(|n: &&BackupName| n.date == date).count() + 1;
                names.insert(BackupName { date, number: u32::try_from(number).unwrap() });
            }
            let names: Vec<_> = names.into_iter().collect();
            let days: BTreeSet<_> = names.iter().map(|n| n.date).collect();
            let kept_now: Vec<BackupName> = kept(&names, most).into_iter().cloned().collect();
            for day in days.iter().rev().take(daily.into()) {
                prop_assert!(kept_now.iter().any(|n| n.date == *day), "{day}");
            }
            let years = |n: &[BackupName]| n.iter().map(|n| n.date.year()).collect::<BTreeSet<_>>();
            prop_assert_eq!(years(&kept_now), years(&names));
            let last = names.iter().filter(|n| n.date == date).count();
            prop_assert!(kept_now.len() <= usize::from(daily + weekly + monthly) + years(&names).len() + last);
            let again: Vec<BackupName> = kept(&kept_now, most).into_iter().cloned().collect();
            prop_assert_eq!(again, kept_now);
        }
    }
}
