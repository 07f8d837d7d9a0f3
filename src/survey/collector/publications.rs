//! What was published: for every issue of every week the cells it was made of, so that the same week is the same numbers
//! whenever it is reported again, and a later issue can be held against the earlier ones.
//!
//! A folder with `2026-W47.1.cells` for the cells of the first issue of a week, `2026-W47.2.cells` for the second, and
//! `two-groups.json` for the two groups that were shown at once. Of one dataset the responses of each issue too, in
//! `2026-W47.1.rows`, and in `public-use.json` of which issue the public-use file is. Nothing of it is sealed: the folder is
//! as private as the dataset it belongs to.

use super::cells::{BadCells, Cells, CellsError, Frame};
use super::dataset::{Dataset, DatasetError, Part};
use super::report::{Published, Report, ReportWeek, Standing};
use crate::domain::WeekId;
use crate::files::{sync_dir, write_new, write_whole};
use crate::i18n::{I18n, Say};
use crate::tr;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The publications of a dataset, or of several together. While it lives, nobody else publishes from them.
#[derive(Debug)]
pub struct Publications {
    folder: PathBuf,
    /// Held, not read; none where nothing was ever published and nothing is to be.
    _lock: Option<File>,
    /// The latest issue of each week.
    issues: BTreeMap<WeekId, u32>,
}

/// Why publications cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PublicationsError {
    /// Somebody else publishes from them just now.
    #[error("{}: another run publishes from it", .0.display())]
    Busy(PathBuf),
    /// A file or folder.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
    /// An issue is damaged.
    #[error(transparent)]
    Cells(#[from] CellsError),
    /// An issue does not fit to what is to be published now.
    #[error(transparent)]
    Frame(#[from] BadCells),
    /// The responses of a week changed while it was published.
    #[error("{0} changed meanwhile")]
    Changed(WeekId),
    /// The dataset.
    #[error(transparent)]
    Dataset(#[from] DatasetError),
    /// Other groups were shown at once.
    #[error("{0} and {1} were shown at once before")]
    OtherGroups(String, String),
}

/// The file of the two groups that are shown at once.
const TWO_GROUPS: &str = "two-groups.json";
/// The file of which issue the public-use file is.
const PUBLIC_USE: &str = "public-use.json";
/// The ending of an issue.
const ENDING: &str = ".cells";

impl Publications {
    /// Opens the publications in a folder to look at them; there need not be any.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn look(folder: &Path) -> Result<Self, PublicationsError> {
        Ok(Self {
            folder: folder.to_owned(),
            _lock: None,
            issues: issues(folder)?,
        })
    }

    /// Opens the publications in a folder to add to them; it is made where it is not there.
    ///
    /// # Errors
    /// [`PublicationsError::Busy`], [`PublicationsError::Io`].
    pub fn open(folder: &Path) -> Result<Self, PublicationsError> {
        let io = |e| PublicationsError::Io(folder.to_owned(), e);
        fs::create_dir_all(folder).map_err(io)?;
        let lock = File::create(folder.join("lock")).map_err(io)?;
        lock.try_lock().map_err(|why| match why {
            TryLockError::WouldBlock => PublicationsError::Busy(folder.to_owned()),
            TryLockError::Error(e) => io(e),
        })?;
        Ok(Self {
            folder: folder.to_owned(),
            _lock: Some(lock),
            issues: issues(folder)?,
        })
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

    /// What was published of these weeks, or of all, beside cells that are to be: both about all surveys of either, so that
    /// they can be compared.
    ///
    /// # Errors
    /// [`PublicationsError`].
    pub fn beside(
        &self,
        cells: Cells,
        weeks: Option<&RangeInclusive<WeekId>>,
    ) -> Result<(Cells, BTreeMap<WeekId, Published>), PublicationsError> {
        let mut read = BTreeMap::new();
        let two_groups = self.two_groups()?;
        let wanted = |week: &WeekId| weeks.is_none_or(|weeks| weeks.contains(week));
        for (week, issue) in self.issues.iter().filter(|(week, _)| wanted(week)) {
            let first = Cells::read_file(&self.path(*week, 1), None)?;
            let latest = match issue {
                1 => first.clone(),
                issue => Cells::read_file(&self.path(*week, *issue), None)?,
            };
            let published = Published {
                issue: *issue,
                first,
                latest,
                cross: None,
            };
            read.insert(*week, published);
        }
        let all = read.values().flat_map(|p| [&p.first, &p.latest]).chain([&cells]);
        let surveys: BTreeMap<_, _> = all
            .flat_map(|cells| &cells.frame.surveys)
            .map(|survey| (survey.hash(), survey.clone()))
            .collect();
        let frame = Frame::of_all(surveys.into_values().collect())?;
        let place = |code: &String| frame.groups.iter().position(|g| g.code.as_str() == code);
        let cross = two_groups.and_then(|[rows, columns]| Some([place(&rows)?, place(&columns)?]));
        let aligned = read.into_iter().map(|(week, published)| {
            let aligned = Published {
                issue: published.issue,
                first: published.first.in_frame(&frame),
                latest: published.latest.in_frame(&frame),
                cross,
            };
            (week, aligned)
        });
        let aligned = aligned.collect();
        Ok((cells.in_frame(&frame), aligned))
    }

    /// Agrees on the two groups that are shown at once: the first ones for good, rows and columns as they were. A second pair
    /// would let the hidden cells of both be found together.
    ///
    /// # Errors
    /// [`PublicationsError::OtherGroups`], [`PublicationsError::Io`].
    pub fn agree_on(&self, groups: [String; 2]) -> Result<[String; 2], PublicationsError> {
        let Some(before) = self.two_groups()? else {
            return Ok(groups);
        };
        let [one, other] = &before;
        if groups.contains(one) && groups.contains(other) {
            return Ok(before);
        }
        let [one, other] = before;
        Err(PublicationsError::OtherGroups(one, other))
    }

    fn two_groups(&self) -> Result<Option<[String; 2]>, PublicationsError> {
        self.read_json(TWO_GROUPS)
    }

    /// Keeps what a report publishes, durably; call it before the report is handed out. `cells` are those that it was made
    /// of.
    ///
    /// # Errors
    /// [`PublicationsError::Io`]: the report must not be handed out then.
    pub fn keep(
        &mut self,
        report: &Report,
        cells: &Cells,
        two_groups: Option<&[String; 2]>,
    ) -> Result<(), PublicationsError> {
        if let Some(groups) = two_groups
            && self.two_groups()?.is_none()
        {
            self.write_json(TWO_GROUPS, groups)?;
        }
        let is_new = |week: &&ReportWeek| matches!(week.standing, Standing::New | Standing::Grown);
        for week in report.weeks.iter().filter(is_new) {
            let path = self.path(week.week, week.issue);
            let bytes = cells.only(week.week).bytes(None).map_err(|why| CellsError {
                path: path.clone(),
                why,
            })?;
            write_new(&path, &bytes).map_err(|e| PublicationsError::Io(path, e))?;
            self.issues.insert(week.week, week.issue);
        }
        Ok(())
    }

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
            let name = part.path.file_name().unwrap_or_default();
            let to = temporary.path().join(name);
            let linked = fs::hard_link(&part.path, &to).or_else(|_| fs::copy(&part.path, &to).map(|_| ()));
            linked.map_err(io)?;
        }
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

    /// The latest issue of a week; none where it was not published.
    #[must_use]
    pub fn latest(&self, week: WeekId) -> Option<u32> {
        self.issues.get(&week).copied()
    }

    /// Of which issue of each week the public-use file is.
    ///
    /// # Errors
    /// [`PublicationsError::Io`].
    pub fn public_use(&self) -> Result<BTreeMap<WeekId, u32>, PublicationsError> {
        Ok(self.read_json(PUBLIC_USE)?.unwrap_or_default())
    }

    /// Settles of which issue of each week the public-use file is, for good: row by row, a second one would show who came.
    ///
    /// # Errors
    /// [`PublicationsError::Io`]: the file must not be handed out then.
    pub fn settle_public_use(&self, issues: &BTreeMap<WeekId, u32>) -> Result<(), PublicationsError> {
        self.write_json(PUBLIC_USE, issues)
    }

    fn read_json<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, PublicationsError> {
        let path = self.folder.join(name);
        let io = |e| PublicationsError::Io(path.clone(), e);
        match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(|e| io(e.into())),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(io(e)),
        }
    }

    fn write_json(&self, name: &str, value: &impl Serialize) -> Result<(), PublicationsError> {
        let path = self.folder.join(name);
        let io = |e: io::Error| PublicationsError::Io(path.clone(), e);
        let text = serde_json::to_vec(value).map_err(|e| io(e.into()))?;
        write_whole(&path, &text).map_err(io)
    }

    fn rows_path(&self, week: WeekId, issue: u32) -> PathBuf {
        self.folder.join(format!("{week}.{issue}.rows"))
    }

    fn path(&self, week: WeekId, issue: u32) -> PathBuf {
        self.folder.join(format!("{week}.{issue}{ENDING}"))
    }
}

/// The parts of a week in a folder.
fn parts_in(folder: &Path, week: WeekId) -> io::Result<Vec<Part>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths.into_iter().map(|path| Part { week, path }).collect())
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

impl Say for PublicationsError {
    fn say(&self, i18n: &I18n) -> String {
        let folder = |path: &Path| path.display().to_string();
        match self {
            Self::Busy(path) => tr!(i18n, "publications-busy", folder = folder(path)),
            Self::Io(path, why) => format!("{}: {}", path.display(), why.say(i18n)),
            Self::Cells(why) => why.say(i18n),
            Self::Frame(why) => why.say(i18n),
            Self::Changed(week) => tr!(i18n, "publications-changed", week = week.to_string()),
            Self::Dataset(why) => why.say(i18n),
            Self::OtherGroups(one, other) => {
                tr!(
                    i18n,
                    "publications-other-groups",
                    one = one.as_str(),
                    other = other.as_str()
                )
            }
        }
    }
}
