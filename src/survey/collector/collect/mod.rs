//! Collecting: what teachers sent becomes the dataset. Runs again and again over an inbox that grows, in any order and on any
//! mix of files and archives, and comes to the same; nothing in a bad file stops it.

mod archive;
mod batch;
mod coverage;
mod gather;
mod glance;
mod head;
mod ledger;
mod merge;
mod not_taken;
mod nothing;
mod open;
mod pace;
mod pass;
mod reader;
mod reason;
mod rejected;
mod say;
mod tally;
mod walk;
mod withdrawn;
mod work;

pub use coverage::{Coverage, TooMany, WeekCoverage, percent};
pub use nothing::Nothing;
pub use pace::Pace;
pub use reason::{Broken, Reason};
pub use tally::{Collected, Event, Tally, Total};
pub use withdrawn::Withdrawn;

use super::dataset::{COLLECTED, Dataset, DatasetError, LOCK};
use crate::i18n::I18n;
use crate::survey::KeyPair;
use crate::survey::definition::Definition;
use gather::io_at;
use ledger::Ledger;
use not_taken::NotTaken;
use open::Opener;
use pass::Pass;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};
use walk::Walk;

/// Collects into one dataset, which nobody else collects into as long as this lives.
pub struct Collector {
    dataset: Dataset,
    opener: Opener,
    files: Files,
    withdrawn: Withdrawn,
    not_taken: NotTaken,
    coverage: Option<Coverage>,
    stop: Arc<AtomicBool>,
    _lock: File,
}

/// What was read already.
#[derive(Debug)]
struct Files {
    /// The contents of messages that were taken.
    contents: RwLock<Ledger>,
    /// The files and archives all of which was taken, by where they are and when they were changed.
    unchanged: RwLock<Ledger>,
}

/// Why nothing is collected, or not all of it. The dataset is whole, and the next run goes on.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    /// A new dataset needs a definition.
    #[error("{} is no dataset yet, and there is no definition for a new one", .0.display())]
    NoDefinition(PathBuf),
    /// The key is not the one that the responses of the survey are sealed to.
    #[error("it is not the key of this survey")]
    OtherKey,
    /// Somebody else collects into the same dataset.
    #[error("somebody else collects into {} at this moment", .0.display())]
    Busy(PathBuf),
    /// The dataset.
    #[error(transparent)]
    Dataset(#[from] DatasetError),
    /// A file or folder.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
}

impl Collector {
    /// Opens the dataset in a folder, or makes one where the folder is new or empty and a definition is given. Of several
    /// that make the same one at once, one does.
    ///
    /// # Errors
    /// [`CollectError`]; nothing is written where the key is not that of the survey, or the folder has other things in it.
    pub fn open(folder: &Path, definition: Option<Definition>, key: &KeyPair) -> Result<Self, CollectError> {
        let survey = match (Dataset::open(folder), definition) {
            (Ok(there), Some(given)) if there.definition.hash() != given.hash() => {
                return Err(DatasetError::OtherSurvey(folder.to_owned()).into());
            }
            (Ok(there), _) => there.definition,
            (Err(DatasetError::NoDataset(_)), Some(given)) => {
                Dataset::can_be_made(folder)?;
                given
            }
            (Err(DatasetError::NoDataset(_)), None) => {
                return Err(CollectError::NoDefinition(folder.to_owned()));
            }
            (Err(why), _) => return Err(why.into()),
        };
        let opener = Opener::new(key, &survey).ok_or(CollectError::OtherKey)?;
        let collected = folder.join(COLLECTED);
        fs::create_dir_all(&collected).map_err(io_at(&collected))?;
        let lock = lock(&collected, folder)?;
        let dataset = Dataset::open_or_new(folder, &survey)?;
        remove_leftovers(&dataset)?;
        let ledger = |name: &str| {
            let path = collected.join(name);
            Ledger::open(&path).map(RwLock::new).map_err(io_at(&path))
        };
        let files = Files {
            contents: ledger("files")?,
            unchanged: ledger("unchanged")?,
        };
        let path = withdrawn::path_in(folder);
        Ok(Self {
            withdrawn: Withdrawn::open(&path).map_err(io_at(&path))?,
            dataset,
            opener,
            files,
            not_taken: NotTaken::default(),
            coverage: None,
            stop: Arc::default(),
            _lock: lock,
        })
    }

    /// The dataset.
    #[must_use]
    pub const fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Where what is not taken is listed.
    #[must_use]
    pub fn rejected(&self) -> PathBuf {
        rejected::path_in(self.dataset.folder())
    }

    /// What ends a look early when it is set to true: what was read is put into the dataset, and the rest is left for the
    /// next.
    #[must_use]
    pub fn stop(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    /// How much there is in an inbox, not counting what cannot be read. It is only listed, not opened; none where it was
    /// asked to stop meanwhile.
    #[must_use]
    pub fn total(&self, inbox: &[PathBuf]) -> Option<Total> {
        let mut total = Total::default();
        for item in Walk::new(inbox, self.dataset.folder()) {
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            total.files += 1;
            total.bytes += item.map_or(0, |found| found.length);
        }
        Some(total)
    }

    /// Looks at everything in the inbox (files, archives, folders with both) and puts what is new into the dataset. May be
    /// done again and again: what was read and not touched since is not even opened.
    ///
    /// # Errors
    /// [`CollectError`]; the dataset is whole, and another look completes it.
    pub fn pass(
        &mut self,
        inbox: &[PathBuf],
        total: Option<Total>,
        i18n: &I18n,
        observe: &mut dyn FnMut(Event<'_>),
    ) -> Result<Collected, CollectError> {
        let before = self.coverage.take(); // unknown where this fails half way
        let mut changed = 0_u64;
        let mut observe = |event: Event<'_>| {
            changed += u64::from(matches!(event, Event::Taken(..)));
            observe(event);
        };
        let pass = Pass {
            dataset: &self.dataset,
            opener: &self.opener,
            files: &self.files,
            withdrawn: &mut self.withdrawn,
            before: &self.not_taken,
            stop: &self.stop,
            i18n,
        };
        let (mut collected, not_taken) = pass.run(inbox, total, &mut observe)?;
        self.not_taken = not_taken;
        collected.coverage = match before {
            Some(before) if changed + collected.tally.withdrawn == 0 => before,
            _ => Coverage::of(&self.dataset)?,
        };
        self.coverage = Some(collected.coverage.clone());
        Ok(collected)
    }
}

/// Takes the dataset for this process alone. The system gives it back when the process ends, however it ends.
fn lock(collected: &Path, folder: &Path) -> Result<File, CollectError> {
    let path = collected.join(LOCK);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path);
    let file = file.map_err(io_at(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(CollectError::Busy(folder.to_owned())),
        Err(TryLockError::Error(why)) => Err(CollectError::Io(path, why)),
    }
}

/// Removes what a killed run was about to write.
fn remove_leftovers(dataset: &Dataset) -> Result<(), CollectError> {
    let top = dataset.folder();
    let is_ours = |path: &Path| {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        name.starts_with(b"week=") || name == COLLECTED.as_bytes()
    };
    let inside = |folder: &Path| -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
    };
    let mut folders = vec![top.to_owned()];
    folders.extend(
        inside(top)
            .map_err(io_at(top))?
            .into_iter()
            .filter(|p| is_ours(p)),
    );
    for folder in folders {
        for path in inside(&folder).unwrap_or_default() {
            if walk::is_unfinished(&path) {
                fs::remove_file(&path).map_err(io_at(&path))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
