//! Files that were made to do harm: none makes a reader panic or wait.

use super::{calendar, read_calendar, read_weekly, shanghai, term};
use crate::transfer::incoming::Why;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Reads a file both ways; a debug build on a busy machine gets this long.
fn quickly(text: &str) -> bool {
    let begin = Instant::now();
    let is_read = read_calendar(text, term(), &shanghai).is_ok();
    let _ = read_weekly(text, &shanghai);
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
    is_read
}

#[test]
fn endless_rules_cost_nothing() {
    let rules = [
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=DAILY",
        "FREQ=WEEKLY;COUNT=4000000000",
        "FREQ=HOURLY;INTERVAL=5",
    ];
    let events: Vec<String> = rules
        .iter()
        .map(|r| format!("DTSTART:19700101T080000\nDURATION:PT45M\nRRULE:{r}"))
        .collect();
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    let found = read_calendar(&calendar(&events), term(), &shanghai).unwrap();
    assert_eq!(
        found.left_out.iter().map(|l| l.why).collect::<Vec<_>>(),
        [Why::TooOften]
    );
    assert!(quickly(&calendar(&events)));
}

#[test]
fn many_events_are_read_and_too_many_dates_are_an_error() {
    let single: Vec<String> = (0..100_000)
        .map(|i| format!("UID:{i}\nSUMMARY:x\nDTSTART:20261116T080000Z\nDURATION:PT45M"))
        .collect();
    assert!(quickly(&calendar(
        &single.iter().map(String::as_str).collect::<Vec<_>>()
    )));
    let daily = "DTSTART:20200101T080000\nDURATION:PT45M\nRRULE:FREQ=DAILY";
    assert!(!quickly(&calendar(&vec![daily; 3_000])));
    let never = "DTSTART:20200101T080000\nDURATION:PT45M\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30";
    assert!(!quickly(&calendar(&[never; 100])));
    let weekly = "DTSTART;TZID=Asia/Shanghai:19700101T080000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;COUNT=99999";
    assert!(!quickly(&calendar(&vec![weekly; 20_000])));
}

#[test]
fn the_ends_of_the_calendar_are_no_cliff() {
    for (start, length) in [
        ("DTSTART:99991231T235959Z", "DURATION:P9999999D"),
        ("DTSTART:99991231", "DURATION:P999999999W"),
        ("DTSTART:00000101T000000", "DTEND:99991231T000000"),
        ("DTSTART;TZID=Pacific/Apia:00010101T000000", "DURATION:-P9999999D"),
        ("DTSTART;VALUE=DATE:00010101", "DTEND;VALUE=DATE:99991231"),
    ] {
        for rule in [
            "",
            "\nRRULE:FREQ=YEARLY",
            "\nRRULE:FREQ=WEEKLY;INTERVAL=65535",
            "\nRRULE:FREQ=DAILY;COUNT=4294967295",
            "\nRDATE:99991231T235959Z",
        ] {
            quickly(&calendar(&[&format!("{start}\n{length}{rule}")]));
        }
    }
}

fn part() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "EXDATE",
        "RDATE",
        "RECURRENCE-ID",
        "SUMMARY",
        "STATUS",
        "CATEGORIES",
        "TZID",
    ]);
    let value = prop_oneof![
        "[0-9]{4}(0[1-9]|1[0-2])[0-2][1-8](T[01][0-9][0-5][0-9]00Z?)?",
        "P[0-9]{0,9}[WDT][0-9]{0,9}[HM]?",
        "FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY);(INTERVAL|COUNT|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|BYHOUR)=-?[0-9]{1,3};(BYDAY=-?[1-5]?(MO|SU|语);)?(WKST=SU;)?(UNTIL=2026[01]101)?",
        "\\PC{0,30}",
    ];
    let parameter = prop_oneof![
        Just(String::new()),
        Just(";VALUE=DATE".to_owned()),
        Just(";TZID=Asia/Shanghai".to_owned()),
        Just(";TZID=America/Havana".to_owned()),
        "[;=:\"a-z]{0,9}"
    ];
    (name, parameter, value).prop_map(|(n, p, v)| format!("{n}{p}:{v}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_it_panic(any in "\\PC{0,60}", lines in "([A-Z;:\"=\\\\, \t]{0,12}\r?\n){0,9}") {
        quickly(&any);
        quickly(&calendar(&[&any]));
        quickly(&calendar(&[&lines]));
    }

    #[test]
    fn no_event_makes_it_panic(start in "DTSTART(;VALUE=DATE)?:(19|20)[0-9]{2}0[1-9]1[0-9](T[01][0-9]0000Z?)?", parts in prop::collection::vec(part(), 0..5)) {
        quickly(&calendar(&[&format!("{start}\n{}", parts.join("\n"))]));
        quickly(&calendar(&[&parts.join("\n")]));
    }
}
