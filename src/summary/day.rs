//! What one day came to.

use crate::domain::{Category, Day, PerCategory};

/// A day with its sums, in minutes. Parallel blocks are left out of the sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySummary {
    /// The day.
    pub day: Day,
    /// Minutes of each category.
    pub minutes: PerCategory<u32>,
}

impl DaySummary {
    /// Sums a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let mut minutes = PerCategory::default();
        for block in day.blocks().iter().filter(|b| !b.parallel) {
            minutes[block.activity.category] += block.span.minutes();
        }
        Self { day, minutes }
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
        (self.total() > 0).then(|| f64::from(self.non_teaching()) / f64::from(self.total()))
    }
}
