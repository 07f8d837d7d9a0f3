//! The responses that an issue was made of, of which the public-use file is made.
//!
//! They are Parquet as in the dataset, and lie inside of it. Their folder is named so that whoever reads the dataset with a
//! tool does not count them a second time: tools pass over names that begin with an underscore, or look for `.parquet`.
//!
//! **What stays of a response that is withdrawn.** The dataset loses it when the withdrawal is collected, but for the
//! pseudonym, the week and the revision in `collected/withdrawn.csv`. What is kept here loses it with the next run that makes
//! a public-use file, before the file is made ([`Publications::drop_withdrawn`]), and with every new issue, which is kept
//! without it while the older ones go ([`Publications::forget_rows`]). Two things are final. The sums of an issue that was
//! published, in its `.cells`, still count it, since reports of the week say the same for ever; and once a week is in a
//! public-use file, the responses of which it was made stay as they are, so that every such file has the same rows: two that
//! differ would show who withdrew.

use super::{Publications, PublicationsError};
use crate::domain::WeekId;
use crate::files::sync_dir;
use crate::survey::collector::cells::Cells;
use crate::survey::collector::collect::Withdrawn;
use crate::survey::collector::dataset::{Dataset, Part};
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The ending of the responses of an issue, the folder and the files in it.
const ENDING: &str = "rows";

impl Publications {
    /// Keeps the responses that an issue of a week is to be made of, so that a public-use file can be made of the same ones;
    /// call it before [`Self::keep`], which publishes the issue. They share their disk space with the dataset as long as it
    /// does not change.
    ///
    /// # Errors
    /// [`PublicationsError::Changed`] where they are not those of the cells: somebody collects just now.
    pub fn keep_rows(
        &self,
        dataset: &Dataset,
        week: WeekId,
        issue: u32,
        cells: &Cells,
    ) -> Result<(), PublicationsError> {
        let folder = self.rows_path(week, issue);
        let io = |e| PublicationsError::Io(folder.clone(), e);
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(io)?; // of a run that was ended before it published
        }
        let temporary = tempfile::Builder::new().prefix(".new-").tempdir_in(&self.folder);
        let temporary = temporary.map_err(io)?;
        let parts = dataset.parts()?.remove(&week).unwrap_or_default();
        for part in &parts {
            let name = part.path.with_extension(ENDING);
            let to = temporary.path().join(name.file_name().unwrap_or_default());
            let linked = fs::hard_link(&part.path, &to).or_else(|_| copy(&part.path, &to));
            linked.map_err(io)?;
        }
        sync_dir(temporary.path()).map_err(io)?;
        let kept = Cells::of_parts(dataset, &parts_in(temporary.path(), week).map_err(io)?)?;
        if kept.in_frame(&cells.frame) != cells.only(week) {
            return Err(PublicationsError::Changed(week));
        }
        fs::rename(temporary.path(), &folder).map_err(io)?;
        sync_dir(&self.folder).map_err(io)
    }

    /// The responses that an issue of a week was made of, without those that were dropped since; none where they were not
    /// kept.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn rows(&self, week: WeekId, issue: u32) -> Result<Option<Vec<Part>>, PublicationsError> {
        let folder = self.rows_path(week, issue);
        if !folder.is_dir() {
            return Ok(None);
        }
        let parts = parts_in(&folder, week);
        parts.map(Some).map_err(|e| PublicationsError::Io(folder, e))
    }

    /// Removes what was withdrawn from the responses of an issue, durably, for good. Not of a week that is in a public-use
    /// file: see there. The files are written anew: what shares its disk space with the dataset does not change there.
    ///
    /// # Errors
    /// [`PublicationsError`]; what was not removed yet is removed by another run.
    pub fn drop_withdrawn(
        &self,
        dataset: &Dataset,
        (week, issue): (WeekId, u32),
        withdrawn: &Withdrawn,
    ) -> Result<(), PublicationsError> {
        if !withdrawn.is_any(week) {
            return Ok(());
        }
        for part in self.rows(week, issue)?.unwrap_or_default() {
            let mut rows = dataset.read(&part)?;
            let before = rows.len();
            rows.retain(|row| !withdrawn.has(week, row));
            if rows.is_empty() {
                let removed = fs::remove_file(&part.path);
                let folder = self.rows_path(week, issue);
                let removed = removed.and_then(|()| sync_dir(&folder));
                removed.map_err(|e| PublicationsError::Io(part.path, e))?;
            } else if rows.len() < before {
                dataset.write(&part.path, &rows)?;
            }
        }
        Ok(())
    }

    /// Whether any of the responses of an issue was withdrawn, and is there all the same.
    ///
    /// # Errors
    /// [`PublicationsError`].
    pub fn has_withdrawn(
        &self,
        dataset: &Dataset,
        (week, issue): (WeekId, u32),
        withdrawn: &Withdrawn,
    ) -> Result<bool, PublicationsError> {
        if !withdrawn.is_any(week) {
            return Ok(false);
        }
        for part in self.rows(week, issue)?.unwrap_or_default() {
            if dataset.read(&part)?.iter().any(|row| withdrawn.has(week, row)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Removes the responses that no public-use file will be made of: those of a week are kept for the issue of which the
    /// file is, or for the latest one where there is no file yet. What is kept of them is the sums, in their `.cells`.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn forget_rows(&self) -> Result<(), PublicationsError> {
        let settled = self.public_use()?;
        let io = |e| PublicationsError::Io(self.folder.clone(), e);
        let mut is_changed = false;
        for entry in fs::read_dir(&self.folder).map_err(io)? {
            let entry = entry.map_err(io)?;
            let Some((week, issue)) = entry.file_name().to_str().and_then(named) else {
                continue;
            };
            let wanted = settled.get(&week).copied().or_else(|| self.latest(week));
            if wanted != Some(issue) {
                fs::remove_dir_all(entry.path()).map_err(io)?;
                is_changed = true;
            }
        }
        if is_changed {
            sync_dir(&self.folder).map_err(io)?;
        }
        Ok(())
    }

    fn rows_path(&self, week: WeekId, issue: u32) -> PathBuf {
        self.folder.join(format!("_{week}.{issue}.{ENDING}"))
    }
}

/// The week and the issue of a folder of responses; none of anything else.
fn named(name: &str) -> Option<(WeekId, u32)> {
    let (rest, ending) = name.strip_prefix('_')?.rsplit_once('.')?;
    let (week, issue) = rest.split_once('.').filter(|_| ending == ENDING)?;
    Some((week.parse().ok()?, issue.parse().ok()?))
}

/// Copies a file durably.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    OpenOptions::new().append(true).open(to)?.sync_all()
}

/// The parts of a week in a folder.
fn parts_in(folder: &Path, week: WeekId) -> io::Result<Vec<Part>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == ENDING)); // not what a killed run left
    paths.sort();
    Ok(paths.into_iter().map(|path| Part { week, path }).collect())
}

#[cfg(test)]
mod tests;
