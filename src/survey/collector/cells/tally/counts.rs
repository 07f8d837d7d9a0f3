//! Histograms while they are counted.

use super::slots::index;
use crate::survey::collector::cells::Histogram;
use crate::survey::collector::values::MISSING;

/// A histogram, and values that are not in it yet: counting many at once is cheaper.
#[derive(Default)]
pub(super) struct Counts {
    counted: Histogram,
    waiting: Vec<i16>,
}

/// Counts the values of a column, each in its slot.
pub(super) fn count(counts: &mut [Counts], slots: &[u32], column: &[i16]) {
    for (slot, value) in slots.iter().zip(column) {
        if *value != MISSING {
            counts[index(*slot)].add(*value);
        }
    }
}

impl Counts {
    /// How many values wait at most.
    const MOST_WAITING: usize = 512;

    fn add(&mut self, value: i16) {
        self.waiting.push(value);
        if self.waiting.len() == Self::MOST_WAITING {
            self.counted.add_all(&mut self.waiting);
            self.waiting.clear();
        }
    }

    /// All of them; nothing is left.
    pub(super) fn all(&mut self) -> Histogram {
        self.counted.add_all(&mut self.waiting);
        self.waiting.clear();
        std::mem::take(&mut self.counted)
    }
}
