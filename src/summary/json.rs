//! Days and weeks as JSON. The schemas beside this file say what each field is; a test validates against them.

use super::{DaySummary, TrendWeek, WeekSummary};
use crate::diary::{BlockLine, DayLine, Unconfirmed};
use crate::domain::{Activity, PerCategory, clock};
use crate::figures::{
    Baseline, Change, Flag, GoalStanding, GoalSubject, Meetings, Standing, Tally, WeekFigures, Worth,
    meetings_worth,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The JSON Schema of `week --format json`.
pub const WEEK_SCHEMA: &str = include_str!("schema/week.schema.json");
/// The JSON Schema of `day --json`.
pub const DAY_SCHEMA: &str = include_str!("schema/day.schema.json");
/// The JSON Schema of `trend --format json`.
pub const TREND_SCHEMA: &str = include_str!("schema/trend.schema.json");

fn minutes_json(minutes: &PerCategory<u32>) -> Value {
    let fields: Map<String, Value> = minutes
        .iter()
        .map(|(c, m)| (c.code().to_owned(), json!(m)))
        .collect();
    Value::Object(fields)
}

/// A block as exports show it.
#[must_use]
pub fn block_json(line: &BlockLine<'_>) -> Value {
    serde_json::to_value(line).unwrap_or_default()
}

/// Something planned that waits to be confirmed.
fn planned_json(waiting: &Unconfirmed) -> Value {
    let planned = &waiting.planned;
    let times = planned.span.clock_times().unwrap_or_default();
    json!({
        "start": clock(times.0),
        "end": clock(times.1),
        "category": planned.activity.category.code(),
        "activity": planned.activity.code.as_str(),
        "note": (!planned.note.is_empty()).then(|| planned.note.as_str()),
        "free": waiting.is_free,
    })
}

impl DaySummary {
    /// The object of `day --json`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut fields = self.head_json();
        let blocks = self
            .day
            .blocks()
            .iter()
            .map(|b| block_json(&BlockLine::of(self.day.date, b)));
        fields.insert("blocks".into(), blocks.collect());
        if !self.unconfirmed.is_empty() {
            fields.insert(
                "planned".into(),
                self.unconfirmed.iter().map(planned_json).collect(),
            );
        }
        if let Some(like) = self.day.follows {
            fields.insert("follows".into(), json!(like.to_string()));
        }
        Value::Object(fields)
    }

    /// The day without its blocks.
    fn head_json(&self) -> Map<String, Value> {
        let line = DayLine::of(&self.day);
        let mut fields = Map::new();
        let mut put = |name: &str, value| drop(fields.insert(name.to_owned(), value));
        put("date", json!(line.date));
        put("kind", json!(line.kind));
        put("reason", json!(line.reason));
        put("closed", json!(line.closed));
        put("minutes", minutes_json(&self.sums.minutes));
        put("total", json!(self.sums.total()));
        put("non_teaching", json!(self.sums.non_teaching()));
        put("non_teaching_share", json!(self.sums.non_teaching_share()));
        fields
    }
}

/// What a goal measures.
pub(super) const fn measure(subject: &GoalSubject) -> &'static str {
    match subject {
        GoalSubject::Count(_) => "count",
        GoalSubject::MeanMinutes(_) => "mean_minutes",
        _ => "minutes",
    }
}

/// A number; whole ones without a point.
fn number(value: Option<f64>) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and minutes of a lifetime")]
    match value {
        Some(n) if n.fract() == 0.0 => json!(n as i64),
        n => json!(n),
    }
}

fn goal_json(goal: &GoalStanding) -> Value {
    let subject = &goal.goal.subject;
    json!({
        "what": subject.to_string(),
        "measure": measure(subject),
        "reduction": goal.goal.reduction.fraction(),
        "minutes": subject.is_time().then(|| number(goal.value)),
        "value": number(goal.value),
        "expected": number(goal.expected),
        "target": number(goal.target),
        "remaining": number(goal.remaining),
        "change": goal.change,
        "status": goal.status.code(),
    })
}

fn flag_json(flag: &Flag) -> Value {
    json!({
        "rule": flag.rule.code(),
        "date": flag.date.to_string(),
        "minutes": flag.minutes,
        "value": flag.value,
        "limit": flag.limit,
        "block": flag.block.as_str(),
    })
}

fn change_json(change: &Change) -> Value {
    json!({
        "activity": change.activity.to_string(),
        "minutes": change.minutes,
        "expected": change.expected,
        "difference": change.difference(),
    })
}

/// What meetings were worth: in all, and by activity.
pub(super) fn worth_json(by_activity: &BTreeMap<Activity, Tally>) -> Value {
    let rated = meetings_worth(by_activity);
    let all: Worth = rated.clone().collect();
    let each = rated.map(|(activity, worth)| {
        json!({
            "activity": activity.to_string(),
            "mean": worth.mean(),
            "rated": worth.rated,
            "minutes": worth.minutes,
        })
    });
    let activities: Vec<Value> = each.collect();
    json!({"mean": all.mean(), "rated": all.rated, "minutes": all.minutes, "activities": activities})
}

/// A week and its sums.
fn sums_json(figures: &WeekFigures, put: &mut impl FnMut(&str, Value)) {
    put("week", json!(figures.week.to_string()));
    put("from", json!(figures.week.monday().to_string()));
    put("to", json!(figures.week.sunday().to_string()));
    put("school_days", json!(figures.plan.school_days));
    put("closed_days", json!(figures.plan.closed_days));
    put("complete", json!(figures.plan.is_complete()));
    put("minutes", minutes_json(&figures.sums.minutes));
    put("parallel_minutes", json!(figures.sums.parallel_minutes));
    put("total", json!(figures.total()));
    put("non_teaching", json!(figures.non_teaching()));
    put("non_teaching_share", json!(figures.sums.non_teaching_share()));
    put("lesson_share", json!(figures.lesson_share()));
}

/// How it stands against the goal on non-teaching time.
fn standing_json(standing: &Standing, put: &mut impl FnMut(&str, Value)) {
    put("expected", json!(standing.expected));
    put("target", json!(standing.target));
    put("remaining", json!(standing.remaining));
    put("change", json!(standing.change));
    put("status", json!(standing.status.code()));
}

pub(super) fn baseline_json(baseline: &Baseline) -> Option<Value> {
    let rate = baseline.rate(&GoalSubject::NonTeaching)?.per_school_day();
    let weeks: Vec<String> = baseline.weeks().map(|w| w.to_string()).collect();
    Some(json!({"per_school_day": rate, "weeks": weeks, "typed": baseline.is_typed()}))
}

pub(super) fn meetings_json(meetings: &Meetings) -> Value {
    json!({
        "count": meetings.count,
        "minutes": meetings.minutes,
        "mean_minutes": meetings.mean_minutes(),
        "staff_count": meetings.staff_count,
    })
}

/// Blocks beyond a limit of the burden list.
fn flags_json(flags: &[Flag]) -> Value {
    flags.iter().map(flag_json).collect()
}

/// Activities beside what the baseline makes of them.
pub(super) fn changes_json(changes: &[Change]) -> Value {
    changes.iter().map(change_json).collect()
}

/// A week of a trend: what its own summary says, less days, baseline, goals, changes and worth.
pub(super) fn trend_week_json(week: &TrendWeek) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value| drop(fields.insert(name.to_owned(), value));
    sums_json(&week.figures, &mut put);
    standing_json(&week.standing, &mut put);
    put("meetings", meetings_json(&week.figures.meetings));
    put("late_parent_minutes", json!(week.late_parent_minutes));
    put("flags", flags_json(&week.flags));
    Value::Object(fields)
}

impl WeekSummary {
    /// The object of `week --format json`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut fields = Map::new();
        let mut put = |name: &str, value| drop(fields.insert(name.to_owned(), value));
        sums_json(&self.figures, &mut put);
        put(
            "baseline",
            self.baseline.as_ref().and_then(baseline_json).unwrap_or_default(),
        );
        put("reduction", json!(self.goal.reduction.fraction()));
        standing_json(&self.standing, &mut put);
        let days = self.days.iter().map(|d| Value::Object(d.head_json()));
        put("days", days.collect());
        put("meetings", meetings_json(&self.figures.meetings));
        put("late_parent_minutes", json!(self.late_parent_minutes));
        put("worth", worth_json(&self.figures.by_activity));
        put("changes", changes_json(&self.changes));
        put("flags", flags_json(&self.flags));
        put("goals", self.goals.iter().map(goal_json).collect());
        Value::Object(fields)
    }
}
