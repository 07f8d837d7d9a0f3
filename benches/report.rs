//! What a report costs: what may be seen of a nation's cells, and each format of a small district's report.

#![allow(clippy::expect_used, reason = "a bench fails by panicking")]

use criterion::{Criterion, Throughput};
use jianfu::domain::WeekId;
use jianfu::i18n::{I18n, Lang};
use jianfu::summary::{ReportFormat, TextEncoding, render_report};
use jianfu::survey::collector::report::Report;
use jianfu::survey::collector::{Cell, Cells, Dataset, Dice, Frame, Simulation};
use jianfu::survey::{Code, Group, GroupAnswer, Wording};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::ops::RangeInclusive;

/// The provinces, and the counties in each of them.
const PROVINCES: u32 = 31;
const COUNTIES: u32 = 97;
/// The answers to the other groups: stage, role, band of service.
const OTHERS: [(&str, u32); 3] = [("stage", 4), ("role", 3), ("service", 4)];
/// How many cells of a nation have somebody in them.
const CELLS: usize = 60_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let c = &mut criterion;
    let week = || "2026-W45".parse().expect("a week");
    nation(c, week());
    formats(c, week()..=week().offset(2).expect("a week"));
    criterion.final_summary();
}

/// The cells of made-up teachers.
fn simulated(teachers: u64, weeks: RangeInclusive<WeekId>) -> Cells {
    let folder = tempfile::tempdir().expect("a folder");
    let simulation = Simulation::new(7, teachers, weeks, false).expect("a simulation");
    simulation.write_dataset(folder.path()).expect("written");
    let dataset = Dataset::open(folder.path()).expect("a dataset");
    Cells::of_dataset(&dataset, None).expect("cells")
}

/// The report on a week of a nation, alone and with two groups at once: the smaller two, and those of provinces and stages.
fn nation(c: &mut Criterion, week: WeekId) {
    let some = simulated(2_000, week..=week);
    let people: Vec<&Cell> = some.cells.values().collect();
    let mut cells = Cells::new(Frame {
        groups: groups(),
        ..some.frame.clone()
    });
    let mut dice = Dice::new(7);
    while cells.cells.len() < CELLS {
        let county = PROVINCES + dice.between(1, PROVINCES * COUNTIES);
        let others = OTHERS.map(|(_, answers)| dice.between(0, answers));
        let places = [&[county], &others[..]].concat();
        let places: Vec<u16> = places.into_iter().map(place).collect();
        for _ in 0..dice.between(1, 6) {
            cells.cell(week, &places).merge(dice.pick(&people));
        }
    }
    let mut group = c.benchmark_group("report/nation");
    group.sample_size(10);
    group.throughput(Throughput::Elements(cells.cells.len() as u64));
    for (name, cross) in [
        ("tables", None),
        ("stage and role", Some([1, 2])),
        ("region and stage", Some([0, 1])),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| Report::of(black_box(&cells), &BTreeMap::new(), cross).expect("a report"));
        });
    }
    group.finish();
}

fn place(number: u32) -> u16 {
    u16::try_from(number).expect("few answers")
}

/// Provinces with their counties, and the other groups.
fn groups() -> Vec<Group> {
    let code = |text: &str| Code::new(text).expect("a code");
    let answer = |name: String, within: Option<String>| GroupAnswer {
        code: code(&name),
        name: Wording::same(&name),
        within: within.as_deref().map(code),
        staff: None,
    };
    let province = |n: u32| format!("province_{n}");
    let provinces = (0..PROVINCES).map(|n| answer(province(n), None));
    let counties =
        (0..PROVINCES * COUNTIES).map(|n| answer(format!("county_{n}"), Some(province(n % PROVINCES))));
    let group = |name: &str, answers: Vec<GroupAnswer>| Group {
        code: code(name),
        name: Wording::same(name),
        answers,
    };
    let others = OTHERS.map(|(name, answers)| {
        let answers = (1..=answers).map(|n| answer(format!("{name}_{n}"), None));
        group(name, answers.collect())
    });
    let region = group("region", provinces.chain(counties).collect());
    [region].into_iter().chain(others).collect()
}

/// The report on three weeks of 300 teachers, in every format.
fn formats(c: &mut Criterion, weeks: RangeInclusive<WeekId>) {
    let cells = simulated(300, weeks);
    let report = Report::of(&cells, &BTreeMap::new(), Some([0, 1])).expect("a report");
    let i18n = I18n::new(Lang::ZhHans);
    for format in ReportFormat::ALL {
        c.bench_function(&format!("report/as {}", format.name()), |b| {
            b.iter(|| {
                render_report(black_box(&report), format, TextEncoding::Utf8, &i18n).expect("rendered")
            });
        });
    }
}
