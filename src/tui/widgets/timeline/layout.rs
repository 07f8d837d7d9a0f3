//! Where on the time line every minute of the day lies. Pure: minutes and rows in, cells out.

use super::stretch::{Stretch, Who};
use crate::app::Spot;
use std::ops::Range;

/// Cells in a row.
pub(crate) const CELLS: usize = 12;

/// The minutes a cell can stand for, the finest first. A row of twelve is then 1, 2, 3, 4, 6, 12 or 36 hours; the last
/// holds any day in one row.
const SCALES: [u32; 7] = [5, 10, 15, 20, 30, 60, 180];

/// The hours that are always shown, in minutes since midnight: 07:00 to 18:00.
const SCHOOL_HOURS: Range<u32> = 7 * 60..18 * 60;

/// What a cell of the time line stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Cell {
    /// The stretch on each layer, as its place among the stretches.
    on: [Option<usize>; 4],
}

/// One row of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    /// The first minute of the row.
    start: u32,
    cells: [Cell; CELLS],
}

/// What is to be seen in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// A stretch, as its place among the stretches.
    Stretch(usize),
    /// Nothing, between the first start and the last end of the day.
    Gap,
    /// Nothing, outside the working day.
    Outside,
}

/// The time line of a day, laid out.
///
/// Rows stand for whole hours, as many as make the day fit into the room there is, and begin at multiples of that many
/// hours. Empty rows between what comes over from the day before and the morning are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    stretches: Vec<Stretch>,
    rows: Vec<Row>,
    /// Minutes in a cell.
    scale: u32,
    /// Columns in a cell.
    wide: usize,
    /// From the first start to the last end of the day's own blocks.
    working: Range<u32>,
    /// The cells of each stretch, counted through all rows.
    places: Vec<Range<usize>>,
}

impl Layout {
    /// Lays stretches out on at most so many rows, with so many columns to a cell.
    #[must_use]
    pub(crate) fn of(stretches: Vec<Stretch>, rows: usize, wide: usize) -> Self {
        let (scale, starts) = scaled(&stretches, rows);
        let row = |start| Row {
            start,
            cells: [Cell::default(); CELLS],
        };
        let booked = stretches.iter().filter(|s| matches!(s.who, Who::Block(_)));
        let working = booked.map(|s| s.start..s.end);
        let working = working.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
        let mut out = Self {
            stretches,
            rows: starts.into_iter().map(row).collect(),
            scale,
            wide: wide.max(1),
            working: working.unwrap_or(0..0),
            places: Vec::new(),
        };
        out.places = out.stretches.iter().map(|s| out.touched(s)).collect();
        out.fill();
        out
    }

    /// The stretches that are laid out.
    #[must_use]
    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The hour at which each row begins; past midnight 24, 25 and so on.
    pub(crate) fn hours(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().map(|row| row.start / 60)
    }

    /// The columns of a row.
    #[must_use]
    pub(crate) const fn columns(&self) -> usize {
        CELLS * self.wide
    }

    /// The row in which a stretch begins.
    #[must_use]
    pub(crate) fn first_row(&self, stretch: usize) -> usize {
        self.places[stretch].start / CELLS
    }

    /// What is to be seen in a column of a row.
    ///
    /// What is being typed lies over the blocks, and these over what is planned. What is parallel lies beside them: it shows in every second column
    /// only, like a hatching, so that what it lies over is seen between, in colour or without.
    #[must_use]
    pub(crate) fn seen(&self, column: usize, row: usize) -> Seen {
        let Some((cell, start)) = self.cell(column, row) else {
            return Seen::Outside;
        };
        let at = row * self.columns() + column;
        let shows = |i: &usize| {
            let from = self.places[*i].start * self.wide;
            !self.stretches[*i].parallel || (at - from).is_multiple_of(2)
        };
        let top = cell.on.iter().rev().flatten().copied().find(shows);
        match top {
            Some(i) => Seen::Stretch(i),
            None if start < self.working.end && self.working.start < start + self.scale => Seen::Gap,
            None => Seen::Outside,
        }
    }

    /// The minute at a column of a row, and the line of the list that is seen there; none where there is no cell.
    #[must_use]
    pub(crate) fn hit(&self, column: usize, row: usize) -> Option<Spot> {
        let (_, minute) = self.cell(column, row)?;
        let line = match self.seen(column, row) {
            Seen::Stretch(i) => self.stretches[i].who.line(),
            Seen::Gap | Seen::Outside => None,
        };
        Some(Spot {
            minute,
            minutes: self.scale,
            line,
        })
    }

    /// A cell and its first minute.
    fn cell(&self, column: usize, row: usize) -> Option<(&Cell, u32)> {
        let (row, at) = (self.rows.get(row)?, column / self.wide);
        let cell = row.cells.get(at)?;
        Some((cell, row.start + minutes(at, self.scale)))
    }

    /// The cells that the minutes of a stretch touch, counted through all rows. They follow one another: no row that
    /// a stretch touches is left out.
    fn touched(&self, stretch: &Stretch) -> Range<usize> {
        let cell = |minute: u32| {
            let row = self.rows.iter().rposition(|row| row.start <= minute)?;
            let within = (minute - self.rows[row].start) / self.scale;
            Some(row * CELLS + usize::try_from(within).ok()?)
        };
        let ends = cell(stretch.start).zip(cell(stretch.end - 1));
        ends.map_or(0..0, |(first, last)| first..last + 1)
    }

    /// Gives each cell to the stretch that has most of its minutes, on each layer.
    fn fill(&mut self) {
        let mut cells_of = vec![0_usize; self.stretches.len()];
        for i in 0..self.stretches.len() {
            for at in self.places[i].clone() {
                let old = self.on(at, i);
                if old.is_none_or(|old| self.share(at, old) <= self.share(at, i)) {
                    if let Some(old) = old {
                        cells_of[old] -= 1;
                    }
                    self.put(at, i);
                    cells_of[i] += 1;
                }
            }
        }
        // Whoever comes away with nothing takes its first cell from one that has more.
        for i in 0..self.stretches.len() {
            if cells_of[i] > 0 {
                continue;
            }
            let mut places = self.places[i].clone();
            let rich = places.find_map(|at| Some((at, self.on(at, i).filter(|old| cells_of[*old] > 1)?)));
            if let Some((at, old)) = rich {
                cells_of[old] -= 1;
                self.put(at, i);
                cells_of[i] = 1;
            }
        }
    }

    /// The stretch that holds a cell on the layer of another.
    fn on(&self, at: usize, i: usize) -> Option<usize> {
        self.rows[at / CELLS].cells[at % CELLS].on[layer(&self.stretches[i])]
    }

    fn put(&mut self, at: usize, i: usize) {
        self.rows[at / CELLS].cells[at % CELLS].on[layer(&self.stretches[i])] = Some(i);
    }

    /// The minutes of a cell that belong to a stretch.
    fn share(&self, at: usize, i: usize) -> u32 {
        let from = self.rows[at / CELLS].start + minutes(at % CELLS, self.scale);
        let stretch = &self.stretches[i];
        (from + self.scale)
            .min(stretch.end)
            .saturating_sub(from.max(stretch.start))
    }
}

/// The minutes that so many cells stand for.
fn minutes(cells: usize, scale: u32) -> u32 {
    u32::try_from(cells).map_or(u32::MAX, |cells| cells.saturating_mul(scale))
}

/// What lies over what: what is planned, booked work, work beside it, and what is being typed.
const fn layer(stretch: &Stretch) -> usize {
    match stretch.who {
        Who::Planned(_) => 0,
        Who::Typed { .. } => 3,
        _ if stretch.parallel => 2,
        _ => 1,
    }
}

/// The finest scale at which all that is to be shown fits, and the first minute of each row then.
fn scaled(stretches: &[Stretch], rows: usize) -> (u32, Vec<u32>) {
    let (mut before, mut hours) = (0, SCHOOL_HOURS);
    for stretch in stretches {
        if stretch.who == Who::Before {
            before = before.max(stretch.end);
        } else {
            hours = hours.start.min(stretch.start)..hours.end.max(stretch.end);
        }
    }
    let starts = |scale| {
        let length = minutes(CELLS, scale);
        let shown = |start: &u32| *start < before || hours.start < start + length;
        (0..hours.end.max(before))
            .step_by(length as usize)
            .filter(shown)
            .collect::<Vec<u32>>()
    };
    let fitting = SCALES.into_iter().map(|scale| (scale, starts(scale)));
    let mut fitting = fitting.filter(|(_, starts)| starts.len() <= rows);
    fitting.next().unwrap_or((SCALES[0], Vec::new()))
}

#[cfg(test)]
mod tests;
