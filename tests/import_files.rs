//! Files as other programs write them, read whole. All were made for these tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use jianfu::domain::Taxonomy;
use jianfu::entry::Lexicon;
use jianfu::i18n::{I18n, Lang, Say};
use jianfu::timetable::Parts;
use jianfu::transfer::incoming::rules::Rules;
use jianfu::transfer::incoming::{
    BadFile, Encoding, FileFault, Incoming, Place, Weekly, What, Why, decode, read_calendar, read_csv,
    read_klog, read_timewarrior, read_weekly, take_over,
};
use std::fs;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    fs::read(folder.join(name)).unwrap()
}

fn text(name: &str) -> String {
    decode(&bytes(name), None).unwrap()
}

fn shanghai(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + TimeDelta::hours(8)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar(name: &str) -> Result<Incoming, BadFile> {
    read_calendar(&text(name), day("2026-09-01")..=day("2026-12-31"), &shanghai)
}

/// Each record in a line: when, what it is called, the note in brackets.
fn shown(read: &Incoming) -> Vec<String> {
    let records = read.records.iter().map(|r| {
        let words = r.words.join("+");
        match &r.what {
            What::Block {
                date,
                span,
                note,
                rating,
                parallel,
            } => {
                let rating = rating.map_or(String::new(), |n| format!(" *{n}"));
                let parallel = if *parallel { " &" } else { "" };
                format!("{date} {span} {words} [{note}]{rating}{parallel}")
            }
            What::Days(days) => format!("{}..{} {words}", days.start(), days.end()),
        }
    });
    records.collect()
}

fn left_out(read: &Incoming) -> Vec<(&str, Why)> {
    read.left_out.iter().map(|l| (l.label.as_str(), l.why)).collect()
}

#[test]
fn google_calendar() {
    let read = calendar("google.ics").unwrap();
    assert_eq!(
        shown(&read),
        [
            "2026-10-01..2026-10-07 国庆节",
            "2026-11-16 13:30-14:30 年级组会议, 讨论期中考试；请带 成绩单 [年级组会议, 讨论期中考试；请带 成绩单 (三楼会议室)]",
            "2026-11-02 16:00-17:00 备课组活动 [备课组活动]",
            "2026-11-16 16:00-17:00 备课组活动 [备课组活动]",
            "2026-11-30 16:00-17:00 备课组活动 [备课组活动]",
            "2026-12-07 16:00-17:00 备课组活动 [备课组活动]",
            "2026-12-14 16:00-17:00 备课组活动 [备课组活动]",
            "2026-11-24 15:00-16:30 备课组活动（改期） [备课组活动（改期）]",
        ]
    );
    assert_eq!(read.records[1].place, Place::Line(23));
    assert_eq!(read.records[7].source, "7n3example02@google.com/20261123T080000Z");
    assert_eq!(left_out(&read), [("聚餐？", Why::Cancelled)]);
}

#[test]
fn apple_calendar() {
    let read = calendar("apple.ics").unwrap();
    let shown = shown(&read);
    assert_eq!(shown.len(), 18 + 18 + 1, "18 Tuesdays, 18 Thursdays, one night");
    assert_eq!(
        shown[0],
        "2026-09-01 08:00-08:45 数学 七(1)班 [数学 七(1)班 (教学楼, 201)]"
    );
    assert_eq!(
        shown[35],
        "2026-12-31 08:00-08:45 数学 七(1)班 [数学 七(1)班 (教学楼, 201)]"
    );
    assert!(
        shown[36].starts_with("2026-11-18 19:00-24:30 晚自习值班"),
        "{}",
        shown[36]
    );
    assert!(
        read.records[36].words[0].ends_with("值班本上签字"),
        "the folded line is whole"
    );
}

#[test]
fn apple_holidays() {
    let read = calendar("apple-holidays.ics").unwrap();
    let shown = shown(&read);
    assert_eq!(shown.len(), 1 + 7 + 1);
    assert_eq!(
        shown[0],
        "2026-09-20..2026-09-20 国庆节（班）+节假日+ALTERNATE-WORKDAY"
    );
    assert_eq!(
        shown[1],
        "2026-10-01..2026-10-01 国庆节（休）+节假日+WORK-HOLIDAY"
    );
    assert_eq!(
        shown[7],
        "2026-10-07..2026-10-07 国庆节（休）+节假日+WORK-HOLIDAY"
    );
    assert_eq!(shown[8], "2026-09-10..2026-09-10 教师节");
}

#[test]
fn outlook() {
    let read = calendar("outlook.ics").unwrap();
    assert_eq!(
        shown(&read),
        [
            "2026-09-25 15:00-16:30 全体教师大会 [全体教师大会 (报告厅)]",
            "2026-10-30 15:00-16:30 全体教师大会 [全体教师大会 (报告厅)]",
            "2026-11-27 15:00-16:30 全体教师大会 [全体教师大会 (报告厅)]",
            "2026-12-25 15:00-16:30 全体教师大会 [全体教师大会 (报告厅)]",
            "2026-11-18 13:30-15:00 教研活动 [教研活动]",
            "2026-10-22..2026-10-23 运动会",
        ]
    );
    assert_eq!(
        left_out(&read),
        [("填报材料", Why::NoEvent), ("已取消: 家访", Why::Cancelled)]
    );
}

#[test]
fn a_timetable_as_a_calendar() {
    let (weekly, left_out) = read_weekly(&text("timetable.ics"), &shanghai).unwrap();
    let rules = Rules::new(&Lexicon::new(&Taxonomy::built_in()), &[]);
    let shown = |w: &Weekly| {
        let taken = take_over(std::slice::from_ref(w), Parts::default(), &rules).unwrap();
        let entry = taken.parts.entries.first().unwrap();
        let days = day("2026-08-01")
            .iter_days()
            .take(200)
            .filter(|d| entry.takes_place(*d, None));
        let days: Vec<_> = days.map(|d| d.format("%m-%d").to_string()).collect();
        format!("{} {} {}", w.label, w.weekday, days.join(" "))
    };
    let found: Vec<_> = weekly.iter().map(shown).collect();
    assert_eq!(
        found,
        [
            "语文 三(2)班 Mon 08-31 09-07 09-14 09-21 09-28 10-05 10-12 10-19 10-26 11-02 11-09 11-16 11-23 11-30 12-07 12-14 12-21",
            "书法 三(2)班 Wed 09-02 09-16 09-30 10-14 10-28 11-11 11-25 12-09",
            "早读 Mon 08-31 09-07",
            "早读 Wed 09-02 09-09",
            "早读 Fri 09-04",
        ]
    );
    assert_eq!((left_out.len(), left_out[0].why), (1, Why::NotWeekly));
    let read = calendar("timetable.ics").unwrap();
    assert_eq!(read.records.len(), 16 + 8 + 4 + 1, "all but two dates of August");
}

#[test]
fn tables_in_three_encodings() {
    let expected = [
        "2026-11-16 08:00-08:45 教学/上课+上课+教学+三(2)班语文, 第一课时 [三(2)班语文, 第一课时]",
        "2026-11-16 14:00-15:30 会议/教研会+教研会+会议+集体备课 [集体备课] *4",
        "2026-11-16 22:00-24:30 教学/批改作业+批改作业+教学+=期中试卷 [=期中试卷] &",
    ];
    for name in ["log-utf8-bom.csv", "log-gb18030.csv"] {
        assert_eq!(shown(&read_csv(&text(name)).unwrap()), expected, "{name}");
    }
    assert_eq!(
        shown(&read_csv(&text("log-big5.csv")).unwrap()),
        [
            "2026-11-16 08:00-08:40 教學/上課+上課+教學+三年二班國語 [三年二班國語]",
            "2026-11-16 90m 行政/填報資料+填報資料+行政+評鑑表格 [評鑑表格]",
        ]
    );
    let wrong = decode(&bytes("log-gb18030.csv"), Some(Encoding::Utf8)).unwrap_err();
    assert_eq!(
        wrong,
        BadFile {
            place: None,
            fault: FileFault::Encoding
        }
    );
}

#[test]
fn timewarrior() {
    let read = read_timewarrior(&text("timewarrior.json"), &shanghai).unwrap();
    assert_eq!(
        shown(&read),
        [
            "2026-11-16 08:00-08:45 上课+三(2)班+第一课时 [第一课时]",
            "2026-11-16 08:45-09:30 备课 []",
            "2026-11-16 23:00-24:30 批改作业 []",
        ]
    );
    assert_eq!(left_out(&read), [("上课", Why::Open)]);
}

#[test]
fn klog() {
    let read = read_klog(&text("week.klg")).unwrap();
    assert_eq!(
        shown(&read),
        [
            "2026-11-16 08:00-08:45 上课+三(2)班语文 [#上课 三(2)班语文]",
            "2026-11-16 90m 备课=语文+备课+第七单元 的课件 [#备课=语文 第七单元 的课件]",
            "2026-11-16 10:00-10:40 学校+周一 [周一 #学校]",
            "2026-11-16 23:30-24:30 批改作业 [#批改作业]",
        ]
    );
    assert_eq!(left_out(&read), [("午休", Why::Length), ("上课", Why::Open)]);
}

/// What is wrong, in which line, of a file that is no good; nothing of it is returned.
#[test]
fn bad_files_say_where_they_are_bad() {
    let timewarrior = |name: &str| read_timewarrior(&text(name), &shanghai);
    for (name, read, expected) in [
        (
            "bad-cut-off.ics",
            calendar("bad-cut-off.ics"),
            "line 8: BEGIN:VEVENT has no END: the file is cut off",
        ),
        (
            "bad-date.ics",
            calendar("bad-date.ics"),
            "line 11: \"20261131T080000\" is not a value of DTSTART",
        ),
        (
            "bad-zone.ics",
            calendar("bad-zone.ics"),
            "line 13: the time zone \"Customized Time Zone\" is unknown",
        ),
        (
            "bad-rule.ics",
            calendar("bad-rule.ics"),
            "line 6: \"FREQ=WEEKLY;BYDAY=周一\" is not a value of RRULE",
        ),
        (
            "week.klg as a calendar",
            calendar("week.klg"),
            "line 1: this is not a file of the format iCalendar",
        ),
        (
            "bad-day-first.csv",
            read_csv(&text("bad-day-first.csv")),
            "line 3: \"03/04/2026\" is not a value of date",
        ),
        (
            "bad-no-column.csv",
            read_csv(&text("bad-no-column.csv")),
            "line 1: a column is missing",
        ),
        (
            "google.ics as a table",
            read_csv(&text("google.ics")),
            "line 1: this is not a file of the format CSV",
        ),
        (
            "bad-interval.json",
            timewarrior("bad-interval.json"),
            "entry 2: \"yesterday\" is not a value of start",
        ),
        (
            "google.ics as Timewarrior",
            timewarrior("google.ics"),
            "this is not a file of the format Timewarrior",
        ),
        (
            "bad-entry.klg",
            read_klog(&text("bad-entry.klg")),
            "line 3: \"quarter past nine\" is not a value of entry",
        ),
        (
            "google.ics as klog",
            read_klog(&text("google.ics")),
            "line 1: this is not a file of the format klog",
        ),
    ] {
        let bad = read.unwrap_err();
        assert!(bad.to_string().starts_with(expected), "{name}: {bad}");
        assert!(bad.to_string().ends_with("nothing was imported"), "{name}: {bad}");
        for lang in Lang::ALL {
            assert!(!bad.say(&I18n::new(lang)).is_empty());
        }
    }
}
