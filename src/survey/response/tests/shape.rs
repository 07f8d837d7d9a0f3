//! What is in a response, and under which name.

use super::making::{block, days, heading, reading, week};
use super::*;
use crate::diary::Profile;
use crate::domain::{Block, Day, DayKind, Rating, Span};
use serde_json::Value;

fn json(survey: &Joined, reading: &WeekReading) -> Value {
    let message = Message::Response(Response::of(survey, heading(survey, 1), reading));
    serde_json::from_str(Plaintext::of(&message).json()).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn amount(category: Category, code: &str, minutes: u32) -> Block {
    block(
        Activity::new(category, code).unwrap(),
        Span::amount(minutes).unwrap(),
    )
}

#[test]
fn the_fields_are_those_of_the_design_and_no_others() {
    let (_, survey) = empty();
    let whole = json(&survey, &reading(&[]));
    let names = [
        "type",
        "version",
        "definition",
        "week",
        "respondent",
        "revision",
        "groups",
        "school_days",
        "closed_days",
        "complete",
        "minutes",
        "activities",
        "meetings",
        "late_parent_minutes",
        "goal",
        "ratings",
    ];
    assert_eq!(keys(&whole), names);
    assert_eq!(whole["type"], "jianfu response");
    let categories = ["teaching", "meetings", "reports", "parent_messages", "duty"];
    assert_eq!(keys(&whole["minutes"]), categories);
    assert_eq!(keys(&whole["activities"]), categories);
    assert_eq!(keys(&whole["groups"]), ["role", "stage", "years"]);
    assert_eq!(
        keys(&whole["meetings"]),
        ["count", "minutes", "staff_count", "over_90"]
    );
    assert_eq!(keys(&whole["goal"]), ["met", "change_band"]);
    assert_eq!(keys(&whole["ratings"]), ["1", "2", "3", "4", "5"]);
    let withdrawal = Message::Withdrawal(Withdrawal {
        heading: heading(&survey, 1),
    });
    let withdrawal: Value = serde_json::from_str(Plaintext::of(&withdrawal).json()).unwrap();
    assert_eq!(keys(&withdrawal), names[..6]);
    assert_eq!(withdrawal["type"], "jianfu withdrawal");
}

#[test]
fn activities_are_the_built_in_ones_also_where_nothing_was_done() {
    let (_, survey) = empty();
    let built_in = Taxonomy::built_in();
    for whole in [
        json(&survey, &reading(&[])),
        json(&survey, &reading(&[(1, amount(Category::Duty, "my-own", 60))])),
    ] {
        for category in Category::ALL {
            let of = built_in
                .activities()
                .iter()
                .map(|a| &a.activity)
                .filter(|a| a.category == category);
            let mut codes: Vec<&str> = of.map(|a| a.code.as_str()).collect();
            codes.sort_unstable();
            let name = serde_json::to_value(category).unwrap();
            assert_eq!(keys(&whole["activities"][name.as_str().unwrap()]), codes);
        }
    }
}

#[test]
fn activities_of_the_teachers_own_are_in_the_catch_all_of_their_category() {
    let (_, survey) = empty();
    // Folded before they are rounded: 7 + 7 + 7 is 15, and would be 0.
    let own = ["my-own", "canary", CATCH_ALL].map(|code| (0, amount(Category::Duty, code, 7)));
    let mut blocks = own.to_vec();
    blocks.push((2, amount(Category::Duty, "lesson", 30))); // a lesson is a built-in activity, of teaching
    blocks.push((3, amount(Category::Teaching, "lesson", 45)));
    let whole = json(&survey, &reading(&blocks));
    assert_eq!(whole["activities"]["duty"]["other"], 45);
    assert_eq!(whole["minutes"]["duty"], 45);
    assert_eq!(whole["activities"]["teaching"]["lesson"], 45);
    assert!(!whole.to_string().contains("canary"));
}

#[test]
fn what_was_done_on_the_side_is_nowhere() {
    let (_, survey) = empty();
    let mut blocks = vec![
        (0, amount(Category::Meetings, "staff-meeting", 120)),
        (1, amount(Category::ParentMessages, "messages", 90)),
        (5, amount(Category::ParentMessages, "calls", 90)), // a Saturday: all of it is late
        (2, amount(Category::Duty, "my-own", 600)),
    ];
    for (_, block) in &mut blocks {
        block.parallel = true;
        block.rating = Some(Rating::new(2).unwrap());
    }
    assert_eq!(json(&survey, &reading(&blocks)), json(&survey, &reading(&[])));
}

#[test]
fn meetings_late_messages_and_ratings_are_counted() {
    let (_, survey) = empty();
    let rated = |code, minutes, rating| Block {
        rating: Some(Rating::new(rating).unwrap()),
        ..amount(Category::Meetings, code, minutes)
    };
    let evening = Span::clocked(21 * 60, 21 * 60 + 40).unwrap();
    let messages = Activity::new(Category::ParentMessages, "messages").unwrap();
    let blocks = [
        (0, rated("staff-meeting", 90, 1)),
        (1, rated("staff-meeting", 91, 5)),
        (2, rated("training", 240, 5)),
        (2, amount(Category::Meetings, "my-own", 10)),
        (3, block(messages, evening)),
        (
            4,
            Block {
                rating: Some(Rating::new(3).unwrap()),
                ..amount(Category::Reports, "forms", 10)
            },
        ),
    ];
    let whole = json(&survey, &reading(&blocks));
    assert_eq!(
        whole["meetings"],
        serde_json::json!({"count": 4, "minutes": 435, "staff_count": 2, "over_90": 2})
    );
    assert_eq!(
        whole["ratings"],
        serde_json::json!({"1": 1, "2": 0, "3": 0, "4": 0, "5": 2})
    );
    assert_eq!(whole["late_parent_minutes"], 45);
}

#[test]
fn withheld_is_null_not_asked_is_absent_and_not_said_is_null() {
    let (_, mut survey) = empty();
    survey.answer("stage", Some("primary")).unwrap();
    survey.answer("role", Some("not_said")).unwrap();
    for field in Field::ALL {
        survey.withhold(field, true);
    }
    let whole = json(&survey, &reading(&[]));
    for name in [
        "school_days",
        "closed_days",
        "complete",
        "activities",
        "meetings",
        "late_parent_minutes",
        "goal",
        "ratings",
    ] {
        assert!(whole[name].is_null() && whole.get(name).is_some(), "{name}");
    }
    assert_eq!(
        whole["groups"],
        serde_json::json!({"stage": "primary", "role": null, "years": null})
    );
    assert!(whole["minutes"].is_object(), "without them there is no response");

    let text = survey.definition.text();
    let nothing = [
        "activities",
        "meetings",
        "late_parent_messages",
        "goal",
        "ratings",
    ];
    let text = nothing.iter().fold(text.to_owned(), |text, name| {
        text.replace(&format!("{name} = true"), &format!("{name} = false"))
    });
    let survey = Joined::new(Definition::read(text.as_bytes()).unwrap());
    let whole = json(&survey, &reading(&[]));
    for name in ["activities", "meetings", "late_parent_minutes", "goal", "ratings"] {
        assert_eq!(whole.get(name), None, "{name}");
    }
    assert_eq!(whole["school_days"], 5);
}

#[test]
fn days_are_counted_as_marked_and_closed() {
    let (_, survey) = empty();
    let mut days = days(&[]);
    let of = |days: &[Day]| {
        let whole = json(&survey, &WeekReading::of(week(), days, &Profile::default(), None));
        (
            whole["school_days"].clone(),
            whole["closed_days"].clone(),
            whole["complete"].clone(),
        )
    };
    assert_eq!(of(&days), (5.into(), 0.into(), false.into()));
    days[5].mark(DayKind::School);
    days[0].mark(DayKind::Off(None));
    days.iter_mut().for_each(|day| day.closed = true);
    assert_eq!(of(&days), (5.into(), 5.into(), true.into()));
    days.iter_mut().for_each(|day| day.mark(DayKind::Off(None)));
    assert_eq!(
        of(&days),
        (0.into(), 0.into(), false.into()),
        "a week without school is never complete"
    );
}
