//! What the figures cost: one week, and every week of 40 years.

use criterion::{BatchSize, Criterion};
use jianfu::demo;
use jianfu::diary::{Diary, Profile};
use jianfu::domain::{Day, WeekId};
use jianfu::figures::{Baseline, GoalSubject, Standing, WeekFigures, average_change};
use std::hint::black_box;

/// The last day of the measured diary, a Friday.
const LAST: chrono::NaiveDate = match chrono::NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(date) => date,
    None => panic!("a civil date"),
};

fn one_week(c: &mut Criterion, diary: &Diary) {
    let week = WeekId::of(LAST);
    let days: Vec<Day> = week.days().map(|d| diary.day(d).into_owned()).collect();
    let (baseline, goal) = (Baseline::typed(900), Profile::default().main_goal());
    c.bench_function("figures/week", |b| {
        b.iter(|| {
            let figures = WeekFigures::of(week, black_box(&days));
            Standing::of(&figures, Some(&baseline), &goal)
        });
    });
}

fn forty_years(c: &mut Criterion, diary: &Diary) {
    let mut group = c.benchmark_group("figures/40 years");
    group.bench_function("every week", |b| {
        b.iter(|| WeekFigures::each(black_box(diary).days()).collect::<Vec<_>>());
    });
    group.bench_function("automatic baseline", |b| {
        b.iter(|| Baseline::auto(WeekFigures::each(black_box(diary).days())));
    });
    let weeks: Vec<_> = WeekFigures::each(diary.days()).collect();
    let baseline = Baseline::typed(900);
    group.bench_function("average change", |b| {
        b.iter(|| average_change(black_box(&weeks), &baseline, &GoalSubject::NonTeaching));
    });
    group.finish();
}

fn making_them_up(c: &mut Criterion) {
    c.bench_function("demo/term", |b| {
        b.iter_batched(
            || LAST,
            |today| demo::term(today, jianfu::i18n::Lang::ZhHans),
            BatchSize::SmallInput,
        );
    });
}

fn main() {
    let diary = demo::years(40, LAST);
    let blocks: usize = diary.days().map(|d| d.blocks().len()).sum();
    assert_eq!(blocks, 80_000, "the diary that the budgets speak of");
    let mut criterion = Criterion::default().configure_from_args();
    one_week(&mut criterion, &diary);
    forty_years(&mut criterion, &diary);
    making_them_up(&mut criterion);
    criterion.final_summary();
}
