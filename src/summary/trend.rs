//! What a range of weeks came to: a term, a school year, or any other.

mod maker;

pub use maker::TrendMaker;

use crate::diary::Profile;
use crate::domain::{Activity, Category, Day, PerCategory, WeekId};
use crate::figures::{
    Baseline, Change, Flag, Goal, GoalSubject, Meetings, Past, Rate, Rule, Standing, Sums, Tally,
    WeekFigures, average_change,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// One week of a trend.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendWeek {
    /// The sums.
    pub figures: WeekFigures,
    /// How it stands against the goal on non-teaching time.
    pub standing: Standing,
    /// Minutes with parents outside the reply window.
    pub late_parent_minutes: u32,
    /// The blocks beyond a limit of the burden list.
    pub flags: Vec<Flag>,
}

/// One day of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendDay {
    /// Its minutes.
    pub sums: Sums,
    /// Whether it is a school day.
    pub is_school: bool,
    /// Whether it is closed.
    pub closed: bool,
}

/// A goal over the counted weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalTrend {
    /// The goal.
    pub goal: Goal,
    /// The average change; none where there is nothing to compare.
    pub average_change: Option<f64>,
    /// Whether it is met by that.
    pub is_met: Option<bool>,
}

/// A range of weeks with everything that a review says of it.
///
/// *Counted* weeks are the complete ones that are no baseline weeks: changes and what was saved are theirs alone.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendSummary {
    /// The first and the last week asked for.
    pub range: RangeInclusive<WeekId>,
    /// The weeks of which something is recorded, in order, from the first to the last in which something is logged.
    pub weeks: Vec<TrendWeek>,
    /// Their recorded days.
    pub days: BTreeMap<NaiveDate, TrendDay>,
    /// What they are compared with.
    pub baseline: Option<Baseline>,
    /// The goal on non-teaching time.
    pub goal: Goal,
    /// Σ non-teaching / Σ expected − 1 over the counted weeks.
    pub average_change: Option<f64>,
    /// The goals on single categories and activities.
    pub goals: Vec<GoalTrend>,
    /// What changed since the baseline over the counted weeks, the most first.
    pub changes: Vec<Change>,
    /// The non-parallel blocks of each activity, of all weeks.
    pub by_activity: BTreeMap<Activity, Tally>,
}

/// What the counted weeks saved, in minutes rounded half up; negative for more than the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// What the baseline makes of their school days.
    pub expected: u32,
    /// Their non-teaching minutes.
    pub non_teaching: u32,
    /// What meeting the goal to the minute would have left.
    pub target: u32,
}

impl Saved {
    /// Minutes less than the baseline.
    #[must_use]
    pub fn minutes(self) -> i64 {
        i64::from(self.expected) - i64::from(self.non_teaching)
    }

    /// Minutes less than the baseline that the goal asks for.
    #[must_use]
    pub fn goal_minutes(self) -> i64 {
        i64::from(self.expected) - i64::from(self.target)
    }
}

/// A category over a range of weeks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CategoryTrend {
    /// The category.
    pub category: Category,
    /// Its minutes in all weeks.
    pub minutes: u32,
    /// Its minutes per school day in the counted weeks.
    pub per_school_day: Option<f64>,
    /// The same of the baseline.
    pub baseline: Option<f64>,
    /// The average change of the counted weeks.
    pub average_change: Option<f64>,
}

/// Whether a change meets a goal; the fractions are doubles, of which the last digits mean nothing.
fn is_met(change: f64, goal: &Goal) -> bool {
    change <= 1e-12 - goal.reduction.fraction()
}

impl TrendDay {
    /// Whether there is something to show of it: a day off on which nothing is logged shows nothing.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.is_school || self.sums.total() > 0
    }
}

impl TrendSummary {
    /// Gathers weeks from the days of their range, in order of date. `past` is what lies before the first of them.
    #[must_use]
    pub fn of(
        range: RangeInclusive<WeekId>,
        days: &[Day],
        profile: &Profile,
        baseline: Option<&Baseline>,
        past: Past,
    ) -> Self {
        let mut maker = TrendMaker::new(profile, baseline, past);
        let weeks = days.chunk_by(|a, b| WeekId::of(a.date) == WeekId::of(b.date));
        let in_range = |days: &&[Day]| days.first().is_some_and(|d| range.contains(&WeekId::of(d.date)));
        weeks.filter(in_range).for_each(|days| maker.take(days));
        maker.finish(range)
    }

    /// Whether the average change meets the goal on non-teaching time; none where there is nothing to compare.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        self.average_change.map(|change| is_met(change, &self.goal))
    }

    /// Whether a week is complete and none of the baseline's.
    #[must_use]
    pub fn counts(&self, week: &TrendWeek) -> bool {
        let figures = &week.figures;
        let baseline = self.baseline.as_ref();
        baseline.map_or_else(|| figures.plan.is_complete(), |b| b.is_held_against(figures))
    }

    /// From the first to the last week in which something is logged; the range asked for where nothing is.
    #[must_use]
    pub fn span(&self) -> RangeInclusive<WeekId> {
        match (self.weeks.first(), self.weeks.last()) {
            (Some(first), Some(last)) => first.figures.week..=last.figures.week,
            _ => self.range.clone(),
        }
    }

    /// How many weeks have something logged in them.
    #[must_use]
    pub fn logged(&self) -> usize {
        self.weeks.iter().filter(|w| w.figures.is_logged()).count()
    }

    /// The counted weeks.
    pub fn counted(&self) -> impl Iterator<Item = &TrendWeek> {
        self.weeks.iter().filter(|week| self.counts(week))
    }

    /// The counted weeks with the least and the most non-teaching time against what is expected, the first of several
    /// that are alike; none unless two differ.
    #[must_use]
    pub fn best_and_worst(&self) -> Option<(&TrendWeek, &TrendWeek)> {
        let change = |week: &&TrendWeek| week.standing.change.unwrap_or_default();
        let compared = || self.counted().filter(|w| w.standing.change.is_some());
        let best = compared().min_by(|a, b| change(a).total_cmp(&change(b)))?;
        let worst =
            compared().reduce(|most, next| if change(&next) > change(&most) { next } else { most })?;
        (change(&best) < change(&worst)).then_some((best, worst))
    }

    /// What the counted weeks saved; none without a baseline or a counted week.
    #[must_use]
    pub fn saved(&self) -> Option<Saved> {
        let rate = self.baseline.as_ref()?.rate(&self.goal.subject)?;
        let days: u32 = self.counted().map(|w| w.figures.plan.school_days).sum();
        (days > 0).then(|| Saved {
            expected: rate.expected(days),
            non_teaching: self.counted().map(|w| w.figures.non_teaching()).sum(),
            target: rate.target(days, self.goal.reduction),
        })
    }

    /// The sums of all weeks.
    #[must_use]
    pub fn sums(&self) -> Sums {
        let weeks = || self.weeks.iter().map(|w| &w.figures.sums);
        Sums {
            minutes: PerCategory::from_fn(|c| weeks().map(|s| s.minutes[c]).sum()),
            parallel_minutes: weeks().map(|s| s.parallel_minutes).sum(),
        }
    }

    /// Non-teaching minutes per school day in the counted weeks; none where there is no such week.
    #[must_use]
    pub fn non_teaching_per_school_day(&self) -> Option<f64> {
        self.counted_rate(&GoalSubject::NonTeaching)
            .map(Rate::per_school_day)
    }

    fn counted_rate(&self, subject: &GoalSubject) -> Option<Rate> {
        Rate::over(self.counted().map(|w| &w.figures), subject)
    }

    /// Each category, in order.
    #[must_use]
    pub fn categories(&self) -> [CategoryTrend; 5] {
        let sums = self.sums();
        Category::ALL.map(|category| {
            let subject = GoalSubject::Category(category);
            let baseline = self.baseline.as_ref();
            let figures = self.weeks.iter().map(|w| &w.figures);
            CategoryTrend {
                category,
                minutes: sums.minutes[category],
                per_school_day: self.counted_rate(&subject).map(Rate::per_school_day),
                baseline: baseline.and_then(|b| b.rate(&subject)).map(Rate::per_school_day),
                average_change: baseline.and_then(|b| average_change(figures, b, &subject)),
            }
        })
    }

    /// The meetings of all weeks.
    #[must_use]
    pub fn meetings(&self) -> Meetings {
        let each = || self.weeks.iter().map(|w| w.figures.meetings);
        Meetings {
            count: each().map(|m| m.count).sum(),
            minutes: each().map(|m| m.minutes).sum(),
            staff_count: each().map(|m| m.staff_count).sum(),
        }
    }

    /// Minutes with parents outside the reply window, of all weeks.
    #[must_use]
    pub fn late_parent_minutes(&self) -> u32 {
        self.weeks.iter().map(|w| w.late_parent_minutes).sum()
    }

    /// How often each rule of the burden list was broken, in the order of the list; rules that were kept are left out.
    #[must_use]
    pub fn flag_counts(&self) -> BTreeMap<Rule, u32> {
        let mut out = BTreeMap::new();
        for flag in self.weeks.iter().flat_map(|w| &w.flags) {
            *out.entry(flag.rule).or_default() += 1;
        }
        out
    }
}

#[cfg(test)]
mod tests;
