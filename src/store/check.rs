//! The full check: dump, journal and database against one another.

use super::engine::EngineError;
use super::files::{self, Layout};
use super::journal::Journal;
use super::records::{self, Records};
use super::session::{Session, closed};
use super::{Notice, StoreError, backup, rebuild};
use crate::i18n::{I18n, Say};
use crate::tr;
use std::path::PathBuf;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A record of the database cannot be read.
    Database(String),
    /// The database holds something else than dump and journal say.
    Differs {
        /// The records that differ: `day/2026-11-20`.
        keys: Vec<String>,
    },
    /// A journal file has something unreadable in it.
    Journal(PathBuf),
    /// Changes that no journal file holds although they are needed.
    Gap(Vec<u64>),
    /// A backup is damaged.
    Backup(backup::BackupName, String),
}

impl Say for Problem {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Database(why) => tr!(i18n, "check-database", why = why.as_str()),
            Self::Differs { keys } => tr!(i18n, "check-differs", keys = keys.join(", ")),
            Self::Journal(path) => tr!(i18n, "check-journal", path = path.display().to_string()),
            Self::Gap(seqs) => {
                let list = seqs.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
                tr!(i18n, "check-gap", changes = list)
            }
            Self::Backup(name, why) => tr!(i18n, "check-backup", name = name.to_string(), why = why.as_str()),
        }
    }
}

/// What a full check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// How many days were read.
    pub days: u64,
    /// How many blocks were read.
    pub blocks: u64,
    /// How many backups were read.
    pub backups: u64,
    /// The number of the last change.
    pub changes: u64,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl Session {
    /// Reads everything and compares. Changes nothing.
    ///
    /// # Errors
    /// Why a file cannot be read at all.
    pub fn check(&mut self) -> Result<CheckReport, StoreError> {
        let mut report = CheckReport {
            changes: self.seq,
            ..CheckReport::default()
        };
        for (name, wrong) in backup::verify_all(&self.layout)? {
            report.backups += 1;
            report
                .problems
                .extend(wrong.map(|why| Problem::Backup(name, why)));
        }
        let journal = Journal::new(self.layout.journal());
        report
            .problems
            .extend(journal.read_after(0)?.broken.into_iter().map(Problem::Journal));
        let engine = self.engine.as_ref().ok_or_else(closed)?;
        let records = records::read_all(engine).and_then(|records| {
            records::scan_days(engine, .., |_, payload| {
                let day = records::decode_day(payload)?;
                report.days += 1;
                report.blocks += day.blocks().len() as u64;
                Ok(())
            })?;
            Ok(records)
        });
        match records {
            Err(EngineError::Damaged(why)) => report.problems.push(Problem::Database(why)),
            Err(other) => return Err(other.into()),
            Ok(records) => report.problems.extend(self.compare(&records)?),
        }
        Ok(report)
    }

    /// What dump and journal say against what the database holds.
    fn compare(&self, records: &Records) -> Result<Vec<Problem>, StoreError> {
        let state = rebuild::state(&self.layout)?;
        let mut problems = Vec::new();
        let mut missing = state.missing;
        missing.extend(state.seq + 1..=self.seq);
        if !missing.is_empty() {
            problems.push(Problem::Gap(missing));
            return Ok(problems); // then the database knows more than they do
        }
        let keys = state.records.keys().chain(records.keys());
        let mut differ: Vec<_> = keys
            .filter(|k| state.records.get(*k) != records.get(*k))
            .collect();
        differ.sort();
        differ.dedup();
        if !differ.is_empty() {
            problems.push(Problem::Differs {
                keys: differ.iter().map(ToString::to_string).collect(),
            });
        }
        Ok(problems)
    }

    /// Mends what a check finds; what was damaged is set aside, never deleted. Returns what it found.
    ///
    /// # Errors
    /// Why it cannot be mended.
    pub fn repair(&mut self) -> Result<CheckReport, StoreError> {
        let report = self.check()?;
        let mut fresh_dump = false;
        let broken_database = |p: &Problem| matches!(p, Problem::Database(_) | Problem::Differs { .. });
        if report.problems.iter().any(broken_database) {
            self.rebuild()?;
        }
        for problem in &report.problems {
            match problem {
                Problem::Database(_) | Problem::Differs { .. } => {}
                Problem::Gap(_) => fresh_dump = true,
                Problem::Journal(path) => {
                    let aside = Layout::aside(path, self.now);
                    std::fs::rename(path, &aside).map_err(files::at(path))?;
                    self.notices.push(Notice::JournalReplaced { aside: Some(aside) });
                    fresh_dump = true;
                }
                Problem::Backup(name, _) => {
                    backup::set_aside(&self.layout, name, self.now)?;
                    self.notices.push(Notice::BackupReplaced(name.clone()));
                    fresh_dump = true;
                }
            }
        }
        if fresh_dump {
            self.dump()?;
        }
        Ok(report)
    }
}
