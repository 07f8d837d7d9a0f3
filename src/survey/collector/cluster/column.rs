//! The columns of the dataset, as SQL takes them.

use crate::survey::collector::dataset::Columns;

/// The column that is made of the names of the folders.
pub(super) const WEEK: &str = "week";

/// The name of a column of the dataset, as SQL takes it; none of them has a quotation mark in it.
pub(super) fn quoted(columns: &Columns, column: usize) -> String {
    let schema = columns.schema();
    let name = schema.get_fields().get(column).map_or("", |field| field.name());
    format!("\"{name}\"")
}
