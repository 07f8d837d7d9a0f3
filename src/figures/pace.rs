//! Where a week that is not complete should be by now.

use super::standing::half_up;
use super::{Standing, WeekFigures, WeekPlan};

/// A week's target, shared out over its school days. Minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The minutes of the whole week.
    pub target: u32,
    /// Those that the closed days may have taken: target × closed days / school days, rounded half up.
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
            by_now: half_up(
                u64::from(target) * u64::from(plan.closed_days),
                u64::from(plan.school_days),
            ),
            plan,
            each_day_left: remaining / left,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Block, Category, Day, DayKind, Note, Span};
    use crate::figures::{Baseline, Goal, GoalSubject, Percent};

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
}
