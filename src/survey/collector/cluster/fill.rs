//! Answers become cells, and are checked against each other and against the files: whatever goes wrong on the way, a wrong
//! number is not taken for a right one.

use super::ClusterError;
use super::place::Places;
use super::queries::{BITS, COUNTS, SUMS};
use super::table::{Row, Table};
use crate::domain::WeekId;
use crate::survey::collector::cells::{Cell, Cells, Histogram, Measure};
use std::collections::BTreeMap;

/// Cells that are being filled.
pub(super) struct Filling<'a> {
    pub(super) cells: Cells,
    places: &'a Places,
    /// Of each cell and measure, by its place, the sum of the values above 0.
    above: BTreeMap<Key, Box<[i64]>>,
}

/// What a cell is found by.
type Key = (WeekId, Box<[u16]>);

const RESPONDENTS: ClusterError = ClusterError::OtherData("respondents");

impl<'a> Filling<'a> {
    pub(super) fn new(cells: Cells, places: &'a Places) -> Self {
        Self {
            cells,
            places,
            above: BTreeMap::new(),
        }
    }

    /// Takes the sums, and checks that no row of a week is missing, there twice or of another survey.
    pub(super) fn sums(
        &mut self,
        table: &Table,
        expected: &BTreeMap<WeekId, u64>,
    ) -> Result<(), ClusterError> {
        let first = self.places.len();
        for row in table.rows() {
            let cell = self.new_cell(row)?;
            cell.respondents = row.number(first)?;
            if row.number::<u64>(first + 1)? > 0 {
                return Err(ClusterError::OtherData("survey"));
            }
            let mut above = Vec::with_capacity(Measure::COUNT);
            for measure in Measure::all() {
                let column = first + 2 + SUMS * measure.index();
                above.push(row.number(column + 3)?);
                let moments = cell.of_mut(measure);
                moments.n = row.number(column)?;
                moments.sum = row.number(column + 1)?;
                moments.squares = row.number(column + 2)?;
            }
            self.above.insert(self.key(row)?, above.into());
        }
        let mut found = BTreeMap::<WeekId, u64>::new();
        for ((week, _), cell) in &self.cells.cells {
            *found.entry(*week).or_default() += u64::from(cell.respondents);
        }
        if found == *expected {
            Ok(())
        } else {
            Err(RESPONDENTS)
        }
    }

    /// Takes the histograms, and checks that they count and add up to what the sums say.
    pub(super) fn histograms(&mut self, table: &Table) -> Result<(), ClusterError> {
        let first = self.places.len();
        for row in table.rows() {
            let cell = self.cell(row)?;
            let value: i64 = row.number(first)?;
            let times = row.number(first + 1)?;
            let histogram = if value % 2 == 0 {
                &mut cell.non_teaching
            } else {
                &mut cell.share
            };
            let value = i16::try_from(value.div_euclid(2));
            histogram.add(value.map_err(|_| ClusterError::OtherData("histograms"))?, times);
        }
        let is_right = |cell: &Cell| {
            is_of(&cell.non_teaching, cell, Measure::NonTeaching) && is_of(&cell.share, cell, Measure::Share)
        };
        let all = self.cells.cells.values().all(is_right);
        all.then_some(()).ok_or(ClusterError::OtherData("histograms"))
    }

    /// The measures whose two largest values cannot be told from the sums: those of other values than 0 and 1. The
    /// squares of whole numbers add up to their sum only where each is 0 or 1.
    pub(super) fn unknown_largest(&self) -> Vec<Measure> {
        let tells = |cell: &Cell, measure: Measure| {
            let moments = cell.of(measure);
            i128::from(moments.squares) == i128::from(moments.sum)
        };
        let is_known = |measure: &Measure| self.cells.cells.values().all(|cell| tells(cell, *measure));
        Measure::all().filter(|measure| !is_known(measure)).collect()
    }

    /// Fills in the two largest values of all other measures, which the sums tell.
    pub(super) fn known_largest(&mut self, unknown: &[Measure]) {
        for cell in self.cells.cells.values_mut() {
            for measure in Measure::all().filter(|m| !unknown.contains(m)) {
                let moments = cell.of_mut(measure);
                moments.largest = [u16::from(moments.sum > 0), u16::from(moments.sum > 1)];
            }
        }
    }

    /// Takes the two largest values of some measures, and checks that all values that they are of add up to the sums.
    pub(super) fn largest(&mut self, asked: &[Measure], table: &Table) -> Result<(), ClusterError> {
        let wrong = || ClusterError::OtherData("largest");
        let first = self.places.len();
        let mut sums: BTreeMap<(Key, usize), i64> = BTreeMap::new();
        for row in table.rows() {
            let place: usize = row.number(first)?;
            let measure = asked.iter().find(|m| m.index() == place).ok_or_else(wrong)?;
            let largest = two_largest(row, first + 2)?;
            self.cell(row)?.of_mut(*measure).largest = largest;
            sums.insert((self.key(row)?, place), row.number(first + 1)?);
        }
        for (key, above) in &self.above {
            for place in asked.iter().map(|m| m.index()) {
                let sum = sums.remove(&(key.clone(), place)).unwrap_or(0);
                if above.get(place) != Some(&sum) {
                    return Err(wrong());
                }
            }
        }
        Ok(())
    }

    fn key(&self, row: Row<'_>) -> Result<Key, ClusterError> {
        let numbers = (0..self.places.len()).map(|column| row.number(column));
        let numbers = numbers.collect::<Result<Vec<i64>, _>>();
        let numbers = numbers.map_err(|_| ClusterError::OtherData("answers"))?;
        self.places
            .read(&numbers)
            .ok_or(ClusterError::OtherData("answers"))
    }

    /// The cell of a row, which is there already.
    fn cell(&mut self, row: Row<'_>) -> Result<&mut Cell, ClusterError> {
        let key = self.key(row)?;
        self.cells.cells.get_mut(&key).ok_or(RESPONDENTS)
    }

    /// The cell of a row, which is not there yet.
    fn new_cell(&mut self, row: Row<'_>) -> Result<&mut Cell, ClusterError> {
        let (week, groups) = self.key(row)?;
        let cell = self.cells.cell(week, &groups);
        if cell.respondents > 0 {
            return Err(RESPONDENTS);
        }
        Ok(cell)
    }
}

/// Whether a histogram is that of a measure.
fn is_of(histogram: &Histogram, cell: &Cell, measure: Measure) -> bool {
    let moments = cell.of(measure);
    let value = |(value, times): (i16, u32)| i128::from(value) * i128::from(times);
    let square = |(value, times): (i16, u32)| i128::from(value) * i128::from(value) * i128::from(times);
    histogram.total() == u64::from(moments.n)
        && histogram.iter().map(value).sum::<i128>() == i128::from(moments.sum)
        && histogram.iter().map(square).sum::<i128>() == i128::from(moments.squares)
}

/// The two largest values of a row of [`super::queries::Queries::largest`], whose largest value stands in that column.
fn two_largest(row: Row<'_>, column: usize) -> Result<[u16; 2], ClusterError> {
    let top: i64 = row.number(column)?;
    let narrow = |value: i64| u16::try_from(value).map_err(|_| ClusterError::OtherData("largest"));
    let largest = narrow(top / COUNTS)?;
    if top % COUNTS > 1 {
        return Ok([largest, largest]);
    }
    let opposite = (0..BITS).filter_map(|bit| {
        let without = row.get(column + 1 + 2 * bit)?;
        let with = row.get(column + 2 + 2 * bit)?;
        Some(without.min(with))
    });
    Ok([largest, narrow(opposite.max().unwrap_or(0))?])
}
