//! The figures at the top of the day screen.

use super::DayScreen;
use crate::domain::{Day, PerCategory, WeekId};
use crate::figures::{Goal, Standing, WeekFigures, percent_half_up};

/// What a day and its week come to.
#[derive(Debug, Clone, PartialEq)]
pub struct DayFigures {
    /// The day's minutes by category, parallel blocks left out.
    pub minutes: PerCategory<u32>,
    /// The minutes of the day's parallel blocks.
    pub parallel: u32,
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
        let (mut minutes, mut parallel) = (PerCategory::default(), 0);
        for block in screen.day().blocks() {
            if block.parallel {
                parallel += block.span.minutes();
            } else {
                minutes[block.activity.category] += block.span.minutes();
            }
        }
        Self {
            minutes,
            parallel,
            week,
            standing,
        }
    }

    /// All of the day's minutes.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.minutes.iter().map(|(_, m)| m).sum()
    }

    /// The day's minutes that are not teaching.
    #[must_use]
    pub fn non_teaching(&self) -> u32 {
        self.total() - self.minutes[crate::domain::Category::Teaching]
    }

    /// The day's non-teaching share in whole percent; none for an empty day.
    #[must_use]
    pub fn share(&self) -> Option<u32> {
        percent_half_up(self.non_teaching(), self.total()).map(|tenths| (tenths + 5) / 10)
    }
}
