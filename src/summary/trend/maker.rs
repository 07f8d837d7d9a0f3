//! A trend, gathered week by week.

use super::super::week::flags;
use super::{GoalTrend, TrendDay, TrendSummary, TrendWeek, is_met};
use crate::diary::Profile;
use crate::domain::{Activity, Day, WeekId};
use crate::figures::{
    Baseline, Goal, GoalSubject, Past, Standing, Sums, Tally, WeekFigures, average_change, changes,
    late_parent_minutes,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A trend in the making: it takes a week at a time, in order.
#[derive(Debug, Clone)]
pub struct TrendMaker<'a> {
    profile: &'a Profile,
    baseline: Option<&'a Baseline>,
    goal: Goal,
    past: Past,
    weeks: Vec<TrendWeek>,
    days: BTreeMap<NaiveDate, TrendDay>,
}

impl<'a> TrendMaker<'a> {
    /// No week yet; `past` is what lies before the first of them.
    #[must_use]
    pub fn new(profile: &'a Profile, baseline: Option<&'a Baseline>, past: Past) -> Self {
        Self {
            profile,
            baseline,
            goal: profile.main_goal(),
            past,
            weeks: Vec::new(),
            days: BTreeMap::new(),
        }
    }

    /// Takes the days of a week, in order of date.
    pub fn take(&mut self, days: &[Day]) {
        let Some(first) = days.first() else {
            return;
        };
        let week = WeekId::of(first.date);
        let (profile, baseline) = (self.profile, self.baseline);
        let of = trend_week(week, days, profile, baseline, &self.goal, &mut self.past);
        self.weeks.push(of);
        self.days.extend(days.iter().map(trend_day));
    }

    /// What the weeks of a range came to that were taken.
    #[must_use]
    pub fn finish(self, range: RangeInclusive<WeekId>) -> TrendSummary {
        let Self {
            mut weeks, baseline, ..
        } = self;
        weeks.sort_by_key(|w| w.figures.week);
        // Holidays are marked ahead: before and after the weeks in which something is logged there is nothing to review.
        let last = weeks.iter().rposition(|w| w.figures.is_logged());
        weeks.truncate(last.map_or(0, |last| last + 1));
        let first = weeks.iter().position(|w| w.figures.is_logged());
        weeks.drain(..first.unwrap_or(0));
        let mut by_activity: BTreeMap<Activity, Tally> = BTreeMap::new();
        for (activity, tally) in weeks.iter().flat_map(|w| &w.figures.by_activity) {
            match by_activity.get_mut(activity) {
                Some(sum) => *sum += *tally,
                None => drop(by_activity.insert(activity.clone(), *tally)),
            }
        }
        let figures = || weeks.iter().map(|w| &w.figures);
        let change = |subject: &GoalSubject| average_change(figures(), baseline?, subject);
        let side = |goal: &Goal| {
            let average_change = change(&goal.subject);
            GoalTrend {
                goal: goal.clone(),
                is_met: average_change.map(|change| is_met(change, goal)),
                average_change,
            }
        };
        TrendSummary {
            average_change: change(&self.goal.subject),
            goals: self.profile.side_goals().map(side).collect(),
            changes: changes(figures(), baseline),
            days: self.days,
            range,
            baseline: baseline.cloned(),
            goal: self.goal,
            by_activity,
            weeks,
        }
    }
}

fn trend_day(day: &Day) -> (NaiveDate, TrendDay) {
    let of = TrendDay {
        sums: Sums::of(day.blocks()),
        is_school: day.is_school(),
        closed: day.closed,
    };
    (day.date, of)
}

/// A week of the range; `past` goes on to the end of it.
fn trend_week(
    week: WeekId,
    days: &[Day],
    profile: &Profile,
    baseline: Option<&Baseline>,
    goal: &Goal,
    past: &mut Past,
) -> TrendWeek {
    let figures = WeekFigures::of(week, days);
    let out = TrendWeek {
        standing: Standing::of(&figures, baseline, goal),
        late_parent_minutes: late_parent_minutes(days, profile.reply_window),
        flags: flags(&figures, days, profile, baseline, *past),
        figures,
    };
    for day in days {
        past.take_day(day);
    }
    let is_baseline = baseline.is_some_and(|b| b.contains(week));
    past.take_week(&out.figures, profile.term_of_week(week), is_baseline);
    out
}
