//! The fixed list of tables of a week: everybody, and the answers to each group, as a tree where they form one. Nobody can
//! ask for others, so that two reports never show two cuts through the same people.

use super::cells::{Cell, Cells};
use crate::domain::WeekId;
use crate::survey::definition::{Code, Group};
use std::collections::HashMap;

/// The tables of one week, with nothing hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// Everybody.
    pub all: Cell,
    /// The lines of each group, in the order of the frame.
    pub groups: Vec<Vec<Line>>,
}

/// The respondents who gave one answer, or one of those within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The place of the answer in its group: 0 is not said, 1 the first answer.
    pub answer: u16,
    /// What they report.
    pub cell: Cell,
    /// The answers within this one; none where it can be given itself. Where another survey lets it be given though it holds
    /// others here, those who gave it are a line of the same answer, the last one: the lines always add up to this one.
    pub within: Vec<Line>,
}

impl Tables {
    /// The tables of a week.
    #[must_use]
    pub fn of(cells: &Cells, week: WeekId) -> Self {
        let mut all = Cell::default();
        let groups = &cells.frame.groups;
        let mut by_place: Vec<Vec<Cell>> = groups
            .iter()
            .map(|g| vec![Cell::default(); g.answers.len() + 1])
            .collect();
        for (places, cell) in cells.of_week(week) {
            all.merge(cell);
            for (place, cells) in places.iter().zip(&mut by_place) {
                if let Some(mine) = cells.get_mut(usize::from(*place)) {
                    mine.merge(cell);
                }
            }
        }
        let lines = |(group, mut cells): (&Group, Vec<Cell>)| {
            let not_said = Line {
                answer: 0,
                cell: std::mem::take(&mut cells[0]),
                within: Vec::new(),
            };
            let mut lines = lines_of(group, &answers_within(group), None, &mut cells);
            lines.push(not_said);
            lines
        };
        Self {
            groups: groups.iter().zip(by_place).map(lines).collect(),
            all,
        }
    }
}

/// The answers within each, or within none, by their places.
type Within<'a> = HashMap<Option<&'a str>, Vec<u16>>;

fn answers_within(group: &Group) -> Within<'_> {
    let mut out = Within::new();
    for (answer, place) in group.answers.iter().zip(1_u16..) {
        let of = answer.within.as_ref().map(Code::as_str);
        out.entry(of).or_default().push(place);
    }
    out
}

/// The lines of the answers within one, or of those that are within none.
fn lines_of(group: &Group, all: &Within<'_>, of: Option<&str>, cells: &mut [Cell]) -> Vec<Line> {
    let places = all.get(&of).map_or(&[][..], Vec::as_slice);
    let line = |place: &u16| {
        let place = *place;
        let code = group.answers[usize::from(place) - 1].code.as_str();
        let mut within = lines_of(group, all, Some(code), cells);
        let own = std::mem::take(&mut cells[usize::from(place)]);
        if within.is_empty() {
            return Line {
                answer: place,
                cell: own,
                within,
            };
        }
        if own.respondents > 0 {
            within.push(Line {
                answer: place,
                cell: own,
                within: Vec::new(),
            });
        }
        let mut cell = Cell::default();
        for line in &within {
            cell.merge(&line.cell);
        }
        Line {
            answer: place,
            cell,
            within,
        }
    };
    places.iter().map(line).collect()
}
