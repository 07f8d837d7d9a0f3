//! Why publications cannot be used, and how that is said.

use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::cells::CellsError;
use crate::survey::collector::dataset::DatasetError;
use crate::survey::collector::disclosure;
use crate::tr;
use std::io;
use std::path::{Path, PathBuf};

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
    /// The folder is of other surveys than those that are to be published.
    #[error("{} is of other surveys", .0.display())]
    OtherSurveys(PathBuf),
    /// What they hide was found by other rules, of this number.
    #[error("{} was published by rules no. {}", .0.display(), .1)]
    OtherRules(PathBuf, u32),
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

impl Say for PublicationsError {
    fn say(&self, i18n: &I18n) -> String {
        let folder = |path: &Path| path.display().to_string();
        match self {
            Self::Busy(path) => tr!(i18n, "publications-busy", folder = folder(path)),
            Self::Io(path, why) => format!("{}: {}", path.display(), why.say(i18n)),
            Self::Cells(why) => why.say(i18n),
            Self::OtherSurveys(path) => tr!(i18n, "publications-other-surveys", folder = folder(path)),
            Self::OtherRules(path, theirs) => tr!(
                i18n,
                "publications-other-rules",
                folder = folder(path),
                theirs = *theirs,
                ours = disclosure::VERSION
            ),
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
