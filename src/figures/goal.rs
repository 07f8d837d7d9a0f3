//! Target, change and status of a week against the baseline.

use super::{Baseline, WeekFigures};
use crate::domain::{Activity, Category};
use std::fmt;

/// A percentage from 0 to 100 in hundredths of a percent; the reduction a goal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u32);

/// Not a percentage a goal can have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a percentage: write a number from 0 to 100, like 15 or 12.5")]
pub struct BadPercent(pub String);

impl Percent {
    /// The 15 % of the policy.
    pub const POLICY: Self = Self(1500);

    /// From hundredths of a percent.
    #[must_use]
    pub const fn from_hundredths(hundredths: u32) -> Option<Self> {
        if hundredths <= 10_000 {
            Some(Self(hundredths))
        } else {
            None
        }
    }

    /// Hundredths of a percent.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// As a fraction of 1: 15 % is 0.15.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl std::str::FromStr for Percent {
    type Err = BadPercent;
    /// Reads `15`, `12.5`, `15%`.
    fn from_str(text: &str) -> Result<Self, BadPercent> {
        let parse = || {
            let number = text.trim().trim_end_matches(['%', '％']).trim_end();
            let (whole, rest) = number.split_once('.').unwrap_or((number, "0"));
            let digits = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
            if !digits(whole) || !digits(rest) || rest.len() > 2 {
                return None;
            }
            let scale = if rest.len() == 1 { 10 } else { 1 };
            Self::from_hundredths(whole.parse::<u32>().ok()? * 100 + rest.parse::<u32>().ok()? * scale)
        };
        parse().ok_or_else(|| BadPercent(text.to_owned()))
    }
}

impl fmt::Display for Percent {
    /// `15`, `12.5`, without a sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

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
            Self::Category(c) => week.minutes[*c],
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

/// How a week stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No school day in it.
    Holiday,
    /// Nothing to compare with yet.
    NoBaseline,
    /// One of the weeks the baseline rests on.
    Baseline,
    /// Complete, and at or below the target.
    Met,
    /// Complete, and above the target.
    Missed,
    /// Not complete, and no more used than the closed days allow.
    OnTrack,
    /// Not complete, and more used than the closed days allow.
    AtRisk,
}

impl Status {
    /// The code in every file format.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::NoBaseline => "no_baseline",
            Self::Baseline => "baseline",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::OnTrack => "on_track",
            Self::AtRisk => "at_risk",
        }
    }
}

/// A week against a baseline and a goal. Minutes; `expected` and `target` rounded half up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// What the baseline rate makes of the week's school days; none without a baseline.
    pub expected: Option<u32>,
    /// `expected` less the reduction.
    pub target: Option<u32>,
    /// Target − minutes; negative when it is exceeded.
    pub remaining: Option<i64>,
    /// Minutes / exact expected − 1; none where nothing is expected.
    pub change: Option<f64>,
    /// Where the week stands.
    pub status: Status,
}

impl Standing {
    /// Compares a week's minutes of the goal's subject with the baseline of the same subject.
    #[must_use]
    pub fn of(week: &WeekFigures, baseline: Option<&Baseline>, goal: &Goal) -> Self {
        let minutes = goal.subject.minutes(week);
        let days = week.plan.school_days;
        let numbers = baseline.and_then(|b| b.rate(&goal.subject)).map(|rate| {
            let (num, den) = (rate.minutes * u64::from(days), rate.school_days);
            let keep = u64::from(10_000 - goal.reduction.0);
            (half_up(num, den), half_up(num * keep, den * 10_000), num, den)
        });
        let status = match (numbers, baseline) {
            _ if days == 0 => Status::Holiday,
            (Some((_, target, ..)), Some(baseline)) => status(week, minutes, target, baseline),
            _ => Status::NoBaseline,
        };
        Self {
            expected: numbers.map(|(e, ..)| e),
            target: numbers.map(|(_, t, ..)| t),
            remaining: numbers.map(|(_, t, ..)| i64::from(t) - i64::from(minutes)),
            change: numbers.and_then(|(_, _, num, den)| relative_change(u64::from(minutes) * den, num)),
            status,
        }
    }
}

fn status(week: &WeekFigures, minutes: u32, target: u32, baseline: &Baseline) -> Status {
    let plan = week.plan;
    let (used, allowed) = match plan.closed_days {
        0 => (u64::from(minutes), u64::from(target)),
        closed => (
            u64::from(minutes) * u64::from(plan.school_days),
            u64::from(target) * u64::from(closed),
        ),
    };
    match plan.is_complete() {
        _ if baseline.contains(week.week) => Status::Baseline,
        true if minutes <= target => Status::Met,
        true => Status::Missed,
        false if used <= allowed => Status::OnTrack,
        false => Status::AtRisk,
    }
}

/// Average change over weeks: Σ minutes / Σ expected − 1 over the complete weeks that are not baseline weeks.
///
/// None where there is no such week or nothing is expected in them.
#[must_use]
pub fn average_change(weeks: &[WeekFigures], baseline: &Baseline, subject: &GoalSubject) -> Option<f64> {
    let rate = baseline.rate(subject)?;
    let counted = || {
        weeks
            .iter()
            .filter(|w| w.plan.is_complete() && !baseline.contains(w.week))
    };
    let minutes: u64 = counted().map(|w| u64::from(subject.minutes(w))).sum();
    let days: u64 = counted().map(|w| u64::from(w.plan.school_days)).sum();
    relative_change(minutes * rate.school_days, rate.minutes * days)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "minutes of a lifetime stay far below 2^53"
)]
fn relative_change(scaled_minutes: u64, scaled_expected: u64) -> Option<f64> {
    (scaled_expected > 0).then(|| scaled_minutes as f64 / scaled_expected as f64 - 1.0)
}

fn half_up(num: u64, den: u64) -> u32 {
    u32::try_from((num * 2 + den) / (den * 2)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_read_and_print() {
        for (text, hundredths) in [
            ("15", 1500),
            ("12.5", 1250),
            ("7.25%", 725),
            ("100", 10_000),
            ("0", 0),
        ] {
            let p: Percent = text.parse().unwrap();
            assert_eq!(p.hundredths(), hundredths);
            assert_eq!(p.to_string(), text.trim_end_matches('%'));
        }
        for bad in ["", "-1", "101", "1.234", "15x", "1e1", ".5", "100.01"] {
            assert!(bad.parse::<Percent>().is_err(), "{bad}");
        }
    }

    #[test]
    fn halves_round_up() {
        assert_eq!(half_up(1, 2), 1);
        assert_eq!(half_up(5, 4), 1);
        assert_eq!(half_up(7, 4), 2);
    }
}
