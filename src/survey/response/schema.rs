//! The written description of what is sealed.

/// The JSON Schema of what is sealed: a response or a withdrawal.
pub const RESPONSE_SCHEMA: &str = include_str!("../schema/response.schema.json");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Profile, SurveySecret};
    use crate::domain::{Activity, Block, Category, Day, Note, Rating, Span, WeekId};
    use crate::figures::Baseline;
    use crate::i18n::I18n;
    use crate::survey::definition::tests::draft;
    use crate::survey::response::built_in_activities;
    use crate::survey::{
        Asks, Definition, Field, Heading, Joined, KeyPair, Message, Plaintext, Respondent, Response,
        WeekReading, Withdrawal,
    };
    use proptest::prelude::*;
    use serde_json::{Value, json};
    use std::collections::BTreeSet;
    use std::sync::LazyLock;

    static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        let schema: Value = serde_json::from_str(RESPONSE_SCHEMA).unwrap();
        jsonschema::draft202012::meta::validate(&schema).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    });

    fn definition(asks: [bool; 5], rounding: u32, groups: usize) -> Definition {
        let mut draft = draft();
        draft.groups.truncate(groups);
        draft.rounding = rounding;
        draft.asks = Asks {
            activities: asks[0],
            meetings: asks[1],
            late_parent_messages: asks[2],
            goal: asks[3],
            ratings: asks[4],
        };
        draft
            .write(&KeyPair::generate().recipient(), I18n::english())
            .unwrap()
    }

    fn heading(definition: &Definition) -> Heading {
        let week = *definition.weeks.start();
        Heading {
            version: Heading::VERSION,
            definition: definition.hash(),
            week,
            respondent: Respondent::of(&SurveySecret::new([1; 32]), definition, week),
            revision: 1,
        }
    }

    /// Blocks of a week: day, activity, minutes, rating.
    type Blocks = Vec<(u64, usize, u32, u32)>;

    fn days(week: WeekId, blocks: &Blocks, closed: bool) -> Vec<Day> {
        let activities = built_in_activities();
        let own = Activity::new(Category::Reports, "own").unwrap();
        let mut days: Vec<Day> = (0..7)
            .map(|n| Day::empty(week.monday() + chrono::Days::new(n)))
            .collect();
        for (day, activity, minutes, rating) in blocks {
            let day = &mut days[usize::try_from(*day).unwrap()];
            let activity = activities.get(*activity).unwrap_or(&own).clone();
            let id = day.new_id();
            day.put(Block {
                id,
                activity,
                span: Span::amount(*minutes).unwrap(),
                note: Note::default(),
                rating: Rating::new(*rating).ok(),
                parallel: false,
            });
        }
        for day in &mut days {
            day.closed = closed;
        }
        days
    }

    fn blocks() -> impl Strategy<Value = Blocks> {
        prop::collection::vec((0..7_u64, 0..45_usize, 1..240_u32, 0..6_u32), 0..40)
    }

    /// A response that gives everything.
    fn full() -> (Value, Definition) {
        let definition = definition([true; 5], 15, 3);
        let mut joined = Joined::new(definition.clone());
        joined.answer("stage", Some("primary")).unwrap();
        let week = *definition.weeks.start();
        let days = days(week, &vec![(0, 0, 400, 0), (1, 10, 100, 4)], true);
        let baseline = Baseline::typed(1200);
        let reading = WeekReading::of(week, &days, &Profile::default(), Some(&baseline));
        let response = Response::of(&joined, heading(&definition), &reading);
        assert!(response.goal.given().unwrap().change_band.is_some());
        let value = serde_json::to_value(Message::Response(response)).unwrap();
        (value, definition)
    }

    fn withdrawal(definition: &Definition) -> Value {
        let heading = heading(definition);
        serde_json::to_value(Message::Withdrawal(Withdrawal { heading })).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn every_response_is_as_described(
            asks: [bool; 5],
            rounding in 5..=60_u32,
            groups in 0..=3_usize,
            answers: [bool; 3],
            withheld: [bool; 6],
            blocks in blocks(),
            closed: bool,
            baseline in prop::option::of(0..6000_u32),
        ) {
            let definition = definition(asks, rounding, groups);
            let mut joined = Joined::new(definition.clone());
            for (group, _) in definition.groups.iter().zip(answers).filter(|(_, said)| *said) {
                joined.answer(group.code.as_str(), Some(group.answers[0].code.as_str())).unwrap();
            }
            for (field, _) in Field::ALL.into_iter().zip(withheld).filter(|(_, is)| *is) {
                joined.withhold(field, true);
            }
            let week = *definition.weeks.start();
            let baseline = baseline.map(Baseline::typed);
            let days = days(week, &blocks, closed);
            let reading = WeekReading::of(week, &days, &Profile::default(), baseline.as_ref());
            let message = Message::Response(Response::of(&joined, heading(&definition), &reading));
            let plaintext = Plaintext::of(&message);
            let value: Value = serde_json::from_slice(plaintext.bytes()).unwrap();
            let errors: Vec<String> = VALIDATOR.iter_errors(&value).map(|e| e.to_string()).collect();
            prop_assert!(errors.is_empty(), "{errors:?} {value}");
            prop_assert_eq!(Message::read(plaintext.bytes(), &definition), Ok(message));
        }
    }

    #[test]
    fn a_full_response_and_a_withdrawal_are_as_described() {
        let (response, definition) = full();
        for value in [response, withdrawal(&definition)] {
            assert!(VALIDATOR.is_valid(&value), "{value}");
        }
    }

    #[test]
    fn what_is_not_as_described_is_refused() {
        let (full, definition) = full();
        let long = "a".repeat(25);
        let table = [
            ("/type", json!("jianfu withdrawal")),
            ("/type", json!("something")),
            ("/version", json!(2)),
            ("/version", json!("1")),
            ("/definition", json!("ab")),
            ("/definition", json!("A".repeat(64))),
            ("/week", json!("2026-W54")),
            ("/week", json!("2026-W00")),
            ("/week", json!("2026-11-16")),
            ("/week", json!("2026-W47\n")),
            ("/respondent", json!("0".repeat(31))),
            ("/respondent", json!(null)),
            ("/revision", json!(0)),
            ("/revision", json!(1.5)),
            ("/groups", json!(null)),
            ("/groups/stage", json!("Primary")),
            ("/groups/stage", json!("not_said")),
            ("/groups/stage", json!(1)),
            ("/groups/stage", json!(long)),
            ("/school_days", json!(8)),
            ("/school_days", json!(null)),
            ("/closed_days", json!(null)),
            ("/complete", json!(null)),
            ("/complete", json!("true")),
            ("/minutes", json!(null)),
            ("/minutes/duty", json!(-15)),
            ("/minutes/duty", json!(10141)),
            ("/minutes/duty", json!(7.5)),
            ("/minutes/duty", json!(null)),
            ("/activities/teaching", json!(null)),
            ("/activities/teaching/lesson", json!("60")),
            ("/meetings/count", json!(-1)),
            ("/meetings", json!([])),
            ("/late_parent_minutes", json!(-1)),
            ("/goal/met", json!(null)),
            ("/goal/change_band", json!(-14)),
            ("/goal/change_band", json!(60)),
            ("/ratings/1", json!(null)),
        ];
        for (place, value) in table {
            let mut broken = full.clone();
            *broken.pointer_mut(place).unwrap() = value.clone();
            assert!(!VALIDATOR.is_valid(&broken), "{place} = {value}");
        }
        let objects = [
            "",
            "/minutes",
            "/activities",
            "/activities/duty",
            "/meetings",
            "/goal",
            "/ratings",
        ];
        for place in objects {
            let mut more = full.clone();
            let object = more.pointer_mut(place).unwrap().as_object_mut().unwrap();
            object.insert("school".to_owned(), json!("No. 1"));
            assert!(!VALIDATOR.is_valid(&more), "more in {place:?}");
            let keys: Vec<String> = full
                .pointer(place)
                .unwrap()
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect();
            let is_optional = |key: &str| {
                let asked = ["activities", "meetings", "late_parent_minutes", "goal", "ratings"];
                place.is_empty() && asked.contains(&key)
            };
            for key in keys.iter().filter(|k| !is_optional(k)) {
                let mut less = full.clone();
                let object = less.pointer_mut(place).unwrap().as_object_mut().unwrap();
                object.shift_remove(key);
                assert!(!VALIDATOR.is_valid(&less), "no {key} in {place:?}");
            }
        }
        for key in ["Stage", "not_said", "", long.as_str(), "学段"] {
            let mut broken = full.clone();
            broken["groups"][key] = json!(null);
            assert!(!VALIDATOR.is_valid(&broken), "{key}");
        }
        let mut more = withdrawal(&definition);
        more["minutes"] = full["minutes"].clone();
        assert!(!VALIDATOR.is_valid(&more));
        for other in [
            json!(null),
            json!([]),
            json!({}),
            json!("jianfu response"),
            json!([full]),
        ] {
            assert!(!VALIDATOR.is_valid(&other), "{other}");
        }
    }

    #[test]
    fn the_activities_are_the_built_in_ones() {
        let schema: Value = serde_json::from_str(RESPONSE_SCHEMA).unwrap();
        let by_category = schema["$defs"]["activities"]["properties"].as_object().unwrap();
        let mut described = BTreeSet::new();
        for (category, of) in by_category {
            let codes = of["properties"].as_object().unwrap().keys();
            described.extend(codes.map(|code| format!("{category}/{code}")));
        }
        let built_in = built_in_activities();
        assert_eq!(built_in.len(), 39);
        let known = built_in.iter().map(ToString::to_string);
        assert_eq!(described, known.collect());
    }

    #[test]
    fn every_property_is_described() {
        fn walk(value: &Value, at: &str) {
            if let Some(properties) = value.get("properties").and_then(Value::as_object) {
                for (name, of) in properties {
                    let is_condition = at.ends_with("/if") || at.ends_with("/then") || at.ends_with("/else");
                    assert!(is_condition || of["description"].is_string(), "{at}/{name}");
                }
            }
            for (key, inner) in value.as_object().into_iter().flatten() {
                walk(inner, &format!("{at}/{key}"));
            }
        }
        walk(&serde_json::from_str(RESPONSE_SCHEMA).unwrap(), "");
    }
}
