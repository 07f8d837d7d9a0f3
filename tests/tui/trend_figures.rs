//! The figures of the made-up term, worked out a second time from its blocks alone.

use crate::common::date;
use chrono::NaiveDate;
use jianfu::diary::Profile;
use jianfu::domain::{Category, Day, WeekId};
use jianfu::figures::{Baseline, Past, WeekFigures};
use jianfu::i18n::Lang;
use jianfu::summary::TrendSummary;

/// A block of a diary without the types of the figures: the Monday of its week, its category, activity and minutes.
type Row<'a> = (NaiveDate, Category, &'a str, u32);

#[test]
fn the_figures_of_the_demo_are_those_of_a_second_computation() {
    let today = date("2026-11-20");
    let (diary, profile) = jianfu::demo::term(today, Lang::En);
    let held: Vec<Day> = diary.days().cloned().collect();
    let baseline = Baseline::auto(WeekFigures::each(&held)).unwrap();
    let range = Profile::school_year_weeks(today);
    let trend = TrendSummary::of(range, &held, &profile, Some(&baseline), Past::default());

    let monday = |day: NaiveDate| WeekId::of(day).monday();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for day in &held {
        for block in day.blocks().iter().filter(|b| !b.parallel) {
            let (activity, minutes) = (&block.activity, block.span.minutes());
            rows.push((
                monday(day.date),
                activity.category,
                activity.code.as_str(),
                minutes,
            ));
        }
    }
    let minutes =
        |of: &dyn Fn(&Row<'_>) -> bool| -> u32 { rows.iter().filter(|row| of(row)).map(|row| row.3).sum() };
    let mut mondays: Vec<NaiveDate> = held.iter().map(|d| monday(d.date)).collect();
    mondays.dedup();
    assert_eq!(trend.weeks.len(), mondays.len());

    // Every weekday is recorded or a school day: those of a week, and whether all of them are closed.
    let plan = |first: NaiveDate| {
        let (mut school, mut closed) = (0, 0);
        for date in first.iter_days().take(7) {
            match held.iter().find(|d| d.date == date) {
                Some(day) => {
                    school += u32::from(day.is_school());
                    closed += u32::from(day.is_school() && day.closed);
                }
                None => school += u32::from(WeekId::of(date).days().take(5).any(|d| d == date)),
            }
        }
        (school, closed)
    };
    let complete: Vec<NaiveDate> = mondays
        .iter()
        .copied()
        .filter(|first| {
            let (school, closed) = plan(*first);
            school > 0 && school == closed
        })
        .collect();
    let (before, counted) = complete.split_at(2);
    let non_teaching = |weeks: &[NaiveDate]| minutes(&|r| r.1 != Category::Teaching && weeks.contains(&r.0));
    let school_days = |weeks: &[NaiveDate]| -> u32 { weeks.iter().map(|first| plan(*first).0).sum() };

    for (week, first) in trend.weeks.iter().zip(&mondays) {
        assert_eq!(week.figures.non_teaching(), non_teaching(&[*first]), "{first}");
        let WeekFigures { plan: of, .. } = &week.figures;
        assert_eq!((of.school_days, of.closed_days), plan(*first), "{first}");
    }
    let mine: Vec<NaiveDate> = trend.counted().map(|w| w.figures.week.monday()).collect();
    assert_eq!(mine, counted);

    let rate = f64::from(non_teaching(before)) / f64::from(school_days(before));
    let expected = rate * f64::from(school_days(counted));
    let change = f64::from(non_teaching(counted)) / expected - 1.0;
    assert!((trend.average_change.unwrap() - change).abs() < 1e-9);
    let saved = trend.saved().unwrap();
    assert!((f64::from(saved.expected) - expected).abs() <= 0.5);
    assert_eq!(saved.non_teaching, non_teaching(counted));

    for of in trend.categories() {
        assert_eq!(of.minutes, minutes(&|r| r.1 == of.category), "{:?}", of.category);
        let counted_minutes = minutes(&|r| r.1 == of.category && counted.contains(&r.0));
        let a_day = f64::from(counted_minutes) / f64::from(school_days(counted));
        assert!(
            (of.per_school_day.unwrap() - a_day).abs() < 1e-9,
            "{:?}",
            of.category
        );
    }
    let meetings = rows.iter().filter(|r| r.1 == Category::Meetings).count();
    assert_eq!(usize::try_from(trend.meetings().count).unwrap(), meetings);
    assert_eq!(trend.meetings().minutes, minutes(&|r| r.1 == Category::Meetings));
    let all: u32 = trend.by_activity.values().map(|tally| tally.minutes).sum();
    assert_eq!(all, minutes(&|_| true));
    for change in &trend.changes {
        let of = minutes(&|r| {
            r.2 == change.activity.code.as_str() && r.1 == change.activity.category && counted.contains(&r.0)
        });
        assert_eq!(change.minutes, of, "{:?}", change.activity);
    }
}
