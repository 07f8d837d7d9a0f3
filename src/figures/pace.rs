//! Where a week that is not complete should be by now.

use super::{Standing, WeekFigures, WeekPlan};

/// A week's target, shared out over its school days. Minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The minutes of the whole week.
    pub target: u32,
    /// Those that the closed days may have taken: target × closed days / school days, rounded down. The status compares
    /// exactly; minutes are whole, so a week is above its pace exactly when it has used more than this. Rounded up, the
    /// number would contradict the status. 0 where no day is closed, and then the week is held against its target.
    pub by_now: u32,
    /// The school days, and the closed ones among them.
    pub plan: WeekPlan,
    /// What each school day that is not closed may still take, rounded down, so that together they keep the target;
    /// what is logged on such days already counts as used.
    pub each_day_left: u32,
}

impl Pace {
    /// The pace of a week against its standing; none for a complete week and where there is no target.
    #[must_use]
    pub fn of(week: &WeekFigures, standing: &Standing) -> Option<Self> {
        let plan = week.plan;
        let left = plan
            .school_days
            .checked_sub(plan.closed_days)
            .filter(|left| *left > 0)?;
        let target = standing.target?;
        let remaining = u32::try_from(standing.remaining?).unwrap_or(0);
        Some(Self {
            target,
            by_now: u32::try_from(
                u64::from(target) * u64::from(plan.closed_days) / u64::from(plan.school_days),
            )
            .unwrap_or(target),
            plan,
            each_day_left: remaining / left,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Block, Category, Day, DayKind, Note, Span};
    use crate::figures::{Baseline, Goal, GoalSubject, Percent, Status};
    use proptest::prelude::*;

    /// A week of four school days, so many of them closed, with so many minutes of reports on the Monday.
    fn pace(closed: usize, minutes: u32) -> Option<Pace> {
        let id: crate::domain::WeekId = "2026-W47".parse().unwrap();
        let mut days: Vec<Day> = id.days().map(Day::empty).collect();
        days[4].mark(DayKind::Off(None));
        days[..closed].iter_mut().for_each(|d| d.closed = true);
        if minutes > 0 {
            let block = Block {
                id: days[0].new_id(),
                activity: Activity::catch_all(Category::Reports),
                span: Span::amount(minutes).unwrap(),
                note: Note::default(),
                rating: None,
                parallel: false,
            };
            days[0].put(block);
        }
        let week = WeekFigures::of(id, &days);
        let goal = Goal {
            subject: GoalSubject::NonTeaching,
            reduction: Percent::POLICY,
        };
        let standing = Standing::of(&week, Some(&Baseline::typed(900)), &goal);
        Pace::of(&week, &standing)
    }

    #[test]
    fn the_target_is_shared_out_over_the_school_days() {
        let two = pace(2, 290).unwrap(); // 900 / 5 * 4 = 720, less 15 % = 612
        assert_eq!((two.target, two.by_now, two.each_day_left), (612, 306, 161));
        let none = pace(0, 0).unwrap();
        assert_eq!((none.by_now, none.each_day_left), (0, 153));
        let one = pace(3, 700).unwrap();
        assert_eq!((one.by_now, one.each_day_left), (459, 0), "nothing is left");
        assert_eq!(pace(4, 290), None, "a complete week has no pace");
    }

    /// "Above pace: up to 153", of a week that has used 153: the exact number is 152.67.
    #[test]
    fn the_number_of_the_review_is_rounded_down() {
        let (standing, pace) = near(3, 1, 763, 153); // 458 for three days
        assert_eq!((standing.target, standing.status), (Some(458), Status::AtRisk));
        assert_eq!(pace.by_now, 152);
    }

    /// A week of so many school days, so many of them closed, with so many minutes, against a typed baseline.
    fn near(school_days: u32, closed_days: u32, baseline: u32, used: u32) -> (Standing, Pace) {
        let mut week = WeekFigures::of("2026-W47".parse().unwrap(), []);
        week.plan = WeekPlan {
            school_days,
            closed_days,
        };
        week.sums.minutes[Category::Reports] = used;
        let goal = Goal {
            subject: GoalSubject::NonTeaching,
            reduction: Percent::from_hundredths(0).unwrap(),
        };
        let standing = Standing::of(&week, Some(&Baseline::typed(baseline)), &goal);
        (standing, Pace::of(&week, &standing).unwrap())
    }

    proptest! {
        #[test]
        fn a_week_is_at_risk_exactly_above_its_pace(
            (days, closed) in (2u32..=7).prop_flat_map(|days| (Just(days), 1..days)),
            baseline in 1u32..=7200,
            beside in -2i64..=2,
        ) {
            let (_, pace) = near(days, closed, baseline, 0);
            let used = u32::try_from(i64::from(pace.by_now) + beside).unwrap_or(0);
            let (standing, pace) = near(days, closed, baseline, used);
            prop_assert_eq!(standing.status == Status::AtRisk, used > pace.by_now);
        }
    }
}
