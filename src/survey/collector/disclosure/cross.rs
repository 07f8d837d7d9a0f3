//! A table of two groups at once, whose rows and columns are the lines that the tables of the two groups show: each of its
//! cells could be found from its row or from its column, so both ways are guarded, and in the end a flow through the hidden
//! cells tells exactly how much each of them could be.

use super::families::Families;
use super::flow::Flow;
use super::item::Item;
use super::pattern::{Pattern, TablePattern};
use super::rules::Rules;
use crate::domain::WeekId;
use crate::survey::collector::cells::{Cell, Cells};
use crate::survey::collector::tables::{Line, Tables};

/// A row or a column: the answers that one line of the group's own table stands for. The rest is one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The line's answer; none of the rest.
    pub answer: Option<u16>,
    /// All answers that it holds, those within others too.
    pub holds: Vec<u16>,
}

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

/// Which cells are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossPattern {
    /// The rows.
    pub rows: Vec<Side>,
    /// The columns.
    pub columns: Vec<Side>,
    /// Whether each cell is shown, row by row. One that nobody is in is neither shown nor hidden.
    pub shown: Vec<Vec<bool>>,
}

/// The lines that a table shows, and its rest, as rows or columns.
fn sides(lines: &[Line], pattern: &TablePattern) -> Vec<Side> {
    let (mut out, mut rest) = (Vec::new(), Vec::new());
    for (line, items) in lines.iter().zip(&pattern.lines) {
        let mut holds = Vec::new();
        held(line, &mut holds);
        if items.contains(&Item::Time) {
            let answer = Some(line.answer);
            out.push(Side { answer, holds });
        } else {
            rest.extend(holds);
        }
    }
    if !rest.is_empty() {
        out.push(Side {
            answer: None,
            holds: rest,
        });
    }
    out
}

fn held(line: &Line, out: &mut Vec<u16>) {
    out.push(line.answer);
    line.within.iter().for_each(|line| held(line, out));
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
        let find = |sides: &[Side], place: u16| sides.iter().position(|s| s.holds.contains(&place));
        for (places, cell) in cells.of_week(week) {
            let [row, column] = groups.map(|group| places.get(group).copied().unwrap_or(0));
            if let (Some(row), Some(column)) = (find(&rows, row), find(&columns, column)) {
                table[row][column].merge(cell);
            }
        }
        Self {
            rows,
            columns,
            cells: table,
        }
    }

    fn n(&self, (row, column): At) -> u32 {
        self.cells[row][column].respondents
    }

    fn all(&self) -> impl Iterator<Item = At> + use<> {
        let columns = self.columns.len();
        (0..self.rows.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    /// A hidden cell for which all rows and columns together leave fewer than `enough` numbers of respondents.
    fn narrow(&self, is_hidden: &impl Fn(At) -> bool, enough: u32) -> Option<At> {
        let cell = |at: At| is_hidden(at).then(|| self.n(at));
        let row = |row| {
            (0..self.columns.len())
                .map(|column| cell((row, column)))
                .collect()
        };
        let flow = Flow::of((0..self.rows.len()).map(row).collect());
        self.all()
            .find(|at| is_hidden(*at) && flow.width(*at, enough) < enough)
    }

    /// All rows and all columns, as lists of cells.
    fn lines(&self) -> Vec<Vec<At>> {
        let (rows, columns) = (self.rows.len(), self.columns.len());
        let row = |row| (0..columns).map(|column| (row, column)).collect();
        let column = |column| (0..rows).map(|row| (row, column)).collect();
        (0..rows).map(row).chain((0..columns).map(column)).collect()
    }
}

/// A row and a column.
pub(super) type At = (usize, usize);

impl CrossPattern {
    /// Which cells may be shown.
    #[must_use]
    pub fn of(table: &CrossTable, families: &Families, rules: Rules) -> Self {
        let mut hiding = Hiding {
            table,
            families,
            rules,
            hidden: vec![vec![false; table.columns.len()]; table.rows.len()],
        };
        for at in table.all().filter(|at| table.n(*at) > 0) {
            if !Item::Time.is_safe(&table.cells[at.0][at.1], families, rules) {
                hiding.hidden[at.0][at.1] = true;
            }
        }
        hiding.guard();
        let is_shown = |at: At| table.n(at) > 0 && !hiding.hidden[at.0][at.1];
        let shown = (0..table.rows.len()).map(|row| {
            (0..table.columns.len())
                .map(|column| is_shown((row, column)))
                .collect()
        });
        Self {
            rows: table.rows.clone(),
            columns: table.columns.clone(),
            shown: shown.collect(),
        }
    }
}

impl CrossPattern {
    /// Whether nothing is given away where the responses are other ones than those that made the pattern.
    #[must_use]
    pub fn holds(&self, table: &CrossTable, families: &Families, rules: Rules) -> bool {
        let hiding = Hiding {
            hidden: self.hidden(table),
            table,
            families,
            rules,
        };
        let mut shown = table.all().filter(|at| self.shown[at.0][at.1]);
        shown.all(|at| Item::Time.is_safe(&table.cells[at.0][at.1], families, rules))
            && hiding.open_line().is_none()
            && hiding.narrow_cell().is_none()
    }

    fn hidden(&self, table: &CrossTable) -> Vec<Vec<bool>> {
        let is_hidden = |at: At| table.n(at) > 0 && !self.shown[at.0][at.1];
        let row = |row| {
            (0..self.columns.len())
                .map(|column| is_hidden((row, column)))
                .collect()
        };
        (0..self.rows.len()).map(row).collect()
    }

    /// Whether a table that was published with this pattern can be published again: every cell, and what is hidden of every
    /// row and column, says the same or has changed by `min_group` respondents or more.
    #[must_use]
    pub fn may_grow(
        &self,
        published: &CrossTable,
        now: &CrossTable,
        families: &Families,
        rules: Rules,
    ) -> bool {
        let changes = |cells: &[At]| {
            let [old, new] = [published, now].map(|table| {
                let mut sum = Cell::default();
                for (row, column) in cells {
                    sum.merge(&table.cells[*row][*column]);
                }
                sum
            });
            old == new || rules.are_enough(old.respondents.abs_diff(new.respondents))
        };
        let is_shown = |at: &At| self.shown[at.0][at.1];
        self.holds(now, families, rules)
            && now.all().filter(is_shown).all(|at| changes(&[at]))
            && now.lines().into_iter().all(|line| {
                let hidden: Vec<At> = line.into_iter().filter(|at| !is_shown(at)).collect();
                changes(&hidden)
            })
    }
}

struct Hiding<'a> {
    table: &'a CrossTable,
    families: &'a Families,
    rules: Rules,
    hidden: Vec<Vec<bool>>,
}

impl Hiding<'_> {
    fn is_hidden(&self, at: At) -> bool {
        self.hidden[at.0][at.1]
    }

    /// Hides more until every row and column and every single cell is safe.
    fn guard(&mut self) {
        loop {
            let open = self.open_line().or_else(|| self.narrow_cell());
            let Some(candidates) = open else { return };
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
        let mut together = Cell::default();
        for (row, column) in hidden {
            together.merge(&self.table.cells[*row][*column]);
        }
        let is_whole = line
            .iter()
            .all(|at| self.table.n(*at) == 0 || self.is_hidden(*at));
        is_whole || (hidden.len() >= 2 && Item::Time.is_safe(&together, self.families, self.rules))
    }

    /// The row and column of a hidden cell that all rows and columns together allow fewer than `min_group` values for.
    fn narrow_cell(&self) -> Option<Vec<At>> {
        let is_hidden = |at: At| self.is_hidden(at);
        let narrow = self.table.narrow(&is_hidden, self.rules.min_group)?;
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
}
