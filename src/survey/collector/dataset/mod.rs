//! The dataset: a folder with one row per respondent and week, in Parquet, that any tool reads.
//!
//! `definition.survey.toml` is the survey; `week=2026-W47/part-0000.parquet` the responses of a week, the week only in the
//! name of the folder, each part with a checksum of its own; `codebook.csv` and `codebook.json` say what stands in each
//! column. What else is in it belongs to the commands that write it.

mod checksum;
mod coded;
mod columns;
mod error;
mod guard;
mod part;
mod parts;
mod reader;
mod runs;

pub use columns::Columns;
pub(super) use columns::field;
pub use error::DatasetError;
pub use part::{MOST_ROWS, PartWriter};
pub(super) use part::{optional, properties, required};
pub use parts::Part;
pub use reader::PartReader;

use super::row::Row;
use crate::files::{sync_dir, write_new, write_whole};
use crate::survey::codebook::Codebook;
use crate::survey::definition::Definition;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The responses to one survey.
#[derive(Debug, Clone)]
pub struct Dataset {
    folder: PathBuf,
    /// The survey.
    pub definition: Definition,
    /// The columns of its parts.
    pub columns: Columns,
}

/// The file of the definition.
const DEFINITION: &str = "definition.survey.toml";
/// The files of the codebook.
const CODEBOOKS: [&str; 2] = ["codebook.csv", "codebook.json"];
/// The folder in which collecting keeps what it has read. It is there before the definition is, with the lock in it.
pub(super) const COLLECTED: &str = "collected";
/// The file in there that whoever collects holds.
pub(super) const LOCK: &str = "lock";
impl Dataset {
    /// Opens a dataset.
    ///
    /// # Errors
    /// [`DatasetError`].
    pub fn open(folder: &Path) -> Result<Self, DatasetError> {
        let path = folder.join(DEFINITION);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                return Err(DatasetError::NoDataset(folder.to_owned()));
            }
            Err(e) => return Err(DatasetError::Io(path, e)),
        };
        let definition = Definition::read(&text).map_err(|why| DatasetError::Definition(path, why))?;
        Self::of(folder, definition)
    }

    /// Opens the dataset of a survey, or makes it in a folder that is new or empty.
    ///
    /// # Errors
    /// [`DatasetError`]; nothing is written then.
    pub fn open_or_new(folder: &Path, definition: &Definition) -> Result<Self, DatasetError> {
        match Self::open(folder) {
            Ok(dataset) if dataset.definition.hash() == definition.hash() => Ok(dataset),
            Ok(_) => Err(DatasetError::OtherSurvey(folder.to_owned())),
            Err(DatasetError::NoDataset(_)) => Self::new(folder, definition),
            Err(other) => Err(other),
        }
    }

    /// Whether a dataset can be made in a folder: it is new or empty, or there is only what was left of making one that was
    /// killed half way.
    ///
    /// # Errors
    /// [`DatasetError::NotEmpty`].
    pub fn can_be_made(folder: &Path) -> Result<(), DatasetError> {
        let mut inside = fs::read_dir(folder).into_iter().flatten();
        if inside.all(|entry| entry.is_ok_and(|e| is_begun(&e.path()))) {
            Ok(())
        } else {
            Err(DatasetError::NotEmpty(folder.to_owned()))
        }
    }

    fn new(folder: &Path, definition: &Definition) -> Result<Self, DatasetError> {
        let io = |path: &Path| {
            let path = path.to_owned();
            |e| DatasetError::Io(path, e)
        };
        Self::can_be_made(folder)?;
        fs::create_dir_all(folder).map_err(io(folder))?;
        let dataset = Self::of(folder, definition.clone())?;
        let codebook = Codebook::of(definition);
        for (name, content) in [
            (CODEBOOKS[0], codebook.to_csv()),
            (CODEBOOKS[1], codebook.to_json().into_bytes()),
        ] {
            let path = folder.join(name);
            write_whole(&path, &content).map_err(io(&path))?;
        }
        // Last: a folder is a dataset from now on.
        let path = folder.join(DEFINITION);
        write_new(&path, definition.text().as_bytes()).map_err(io(&path))?;
        Ok(dataset)
    }

    fn of(folder: &Path, definition: Definition) -> Result<Self, DatasetError> {
        let columns = Columns::of(&definition);
        Ok(Self {
            folder: folder.to_owned(),
            columns: columns.map_err(|why| DatasetError::Part(folder.to_owned(), why))?,
            definition,
        })
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens a part, and holds it against its checksum.
    ///
    /// # Errors
    /// [`DatasetError::Damaged`], [`DatasetError::Part`].
    pub fn reader(&self, part: &Part) -> Result<PartReader, DatasetError> {
        PartReader::open(&part.path, &self.definition, &self.columns)
    }

    /// Reads all rows of a part.
    ///
    /// # Errors
    /// [`DatasetError::Damaged`], [`DatasetError::Part`].
    pub fn read(&self, part: &Part) -> Result<Vec<Row>, DatasetError> {
        let reader = self.reader(part)?;
        let mut rows = Vec::new();
        for row_group in 0..reader.row_groups() {
            let more = reader.read(row_group);
            rows.extend(more.map_err(|why| DatasetError::Part(part.path.clone(), why))?);
        }
        Ok(rows)
    }

    /// Writes a part whole, in place of what is there, durably.
    ///
    /// # Errors
    /// [`DatasetError`]; what was there stays then.
    pub fn write(&self, path: &Path, rows: &[Row]) -> Result<(), DatasetError> {
        let folder = path.parent().unwrap_or(&self.folder);
        if !folder.is_dir() {
            let made = fs::create_dir_all(folder).and_then(|()| sync_dir(&self.folder));
            made.map_err(|e| DatasetError::Io(folder.to_owned(), e))?;
        }
        let writer = PartWriter::new(&self.definition, &self.columns);
        let bytes = writer.write(rows);
        let bytes = bytes.map_err(|why| DatasetError::Part(path.to_owned(), why))?;
        write_whole(path, &bytes).map_err(|e| DatasetError::Io(path.to_owned(), e))
    }
}

/// Whether something in a folder is what making a dataset there begins with.
fn is_begun(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    if name == COLLECTED {
        let mut inside = fs::read_dir(path).into_iter().flatten();
        return inside.all(|entry| entry.is_ok_and(|e| e.file_name() == LOCK));
    }
    name.as_encoded_bytes().starts_with(b".new-") || CODEBOOKS.iter().any(|ours| name == *ours)
}

#[cfg(test)]
pub(in crate::survey::collector) mod tests;
