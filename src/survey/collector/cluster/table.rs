//! The small tables that a cluster answers with: rows of whole numbers.

use super::ClusterError;
use ballista::datafusion::arrow::array::{Array, AsArray, Int64Array};
use ballista::datafusion::arrow::datatypes::Int64Type;
use ballista::datafusion::arrow::record_batch::RecordBatch;

/// An answer.
pub(super) struct Table(Vec<Vec<Int64Array>>);

/// One row of an answer.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    columns: &'a [Int64Array],
    row: usize,
}

impl Table {
    /// An answer of so many columns.
    ///
    /// # Errors
    /// Its columns are others than those asked for.
    pub(super) fn of(batches: &[RecordBatch], columns: usize) -> Result<Self, ClusterError> {
        let column = |array: &std::sync::Arc<dyn Array>| array.as_primitive_opt::<Int64Type>().cloned();
        let batch = |batch: &RecordBatch| {
            let read: Option<Vec<Int64Array>> = batch.columns().iter().map(column).collect();
            let read = read.filter(|read| read.len() == columns);
            read.ok_or(ClusterError::OtherData("columns"))
        };
        Ok(Self(batches.iter().map(batch).collect::<Result<_, _>>()?))
    }

    /// Its rows, in no order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.0.iter().flat_map(|columns| {
            let rows = columns.first().map_or(0, Array::len);
            (0..rows).map(|row| Row { columns, row })
        })
    }
}

impl Row<'_> {
    /// A number of the row; none where it is NULL.
    pub(super) fn get(self, column: usize) -> Option<i64> {
        let column = self.columns.get(column)?;
        column.is_valid(self.row).then(|| column.value(self.row))
    }

    /// A number of the row that has to be there, and to be of that type.
    pub(super) fn number<T: TryFrom<i64>>(self, column: usize) -> Result<T, ClusterError> {
        let number = self.get(column).and_then(|number| T::try_from(number).ok());
        number.ok_or(ClusterError::OtherData("numbers"))
    }
}
