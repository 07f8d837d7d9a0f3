//! The store: a folder that loses nothing it has acknowledged.
//!
//! A change is acknowledged when a checksummed journal line and the database both hold it and both are synced. Either
//! can be rebuilt from the other and the newest dump, so damage to any one file costs nothing but time. Nothing outside
//! `engine` knows which database it is.
//!
//! A [`Store`] is a folder; a [`Session`] is the folder opened, under our lock, for as long as one thing takes. The
//! terminal UI opens a session for each change, so commands work beside it.

mod backup;
mod change;
mod check;
mod dump;
mod dumps;
mod engine;
mod error;
mod files;
mod format;
mod journal;
mod lock;
mod move_to;
mod moved;
mod open;
mod past;
mod rebuild;
mod record;
mod records;
mod school_days;
mod search;
mod session;
mod survey;
mod undo;
mod weeks;

pub use backup::{BackupInfo, BackupName};
pub use change::Undone;
pub use check::{CheckReport, Problem};
pub use dumps::Restored;
pub use engine::is_guarded;
pub use error::{Notice, StoreError};
pub use move_to::Moving;
pub use session::Session;

use crate::diary::Profile;
use crate::settings::{BackupsKept, Config};
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The folder that holds a teacher's data.
#[derive(Debug, Clone)]
pub struct Store {
    layout: files::Layout,
    /// The settings that hold until the diary says otherwise.
    defaults: Arc<Profile>,
    /// Whether a session was opened: from then on the folder must stay where it is.
    seen: Arc<AtomicBool>,
}

impl Store {
    /// The store in a folder, which need not exist yet. Touches nothing.
    #[must_use]
    pub fn at(dir: impl Into<PathBuf>) -> Self {
        Self {
            layout: files::Layout::new(dir.into()),
            defaults: Arc::default(),
            seen: Arc::default(),
        }
    }

    /// With the profile that holds until the diary says otherwise.
    #[must_use]
    pub fn with_defaults(self, profile: Profile) -> Self {
        Self {
            defaults: Arc::new(profile),
            ..self
        }
    }

    /// With so many dumps kept.
    #[must_use]
    pub fn with_backups(self, kept: BackupsKept) -> Self {
        Self {
            layout: self.layout.keeping(kept),
            ..self
        }
    }

    /// With everything that the configuration says of the data but their place.
    #[must_use]
    pub fn with_config(self, config: &Config) -> Self {
        self.with_defaults(Profile::from_config(config))
            .with_backups(config.backups)
    }

    /// The store in another folder, with the same defaults. Touches nothing.
    #[must_use]
    fn in_folder(&self, dir: impl Into<PathBuf>) -> Self {
        Self {
            layout: files::Layout::new(dir.into()).keeping(self.layout.kept()),
            defaults: Arc::clone(&self.defaults),
            seen: Arc::default(),
        }
    }

    /// The profile that holds until the diary says otherwise.
    #[must_use]
    pub fn defaults(&self) -> &Profile {
        &self.defaults
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        self.layout.dir()
    }

    /// Locks and opens the store, creating it if it is not there, and mends what an unclean end or damage left.
    ///
    /// What was mended stands in [`Session::notices`].
    ///
    /// # Errors
    /// [`StoreError`]: held by another process, newer than this program, not ours, or not to be mended.
    pub fn session(&self, now: NaiveDateTime) -> Result<Session, StoreError> {
        self.open(now, format::Trust::Format)
    }

    /// As [`Store::session`], but looks behind a FORMAT file that claims a newer version: for `check --repair`.
    ///
    /// # Errors
    /// As [`Store::session`].
    pub fn repair_session(&self, now: NaiveDateTime) -> Result<Session, StoreError> {
        self.open(now, format::Trust::Evidence)
    }

    fn open(&self, now: NaiveDateTime, trust: format::Trust) -> Result<Session, StoreError> {
        // A folder that vanished under the running program is not made anew: what is in it would seem lost.
        if self.seen.load(Ordering::Relaxed) && !self.dir().is_dir() {
            return Err(StoreError::Gone {
                dir: self.dir().to_owned(),
            });
        }
        let session = Session::open(&self.layout, Arc::clone(&self.defaults), now, trust)?;
        self.seen.store(true, Ordering::Relaxed);
        Ok(session)
    }

    /// Whether there are no data yet: no folder, an empty one, or one in which nothing was ever changed. Touches nothing.
    ///
    /// A folder that is not ours, or a newer version's, is not new.
    #[must_use]
    pub fn is_new(&self) -> bool {
        match format::look(&self.layout, format::Trust::Format) {
            Ok(format::Found::Empty) => true,
            Ok(format::Found::Ours) => {
                let tail = journal::Journal::new(self.layout.journal()).tail();
                tail.is_ok_and(|t| t.seq == 0 && t.broken.is_none()) && !backup::any_is_ours(&self.layout)
            }
            Ok(format::Found::OursWithoutFormat) | Err(_) => false,
        }
    }

    /// The number of the last change, read without the lock; a hint that another process changed something. None where
    /// there is nothing to read, or the data have moved away.
    #[must_use]
    pub fn last_change(&self) -> Option<u64> {
        if self.layout.moved().exists() {
            return None;
        }
        journal::Journal::new(self.layout.journal())
            .tail()
            .ok()
            .map(|t| t.seq)
    }
}
