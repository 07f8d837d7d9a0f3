//! What a teacher's weeks are compared with.

use super::{GoalSubject, WeekFigures};
use crate::domain::WeekId;

/// A teacher's time before relief; gives an exact rate per school day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline(Basis);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Basis {
    /// At least two complete weeks.
    Weeks(Vec<WeekFigures>),
    /// Non-teaching minutes of a five-day week.
    Typed(u32),
}

/// How the baseline is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BaselineChoice {
    /// The first two complete weeks in the log.
    #[default]
    Auto,
    /// Weeks the teacher chose.
    Weeks(Vec<WeekId>),
    /// Non-teaching minutes of a five-day week, typed in.
    Minutes(u32),
}

/// Minutes per school day as an exact fraction: `minutes / school_days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Minutes in all.
    pub minutes: u64,
    /// Over so many school days; never 0.
    pub school_days: u64,
}

impl Rate {
    /// As a plain number, for display and JSON; the figures use the exact fraction.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "minutes of a lifetime stay far below 2^53"
    )]
    pub fn per_school_day(self) -> f64 {
        self.minutes as f64 / self.school_days as f64
    }
}

impl Baseline {
    /// A typed-in baseline of `minutes` for a five-day week.
    #[must_use]
    pub const fn typed(minutes: u32) -> Self {
        Self(Basis::Typed(minutes))
    }

    /// The baseline of chosen weeks; only complete ones count, each once, and fewer than two of those make none.
    #[must_use]
    pub fn of_weeks(weeks: impl IntoIterator<Item = WeekFigures>) -> Option<Self> {
        let mut complete: Vec<_> = weeks.into_iter().filter(|w| w.plan.is_complete()).collect();
        complete.sort_by_key(|w| w.week);
        complete.dedup_by_key(|w| w.week);
        (complete.len() >= 2).then_some(Self(Basis::Weeks(complete)))
    }

    /// The baseline of the first two complete weeks among `weeks`, which come in order of time.
    ///
    /// Takes no more of them than it needs.
    pub fn auto(weeks: impl IntoIterator<Item = WeekFigures>) -> Option<Self> {
        Self::of_weeks(weeks.into_iter().filter(|w| w.plan.is_complete()).take(2))
    }

    /// The rate of what a goal counts; none where a typed-in baseline says nothing about it.
    #[must_use]
    pub fn rate(&self, subject: &GoalSubject) -> Option<Rate> {
        match &self.0 {
            Basis::Weeks(weeks) => Some(Rate {
                minutes: weeks.iter().map(|w| u64::from(subject.minutes(w))).sum(),
                school_days: weeks.iter().map(|w| u64::from(w.plan.school_days)).sum(),
            }),
            Basis::Typed(minutes) => (*subject == GoalSubject::NonTeaching).then_some(Rate {
                minutes: u64::from(*minutes),
                school_days: 5,
            }),
        }
    }

    /// The weeks it rests on; none for a typed-in one.
    pub fn weeks(&self) -> impl Iterator<Item = WeekId> {
        let weeks = match &self.0 {
            Basis::Weeks(weeks) => weeks.as_slice(),
            Basis::Typed(_) => &[],
        };
        weeks.iter().map(|w| w.week)
    }

    /// Whether it rests on this week.
    #[must_use]
    pub fn contains(&self, week: WeekId) -> bool {
        self.weeks().any(|w| w == week)
    }

    /// Whether the teacher typed it in.
    #[must_use]
    pub const fn is_typed(&self) -> bool {
        matches!(self.0, Basis::Typed(_))
    }
}
