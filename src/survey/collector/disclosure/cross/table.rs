//! The cells of two groups at once.

use super::At;
use super::side::{Side, sides, sides_of_answers};
use crate::domain::WeekId;
use crate::survey::collector::cells::{Cell, Cells};
use crate::survey::collector::disclosure::pattern::Pattern;
use crate::survey::collector::tables::Tables;

/// Two groups at once, with nothing hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossTable {
    /// The rows.
    pub rows: Vec<Side>,
    /// The columns.
    pub columns: Vec<Side>,
    /// The cells, row by row.
    pub cells: Vec<Vec<Cell>>,
}

impl CrossTable {
    /// The table of two groups in a week, by the lines that are shown of each.
    #[must_use]
    pub fn of(cells: &Cells, week: WeekId, tables: &Tables, pattern: &Pattern, groups: [usize; 2]) -> Self {
        let sides = groups.map(|group| sides(&tables.groups[group], &pattern.groups[group]));
        let [rows, columns] = sides;
        Self::with(cells, week, rows, columns, groups)
    }

    /// The table of a pattern, of other responses.
    #[must_use]
    pub fn with(
        cells: &Cells,
        week: WeekId,
        rows: Vec<Side>,
        columns: Vec<Side>,
        groups: [usize; 2],
    ) -> Self {
        let mut table = vec![vec![Cell::default(); columns.len()]; rows.len()];
        let find = [sides_of_answers(&rows), sides_of_answers(&columns)];
        for (places, cell) in cells.of_week(week) {
            let side = |which: usize| {
                let answer = places.get(groups[which]).copied().unwrap_or(0);
                find[which].get(usize::from(answer)).copied().flatten()
            };
            if let (Some(row), Some(column)) = (side(0), side(1)) {
                table[row][column].merge(cell);
            }
        }
        Self {
            rows,
            columns,
            cells: table,
        }
    }

    pub(super) fn cell(&self, (row, column): At) -> &Cell {
        &self.cells[row][column]
    }

    /// How many respondents are in a cell.
    pub(super) fn n(&self, at: At) -> u32 {
        self.cell(at).respondents
    }

    /// All cells, row by row.
    pub(super) fn all(&self) -> impl Iterator<Item = At> + use<> {
        let columns = self.columns.len();
        (0..self.rows.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    /// Something of each cell, row by row.
    pub(super) fn each<T>(&self, of: impl Fn(At) -> T) -> Vec<Vec<T>> {
        let row = |row| (0..self.columns.len()).map(|column| of((row, column))).collect();
        (0..self.rows.len()).map(row).collect()
    }

    /// All rows and all columns, as lists of cells.
    pub(super) fn lines(&self) -> Vec<Vec<At>> {
        let (rows, columns) = (self.rows.len(), self.columns.len());
        let row = |row| (0..columns).map(|column| (row, column)).collect();
        let column = |column| (0..rows).map(|row| (row, column)).collect();
        (0..rows).map(row).chain((0..columns).map(column)).collect()
    }
}
