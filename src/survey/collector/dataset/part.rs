//! Writes one file of the dataset: some responses of one week.

use super::checksum;
use super::columns::Columns;
use crate::survey::collector::row::Row;
use crate::survey::collector::values::{MISSING, Value};
use crate::survey::definition::Definition;
use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use std::io::Write;
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

    /// Writes rows, in this order, into memory, with a checksum of all of it.
    ///
    /// # Errors
    /// What the writer of Parquet says.
    pub fn write(&self, rows: &[Row]) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut file = SerializedFileWriter::new(&mut out, self.columns.schema(), Arc::new(properties()?))?;
        file.append_key_value_metadata(checksum::place());
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
        checksum::seal(&mut out);
        Ok(out)
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
