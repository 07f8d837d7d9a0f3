//! Which cells are shown.

use super::At;
use super::hiding::Hiding;
use super::side::Side;
use super::table::CrossTable;
use crate::survey::collector::disclosure::families::Families;
use crate::survey::collector::disclosure::item::Item;
use crate::survey::collector::disclosure::rules::Rules;

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
            hidden: table.each(is_unsafe),
        };
        hiding.guard();
        let mut out = Self {
            rows: table.rows.clone(),
            columns: table.columns.clone(),
            shown: table.each(|at| table.n(at) > 0 && !hiding.is_hidden(at)),
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
            hidden: table.each(|at| table.n(at) > 0 && !self.shown[at.0][at.1]),
            table,
            item,
            families,
            rules,
        };
        let mut shown = table.all().filter(|at| self.shown[at.0][at.1]);
        shown.all(|at| item.is_safe(table.cell(at), families, rules)) && hiding.open().is_none()
    }
}
