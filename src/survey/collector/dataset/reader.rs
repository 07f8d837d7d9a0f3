//! Reads one file of the dataset.

mod decode;
mod rows;

use super::checksum;
use super::coded::{Coded, Kind, Stored};
use super::columns::Columns;
use super::guard::guarded;
use super::{DatasetError, MOST_ROWS};
use crate::domain::DefinitionHash;
use crate::survey::Respondent;
use crate::survey::collector::row::place_of;
use crate::survey::collector::values::{MISSING, Value};
use crate::survey::definition::Definition;
use bytes::Bytes;
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{FileReader, SerializedFileReader};
use std::collections::HashMap;
use std::path::Path;

/// The most bytes of a part: many times what [`MOST_ROWS`] rows need.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Reads one part, column by column or row by row. Each row group can be read on a thread of its own.
pub struct PartReader {
    file: SerializedFileReader<Bytes>,
    columns: Columns,
    /// The place of each answer of each group, by its code.
    answers: Vec<HashMap<Vec<u8>, i16>>,
    survey: DefinitionHash,
}

impl PartReader {
    /// Opens a part of a survey.
    ///
    /// # Errors
    /// [`DatasetError::Damaged`]; [`DatasetError::Part`] where it is not a part, or not one of this survey.
    pub fn open(path: &Path, definition: &Definition, columns: &Columns) -> Result<Self, DatasetError> {
        let of_part = |why| DatasetError::Part(path.to_owned(), why);
        let bytes = bytes(path).map_err(of_part)?;
        checksum::check(&bytes, path)?;
        Self::of(bytes, definition, columns).map_err(of_part)
    }

    fn of(bytes: Bytes, definition: &Definition, columns: &Columns) -> Result<Self> {
        let file = guarded(|| SerializedFileReader::new(bytes))?;
        let mut groups = file.metadata().row_groups().iter();
        let together = groups.try_fold(0_usize, |sum, group| {
            sum.checked_add(usize::try_from(group.num_rows()).ok()?)
        });
        if together.is_none_or(|rows| rows > MOST_ROWS) {
            return Err(general("it has more rows than a part has"));
        }
        if usize::try_from(file.metadata().file_metadata().num_rows()).ok() != together {
            return Err(general("it is damaged"));
        }
        let schema = file.metadata().file_metadata().schema();
        if schema.get_fields() != columns.schema().get_fields() {
            return Err(general("its columns are not those of this survey"));
        }
        let answers = definition.groups.iter().map(|group| {
            let codes = group.answers.iter().map(|a| a.code.as_str());
            let place = |code: &str| i16::try_from(place_of(group, code)?).ok();
            let places = codes.filter_map(|code| Some((code.as_bytes().to_vec(), place(code)?)));
            places.collect()
        });
        Ok(Self {
            file,
            columns: columns.clone(),
            answers: answers.collect(),
            survey: definition.hash(),
        })
    }

    /// How many row groups it has.
    #[must_use]
    pub fn row_groups(&self) -> usize {
        self.file.num_row_groups()
    }

    /// How many rows a row group has.
    #[must_use]
    pub fn len(&self, row_group: usize) -> usize {
        let rows = self.file.metadata().row_group(row_group).num_rows();
        usize::try_from(rows).unwrap_or(0)
    }

    /// Whether a row group has no rows.
    #[must_use]
    pub fn is_empty(&self, row_group: usize) -> bool {
        self.len(row_group) == 0
    }

    /// How many rows all of it has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        let rows = self.file.metadata().file_metadata().num_rows();
        u64::try_from(rows).unwrap_or(0)
    }

    /// The respondents of a row group.
    ///
    /// # Errors
    /// It is damaged.
    pub fn respondents(&self, row_group: usize) -> Result<Vec<Respondent>> {
        let texts = self.column::<ByteArrayType>(row_group, Columns::RESPONDENT)?.0;
        let read = |text: &ByteArray| {
            let respondent = Respondent::try_from(text.as_utf8()?.to_owned());
            respondent.map_err(|why| ParquetError::General(why.to_owned()))
        };
        texts.iter().map(read).collect()
    }

    /// The answers to a group, by their places: 0 is not said.
    ///
    /// # Errors
    /// It is damaged.
    pub fn answers(&self, row_group: usize, group: usize) -> Result<Vec<u16>> {
        let mut out = Vec::new();
        self.answers_into(row_group, group, &mut out)?;
        Ok(out.into_iter().map(i16::unsigned_abs).collect())
    }

    /// The same, in place of what is in `out`.
    ///
    /// # Errors
    /// It is damaged.
    pub fn answers_into(&self, row_group: usize, group: usize, out: &mut Vec<i16>) -> Result<()> {
        let places = self.answers.get(group).ok_or_else(|| general("no such group"))?;
        let meaning = |stored: Stored<'_>| {
            let place = match stored {
                Stored::Text(code) => places.get(code),
                Stored::Number(_) => None,
            };
            let unknown = || general("an answer that the survey does not have");
            place.copied().ok_or_else(unknown)
        };
        let column = self.columns.group(group);
        let coded = self.coded(row_group, Kind::Text, true, 0, meaning);
        self.read_coded(row_group, column, &coded, out)
    }

    /// A number of each row of a row group; [`MISSING`] where it is not there.
    ///
    /// # Errors
    /// It is damaged, or says what cannot be of a week.
    pub fn numbers(&self, row_group: usize, value: Value) -> Result<Vec<i16>> {
        let mut out = Vec::new();
        self.numbers_into(row_group, value, &mut out)?;
        Ok(out)
    }

    /// The same, in place of what is in `out`.
    ///
    /// # Errors
    /// It is damaged, or says what cannot be of a week.
    pub fn numbers_into(&self, row_group: usize, value: Value, out: &mut Vec<i16>) -> Result<()> {
        let range = value.range();
        let meaning = |stored: Stored<'_>| {
            let number = match stored {
                Stored::Number(number) => i16::try_from(number).ok(),
                Stored::Text(_) => None,
            };
            let number = number.filter(|n| range.contains(n));
            number.ok_or_else(|| general("a number that cannot be of a week"))
        };
        let kind = if value.is_boolean() {
            Kind::Boolean
        } else {
            Kind::Number
        };
        let coded = self.coded(row_group, kind, !value.is_required(), MISSING, meaning);
        self.read_coded(row_group, self.columns.value(value), &coded, out)
    }

    /// Whether all rows of a row group are of the survey.
    ///
    /// # Errors
    /// They are not, or it is damaged.
    pub fn check_survey(&self, row_group: usize) -> Result<()> {
        let survey = self.survey.to_string();
        let meaning = |stored: Stored<'_>| match stored {
            Stored::Text(text) if text == survey.as_bytes() => Ok(0),
            _ => Err(general("it is of another survey")),
        };
        let coded = self.coded(row_group, Kind::Text, false, 0, meaning);
        self.read_coded(row_group, Columns::SURVEY, &coded, &mut Vec::new())
    }

    fn coded<F>(
        &self,
        row_group: usize,
        kind: Kind,
        is_optional: bool,
        missing: i16,
        meaning: F,
    ) -> Coded<F> {
        Coded {
            kind,
            is_optional,
            missing,
            rows: self.len(row_group),
            meaning,
        }
    }
}

/// The bytes of a part, as a whole: threads that read one file would move each other's place in it.
fn bytes(path: &Path) -> Result<Bytes> {
    if std::fs::metadata(path)?.len() > MOST_BYTES {
        return Err(general("it is too large for a part"));
    }
    Ok(std::fs::read(path)?.into())
}

fn general(why: &str) -> ParquetError {
    ParquetError::General(why.to_owned())
}
