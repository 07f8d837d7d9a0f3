//! The columns of a report's CSV, and the codebook that says what they are: one list, so that the two cannot differ.

mod column;
mod doings;
mod entry;
mod maker;
mod place;
mod responses;
mod time;

pub(super) use column::Column;
pub(super) use entry::Entry;

use crate::survey::codebook::{Languages, Variable, variables_csv};
use maker::Of;

/// The codebook of the CSV of every report, as CSV: a row for each column, and below it one for each of its codes.
#[must_use]
pub fn codebook_csv() -> Vec<u8> {
    let columns = columns(&Languages::new()).into_iter();
    let variables: Vec<Variable> = columns.map(|column| column.variable).collect();
    variables_csv(&variables)
}

/// All columns, in order.
pub(super) fn columns(languages: &Languages) -> Vec<Column> {
    let of = Of { languages };
    let mut out = of.week();
    out.extend(of.line());
    out.extend(of.responses());
    out.extend(of.minutes());
    out.extend(of.categories());
    out.extend(of.others());
    out.extend(of.activities());
    out
}
