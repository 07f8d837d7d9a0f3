//! What a summary costs: the week and the school year of a term, and each format.

use criterion::Criterion;
use jianfu::demo;
use jianfu::domain::{Day, WeekId};
use jianfu::figures::{Baseline, Past, WeekFigures};
use jianfu::i18n::{I18n, Lang};
use jianfu::summary::{FileFormat, Reviewed, TextEncoding, TrendSummary, WeekSummary, render};
use std::hint::black_box;

/// The last day of the term, a Friday.
const LAST: chrono::NaiveDate = match chrono::NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(date) => date,
    None => panic!("a civil date"),
};

fn main() {
    let mut c = Criterion::default().configure_from_args();
    let (diary, profile) = demo::term(LAST, Lang::ZhHans);
    let i18n = I18n::new(Lang::ZhHans);
    let baseline = Baseline::auto(WeekFigures::each(diary.days()));
    let week = WeekId::of(LAST);
    let days: Vec<Day> = week.days().map(|d| diary.day(d).into_owned()).collect();
    let all: Vec<Day> = diary.days().cloned().collect();
    let first = all.first().map_or(week, |d| WeekId::of(d.date));
    let of_week = || {
        WeekSummary::of(
            week,
            black_box(&days),
            &profile,
            baseline.clone(),
            Past::default(),
        )
    };
    let of_term = || {
        TrendSummary::of(
            first..=week,
            black_box(&all),
            &profile,
            baseline.as_ref(),
            Past::default(),
        )
    };
    c.bench_function("summary/week", |b| b.iter(of_week));
    c.bench_function("summary/term", |b| b.iter(of_term));
    let (summary, trend) = (of_week(), of_term());
    for (name, reviewed) in [
        ("week", Reviewed::Week(&summary)),
        ("term", Reviewed::Trend(&trend)),
    ] {
        for format in FileFormat::ALL {
            let id = format!("summary/{name} as {}", format.extension());
            c.bench_function(&id, |b| {
                b.iter(|| render(black_box(reviewed), format, TextEncoding::Utf8, &profile, &i18n));
            });
        }
    }
    c.final_summary();
}
