//! What all looks since the screen was opened came to.

use crate::survey::collector::Tally;

/// Numbers of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Responses that the dataset did not have.
    pub taken: u64,
    /// Those that took the place of an earlier one.
    pub corrected: u64,
    /// Those that went, or were not taken, since they were withdrawn.
    pub withdrawn: u64,
    /// Those that changed nothing: older, or the same once more.
    pub unchanged: u64,
}

impl Sums {
    /// With what a look found.
    #[must_use]
    pub const fn and(self, tally: &Tally) -> Self {
        Self {
            taken: self.taken + tally.taken,
            corrected: self.corrected + tally.corrected,
            withdrawn: self.withdrawn + tally.withdrawn,
            unchanged: self.unchanged + tally.older + tally.copies,
        }
    }
}
