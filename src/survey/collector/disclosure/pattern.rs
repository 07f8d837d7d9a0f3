//! The pattern of what is shown of a week.

use super::activities::ActivitySets;
use super::families::Families;
use super::hide::{Parts, shown};
use super::item::Item;
use super::rules::{Rules, is_dominated};
use crate::survey::collector::cells::{Cell, Measure};
use crate::survey::collector::tables::{Line, Tables};
use crate::survey::definition::Asks;
use std::collections::BTreeSet;

/// What is shown of a week. It is found from the responses of the week when it is first published and kept from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What is shown of everybody; nothing at all is shown of a week in which it is nothing.
    pub all: BTreeSet<Item>,
    /// The categories that are shown together.
    pub families: Families,
    /// The activities of everybody that are shown together.
    pub activities: ActivitySets,
    /// The table of each group.
    pub groups: Vec<TablePattern>,
}

/// What is shown of the lines below one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePattern {
    /// What is shown of each line: nothing of one that is hidden. What is not shown belongs to the rest.
    pub lines: Vec<BTreeSet<Item>>,
    /// The activities that are shown together in this table.
    pub activities: ActivitySets,
    /// The tables below the lines; empty below one that is hidden.
    pub within: Vec<Option<Self>>,
}

/// One item of the lines of a table.
struct ItemOf<'a> {
    item: Item,
    above: &'a Cell,
    lines: &'a [&'a Line],
    families: &'a Families,
    rules: Rules,
}

impl Parts for ItemOf<'_> {
    type Sum = Cell;
    fn len(&self) -> usize {
        self.lines.len()
    }
    fn size(&self, part: usize) -> u64 {
        self.item.respondents(&self.lines[part].cell).into()
    }
    fn is_safe_alone(&self, part: usize) -> bool {
        self.are_safe(&self.lines[part].cell)
    }
    fn add(&self, part: usize, to: &mut Cell) {
        to.merge_sums(&self.lines[part].cell);
    }
    fn are_safe(&self, together: &Cell) -> bool {
        self.item.is_safe(together, self.families, self.rules) && !self.item.hides_side(together, self.above)
    }
}

/// The sums of some lines together, without distributions.
pub(super) fn sums_of<'c>(cells: impl IntoIterator<Item = &'c Cell>) -> Cell {
    cells.into_iter().fold(Cell::default(), |mut sum, cell| {
        sum.merge_sums(cell);
        sum
    })
}

impl Pattern {
    /// What of a week may be shown.
    #[must_use]
    pub fn of(tables: &Tables, asks: Asks, rules: Rules) -> Self {
        let all = &tables.all;
        let families = Families::of(all);
        let is_shown = rules.are_enough(all.respondents)
            && [
                Measure::Total,
                Measure::NonTeaching,
                Measure::category(crate::domain::Category::Teaching),
            ]
            .iter()
            .all(|m| !is_dominated(all, &[*m]));
        let items: BTreeSet<Item> = if is_shown {
            let safe = Item::asked(asks).filter(|item| item.is_safe(all, &families, rules));
            safe.chain([Item::Time]).collect()
        } else {
            BTreeSet::new()
        };
        let activities = if items.contains(&Item::Activities) {
            ActivitySets::of(&[all], &families, None)
        } else {
            ActivitySets::each()
        };
        let groups = tables.groups.iter().map(|lines| {
            let above = Above {
                cell: all,
                items: &items,
                activities: &activities,
                families: &families,
                rules,
            };
            above.table(lines)
        });
        Self {
            groups: groups.collect(),
            all: items,
            families,
            activities,
        }
    }

    /// Whether nothing is shown of the week.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// The line above a table.
#[derive(Clone, Copy)]
struct Above<'a> {
    cell: &'a Cell,
    items: &'a BTreeSet<Item>,
    activities: &'a ActivitySets,
    families: &'a Families,
    rules: Rules,
}

impl Above<'_> {
    fn table(self, all_lines: &[Line]) -> TablePattern {
        // Nobody can be found where nobody is: an answer that nobody gave is not shown, and hides nobody.
        let places: Vec<usize> = (0..all_lines.len())
            .filter(|line| all_lines[*line].cell.respondents > 0)
            .collect();
        let lines: Vec<&Line> = places.iter().map(|p| &all_lines[*p]).collect();
        let mut items = vec![BTreeSet::new(); all_lines.len()];
        let mut not_at_all = vec![!self.items.contains(&Item::Time); lines.len()];
        for item in Item::ALL {
            if !self.items.contains(&item) {
                continue;
            }
            let of = ItemOf {
                item,
                above: self.cell,
                lines: &lines,
                families: self.families,
                rules: self.rules,
            };
            let shown = shown(&of, &not_at_all);
            if item == Item::Time {
                not_at_all = shown.iter().map(|shown| !shown).collect();
            }
            for (place, _) in places.iter().zip(shown).filter(|(_, shown)| *shown) {
                items[*place].insert(item);
            }
        }
        let activities = self.activities(all_lines, &items);
        let within = all_lines.iter().zip(&items).map(|(line, items)| {
            let is_shown = items.contains(&Item::Time) && !line.within.is_empty();
            let below = Above {
                cell: &line.cell,
                items,
                activities: &activities,
                ..self
            };
            is_shown.then(|| below.table(&line.within))
        });
        TablePattern {
            within: within.collect(),
            lines: items,
            activities,
        }
    }

    fn activities(self, lines: &[Line], items: &[BTreeSet<Item>]) -> ActivitySets {
        if !self.items.contains(&Item::Activities) {
            return self.activities.clone();
        }
        let of = lines.iter().zip(items);
        let (shown, hidden): (Vec<_>, Vec<_>) = of.partition(|(_, items)| items.contains(&Item::Activities));
        let rest = sums_of(hidden.iter().map(|(line, _)| &line.cell));
        let mut cells: Vec<&Cell> = shown.iter().map(|(line, _)| &line.cell).collect();
        if !cells.is_empty() && rest.respondents > 0 {
            cells.push(&rest);
        }
        ActivitySets::of(&cells, self.families, Some(self.activities))
    }
}
