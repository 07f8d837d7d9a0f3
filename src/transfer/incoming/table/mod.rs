//! Timetables as tables: one lesson a row, or a grid of periods and weekdays.

mod bells;
pub(super) mod class;
mod clock;
mod csv;
mod cursor;
mod days;
mod flat;
mod flat_head;
mod grid;
mod grid_rows;
mod lesson;
mod parts;
mod period;
mod week_words;
mod weekday;
mod xlsx;

pub use bells::PeriodTimes;
pub use csv::from_csv;
pub use xlsx::from_xlsx;

use super::{BadFile, FileFault, Place, Weekly};
use bells::Bells;

/// What a table needs to be a timetable, as an error names it.
const NEEDED: &str = "a row of weekdays (周一 … 周五, Mon … Fri); or columns for weekday 星期, period 节次 or time, and subject 课程";

/// Rows of text cells; the rows need not be of the same length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The sheet's name; empty for a file without sheets.
    pub name: String,
    /// From top to bottom, each from left to right.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it, as people see it; line ends are kept.
    pub text: String,
    /// Where it stands in the file.
    pub place: Place,
    /// For one of several cells that are merged: row and column, from 0, of the first of them. All of them hold its text.
    pub merged: Option<(usize, usize)>,
}

impl Table {
    /// A cell; none outside of the table.
    fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.get(column)
    }

    /// What stands in a cell, without spaces around it; nothing outside of the table.
    fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |c| c.text.trim())
    }

    /// A row; empty outside of the table.
    fn row(&self, row: usize) -> &[Cell] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// The first row in which something stands.
    fn first_row(&self) -> Option<&Cell> {
        self.rows.iter().flatten().find(|c| !c.text.trim().is_empty())
    }
}

impl Cell {
    /// That what stands here makes no sense as that field.
    fn bad(&self, field: &str) -> BadFile {
        BadFile {
            place: Some(self.place.clone()),
            fault: FileFault::Value {
                field: field.to_owned(),
                text: self.text.trim().to_owned(),
            },
        }
    }
}

/// The lessons of a timetable, and the bells that stand beside its periods, in their order.
///
/// Each table may be a list, with a lesson a row, or a grid of periods and weekdays; its header decides. Tables that are
/// neither are passed over if another one is a timetable; several timetables are read one after the other.
///
/// # Errors
/// [`FileFault::NoColumn`] if none is a timetable; [`FileFault::Value`] where a weekday, a period or the weeks of a
/// lesson cannot be read, or a period has two different times.
pub fn read_table(tables: &[Table]) -> Result<(Vec<Weekly>, Vec<PeriodTimes>), BadFile> {
    let (mut lessons, mut bells) = (Vec::new(), Bells::default());
    let mut refused = None;
    for table in tables {
        match read_one(table, &mut bells) {
            Ok(found) => lessons.extend(found),
            Err(e) if matches!(e.fault, FileFault::NoColumn(_)) => {
                refused.get_or_insert(e);
            }
            Err(e) => return Err(e),
        }
    }
    match refused {
        Some(e) if lessons.is_empty() => Err(e),
        None if tables.is_empty() => Err(no_timetable(None)),
        _ => Ok((lessons, bells.into_times())),
    }
}

fn read_one(table: &Table, bells: &mut Bells) -> Result<Vec<Weekly>, BadFile> {
    for row in 0..table.rows.len() {
        if let Some(columns) = flat_head::find(table, row) {
            return flat::read(table, row, &columns, bells);
        }
        if days::is_head(table, row) {
            return grid::read(table, row, bells);
        }
    }
    Err(flat_head::missing(table).unwrap_or_else(|| no_timetable(table.first_row())))
}

fn no_timetable(at: Option<&Cell>) -> BadFile {
    BadFile {
        place: at.map(|cell| cell.place.clone()),
        fault: FileFault::NoColumn(NEEDED),
    }
}

#[cfg(test)]
mod tests;
