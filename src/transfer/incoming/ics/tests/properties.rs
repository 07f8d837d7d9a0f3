//! The dates of weekly rules, against those that the library works out from the same text by itself.

use super::{calendar, day, read_calendar, read_weekly, shanghai, taken};
use crate::timetable::{Timetable, read_timetable_json, timetable_json};
use crate::transfer::incoming::{What, Why};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rrule::RRuleSet;
use std::cell::Cell;
use std::collections::BTreeSet;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A weekly rule, as a calendar would write it.
#[derive(Debug, Clone)]
struct Case {
    start: NaiveDate,
    rule: String,
    except: Vec<NaiveDate>,
}

impl Case {
    /// Both the event and the text for the library, whose times are universal.
    fn event(&self, zone: &str, suffix: &str) -> String {
        let time = |d: &NaiveDate| format!("{}T080000{suffix}", d.format("%Y%m%d"));
        let except = self.except.iter().map(|d| {
            format!(
                "EXDATE{zone}:{}
",
                time(d)
            )
        });
        let except = except.collect::<Vec<_>>().concat();
        format!(
            "DTSTART{zone}:{}\nRRULE:{}\n{except}DURATION:PT45M\nSUMMARY:语文",
            time(&self.start),
            self.rule
        )
    }

    fn of_library(&self, from: NaiveDate, to: NaiveDate) -> BTreeSet<NaiveDate> {
        let text = self.event("", "Z");
        let text = text.strip_suffix("DURATION:PT45M\nSUMMARY:语文").unwrap();
        let set: RRuleSet = text.parse().unwrap();
        let dates = set.into_iter().map(|t| t.naive_utc().date());
        dates.take_while(|d| *d <= to).filter(|d| *d >= from).collect()
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let start = (0u64..800).prop_map(|n| day("2025-06-01") + Days::new(n));
    let days = prop::sample::subsequence(DAYS.to_vec(), 0..=7);
    let end = prop_oneof![
        Just(None),
        (1u32..60).prop_map(|n| Some(Ok(n))),
        (0u64..400, 0u32..24).prop_map(|(d, h)| Some(Err((d, h))))
    ];
    let week_start = prop::sample::select(vec!["", ";WKST=MO", ";WKST=SU", ";WKST=TH"]);
    let except = prop::collection::vec(0u64..120, 0..6);
    (
        start,
        days,
        end,
        1u8..=4,
        week_start,
        except,
        prop::bool::weighted(0.2),
    )
        .prop_map(|(start, days, end, interval, week_start, except, is_daily)| {
            let mut rule = if is_daily {
                "FREQ=DAILY".to_owned()
            } else {
                format!("FREQ=WEEKLY;INTERVAL={interval}")
            };
            rule += week_start;
            if !days.is_empty() {
                rule = format!("{rule};BYDAY={}", days.join(","));
            }
            match end {
                Some(Ok(count)) => rule = format!("{rule};COUNT={count}"),
                Some(Err((later, hour))) => {
                    // The library takes no end before the start.
                    let later = if hour < 8 { later + 1 } else { later };
                    let until = (start + Days::new(later)).format("%Y%m%d");
                    rule = format!("{rule};UNTIL={until}T{hour:02}0000Z");
                }
                None => {}
            }
            Case {
                start,
                rule,
                except: except.into_iter().map(|n| start + Days::new(n)).collect(),
            }
        })
}

/// As the library's: the user's clock is universal.
fn universal(at: chrono::DateTime<chrono::Utc>) -> NaiveDateTime {
    at.naive_utc()
}

#[test]
fn weekly_entries_take_place_on_exactly_the_dates_of_their_rules() {
    let (all, exact, found) = (Cell::new(0u32), Cell::new(0u32), Cell::new(0usize));
    let mut runner = TestRunner::new(ProptestConfig::with_cases(400));
    let result = runner.run(&cases(), |case| {
        all.set(all.get() + 1);
        let (weekly, left_out) = read_weekly(&calendar(&[&case.event("", "Z")]), &universal).unwrap();
        let (from, to) = (case.start - Days::new(30), case.start + Days::new(730));
        if let Some(out) = left_out.first() {
            // A rule may end before its first date.
            prop_assert_eq!((out.why, case.of_library(from, to).len()), (Why::Outside, 0));
        } else {
            exact.set(exact.get() + 1);
            let entries = taken(&weekly);
            let ours: BTreeSet<_> = from
                .iter_days()
                .take_while(|d| *d <= to)
                .filter(|d| entries.iter().any(|e| e.takes_place(*d, None)))
                .collect();
            found.set(found.get() + ours.len());
            prop_assert_eq!(ours, case.of_library(from, to));
        }
        Ok(())
    });
    result.unwrap();
    let share = f64::from(exact.get()) / f64::from(all.get());
    assert!(share > 0.9, "only {share} of the rules were read");
    assert!(found.get() > 400 * 10, "the rules gave {} dates", found.get());
}

#[test]
fn a_users_clock_behind_or_ahead_moves_the_dates() {
    let mut runner = TestRunner::new(ProptestConfig::with_cases(100));
    let result = runner.run(&(cases(), -11i64..=11), |(case, hours)| {
        let there = move |at: chrono::DateTime<chrono::Utc>| at.naive_utc() + chrono::TimeDelta::hours(hours);
        let (weekly, left_out) = read_weekly(&calendar(&[&case.event("", "Z")]), &there).unwrap();
        prop_assert!(left_out.iter().all(|out| out.why == Why::Outside));
        let (from, to) = (case.start - Days::new(30), case.start + Days::new(300));
        let theirs: BTreeSet<_> = case
            .of_library(from, to)
            .into_iter()
            .map(|d| there(d.and_hms_opt(8, 0, 0).unwrap().and_utc()).date())
            .collect();
        let days = from.iter_days().take_while(|d| *d <= to + Days::new(1));
        let entries = taken(&weekly);
        let ours: BTreeSet<_> = days
            .filter(|d| entries.iter().any(|e| e.takes_place(*d, None)))
            .collect();
        let inside = |set: BTreeSet<NaiveDate>| {
            set.into_iter()
                .filter(|d| *d > from && *d < to)
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(inside(ours), inside(theirs));
        Ok(())
    });
    result.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn records_are_the_occurrences_in_the_window(case in cases(), ahead in 0u64..500, length in 1u64..120) {
        let from = case.start - Days::new(20) + Days::new(ahead);
        let to = from + Days::new(length);
        let found = read_calendar(&calendar(&[&case.event("", "Z")]), from..=to, &universal).unwrap();
        let dates: Vec<_> = found
            .records
            .iter()
            .filter_map(|r| match &r.what {
                What::Block { date, .. } => Some(*date),
                What::Days(_) => None,
            })
            .collect();
        let theirs: Vec<_> = case.of_library(from, to).into_iter().collect();
        prop_assert_eq!(dates, theirs);
        let sources: BTreeSet<_> = found.records.iter().map(|r| &r.source).collect();
        prop_assert_eq!(sources.len(), found.records.len());
    }

    #[test]
    fn a_zone_without_seasons_changes_no_date(case in cases()) {
        // Ends in universal time fall on other sides of eight o'clock here; without one, all is the same.
        let rule = case.rule.split(';').filter(|p| !p.starts_with("UNTIL")).collect::<Vec<_>>().join(";");
        let case = Case { rule, ..case };
        let (floating, _) = read_weekly(&calendar(&[&case.event("", "")]), &shanghai).unwrap();
        let (zoned, _) = read_weekly(&calendar(&[&case.event(";TZID=China Standard Time", "")]), &shanghai).unwrap();
        prop_assert_eq!(floating, zoned);
    }
}

/// Weekly rules that a calendar may hold, but perhaps no diary.
fn far_cases() -> impl Strategy<Value = Case> {
    let start = prop_oneof![
        3 => 2000i32..2030,
        1 => 1955i32..1985,
        1 => 2385i32..2410,
    ];
    let start = (start, 1u32..=366).prop_filter_map("a date", |(y, n)| NaiveDate::from_yo_opt(y, n));
    let interval = prop_oneof![1u16..=4, 50u16..=54, 1u16..=300];
    let days = prop::sample::subsequence(DAYS.to_vec(), 0..=7);
    let until = prop::option::of(prop_oneof![0i32..8000, 380i32..420]);
    let except = prop::collection::vec(0u64..160_000, 0..6);
    (start, interval, days, until, except, any::<bool>()).prop_map(
        |(start, interval, days, until, except, is_daily)| {
            let mut rule = if is_daily {
                format!("FREQ=DAILY;INTERVAL={}", interval * 7)
            } else if days.is_empty() {
                format!("FREQ=WEEKLY;INTERVAL={interval}")
            } else {
                format!("FREQ=WEEKLY;INTERVAL={interval};BYDAY={}", days.join(","))
            };
            if let Some(years) = until {
                rule = format!("{rule};UNTIL={:04}1231T235959Z", (start.year() + years).min(9999));
            }
            let except = except.into_iter().map(|n| start + Days::new(n / 7 * 7)).collect();
            Case { start, rule, except }
        },
    )
}

#[test]
fn whatever_is_read_can_be_stored() {
    let (read, most) = (Cell::new(0u32), 400);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(most));
    let result = runner.run(&(far_cases(), -11i64..=11), |(case, hours)| {
        let there = move |at: chrono::DateTime<chrono::Utc>| at.naive_utc() + chrono::TimeDelta::hours(hours);
        let (weekly, _) = read_weekly(&calendar(&[&case.event("", "Z")]), &there).unwrap();
        let entries = taken(&weekly);
        read.set(read.get() + u32::from(!entries.is_empty()));
        let made = day("2026-11-20");
        let timetable = Timetable::default().with_entries(entries, made, made);
        prop_assert_eq!(read_timetable_json(&timetable_json(&timetable)), Ok(timetable));
        Ok(())
    });
    result.unwrap();
    assert!(read.get() > most / 4, "only {} rules were read", read.get());
}

/// Rules of other kinds, each of which comes true now and then.
fn others() -> impl Strategy<Value = String> {
    let rule = prop_oneof![
        (1u8..5, 1u8..=28).prop_map(|(i, d)| format!("FREQ=MONTHLY;INTERVAL={i};BYMONTHDAY={d},-1")),
        (1u8..4, -4i8..=4, 0usize..7).prop_map(|(i, n, d)| {
            let nth = if n == 0 { String::new() } else { n.to_string() };
            format!("FREQ=MONTHLY;INTERVAL={i};BYDAY={nth}{}", DAYS[d])
        }),
        Just("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1".to_owned()),
        (1u8..3, 1u8..=12, 1i8..=4, 0usize..7)
            .prop_map(|(i, m, n, d)| format!("FREQ=YEARLY;INTERVAL={i};BYMONTH={m};BYDAY={n}{}", DAYS[d])),
        Just("FREQ=YEARLY".to_owned()),
        (
            1u8..40,
            prop::sample::subsequence(vec!["1", "5", "9", "11"], 1..4)
        )
            .prop_map(|(i, m)| format!("FREQ=DAILY;INTERVAL={i};BYMONTH={}", m.join(","))),
        (1u8..50).prop_map(|i| format!("FREQ=HOURLY;INTERVAL={i}")),
        (1u8..30, prop::sample::subsequence(DAYS.to_vec(), 1..4))
            .prop_map(|(i, d)| format!("FREQ=WEEKLY;INTERVAL={i};BYDAY={};BYHOUR=8,13", d.join(","))),
    ];
    (
        rule,
        prop_oneof![
            Just(String::new()),
            (1u32..80).prop_map(|n| format!(";COUNT={n}"))
        ],
    )
        .prop_map(|(rule, count)| rule + &count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn rules_of_every_frequency_give_what_the_library_gives(rule in others(), start in 0u64..4000, ahead in 0u64..1500) {
        let start = day("2015-01-29") + Days::new(start);
        let (from, to) = (start + Days::new(ahead), start + Days::new(ahead + 100));
        let event = format!("DTSTART:{}T080000Z\nRRULE:{rule}", start.format("%Y%m%d"));
        let found = read_calendar(&calendar(&[&format!("UID:1\nDURATION:PT1H\n{event}")]), from..=to, &universal).unwrap();
        let set: RRuleSet = event.parse().unwrap();
        let theirs = set.into_iter().map(|t| t.naive_utc()).take_while(|t| t.date() <= to).filter(|t| t.date() >= from);
        let theirs: Vec<_> = theirs.map(|t| format!("1/{}Z", t.format("%Y%m%dT%H%M%S"))).collect();
        let ours: Vec<_> = found.records.into_iter().map(|r| r.source).collect();
        prop_assert_eq!(ours, theirs);
    }
}
