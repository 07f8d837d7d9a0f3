//! What was taken back: a response that comes after its withdrawal is not taken either.

use crate::domain::WeekId;
use crate::files::write_whole;
use crate::survey::Respondent;
use crate::survey::collector::dataset::{COLLECTED, Dataset, DatasetError};
use crate::survey::collector::row::Row;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Of each week and respondent, up to which revision everything was taken back. Never forgotten, whatever comes later, so
/// that the order does not matter.
#[derive(Debug)]
pub struct Withdrawn {
    path: PathBuf,
    revisions: BTreeMap<(WeekId, Respondent), u32>,
    is_changed: bool,
}

impl Withdrawn {
    /// What was taken back of a dataset, as far as it was collected.
    ///
    /// # Errors
    /// [`DatasetError::Io`].
    pub fn of(dataset: &Dataset) -> Result<Self, DatasetError> {
        let path = path_in(dataset.folder());
        Self::open(&path).map_err(|why| DatasetError::Io(path, why))
    }

    /// Whether anything of a week was taken back.
    #[must_use]
    pub fn is_any(&self, week: WeekId) -> bool {
        self.revisions.keys().any(|(of, _)| *of == week)
    }

    /// Whether a response to a week was taken back.
    #[must_use]
    pub fn has(&self, week: WeekId, row: &Row) -> bool {
        row.revision <= self.up_to(week, row.respondent)
    }

    /// Reads the file of them; there need not be one yet.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == ErrorKind::NotFound => String::new(),
            Err(e) => return Err(e),
        };
        let line = |line: &str| {
            let mut parts = line.split(',');
            let week = parts.next()?.parse().ok()?;
            let respondent = Respondent::try_from(parts.next()?.to_owned()).ok()?;
            Some(((week, respondent), parts.next()?.parse().ok()?))
        };
        let lines = text.lines().map(|l| line(l).ok_or(ErrorKind::InvalidData.into()));
        Ok(Self {
            path: path.to_owned(),
            revisions: lines.collect::<io::Result<_>>()?,
            is_changed: false,
        })
    }

    /// Up to which revision everything is taken back; 0 where nothing is.
    pub(super) fn up_to(&self, week: WeekId, respondent: Respondent) -> u32 {
        self.revisions.get(&(week, respondent)).copied().unwrap_or(0)
    }

    /// Notes a withdrawal, not yet durably.
    pub(super) fn note(&mut self, week: WeekId, respondent: Respondent, revision: u32) {
        let known = self.revisions.entry((week, respondent)).or_default();
        if *known < revision {
            *known = revision;
            self.is_changed = true;
        }
    }

    /// Makes what was noted durable.
    pub(super) fn save(&mut self) -> io::Result<()> {
        if !self.is_changed {
            return Ok(());
        }
        let mut text = String::new();
        for ((week, respondent), revision) in &self.revisions {
            let _ = writeln!(text, "{week},{respondent},{revision}"); // into memory: cannot fail
        }
        write_whole(&self.path, text.as_bytes())?;
        self.is_changed = false;
        Ok(())
    }

    /// The file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Where it is noted in a dataset.
pub(super) fn path_in(dataset: &Path) -> PathBuf {
    dataset.join(COLLECTED).join("withdrawn.csv")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_revision_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("withdrawn");
        let week: WeekId = "2026-W47".parse().unwrap();
        let [one, two] = ["0", "f"].map(|d| Respondent::try_from(d.repeat(32)).unwrap());
        let mut withdrawn = Withdrawn::open(&path).unwrap();
        withdrawn.save().unwrap();
        assert!(!path.exists());
        for revision in [2, 3, 1] {
            withdrawn.note(week, one, revision);
        }
        withdrawn.save().unwrap();
        let again = Withdrawn::open(&path).unwrap();
        assert_eq!((again.up_to(week, one), again.up_to(week, two)), (3, 0));
        std::fs::write(&path, "2026-W47,xyz").unwrap();
        assert!(Withdrawn::open(&path).is_err());
    }
}
