//! What a response costs: reading the definition, putting the message together, sealing and opening it. Beside them, age
//! and the reader of JSON alone, on the same bytes. And what it
//! costs to add up the cells of a dataset, to write and to read them.

#![allow(clippy::expect_used, reason = "a bench fails by panicking")]

use chrono::NaiveDate;
use criterion::{Criterion, Throughput};
use jianfu::demo;
use jianfu::diary::{Diary, Profile, SurveySecret};
use jianfu::domain::{Day, WeekId};
use jianfu::figures::Baseline;
use jianfu::i18n::{I18n, Lang};
use jianfu::survey::collector::{Cells, Dataset, MISSING, Row, Value};
use jianfu::survey::{
    Asks, Audience, Definition, Draft, Heading, Joined, KeyPair, Message, Plaintext, Respondent, Response,
    Sealed, WeekReading, Wording, presets, response_lines,
};
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;

/// A Friday.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(date) => date,
    None => panic!("a civil date"),
};

fn definition(key: &KeyPair) -> Definition {
    let week = WeekId::of(LAST);
    let draft = Draft {
        title: Wording::in_languages([
            (Lang::ZhHans, "教师时间调查".into()),
            (Lang::En, "Teachers' time".into()),
        ])
        .expect("two languages"),
        contact: Wording::same("the district's office, 010-1234"),
        weeks: week..=week,
        closes: LAST + chrono::Days::new(60),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: Asks {
            activities: true,
            meetings: true,
            late_parent_messages: true,
            goal: true,
            ratings: true,
        },
        staff: Some(4000),
        groups: presets(),
    };
    draft
        .write(&key.recipient(), I18n::english())
        .expect("a definition")
}

/// As large as a definition can be: five groups of 300 answers, as deep as they can be.
fn largest(definition: &Definition) -> String {
    let head = &definition.text()[..definition.text().find("[[groups]]").expect("groups")];
    (0..5).fold(head.to_owned(), |mut text, group| {
        let _ = writeln!(text, "[[groups]]\ncode = \"g{group}\"\nname = \"n\"\nanswers = [");
        for i in 0..300 {
            let within = if i % Definition::DEEPEST == 0 {
                String::new()
            } else {
                format!(", within = \"a{}\"", i - 1)
            };
            let _ = writeln!(text, "{{ code = \"a{i}\", name = \"n\"{within} }},");
        }
        text + "]\n"
    })
}

fn definitions(c: &mut Criterion, definition: &Definition) {
    let largest = largest(definition);
    assert!(Definition::read(largest.as_bytes()).is_ok());
    let many = format!("{}\n{}", definition.text(), "[[groups]]\n".repeat(5_500));
    let nested = format!("x = {}", "[".repeat(Definition::MOST_BYTES - 4));
    let mut keys = String::new();
    for i in 0..5_000 {
        let _ = writeln!(keys, "k{i} = 1"); // writing to a string cannot fail
    }
    let mut group = c.benchmark_group("survey/definition");
    group.bench_function("read", |b| {
        b.iter(|| Definition::read(black_box(definition.text().as_bytes())));
    });
    for (name, text) in [
        ("64 KiB of answers", &largest),
        ("5,500 groups", &many),
        ("nested", &nested),
        ("5,000 keys", &keys),
    ] {
        group.bench_function(name, |b| b.iter(|| Definition::read(black_box(text.as_bytes()))));
    }
    group.finish();
}

/// A dataset of 40,000 made-up rows like this one, in two parts.
fn dataset(folder: &Path, definition: &Definition, like: &Row) -> Dataset {
    let dataset = Dataset::open_or_new(folder, definition).expect("a dataset");
    let number = |i: usize, value: Value| match like.values[value.index()] {
        MISSING => MISSING,
        _ if value.is_boolean() => i16::from(i.is_multiple_of(2)),
        number if (i * 7 + value.index()).is_multiple_of(3) => number,
        number => number / 2,
    };
    for part in 0..2 {
        let rows = (0..20_000).map(|i| {
            let answers = definition.groups.iter().map(|g| g.answers.len() + 1);
            let groups = answers.map(|of| u16::try_from(i % of).expect("few"));
            let values: Vec<i16> = Value::all().map(|value| number(i, value)).collect();
            Row {
                groups: groups.collect(),
                values: values.try_into().expect("all"),
                ..like.clone()
            }
        });
        let path = dataset.part_path(WeekId::of(LAST), part);
        let rows: Vec<Row> = rows.collect();
        dataset.write(&path, &rows).expect("written");
    }
    dataset
}

fn cells(c: &mut Criterion, definition: &Definition, like: &Row) {
    let folder = tempfile::tempdir().expect("a folder");
    let dataset = dataset(&folder.path().join("dataset"), definition, like);
    let cells = Cells::of_dataset(&dataset, None).expect("cells");
    let bytes = cells.bytes(None).expect("written");
    let mut group = c.benchmark_group("survey/cells");
    group.throughput(Throughput::Elements(cells.respondents()));
    group.bench_function("of a dataset", |b| b.iter(|| Cells::of_dataset(&dataset, None)));
    group.bench_function("write", |b| b.iter(|| black_box(&cells).bytes(None)));
    group.bench_function("read", |b| b.iter(|| Cells::of_bytes(black_box(&bytes), None)));
    group.finish();
}

fn main() {
    let key = KeyPair::generate();
    let file = String::from_utf8(key.file(None).expect("a key")).expect("text");
    let private: age::x25519::Identity = file.lines().last().expect("a key").parse().expect("a key");
    let mut survey = Joined::new(definition(&key));
    survey.answer("stage", Some("primary")).expect("an answer");

    let mut criterion = Criterion::default().configure_from_args();
    let c = &mut criterion;
    definitions(c, &survey.definition);

    let diary: Diary = demo::years(1, LAST);
    let week = WeekId::of(LAST);
    let days: Vec<Day> = week.days().map(|d| diary.day(d).into_owned()).collect();
    let (profile, baseline) = (Profile::default(), Baseline::typed(900));
    let secret = SurveySecret::new([7; 32]);
    let message = || {
        let reading = WeekReading::of(week, black_box(&days), &profile, Some(&baseline));
        let respondent = Respondent::of(&secret, &survey.definition, week);
        let definition = survey.hash();
        let heading = Heading {
            version: Heading::VERSION,
            definition,
            week,
            respondent,
            revision: 1,
        };
        Message::Response(Response::of(&survey, heading, &reading))
    };
    if let Message::Response(response) = message() {
        cells(c, &survey.definition, &Row::of(&response, &survey.definition));
    }
    let plaintext = Plaintext::of(&message());
    let sealed = Sealed::new(&plaintext, &survey.definition.recipient).expect("sealed");
    let open = |sealed: &Sealed| age::decrypt(&private, sealed.bytes()).expect("opened");
    let recipient: age::x25519::Recipient = survey.definition.recipient.to_string().parse().expect("a key");

    let mut group = c.benchmark_group("survey");
    group.bench_function("plaintext of a full week", |b| {
        b.iter(|| Plaintext::of(&message()));
    });
    group.bench_function("in words", |b| {
        b.iter(|| response_lines(black_box(plaintext.bytes()), &survey.definition, I18n::english()));
    });
    group.bench_function("audience", |b| b.iter(|| Audience::of(black_box(&survey))));
    group.bench_function("seal", |b| {
        b.iter(|| Sealed::new(&plaintext, &survey.definition.recipient));
    });
    group.bench_function("seal: age alone", |b| {
        b.iter(|| age::encrypt(&recipient, plaintext.bytes()));
    });
    group.bench_function("open and read", |b| {
        b.iter(|| Message::read(&open(&sealed), &survey.definition));
    });
    group.bench_function("open: age alone", |b| b.iter(|| open(&sealed)));
    group.bench_function("read", |b| {
        b.iter(|| Message::read(black_box(plaintext.bytes()), &survey.definition));
    });
    group.bench_function("read: serde_json alone", |b| {
        b.iter(|| serde_json::from_slice::<serde_json::Value>(black_box(plaintext.bytes())));
    });
    group.bench_function("key pair", |b| b.iter(KeyPair::generate));
    group.finish();
    criterion.final_summary();
}
