//! Calendars as timetables.

use super::{calendar, read_weekly, shanghai};
use crate::transfer::incoming::Why;
use chrono::NaiveDate;

#[test]
fn a_timetable_is_read() {
    let text = calendar(&[
        "SUMMARY:语文\nLOCATION:302\nDTSTART;TZID=Asia/Shanghai:20260901T080000\nDURATION:PT45M\n\
         RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261230T160000Z\nEXDATE;TZID=Asia/Shanghai:20260929T080000",
        "SUMMARY:早读\nDTSTART:20260901T073000\nDURATION:PT30M\nRRULE:FREQ=DAILY;BYDAY=MO,TU;COUNT=3",
        "SUMMARY:once\nDTSTART:20260901T073000\nDURATION:PT30M",
        "SUMMARY:monthly\nDTSTART:20260901T073000\nDURATION:PT30M\nRRULE:FREQ=MONTHLY",
        "SUMMARY:abroad\nDTSTART;TZID=Europe/Berlin:20260901T100000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY",
        "SUMMARY:other day\nDTSTART:20260901T230000Z\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;COUNT=2",
    ]);
    let (weekly, left_out) = read_weekly(&text, &shanghai).unwrap();
    let shown: Vec<_> = weekly
        .iter()
        .map(|w| {
            let date = |d: Option<NaiveDate>| d.map_or("-".into(), |d| d.to_string());
            let except: Vec<_> = w.except.iter().map(ToString::to_string).collect();
            format!(
                "{} {} {}..{} /{} !{}",
                w.label,
                w.weekday,
                date(w.from),
                date(w.until),
                w.every,
                except.join(",")
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "语文 Tue 2026-09-01..2026-12-22 /2 !2026-09-29",
            "早读 Tue 2026-09-01..2026-09-08 /1 !",
            "早读 Mon 2026-09-07..2026-09-07 /1 !",
            "other day Wed 2026-09-02..2026-09-09 /1 !",
        ]
    );
    let why: Vec<_> = left_out.iter().map(|l| (l.label.as_str(), l.why)).collect();
    assert_eq!(
        why,
        [
            ("once", Why::NotWeekly),
            ("monthly", Why::NotWeekly),
            ("abroad", Why::NotWeekly)
        ]
    );
}

#[test]
fn an_end_or_a_beginning_that_no_diary_takes() {
    let text = calendar(&[
        "SUMMARY:far\nDTSTART:20260901T080000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;UNTIL=99991231T000000Z\n\
         EXDATE:20260908T080000,24000104T080000",
        "SUMMARY:rare\nDTSTART:20260901T080000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;INTERVAL=53",
        "SUMMARY:early\nDTSTART:19691230T080000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY",
        "SUMMARY:yearly\nDTSTART:20260901T080000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;INTERVAL=52",
    ]);
    let (weekly, left_out) = read_weekly(&text, &shanghai).unwrap();
    let read: Vec<_> = weekly
        .iter()
        .map(|w| (w.label.as_str(), w.until, w.every))
        .collect();
    assert_eq!(read, [("far", None, 1), ("yearly", None, 52)]);
    assert_eq!(weekly[0].except, ["2026-09-08".parse::<NaiveDate>().unwrap()]);
    let why: Vec<_> = left_out.iter().map(|l| (l.label.as_str(), l.why)).collect();
    assert_eq!(why, [("rare", Why::NotWeekly), ("early", Why::NotWeekly)]);
}
