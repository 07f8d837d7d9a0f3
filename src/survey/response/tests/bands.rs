//! The goal: met or not, and the change in bands.

use super::making::{block, closed_week, days, week};
use super::*;
use crate::diary::Profile;
use crate::domain::{Day, Span};
use crate::figures::{Baseline, Goal, GoalSubject, Percent};

#[test]
fn a_band_is_named_by_its_upper_end() {
    let cases = [
        (-1.0, -50),
        (-0.75, -50),
        (-0.500_000_1, -50),
        (-0.5, -50),
        (-0.499_999_9, -45),
        (-0.45, -45),
        (-0.2, -20),
        (-0.199_999_9, -15),
        (-0.150_000_1, -15),
        (-0.15, -15),
        (-0.149_999_9, -10),
        (-0.1, -10),
        (-0.05, -5),
        (-0.000_000_1, 0),
        (0.0, 0),
        (0.000_000_1, 5),
        (0.05, 5),
        (0.050_000_1, 10),
        (0.15, 15),
        (0.499_999_9, 50),
        (0.5, 50),
        (0.500_000_1, 55),
        (7.0, 55),
        (f64::INFINITY, 55),
    ];
    for (change, name) in cases {
        assert_eq!(band(change), name, "{change}");
    }
}

#[test]
fn what_doubles_cannot_say_exactly_is_in_the_band_that_it_stands_for() {
    for expected in 1_i32..=1000 {
        for hundredths in (-100..=100).step_by(5) {
            // A change that is an end of a band, exactly: minutes / expected − 1, in any number of days.
            let minutes = expected * (100 + hundredths);
            let change = f64::from(minutes) / f64::from(expected * 100) - 1.0;
            assert_eq!(band(change), hundredths.clamp(-50, 55), "{minutes} of {expected}");
        }
    }
}

/// A week of so many minutes of reports, closed or not, against a baseline.
fn goal_of(reports: u32, closed: bool, baseline: Option<&Baseline>, profile: &Profile) -> GoalGiven {
    let reports_of = |minutes| {
        block(
            Activity::catch_all(Category::Reports),
            Span::amount(minutes).unwrap(),
        )
    };
    let mut blocks = Vec::new();
    let mut left = reports;
    while left > 0 {
        blocks.push((blocks.len() % 7, reports_of(left.min(1000))));
        left -= left.min(1000);
    }
    let mut days: Vec<Day> = days(&blocks);
    days.iter_mut().for_each(|day| day.closed = closed);
    goal(&WeekReading::of(week(), &days, profile, baseline))
}

#[test]
fn the_goal_is_the_policies_15_percent_whatever_the_teacher_set() {
    let baseline = Baseline::typed(1000);
    let harder = Profile {
        goals: vec![Goal {
            subject: GoalSubject::NonTeaching,
            reduction: Percent::from_hundredths(5000).unwrap(),
        }],
        ..Profile::default()
    };
    let other = Profile {
        goals: Vec::new(),
        ..Profile::default()
    };
    for profile in [Profile::default(), harder, other] {
        for (minutes, met, band) in [
            (850, true, -15),
            (851, false, -10),
            (800, true, -20),
            (801, true, -15),
            (1000, false, 0),
            (1001, false, 5),
            (100, true, -50),
            (5000, false, 55),
        ] {
            let given = GoalGiven {
                met: Some(met),
                change_band: Some(band),
            };
            assert_eq!(
                goal_of(minutes, true, Some(&baseline), &profile),
                given,
                "{minutes}"
            );
        }
    }
}

#[test]
fn of_an_incomplete_week_a_baseline_week_or_without_a_baseline_nothing_is_said() {
    let nothing = GoalGiven {
        met: None,
        change_band: None,
    };
    let profile = Profile::default();
    let typed = Baseline::typed(1000);
    assert_eq!(goal_of(500, false, Some(&typed), &profile), nothing, "incomplete");
    assert_eq!(goal_of(500, true, None, &profile), nothing, "no baseline");
    let of_it = Baseline::of_weeks([week(), week().offset(-1).unwrap()].map(closed_week)).unwrap();
    assert_eq!(
        goal_of(500, true, Some(&of_it), &profile),
        nothing,
        "a baseline week"
    );
    let before =
        Baseline::of_weeks([week().offset(-2).unwrap(), week().offset(-1).unwrap()].map(closed_week))
            .unwrap();
    let given = GoalGiven {
        met: Some(false),
        change_band: Some(55),
    };
    assert_eq!(goal_of(500, true, Some(&before), &profile), given);
}
