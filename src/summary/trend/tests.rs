//! What weeks came to, worked out a second time without the figures, and the places where two answers are possible.

use super::*;
use crate::domain::{Block, Note, Span};
use crate::i18n::Lang;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn week(id: &str) -> WeekId {
    id.parse().unwrap()
}

/// A whole school week, closed or not, with so many minutes of forms on its Monday.
fn days(id: &str, minutes: u32, closed: bool) -> Vec<Day> {
    let mut out: Vec<Day> = week(id).days().map(Day::empty).collect();
    for day in &mut out {
        day.closed = closed;
    }
    let block = Block {
        id: out[0].new_id(),
        activity: Activity::new(Category::Reports, "forms").unwrap(),
        span: Span::amount(minutes).unwrap(),
        note: Note::default(),
        rating: None,
        parallel: false,
    };
    out[0].put(block);
    out
}

fn of(weeks: &[(&str, u32, bool)], baseline: Option<&Baseline>) -> TrendSummary {
    let held: Vec<Day> = weeks
        .iter()
        .flat_map(|(id, m, closed)| days(id, *m, *closed))
        .collect();
    let range = week("2026-W31")..=week("2027-W30");
    TrendSummary::of(range, &held, &Profile::default(), baseline, Past::default())
}

fn ids(weeks: &TrendSummary) -> Vec<String> {
    weeks.weeks.iter().map(|w| w.figures.week.to_string()).collect()
}

#[test]
fn the_first_of_weeks_that_are_alike_is_the_best_and_the_worst() {
    let baseline = Baseline::typed(500);
    let said = |weeks: &[(&str, u32, bool)]| {
        let trend = of(weeks, Some(&baseline));
        let ends = trend.best_and_worst();
        ends.map(|(best, worst)| (best.figures.week.to_string(), worst.figures.week.to_string()))
    };
    let expected = |best: &str, worst: &str| Some((best.to_owned(), worst.to_owned()));
    let four = [
        ("2026-W40", 600, true),
        ("2026-W41", 400, true),
        ("2026-W42", 600, true),
        ("2026-W43", 400, true),
    ];
    assert_eq!(said(&four), expected("2026-W41", "2026-W40"));
    assert_eq!(said(&four[..1]), None, "nothing to compare it with");
    assert_eq!(said(&[four[0], four[2]]), None, "alike");
    let open = [four[0], four[1], ("2026-W44", 10, false)];
    assert_eq!(
        said(&open),
        expected("2026-W41", "2026-W40"),
        "an open week is no best one"
    );
    assert_eq!(of(&four, None).best_and_worst(), None);
}

#[test]
fn what_was_saved_is_that_of_the_counted_weeks() {
    let weeks = [
        ("2026-W40", 600, true),
        ("2026-W41", 400, true),
        ("2026-W42", 300, true),
        ("2026-W43", 450, true),
        ("2026-W44", 10, false),
    ];
    let held: Vec<Day> = weeks[..2]
        .iter()
        .flat_map(|(id, m, c)| days(id, *m, *c))
        .collect();
    let baseline = Baseline::auto(WeekFigures::each(&held)).unwrap();
    let trend = of(&weeks, Some(&baseline));
    let counted: Vec<_> = trend.counted().map(|w| w.figures.week.to_string()).collect();
    assert_eq!(
        counted,
        ["2026-W42", "2026-W43"],
        "neither the baseline's nor an open one"
    );
    let saved = trend.saved().unwrap();
    assert_eq!(
        (saved.expected, saved.non_teaching, saved.target),
        (1000, 750, 850)
    );
    assert_eq!((saved.minutes(), saved.goal_minutes()), (250, 150));
    assert_eq!(trend.is_met(), Some(true));
    assert!((trend.average_change.unwrap() + 0.25).abs() < 1e-12);

    let more = of(&[("2026-W45", 620, true)], Some(&baseline));
    assert_eq!(more.saved().unwrap().minutes(), -120);
    assert_eq!(more.is_met(), Some(false));
    for none in [
        of(&weeks[..2], Some(&baseline)),
        of(&weeks, None),
        of(&[], Some(&baseline)),
    ] {
        assert_eq!((none.saved(), none.average_change), (None, None));
    }
    // To the minute is met, whatever the last digits of a fraction are.
    assert_eq!(
        of(&[("2026-W45", 425, true)], Some(&baseline)).is_met(),
        Some(true)
    );
    assert_eq!(
        of(&[("2026-W45", 426, true)], Some(&baseline)).is_met(),
        Some(false)
    );
}

#[test]
fn only_weeks_of_the_range_are_taken() {
    let held: Vec<Day> = ["2026-W40", "2026-W41", "2026-W43"]
        .iter()
        .flat_map(|id| days(id, 60, true))
        .collect();
    let range = week("2026-W41")..=week("2026-W42");
    let trend = TrendSummary::of(range, &held, &Profile::default(), None, Past::default());
    assert_eq!(ids(&trend), ["2026-W41"]);
    assert!(trend.days.keys().all(|day| WeekId::of(*day) == week("2026-W41")));
    assert_eq!(trend.sums().non_teaching(), 60);
}

#[test]
fn a_maker_takes_a_week_at_a_time_and_puts_them_in_order() {
    let (profile, baseline) = (Profile::default(), Baseline::typed(500));
    let mut maker = TrendMaker::new(&profile, Some(&baseline), Past::default());
    maker.take(&[]);
    for id in ["2026-W42", "2026-W40", "2026-W41"] {
        maker.take(&days(id, 60, true));
    }
    let trend = maker.finish(week("2026-W31")..=week("2027-W30"));
    assert_eq!(ids(&trend), ["2026-W40", "2026-W41", "2026-W42"]);
    let in_order = of(
        &[
            ("2026-W40", 60, true),
            ("2026-W41", 60, true),
            ("2026-W42", 60, true),
        ],
        Some(&baseline),
    );
    assert_eq!((trend.sums(), trend.saved()), (in_order.sums(), in_order.saved()));
    assert_eq!(
        (&trend.by_activity, &trend.days),
        (&in_order.by_activity, &in_order.days)
    );
}

/// A block of a diary without the types of the figures: the Monday of its week, its category, activity and minutes.
type Row<'a> = (NaiveDate, Category, &'a str, u32);

#[test]
fn the_figures_of_the_demo_are_those_of_a_second_computation() {
    let today = date("2026-11-20");
    let (diary, profile) = crate::demo::term(today, Lang::En);
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
