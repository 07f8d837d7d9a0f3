//! The last look before anything is written: for every line that is not shown, how far apart the numbers are that the shown
//! ones leave possible. It knows nothing of how the pattern was found.

use super::activities::ActivitySets;
use super::families::Families;
use super::item::Item;
use super::pattern::{Pattern, TablePattern, sums_of};
use super::rules::{Rules, is_dominated};
use crate::survey::collector::cells::Cell;
use crate::survey::collector::tables::{Line, Tables};
use std::collections::BTreeSet;

/// A number that a report would give away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenAway {
    /// The group of the table, by its place.
    pub group: Option<usize>,
    /// What is given away.
    pub item: Item,
    /// Between how many respondents the shown numbers leave the choice.
    pub width: u32,
}

impl Pattern {
    /// Looks at what would be shown of these tables.
    ///
    /// # Errors
    /// The first number that would be given away.
    pub fn audit(&self, tables: &Tables, rules: Rules) -> Result<(), GivenAway> {
        let all = &tables.all;
        let given_away = |item: Item| GivenAway {
            group: None,
            item,
            width: item.respondents(all),
        };
        let mut items = self.all.iter();
        if let Some(item) = items.find(|item| !item.is_safe(all, &self.families, rules)) {
            return Err(given_away(*item));
        }
        if self.all.contains(&Item::Activities) && !are_spread(&self.activities, all, &self.families) {
            return Err(given_away(Item::Activities));
        }
        for (group, (lines, pattern)) in tables.groups.iter().zip(&self.groups).enumerate() {
            let above = Above {
                group,
                families: &self.families,
                rules,
                cell: all,
                items: &self.all,
                activities: &self.activities,
            };
            above.table(lines, pattern)?;
        }
        Ok(())
    }
}

/// Whether no one or two make up most of the activities of a line that are shown as one.
fn are_spread(sets: &ActivitySets, cell: &Cell, families: &Families) -> bool {
    sets.sums(families).all(|sum| !is_dominated(cell, &sum))
}

/// The line above a table.
#[derive(Clone, Copy)]
struct Above<'a> {
    group: usize,
    families: &'a Families,
    rules: Rules,
    cell: &'a Cell,
    items: &'a BTreeSet<Item>,
    activities: &'a ActivitySets,
}

impl Above<'_> {
    fn table(self, lines: &[Line], pattern: &TablePattern) -> Result<(), GivenAway> {
        for item in Item::ALL {
            self.item(item, lines, pattern)?;
        }
        for ((line, items), within) in lines.iter().zip(&pattern.lines).zip(&pattern.within) {
            if let Some(within) = within {
                let above = Above {
                    cell: &line.cell,
                    items,
                    activities: &pattern.activities,
                    ..self
                };
                above.table(&line.within, within)?;
            }
        }
        Ok(())
    }

    fn item(self, item: Item, lines: &[Line], pattern: &TablePattern) -> Result<(), GivenAway> {
        let given_away = |width: u32| GivenAway {
            group: Some(self.group),
            item,
            width,
        };
        let of = || lines.iter().zip(&pattern.lines);
        let (shown, hidden): (Vec<_>, Vec<_>) = of().partition(|(_, items)| items.contains(&item));
        if shown.is_empty() {
            return Ok(()); // nothing but the line above
        }
        // What is shown of a line can be shown only of a line that is, under one that is.
        let is_time = |(_, items): &(&Line, &BTreeSet<Item>)| items.contains(&Item::Time);
        if !self.items.contains(&item) || !shown.iter().all(is_time) {
            return Err(given_away(0));
        }
        let unsafe_line = shown
            .iter()
            .find(|(line, _)| !self.is_safe(item, &line.cell, pattern));
        if let Some((line, _)) = unsafe_line {
            return Err(given_away(item.respondents(&line.cell)));
        }
        let hidden: Vec<&Cell> = hidden.iter().map(|(line, _)| &line.cell).collect();
        let hidden: Vec<&Cell> = hidden.into_iter().filter(|cell| cell.respondents > 0).collect();
        let rest = sums_of(hidden.iter().copied());
        // All that is known of a hidden line is that it and the others make up what is left of the line above.
        let shown: u32 = shown.iter().map(|(line, _)| item.respondents(&line.cell)).sum();
        let left = item.respondents(self.cell).checked_sub(shown);
        if left != Some(item.respondents(&rest)) {
            return Err(given_away(0)); // the lines are not all there is
        }
        let width = if hidden.len() == 1 {
            0
        } else {
            item.respondents(&rest)
        };
        let is_guarded = width >= self.rules.min_group && self.is_safe(item, &rest, pattern);
        if hidden.is_empty() || is_guarded {
            Ok(())
        } else {
            Err(given_away(width))
        }
    }

    /// Whether a line, or the rest, may be shown in a table.
    fn is_safe(self, item: Item, cell: &Cell, pattern: &TablePattern) -> bool {
        let activities_are = || {
            let sets = &pattern.activities;
            sets.is_coarser_than(self.activities) && are_spread(sets, cell, self.families)
        };
        item.is_safe(cell, self.families, self.rules)
            && !item.hides_side(cell, self.cell)
            && (item != Item::Activities || activities_are())
    }
}
