//! What a teacher wants to fall, and by how much.

use super::{Percent, WeekFigures};
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
}

impl GoalSubject {
    /// The minutes of a week that it counts.
    #[must_use]
    pub fn minutes(&self, week: &WeekFigures) -> u32 {
        match self {
            Self::NonTeaching => week.non_teaching(),
            Self::Category(c) => week.sums.minutes[*c],
            Self::Activity(a) => week.by_activity.get(a).copied().unwrap_or(0),
        }
    }
}

impl fmt::Display for GoalSubject {
    /// `non_teaching`, `reports`, `reports/forms`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NonTeaching => f.write_str("non_teaching"),
            Self::Category(c) => f.write_str(c.code()),
            Self::Activity(a) => a.fmt(f),
        }
    }
}

/// Nothing that a goal can count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is nothing a goal can count: use non_teaching, a category like reports, or an activity like reports/forms"
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
        match text.split_once('/') {
            None => Category::from_code(text).map(Self::Category).ok_or_else(bad),
            Some((category, code)) => {
                let category = Category::from_code(category).ok_or_else(bad)?;
                Activity::new(category, code)
                    .map(Self::Activity)
                    .map_err(|_| bad())
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
    pub const POLICY_BESIDE: [(Category, Percent); 2] = [
        (Category::Reports, Percent::REPORTS),
        (Category::ParentMessages, Percent::PARENTS),
    ];
}
