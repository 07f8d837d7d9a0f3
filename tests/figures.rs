//! Worked cases of the figures, computed elsewhere from the same written definitions.
//!
//! `vectors/figures.json` is `[{name, log, expect}]`: `log` is a small diary with a baseline and a goal, `expect` the
//! baseline and every field of each week.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use jianfu::diary::{Diary, check_no_overlap};
use jianfu::domain::{Activity, Block, Category, DayKind, Note, Span, WeekId};
use jianfu::figures::{Baseline, Goal, GoalSubject, Percent, Standing, WeekFigures};
use serde_json::{Map, Value, json};

/// Reads the log of a case into a diary.
fn diary(log: &Value) -> Diary {
    let mut diary = Diary::default();
    for (date, day) in log["days"].as_object().unwrap() {
        let into = diary.day_mut(date.parse().unwrap());
        match day.get("kind").map(|k| k.as_str().unwrap()) {
            None => {}
            Some("school") => into.mark(DayKind::School),
            Some("off") => into.mark(DayKind::Off(Some("off".into()))),
            Some(other) => panic!("day kind {other}"),
        }
        into.closed = day.get("closed").is_some_and(|c| c.as_bool().unwrap());
    }
    for block in log["blocks"].as_array().unwrap() {
        let number = |key: &str| {
            block
                .get(key)
                .map(|v| u32::try_from(v.as_u64().unwrap()).unwrap())
        };
        let minutes = number("minutes").unwrap();
        let span = match (number("start"), number("end")) {
            (Some(start), Some(end)) => Span::clocked(start, end).unwrap(),
            (None, None) => Span::amount(minutes).unwrap(),
            _ => panic!("half a span: {block}"),
        };
        assert_eq!(span.minutes(), minutes, "{block}");
        let category = Category::from_code(block["category"].as_str().unwrap()).unwrap();
        let day = diary.day_mut(block["date"].as_str().unwrap().parse().unwrap());
        let block = Block {
            id: day.new_id(),
            activity: Activity::new(category, block["activity"].as_str().unwrap()).unwrap(),
            span,
            note: Note::default(),
            rating: None,
            parallel: block.get("parallel").is_some_and(|p| p.as_bool().unwrap()),
        };
        day.put(block);
    }
    assert!(
        check_no_overlap(&diary).is_ok(),
        "the log itself breaks the overlap rule"
    );
    diary
}

/// Every week from the first to the last day of the diary.
fn weeks(diary: &Diary) -> Vec<WeekFigures> {
    let first = WeekId::of(diary.days().next().unwrap().date);
    let last = WeekId::of(diary.days().next_back().unwrap().date);
    let ids = (0..).map(|n| first.offset(n).unwrap());
    ids.take_while(|w| *w <= last)
        .map(|w| WeekFigures::of(w, diary.days()))
        .collect()
}

fn baseline(log: &Value, weeks: &[WeekFigures]) -> Option<Baseline> {
    let choice = &log["baseline"];
    if choice.is_null() {
        return Baseline::auto(weeks.iter().cloned());
    }
    if let Some(minutes) = choice.get("minutes") {
        return Some(Baseline::typed(u32::try_from(minutes.as_u64().unwrap()).unwrap()));
    }
    let ids = choice["weeks"].as_array().unwrap().iter();
    let chosen: Vec<WeekId> = ids.map(|w| w.as_str().unwrap().parse().unwrap()).collect();
    Baseline::of_weeks(weeks.iter().filter(|w| chosen.contains(&w.week)).cloned())
}

fn baseline_as_json(baseline: &Baseline) -> Value {
    json!({
        "per_school_day": baseline.rate(&GoalSubject::NonTeaching).unwrap().per_school_day(),
        "weeks": baseline.weeks().map(|w| w.to_string()).collect::<Vec<_>>(),
    })
}

fn week_as_json(week: &WeekFigures, standing: &Standing) -> Value {
    let minutes: Map<_, _> = week
        .sums
        .minutes
        .iter()
        .map(|(c, m)| (c.code().into(), json!(m)))
        .collect();
    json!({
        "minutes": minutes,
        "parallel_minutes": week.sums.parallel_minutes,
        "total": week.total(),
        "non_teaching": week.non_teaching(),
        "school_days": week.plan.school_days,
        "closed_days": week.plan.closed_days,
        "complete": week.plan.is_complete(),
        "non_teaching_share": week.sums.non_teaching_share(),
        "lesson_share": week.lesson_share(),
        "expected": standing.expected,
        "target": standing.target,
        "remaining": standing.remaining,
        "change": standing.change,
        "status": standing.status.code(),
    })
}

/// What differs between two values; numbers may differ by 1e-12 of their size.
fn differences(path: &str, ours: &Value, theirs: &Value, out: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|k| !a.contains_key(*k))) {
                let get = |m: &Map<_, _>| m.get(key).cloned().unwrap_or_else(|| json!("(no such field)"));
                differences(&format!("{path}.{key}"), &get(a), &get(b), out);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (x, y) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (x - y).abs() > 1e-12 * x.abs().max(y.abs()) {
                out.push(format!("{path}: {a}, expected {b}"));
            }
        }
        _ if ours == theirs => {}
        _ => out.push(format!("{path}: {ours}, expected {theirs}")),
    }
}

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("vectors/figures.json")).unwrap()
}

/// Our figures of a case in the shape of its `expect`.
fn figures(case: &Value) -> Value {
    let log = &case["log"];
    let weeks = weeks(&diary(log));
    let baseline = baseline(log, &weeks);
    let percent = u32::try_from(log["reduction_percent"].as_u64().unwrap()).unwrap();
    let goal = Goal {
        subject: GoalSubject::NonTeaching,
        reduction: Percent::from_hundredths(percent * 100).unwrap(),
    };
    let weeks: Map<_, _> = weeks
        .iter()
        .map(|w| {
            let standing = Standing::of(w, baseline.as_ref(), &goal);
            (w.week.to_string(), week_as_json(w, &standing))
        })
        .collect();
    json!({ "baseline": baseline.as_ref().map(baseline_as_json), "weeks": weeks })
}

#[test]
fn every_worked_case_comes_out_as_written() {
    let cases = cases();
    assert_eq!(cases.len(), 40);
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        differences(name, &figures(case), &case["expect"], &mut wrong);
    }
    assert!(
        wrong.is_empty(),
        "{} differences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_cases_meet_every_status_more_than_once() {
    let cases = cases();
    let statuses: Vec<&str> = cases
        .iter()
        .flat_map(|c| c["expect"]["weeks"].as_object().unwrap().values())
        .map(|w| w["status"].as_str().unwrap())
        .collect();
    for status in [
        "holiday",
        "no_baseline",
        "baseline",
        "met",
        "missed",
        "on_track",
        "at_risk",
    ] {
        assert!(statuses.iter().filter(|s| **s == status).count() > 1, "{status}");
    }
}

#[test]
fn the_comparison_notices_a_wrong_number_a_missing_field_and_a_missing_week() {
    let case = &cases()[0];
    let expect = &case["expect"];
    let count = |change: &dyn Fn(&mut Value)| {
        let (mut ours, mut out) = (figures(case), Vec::new());
        change(&mut ours);
        differences("", &ours, expect, &mut out);
        out.len()
    };
    assert_eq!(count(&|_| {}), 0);
    assert_eq!(
        count(&|v| v["baseline"]["per_school_day"] = json!(98.800_000_001)),
        1
    );
    assert_eq!(count(&|v| v["baseline"] = Value::Null), 1);
    assert_eq!(count(&|v| v["weeks"]["2024-W37"]["status"] = json!("met")), 1);
    assert_eq!(count(&|v| v["weeks"]["2024-W37"] = json!({})), 14, "its fields");
    let drop_week = |v: &mut Value| {
        v["weeks"].as_object_mut().unwrap().remove("2024-W37");
    };
    assert_eq!(count(&drop_week), 1);
}
