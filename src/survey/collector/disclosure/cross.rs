//! A table of two groups at once, whose rows and columns are the lines that the tables of the two groups show: each of its
//! cells could be found from its row or from its column, so both ways are guarded, and in the end a flow through the hidden
//! cells tells exactly how much each of them could be.
//!
//! Of a cell that nobody is in it is told that nobody is, unless it lies where cells of its row and of its column are hidden:
//! then it is hidden like them, so that of a hidden cell not even that somebody is in it is known.

use super::activities::ActivitySets;
use super::families::Families;
use super::flow::Flow;
use super::growth::Growth;
use super::item::Item;
use super::pattern::{Pattern, TablePattern, sums_of};
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
    /// Whether each cell is shown, row by row. One that nobody is in is not shown.
    pub shown: Vec<Vec<bool>>,
    /// Whether the share is shown beside the time, which is known of fewer respondents.
    pub share: bool,
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

/// The side of each answer.
fn sides_of_answers(sides: &[Side]) -> Vec<Option<usize>> {
    let most = sides.iter().flat_map(|s| &s.holds).max();
    let mut out = vec![None; most.map_or(0, |most| usize::from(*most) + 1)];
    for (place, side) in sides.iter().enumerate() {
        for answer in &side.holds {
            out[usize::from(*answer)] = Some(place);
        }
    }
    out
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

    fn cell(&self, (row, column): At) -> &Cell {
        &self.cells[row][column]
    }

    fn n(&self, at: At) -> u32 {
        self.cell(at).respondents
    }

    fn all(&self) -> impl Iterator<Item = At> + use<> {
        let columns = self.columns.len();
        (0..self.rows.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    /// A yes or no for each cell.
    fn mask(&self, of: impl Fn(At) -> bool) -> Vec<Vec<bool>> {
        let row = |row| (0..self.columns.len()).map(|column| of((row, column))).collect();
        (0..self.rows.len()).map(row).collect()
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
        let is_unsafe = |at: At| table.n(at) > 0 && !Item::Time.is_safe(table.cell(at), families, rules);
        let mut hiding = Hiding {
            table,
            item: Item::Time,
            families,
            rules,
            hidden: table.mask(is_unsafe),
        };
        hiding.guard();
        let mut out = Self {
            rows: table.rows.clone(),
            columns: table.columns.clone(),
            shown: table.mask(|at| table.n(at) > 0 && !hiding.is_hidden(at)),
            share: false,
        };
        out.share = out.item_holds(Item::Share, table, families, rules);
        out
    }

    /// Whether nothing is given away by the pattern, of the responses that made it or of other ones.
    #[must_use]
    pub fn holds(&self, table: &CrossTable, families: &Families, rules: Rules) -> bool {
        let mut items = self.items();
        items.all(|item| self.item_holds(item, table, families, rules))
    }

    /// What is shown of a cell.
    pub fn items(&self) -> impl Iterator<Item = Item> + use<> {
        let share = self.share.then_some(Item::Share);
        std::iter::once(Item::Time).chain(share)
    }

    /// Whether it is told of a cell that nobody is in it: one that could not be anything else.
    #[must_use]
    pub fn tells_nobody(&self, table: &CrossTable, row: usize, column: usize) -> bool {
        let is_hidden = |(r, c): At| table.n((r, c)) > 0 && !self.shown[r][c];
        let in_row = (0..self.columns.len()).any(|c| is_hidden((row, c)));
        let in_column = (0..self.rows.len()).any(|r| is_hidden((r, column)));
        table.n((row, column)) == 0 && !(in_row && in_column)
    }

    fn item_holds(&self, item: Item, table: &CrossTable, families: &Families, rules: Rules) -> bool {
        let hiding = Hiding {
            hidden: table.mask(|at| table.n(at) > 0 && !self.shown[at.0][at.1]),
            table,
            item,
            families,
            rules,
        };
        let mut shown = table.all().filter(|at| self.shown[at.0][at.1]);
        shown.all(|at| item.is_safe(table.cell(at), families, rules))
            && hiding.open_line().is_none()
            && hiding.narrow_cell().is_none()
    }

    /// Whether a table that was published with this pattern can be published again: every cell, and what is hidden of every
    /// row and column, says the same or is of enough respondents more, and so is every hidden cell, as far as can be told.
    #[must_use]
    pub fn may_grow(
        &self,
        published: &CrossTable,
        now: &CrossTable,
        families: &Families,
        rules: Rules,
    ) -> bool {
        let growth = Growth { families, rules };
        let grows = |item: Item, cells: &[At]| {
            let (mut old, mut new) = (Cell::default(), Cell::default());
            for at in cells {
                old.merge(published.cell(*at));
                new.merge(now.cell(*at));
            }
            growth.of(item, &old, &new, &ActivitySets::each())
        };
        let is_shown = |at: &At| self.shown[at.0][at.1];
        let hidden = |line: Vec<At>| -> Vec<At> { line.into_iter().filter(|at| !is_shown(at)).collect() };
        let item_grows = |item: Item| {
            now.all().filter(is_shown).all(|at| grows(item, &[at]))
                && now.lines().into_iter().all(|line| grows(item, &hidden(line)))
        };
        self.holds(now, families, rules)
            && self.items().all(item_grows)
            && self.hides_those_who_came(published, now, rules)
    }

    /// Whether the rows and columns of what was added leave open how many came to each hidden cell, where they are few.
    fn hides_those_who_came(&self, published: &CrossTable, now: &CrossTable, rules: Rules) -> bool {
        let came = |at: At| now.n(at).saturating_sub(published.n(at));
        let is_hidden = |at: At| !self.shown[at.0][at.1];
        let room = |at: At| is_hidden(at).then(|| came(at));
        let flow = Flow::of(rows_of(now, room));
        let are_few = |at: &At| is_hidden(*at) && (1..rules.min_group).contains(&came(*at));
        now.all()
            .filter(are_few)
            .all(|at| flow.width(at, rules.min_group) >= rules.min_group)
    }
}

fn rows_of<T>(table: &CrossTable, of: impl Fn(At) -> T) -> Vec<Vec<T>> {
    let row = |row| (0..table.columns.len()).map(|column| of((row, column))).collect();
    (0..table.rows.len()).map(row).collect()
}

struct Hiding<'a> {
    table: &'a CrossTable,
    item: Item,
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
        let flow = Flow::of(rows_of(table, room));
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
