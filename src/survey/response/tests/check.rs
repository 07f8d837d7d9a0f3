//! Messages that cannot be are refused.

use super::making::{block, heading, reading};
use super::*;
use crate::domain::Span;
use serde_json::{Value, json};

/// A full message: a meeting, reports, everything given.
fn full() -> (Value, Joined) {
    let (_, mut survey) = empty();
    survey.answer("stage", Some("primary")).unwrap();
    let of = |category, minutes| block(Activity::catch_all(category), Span::amount(minutes).unwrap());
    let reading = reading(&[(0, of(Category::Meetings, 60)), (1, of(Category::Reports, 90))]);
    let message = Message::Response(Response::of(&survey, heading(&survey, 1), &reading));
    (serde_json::to_value(message).unwrap(), survey)
}

fn read(value: &Value, survey: &Joined) -> Result<Message, BadResponse> {
    Message::read(value.to_string().as_bytes(), &survey.definition)
}

/// What is put where, and why that is refused.
#[rustfmt::skip] // a table: one message a line
fn table() -> Vec<(&'static str, Value, BadResponse)> {
    use BadResponse::{Asked, Impossible};
    let shape = || BadResponse::Shape(String::new());
    vec![
        ("/version", json!(2), BadResponse::Version(2)),
        ("/version", json!(0), BadResponse::Version(0)),
        ("/version", json!("1"), shape()),
        ("/version", Value::Null, shape()),
        ("/type", json!("jianfu"), shape()),
        ("/definition", json!("00".repeat(32)), BadResponse::OtherSurvey),
        ("/definition", json!("00"), shape()),
        ("/week", json!("2026-W44"), BadResponse::Week),
        ("/week", json!("2026-W51"), BadResponse::Week),
        ("/week", json!("2026-47"), shape()),
        ("/respondent", json!("AB".repeat(16)), shape()),
        ("/respondent", json!("ab".repeat(15)), shape()),
        ("/revision", json!(0), Impossible(Doubt::Revision)),
        ("/revision", json!(-1), shape()),
        ("/revision", json!(4_294_967_296_u64), shape()),
        ("/groups", json!({"stage": "primary", "role": null}), Asked(Doubt::Groups)),
        ("/groups", json!({"stage": "primary", "role": null, "year": null}), Asked(Doubt::Groups)),
        ("/groups", json!({"stage": "primary", "role": null, "years": null, "x": null}), Asked(Doubt::Groups)),
        ("/groups/stage", json!("tertiary"), Asked(Doubt::GroupAnswer)),
        ("/groups/stage", json!("not_said"), Asked(Doubt::GroupAnswer)),
        ("/groups/stage", json!(1), shape()),
        ("/school_days", json!(8), Impossible(Doubt::Days)),
        ("/school_days", json!(5.0), shape()),
        ("/school_days", Value::Null, Impossible(Doubt::Days)),
        ("/closed_days", json!(6), Impossible(Doubt::Days)),
        ("/closed_days", Value::Null, Impossible(Doubt::Days)),
        ("/closed_days", json!(5), Impossible(Doubt::Days)),
        ("/complete", json!(true), Impossible(Doubt::Days)),
        ("/complete", Value::Null, Impossible(Doubt::Days)),
        ("/complete", json!(0), shape()),
        ("/minutes", Value::Null, shape()),
        ("/minutes", json!({"meetings": 60}), Impossible(Doubt::Minutes)),
        ("/minutes/teaching", json!(7), Impossible(Doubt::Minutes)),
        ("/minutes/teaching", json!(10_110), Impossible(Doubt::Minutes)),
        ("/minutes/teaching", json!(4_294_967_295_u32), Impossible(Doubt::Minutes)),
        ("/minutes/teaching", json!(-15), shape()),
        ("/minutes/duty", json!(10_080), Impossible(Doubt::Minutes)),
        ("/minutes/meetings", json!(75), Impossible(Doubt::Meetings)),
        ("/minutes/teaching", json!(300), Impossible(Doubt::Activities)),
        ("/activities/teaching/lesson", json!(300), Impossible(Doubt::Activities)),
        ("/activities/teaching/lesson", json!(1), Impossible(Doubt::Activities)),
        ("/activities/teaching/lesson", json!(4_294_967_295_u32), Impossible(Doubt::Activities)),
        ("/activities/teaching", json!({"lesson": 0}), Impossible(Doubt::Activities)),
        ("/activities/teaching", Value::Null, shape()),
        ("/activities", json!({}), Impossible(Doubt::Activities)),
        ("/meetings/count", json!(0), Impossible(Doubt::Meetings)),
        ("/meetings/count", json!(10_081), Impossible(Doubt::Meetings)),
        ("/meetings/minutes", json!(61), Impossible(Doubt::Meetings)),
        ("/meetings/minutes", json!(75), Impossible(Doubt::Meetings)),
        ("/meetings/staff_count", json!(2), Impossible(Doubt::Meetings)),
        ("/meetings/over_90", json!(2), Impossible(Doubt::Meetings)),
        ("/meetings/over_90", Value::Null, shape()),
        ("/late_parent_minutes", json!(1), Impossible(Doubt::LateParentMinutes)),
        ("/late_parent_minutes", json!(10_110), Impossible(Doubt::LateParentMinutes)),
        ("/goal/met", json!(true), Impossible(Doubt::Goal)),
        ("/goal/change_band", json!(0), Impossible(Doubt::Goal)),
        ("/goal", json!({"met": null}), shape()),
        ("/goal", json!({"change_band": null}), shape()),
        ("/goal/change_band", json!(-1e9), shape()),
        ("/ratings/1", json!(10_081), Impossible(Doubt::Ratings)),
        ("/ratings", json!({"1": 0, "2": 0, "3": 0, "4": 0}), Impossible(Doubt::Ratings)),
        ("/ratings", json!({"0": 0, "1": 0, "2": 0, "3": 0, "4": 0}), Impossible(Doubt::Ratings)),
        ("/ratings/1", Value::Null, shape()),
    ]
}

/// Whether two errors are the same, whatever the reader of JSON says.
fn alike(a: &BadResponse, b: &BadResponse) -> bool {
    a == b || matches!((a, b), (BadResponse::Shape(_), BadResponse::Shape(_)))
}

#[test]
fn every_message_that_cannot_be_is_refused() {
    let (whole, survey) = full();
    assert!(read(&whole, &survey).is_ok());
    for (at, value, why) in table() {
        let mut wrong = whole.clone();
        *wrong.pointer_mut(at).expect(at) = value.clone();
        let bad = read(&wrong, &survey).expect_err(at);
        assert!(alike(&bad, &why), "{at} = {value}: {bad:?}");
    }
}

#[test]
fn outcomes_of_a_complete_week_are_taken_in_bands() {
    let (mut whole, survey) = full();
    whole["closed_days"] = json!(5);
    whole["complete"] = json!(true);
    for (met, band, taken) in [
        (json!(true), json!(-15), true),
        (json!(true), json!(-50), true),
        (json!(false), json!(55), true),
        (json!(true), json!(null), true), // a baseline of 0
        (json!(null), json!(-15), false),
        (json!(true), json!(-55), false),
        (json!(false), json!(60), false),
        (json!(false), json!(3), false),
    ] {
        whole["goal"] = json!({"met": met, "change_band": band});
        let read = read(&whole, &survey);
        let why = BadResponse::Impossible(Doubt::Goal);
        assert_eq!(read.as_ref().err(), (!taken).then_some(&why), "{}", whole["goal"]);
    }
}

#[test]
fn unknown_fields_and_missing_ones_are_refused() {
    let (whole, survey) = full();
    for place in ["", "/meetings", "/goal"] {
        let mut more = whole.clone();
        more.pointer_mut(place).unwrap()["school"] = json!("x");
        assert!(
            matches!(read(&more, &survey), Err(BadResponse::Shape(_))),
            "{place}"
        );
    }
    for name in whole.as_object().unwrap().keys() {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().shift_remove(name);
        let asked =
            ["activities", "meetings", "late_parent_minutes", "goal", "ratings"].contains(&name.as_str());
        match read(&less, &survey) {
            Err(BadResponse::Asked(_)) => assert!(asked, "{name}"),
            Err(BadResponse::Shape(_)) => assert!(!asked, "{name}"),
            other => panic!("without {name}: {other:?}"),
        }
    }
    let withdrawal = Message::Withdrawal(Withdrawal {
        heading: heading(&survey, 1),
    });
    let mut withdrawal = serde_json::to_value(withdrawal).unwrap();
    assert!(read(&withdrawal, &survey).is_ok());
    withdrawal["minutes"] = json!({});
    assert!(matches!(read(&withdrawal, &survey), Err(BadResponse::Shape(_))));
}

#[test]
fn what_was_not_asked_may_not_be_there() {
    let (whole, survey) = full();
    let text = survey.definition.text().replace("goal = true", "goal = false");
    let other = Joined::new(Definition::read(text.as_bytes()).unwrap());
    for value in [whole["goal"].clone(), Value::Null] {
        let mut message = whole.clone();
        message["definition"] = json!(other.hash().to_string());
        message["goal"] = value;
        assert_eq!(read(&message, &other), Err(BadResponse::Asked(Doubt::Goal)));
    }
}

#[test]
fn the_heading_of_a_tree_is_no_answer() {
    let survey = Joined::new(Definition::read(WHOLE.as_bytes()).unwrap());
    let response = Response::of(&survey, heading(&survey, 1), &reading(&[]));
    let mut message = serde_json::to_value(Message::Response(response)).unwrap();
    for (answer, taken) in [("north_a", true), ("north", false)] {
        message["groups"]["region"] = json!(answer);
        assert_eq!(read(&message, &survey).is_ok(), taken, "{answer}");
    }
}

#[test]
fn names_given_twice_are_refused() {
    let (whole, survey) = full();
    let text = whole.to_string();
    for (once, twice) in [
        ("\"revision\":1", "\"revision\":1,\"revision\":1"),
        ("\"type\":", "\"type\":\"jianfu withdrawal\",\"type\":"),
        ("\"complete\":false", "\"complete\":false,\"complete\":false"),
        ("\"count\":1", "\"count\":1,\"count\":1"),
        ("\"duty\":0", "\"duty\":0,\"duty\":0"),
        (
            "\"stage\":\"primary\"",
            "\"stage\":\"primary\",\"stage\":\"primary\"",
        ),
        ("\"lesson\":0", "\"lesson\":0,\"lesson\":0"),
        ("\"5\":0", "\"5\":0,\"5\":0"),
    ] {
        assert_eq!(text.matches(once).count(), 1, "{once}");
        let read = Message::read(text.replace(once, twice).as_bytes(), &survey.definition);
        assert!(matches!(read, Err(BadResponse::Shape(_))), "{twice}: {read:?}");
    }
}

#[test]
fn only_white_space_may_follow_and_nothing_of_the_file_reaches_the_terminal() {
    let (whole, survey) = full();
    let text = whole.to_string();
    let read = |text: &str| Message::read(text.as_bytes(), &survey.definition);
    for end in ["", "\n", "   \n", " \t\r\n", &" ".repeat(100_000)] {
        assert!(read(&format!("{text}{end}")).is_ok());
    }
    let nested = "[".repeat(100_000);
    let rude = "{\"\u{1b}[2J\u{202e}\": 1}";
    let unknown = text.replacen('{', "{\"\u{7f}\\u001b[31m\\u202e\":1,", 1);
    let long = text.replacen('{', &format!("{{\"{}\":1,", "x".repeat(5000)), 1);
    for wrong in [
        format!("{text}x"),
        format!("{text}{text}"),
        format!("{text}\0"),
        String::new(),
        nested,
        rude.into(),
        unknown,
        long,
    ] {
        let bad = read(&wrong).unwrap_err();
        let said = bad.to_string();
        assert!(
            matches!(bad, BadResponse::Shape(_)) && said.chars().count() < 300,
            "{said}"
        );
        assert!(!said.contains(crate::i18n::disturbs), "{said:?}");
    }
    assert!(Message::read(b"\xff", &survey.definition).is_err());
}
