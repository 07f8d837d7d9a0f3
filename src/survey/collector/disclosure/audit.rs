//! The last look before anything is written: for every line that is not shown, how far apart the numbers are that the shown
//! ones leave possible. It knows nothing of how the pattern was found.

use super::families::Families;
use super::item::Item;
use super::pattern::{Pattern, TablePattern};
use super::rules::Rules;
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
        for item in &self.all {
            if !item.is_safe(&tables.all, &self.families, rules) {
                return Err(GivenAway {
                    group: None,
                    item: *item,
                    width: item.respondents(&tables.all),
                });
            }
        }
        for (group, (lines, pattern)) in tables.groups.iter().zip(&self.groups).enumerate() {
            let audit = Audit {
                group,
                families: &self.families,
                rules,
            };
            audit.table(&tables.all, &self.all, lines, pattern)?;
        }
        Ok(())
    }
}

struct Audit<'a> {
    group: usize,
    families: &'a Families,
    rules: Rules,
}

impl Audit<'_> {
    fn table(
        &self,
        above: &Cell,
        items_above: &BTreeSet<Item>,
        lines: &[Line],
        pattern: &TablePattern,
    ) -> Result<(), GivenAway> {
        for item in Item::ALL {
            self.item(item, above, items_above, lines, pattern)?;
        }
        for ((line, items), within) in lines.iter().zip(&pattern.lines).zip(&pattern.within) {
            if let Some(within) = within {
                self.table(&line.cell, items, &line.within, within)?;
            }
        }
        Ok(())
    }

    fn item(
        &self,
        item: Item,
        above: &Cell,
        items_above: &BTreeSet<Item>,
        lines: &[Line],
        pattern: &TablePattern,
    ) -> Result<(), GivenAway> {
        let given_away = |width: u32| GivenAway {
            group: Some(self.group),
            item,
            width,
        };
        let shown =
            |(line, items): &(&Line, &BTreeSet<Item>)| items.contains(&item).then_some(line.cell.clone());
        let of: Vec<_> = lines.iter().zip(&pattern.lines).collect();
        let shown: Vec<Cell> = of.iter().filter_map(shown).collect();
        if shown.is_empty() {
            return Ok(()); // nothing but the line above
        }
        // What is shown of a line can be shown only of a line that is, under one that is.
        let is_alone = |(_, items): &&(&Line, &BTreeSet<Item>)| {
            items.contains(&item) && !(items.contains(&Item::Time) && items_above.contains(&item))
        };
        if of.iter().any(|line| is_alone(&line)) {
            return Err(given_away(0));
        }
        for cell in &shown {
            if !item.is_safe(cell, self.families, self.rules) {
                return Err(given_away(item.respondents(cell)));
            }
        }
        let hidden: Vec<&Line> = of
            .iter()
            .filter(|(line, items)| !items.contains(&item) && line.cell.respondents > 0)
            .map(|(line, _)| *line)
            .collect();
        if hidden.is_empty() {
            return Ok(());
        }
        // All that is known of a hidden line is that it and the others make up what is left of the line above.
        let shown_respondents: u32 = shown.iter().map(|cell| item.respondents(cell)).sum();
        let left = item.respondents(above).checked_sub(shown_respondents);
        let width = if hidden.len() < 2 { 0 } else { left.unwrap_or(0) };
        let mut rest = Cell::default();
        for line in &hidden {
            rest.merge(&line.cell);
        }
        if width < self.rules.min_group || !item.is_safe(&rest, self.families, self.rules) {
            return Err(given_away(width));
        }
        Ok(())
    }
}
