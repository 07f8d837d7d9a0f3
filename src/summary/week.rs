//! What one week came to.

use super::DaySummary;
use crate::diary::Profile;
use crate::domain::{Day, WeekId};
use crate::figures::{Baseline, Goal, Standing, WeekFigures};

/// A goal and how the week stands against it.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalStanding {
    /// The goal.
    pub goal: Goal,
    /// The week's minutes of what it counts.
    pub minutes: u32,
    /// How they compare.
    pub standing: Standing,
}

/// A week with everything that a summary says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekSummary {
    /// The sums.
    pub figures: WeekFigures,
    /// What it is compared with.
    pub baseline: Option<Baseline>,
    /// The goal on non-teaching time.
    pub goal: Goal,
    /// How the week stands against it.
    pub standing: Standing,
    /// The goals on single categories and activities.
    pub goals: Vec<GoalStanding>,
    /// All seven days, Monday first.
    pub days: Vec<DaySummary>,
}

impl WeekSummary {
    /// Gathers a week from its recorded days.
    #[must_use]
    pub fn of(week: WeekId, recorded: &[Day], profile: &Profile, baseline: Option<Baseline>) -> Self {
        let figures = WeekFigures::of(week, recorded);
        let day = |date| {
            recorded
                .iter()
                .find(|d| d.date == date)
                .cloned()
                .unwrap_or_else(|| Day::empty(date))
        };
        let goal = profile.main_goal();
        let compare = |goal: &Goal| GoalStanding {
            goal: goal.clone(),
            minutes: goal.subject.minutes(&figures),
            standing: Standing::of(&figures, baseline.as_ref(), goal),
        };
        Self {
            standing: Standing::of(&figures, baseline.as_ref(), &goal),
            goals: profile.side_goals().map(compare).collect(),
            days: week.days().map(|date| DaySummary::of(day(date))).collect(),
            goal,
            baseline,
            figures,
        }
    }

    /// The past and present school days that are not closed yet.
    pub fn open_days(&self, today: chrono::NaiveDate) -> impl Iterator<Item = &Day> {
        let open = move |d: &&Day| d.is_school() && !d.closed && d.date <= today;
        self.days.iter().map(|d| &d.day).filter(open)
    }
}
