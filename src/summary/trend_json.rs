//! A range of weeks as JSON.

use super::json::{baseline_json, changes_json, measure, meetings_json, trend_week_json, worth_json};
use super::trend::{CategoryTrend, GoalTrend, Saved};
use super::{TrendSummary, TrendWeek};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

fn saved_json(saved: Saved) -> Value {
    json!({
        "expected": saved.expected,
        "non_teaching": saved.non_teaching,
        "target": saved.target,
        "minutes": saved.minutes(),
        "goal_minutes": saved.goal_minutes(),
    })
}

fn category_json(category: CategoryTrend) -> Value {
    json!({
        "category": category.category.code(),
        "minutes": category.minutes,
        "per_school_day": category.per_school_day,
        "baseline": category.baseline,
        "average_change": category.average_change,
    })
}

fn goal_json(goal: &GoalTrend) -> Value {
    json!({
        "what": goal.goal.subject.to_string(),
        "measure": measure(&goal.goal.subject),
        "reduction": goal.goal.reduction.fraction(),
        "average_change": goal.average_change,
        "met": goal.is_met,
    })
}

/// The weeks, each made when it is written: of a working life they are more than is good to hold.
struct Weeks<'a>(&'a [TrendWeek]);

impl Serialize for Weeks<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().map(trend_week_json))
    }
}

#[derive(Serialize)]
struct TrendJson<'a> {
    from: String,
    to: String,
    weeks: Weeks<'a>,
    average_change: Option<f64>,
    baseline: Option<Value>,
    reduction: f64,
    saved: Option<Value>,
    best: Option<String>,
    worst: Option<String>,
    categories: [Value; 5],
    goals: Vec<Value>,
    changes: Value,
    meetings: Value,
    late_parent_minutes: u32,
    flag_counts: Map<String, Value>,
    worth: Value,
}

impl TrendSummary {
    /// The object of `trend --format json`, as text.
    #[must_use]
    pub fn to_json(&self) -> String {
        let (best, worst) = self.best_and_worst().unzip();
        let name = |week: &TrendWeek| week.figures.week.to_string();
        let flags = self.flag_counts().into_iter();
        let json = TrendJson {
            from: self.range.start().to_string(),
            to: self.range.end().to_string(),
            weeks: Weeks(&self.weeks),
            average_change: self.average_change,
            baseline: self.baseline.as_ref().and_then(baseline_json),
            reduction: self.goal.reduction.fraction(),
            saved: self.saved().map(saved_json),
            best: best.map(name),
            worst: worst.map(name),
            categories: self.categories().map(category_json),
            goals: self.goals.iter().map(goal_json).collect(),
            changes: changes_json(&self.changes),
            meetings: meetings_json(&self.meetings()),
            late_parent_minutes: self.late_parent_minutes(),
            flag_counts: flags.map(|(r, n)| (r.code().to_owned(), json!(n))).collect(),
            worth: worth_json(&self.by_activity),
        };
        serde_json::to_string(&json).unwrap_or_default() // numbers and strings always fit
    }
}
