//! The minutes of a day or a week by category.

use crate::domain::{Block, Category, PerCategory};

/// Minutes of some blocks; those of parallel blocks are summed apart and enter nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Minutes of the non-parallel blocks of each category.
    pub minutes: PerCategory<u32>,
    /// Minutes of the parallel blocks.
    pub parallel_minutes: u32,
}

impl Sums {
    /// Sums blocks.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let mut out = Self::default();
        blocks.into_iter().for_each(|block| out.add(block));
        out
    }

    /// Adds a block.
    pub fn add(&mut self, block: &Block) {
        if block.parallel {
            self.parallel_minutes += block.span.minutes();
        } else {
            self.minutes[block.activity.category] += block.span.minutes();
        }
    }

    /// All five categories together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.minutes.iter().map(|(_, m)| m).sum()
    }

    /// All but teaching.
    #[must_use]
    pub fn non_teaching(&self) -> u32 {
        self.total() - self.minutes[Category::Teaching]
    }

    /// `non_teaching / total`; none where nothing is logged.
    #[must_use]
    pub fn non_teaching_share(&self) -> Option<f64> {
        self.share(self.non_teaching())
    }

    /// `part / total`; none where nothing is logged.
    #[must_use]
    pub fn share(&self, part: u32) -> Option<f64> {
        let total = self.total();
        (total > 0).then(|| f64::from(part) / f64::from(total))
    }
}
