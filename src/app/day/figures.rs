//! The figures at the top of the day screen.

use super::DayScreen;
use crate::domain::{Day, WeekId};
use crate::figures::{Goal, Standing, Sums, WeekFigures, whole_percent_half_up};

/// What a day and its week come to.
#[derive(Debug, Clone, PartialEq)]
pub struct DayFigures {
    /// The day's minutes.
    pub day: Sums,
    /// The week.
    pub week: WeekFigures,
    /// The week against its target.
    pub standing: Standing,
}

impl DayFigures {
    /// The figures of what a screen shows, against a goal.
    #[must_use]
    pub fn of(screen: &DayScreen, goal: &Goal) -> Self {
        let id = WeekId::of(screen.date);
        let week = match &screen.loaded {
            Some(loaded) => WeekFigures::of(id, loaded.diary.days()),
            None => WeekFigures::of(id, std::iter::empty::<&Day>()),
        };
        let baseline = screen.loaded.as_ref().and_then(|l| l.baseline.as_ref());
        let standing = Standing::of(&week, baseline, goal);
        Self {
            day: Sums::of(screen.day().blocks()),
            week,
            standing,
        }
    }

    /// The day's non-teaching share in whole percent; none for an empty day.
    #[must_use]
    pub fn share(&self) -> Option<u32> {
        whole_percent_half_up(self.day.non_teaching(), self.day.total())
    }
}
