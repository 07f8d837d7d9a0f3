//! The written definitions once more, as plainly as they can be computed: loops, and fractions of whole numbers.

use super::super::{Baseline, WeekFigures};
use super::logs::Log;
use crate::domain::DayKind;

/// A week's sums.
pub(super) struct Plain {
    pub(super) minutes: [u32; 5],
    pub(super) parallel: u32,
    pub(super) lessons: u32,
    pub(super) meetings: u32,
    pub(super) school_days: u32,
    pub(super) closed_days: u32,
}

impl Plain {
    pub(super) fn complete(&self) -> bool {
        self.school_days > 0 && self.school_days == self.closed_days
    }

    fn non_teaching(&self) -> u64 {
        self.minutes[1..].iter().map(|m| u64::from(*m)).sum()
    }
}

pub(super) fn week(log: &Log, n: usize) -> Plain {
    let mut out = Plain {
        minutes: [0; 5],
        parallel: 0,
        lessons: 0,
        meetings: 0,
        school_days: 0,
        closed_days: 0,
    };
    for day in &log.days[n * 7..(n + 1) * 7] {
        if day.kind() == DayKind::School {
            out.school_days += 1;
            if day.closed {
                out.closed_days += 1;
            }
        }
        for block in day.blocks() {
            let minutes = match block.span.clock_times() {
                Some((start, end)) => end - start,
                None => block.span.minutes(),
            };
            if block.parallel {
                out.parallel += minutes;
                continue;
            }
            let place = match block.activity.category.code() {
                "teaching" => 0,
                "meetings" => 1,
                "reports" => 2,
                "parent_messages" => 3,
                "duty" => 4,
                other => panic!("{other}"),
            };
            out.minutes[place] += minutes;
            if place == 0 && block.activity.code.as_str() == "lesson" {
                out.lessons += minutes;
            }
            if place == 1 {
                out.meetings += 1;
            }
        }
    }
    out
}

/// Minutes over school days.
pub(super) type Fraction = (u64, u64);

/// The automatic, a chosen and a typed-in baseline of a log, each with its rate as a fraction.
pub(super) fn baselines(log: &Log, weeks: &[WeekFigures]) -> Vec<(Option<Baseline>, Option<Fraction>)> {
    let complete: Vec<Plain> = (0..Log::WEEKS)
        .map(|n| week(log, n))
        .filter(Plain::complete)
        .collect();
    let rate = |weeks: &[Plain]| -> Option<Fraction> {
        let minutes = weeks.iter().map(Plain::non_teaching).sum();
        let days = weeks.iter().map(|w| u64::from(w.school_days)).sum();
        (weeks.len() >= 2).then_some((minutes, days))
    };
    vec![
        (
            Baseline::auto(weeks.iter().cloned()),
            rate(&complete[..complete.len().min(2)]),
        ),
        (Baseline::of_weeks(weeks.iter().cloned()), rate(&complete)),
        (Some(Baseline::typed(901)), Some((901, 5))),
    ]
}

/// A week against a rate.
pub(super) struct PlainStanding {
    pub(super) expected: Option<u64>,
    pub(super) target: Option<u64>,
    pub(super) change: Option<f64>,
    pub(super) status: &'static str,
}

/// `n / d` to the nearest whole number, a half up: the whole part, and one more if what is left is half or more.
fn nearest(n: u64, d: u64) -> u64 {
    n / d + u64::from((n % d) * 2 >= d)
}

pub(super) fn standing(
    week: &Plain,
    rate: Option<Fraction>,
    hundredths: u32,
    in_baseline: bool,
) -> PlainStanding {
    let none = |status| PlainStanding {
        expected: None,
        target: None,
        change: None,
        status,
    };
    if week.school_days == 0 {
        return none("holiday");
    }
    let Some((minutes, days)) = rate else {
        return none("no_baseline");
    };
    let (d, closed, used) = (
        u64::from(week.school_days),
        u64::from(week.closed_days),
        week.non_teaching(),
    );
    let target = nearest(minutes * d * u64::from(10_000 - hundredths), days * 10_000);
    let status = if in_baseline {
        "baseline"
    } else if week.complete() {
        if used <= target { "met" } else { "missed" }
    } else {
        let on_track = if closed == 0 {
            used <= target
        } else {
            used * d <= target * closed
        };
        if on_track { "on_track" } else { "at_risk" }
    };
    PlainStanding {
        expected: Some(nearest(minutes * d, days)),
        target: Some(target),
        change: (minutes > 0).then(|| float(used) / (float(minutes) / float(days) * float(d)) - 1.0),
        status,
    }
}

pub(super) fn average_change(weeks: impl Iterator<Item = Plain>, rate: Fraction) -> Option<f64> {
    let (mut used, mut expected) = (0.0, 0.0);
    for week in weeks.filter(Plain::complete) {
        used += float(week.non_teaching());
        expected += float(rate.0) / float(rate.1) * f64::from(week.school_days);
    }
    (expected > 0.0).then(|| used / expected - 1.0)
}

fn float(n: u64) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}
