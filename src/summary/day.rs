//! What one day came to.

use crate::diary::{Profile, Unconfirmed};
use crate::domain::Day;
use crate::figures::Sums;

/// A day with its sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySummary {
    /// The day.
    pub day: Day,
    /// Its minutes.
    pub sums: Sums,
    /// What the timetable has for it that waits to be confirmed.
    pub unconfirmed: Vec<Unconfirmed>,
}

impl DaySummary {
    /// Sums a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self {
            sums: Sums::of(day.blocks()),
            day,
            unconfirmed: Vec::new(),
        }
    }

    /// Sums a day, and says what of its plan waits.
    #[must_use]
    pub fn planned(day: Day, profile: &Profile) -> Self {
        Self {
            unconfirmed: profile.unconfirmed(&day),
            ..Self::of(day)
        }
    }
}
