//! The tables of a report: for each line what may be seen of it, and for what may not be seen the sum of all of it.

use super::figures::{Figures, Sets};
use crate::survey::collector::cells::Cell;
use crate::survey::collector::disclosure::{ActivitySets, Families, Item, Pattern, Rules, TablePattern};
use crate::survey::collector::tables::{Line, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All tables of a week or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<T> {
    /// Everybody.
    pub all: T,
    /// The table of each group, in the order of the frame.
    pub groups: Vec<Table<T>>,
}

/// The lines of a group, or those within one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    /// The lines that are shown.
    pub lines: Vec<TableLine<T>>,
    /// All that is not shown in its column, together; none where everything is shown, or nothing.
    pub rest: Option<T>,
    /// The answers that are not shown, by their places: also those that nobody gave, where there are others among them, so that
    /// of a hidden answer not even that somebody gave it is known.
    pub hidden: Vec<u16>,
    /// The answers that nobody gave, by their places, where all others are shown.
    pub silent: Vec<u16>,
}

/// A line that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableLine<T> {
    /// The place of its answer: 0 is not said.
    pub answer: u16,
    /// What is shown.
    pub figures: T,
    /// The lines within it.
    pub within: Option<Table<T>>,
}

/// What may be seen of a line, exactly: never shown as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Permitted {
    weeks: u32,
    items: BTreeMap<Item, Seen>,
    families: Families,
    activities: ActivitySets,
}

/// What may be seen of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    weeks: u32,
    cell: Arc<Cell>,
    /// Which sides of a part of a whole have too few to be told.
    small_sides: Option<[bool; 2]>,
    /// Whether they have in one week and not in another, so that the weeks could be taken from their sum.
    is_mixed: bool,
}

impl Seen {
    fn of(item: Item, cell: Arc<Cell>) -> Self {
        let sides = item.sides(&cell);
        Self {
            weeks: 1,
            small_sides: sides.map(|sides| sides.map(|n| n < Rules::SIDE)),
            is_mixed: false,
            cell,
        }
    }

    fn merge(&mut self, other: &Self) {
        self.weeks += other.weeks;
        self.is_mixed |= other.is_mixed || self.small_sides != other.small_sides;
        Arc::make_mut(&mut self.cell).merge(&other.cell);
    }

    /// Whether a part of the whole can be told: percents of enough respondents hide a few.
    fn can_be_told(&self, item: Item) -> bool {
        !self.is_mixed || item.respondents(&self.cell) >= 200 * Rules::SIDE
    }
}

impl Permitted {
    pub(super) fn of(
        cell: &Cell,
        items: &BTreeSet<Item>,
        families: &Families,
        activities: &ActivitySets,
    ) -> Self {
        let cell = Arc::new(cell.clone());
        let seen = |item: &Item| (*item, Seen::of(*item, Arc::clone(&cell)));
        Self {
            weeks: 1,
            items: items.iter().map(seen).collect(),
            families: families.clone(),
            activities: activities.clone(),
        }
    }

    /// What may be seen of both together: where they show different things together, what both show.
    fn merge(&mut self, other: &Self) {
        self.weeks += other.weeks;
        self.families = self.families.joined(&other.families);
        let both = self.items.contains_key(&Item::Activities) && other.items.contains_key(&Item::Activities);
        if both {
            self.activities = self.activities.joined(&other.activities);
        } else if other.items.contains_key(&Item::Activities) {
            self.activities = other.activities.clone();
        }
        for (item, theirs) in &other.items {
            match self.items.get_mut(item) {
                Some(mine) => mine.merge(theirs),
                None => drop(self.items.insert(*item, theirs.clone())),
            }
        }
    }

    pub(super) fn figures(&self, rules: Rules) -> Figures {
        let mut out = Figures {
            weeks: self.weeks,
            ..Figures::default()
        };
        for (item, seen) in &self.items {
            let sets = Sets {
                families: &self.families,
                activities: &self.activities,
                rules,
                weeks: seen.weeks,
            };
            // Of some of the weeks only, it could not be held against the rest of the line, nor against other lines.
            if seen.weeks == self.weeks && seen.can_be_told(*item) {
                out.show(*item, &seen.cell, sets);
            }
        }
        out
    }
}

impl Block<Permitted> {
    /// What may be seen of the tables of a week.
    pub(super) fn of(tables: &Tables, pattern: &Pattern) -> Self {
        let groups = tables.groups.iter().zip(&pattern.groups);
        Self {
            all: Permitted::of(&tables.all, &pattern.all, &pattern.families, &pattern.activities),
            groups: groups
                .map(|(lines, table)| Table::of(lines, table, &pattern.all, &pattern.families))
                .collect(),
        }
    }

    /// Adds what may be seen of another week.
    pub(super) fn merge(&mut self, other: &Self) {
        self.all.merge(&other.all);
        for (mine, theirs) in self.groups.iter_mut().zip(&other.groups) {
            mine.merge(theirs);
        }
    }
}

impl Table<Permitted> {
    fn of(lines: &[Line], pattern: &TablePattern, above: &BTreeSet<Item>, families: &Families) -> Self {
        let mut out = Self::empty();
        for ((line, items), within) in lines.iter().zip(&pattern.lines).zip(&pattern.within) {
            if items.contains(&Item::Time) {
                let within = within.as_ref();
                out.lines.push(TableLine {
                    answer: line.answer,
                    figures: Permitted::of(&line.cell, items, families, &pattern.activities),
                    within: within.map(|within| Self::of(&line.within, within, items, families)),
                });
            } else if line.cell.respondents > 0 {
                out.hidden.push(line.answer);
            } else {
                out.silent.push(line.answer);
            }
        }
        if !out.hidden.is_empty() {
            out.hidden.append(&mut out.silent);
            out.hidden.sort_unstable();
        }
        out.rest = rest(lines, pattern, above, families);
        out
    }

    fn merge(&mut self, other: &Self) {
        for theirs in &other.lines {
            match self.lines.iter_mut().find(|mine| mine.answer == theirs.answer) {
                Some(mine) => mine.merge(theirs),
                None => self.lines.push(theirs.clone()),
            }
        }
        match (&mut self.rest, &other.rest) {
            (Some(mine), Some(theirs)) => mine.merge(theirs),
            (mine @ None, Some(theirs)) => *mine = Some(theirs.clone()),
            (_, None) => {}
        }
        self.hidden.extend(&other.hidden);
        self.silent.extend(&other.silent);
        self.settle();
    }

    /// An answer that is shown in one week is not hidden, and one that is hidden in one is not silent.
    fn settle(&mut self) {
        self.lines
            .sort_by_key(|line| if line.answer == 0 { u16::MAX } else { line.answer });
        let shown: BTreeSet<u16> = self.lines.iter().map(|line| line.answer).collect();
        let hidden: BTreeSet<u16> = self.hidden.drain(..).filter(|a| !shown.contains(a)).collect();
        let is_silent = |a: &u16| !shown.contains(a) && !hidden.contains(a);
        let silent: BTreeSet<u16> = self.silent.drain(..).filter(is_silent).collect();
        (self.hidden, self.silent) = (hidden.into_iter().collect(), silent.into_iter().collect());
    }
}

impl TableLine<Permitted> {
    fn merge(&mut self, other: &Self) {
        self.figures.merge(&other.figures);
        match (&mut self.within, &other.within) {
            (Some(mine), Some(theirs)) => mine.merge(theirs),
            (mine @ None, Some(theirs)) => *mine = Some(theirs.clone()),
            (_, None) => {}
        }
    }
}

/// Everything that no line shows, item by item.
fn rest(
    lines: &[Line],
    pattern: &TablePattern,
    above: &BTreeSet<Item>,
    families: &Families,
) -> Option<Permitted> {
    let mut items = BTreeMap::new();
    let mut rests: BTreeMap<Vec<bool>, Arc<Cell>> = BTreeMap::new(); // of most items the same
    for item in above {
        let shown: Vec<bool> = pattern.lines.iter().map(|items| items.contains(item)).collect();
        if !shown.contains(&true) {
            continue;
        }
        let hidden = || lines.iter().zip(&shown).filter(|(_, shown)| !**shown);
        let rest = rests.entry(shown.clone()).or_insert_with(|| {
            let mut cell = Cell::default();
            hidden().for_each(|(line, _)| cell.merge(&line.cell));
            Arc::new(cell)
        });
        if rest.respondents > 0 {
            items.insert(*item, Seen::of(*item, Arc::clone(rest)));
        }
    }
    (!items.is_empty()).then(|| Permitted {
        weeks: 1,
        items,
        families: families.clone(),
        activities: pattern.activities.clone(),
    })
}

impl<T> Block<T> {
    /// The same tables with something else in every line.
    pub(super) fn map<U>(&self, to: &impl Fn(&T) -> U) -> Block<U> {
        Block {
            all: to(&self.all),
            groups: self.groups.iter().map(|table| table.map(to)).collect(),
        }
    }
}

impl<T> Table<T> {
    /// A table that says nothing.
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            lines: Vec::new(),
            rest: None,
            hidden: Vec::new(),
            silent: Vec::new(),
        }
    }

    fn map<U>(&self, to: &impl Fn(&T) -> U) -> Table<U> {
        Table {
            lines: self.lines.iter().map(|line| line.map(to)).collect(),
            rest: self.rest.as_ref().map(to),
            hidden: self.hidden.clone(),
            silent: self.silent.clone(),
        }
    }
}

impl<T> TableLine<T> {
    fn map<U>(&self, to: &impl Fn(&T) -> U) -> TableLine<U> {
        TableLine {
            answer: self.answer,
            figures: to(&self.figures),
            within: self.within.as_ref().map(|table| table.map(to)),
        }
    }
}
