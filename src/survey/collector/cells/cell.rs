//! One cell: everything that is known of the respondents of one group in one week, and nothing of any one of them.

use super::histogram::Histogram;
use super::measure::Measure;
use crate::survey::collector::values::{MISSING, Values};

/// What is computed of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moments {
    /// How many respondents it is known of.
    pub n: u32,
    /// Their sum.
    pub sum: i64,
    /// The sum of their squares.
    pub squares: u64,
    /// The two largest, the largest first; 0 where there are fewer, and where they are negative.
    pub largest: [u16; 2],
}

impl Moments {
    /// Adds one value.
    pub fn add(&mut self, value: i16) {
        self.n += 1;
        self.sum += i64::from(value);
        let magnitude = u64::from(value.unsigned_abs());
        self.squares += magnitude * magnitude;
        self.keep(u16::try_from(value).unwrap_or(0));
    }

    /// Adds what another one counts.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
        other.largest.into_iter().for_each(|value| self.keep(value));
    }

    const fn keep(&mut self, value: u16) {
        if value > self.largest[0] {
            self.largest = [value, self.largest[0]];
        } else if value > self.largest[1] {
            self.largest[1] = value;
        }
    }
}

/// The responses of one week from one group. Cells add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// How many respondents.
    pub respondents: u32,
    pub(super) moments: Box<[Moments]>,
    /// The share of non-teaching work, in thousandths.
    pub share: Histogram,
    /// Non-teaching minutes.
    pub non_teaching: Histogram,
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            respondents: 0,
            moments: vec![Moments::default(); Measure::COUNT].into(),
            share: Histogram::default(),
            non_teaching: Histogram::default(),
        }
    }
}

impl Cell {
    /// What is known of a measure.
    #[must_use]
    pub fn of(&self, measure: Measure) -> &Moments {
        &self.moments[measure.index()]
    }

    /// The same, to be filled.
    pub fn of_mut(&mut self, measure: Measure) -> &mut Moments {
        &mut self.moments[measure.index()]
    }

    /// Adds one response.
    pub fn add(&mut self, values: &Values) {
        self.respondents += 1;
        for measure in Measure::all() {
            let value = measure.of(values);
            if value != MISSING {
                self.of_mut(measure).add(value);
            }
        }
        self.non_teaching.add(Measure::NonTeaching.of(values), 1);
        let share = Measure::Share.of(values);
        if share != MISSING {
            self.share.add(share, 1);
        }
    }

    /// Adds the responses of another cell.
    pub fn merge(&mut self, other: &Self) {
        self.merge_sums(other);
        self.share.merge(&other.share);
        self.non_teaching.merge(&other.non_teaching);
    }

    /// The same without the distributions, which cost most of it: for what is only looked at to decide what may be shown.
    pub fn merge_sums(&mut self, other: &Self) {
        self.respondents += other.respondents;
        for (mine, theirs) in self.moments.iter_mut().zip(&other.moments) {
            mine.merge(theirs);
        }
    }
}
