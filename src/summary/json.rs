//! Days and weeks as JSON. The schemas beside this file say what each field is; a test validates against them.

use super::{DaySummary, GoalStanding, WeekSummary};
use crate::diary::{BlockLine, DayLine, Unconfirmed};
use crate::domain::{PerCategory, clock};
use crate::figures::{GoalSubject, Standing};
use serde_json::{Map, Value, json};

/// The JSON Schema of `week --format json`.
pub const WEEK_SCHEMA: &str = include_str!("schema/week.schema.json");
/// The JSON Schema of `day --json`.
pub const DAY_SCHEMA: &str = include_str!("schema/day.schema.json");

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

impl GoalStanding {
    fn to_json(&self) -> Value {
        let Standing {
            expected,
            target,
            remaining,
            change,
            status,
        } = self.standing;
        json!({
            "what": self.goal.subject.to_string(),
            "reduction": self.goal.reduction.fraction(),
            "minutes": self.minutes,
            "expected": expected,
            "target": target,
            "remaining": remaining,
            "change": change,
            "status": status.code(),
        })
    }
}

impl WeekSummary {
    /// The object of `week --format json`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let f = &self.figures;
        let Standing {
            expected,
            target,
            remaining,
            change,
            status,
        } = self.standing;
        let baseline = self.baseline.as_ref().and_then(|b| {
            let rate = b.rate(&GoalSubject::NonTeaching)?.per_school_day();
            let weeks: Vec<String> = b.weeks().map(|w| w.to_string()).collect();
            Some(json!({"per_school_day": rate, "weeks": weeks, "typed": b.is_typed()}))
        });
        json!({
            "week": f.week.to_string(),
            "from": f.week.monday().to_string(),
            "to": f.week.sunday().to_string(),
            "school_days": f.plan.school_days,
            "closed_days": f.plan.closed_days,
            "complete": f.plan.is_complete(),
            "minutes": minutes_json(&f.sums.minutes),
            "parallel_minutes": f.sums.parallel_minutes,
            "total": f.total(),
            "non_teaching": f.non_teaching(),
            "non_teaching_share": f.sums.non_teaching_share(),
            "lesson_share": f.lesson_share(),
            "baseline": baseline,
            "reduction": self.goal.reduction.fraction(),
            "expected": expected,
            "target": target,
            "remaining": remaining,
            "change": change,
            "status": status.code(),
            "days": self.days.iter().map(|d| Value::Object(d.head_json())).collect::<Vec<_>>(),
            "meetings": {
                "count": f.meetings.count,
                "minutes": f.meetings.minutes,
                "mean_minutes": f.meetings.mean_minutes(),
                "staff_count": f.meetings.staff_count,
            },
            "flags": [],
            "goals": self.goals.iter().map(GoalStanding::to_json).collect::<Vec<_>>(),
        })
    }
}
