//! Two groups at once.

use super::block::Permitted;
use super::figures::Figures;
use crate::survey::collector::disclosure::{CrossPattern, CrossTable, Item, Pattern, Rules};
use std::collections::BTreeSet;

/// A table of two groups at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cross<T> {
    /// The groups of rows and columns, by their places.
    pub groups: [usize; 2],
    /// The places of the answers of the rows; none of the row of all that has none of its own.
    pub rows: Vec<Option<u16>>,
    /// The same of the columns.
    pub columns: Vec<Option<u16>>,
    /// The cells, row by row.
    pub cells: Vec<Vec<CrossCell<T>>>,
}

/// A cell of two groups at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CrossCell<T> {
    /// Nobody; it could not be anything else.
    Nobody,
    /// It is not shown.
    Hidden,
    /// What is shown.
    Shown(T),
}

impl Cross<Permitted> {
    pub(super) fn of(table: &CrossTable, pattern: &CrossPattern, week: &Pattern, groups: [usize; 2]) -> Self {
        let cell = |row: usize, column: usize| {
            let cell = &table.cells[row][column];
            if pattern.tells_nobody(table, row, column) {
                CrossCell::Nobody
            } else if pattern.shown[row][column] {
                let items: BTreeSet<Item> = pattern.items().collect();
                CrossCell::Shown(Permitted::of(cell, &items, &week.families, &week.activities))
            } else {
                CrossCell::Hidden
            }
        };
        let columns = 0..pattern.columns.len();
        let row = |row| columns.clone().map(|column| cell(row, column)).collect();
        Self {
            groups,
            rows: pattern.rows.iter().map(|side| side.answer).collect(),
            columns: pattern.columns.iter().map(|side| side.answer).collect(),
            cells: (0..pattern.rows.len()).map(row).collect(),
        }
    }

    pub(super) fn figures(&self, rules: Rules) -> Cross<Figures> {
        let cell = |cell: &CrossCell<Permitted>| match cell {
            CrossCell::Nobody => CrossCell::Nobody,
            CrossCell::Hidden => CrossCell::Hidden,
            CrossCell::Shown(permitted) => CrossCell::Shown(permitted.figures(rules)),
        };
        let row = |row: &Vec<CrossCell<Permitted>>| row.iter().map(cell).collect();
        Cross {
            groups: self.groups,
            rows: self.rows.clone(),
            columns: self.columns.clone(),
            cells: self.cells.iter().map(row).collect(),
        }
    }
}
