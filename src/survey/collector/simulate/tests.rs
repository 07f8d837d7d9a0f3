use super::*;
use crate::domain::Category;
use crate::i18n::Lang;
use crate::survey::collector::cells::Measure;
use crate::survey::collector::dataset::Dataset;
use crate::survey::collector::values::{MISSING, Value};
use crate::survey::key::KeyPair;
use crate::survey::plaintext::Plaintext;
use crate::survey::response::Message;
use crate::survey::response::tests::making::surveys;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

fn weeks(from: &str, to: &str) -> RangeInclusive<WeekId> {
    from.parse().unwrap()..=to.parse().unwrap()
}

fn some(teachers: u64) -> Simulation {
    Simulation::new(1, teachers, weeks("2026-W36", "2027-W03"), false).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_made_up_is_taken_and_is_its_row(survey in surveys(), seed in any::<u64>(), number in 0..MANY) {
        let model = &survey.definition;
        let mut simulation = Simulation::like(model, seed, MANY, model.weeks.clone()).unwrap();
        simulation.shares = Shares { corrected: 50, withdrawn: 50, twice: 50 };
        prop_assert_ne!(simulation.definition.hash(), model.hash());
        prop_assert_eq!(simulation.definition.asks, model.asks);
        prop_assert_eq!(&simulation.definition.groups, &model.groups);
        for week in simulation.weeks() {
            let Some(said) = simulation.said(number, week, simulation.sort(week)) else { continue };
            for message in simulation.messages(&said, week) {
                let plaintext = Plaintext::of(&message);
                let read = Message::read(plaintext.bytes(), &simulation.definition);
                prop_assert_eq!(read.as_ref(), Ok(&message));
                prop_assert!(Message::read(plaintext.bytes(), model).is_err());
                if let Message::Response(response) = &message {
                    let row = Row::of(response, &simulation.definition);
                    let made = said.first.iter().chain([&said.last]).find(|r| r.revision == row.revision);
                    prop_assert_eq!(Some(&row), made);
                }
            }
        }
    }
}

/// More teachers than a province has.
const MANY: u64 = 1_000_000;

#[test]
fn what_is_made_up_is_marked_in_every_language_and_sealed_to_a_key_that_everybody_has() {
    let (model, _) = crate::survey::definition::tests::sample();
    let own = some(10).definition;
    let like = Simulation::like(&model, 1, 10, model.weeks.clone())
        .unwrap()
        .definition;
    for definition in [&own, &like] {
        for (lang, mark) in [
            (Lang::En, "MADE UP, NOT REAL"),
            (Lang::ZhHans, "纯属虚构"),
            (Lang::ZhHant, "純屬虛構"),
        ] {
            let title = definition.title.get(lang);
            assert!(title.starts_with(mark), "{title}");
        }
        assert_eq!(definition.recipient, KeyPair::made_up().recipient());
    }
    assert_ne!(model.recipient, like.recipient);
    assert!(like.title.get(Lang::En).ends_with(model.title.get(Lang::En)));
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

/// The mean of something over all rows that have it, and of how many of a hundred rows that is.
fn mean(rows: &[Row], of: impl Fn(&Row) -> i16) -> (f64, f64) {
    let values = rows.iter().map(of).filter(|v| *v != MISSING);
    let (mut sum, mut n) = (0.0, 0.0);
    for value in values {
        sum += f64::from(value);
        n += 1.0;
    }
    (sum / n, 100.0 * n / number(rows.len()))
}

fn all_rows(simulation: &Simulation) -> Vec<Row> {
    let all = |week: WeekId| simulation.rows(week, 0..simulation.teachers);
    simulation.weeks().into_iter().flat_map(all).collect()
}

#[test]
fn the_means_are_those_of_studies() {
    let simulation = some(600);
    let rows = all_rows(&simulation);
    let of = |measure: Measure| mean(&rows, |row| measure.of(&row.values));
    let value = |value: Value| of(Measure::Value(value));
    let place = |code: &str| {
        let all = crate::survey::response::built_in_activities();
        let is = |a: &&crate::domain::Activity| a.category == Category::Teaching && a.code.as_str() == code;
        Value::Activity(all.iter().position(|a| is(&a)).unwrap())
    };
    let preparation = value(place("preparation")).0 + value(place("marking")).0;
    for (what, (found, _), from, to) in [
        ("total", of(Measure::Total), 45.0 * 60.0, 55.0 * 60.0),
        ("non-teaching", of(Measure::NonTeaching), 10.0 * 60.0, 18.0 * 60.0),
        ("lessons", value(place("lesson")), 12.0 * 60.0, 18.0 * 60.0),
        (
            "preparation and marking",
            (preparation, 100.0),
            14.0 * 60.0,
            20.0 * 60.0,
        ),
        ("meetings", value(Value::Meetings), 1.0, 3.0),
        ("long meetings", value(Value::LongMeetings), 0.1, 0.8),
        ("late", value(Value::LateParents), 5.0, 60.0),
        ("complete", value(Value::Complete), 0.8, 0.95),
        ("goal", value(Value::GoalMet), 0.1, 0.5),
    ] {
        assert!((from..to).contains(&found), "{what}: {found}");
    }
    for (what, (_, given), from, to) in [
        ("categories", of(Measure::Total), 100.0, 100.1),
        ("days", value(Value::SchoolDays), 94.0, 99.0),
        ("activities", value(Value::Activity(0)), 94.0, 99.0),
        ("goal", value(Value::GoalMet), 50.0, 85.0),
    ] {
        assert!((from..to).contains(&given), "{what} given: {given}");
    }
    let part = number(rows.len()) / (600.0 * number(simulation.weeks().len()));
    assert!((0.8..0.97).contains(&part), "{part} of all weeks");
    let corrected = rows.iter().filter(|r| r.revision == 2).count();
    let corrected = number(corrected) / number(rows.len());
    assert!((0.03..0.07).contains(&corrected), "{corrected}");
}

#[test]
fn teachers_roles_and_weeks_differ() {
    let simulation = some(600);
    let rows = all_rows(&simulation);
    let role = simulation
        .definition
        .groups
        .iter()
        .position(|g| g.code.as_str() == "role")
        .unwrap();
    let of = |place: u16, value: Value| {
        let those: Vec<Row> = rows.iter().filter(|r| r.groups[role] == place).cloned().collect();
        assert!(those.len() > 500);
        mean(&those, |row| row.values[value.index()]).0
    };
    let parents = Value::Category(Category::ParentMessages);
    assert!(
        of(2, parents) > 1.5 * of(1, parents),
        "class teachers hear more of parents"
    );
    assert!(
        of(3, Value::Meetings) > 1.4 * of(1, Value::Meetings),
        "management meets"
    );
    // In a panel the same teacher can be told: there is more between teachers than chance explains.
    let panel = Simulation::new(1, 200, weeks("2026-W36", "2026-W51"), true).unwrap();
    let mut of_one: BTreeMap<_, Vec<f64>> = BTreeMap::new();
    for row in all_rows(&panel) {
        let total = f64::from(Measure::NonTeaching.of(&row.values));
        of_one.entry(row.respondent).or_default().push(total);
    }
    let mean = |of: &[f64]| of.iter().sum::<f64>() / number(of.len());
    let spread =
        |of: &[f64]| (of.iter().map(|v| (v - mean(of)).powi(2)).sum::<f64>() / number(of.len())).sqrt();
    let means: Vec<f64> = of_one.values().filter(|v| v.len() > 8).map(|v| mean(v)).collect();
    assert!(means.len() > 150);
    assert!(spread(&means) > 100.0, "{}", spread(&means));
    let total = |sort: Sort| {
        // Of any year: which weeks are special is drawn.
        let year = Simulation::new(1, 200, weeks("2026-W02", "2027-W03"), false).unwrap();
        let week = year
            .weeks()
            .into_iter()
            .find(|week| year.sort(*week) == sort)
            .unwrap();
        let rows: Vec<f64> = year
            .rows(week, 0..200)
            .iter()
            .map(|r| f64::from(Measure::Total.of(&r.values)))
            .collect();
        mean(&rows) / 60.0
    };
    assert!(total(Sort::Holiday) < 0.7 * total(Sort::Ordinary));
    assert!(total(Sort::Inspection) > total(Sort::Ordinary));
}

/// Every file in a folder with what is in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            out.extend(
                files(&path)
                    .into_iter()
                    .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            out.insert(name, std::fs::read(path).unwrap());
        }
    }
    out
}

#[test]
fn the_same_seed_makes_the_same_bytes_and_another_one_others() {
    let dir = tempfile::tempdir().unwrap();
    let made = |name: &str, seed: u64| {
        let simulation = Simulation::new(seed, 60, weeks("2026-W45", "2026-W47"), false).unwrap();
        let done = simulation.write_dataset(&dir.path().join(name)).unwrap();
        assert_eq!(done.files, 3);
        files(&dir.path().join(name))
    };
    let first = made("a", 1);
    assert_eq!(first, made("b", 1));
    assert_ne!(first, made("c", 2));
    let again = some(1).write_dataset(&dir.path().join("a"));
    assert!(matches!(again, Err(SimulateError::NotEmpty(_))));
}

#[test]
fn the_files_come_to_the_dataset() {
    let dir = tempfile::tempdir().unwrap();
    let mut simulation = Simulation::new(3, 50, weeks("2026-W46", "2026-W47"), false).unwrap();
    simulation.shares = Shares {
        corrected: 20,
        withdrawn: 20,
        twice: 20,
    };
    let (inbox, dataset) = (dir.path().join("i"), dir.path().join("d"));
    let sealed = simulation.write_inbox(&inbox).unwrap();
    let rows = simulation.write_dataset(&dataset).unwrap();
    assert_eq!(sealed.responses, rows.responses);
    assert!(sealed.files > sealed.responses);

    let key = KeyPair::made_up();
    let mut last: BTreeMap<(WeekId, Respondent), Message> = BTreeMap::new();
    for (name, bytes) in files(&inbox.join("inbox")) {
        assert!(name.len() == 36 && &name[32..] == ".age", "{name}");
        let plain = age::decrypt(key.identity(), &bytes).unwrap();
        let message = Message::read(&plain, &simulation.definition).unwrap();
        let heading = *message.heading();
        let kept = last
            .entry((heading.week, heading.respondent))
            .or_insert_with(|| message.clone());
        if kept.heading().revision < heading.revision {
            *kept = message;
        }
    }
    let dataset = Dataset::open(&dataset).unwrap();
    let mut expected: BTreeMap<(WeekId, Respondent), Row> = BTreeMap::new();
    for part in dataset.parts().unwrap().values().flatten() {
        let rows = dataset.read(part).unwrap();
        expected.extend(rows.into_iter().map(|row| ((part.week, row.respondent), row)));
    }
    last.retain(|_, message| matches!(message, Message::Response(_)));
    assert_eq!(last.len(), expected.len());
    for (place, message) in last {
        let Message::Response(response) = message else {
            unreachable!()
        };
        assert_eq!(Row::of(&response, &simulation.definition), expected[&place]);
    }
}
