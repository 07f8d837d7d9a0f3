//! How many meetings, and how long.

use super::known::Known;
use crate::domain::{Block, Category};

/// The week's meetings: non-parallel blocks of the category `meetings`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Meetings {
    /// How many.
    pub count: u32,
    /// Minutes together.
    pub minutes: u32,
    /// How many were all-staff meetings.
    pub staff_count: u32,
}

impl Meetings {
    pub(super) fn count(&mut self, block: &Block) {
        if block.activity.category != Category::Meetings {
            return;
        }
        self.count += 1;
        self.minutes += block.span.minutes();
        self.staff_count += u32::from(Known::STAFF_MEETING.is(&block.activity));
    }

    /// Mean length in minutes; none without a meeting.
    #[must_use]
    pub fn mean_minutes(self) -> Option<f64> {
        (self.count > 0).then(|| f64::from(self.minutes) / f64::from(self.count))
    }
}
