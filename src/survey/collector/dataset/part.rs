//! One file of the dataset: some responses of one week.

use super::columns::Columns;
use crate::domain::DefinitionHash;
use crate::survey::Respondent;
use crate::survey::collector::row::{Row, place_of};
use crate::survey::collector::values::{MISSING, VALUES, Value};
use crate::survey::definition::Definition;
use parquet::basic::{Compression, ZstdLevel};
use parquet::column::reader::get_typed_column_reader;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// The most rows of a part: what is read at once, some 30 MB.
pub const MOST_ROWS: usize = 128 * 1024;

/// Writes one part.
pub struct PartWriter<'a> {
    definition: &'a Definition,
    columns: &'a Columns,
}

impl<'a> PartWriter<'a> {
    /// A writer of parts of a survey.
    #[must_use]
    pub const fn new(definition: &'a Definition, columns: &'a Columns) -> Self {
        Self { definition, columns }
    }

    /// Writes rows, in this order.
    ///
    /// # Errors
    /// What the file or the writer of Parquet says.
    pub fn write(&self, rows: &[Row], out: impl Write + Send) -> Result<()> {
        let mut file = SerializedFileWriter::new(out, self.columns.schema(), Arc::new(properties()?))?;
        let mut group = file.next_row_group()?;
        self.write_identification(rows, &mut group)?;
        for (place, of) in self.definition.groups.iter().enumerate() {
            let codes: Vec<ByteArray> = of.answers.iter().map(|a| a.code.as_str().into()).collect();
            let answers = rows.iter().map(|row| {
                let answer = usize::from(row.groups[place]).checked_sub(1)?;
                codes.get(answer).cloned()
            });
            optional::<ByteArrayType>(&mut group, answers)?;
        }
        for value in Value::all() {
            write_value(rows, value, &mut group)?;
        }
        group.close()?;
        file.close()?;
        Ok(())
    }

    fn write_identification<W: Write + Send>(
        &self,
        rows: &[Row],
        group: &mut SerializedRowGroupWriter<'_, W>,
    ) -> Result<()> {
        let survey = ByteArray::from(self.definition.hash().to_string().as_str());
        required::<ByteArrayType>(group, rows.iter().map(|_| survey.clone()))?;
        let respondents = rows.iter().map(|r| r.respondent.to_string().as_str().into());
        required::<ByteArrayType>(group, respondents)?;
        required::<Int64Type>(group, rows.iter().map(|r| r.revision.into()))
    }
}

/// How all of our Parquet is written.
pub(in crate::survey::collector) fn properties() -> Result<WriterProperties> {
    let builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_created_by("jianfu".to_owned()); // without a version: the same rows are the same file
    Ok(builder.build())
}

fn write_value<W: Write + Send>(
    rows: &[Row],
    value: Value,
    group: &mut SerializedRowGroupWriter<'_, W>,
) -> Result<()> {
    let numbers = rows.iter().map(|row| row.values[value.index()]);
    let given = |number: i16| (number != MISSING).then_some(number);
    if value.is_boolean() {
        optional::<BoolType>(group, numbers.map(|n| given(n).map(|n| n == 1)))
    } else if value.is_required() {
        required::<Int32Type>(group, numbers.map(i32::from))
    } else {
        optional::<Int32Type>(group, numbers.map(|n| given(n).map(i32::from)))
    }
}

pub(in crate::survey::collector) fn required<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, impl Write + Send>,
    values: impl Iterator<Item = T::T>,
) -> Result<()> {
    let values: Vec<T::T> = values.collect();
    write_column::<T>(group, &values, None)
}

pub(in crate::survey::collector) fn optional<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, impl Write + Send>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let (mut given, mut levels) = (Vec::new(), Vec::new());
    for value in values {
        levels.push(i16::from(value.is_some()));
        given.extend(value);
    }
    write_column::<T>(group, &given, Some(&levels))
}

fn write_column<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, impl Write + Send>,
    values: &[T::T],
    levels: Option<&[i16]>,
) -> Result<()> {
    let column = group.next_column()?;
    let mut column = column.ok_or_else(|| ParquetError::General("a column too many".to_owned()))?;
    column.typed::<T>().write_batch(values, levels, None)?;
    column.close()
}

/// Reads one part, column by column or row by row. Each row group can be read on a thread of its own.
pub struct PartReader {
    file: SerializedFileReader<File>,
    columns: Columns,
    /// The place of each answer of each group, by its code.
    answers: Vec<HashMap<Vec<u8>, u16>>,
    survey: DefinitionHash,
}

impl PartReader {
    /// Opens a part of a survey.
    ///
    /// # Errors
    /// It is not a part, or not one of this survey.
    pub fn open(path: &Path, definition: &Definition, columns: &Columns) -> Result<Self> {
        let file = SerializedFileReader::new(File::open(path)?)?;
        let schema = file.metadata().file_metadata().schema();
        if schema.get_fields() != columns.schema().get_fields() {
            return Err(ParquetError::General(
                "its columns are not those of this survey".to_owned(),
            ));
        }
        let answers = definition.groups.iter().map(|group| {
            let codes = group.answers.iter().map(|a| a.code.as_str());
            let places = codes.filter_map(|code| Some((code.as_bytes().to_vec(), place_of(group, code)?)));
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
        let (codes, levels) = self.column::<ByteArrayType>(row_group, self.columns.group(group))?;
        let mut codes = codes.iter();
        let place = |level: &i16| {
            if *level == 0 {
                return Ok(0);
            }
            let place = codes.next().and_then(|code| self.answers[group].get(code.data()));
            let unknown = || ParquetError::General("an answer that the survey does not have".to_owned());
            place.copied().ok_or_else(unknown)
        };
        levels.iter().map(place).collect()
    }

    /// A number of each row of a row group; [`MISSING`] where it is not there.
    ///
    /// # Errors
    /// It is damaged.
    pub fn numbers(&self, row_group: usize, value: Value) -> Result<Vec<i16>> {
        let column = self.columns.value(value);
        let narrow = |number: i32| {
            let inside = |n: &i16| value.range().contains(n);
            let bad = || ParquetError::General(format!("{number} is not a number of a week"));
            i16::try_from(number).ok().filter(inside).ok_or_else(bad)
        };
        if value.is_boolean() {
            let (given, levels) = self.column::<BoolType>(row_group, column)?;
            return Ok(spread(given.into_iter().map(i16::from), &levels));
        }
        let (given, levels) = self.column::<Int32Type>(row_group, column)?;
        let given = given.into_iter().map(narrow).collect::<Result<Vec<_>>>()?;
        if value.is_required() {
            return Ok(given);
        }
        Ok(spread(given.into_iter(), &levels))
    }

    /// All rows of a row group.
    ///
    /// # Errors
    /// It is damaged, or of another survey.
    pub fn read(&self, row_group: usize) -> Result<Vec<Row>> {
        let damaged = || ParquetError::General("its columns are of different lengths".to_owned());
        let surveys = self.column::<ByteArrayType>(row_group, Columns::SURVEY)?.0;
        let survey = self.survey.to_string();
        if surveys.iter().any(|s| s.data() != survey.as_bytes()) {
            return Err(ParquetError::General("it is of another survey".to_owned()));
        }
        let revisions = self.column::<Int64Type>(row_group, Columns::REVISION)?.0;
        let respondents = self.respondents(row_group)?;
        let mut rows = Vec::with_capacity(respondents.len());
        for (respondent, revision) in respondents.iter().zip(&revisions) {
            rows.push(Row {
                respondent: *respondent,
                revision: u32::try_from(*revision).map_err(|_| damaged())?,
                groups: vec![0; self.columns.groups].into(),
                values: [MISSING; VALUES],
            });
        }
        for group in 0..self.columns.groups {
            let answers = self.answers(row_group, group)?;
            if answers.len() != rows.len() {
                return Err(damaged());
            }
            for (row, answer) in rows.iter_mut().zip(answers) {
                row.groups[group] = answer;
            }
        }
        for value in Value::all() {
            let numbers = self.numbers(row_group, value)?;
            if numbers.len() != rows.len() {
                return Err(damaged());
            }
            for (row, number) in rows.iter_mut().zip(numbers) {
                row.values[value.index()] = number;
            }
        }
        Ok(rows)
    }

    /// What is there of a column, and which rows have it: 1, or 0 where it is not there. Of a column that every row has, no
    /// levels.
    fn column<T: DataType>(&self, row_group: usize, column: usize) -> Result<(Vec<T::T>, Vec<i16>)> {
        let group = self.file.get_row_group(row_group)?;
        let mut reader = get_typed_column_reader::<T>(group.get_column_reader(column)?);
        let rows = self.len(row_group);
        let (mut values, mut levels) = (Vec::with_capacity(rows), Vec::new());
        let mut read = 0;
        while read < rows {
            let (records, ..) = reader.read_records(rows - read, Some(&mut levels), None, &mut values)?;
            if records == 0 {
                return Err(ParquetError::General(
                    "a column ends before the others".to_owned(),
                ));
            }
            read += records;
        }
        Ok((values, levels))
    }
}

/// Numbers with [`MISSING`] between them where there is none.
fn spread(mut given: impl Iterator<Item = i16>, levels: &[i16]) -> Vec<i16> {
    let next = |level: &i16| {
        if *level == 0 {
            MISSING
        } else {
            given.next().unwrap_or(MISSING)
        }
    };
    levels.iter().map(next).collect()
}
