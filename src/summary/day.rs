//! What one day came to.

use crate::domain::Day;
use crate::figures::Sums;

/// A day with its sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySummary {
    /// The day.
    pub day: Day,
    /// Its minutes.
    pub sums: Sums,
}

impl DaySummary {
    /// Sums a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self {
            sums: Sums::of(day.blocks()),
            day,
        }
    }
}
