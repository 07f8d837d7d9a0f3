//! The files of a publication: the data, the data sheet and the codebook, all of them or none.

use super::account::Account;
use super::csv::CsvFile;
use super::numbers::Shown;
use super::parquet::ParquetFile;
use super::week::PublicWeek;
use super::{PublishError, sheet};
use crate::domain::{WeekId, to_hex};
use crate::i18n::I18n;
use crate::survey::codebook::Codebook;
use crate::survey::definition::Definition;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// What the data are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Parquet, compressed with zstd.
    Parquet,
    /// CSV: UTF-8 with a byte order mark, and line ends as on Windows, so that Excel reads it.
    Csv,
}

/// The files of a publication, before they have their names.
pub struct PublicFiles {
    path: PathBuf,
    definition: Definition,
    i18n: I18n,
    made: NaiveDate,
    data: Data,
}

enum Data {
    Parquet(ParquetFile<Temporary>),
    Csv(CsvFile<BufWriter<Temporary>>),
}

/// A file beside the place where it is to be.
type Temporary = NamedTempFile;

impl PublicFiles {
    /// Begins to write; the data sheet is in this language and of this day.
    ///
    /// # Errors
    /// [`PublishError::Exists`], or why a file cannot be written there.
    pub fn new(
        path: &Path,
        format: Format,
        definition: &Definition,
        i18n: I18n,
        made: NaiveDate,
    ) -> Result<Self, PublishError> {
        let all = [Self::sheet_of(path), csv_of(path), json_of(path), path.to_owned()];
        if let Some(there) = all.into_iter().find(|p| p.symlink_metadata().is_ok()) {
            return Err(PublishError::Exists(there));
        }
        let file = temporary(path).map_err(io(path))?;
        let codebook = Codebook::public_use(definition);
        let data = match format {
            Format::Parquet => {
                let file = ParquetFile::new(file, definition, &codebook);
                Data::Parquet(file.map_err(|why| PublishError::Io(path.to_owned(), io::Error::other(why)))?)
            }
            Format::Csv => {
                Data::Csv(CsvFile::new(BufWriter::new(file), definition, &codebook).map_err(io(path))?)
            }
        };
        Ok(Self {
            path: path.to_owned(),
            definition: definition.clone(),
            i18n,
            made,
            data,
        })
    }

    /// Where the data sheet of a file is: a name that a report about the same does not have.
    #[must_use]
    pub fn sheet_of(path: &Path) -> PathBuf {
        path.with_extension("sheet.md")
    }

    /// Writes a week.
    pub(super) fn week(&mut self, week: &PublicWeek) -> Result<(), PublishError> {
        match &mut self.data {
            Data::Parquet(file) => file
                .week(week)
                .map_err(|why| PublishError::Io(self.path.clone(), io::Error::other(why))),
            Data::Csv(file) => file.week(week).map_err(io(&self.path)),
        }
    }

    /// Writes what stands beside the data, and gives all of them their names, the data last.
    pub(super) fn finish(
        self,
        account: &Account,
        shown: &[(WeekId, Vec<Shown>)],
    ) -> Result<(), PublishError> {
        let Self {
            path,
            definition,
            i18n,
            made,
            data,
        } = self;
        let codebook = Codebook::public_use(&definition);
        let data = match data {
            Data::Parquet(file) => file.finish().map_err(io::Error::other),
            Data::Csv(file) => file.finish(),
        };
        let mut data = data.map_err(io(&path))?;
        data.flush()
            .and_then(|()| data.as_file().sync_all())
            .map_err(io(&path))?;
        let hash = hash_of(data.path()).map_err(io(&path))?;
        let about = sheet::About {
            definition: &definition,
            made,
            file: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            hash,
        };
        let mut all = Vec::new();
        for (path, content) in [
            (
                Self::sheet_of(&path),
                sheet::sheet(&about, account, shown, &i18n).into_bytes(),
            ),
            (csv_of(&path), codebook.to_csv()),
            (json_of(&path), codebook.to_json().into_bytes()),
        ] {
            let mut file = temporary(&path).map_err(io(&path))?;
            let written = file.write_all(&content).and_then(|()| file.as_file().sync_all());
            written.map_err(io(&path))?;
            all.push((path, file));
        }
        all.push((path, data));
        name(all)
    }
}

/// Gives files their names; where one cannot have it, those before it lose theirs again.
fn name(files: Vec<(PathBuf, Temporary)>) -> Result<(), PublishError> {
    let mut named: Vec<PathBuf> = Vec::new();
    for (path, file) in files {
        match file.persist_noclobber(&path) {
            Ok(_) => named.push(path),
            Err(why) => {
                for one in named {
                    let _ = std::fs::remove_file(one);
                }
                return Err(match why.error.kind() {
                    ErrorKind::AlreadyExists => PublishError::Exists(path),
                    _ => PublishError::Io(path, why.error),
                });
            }
        }
    }
    let folder = named.first().map(|path| folder_of(path).to_owned());
    folder.map_or(Ok(()), |folder| {
        crate::files::sync_dir(&folder).map_err(io(&folder))
    })
}

fn temporary(path: &Path) -> io::Result<Temporary> {
    tempfile::Builder::new()
        .prefix(".new-")
        .tempfile_in(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The SHA-256 of a file.
fn hash_of(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut std::fs::File::open(path)?, &mut hash)?;
    Ok(to_hex(&hash.finalize()))
}

fn csv_of(path: &Path) -> PathBuf {
    path.with_extension("codebook.csv")
}

fn json_of(path: &Path) -> PathBuf {
    path.with_extension("codebook.json")
}

fn io(path: &Path) -> impl Fn(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |why| PublishError::Io(path.clone(), why)
}
