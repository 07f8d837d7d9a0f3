//! Why a dataset cannot be used.

use crate::survey::definition::BadDefinition;
use parquet::errors::ParquetError;
use std::io;
use std::path::PathBuf;

/// Why a dataset cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// The folder is no dataset: it has no definition.
    #[error("{} is no dataset", .0.display())]
    NoDataset(PathBuf),
    /// The folder is not empty and no dataset either.
    #[error("{} has other things in it", .0.display())]
    NotEmpty(PathBuf),
    /// It is that of another survey.
    #[error("{} is the dataset of another survey", .0.display())]
    OtherSurvey(PathBuf),
    /// Its definition was changed.
    #[error("the definition in {} cannot be read: {}", .0.display(), .1)]
    Definition(PathBuf, BadDefinition),
    /// A file that is named like a part and is none: a copy of one would count its responses twice.
    #[error("{} is not a part that was written here", .0.display())]
    Stray(PathBuf),
    /// Responses of a week that the survey does not ask about.
    #[error("{} is not of a week of the survey", .0.display())]
    OtherWeek(PathBuf),
    /// A part is not what was written: its checksum says so.
    #[error("{} is damaged", .0.display())]
    Damaged(PathBuf),
    /// A part cannot be read, or says what cannot be.
    #[error("{}: {}", .0.display(), .1)]
    Part(PathBuf, #[source] ParquetError),
    /// A file or folder of it.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
}
