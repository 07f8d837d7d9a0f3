//! Target, change and status of a week against the baseline.

use super::{Baseline, Goal, GoalSubject, Rate, WeekFigures};

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

/// A week's minutes against a baseline and a goal on time; `expected` and `target` rounded half up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// What the baseline rate makes of the week's school days; none without a baseline or without school days.
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
    /// Compares a week's minutes of the goal's subject with the baseline of the same subject, which counts time.
    #[must_use]
    pub fn of(week: &WeekFigures, baseline: Option<&Baseline>, goal: &Goal) -> Self {
        let minutes = goal.subject.minutes(week);
        let days = week.plan.school_days;
        // A week without school days has no target, or any work in it would "miss" one of 0 minutes.
        let counts = baseline.filter(|_| days > 0);
        let numbers = counts.and_then(|b| b.rate(&goal.subject)).map(|rate| {
            let (num, den) = (rate.amount * u64::from(days), rate.per);
            (rate.expected(days), rate.target(days, goal.reduction), num, den)
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
    judged(week, baseline, minutes <= target, used <= allowed)
}

/// The status of a week with school days, by whether it holds its target and whether it keeps its pace.
pub(super) fn judged(week: &WeekFigures, baseline: &Baseline, holds: bool, keeps_pace: bool) -> Status {
    match week.plan.is_complete() {
        _ if baseline.contains(week.week) => Status::Baseline,
        true if holds => Status::Met,
        true => Status::Missed,
        false if keeps_pace => Status::OnTrack,
        false => Status::AtRisk,
    }
}

/// Average change over weeks: Σ minutes / Σ expected − 1 over the complete weeks that are not baseline weeks; of a mean
/// length, the mean of all those weeks' blocks against that of the baseline's.
///
/// None where there is no such week or nothing is expected in them.
#[must_use]
pub fn average_change<'a>(
    weeks: impl IntoIterator<Item = &'a WeekFigures>,
    baseline: &Baseline,
    subject: &GoalSubject,
) -> Option<f64> {
    let rate = baseline.rate(subject)?;
    let counted = weeks.into_iter().filter(|w| baseline.is_held_against(w));
    let now = Rate::over(counted, subject)?;
    relative_change(now.amount * rate.per, rate.amount * now.per)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "minutes of a lifetime stay far below 2^53"
)]
pub(super) fn relative_change(scaled_minutes: u64, scaled_expected: u64) -> Option<f64> {
    (scaled_expected > 0).then(|| scaled_minutes as f64 / scaled_expected as f64 - 1.0)
}

/// `num / den` to a whole number, halves upwards.
pub(super) fn half_up(num: u64, den: u64) -> u32 {
    u32::try_from((num * 2 + den) / (den * 2)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_up() {
        assert_eq!(half_up(1, 2), 1);
        assert_eq!(half_up(5, 4), 1);
        assert_eq!(half_up(7, 4), 2);
    }
}
