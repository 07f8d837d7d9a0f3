//! A part row by row.

use super::{PartReader, general};
use crate::survey::collector::dataset::Columns;
use crate::survey::collector::row::Row;
use crate::survey::collector::values::{MISSING, VALUES, Value};
use parquet::data_type::Int64Type;
use parquet::errors::Result;

impl PartReader {
    /// All rows of a row group.
    ///
    /// # Errors
    /// It is damaged, or of another survey.
    pub fn read(&self, row_group: usize) -> Result<Vec<Row>> {
        let damaged = || general("its columns are of different lengths");
        self.check_survey(row_group)?;
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
        let mut column = Vec::new();
        for group in 0..self.columns.groups {
            self.answers_into(row_group, group, &mut column)?;
            if column.len() != rows.len() {
                return Err(damaged());
            }
            for (row, answer) in rows.iter_mut().zip(&column) {
                row.groups[group] = answer.unsigned_abs();
            }
        }
        for value in Value::all() {
            self.numbers_into(row_group, value, &mut column)?;
            if column.len() != rows.len() {
                return Err(damaged());
            }
            for (row, number) in rows.iter_mut().zip(&column) {
                row.values[value.index()] = *number;
            }
        }
        Ok(rows)
    }
}
