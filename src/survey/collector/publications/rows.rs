//! The responses that an issue was made of, of which the public-use file is made.
//!
//! They are Parquet as in the dataset, and lie inside of it. Their folder is named so that whoever reads the dataset with a
//! tool does not count them a second time: tools pass over names that begin with an underscore, or look for `.parquet`.

use super::{Publications, PublicationsError};
use crate::domain::WeekId;
use crate::files::sync_dir;
use crate::survey::collector::cells::Cells;
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

    /// The responses that an issue of a week was made of; none where they were not kept.
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

    fn rows_path(&self, week: WeekId, issue: u32) -> PathBuf {
        self.folder.join(format!("_{week}.{issue}.{ENDING}"))
    }
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
    paths.sort();
    Ok(paths.into_iter().map(|path| Part { week, path }).collect())
}
