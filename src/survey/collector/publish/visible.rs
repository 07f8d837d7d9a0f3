//! Which answers reports of a week show: only those are told apart in the public-use file of the week.

use super::crossed::Crossed;
use super::ladders::Known;
use crate::domain::WeekId;
use crate::survey::collector::cells::Cells;
use crate::survey::collector::disclosure::{Item, Pattern, Rules, TablePattern};
use crate::survey::collector::tables::{Line, Tables};

/// What reports show of a week, answer by answer. An answer whose line they hide would be taken from the file instead, and
/// with it what the line was hidden for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visible {
    /// By group; none where nothing is shown of the week.
    groups: Option<Vec<Answers>>,
    /// Which answers to the two groups that are shown at once are not shown together.
    crossed: Option<Crossed>,
}

/// The answers to one group, by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answers {
    /// What stands for each: itself where it has a line, else the innermost one that holds it and has one; 0 where none does.
    stands: Vec<u16>,
    /// The one that holds each of those that have a line; 0 where none does.
    above: Vec<u16>,
}

impl Visible {
    /// What is shown of a week whose first issue is made of these cells: they decide for all later ones.
    /// `two_groups` are the only ones that are ever shown at once, rows first, if any are.
    #[must_use]
    pub fn of(first: &Cells, week: WeekId, two_groups: Option<[usize; 2]>) -> Self {
        let tables = Tables::of(first, week);
        let pattern = Pattern::of(&tables, first.frame.asks(), Rules::of(&first.frame));
        if pattern.is_empty() {
            return Self::nothing();
        }
        let groups = first.frame.groups.iter().zip(&tables.groups).zip(&pattern.groups);
        let groups = groups.map(|((group, lines), table)| {
            let none = vec![0; group.answers.len() + 1];
            let mut answers = Answers {
                stands: none.clone(),
                above: none,
            };
            answers.read(lines, Some(table), 0);
            answers
        });
        Self {
            groups: Some(groups.collect()),
            crossed: two_groups.map(|groups| Crossed::of(first, week, (&tables, &pattern), groups)),
        }
    }

    /// That nothing is shown of a week.
    #[must_use]
    pub const fn nothing() -> Self {
        Self {
            groups: None,
            crossed: None,
        }
    }

    /// Whether anything is shown of the week.
    pub(super) const fn is_anything(&self) -> bool {
        self.groups.is_some()
    }

    /// What is known, without the answers that are not shown.
    pub(super) fn seen(&self, known: &Known) -> Known {
        let mut out = known.clone();
        for (place, answers) in out.iter_mut().zip(self.groups.iter().flatten()) {
            *place = answers.stands.get(usize::from(*place)).copied().unwrap_or(0);
        }
        out
    }

    /// What is known, without the answers that are not shown, and without those that are not shown together with others.
    pub(super) fn seen_together(&self, known: &Known) -> Known {
        let mut out = self.seen(known);
        if let Some(group) = self.crossed.as_ref().and_then(|crossed| crossed.hides(known)) {
            out[group] = 0;
        }
        out
    }

    /// How many groups there are.
    pub(super) fn groups(&self) -> usize {
        self.groups.as_ref().map_or(0, Vec::len)
    }

    /// The answers that hold an answer to a group and have a line, from itself upwards; nothing of what is not said.
    pub(super) fn lines(&self, group: usize, place: u16) -> impl Iterator<Item = u16> {
        let answers = self.groups.as_ref().and_then(|groups| groups.get(group));
        let first = Some(place).filter(|place| *place > 0);
        std::iter::successors(first, move |place| {
            let above = answers?.above.get(usize::from(*place)).copied()?;
            (above > 0).then_some(above)
        })
    }
}

impl Answers {
    /// Reads a table, or one that is not shown, whose lines `holder` stands for.
    fn read(&mut self, lines: &[Line], table: Option<&TablePattern>, holder: u16) {
        for (at, line) in lines.iter().enumerate() {
            let items = table.and_then(|table| table.lines.get(at));
            let is_shown = items.is_some_and(|items| items.contains(&Item::Time));
            let place = usize::from(line.answer);
            let stands = if is_shown { line.answer } else { holder };
            if let Some(mine) = self.stands.get_mut(place) {
                *mine = stands;
            }
            // One that holds itself: given, though it holds others.
            if is_shown && line.answer != holder {
                self.above[place] = holder;
            }
            let within = table.filter(|_| is_shown).and_then(|table| table.within.get(at));
            self.read(&line.within, within.and_then(Option::as_ref), stands);
        }
    }
}
