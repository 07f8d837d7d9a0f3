//! The sums of one week.

use super::known::Known;
use super::{Meetings, Sums, Tally};
use crate::domain::{Activity, Day, WeekId};
use std::collections::BTreeMap;

/// A week's sums. All times in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFigures {
    /// Which week.
    pub week: WeekId,
    /// Minutes by category.
    pub sums: Sums,
    /// The non-parallel blocks of each activity that occurs.
    pub by_activity: BTreeMap<Activity, Tally>,
    /// School days in the week, and how many of them are closed.
    pub plan: WeekPlan,
    /// Meetings held.
    pub meetings: Meetings,
}

/// The school days of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WeekPlan {
    /// How many days are school days.
    pub school_days: u32,
    /// How many of those are closed.
    pub closed_days: u32,
}

impl WeekPlan {
    /// Counts the school days among the week's days; dates without a record are what their weekday says.
    pub fn of<'a>(week: WeekId, days: impl IntoIterator<Item = &'a Day>) -> Self {
        let recorded: BTreeMap<_, _> = days
            .into_iter()
            .map(|d| (d.date, (d.is_school(), d.closed)))
            .collect();
        let mut out = Self::default();
        for date in week.days() {
            let (school, closed) = recorded
                .get(&date)
                .copied()
                .unwrap_or_else(|| (Day::empty(date).is_school(), false));
            out.school_days += u32::from(school);
            out.closed_days += u32::from(school && closed);
        }
        out
    }

    /// At least one school day, and all of them closed.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.school_days >= 1 && self.closed_days == self.school_days
    }
}

impl WeekFigures {
    /// Sums the days that lie in the week; others are passed over.
    pub fn of<'a>(week: WeekId, days: impl IntoIterator<Item = &'a Day>) -> Self {
        let days: Vec<&Day> = days.into_iter().filter(|d| WeekId::of(d.date) == week).collect();
        let mut out = Self {
            week,
            sums: Sums::default(),
            by_activity: BTreeMap::new(),
            plan: WeekPlan::of(week, days.iter().copied()),
            meetings: Meetings::default(),
        };
        for block in days.iter().flat_map(|d| d.blocks()) {
            out.sums.add(block);
            if block.parallel {
                continue;
            }
            match out.by_activity.get_mut(&block.activity) {
                Some(tally) => tally.add(block),
                None => drop(out.by_activity.insert(block.activity.clone(), Tally::of(block))),
            }
            out.meetings.count(block);
        }
        out
    }

    /// The figures of every week that a day lies in, one after the other; `days` come in order of date.
    ///
    /// Weeks of which nothing is recorded are left out; they are never complete. Reads no further than it is asked.
    pub fn each<'a>(days: impl IntoIterator<Item = &'a Day>) -> impl Iterator<Item = Self> {
        let mut days = days.into_iter().peekable();
        std::iter::from_fn(move || {
            let week = WeekId::of(days.peek()?.date);
            let in_week = std::iter::from_fn(|| days.next_if(|d| WeekId::of(d.date) == week));
            Some(Self::of(week, in_week))
        })
    }

    /// Whether there is a block or a closed day in it; days that are only marked log nothing.
    #[must_use]
    pub fn is_logged(&self) -> bool {
        self.total() + self.sums.parallel_minutes + self.plan.closed_days > 0
    }

    /// All five categories together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.sums.total()
    }

    /// All but teaching.
    #[must_use]
    pub fn non_teaching(&self) -> u32 {
        self.sums.non_teaching()
    }

    /// Minutes of the activity `lesson`.
    #[must_use]
    pub fn lessons(&self) -> u32 {
        self.by_activity
            .iter()
            .filter(|(a, _)| Known::LESSON.is(a))
            .map(|(_, tally)| tally.minutes)
            .sum()
    }

    /// `lessons / total`; none where nothing is logged.
    #[must_use]
    pub fn lesson_share(&self) -> Option<f64> {
        self.sums.share(self.lessons())
    }
}
