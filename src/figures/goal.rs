//! What a teacher wants to fall, and by how much.

use super::known::Known;
use super::{Percent, Tally, WeekFigures};
use crate::domain::{Activity, Category};
use std::fmt;

/// What a goal counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoalSubject {
    /// All non-teaching minutes: the policy's goal.
    NonTeaching,
    /// One category.
    Category(Category),
    /// One activity.
    Activity(Activity),
    /// How many blocks of an activity there are.
    Count(Activity),
    /// How long its blocks are on average.
    MeanMinutes(Activity),
}

/// What stands behind an activity whose blocks are counted.
const COUNT: &str = ":count";
/// What stands behind an activity whose mean length is meant.
const MEAN: &str = ":mean";

/// Makes of an activity what of it is measured.
pub type Measure = fn(Activity) -> GoalSubject;

impl GoalSubject {
    /// What stands behind an activity for something else than its time, and what it makes of it.
    pub const MEASURES: [(&'static str, Measure); 2] = [(COUNT, Self::Count), (MEAN, Self::MeanMinutes)];

    /// Whether it counts minutes.
    #[must_use]
    pub const fn is_time(&self) -> bool {
        matches!(self, Self::NonTeaching | Self::Category(_) | Self::Activity(_))
    }

    /// Whether it counts, or measures, blocks of an activity.
    #[must_use]
    pub fn is_about(&self, activity: &Activity) -> bool {
        match self {
            Self::NonTeaching => activity.category != Category::Teaching,
            Self::Category(c) => activity.category == *c,
            Self::Activity(a) | Self::Count(a) | Self::MeanMinutes(a) => activity == a,
        }
    }

    /// The minutes of a week that it is about.
    #[must_use]
    pub fn minutes(&self, week: &WeekFigures) -> u32 {
        match self {
            Self::NonTeaching => week.non_teaching(),
            Self::Category(c) => week.sums.minutes[*c],
            Self::Activity(a) | Self::Count(a) | Self::MeanMinutes(a) => tally(week, a).minutes,
        }
    }

    /// What it measures in a week, as an amount and what that is held against: minutes or blocks per school day, minutes
    /// per block.
    #[must_use]
    pub fn ratio(&self, week: &WeekFigures) -> (u64, u64) {
        let (amount, per) = match self {
            Self::Count(a) => (tally(week, a).blocks, week.plan.school_days),
            Self::MeanMinutes(a) => (tally(week, a).minutes, tally(week, a).blocks),
            _ => (self.minutes(week), week.plan.school_days),
        };
        (u64::from(amount), u64::from(per))
    }
}

impl fmt::Display for GoalSubject {
    /// `non_teaching`, `reports`, `reports/forms`, `reports/inspection:count`, `meetings/staff-meeting:mean`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NonTeaching => f.write_str("non_teaching"),
            Self::Category(c) => f.write_str(c.code()),
            Self::Activity(a) => a.fmt(f),
            Self::Count(a) => write!(f, "{a}{COUNT}"),
            Self::MeanMinutes(a) => write!(f, "{a}{MEAN}"),
        }
    }
}

/// Nothing that a goal can count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is nothing a goal can count: use non_teaching, a category like reports, an activity like reports/forms, or \
     behind an activity :count for how many or :mean for how long on average"
)]
pub struct BadSubject(pub String);

impl std::str::FromStr for GoalSubject {
    type Err = BadSubject;
    /// Reads what `Display` prints.
    fn from_str(text: &str) -> Result<Self, BadSubject> {
        let bad = || BadSubject(text.to_owned());
        if text == "non_teaching" {
            return Ok(Self::NonTeaching);
        }
        let measured = |(suffix, make): (_, Measure)| Some((text.strip_suffix(suffix)?, make));
        let measured = Self::MEASURES.into_iter().find_map(measured);
        let (activity, make): (_, Measure) = measured.unwrap_or((text, Self::Activity));
        match activity.split_once('/') {
            None if activity != text => Err(bad()),
            None => Category::from_code(text).map(Self::Category).ok_or_else(bad),
            Some((category, code)) => {
                let category = Category::from_code(category).ok_or_else(bad)?;
                Activity::new(category, code).map(make).map_err(|_| bad())
            }
        }
    }
}

/// A reduction that a teacher works towards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// What falls.
    pub subject: GoalSubject,
    /// By how much against the baseline.
    pub reduction: Percent,
}

impl Goal {
    /// What the policy asks for beside the 15 % on all non-teaching time.
    #[must_use]
    pub fn policy_beside() -> Vec<Self> {
        let staff = || Known::STAFF_MEETING.activity();
        let goals = [
            (Some(GoalSubject::Category(Category::Reports)), Percent::REPORTS),
            (
                Some(GoalSubject::Category(Category::ParentMessages)),
                Percent::PARENTS,
            ),
            (staff().map(GoalSubject::Count), Percent::STAFF_MEETINGS),
            (staff().map(GoalSubject::MeanMinutes), Percent::POLICY),
            (
                Known::INSPECTION.activity().map(GoalSubject::Count),
                Percent::INSPECTIONS,
            ),
        ];
        let goal = |(subject, reduction): (Option<_>, _)| {
            Some(Self {
                subject: subject?,
                reduction,
            })
        };
        goals.into_iter().filter_map(goal).collect()
    }
}

fn tally(week: &WeekFigures, activity: &Activity) -> Tally {
    week.by_activity.get(activity).copied().unwrap_or_default()
}
