//! What a week has of one activity.

use crate::domain::Block;

/// The non-parallel blocks of one activity, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Minutes together.
    pub minutes: u32,
    /// How many.
    pub blocks: u32,
    /// What they were worth.
    pub worth: Worth,
}

/// Ratings of blocks, 1 (nothing) to 5 (much).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Worth {
    /// How many blocks were rated.
    pub rated: u32,
    /// The ratings together.
    pub sum: u32,
    /// Minutes of the rated blocks.
    pub minutes: u32,
}

impl Worth {
    /// The mean rating, each block counting the same; none where none was rated.
    #[must_use]
    pub fn mean(self) -> Option<f64> {
        (self.rated > 0).then(|| f64::from(self.sum) / f64::from(self.rated))
    }
}

impl std::ops::AddAssign for Worth {
    fn add_assign(&mut self, other: Self) {
        self.rated += other.rated;
        self.sum += other.sum;
        self.minutes += other.minutes;
    }
}

impl Tally {
    pub(super) fn of(block: &Block) -> Self {
        let mut out = Self::default();
        out.add(block);
        out
    }

    pub(super) fn add(&mut self, block: &Block) {
        let minutes = block.span.minutes();
        self.minutes += minutes;
        self.blocks += 1;
        if let Some(rating) = block.rating {
            self.worth += Worth {
                rated: 1,
                sum: u32::from(rating.get()),
                minutes,
            };
        }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.minutes += other.minutes;
        self.blocks += other.blocks;
        self.worth += other.worth;
    }
}
