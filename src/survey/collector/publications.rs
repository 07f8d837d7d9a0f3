//! What was published: for every issue of every week the cells it was made of, so that the same week is the same numbers
//! whenever it is reported again, and a later issue can be held against the earlier ones.
//!
//! A folder with `2026-W47.1.cells` for the first issue of a week, `2026-W47.2.cells` for the second, and
//! `two-groups.json` for the two groups that were shown at once. The cells are not sealed: the folder is as private as the
//! dataset it belongs to.

use super::cells::{BadCells, Cells, CellsError, Frame};
use super::report::{Published, Report, ReportWeek, Standing};
use crate::domain::WeekId;
use crate::files::{write_new, write_whole};
use crate::i18n::{I18n, Say};
use crate::tr;
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
    /// Other groups were shown at once.
    #[error("{0} and {1} were shown at once before")]
    OtherGroups(String, String),
}

/// The file of the two groups that are shown at once.
const TWO_GROUPS: &str = "two-groups.json";
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
        let path = self.folder.join(TWO_GROUPS);
        let io = |e| PublicationsError::Io(path.clone(), e);
        match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(|e| io(e.into())),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(io(e)),
        }
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
            let path = self.folder.join(TWO_GROUPS);
            let io = |e: io::Error| PublicationsError::Io(path.clone(), e);
            let text = serde_json::to_vec(groups).map_err(|e| io(e.into()))?;
            write_whole(&path, &text).map_err(io)?;
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

    fn path(&self, week: WeekId, issue: u32) -> PathBuf {
        self.folder.join(format!("{week}.{issue}{ENDING}"))
    }
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
