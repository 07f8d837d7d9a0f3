//! A second report on the same week: whoever has both takes one from the other, so what changed between them must be as many
//! respondents as are ever shown.

use super::item::Item;
use super::pattern::{Pattern, TablePattern};
use super::rules::Rules;
use crate::survey::collector::cells::{Cell, Measure};
use crate::survey::collector::tables::{Line, Tables};
use std::collections::BTreeSet;

impl Pattern {
    /// Whether a week that was published with this pattern can be published again with other responses: with the pattern as
    /// it was, every line and every rest either says just the same or has changed by `min_group` respondents or more, and
    /// nothing is given away.
    #[must_use]
    pub fn may_grow(&self, published: &Tables, now: &Tables, rules: Rules) -> bool {
        let all = self.all.iter();
        let groups = published.groups.iter().zip(&now.groups).zip(&self.groups);
        self.audit(now, rules).is_ok()
            && all
                .copied()
                .all(|item| changes(item, &published.all, &now.all, rules))
            && groups
                .into_iter()
                .all(|((old, new), pattern)| table_changes(old, new, pattern, rules))
    }
}

fn table_changes(old: &[Line], new: &[Line], pattern: &TablePattern, rules: Rules) -> bool {
    let lines = || old.iter().zip(new).zip(&pattern.lines);
    let item_changes = |item: Item| {
        let mut shown = lines().filter(|(_, items)| items.contains(&item));
        if lines().all(|(_, items)| !items.contains(&item)) {
            return true;
        }
        let rest = |of: &dyn Fn(&(&Line, &Line)) -> Cell| {
            let hidden = lines().filter(|(_, items): &(_, &BTreeSet<Item>)| !items.contains(&item));
            hidden.fold(Cell::default(), |mut sum, (both, _)| {
                sum.merge(&of(&both));
                sum
            })
        };
        let (before, after) = (
            rest(&|both| both.0.cell.clone()),
            rest(&|both| both.1.cell.clone()),
        );
        shown.all(|((old, new), _)| changes(item, &old.cell, &new.cell, rules))
            && changes(item, &before, &after, rules)
    };
    let within = || old.iter().zip(new).zip(&pattern.within);
    let below = |((old, new), within): ((&Line, &Line), &Option<TablePattern>)| {
        within
            .as_ref()
            .is_none_or(|within| table_changes(&old.within, &new.within, within, rules))
    };
    Item::ALL.into_iter().all(item_changes) && within().all(below)
}

/// Whether what an item says is the same, or of at least `min_group` respondents more or fewer.
fn changes(item: Item, old: &Cell, new: &Cell, rules: Rules) -> bool {
    let mut of_item = Measure::all().filter(|m| m.basis() == item.basis());
    let is_same = of_item.all(|m| old.of(m) == new.of(m))
        && old.non_teaching == new.non_teaching
        && old.share == new.share;
    is_same || rules.are_enough(item.respondents(old).abs_diff(item.respondents(new)))
}
