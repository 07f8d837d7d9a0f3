//! How a week stands against a goal beside the one on all non-teaching time.

use super::standing::{judged, relative_change};
use super::{Baseline, Goal, GoalSubject, Rate, Standing, Status, WeekFigures};

/// A goal on a category or an activity, and how a week stands against it. Minutes, blocks, or minutes per block.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalStanding {
    /// The goal.
    pub goal: Goal,
    /// What the week came to; none for the mean length of what has not taken place.
    pub value: Option<f64>,
    /// What the baseline makes of the week.
    pub expected: Option<f64>,
    /// `expected` less the reduction. Of time it is whole minutes, rounded half up; of anything else it is exact, as
    /// rounding would make nothing of a fifth of one meeting a week.
    pub target: Option<f64>,
    /// Target − value; negative when it is exceeded.
    pub remaining: Option<f64>,
    /// Value / exact expected − 1; none where nothing is expected.
    pub change: Option<f64>,
    /// Where the week stands.
    pub status: Status,
}

impl GoalStanding {
    /// Compares what a goal counts in a week with the baseline of the same.
    #[must_use]
    pub fn of(week: &WeekFigures, baseline: Option<&Baseline>, goal: &Goal) -> Self {
        if goal.subject.is_time() {
            let standing = Standing::of(week, baseline, goal);
            #[expect(clippy::cast_precision_loss, reason = "minutes of a week")]
            let signed = |minutes: i64| minutes as f64;
            return Self {
                goal: goal.clone(),
                value: Some(f64::from(goal.subject.minutes(week))),
                expected: standing.expected.map(f64::from),
                target: standing.target.map(f64::from),
                remaining: standing.remaining.map(signed),
                change: standing.change,
                status: standing.status,
            };
        }
        let amount = Measured::of(week, goal);
        let days = week.plan.school_days;
        let rate = baseline.filter(|_| days > 0).and_then(|b| b.rate(&goal.subject));
        let value = amount.value();
        let target = rate.map(|rate| amount.target(rate));
        Self {
            goal: goal.clone(),
            value,
            expected: rate.map(|rate| amount.expected(rate)),
            target,
            remaining: target.zip(value).map(|(target, value)| target - value),
            change: rate.and_then(|r| relative_change(amount.amount * r.per, r.amount * amount.per)),
            status: match (rate, baseline) {
                _ if days == 0 => Status::Holiday,
                (Some(rate), Some(baseline)) => {
                    let (holds, keeps_pace) = (amount.holds(rate), amount.keeps_pace(rate, week));
                    judged(week, baseline, holds, keeps_pace)
                }
                _ => Status::NoBaseline,
            },
        }
    }
}

/// A number of blocks or their mean length.
struct Measured {
    amount: u64,
    per: u64,
    is_mean: bool,
    /// What of the baseline is to be left, in hundredths of a percent.
    keep: u64,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "minutes of a lifetime stay far below 2^53"
)]
impl Measured {
    fn of(week: &WeekFigures, goal: &Goal) -> Self {
        let (amount, per) = goal.subject.ratio(week);
        Self {
            amount,
            per,
            is_mean: matches!(goal.subject, GoalSubject::MeanMinutes(_)),
            keep: u64::from(10_000 - goal.reduction.hundredths()),
        }
    }

    fn value(&self) -> Option<f64> {
        match (self.is_mean, self.per) {
            (false, _) => Some(self.amount as f64),
            (true, 0) => None,
            (true, per) => Some(self.amount as f64 / per as f64),
        }
    }

    /// How many times the rate is expected: a mean is expected as it is, a number for each school day.
    const fn times(&self) -> u64 {
        if self.is_mean { 1 } else { self.per }
    }

    fn expected(&self, rate: Rate) -> f64 {
        (rate.amount * self.times()) as f64 / rate.per as f64
    }

    fn target(&self, rate: Rate) -> f64 {
        (rate.amount * self.times() * self.keep) as f64 / (rate.per * 10_000) as f64
    }

    /// Whether the target is kept, compared exactly. Nothing that has not taken place is too long.
    const fn holds(&self, rate: Rate) -> bool {
        self.amount * rate.per * 10_000 <= rate.amount * self.per * self.keep
    }

    /// Whether the closed days have used no more than their part. A mean has no parts, and neither has a week without a
    /// closed day.
    fn keeps_pace(&self, rate: Rate, week: &WeekFigures) -> bool {
        match u64::from(week.plan.closed_days) {
            closed if closed > 0 && !self.is_mean => {
                self.amount * rate.per * 10_000 <= rate.amount * closed * self.keep
            }
            _ => self.holds(rate),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Block, Category, Day, Note, Span, WeekId};
    use crate::figures::average_change;

    /// A week of five closed days but for the last `open`, with all-staff meetings of so many minutes.
    fn week(id: &str, lengths: &[u32], open: usize) -> WeekFigures {
        let week: WeekId = id.parse().unwrap();
        let mut days: Vec<Day> = week.days().map(Day::empty).collect();
        for day in &mut days[..5 - open] {
            day.closed = true;
        }
        for (n, minutes) in lengths.iter().enumerate() {
            let block = Block {
                id: days[n].new_id(),
                activity: staff(),
                span: Span::amount(*minutes).unwrap(),
                note: Note::default(),
                rating: None,
                parallel: false,
            };
            days[n].put(block);
        }
        WeekFigures::of(week, &days)
    }

    fn staff() -> Activity {
        Activity::new(Category::Meetings, "staff-meeting").unwrap()
    }

    fn goal(subject: fn(Activity) -> GoalSubject, percent: &str) -> Goal {
        Goal {
            subject: subject(staff()),
            reduction: percent.parse().unwrap(),
        }
    }

    fn baseline() -> Baseline {
        let weeks = [week("2026-W36", &[60, 120], 0), week("2026-W37", &[90, 90], 0)];
        Baseline::of_weeks(weeks).unwrap()
    }

    #[test]
    fn a_number_is_expected_for_each_school_day_and_compared_exactly() {
        let (baseline, goal) = (baseline(), goal(GoalSubject::Count, "20"));
        let of = |week: &WeekFigures| GoalStanding::of(week, Some(&baseline), &goal);
        let two = of(&week("2026-W38", &[90, 90], 0));
        assert_eq!(
            (two.value, two.expected, two.target),
            (Some(2.0), Some(2.0), Some(1.6))
        );
        assert_eq!(
            (two.change, two.status),
            (Some(0.0), Status::Missed),
            "1.6 does not round up to 2"
        );
        let one = of(&week("2026-W38", &[90], 0));
        assert_eq!((one.change, one.status), (Some(-0.5), Status::Met));
        assert_eq!(
            of(&week("2026-W38", &[90], 4)).status,
            Status::AtRisk,
            "one by Monday, where 0.32 may be"
        );
        assert_eq!(of(&week("2026-W38", &[90], 5)).status, Status::OnTrack);
        assert_eq!(of(&week("2026-W36", &[60, 120], 0)).status, Status::Baseline);
    }

    #[test]
    fn a_mean_length_does_not_depend_on_how_many_there_were() {
        let (baseline, goal) = (baseline(), goal(GoalSubject::MeanMinutes, "15"));
        let of = |week: &WeekFigures| GoalStanding::of(week, Some(&baseline), &goal);
        let long = of(&week("2026-W38", &[77, 77, 77], 0));
        assert_eq!(
            (long.value, long.expected, long.target),
            (Some(77.0), Some(90.0), Some(76.5))
        );
        assert_eq!((long.remaining, long.status), (Some(-0.5), Status::Missed));
        assert_eq!(of(&week("2026-W38", &[76], 0)).status, Status::Met);
        let none = of(&week("2026-W38", &[], 0));
        assert_eq!((none.value, none.change, none.status), (None, None, Status::Met));
        let average = average_change(
            &[
                week("2026-W38", &[60, 60], 0),
                week("2026-W39", &[75], 0),
                week("2026-W40", &[900], 1),
            ],
            &baseline,
            &goal.subject,
        );
        assert_eq!(
            average,
            Some(65.0 / 90.0 - 1.0),
            "all meetings alike; the open week does not count"
        );
    }

    #[test]
    fn nothing_to_compare_with() {
        let typed = Baseline::typed(900);
        let week = week("2026-W38", &[90], 0);
        let standing = GoalStanding::of(&week, Some(&typed), &goal(GoalSubject::Count, "20"));
        assert_eq!(
            (standing.value, standing.target, standing.status),
            (Some(1.0), None, Status::NoBaseline)
        );
        let none = Baseline::of_weeks([self::week("2026-W36", &[], 0), self::week("2026-W37", &[], 0)]);
        let mean = GoalStanding::of(&week, none.as_ref(), &goal(GoalSubject::MeanMinutes, "15"));
        assert_eq!(
            mean.status,
            Status::NoBaseline,
            "no meeting in the baseline has no mean length"
        );
        let count = GoalStanding::of(&week, none.as_ref(), &goal(GoalSubject::Count, "20"));
        assert_eq!(
            (count.target, count.change, count.status),
            (Some(0.0), None, Status::Missed)
        );
    }
}
