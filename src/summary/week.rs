//! What one week came to.

use super::DaySummary;
use crate::diary::Profile;
use crate::domain::{Block, Day, WeekId};
use crate::figures::{
    Baseline, BurdenWeek, Change, Flag, Goal, GoalStanding, Past, Standing, WeekFigures, changes,
    late_parent_minutes,
};

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
    /// Minutes with parents outside the reply window.
    pub late_parent_minutes: u32,
    /// The blocks beyond a limit of the burden list.
    pub flags: Vec<Flag>,
    /// What changed since the baseline, the most first; empty until the week is complete.
    pub changes: Vec<Change>,
}

impl WeekSummary {
    /// Gathers a week from its recorded days and what lies before it.
    #[must_use]
    pub fn of(
        week: WeekId,
        recorded: &[Day],
        profile: &Profile,
        baseline: Option<Baseline>,
        past: Past,
    ) -> Self {
        let figures = WeekFigures::of(week, recorded);
        let day = |date| {
            recorded
                .iter()
                .find(|d| d.date == date)
                .cloned()
                .unwrap_or_else(|| Day::empty(date))
        };
        let goal = profile.main_goal();
        let compare = |goal: &Goal| GoalStanding::of(&figures, baseline.as_ref(), goal);
        let days: Vec<Day> = week.days().map(day).collect();
        Self {
            standing: Standing::of(&figures, baseline.as_ref(), &goal),
            goals: profile.side_goals().map(compare).collect(),
            flags: flags(&figures, &days, profile, baseline.as_ref(), past),
            changes: changes([&figures], baseline.as_ref()),
            late_parent_minutes: late_parent_minutes(&days, profile.reply_window),
            days: days.into_iter().map(DaySummary::of).collect(),
            goal,
            baseline,
            figures,
        }
    }

    /// The block that a flag of this week is about.
    #[must_use]
    pub fn flagged(&self, flag: &Flag) -> Option<&Block> {
        let day = self.days.iter().find(|d| d.day.date == flag.date)?;
        day.day.block(&flag.block)
    }

    /// The past and present school days that are not closed yet.
    pub fn open_days(&self, today: chrono::NaiveDate) -> impl Iterator<Item = &Day> {
        let open = move |d: &&Day| d.is_school() && !d.closed && d.date <= today;
        self.days.iter().map(|d| &d.day).filter(open)
    }
}

/// The blocks of a week beyond a limit of the burden list, by a teacher's rules and timetable.
pub(super) fn flags(
    figures: &WeekFigures,
    days: &[Day],
    profile: &Profile,
    baseline: Option<&Baseline>,
    past: Past,
) -> Vec<Flag> {
    let week = BurdenWeek {
        figures,
        days,
        rules: &profile.rules,
        window: profile.reply_window,
        planned: &|day| profile.planned(day),
        past,
        term: profile.term_of_week(figures.week),
        baseline,
    };
    week.flags()
}
