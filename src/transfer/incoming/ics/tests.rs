//! Calendars as a whole: single cases here, properties in the modules below.

mod hostile;
mod properties;
mod timetable;

use super::{read_calendar, read_weekly};
use crate::domain::Taxonomy;
use crate::entry::Lexicon;
use crate::timetable::{Parts, Recurring};
use crate::transfer::incoming::rules::Rules;
use crate::transfer::incoming::{FileFault, Incoming, Place, Weekly, What, Why, take_over};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use std::ops::RangeInclusive;

fn shanghai(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + TimeDelta::hours(8)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn term() -> RangeInclusive<NaiveDate> {
    day("2026-09-01")..=day("2027-01-31")
}

fn calendar(events: &[&str]) -> String {
    let events = events.join(
        "
END:VEVENT
BEGIN:VEVENT
",
    );
    format!(
        "BEGIN:VCALENDAR
BEGIN:VEVENT
{events}
END:VEVENT
END:VCALENDAR
"
    )
}

fn read(events: &[&str]) -> Incoming {
    read_calendar(&calendar(events), term(), &shanghai).unwrap()
}

/// The entries as a timetable has them.
fn taken(weekly: &[Weekly]) -> Vec<Recurring> {
    let rules = Rules::new(&Lexicon::new(&Taxonomy::built_in()), &[]);
    take_over(weekly, Parts::default(), &rules).unwrap().parts.entries
}

fn shown(read: &Incoming) -> Vec<String> {
    let one = |what: &What| match what {
        What::Block { date, span, note, .. } => format!("{date} {span} {note}"),
        What::Days(days) => format!("{}..{}", days.start(), days.end()),
    };
    read.records.iter().map(|r| one(&r.what)).collect()
}

fn why(read: &Incoming) -> Vec<Why> {
    read.left_out.iter().map(|l| l.why).collect()
}

#[test]
fn a_time_is_converted_from_its_zone_to_the_users() {
    let found = read(&[
        "UID:a\nSUMMARY:utc\nDTSTART:20261116T000000Z\nDTEND:20261116T004500Z",
        "UID:b\nSUMMARY:zone\nDTSTART;TZID=Asia/Tokyo:20261116T090000\nDURATION:PT45M",
        "UID:c\nSUMMARY:floating\nLOCATION:302\nDTSTART:20261116T080000\nDTEND:20261116T084559",
        "UID:d\nSUMMARY:late\nDTSTART:20261116T233000\nDTEND;TZID=Asia/Shanghai:20261117T003000",
    ]);
    assert_eq!(
        shown(&found),
        [
            "2026-11-16 08:00-08:45 utc",
            "2026-11-16 08:00-08:45 zone",
            "2026-11-16 08:00-08:45 floating (302)",
            "2026-11-16 23:30-24:30 late",
        ]
    );
    let sources: Vec<_> = found.records.iter().map(|r| r.source.as_str()).collect();
    assert_eq!(
        sources,
        [
            "a/20261116T000000Z",
            "b/20261116T000000Z",
            "c/20261116T080000",
            "d/20261116T233000"
        ]
    );
}

#[test]
fn a_series_keeps_its_hour_where_clocks_change_and_moves_on_the_users() {
    let found = read(&[
        "UID:a\nDTSTART;TZID=W. Europe Standard Time:20261019T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3",
    ]);
    let expected = [
        "2026-10-19 15:00-16:00 ",
        "2026-10-26 16:00-17:00 ",
        "2026-11-02 16:00-17:00 ",
    ];
    assert_eq!(shown(&found), expected);
}

#[test]
fn exceptions_and_overrides_change_a_series() {
    let series = "UID:a\nSUMMARY:课\nDTSTART;TZID=Asia/Shanghai:20261102T080000\nDURATION:PT45M\n\
                  RRULE:FREQ=DAILY;BYDAY=MO,WE,FR;UNTIL=20261113T000000Z\n\
                  EXDATE;TZID=Asia/Shanghai:20261104T080000,20261105T080000\nEXDATE;VALUE=DATE:20261106\n\
                  RDATE;TZID=Asia/Shanghai:20261108T100000\nRDATE;VALUE=PERIOD:20261114T000000Z/PT2H";
    let moved =
        "UID:a\nSUMMARY:课（调）\nRECURRENCE-ID:20261109T000000Z\nDTSTART:20261110T060000Z\nDURATION:PT45M";
    let cancelled = "UID:a\nSUMMARY:课\nRECURRENCE-ID;TZID=Asia/Shanghai:20261111T080000\n\
                     DTSTART;TZID=Asia/Shanghai:20261111T080000\nDURATION:PT45M\nSTATUS:CANCELLED";
    let found = read(&[moved, series, cancelled]);
    assert_eq!(
        shown(&found),
        [
            "2026-11-10 14:00-14:45 课（调）",
            "2026-11-02 08:00-08:45 课",
            "2026-11-08 10:00-10:45 课",
            "2026-11-13 08:00-08:45 课",
            "2026-11-14 08:00-10:00 课",
        ]
    );
    assert_eq!(
        found.records[0].source, "a/20261109T000000Z",
        "the occurrence it stands for"
    );
    assert_eq!(why(&found), [Why::Cancelled]);
}

#[test]
fn whole_days_end_the_day_before_their_end() {
    let found = read(&[
        "UID:a\nSUMMARY:国庆节\nDTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261008",
        "UID:b\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY",
        "UID:c\nDTSTART;VALUE=DATE:20260820\nDURATION:P2W",
        "UID:d\nDTSTART;TZID=Asia/Shanghai:20261010T000000\nDTEND;TZID=Asia/Shanghai:20261011T000000\n\
         X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        "UID:e\nDTSTART;VALUE=DATE:20250101",
    ]);
    assert_eq!(
        shown(&found),
        [
            "2026-10-01..2026-10-07",
            "2027-01-01..2027-01-01",
            "2026-09-01..2026-09-02",
            "2026-10-10..2026-10-10",
        ]
    );
    assert_eq!(why(&found), [Why::Outside]);
}

#[test]
fn what_no_diary_takes_is_named() {
    let text = calendar(&[
        "SUMMARY:a\nSTATUS:TENTATIVE\nDTSTART:20261116T080000Z\nDURATION:PT1H",
        "SUMMARY:b\nDTSTART:20261116T080000",
        "SUMMARY:c\nDTSTART:20261116T080000\nDTEND:20261118T080000",
        "SUMMARY:d\nDTSTART:20261116T080000\nDURATION:PT1M\nRRULE:FREQ=MINUTELY",
        "SUMMARY:e\nDTSTART:20261116T080000\nDTEND:20261116T070000",
        "SUMMARY:f\nDTSTART:20261116T080000\nDURATION:PT25H\nRRULE:FREQ=DAILY",
    ])
    .replace(
        "END:VCALENDAR",
        "BEGIN:VTODO\nSUMMARY:g\nEND:VTODO\nBEGIN:VJOURNAL\nEND:VJOURNAL\nEND:VCALENDAR",
    );
    let found = read_calendar(&text, term(), &shanghai).unwrap();
    assert_eq!(found.records, []);
    let all: Vec<_> = found.left_out.iter().map(|l| (l.label.as_str(), l.why)).collect();
    assert_eq!(
        all,
        [
            ("g", Why::NoEvent),
            ("", Why::NoEvent),
            ("a", Why::Cancelled),
            ("b", Why::Length),
            ("c", Why::Length),
            ("d", Why::TooOften),
            ("e", Why::Length),
            ("f", Why::Length),
        ]
    );
}

#[test]
fn what_cannot_be_read_is_named_with_its_line() {
    let value = |field: &str, text: &str| FileFault::Value {
        field: field.into(),
        text: text.into(),
    };
    let good = "UID:1\nDTSTART:20261116T080000\nDURATION:PT45M";
    for (event, line, fault) in [
        ("UID:1", 7, value("DTSTART", "")),
        ("UID:1\nDTSTART:tomorrow", 9, value("DTSTART", "tomorrow")),
        ("DTSTART:20261116T080000\nDTEND:20261116", 0, value("", "")),
        ("DTSTART:20261116T080000\nDURATION:45", 9, value("DURATION", "45")),
        (
            "DTSTART:20261116T080000\nRRULE:FREQ=OFTEN",
            9,
            value("RRULE", "FREQ=OFTEN"),
        ),
        (
            "DTSTART:20261116T080000\nRRULE:FREQ=WEEKLY;BYMONTHDAY=3\nDURATION:PT1H",
            9,
            value("RRULE", "FREQ=WEEKLY;BYMONTHDAY=3"),
        ),
        (
            "DTSTART:20261116T080000\nEXDATE:20261116,x",
            9,
            value("EXDATE", "20261116,x"),
        ),
        (
            "DTSTART;TZID=Mars/Base:20261116T080000",
            8,
            FileFault::Zone("Mars/Base".into()),
        ),
        (
            "DTSTART:20261116T080000\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261116T080000",
            9,
            value("RECURRENCE-ID;RANGE", "20261116T080000"),
        ),
    ] {
        let read = read_calendar(&calendar(&[good, event]), term(), &shanghai);
        if line == 0 {
            assert!(read.is_ok(), "{event}");
        } else {
            let bad = read.unwrap_err();
            assert_eq!(
                (bad.place, bad.fault),
                (Some(Place::Line(line)), fault),
                "{event}"
            );
        }
    }
}

#[test]
fn equal_events_have_sources_of_their_own() {
    let event = "SUMMARY:课\nDTSTART:20261116T080000\nDURATION:PT45M";
    let sources: Vec<_> = read(&[event, event])
        .records
        .into_iter()
        .map(|r| r.source)
        .collect();
    assert_eq!(
        sources,
        [
            "课@20261116T080000/20261116T080000",
            "课@20261116T080000/20261116T080000#2"
        ]
    );
}
