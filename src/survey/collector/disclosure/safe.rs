//! Whether an item may be shown of a cell.

use super::families::Families;
use super::item::Item;
use super::rules::{Rules, is_dominated};
use super::withheld::hides_withheld;
use crate::survey::collector::cells::{Cell, Measure};

impl Item {
    /// Whether it may be shown of a cell by itself: there are enough respondents, no one or two of them make up most of a
    /// sum, and nobody can be found who withheld it. Single activities are looked at by themselves; numbers of people, and
    /// what is not a sum, cannot be made up by anybody.
    #[must_use]
    pub fn is_safe(self, cell: &Cell, families: &Families, rules: Rules) -> bool {
        let is_spread = |measures: Vec<Measure>| !is_dominated(cell, &measures);
        rules.are_enough(self.respondents(cell))
            && self.sums(families).into_iter().all(is_spread)
            && hides_withheld(self, cell, families, rules)
    }
}
