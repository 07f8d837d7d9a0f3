//! Where the parts of a dataset are, and which files are parts.

use super::{Dataset, DatasetError};
use crate::domain::WeekId;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What the folder of a week begins with.
pub(super) const WEEK: &str = "week=";

/// One file of responses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The week of all of them.
    pub week: WeekId,
    /// The file.
    pub path: PathBuf,
}

impl Dataset {
    /// Its parts, by week.
    ///
    /// # Errors
    /// [`DatasetError::Stray`], [`DatasetError::OtherWeek`], [`DatasetError::Io`].
    pub fn parts(&self) -> Result<BTreeMap<WeekId, Vec<Part>>, DatasetError> {
        let mut out: BTreeMap<WeekId, Vec<Part>> = BTreeMap::new();
        for (name, path) in names(&self.folder)? {
            let week = name.strip_prefix(WEEK).and_then(|week| week.parse().ok());
            let Some(week) = week.filter(|_| path.is_dir()) else {
                continue;
            };
            let mut parts = Vec::new();
            for (name, path) in names(&path)? {
                match Named::of(&name) {
                    Named::Part => parts.push(Part { week, path }),
                    Named::LikeOne => return Err(DatasetError::Stray(path)),
                    Named::Otherwise => {}
                }
            }
            if !parts.is_empty() && !self.definition.weeks.contains(&week) {
                return Err(DatasetError::OtherWeek(path));
            }
            if !parts.is_empty() {
                out.insert(week, parts);
            }
        }
        Ok(out)
    }

    /// Where a part of a week is, counted from 0.
    #[must_use]
    pub fn part_path(&self, week: WeekId, number: usize) -> PathBuf {
        let folder = self.folder.join(format!("{WEEK}{week}"));
        folder.join(format!("part-{number:04}.parquet"))
    }
}

/// How a file in the folder of a week is named.
enum Named {
    /// As [`Dataset::part_path`] names it.
    Part,
    /// Nearly so: a copy.
    LikeOne,
    /// As nothing of ours, or as what is not written whole.
    Otherwise,
}

impl Named {
    fn of(name: &str) -> Self {
        let Some(rest) = name.strip_prefix("part-").filter(|_| name.ends_with(".parquet")) else {
            return Self::Otherwise;
        };
        let number = rest.trim_end_matches(".parquet");
        let is_number = number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = number.len() + ".parquet".len() == rest.len();
        // Of more than four digits, the first is none that is only there to fill up.
        if is_number && is_plain && (number.len() == 4 || !number.starts_with('0')) {
            Self::Part
        } else {
            Self::LikeOne
        }
    }
}

/// What is in a folder, by name; what is not named in plain text is none of ours.
fn names(folder: &Path) -> Result<BTreeMap<String, PathBuf>, DatasetError> {
    let io = |e| DatasetError::Io(folder.to_owned(), e);
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        if let Ok(name) = entry.file_name().into_string() {
            out.insert(name, entry.path());
        }
    }
    Ok(out)
}
