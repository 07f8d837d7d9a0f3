//! A public-use file as Parquet.

use super::ladders::Known;
use super::numbers::{Number, Numbers};
use super::week::PublicWeek;
use crate::survey::codebook::Codebook;
use crate::survey::collector::dataset::{MOST_ROWS, field, optional, properties, required};
use crate::survey::collector::values::MISSING;
use crate::survey::definition::Definition;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int32Type};
use parquet::errors::Result;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use std::io::Write;
use std::sync::Arc;

/// Writes the weeks, in row groups of bounded size.
pub(super) struct ParquetFile<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    /// The codes of each group.
    codes: Vec<Vec<ByteArray>>,
}

impl<W: Write + Send> ParquetFile<W> {
    pub(super) fn new(out: W, definition: &Definition, codebook: &Codebook) -> Result<Self> {
        let always = |name: &str| name == "week" || name.ends_with("_min");
        let fields = codebook
            .variables
            .iter()
            .map(|v| field(&v.name, v.kind, false, always(&v.name)));
        let fields = fields.collect::<Result<Vec<_>>>()?;
        let schema = Type::group_type_builder("response").with_fields(fields).build()?;
        let codes = definition.groups.iter();
        let codes = codes.map(|g| g.answers.iter().map(|a| a.code.as_str().into()).collect());
        Ok(Self {
            writer: SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties()?))?,
            codes: codes.collect(),
        })
    }

    pub(super) fn week(&mut self, week: &PublicWeek) -> Result<()> {
        let rows: Vec<(&Known, &Numbers)> = week.rows().collect();
        let name = ByteArray::from(week.week.to_string().as_str());
        for rows in rows.chunks(MOST_ROWS) {
            let mut group = self.writer.next_row_group()?;
            required::<ByteArrayType>(&mut group, rows.iter().map(|_| name.clone()))?;
            for (place, codes) in self.codes.iter().enumerate() {
                let code = |(known, _): &(&Known, &Numbers)| {
                    let at = usize::from(known[place]).checked_sub(1)?;
                    codes.get(at).cloned()
                };
                optional::<ByteArrayType>(&mut group, rows.iter().map(code))?;
            }
            let days = |(known, _): &(&Known, &Numbers)| known.last()?.checked_sub(1).map(i32::from);
            optional::<Int32Type>(&mut group, rows.iter().map(days))?;
            for (place, number) in Number::ALL.into_iter().enumerate() {
                let value =
                    |(_, numbers): &(&Known, &Numbers)| Some(numbers[place]).filter(|v| *v != MISSING);
                let values = rows.iter().map(value);
                match number {
                    Number::Category(_) => {
                        required::<Int32Type>(&mut group, values.map(|v| v.unwrap_or(0).into()))?;
                    }
                    _ if number.is_boolean() => {
                        optional::<BoolType>(&mut group, values.map(|v| v.map(|v| v == 1)))?;
                    }
                    _ => optional::<Int32Type>(&mut group, values.map(|v| v.map(i32::from)))?,
                }
            }
            group.close()?;
        }
        Ok(())
    }

    /// What was written to, with everything in it.
    pub(super) fn finish(self) -> Result<W> {
        self.writer.into_inner()
    }
}
