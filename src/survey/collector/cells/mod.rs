//! Cells: the small table that everything in a report comes from. Cells add up, so that a report on a nation is made of the
//! cells of its districts, whatever computed them.

mod cell;
mod file;
mod frame;
mod histogram;
mod measure;
mod pass;
mod say;
mod sum;
mod tally;
mod union;

pub use cell::{Cell, Moments};
pub use file::{CellFault, CellsError, CellsFault};
pub use frame::{BadCells, Frame};
pub use histogram::Histogram;
pub use measure::{Basis, Measure, share};

use crate::domain::WeekId;
use std::collections::BTreeMap;

/// The cells of some weeks: one per week and combination of answers that occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// What they are about.
    pub frame: Frame,
    /// The cells, by week and by the place of the answer to each group of the frame: 0 is not said, 1 the first answer.
    pub cells: BTreeMap<(WeekId, Box<[u16]>), Cell>,
}

impl Cells {
    /// No cells.
    #[must_use]
    pub const fn new(frame: Frame) -> Self {
        Self {
            frame,
            cells: BTreeMap::new(),
        }
    }

    /// The cell of a week and a combination of answers, to be filled.
    pub fn cell(&mut self, week: WeekId, groups: &[u16]) -> &mut Cell {
        self.cells.entry((week, groups.into())).or_default()
    }

    /// The cells of one week.
    pub fn of_week(&self, week: WeekId) -> impl Iterator<Item = (&[u16], &Cell)> {
        let from = (week, Box::from([]));
        let cells = self.cells.range(from..);
        let cells = cells.take_while(move |((of, _), _)| *of == week);
        cells.map(|((_, places), cell)| (&**places, cell))
    }

    /// The cells of one week alone.
    #[must_use]
    pub fn only(&self, week: WeekId) -> Self {
        let cells = self.of_week(week);
        Self {
            frame: self.frame.clone(),
            cells: cells
                .map(|(places, cell)| ((week, places.into()), cell.clone()))
                .collect(),
        }
    }

    /// The weeks, in order.
    #[must_use]
    pub fn weeks(&self) -> Vec<WeekId> {
        let mut weeks: Vec<WeekId> = self.cells.keys().map(|(week, _)| *week).collect();
        weeks.dedup();
        weeks
    }
}
