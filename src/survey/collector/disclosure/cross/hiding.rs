//! Which cells are hidden, and which more must be so that none of them can be found.

use super::At;
use super::table::CrossTable;
use crate::survey::collector::disclosure::families::Families;
use crate::survey::collector::disclosure::flow::Flow;
use crate::survey::collector::disclosure::item::Item;
use crate::survey::collector::disclosure::pattern::sums_of;
use crate::survey::collector::disclosure::rules::Rules;

/// The hidden cells, for one item.
pub(super) struct Hiding<'a> {
    /// All cells.
    pub(super) table: &'a CrossTable,
    /// What is shown of those that are not hidden.
    pub(super) item: Item,
    /// The categories that are shown together.
    pub(super) families: &'a Families,
    /// The thresholds.
    pub(super) rules: Rules,
    /// Whether each cell is hidden, row by row.
    pub(super) hidden: Vec<Vec<bool>>,
}

impl Hiding<'_> {
    /// Whether a cell is hidden.
    pub(super) fn is_hidden(&self, at: At) -> bool {
        self.hidden[at.0][at.1]
    }

    /// Cells of which one more must be hidden; none where none can be found.
    pub(super) fn open(&self) -> Option<Vec<At>> {
        self.open_line().or_else(|| self.narrow_cell())
    }

    /// Hides more until every row and column and every single cell is safe.
    pub(super) fn guard(&mut self) {
        loop {
            let Some(candidates) = self.open() else {
                return;
            };
            let table = self.table;
            let smallest = candidates
                .into_iter()
                .filter(|at| table.n(*at) > 0 && !self.is_hidden(*at))
                .min_by_key(|at| table.n(*at));
            match smallest {
                Some((row, column)) => self.hidden[row][column] = true,
                None => return self.hide_all(), // what cannot be guarded is not shown
            }
        }
    }

    fn hide_all(&mut self) {
        self.hidden.iter_mut().flatten().for_each(|hidden| *hidden = true);
    }

    /// A row or column whose hidden cells could be found by taking the shown ones from the whole.
    fn open_line(&self) -> Option<Vec<At>> {
        self.table.lines().into_iter().find(|line| {
            let hidden: Vec<At> = line.iter().copied().filter(|at| self.is_hidden(*at)).collect();
            !hidden.is_empty() && !self.is_guarded(line, &hidden)
        })
    }

    fn is_guarded(&self, line: &[At], hidden: &[At]) -> bool {
        let together = sums_of(hidden.iter().map(|at| self.table.cell(*at)));
        let is_whole = line
            .iter()
            .all(|at| self.table.n(*at) == 0 || self.is_hidden(*at));
        is_whole || (hidden.len() >= 2 && self.item.is_safe(&together, self.families, self.rules))
    }

    /// The row and column of a hidden cell that all rows and columns together allow fewer than `min_group` values for.
    fn narrow_cell(&self) -> Option<Vec<At>> {
        let narrow = self.narrow()?;
        let crosses = |at: &At| at.0 == narrow.0 || at.1 == narrow.1;
        let crossing: Vec<At> = self.table.all().filter(crosses).collect();
        let more = crossing
            .iter()
            .any(|at| self.table.n(*at) > 0 && !self.is_hidden(*at));
        Some(if more {
            crossing
        } else {
            self.table.all().collect()
        })
    }

    fn narrow(&self) -> Option<At> {
        let (table, enough) = (self.table, self.rules.min_group);
        let n = |at: At| self.item.respondents(table.cell(at));
        let [in_row, in_column] = self.lines_with_hidden();
        let is_unknown = |(row, column): At| in_row[row] && in_column[column];
        let room = |at: At| {
            let may_be_anything = self.is_hidden(at) || (table.n(at) == 0 && is_unknown(at));
            may_be_anything.then(|| n(at))
        };
        let flow = Flow::of(table.each(room));
        table
            .all()
            .find(|at| self.is_hidden(*at) && n(*at) > 0 && flow.width(*at, enough) < enough)
    }

    /// Which rows and which columns have hidden cells.
    fn lines_with_hidden(&self) -> [Vec<bool>; 2] {
        let (rows, columns) = (self.table.rows.len(), self.table.columns.len());
        let in_row = |row: usize| (0..columns).any(|column| self.is_hidden((row, column)));
        let in_column = |column: usize| (0..rows).any(|row| self.is_hidden((row, column)));
        [
            (0..rows).map(in_row).collect(),
            (0..columns).map(in_column).collect(),
        ]
    }
}
