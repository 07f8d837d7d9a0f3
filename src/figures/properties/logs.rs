//! Made-up diaries of a few weeks.

use super::super::{Goal, GoalSubject, Percent, WeekFigures};
use crate::domain::{Activity, Block, Category, Day, DayKind, Note, Span, WeekId};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

/// The days of [`Log::WEEKS`] weeks, all of them present.
#[derive(Debug, Clone)]
pub(super) struct Log {
    pub(super) days: Vec<Day>,
}

/// A block without an id.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) activity: Activity,
    pub(super) span: Span,
    pub(super) parallel: bool,
}

fn monday() -> NaiveDate {
    "2026-12-07".parse().unwrap() // three weeks on, it is 2027
}

impl Log {
    pub(super) const WEEKS: usize = 5;

    pub(super) fn empty() -> Self {
        let days = monday()
            .iter_days()
            .take(7 * Self::WEEKS)
            .map(Day::empty)
            .collect();
        Self { days }
    }

    pub(super) fn week(&self, n: usize) -> WeekId {
        WeekId::of(self.days[n * 7].date)
    }

    /// Puts a block on a day; returns its minutes.
    pub(super) fn put(&mut self, day: usize, raw: Raw) -> u32 {
        let day = &mut self.days[day];
        let Raw {
            activity,
            span,
            parallel,
        } = raw;
        let id = day.new_id();
        day.put(Block {
            id,
            activity,
            span,
            note: Note::default(),
            rating: None,
            parallel,
        });
        span.minutes()
    }

    /// One complete week with `days` school days, some teaching, and some reports.
    pub(super) fn complete_week(days: u32, teaching: u32, reports: u32) -> WeekFigures {
        Self::one_week(days, days, teaching, reports)
    }

    /// The same with only `closed` of the days closed.
    pub(super) fn one_week(days: u32, closed: u32, teaching: u32, mut reports: u32) -> WeekFigures {
        let mut log = Self::empty();
        for (i, day) in (0..).zip(&mut log.days[..7]) {
            day.mark(if i < days {
                DayKind::School
            } else {
                DayKind::Off(None)
            });
            day.closed = i < closed;
        }
        let mut book = |category, minutes| {
            let activity = Activity::catch_all(category);
            let span = Span::amount(minutes).unwrap();
            log.put(
                0,
                Raw {
                    activity,
                    span,
                    parallel: false,
                },
            );
        };
        if teaching > 0 {
            book(Category::Teaching, teaching);
        }
        while reports > 0 {
            book(Category::Reports, reports.min(1000));
            reports -= reports.min(1000);
        }
        WeekFigures::of(WeekId::of(monday()), &log.days)
    }
}

/// The goal on all non-teaching minutes.
pub(super) fn goal(hundredths: u32) -> Goal {
    let reduction = Percent::from_hundredths(hundredths).unwrap();
    Goal {
        subject: GoalSubject::NonTeaching,
        reduction,
    }
}

fn raw() -> impl Strategy<Value = Raw> {
    let activity = prop::sample::select(vec![
        (Category::Teaching, "lesson"),
        (Category::Teaching, "marking"),
        (Category::Meetings, "staff-meeting"),
        (Category::Meetings, "other"),
        (Category::Reports, "forms"),
        (Category::ParentMessages, "messages"),
        (Category::Duty, "lesson"), // an activity of the teacher's own that is called like the built-in one
    ]);
    let span = prop_oneof![
        (1u32..200).prop_map(Span::amount),
        (0u32..1440, 1u32..200).prop_map(|(start, length)| Span::clocked(start, start + length)),
    ];
    (activity, span, prop::bool::weighted(0.15)).prop_map(|((category, code), span, parallel)| Raw {
        activity: Activity::new(category, code).unwrap(),
        span: span.unwrap(),
        parallel,
    })
}

pub(super) fn blocks(most: usize) -> impl Strategy<Value = Vec<Raw>> {
    prop::collection::vec(raw(), 0..most)
}

fn week() -> impl Strategy<Value = Vec<(Option<bool>, bool, Vec<Raw>)>> {
    let mark = prop::option::weighted(0.2, any::<bool>());
    let days = prop::collection::vec((mark, prop::bool::weighted(0.6), blocks(4)), 7);
    (days, prop::bool::weighted(0.6), prop::bool::weighted(0.1)).prop_map(|(mut days, all_closed, off)| {
        for (mark, closed, _) in &mut days {
            *closed |= all_closed;
            if off {
                *mark = Some(false);
            }
        }
        days
    })
}

/// Diaries with complete weeks, open ones, holidays and make-up days.
pub(super) fn logs() -> impl Strategy<Value = Log> {
    prop::collection::vec(week(), Log::WEEKS).prop_map(|weeks| {
        let mut log = Log::empty();
        for (i, (mark, closed, blocks)) in weeks.into_iter().flatten().enumerate() {
            log.days[i].closed = closed;
            if let Some(school) = mark {
                log.days[i].mark(if school {
                    DayKind::School
                } else {
                    DayKind::Off(Some("leave".into()))
                });
            }
            for block in blocks {
                log.put(i, block);
            }
        }
        log
    })
}

#[test]
fn the_days_begin_on_a_monday_and_cross_a_year() {
    let log = Log::empty();
    assert_eq!(log.week(0).monday(), log.days[0].date);
    assert_eq!(log.days[7 * Log::WEEKS - 1].date, monday() + Days::new(34));
    assert_ne!(log.week(0).to_string()[..4], log.week(4).to_string()[..4]);
}
