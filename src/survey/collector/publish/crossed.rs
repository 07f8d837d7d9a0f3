//! Which answers to two groups a report does not show together: those pairs are not in the public-use file either.

use super::ladders::Known;
use crate::domain::WeekId;
use crate::survey::collector::cells::Cells;
use crate::survey::collector::disclosure::{CrossPattern, CrossTable, Pattern, Rules, Side};
use crate::survey::collector::tables::Tables;

/// The hidden cells of the table of two groups.
///
/// Of everybody in a hidden cell, the file says nothing of the less important of the two groups. So those of a row (or of a
/// column, whichever is the other group) who are in hidden cells are, in the file, all together under the row or under nothing
/// at all, whichever of these cells they are in; and what the report leaves open of the cells stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crossed {
    /// The groups, that of the rows first.
    groups: [usize; 2],
    /// By answer to each of the groups, its row or column.
    sides: [Vec<Option<usize>>; 2],
    /// Whether each cell is shown, row by row.
    shown: Vec<Vec<bool>>,
}

impl Crossed {
    /// The hidden cells of a week whose first issue is made of these cells.
    pub(super) fn of(
        first: &Cells,
        week: WeekId,
        (tables, pattern): (&Tables, &Pattern),
        groups: [usize; 2],
    ) -> Self {
        let table = CrossTable::of(first, week, tables, pattern, groups);
        let cross = CrossPattern::of(&table, &pattern.families, Rules::of(&first.frame));
        Self {
            groups,
            sides: [sides_of(&cross.rows), sides_of(&cross.columns)],
            shown: cross.shown,
        }
    }

    /// The group of which nothing is said, where this is in a hidden cell.
    pub(super) fn hides(&self, known: &Known) -> Option<usize> {
        let side = |which: usize| {
            let answer = usize::from(*known.get(self.groups[which])?);
            self.sides[which].get(answer).copied().flatten()
        };
        let (row, column) = (side(0)?, side(1)?);
        let [one, other] = self.groups;
        (!self.shown[row][column]).then_some(one.max(other))
    }
}

/// The side of each answer.
fn sides_of(sides: &[Side]) -> Vec<Option<usize>> {
    let most = sides.iter().flat_map(|side| &side.holds).max();
    let mut out = vec![None; most.map_or(0, |most| usize::from(*most) + 1)];
    for (place, side) in sides.iter().enumerate() {
        for answer in &side.holds {
            out[usize::from(*answer)] = Some(place);
        }
    }
    out
}
