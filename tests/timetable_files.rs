//! Timetable files as schools have them, read from disk: which lessons are in them, and where a bad one is bad.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8};
use jianfu::transfer::incoming::table::{PeriodTimes, Table, from_csv, from_xlsx, read_table};
use jianfu::transfer::incoming::{BadFile, FileFault, Place, Weekly, WeeklyWhen};
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/timetable");
    std::fs::read(folder.join(name)).unwrap()
}

fn csv(name: &str, encoding: &'static Encoding) -> Vec<Table> {
    vec![from_csv(&encoding.decode(&bytes(name)).0).unwrap()]
}

/// A lesson on one line, with its place.
fn shown(lesson: &Weekly) -> String {
    let when = match &lesson.when {
        WeeklyWhen::Periods { first, last } if first == last => first.clone(),
        WeeklyWhen::Periods { first, last } => format!("{first}-{last}"),
        WeeklyWhen::Clock(span) => span.to_string(),
    };
    let Weekly {
        place,
        weekday,
        label,
        class,
        weeks,
        ..
    } = lesson;
    format!("{place}: {weekday} {when} {label} [{class}] {weeks}")
}

fn lines((lessons, bells): (Vec<Weekly>, Vec<PeriodTimes>)) -> Vec<String> {
    let bells = bells.iter().map(|b| format!("{}={}", b.name, b.span));
    lessons.iter().map(shown).chain(bells).collect()
}

#[test]
fn lists_in_the_encodings_of_schools() {
    let expected = [
        "line 2: Mon 1 语文 [三(2)班] 1-16",
        "line 3: Tue 3-4 作文 [三(2)班] 1-8,10-16 odd",
        "line 4: Wed 早读 早读 [三(2)班] all",
        "line 5: Fri 5 班会 [三(2)班] 1-16 even",
    ];
    assert_eq!(lines(read_table(&csv("flat.csv", UTF_8)).unwrap()), expected);
    assert_eq!(
        lines(read_table(&csv("flat-gb18030.csv", GB18030)).unwrap()),
        expected
    );
    assert_eq!(
        lines(read_table(&csv("flat-big5.csv", BIG5)).unwrap()),
        [
            "line 2: Mon 1 國語 [三年甲班] 1-18",
            "line 3: Tue 早自習 導護 [] odd",
            "line 4: Thu 3-4 數學 [三年甲班] all",
        ]
    );
}

#[test]
fn a_grid_as_text() {
    assert_eq!(
        lines(read_table(&csv("grid.csv", UTF_8)).unwrap()),
        [
            "line 3: Mon 早读 语文 [] all",
            "line 4: Mon 1 语文 [三(2)班] all",
            "line 4: Wed 1 语文 [] odd",
            "line 4: Wed 1 数学 [] even",
            "line 7: Tue 2 语文 [三(2)班] 1-16 odd",
            "line 7: Fri 2 班会 [] all",
            "line 10: Thu 3 作文 [] even",
            "line 12: Tue 课后服务 社团 [] all",
            "早读=07:30-07:55",
            "1=08:00-08:45",
            "2=08:55-09:40",
            "3=14:00-14:45",
        ]
    );
}

#[test]
fn a_list_as_a_workbook() {
    let tables = from_xlsx(&bytes("flat.xlsx")).unwrap();
    let names: Vec<&str> = tables.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["课程表"], "hidden and empty sheets are passed over");
    assert_eq!(
        lines(read_table(&tables).unwrap()),
        [
            "课程表!E2: Mon 3 语文 [三(2)班] 1-16",
            "课程表!E3: Mon 4 语文 [三(1)班] odd",
            "3=10:10-10:55",
            "4=11:05-11:50",
        ]
    );
}

#[test]
fn a_grid_as_a_workbook_with_merged_cells() {
    assert_eq!(
        lines(read_table(&from_xlsx(&bytes("grid.xlsx")).unwrap()).unwrap()),
        [
            "课表!C3: Mon 1-2 作文 [三(2)班] all",
            "课表!D4: Tue 2 语文 [] odd",
            "课表!D4: Tue 2 阅读 [] even",
            "课表!E5: Wed 3 语文 [三(2)班] 1-16",
            "课表!F7: Thu 4 语文 [] all",
            "课表!G7: Fri 4 班会 [] all",
            "课表!D8: Tue 课后服务 社团 [] all",
            "课表!E8: Wed 课后服务 社团 [] all",
            "1=08:00-08:45",
            "2=08:55-09:40",
        ]
    );
}

#[test]
fn bad_files_say_where() {
    let value = |field: &str, text: &str| FileFault::Value {
        field: field.to_owned(),
        text: text.to_owned(),
    };
    assert_eq!(
        read_table(&csv("grid-bad-weeks.csv", UTF_8)).unwrap_err(),
        BadFile {
            place: Some(Place::Line(7)),
            fault: value("weeks", "语文 16-1周"),
        }
    );
    // A spreadsheet made a date of 3-4, and what was meant is not guessed.
    assert_eq!(
        read_table(&from_xlsx(&bytes("period-as-date.xlsx")).unwrap()).unwrap_err(),
        BadFile {
            place: Some(Place::Cell("课表!B2".to_owned())),
            fault: value("period", "2026-03-04"),
        }
    );
    let not_xlsx = from_xlsx(b"a,b\n").unwrap_err();
    assert_eq!(not_xlsx.fault, FileFault::NotThis("XLSX"));
}

#[test]
fn no_damaged_workbook_panics() {
    for name in ["flat.xlsx", "grid.xlsx"] {
        let good = bytes(name);
        for cut in (0..good.len()).step_by(97) {
            let _ = from_xlsx(&good[..cut]).map(|tables| read_table(&tables).is_ok());
            let mut bad = good.clone();
            bad[cut] ^= 0x55;
            let _ = from_xlsx(&bad).map(|tables| read_table(&tables).is_ok());
        }
    }
}
