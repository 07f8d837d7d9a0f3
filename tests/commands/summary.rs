//! `week` and `trend` in every format: all of them say the same.

use super::teacher::{Teacher, validate};
use jianfu::diary::SETTING_NAMES;
use jianfu::i18n::Lang;
use jianfu::store::Store;
use jianfu::summary::{TREND_SCHEMA, WEEK_SCHEMA};
use serde_json::Value;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

const CATEGORIES: [&str; 5] = ["teaching", "meetings", "reports", "parent_messages", "duty"];

/// A teacher with the made-up term that `demo` shows.
fn demo() -> Teacher {
    let teacher = Teacher::new();
    let now = "2026-11-20T17:30:00".parse().unwrap();
    let (diary, profile) = jianfu::demo::term("2026-11-20".parse().unwrap(), Lang::En);
    let settings = SETTING_NAMES.iter().filter_map(|n| profile.setting(n)).collect();
    let mut session = Store::at(teacher.data()).session(now).unwrap();
    session
        .replace(diary.days().cloned().collect(), settings)
        .unwrap();
    session.begin_here().unwrap();
    teacher
}

/// The bytes that a command prints.
fn bytes(teacher: &Teacher, args: &[&str]) -> Vec<u8> {
    let output = teacher.command(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    output.stdout
}

/// The rows of a table in text as Excel wants it.
fn rows(file: &[u8]) -> Vec<Vec<String>> {
    let text = file.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    let text = std::str::from_utf8(text).unwrap();
    let ends = text.matches('\n').count();
    assert_eq!(
        text.matches("\r\n").count(),
        ends,
        "every line ends as on Windows"
    );
    // A reader that is not flexible: every row has as many columns.
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let row = |record: Result<csv::StringRecord, _>| record.unwrap().iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

/// The rows below the columns of the first table under a heading.
fn table<'a>(rows: &'a [Vec<String>], heading: &str) -> Vec<&'a [String]> {
    let at = rows.iter().position(|r| r[0] == heading).expect(heading);
    let rows = rows[at + 2..].iter().map(Vec::as_slice);
    rows.take_while(|r| r.iter().any(|c| !c.is_empty())).collect()
}

/// A field of the JSON as the CSV has it: nothing for null.
fn field(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(n) => n.as_f64().unwrap().to_string(),
        other => panic!("{other}"),
    }
}

/// The five categories, total, non-teaching and share.
fn sums(json: &Value) -> Vec<String> {
    let minutes = CATEGORIES.iter().map(|c| field(&json["minutes"][c]));
    let rest = ["total", "non_teaching", "non_teaching_share"];
    minutes.chain(rest.iter().map(|n| field(&json[n]))).collect()
}

fn hours(minutes: &Value) -> String {
    let minutes = minutes.as_u64().unwrap();
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[test]
fn the_table_of_a_week_says_what_its_json_says() {
    let teacher = demo();
    for week in ["this", "last", "2026-W40", "2026-W20"] {
        let json = teacher.json(&["week", week, "--format", "json"]);
        validate(WEEK_SCHEMA, &json);
        let rows = rows(&bytes(&teacher, &["week", week, "--format", "csv"]));
        let days = table(&rows, "Days");
        assert_eq!(days.len(), 8);
        for (row, day) in days.iter().zip(json["days"].as_array().unwrap()) {
            assert_eq!(row[0], field(&day["date"]));
            let closed = match (day["closed"] == true, day["kind"] == "school") {
                (true, _) => "yes",
                (false, true) => "no",
                (false, false) => "",
            };
            assert_eq!(row[3], closed, "nothing is owed on a day off");
            assert_eq!(row[4..12], sums(day)[..], "{row:?}");
        }
        assert_eq!(days[7][4..12], sums(&json)[..], "the sum of the week");
        let summary = table(&rows, "Summary");
        for (row, category) in summary.iter().zip(CATEGORIES) {
            assert_eq!(row[1], field(&json["minutes"][category]));
        }
        let non_teaching = summary.last().unwrap();
        let names = ["non_teaching", "non_teaching_share", "expected", "change"];
        assert_eq!(
            non_teaching[1..5],
            names.map(|n| field(&json[n])),
            "{non_teaching:?}"
        );
        let flags = json["flags"].as_array().unwrap();
        if !flags.is_empty() {
            let listed = table(&rows, "Burden list");
            assert_eq!(listed.len(), flags.len());
            for (row, flag) in listed.iter().zip(flags) {
                assert_eq!(
                    [&row[0], &row[4]],
                    [&field(&flag["date"]), &field(&flag["minutes"])]
                );
            }
        }
        if json["total"] != 0 {
            let blocks = table(&rows, "Blocks");
            let own = blocks.iter().filter(|b| b[9].is_empty());
            let minutes: u64 = own.map(|b| b[4].parse::<u64>().unwrap()).sum();
            assert_eq!(json["total"], minutes);
        }
    }
}

#[test]
fn the_table_of_a_trend_says_what_its_json_says() {
    let teacher = demo();
    let json = teacher.json(&["trend", "--format", "json"]);
    validate(TREND_SCHEMA, &json);
    let utf8 = bytes(&teacher, &["trend", "--format", "csv"]);
    let rows = rows(&utf8);
    let weeks = table(&rows, "Weeks");
    let of_json = json["weeks"].as_array().unwrap();
    assert!(of_json.len() >= 10 && weeks.len() == of_json.len());
    for (row, week) in weeks.iter().zip(of_json) {
        let head = ["week", "from", "school_days", "closed_days"];
        assert_eq!(row[..4], head.map(|n| field(&week[n])));
        assert_eq!(row[4..12], sums(week)[..]);
        assert_eq!(
            row[12..15],
            ["expected", "target", "change"].map(|n| field(&week[n]))
        );
        let flags = week["flags"].as_array().unwrap().len().to_string();
        let tail = [
            field(&week["meetings"]["count"]),
            field(&week["late_parent_minutes"]),
            flags,
        ];
        assert_eq!(row[16..19], tail);
    }
    let summary = table(&rows, "Summary");
    for (row, category) in summary.iter().zip(json["categories"].as_array().unwrap()) {
        assert_eq!(row[1], field(&category["minutes"]));
        let number = |at: usize| row[at].parse::<f64>().unwrap();
        for (at, name) in [(3, "per_school_day"), (4, "baseline"), (5, "average_change")] {
            assert_eq!(
                number(at).to_bits(),
                category[name].as_f64().unwrap().to_bits(),
                "{name}"
            );
        }
    }
    let legacy = bytes(&teacher, &["trend", "--format", "csv", "--encoding", "gb18030"]);
    let (text, _, faulty) = encoding_rs::GB18030.decode(&legacy);
    assert!(!faulty);
    let utf8 = std::str::from_utf8(&utf8[3..]).unwrap();
    assert_eq!(text, utf8.replace('−', "-"), "GBK has no minus sign");
}

#[test]
fn a_week_of_a_trend_is_that_week() {
    let teacher = demo();
    let trend = teacher.json(&["trend", "--format", "json"]);
    for week in trend["weeks"].as_array().unwrap() {
        let own = teacher.json(&["week", week["week"].as_str().unwrap(), "--format", "json"]);
        for (name, value) in week.as_object().unwrap() {
            assert_eq!(value, &own[name], "{name} of {}", week["week"]);
        }
    }
}

#[test]
fn a_trend_is_what_its_weeks_make_of_it() {
    let teacher = demo();
    let json = teacher.json(&["trend", "--format", "json"]);
    let rate = json["baseline"]["per_school_day"].as_f64().unwrap();
    let number = |week: &Value, name: &str| week[name].as_f64().unwrap();
    let weeks = json["weeks"].as_array().unwrap().iter();
    let counted: Vec<&Value> = weeks
        .filter(|w| w["complete"] == true && w["status"] != "baseline")
        .collect();
    assert!(counted.len() >= 5);
    let of = |name: &str| counted.iter().map(|w| number(w, name)).sum::<f64>();
    let expected = rate * of("school_days");
    let near = |value: &Value, other: f64| {
        let value = value.as_f64().unwrap();
        assert!((value - other).abs() < 1e-9, "{value} is not {other}");
    };
    near(&json["average_change"], of("non_teaching") / expected - 1.0);
    let saved = &json["saved"];
    near(&saved["expected"], (expected + 0.5).floor());
    near(&saved["non_teaching"], of("non_teaching"));
    near(&saved["target"], (expected * 0.85 + 0.5).floor());
    near(&saved["minutes"], (expected + 0.5).floor() - of("non_teaching"));
    near(
        &saved["goal_minutes"],
        (expected + 0.5).floor() - (expected * 0.85 + 0.5).floor(),
    );
    let change = |w: &Value| number(w, "non_teaching") / (rate * number(w, "school_days")) - 1.0;
    let (mut best, mut worst) = (counted[0], counted[0]);
    for week in &counted {
        if change(week) < change(best) - 1e-12 {
            best = week;
        }
        if change(week) > change(worst) + 1e-12 {
            worst = week;
        }
    }
    assert_eq!((&json["best"], &json["worst"]), (&best["week"], &worst["week"]));
    for category in json["categories"].as_array().unwrap() {
        let name = category["category"].as_str().unwrap();
        let all = json["weeks"].as_array().unwrap().iter();
        let minutes: u64 = all.map(|w| w["minutes"][name].as_u64().unwrap()).sum();
        assert_eq!(category["minutes"], minutes);
        let counted: f64 = counted.iter().map(|w| number(&w["minutes"], name)).sum();
        near(&category["per_school_day"], counted / of("school_days"));
        let expected = category["baseline"].as_f64().unwrap() * of("school_days");
        near(&category["average_change"], counted / expected - 1.0);
    }
    let goal = &json["goals"][0];
    assert_eq!((&goal["what"], &goal["met"]), (&"reports".into(), &false.into()));
    assert_eq!(goal["average_change"], json["categories"][2]["average_change"]);
    let flags = |w: &Value| w["flags"].as_array().unwrap().len() as u64;
    let counts = json["flag_counts"].as_object().unwrap().values();
    let flagged: u64 = counts.map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(
        flagged,
        json["weeks"].as_array().unwrap().iter().map(flags).sum::<u64>()
    );
    let minutes = |w: &Value| w["late_parent_minutes"].as_u64().unwrap();
    let late: u64 = json["weeks"].as_array().unwrap().iter().map(minutes).sum();
    assert_eq!(json["late_parent_minutes"], late);
}

#[test]
fn markdown_has_the_numbers_in_tables_and_no_long_lists() {
    let teacher = demo();
    let json = teacher.json(&["week", "last", "--format", "json"]);
    let text = teacher.ok(&["week", "last", "--format", "md"]);
    assert!(
        text.starts_with("# Week 46 · 2026-11-09 to 2026-11-15\n\n"),
        "{text}"
    );
    for day in json["days"].as_array().unwrap() {
        let row = format!("| {} |", day["date"].as_str().unwrap());
        let row = text
            .lines()
            .find(|l| l.starts_with(&row) && l.contains("| off |") | l.contains("| school day |"));
        let cells: Vec<&str> = row.unwrap().trim_matches('|').split('|').map(str::trim).collect();
        for (at, category) in CATEGORIES.iter().enumerate() {
            assert_eq!(cells[4 + at], hours(&day["minutes"][category]));
        }
        assert_eq!(
            (cells[9], cells[10]),
            (
                hours(&day["total"]).as_str(),
                hours(&day["non_teaching"]).as_str()
            )
        );
    }
    assert!(text.contains("## Notes on the figures\n\n- The non-teaching share is"));
    assert!(!text.contains("## Blocks") && !text.contains("## Activities"));
    let columns = |line: &str| line.matches('|').count();
    let tables: Vec<&str> = text.split("\n\n").filter(|p| p.starts_with('|')).collect();
    assert!(tables.len() >= 4);
    for table in tables {
        let first = columns(table.lines().next().unwrap());
        assert!(table.lines().all(|l| columns(l) == first), "{table}");
    }
}

#[test]
fn text_fits_on_a_terminal_in_every_language() {
    let teacher = demo();
    for (lang, burden) in [
        ("en", "Burden list"),
        ("zh-Hans", "负担清单"),
        ("zh-Hant", "負擔清單"),
    ] {
        for command in ["trend", "week"] {
            let text = teacher.ok(&["--lang", lang, command]);
            assert!(text.contains(burden), "{text}");
            let wide = text.lines().find(|l| l.width() > 80);
            assert!(wide.is_none_or(|l| l.contains("10 h 50 min")), "{wide:?}");
        }
    }
    let trend = teacher.ok(&["trend", "--term"]);
    assert!(
        trend.contains("2026-W44") && trend.contains("goal met"),
        "{trend}"
    );
    let empty = teacher.ok(&["trend", "--from", "2020-W01", "--to", "2020-W10"]);
    assert!(empty.contains("nothing logged in these weeks"), "{empty}");
}

#[test]
fn the_weeks_of_a_trend_are_chosen() {
    let teacher = demo();
    let weeks = |args: &[&str]| -> Vec<String> {
        let args = [&["trend", "--format", "json"], args].concat();
        let json = teacher.json(&args);
        validate(TREND_SCHEMA, &json);
        let weeks = json["weeks"].as_array().unwrap().iter();
        let ids = [field(&json["from"]), field(&json["to"])].into_iter();
        ids.chain(weeks.map(|w| field(&w["week"]))).collect()
    };
    let year = weeks(&[]);
    assert_eq!(year[..3], ["2026-W31", "2026-W47", "2026-W36"]);
    assert_eq!(year, weeks(&["--year"]));
    assert_eq!(weeks(&["--term"])[..3], ["2026-W36", "2026-W47", "2026-W36"]);
    let some = weeks(&["--from", "2026-W40", "--to", "last"]);
    assert_eq!((some[2].as_str(), some.len()), ("2026-W40", 2 + 7));
    assert_eq!(
        weeks(&["--from", "-1"])[2..],
        ["2026-W46".to_owned(), "2026-W47".into()]
    );
    assert_eq!(weeks(&["--to", "2026-W20"])[..2], ["2025-W31", "2026-W20"]);
    // A range of two centuries costs no more than the diary is long.
    let all = weeks(&["--from", "1990-W01", "--to", "2150-W01"]);
    assert_eq!(all[2..], year[2..]);
    let after = teacher.refused(2, &["trend", "--from", "this", "--to", "last"]);
    assert!(
        after.contains("2026-W47") && after.contains("2026-W46"),
        "{after}"
    );
    assert!(
        teacher
            .refused(2, &["trend", "--from", "2026-W54"])
            .contains("2026-W54")
    );
    assert_eq!(teacher.run(&["trend", "--term", "--from", "last"]).status, 2);
}

#[test]
fn the_name_of_a_file_tells_its_format() {
    let teacher = demo();
    let path = |name: &str| teacher.dir.path().join(name).to_str().unwrap().to_owned();
    let written = |name: &str, args: &[&str]| {
        let file = path(name);
        assert_eq!(teacher.ok(&[args, &["-o", &file]].concat()), "");
        std::fs::read(&file).unwrap()
    };
    let json = bytes(&teacher, &["week", "--format", "json"]);
    assert_eq!(written("a.json", &["week"]), json);
    assert_eq!(written("a.csv", &["week", "--format", "json"]), json, "said wins");
    assert!(written("b.CSV", &["trend"]).starts_with(b"\xef\xbb\xbfTrend"));
    assert!(written("b.md", &["trend", "--term"]).starts_with(b"# Trend"));
    let text = bytes(&teacher, &["week"]);
    assert_eq!(written("a.txt", &["week"]), text);
    assert_eq!(written("a", &["week"]), text);
    assert_eq!(bytes(&teacher, &["week", "-o", "-"]), text);
    let only = teacher.refused(2, &["week", "--encoding", "gb18030"]);
    assert!(only.contains("--format csv"), "{only}");
    let bad = path("no/such/folder.csv");
    let why = teacher.refused(1, &["week", "-o", &bad]);
    assert!(why.contains("there is no such file or folder"), "{why}");
    assert!(!Path::new(&bad).exists());
}

#[test]
fn a_strange_ending_is_refused_and_a_file_that_is_written_is_named() {
    let teacher = demo();
    let path = |name: &str| teacher.dir.path().join(name).to_str().unwrap().to_owned();
    let pdf = path("w.pdf");
    for command in ["week", "trend"] {
        let why = teacher.refused(2, &[command, "-o", &pdf]);
        assert!(why.contains(".pdf") && why.contains(".xlsx"), "{why}");
    }
    assert!(!Path::new(&pdf).exists());
    let said = |args: &[&str]| {
        let done = teacher.run(args);
        assert_eq!((done.status, done.out.as_str()), (0, ""), "{args:?}");
        done.err
    };
    let told = ["week", "--format", "text", "-o", &pdf];
    assert_eq!(said(&told), format!("saved as {pdf}\n"));
    assert_eq!(said(&told), format!("replaced {pdf}\n"));
    let all = path("all.jsonl");
    assert_eq!(said(&["export", "-o", &all]), format!("saved as {all}\n"));
    assert_eq!(teacher.run(&["week"]).err, "");
}

#[test]
fn rules_that_were_loosened_are_named_under_the_figures() {
    let teacher = demo();
    teacher.ok(&["rules", "set", "staff-meeting-length", "120"]);
    teacher.ok(&["rules", "off", "street-duty"]);
    for command in ["week", "trend"] {
        let text = String::from_utf8(bytes(&teacher, &[command, "--format", "md"])).unwrap();
        let line = text.lines().find(|l| l.contains("except what the teacher set"));
        let line = line.unwrap_or_else(|| panic!("{text}"));
        assert!(
            line.contains("at most 120 min") && line.contains("(off)"),
            "{line}"
        );
    }
}

#[test]
fn a_report_that_was_filled_again_is_listed_with_its_note() {
    let teacher = Teacher::new();
    for day in ["2026-11-16", "2026-11-18"] {
        teacher.ok(&["add", "--date", day, "16:00-16:20 reports/surveys 家校问卷"]);
    }
    let text = String::from_utf8(bytes(&teacher, &["week", "2026-W47", "--format", "md"])).unwrap();
    assert!(text.contains("· 家校问卷"), "{text}");
}

#[test]
fn what_a_teacher_wrote_is_never_a_formula_or_a_date() {
    let teacher = Teacher::new();
    teacher.ok(&["activity", "add", "reports/odd", "@SUM(A1)"]);
    let hostile = ["=1+1", "=HYPERLINK(\"http://x\";\"y\")", "3-1", "1e5", "+1|2"];
    for (hour, note) in hostile.iter().enumerate() {
        let entry = format!("{:02}:00-{:02}:30 reports/odd -- {note}", 8 + hour, 8 + hour);
        teacher.ok(&["add", &entry]);
    }
    let rows = rows(&bytes(&teacher, &["week", "--format", "csv"]));
    let blocks = table(&rows, "Blocks");
    for (row, note) in blocks.iter().zip(hostile) {
        assert_eq!(row[6], "'@SUM(A1)");
        assert_eq!(row[7], format!("'{note}"));
    }
    let begins =
        |c: &String| c.starts_with(['=', '+', '@']) || c.starts_with('-') && c.parse::<f64>().is_err();
    assert!(!rows.iter().flatten().any(begins));
}
