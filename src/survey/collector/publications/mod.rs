//! What was published: for every issue of every week the cells it was made of, so that the same week is the same numbers
//! whenever it is reported again, and a later issue can be held against the earlier ones.
//!
//! A folder for one set of surveys, which `surveys.json` names by the hashes of their definitions: what was published of other
//! surveys cannot be held against it. `2026-W47.1.cells` has the cells of the first issue of a week, `2026-W47.2.cells` those
//! of the second, and `two-groups.json` the two groups that were shown at once. Of one dataset the responses of each issue
//! too, in `_2026-W47.1.rows`, and in `public-use.json` of which issue the public-use file is. Nothing of it is sealed: the
//! folder is as private as the dataset it belongs to.

mod error;
mod rows;
mod settled;
#[cfg(test)]
mod tests;

pub use error::PublicationsError;

use super::cells::{Cells, CellsError, CellsFault, Frame};
use super::report::{Published, Report, ReportWeek};
use crate::domain::{WeekId, to_hex};
use crate::files::write_new;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The publications of a dataset, or of several together. While it lives, nobody else publishes from them.
#[derive(Debug)]
pub struct Publications {
    folder: PathBuf,
    /// The hashes of the definitions of the surveys, in order.
    surveys: Vec<String>,
    /// Held, not read; none where nothing is to be published.
    _lock: Option<File>,
    /// The latest issue of each week.
    issues: BTreeMap<WeekId, u32>,
}

/// The ending of an issue.
const ENDING: &str = ".cells";
/// What the name of a file begins with that is being written.
const BEGUN: &[u8] = b".new-";

impl Publications {
    /// Opens the publications of these surveys in a folder to look at them; there need not be any.
    ///
    /// # Errors
    /// [`PublicationsError::OtherSurveys`], [`PublicationsError::Io`].
    pub fn look(folder: &Path, frame: &Frame) -> Result<Self, PublicationsError> {
        let out = Self {
            folder: folder.to_owned(),
            surveys: hashes(frame),
            _lock: None,
            issues: issues(folder)?,
        };
        out.is_bound()?;
        Ok(out)
    }

    /// Opens the publications of these surveys in a folder to add to them; it is made where it is not there, and is theirs
    /// from now on.
    ///
    /// # Errors
    /// [`PublicationsError::Busy`], [`PublicationsError::OtherSurveys`], [`PublicationsError::Io`].
    pub fn open(folder: &Path, frame: &Frame) -> Result<Self, PublicationsError> {
        let out = Self {
            surveys: hashes(frame),
            ..Self::hold(folder)?
        };
        out.bind()?;
        Ok(out)
    }

    /// Holds the publications in a folder, whosever they are, so that nobody publishes from them meanwhile: to see which weeks
    /// there are, and to keep account of what is spent on noise. The folder is made where it is not there.
    ///
    /// # Errors
    /// [`PublicationsError::Busy`], [`PublicationsError::Io`].
    pub fn hold(folder: &Path) -> Result<Self, PublicationsError> {
        let io = |e| PublicationsError::Io(folder.to_owned(), e);
        fs::create_dir_all(folder).map_err(io)?;
        let lock = File::create(folder.join("lock")).map_err(io)?;
        lock.try_lock().map_err(|why| match why {
            TryLockError::WouldBlock => PublicationsError::Busy(folder.to_owned()),
            TryLockError::Error(e) => io(e),
        })?;
        tidy(folder).map_err(io)?;
        Ok(Self {
            folder: folder.to_owned(),
            surveys: Vec::new(),
            _lock: Some(lock),
            issues: issues(folder)?,
        })
    }

    /// The name that a set of surveys has: the same in whatever order they come and wherever they lie.
    #[must_use]
    pub fn key(frame: &Frame) -> String {
        let digest: [u8; 32] = Sha256::digest(hashes(frame).join("\n")).into();
        to_hex(&digest[..8])
    }

    /// Where they are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The weeks that were published.
    pub fn weeks(&self) -> impl Iterator<Item = WeekId> {
        self.issues.keys().copied()
    }

    /// The latest issue of a week; none where it was not published.
    #[must_use]
    pub fn latest(&self, week: WeekId) -> Option<u32> {
        self.issues.get(&week).copied()
    }

    /// What was published of these weeks, or of all; `frame` is that of the cells it is held against.
    ///
    /// # Errors
    /// [`PublicationsError`].
    pub fn read(
        &self,
        frame: &Frame,
        weeks: Option<&RangeInclusive<WeekId>>,
    ) -> Result<BTreeMap<WeekId, Published>, PublicationsError> {
        let place = |code: &String| frame.groups.iter().position(|g| g.code.as_str() == code);
        let cross = self.two_groups()?;
        let cross = cross.and_then(|[rows, columns]| Some([place(&rows)?, place(&columns)?]));
        let is_wanted = |week: &WeekId| weeks.is_none_or(|weeks| weeks.contains(week));
        let wanted = self.issues.iter().filter(|(week, _)| is_wanted(week));
        wanted
            .map(|(week, issue)| {
                let first = self.issue(*week, 1, frame)?;
                let latest = match issue {
                    1 => first.clone(),
                    issue => self.issue(*week, *issue, frame)?,
                };
                let published = Published {
                    issue: *issue,
                    first,
                    latest,
                    cross,
                };
                Ok((*week, published))
            })
            .collect()
    }

    fn issue(&self, week: WeekId, issue: u32, frame: &Frame) -> Result<Cells, PublicationsError> {
        let cells = Cells::read_file(&self.path(week, issue), None)?;
        if cells.frame != *frame || hashes(frame) != self.surveys {
            return Err(PublicationsError::OtherSurveys(self.folder.clone()));
        }
        Ok(cells)
    }

    /// Keeps what a report publishes, durably; call it before the report is handed out. `cells` are those that it was made
    /// of.
    ///
    /// # Errors
    /// [`PublicationsError`]: the report must not be handed out then.
    pub fn keep(
        &mut self,
        report: &Report,
        cells: &Cells,
        two_groups: Option<&[String; 2]>,
    ) -> Result<(), PublicationsError> {
        let new = report.weeks.iter().filter(|week| week.standing.is_new_issue());
        let new = new.map(|week| Ok((week, self.readable(week, cells)?)));
        let new: Vec<_> = new.collect::<Result<_, CellsError>>()?;
        // Two groups of which no table is shown can still be others.
        if let Some(groups) = two_groups
            && report.weeks.iter().any(|week| week.cross.is_some())
            && self.two_groups()?.is_none()
        {
            self.settle_two_groups(groups)?;
        }
        for (week, bytes) in new {
            let path = self.path(week.week, week.issue);
            write_new(&path, &bytes).map_err(|e| PublicationsError::Io(path, e))?;
            self.issues.insert(week.week, week.issue);
        }
        Ok(())
    }

    /// What is kept of an issue. It is read before it is written: what cannot be read could never be published again.
    fn readable(&self, week: &ReportWeek, cells: &Cells) -> Result<Vec<u8>, CellsError> {
        let only = cells.only(week.week);
        let made = only
            .bytes(None)
            .and_then(|bytes| match Cells::of_bytes(&bytes, None)? {
                again if again == only => Ok(bytes),
                _ => Err(CellsFault::Damaged),
            });
        made.map_err(|why| CellsError {
            path: self.path(week.week, week.issue),
            why,
        })
    }

    fn path(&self, week: WeekId, issue: u32) -> PathBuf {
        self.folder.join(format!("{week}.{issue}{ENDING}"))
    }
}

/// The hashes of the definitions of surveys, in order.
fn hashes(frame: &Frame) -> Vec<String> {
    let mut hashes: Vec<String> = frame.surveys.iter().map(|s| s.hash().to_string()).collect();
    hashes.sort();
    hashes
}

/// Removes what runs left that were killed while they wrote.
fn tidy(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(BEGUN) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The latest issue of each week in a folder.
fn issues(folder: &Path) -> Result<BTreeMap<WeekId, u32>, PublicationsError> {
    let io = |e| PublicationsError::Io(folder.to_owned(), e);
    let mut out = BTreeMap::new();
    let files = match fs::read_dir(folder) {
        Ok(files) => files,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(out),
        Err(e) => return Err(io(e)),
    };
    for file in files {
        let name = file.map_err(io)?.file_name();
        let issue: Option<(WeekId, u32)> = name.to_str().and_then(|name| {
            let (week, issue) = name.strip_suffix(ENDING)?.split_once('.')?;
            Some((week.parse().ok()?, issue.parse().ok()?))
        });
        if let Some((week, issue)) = issue {
            let latest = out.entry(week).or_default();
            *latest = issue.max(*latest);
        }
    }
    Ok(out)
}
