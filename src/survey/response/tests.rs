mod bands;
mod check;
pub(crate) mod making;
mod shape;

use super::*;
use crate::survey::Plaintext;
use crate::survey::definition::tests::{WHOLE, sample};
use crate::survey::{BadResponse, Definition};
use making::{heading, readings, surveys};
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_is_made_is_taken(survey in surveys(), reading in readings(), revision in 1u32..) {
        let mut heading = heading(&survey, 1);
        heading.revision = revision;
        let made = Response::of(&survey, heading, &reading);
        let minutes: u32 = reading.figures.total();
        let message = Message::Response(made.clone());
        let plaintext = Plaintext::of(&message);
        prop_assert_eq!(plaintext.bytes().len(), Plaintext::SIZE);
        prop_assert_eq!(Message::read(plaintext.bytes(), &survey.definition), Ok(message), "{} minutes", minutes);
        prop_assert_eq!(plaintext.json().len() + plaintext.padding(), Plaintext::SIZE);

        // Each number is the exact one, rounded.
        let step = survey.definition.rounding;
        for category in Category::ALL {
            let (exact, given) = (reading.figures.sums.minutes[category], made.minutes[&category]);
            prop_assert!(given % step == 0 && exact.abs_diff(given) * 2 <= step);
        }
        let fields = [
            (Field::Activities, made.activities.is_not_asked(), made.activities.given().is_none()),
            (Field::Meetings, made.meetings.is_not_asked(), made.meetings.given().is_none()),
            (Field::LateParentMinutes, made.late_parent_minutes.is_not_asked(), made.late_parent_minutes.given().is_none()),
            (Field::Goal, made.goal.is_not_asked(), made.goal.given().is_none()),
            (Field::Ratings, made.ratings.is_not_asked(), made.ratings.given().is_none()),
            (Field::Days, false, made.school_days.is_none()),
        ];
        for (field, not_asked, not_given) in fields {
            let asked = field.is_asked(survey.definition.asks);
            prop_assert_eq!(not_asked, !asked);
            prop_assert_eq!(not_given, !asked || survey.withholds(field));
        }
        if let Some(goal) = made.goal.given() {
            prop_assert_eq!(goal.met, reading.met());
            prop_assert!(goal.met.is_none() || reading.figures.plan.is_complete());
        }
    }

    #[test]
    fn rounding_is_to_the_nearest_step_and_halves_go_up(minutes in 0u32..20_000, step in 5u32..=60) {
        let out = rounded(minutes, step);
        prop_assert_eq!(out % step, 0);
        let (below, above) = (minutes / step * step, minutes.div_ceil(step) * step);
        let nearest = if (minutes - below) * 2 < step { below } else { above };
        prop_assert_eq!(out, nearest);
        prop_assert_eq!(rounded(out, step), out);
    }
}

#[test]
fn halves_are_rounded_upwards() {
    for (minutes, step, out) in [
        (7, 15, 0),
        (8, 15, 15),
        (22, 15, 15),
        (23, 15, 30),
        (15, 30, 30),
        (14, 30, 0),
        (2, 5, 0),
        (3, 5, 5),
        (30, 60, 60),
        (29, 60, 0),
        (0, 60, 0),
    ] {
        assert_eq!(rounded(minutes, step), out, "{minutes} to {step}");
    }
}

#[test]
fn the_longest_message_fits_with_room() {
    let longest = |n: usize| format!("{n:a>24}");
    let mut text = WHOLE[..WHOLE.find("[[groups]]").unwrap()].replace("rounding = 15", "rounding = 5");
    for n in 10..22 {
        let code = longest(n);
        let code = code.as_str();
        text += &format!(
            "[[groups]]\ncode = \"{code}\"\nname = \"n\"\nanswers = [{{ code = \"{code}\", name = \"n\" }}, {{ code = \"b\", name = \"n\" }}]\n"
        );
    }
    let definition = Definition::read(text.as_bytes()).unwrap();
    let mut survey = Joined::new(definition);
    for n in 10..22 {
        survey.answer(&longest(n), Some(&longest(n))).unwrap();
    }
    let nothing = making::reading(&[]);
    let mut response = Response::of(&survey, heading(&survey, 1), &nothing);
    // More than can be: every number has as many digits as one that is taken, and more.
    response.heading.revision = u32::MAX;
    response.minutes.values_mut().for_each(|m| *m = 10_080);
    let Answered::Given(activities) = &mut response.activities else {
        panic!()
    };
    activities
        .values_mut()
        .flat_map(BTreeMap::values_mut)
        .for_each(|m| *m = 10_080);
    response.meetings = Answered::Given(MeetingsGiven {
        count: 10_080,
        minutes: 10_080,
        staff_count: 10_080,
        over_90: 10_080,
    });
    response.late_parent_minutes = Answered::Given(10_080);
    response.goal = Answered::Given(GoalGiven {
        met: Some(false),
        change_band: Some(-50),
    });
    response.complete = Some(false);
    let Answered::Given(ratings) = &mut response.ratings else {
        panic!()
    };
    ratings.values_mut().for_each(|n| *n = 10_080);
    let length = Plaintext::of(&Message::Response(response)).json().len();
    assert!(length <= Plaintext::SIZE * 3 / 4, "{length} bytes");
}

#[test]
fn the_seeds_of_the_fuzz_target_are_messages() {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let Ok(definition) = std::fs::read(seeds.join("definition/whole.survey.toml")) else {
        return; // not in the package
    };
    let definition = Definition::read(&definition).unwrap();
    let files: Vec<_> = std::fs::read_dir(seeds.join("message")).unwrap().collect();
    assert!(files.len() >= 2);
    for file in files {
        let path = file.unwrap().path();
        let read = Message::read(&std::fs::read(&path).unwrap(), &definition);
        assert!(read.is_ok(), "{}: {read:?}", path.display());
    }
}

/// A survey that asks for everything, and an empty week's response to it.
fn empty() -> (Message, Joined) {
    let survey = Joined::new(sample().0);
    let response = Response::of(&survey, heading(&survey, 1), &making::reading(&[]));
    (Message::Response(response), survey)
}
