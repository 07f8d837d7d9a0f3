//! What weeks came to, where two answers are possible.

use super::*;
use crate::domain::{Block, DayKind, Note, Span};

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

#[test]
fn holidays_marked_ahead_are_no_weeks_to_review() {
    let holiday = |id: &str| {
        let mut days: Vec<Day> = week(id).days().map(Day::empty).collect();
        for day in &mut days {
            day.mark(DayKind::Off(Some("holiday".to_owned())));
        }
        days
    };
    let mut held = holiday("2026-W38");
    held.extend(days("2026-W39", 60, true));
    held.extend(holiday("2026-W40"));
    held.extend(days("2026-W41", 60, false));
    held.extend(holiday("2026-W42"));
    let range = week("2026-W31")..=week("2027-W30");
    let trend = TrendSummary::of(range.clone(), &held, &Profile::default(), None, Past::default());
    assert_eq!(ids(&trend), ["2026-W39", "2026-W40", "2026-W41"]);
    assert_eq!(trend.logged(), 2);
    let only = TrendSummary::of(
        range,
        &holiday("2026-W38"),
        &Profile::default(),
        None,
        Past::default(),
    );
    assert_eq!(ids(&only), [""; 0]);
}
