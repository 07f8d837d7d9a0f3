//! The timetable by commands: taken over, shown, edited, and filling days.

use super::teacher::{Teacher, validate};
use serde_json::json;

const TEXT: &str = r#"
[[terms]]
name = "autumn"
first = 2026-08-31
last = 2027-01-22
holidays = ["2026-10-01..2026-10-07 holiday"]

[[bells]]
name = "winter"
periods = ["早读 07:30-07:55", "8:00-8:45", "8:55-9:40", "10:10-10:55", "11:05-11:50"]

[[bells]]
name = "summer"
dates = "05-01..09-30"
periods = ["早读 07:20-07:45", "7:50-8:35", "8:45-9:30", "10:00-10:45", "10:55-11:40"]

[week]
mon = [{ period = 1, note = "三(2)班语文" }, { period = "3-4", what = "备课", weeks = "odd" }]
fri = [
    { period = "早读", what = "tutoring" },
    { period = 1, note = "三(1)班语文" },
    { period = 2, note = "三(2)班语文", weeks = "even" },
    { period = 2, note = "三(3)班语文", weeks = "odd" },
    { time = "19:00-20:30", what = "duty/supervision" },
]
"#;

fn with_timetable() -> Teacher {
    let teacher = Teacher::new();
    let file = teacher.dir.path().join("week.toml");
    std::fs::write(&file, TEXT).unwrap();
    let said = teacher.ok(&["timetable", "import", file.to_str().unwrap()]);
    assert!(said.contains("Entries: 7") && said.contains("7 days"), "{said}");
    teacher
}

fn planned(teacher: &Teacher, date: &str) -> Vec<String> {
    let day = teacher.json(&["day", date, "--json"]);
    validate(jianfu::summary::DAY_SCHEMA, &day);
    let text = |p: &serde_json::Value| {
        format!(
            "{} {}",
            p["start"].as_str().unwrap(),
            p["note"].as_str().unwrap_or("")
        )
    };
    let list = day["planned"].as_array().cloned().unwrap_or_default();
    list.iter().map(|p| text(p).trim().to_owned()).collect()
}

#[test]
fn weeks_seasons_terms_and_holidays_decide_what_is_planned() {
    let teacher = with_timetable();
    let friday = ["07:30", "08:00 三(1)班语文", "08:55 三(2)班语文", "19:00"];
    assert_eq!(planned(&teacher, "2026-11-20"), friday, "week 12");
    let odd = ["07:30", "08:00 三(1)班语文", "08:55 三(3)班语文", "19:00"];
    assert_eq!(planned(&teacher, "2026-11-13"), odd, "week 11");
    let summer = ["07:20", "07:50 三(1)班语文", "08:45 三(3)班语文", "19:00"];
    assert_eq!(planned(&teacher, "2026-09-04"), summer, "week 1, summer bells");
    for nothing in ["2026-10-02", "2027-01-29", "2026-11-21", "2026-11-17"] {
        assert_eq!(planned(&teacher, nothing), [""; 0], "{nothing}");
    }
    teacher.ok(&["day", "2026-10-10", "--school", "--like", "2026-10-09"]);
    assert_eq!(
        planned(&teacher, "2026-10-10"),
        friday,
        "a make-up day, as on Friday of week 6"
    );
    assert_eq!(
        teacher.json(&["day", "2026-10-10", "--json"])["follows"],
        "2026-10-09"
    );
    teacher.ok(&["day", "2026-10-10", "--off", "weekend"]);
    assert_eq!(planned(&teacher, "2026-10-10"), [""; 0]);
}

#[test]
fn a_day_is_filled_and_what_did_not_take_place_stays_dismissed() {
    let teacher = with_timetable();
    teacher.ok(&["add", "8:30-9:00 qx"]);
    assert!(teacher.refused(1, &["day", "--dismiss", "p4"]).contains("p4"));
    let filled = teacher.run(&["day", "--fill", "--dismiss", "19:00"]);
    assert_eq!(filled.status, 0);
    assert!(
        filled.err.contains("08:00-08:45") && filled.err.contains("08:55-09:40"),
        "{}",
        filled.err
    );
    let blocks = |teacher: &Teacher| {
        let day = teacher.json(&["day", "--json"]);
        let span = |b: &serde_json::Value| {
            format!("{}-{}", b["start"].as_str().unwrap(), b["end"].as_str().unwrap())
        };
        day["blocks"]
            .as_array()
            .unwrap()
            .iter()
            .map(span)
            .collect::<Vec<_>>()
    };
    assert_eq!(blocks(&teacher), ["07:30-07:55", "08:30-09:00"]);
    teacher.ok(&["day", "--fill", "--trim", "--close"]);
    assert_eq!(
        blocks(&teacher),
        ["07:30-07:55", "08:00-08:30", "08:30-09:00", "09:00-09:40"]
    );
    assert_eq!(planned(&teacher, "today"), [""; 0]);
    teacher.ok(&["day", "--reopen"]);
    assert_eq!(planned(&teacher, "today"), [""; 0], "the duty stays dismissed");
    teacher.ok(&["undo"]);
    teacher.ok(&["undo"]);
    assert_eq!(
        planned(&teacher, "today"),
        ["08:00 三(1)班语文", "08:55 三(2)班语文"]
    );

    let (first, second) = (teacher.dir.path().join("1"), teacher.dir.path().join("2"));
    teacher.ok(&["export", "-o", first.to_str().unwrap()]);
    let exported = std::fs::read_to_string(&first).unwrap();
    assert!(
        exported.contains(r#""settled":["07:30-07:55","19:00-20:30"]"#),
        "{exported}"
    );
    for line in exported.lines() {
        validate(
            jianfu::transfer::EXPORT_LINE_SCHEMA,
            &serde_json::from_str(line).unwrap(),
        );
    }
    let other = Teacher::new();
    other.ok(&["import", first.to_str().unwrap()]);
    other.ok(&["export", "-o", second.to_str().unwrap()]);
    assert_eq!(exported, std::fs::read_to_string(&second).unwrap());
}

#[test]
fn another_timetable_leaves_the_days_before_it_alone() {
    let teacher = with_timetable();
    teacher.ok(&["day", "mon", "--fill"]);
    let monday = teacher.json(&["day", "mon", "--json"]);
    let file = teacher.dir.path().join("other.toml");
    std::fs::write(
        &file,
        "[week]\nmon = [{ time = \"09:00-10:00\", note = \"new\" }]\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let dry = teacher.ok(&[
        "--now",
        "2026-11-24T08:00",
        "timetable",
        "import",
        file,
        "--dry-run",
    ]);
    assert!(
        dry.contains("winter") && dry.contains("new"),
        "the bells stay: {dry}"
    );
    assert_eq!(planned(&teacher, "2026-11-13").len(), 4);
    let said = teacher.ok(&["--now", "2026-11-24T08:00", "timetable", "import", file]);
    assert!(said.contains("2026-11-24"), "{said}");
    assert_eq!(teacher.json(&["day", "mon", "--json"]), monday);
    assert_eq!(
        planned(&teacher, "2026-11-13").len(),
        4,
        "not yet confirmed, and as it was"
    );
    assert_eq!(
        planned(&teacher, "2026-11-23"),
        ["08:00 三(2)班语文", "10:10"],
        "the day before"
    );
    assert_eq!(planned(&teacher, "2026-11-30"), ["09:00 new"]);
    let said = teacher.ok(&[
        "--now",
        "2026-11-24T09:00",
        "timetable",
        "import",
        file,
        "--from",
        "2026-11-09",
    ]);
    assert!(said.contains("2026-11-09"), "{said}");
    assert_eq!(planned(&teacher, "2026-11-09"), ["09:00 new"]);
    assert_eq!(planned(&teacher, "2026-11-06").len(), 4);
}

#[test]
fn bad_texts_are_refused_with_line_and_key_and_nothing_is_kept() {
    let teacher = with_timetable();
    let before = teacher.ok(&["timetable", "show", "--format", "toml"]);
    let file = teacher.dir.path().join("bad.toml");
    let file = file.to_str().unwrap();
    for (from, to, parts) in [
        (
            "weeks = \"odd\" }",
            "weeks = \"od\" }",
            ["line 18", "week.mon[2].weeks", "od"],
        ),
        (
            "what = \"备课\"",
            "what = \"瑜伽\"",
            ["line 18", "week.mon[2].what", "瑜伽"],
        ),
        (
            "period = 1, note = \"三(1)",
            "period = 9, note = \"三(1)",
            ["line 21", "week.fri[2].period", "9"],
        ),
        ("2027-01-22", "2026-01-22", ["line 5", "terms[1].last", "term"]),
        ("[week]", "[weak]", ["line 17", "weak", "week"]),
        (
            "{ period = 2, note = \"三(3)班语文\", weeks = \"odd\" }",
            "{ period = \"1-2\", weeks = \"odd\" }",
            ["line 23", "week.fri[4]", "week.fri[2]"],
        ),
    ] {
        assert!(TEXT.contains(from), "{from}");
        std::fs::write(file, TEXT.replacen(from, to, 1)).unwrap();
        let said = teacher.refused(1, &["timetable", "import", file]);
        assert!(parts.iter().all(|p| said.contains(p)), "{to}: {said}");
    }
    assert_eq!(teacher.ok(&["timetable", "show", "--format", "toml"]), before);
    let shown = teacher.dir.path().join("shown.toml");
    std::fs::write(&shown, &before).unwrap();
    teacher.ok(&["timetable", "import", shown.to_str().unwrap()]);
    assert_eq!(teacher.ok(&["timetable", "show", "--format", "toml"]), before);
}

#[cfg(unix)]
#[test]
fn the_text_is_edited_and_a_copy_that_cannot_be_taken_is_kept() {
    let teacher = with_timetable();
    let edit = |editor: &str| {
        let mut command = teacher.command(&["timetable", "edit"]);
        command
            .env("EDITOR", editor)
            .env("PATH", std::env::var_os("PATH").unwrap());
        super::teacher::done(command.output().unwrap())
    };
    assert_eq!(edit("sed -i s/三.1.班语文/五班语文/").status, 0);
    assert_eq!(planned(&teacher, "2026-11-20")[1], "08:00 五班语文");
    let bad = edit("sed -i s/odd/od/");
    let kept = bad.err.trim().rsplit(' ').next().unwrap();
    assert_eq!(bad.status, 1);
    let copy = std::fs::read_to_string(kept).unwrap();
    std::fs::remove_file(kept).unwrap();
    assert!(
        copy.contains("\"od\"") && bad.err.contains("week.mon[2].weeks"),
        "{}",
        bad.err
    );
    let nothing = edit("true");
    assert_eq!((nothing.status, nothing.out.as_str()), (0, ""));
}

#[test]
fn bells_and_terms_are_set_by_command() {
    let teacher = Teacher::new();
    teacher.ok(&["timetable", "bells", "set", "primary"]);
    teacher.ok(&[
        "timetable",
        "bells",
        "set",
        "--name",
        "summer",
        "--dates",
        "05-01..09-30",
        "早读 7:30-7:55",
        "8:00-8:45",
    ]);
    let shown = teacher.ok(&["timetable", "bells"]);
    assert!(
        shown.contains("08:20-09:00  1") && shown.contains("07:30-07:55  早读"),
        "{shown}"
    );
    teacher.ok(&["add", "--date", "2026-06-01", "p1 lesson"]);
    teacher.ok(&["add", "p1 lesson"]);
    let start = |date: &str| teacher.json(&["day", date, "--json"])["blocks"][0]["start"].clone();
    assert_eq!(
        (start("2026-06-01"), start("today")),
        (json!("08:00"), json!("08:20"))
    );
    teacher.ok(&["timetable", "bells", "remove", "summer"]);
    assert!(
        teacher
            .refused(2, &["timetable", "bells", "remove", "summer"])
            .contains("summer")
    );
    assert!(
        teacher
            .refused(2, &["timetable", "bells", "set", "8:00-8:45", "8:40-9:00"])
            .contains("periods[2]")
    );

    let add = [
        "timetable",
        "term",
        "add",
        "2026-08-31",
        "2027-01-22",
        "--name",
        "autumn",
    ];
    teacher.ok(&[&add[..], &["--holiday", "2026-10-01..2026-10-07 holiday"]].concat());
    assert_eq!(teacher.json(&["day", "2026-10-06", "--json"])["kind"], "off");
    assert!(teacher.ok(&["timetable", "term"]).contains("21 weeks"));
    let overlapping = ["timetable", "term", "add", "2027-01-20", "2027-07-01"];
    assert!(teacher.refused(2, &overlapping).contains("term"));
    teacher.ok(&["timetable", "term", "remove", "2026-08-31"]);
    assert_eq!(teacher.ok(&["timetable", "term"]), "");
}

#[test]
fn several_days_are_settled_at_once() {
    let teacher = with_timetable();
    teacher.ok(&["day", "2026-12-24..2027-01-03", "--off", "holiday"]);
    let lines = teacher.ok(&["day", "2026-12-23..2027-01-04"]);
    assert_eq!(
        lines.lines().filter(|l| l.contains("holiday")).count(),
        11,
        "{lines}"
    );
    teacher.ok(&["undo"]);
    assert_eq!(teacher.json(&["day", "2026-12-25", "--json"])["kind"], "school");

    teacher.ok(&["day", "mon..fri", "--fill", "--close"]);
    let week = teacher.json(&["week", "--format", "json"]);
    assert_eq!(
        (&week["closed_days"], &week["minutes"]["teaching"]),
        (&json!(5), &json!(160))
    );
    teacher.ok(&["day", "2026-W48", "--copy-from", "2026-W47"]);
    let next = teacher.json(&["week", "2026-W48", "--format", "json"]);
    assert_eq!(next["minutes"], week["minutes"]);
    teacher.ok(&["undo"]);
    assert_eq!(
        teacher.json(&["week", "2026-W48", "--format", "json"])["total"],
        0
    );
    assert!(
        teacher
            .refused(1, &["day", "2026-W49", "--copy-from", "2026-W48"])
            .contains("2026-11-23")
    );
    assert!(teacher.refused(2, &["day", "fri..mon"]).contains("2026-11-20"));
    assert!(
        teacher
            .refused(2, &["day", "2020-01-01..2026-01-01", "--close"])
            .contains("400")
    );
}

#[test]
fn other_bells_bring_nothing_back_that_was_dismissed() {
    let teacher = with_timetable();
    let later = ["--now", "2026-11-24T08:00"];
    teacher.ok(&["day", "2026-11-13", "--dismiss", "p1"]);
    let before = planned(&teacher, "2026-11-13");
    assert_eq!(before.len(), 3);
    let winter = [
        "timetable",
        "bells",
        "set",
        "--name",
        "winter",
        "早读 6:30-6:55",
        "13:00-13:45",
        "14:00-14:45",
    ];
    let more = ["15:00-15:45", "16:00-16:45"];
    teacher.ok(&[&later[..], &winter, &more].concat());
    assert_eq!(planned(&teacher, "2026-11-13"), before, "as it was planned then");
    assert_eq!(planned(&teacher, "2026-11-27")[1], "13:00 三(1)班语文");
}

#[test]
fn what_the_timetable_needs_is_not_taken_away_by_command() {
    let teacher = with_timetable();
    let refused = teacher.refused(1, &["timetable", "term", "remove", "2026-08-31"]);
    assert!(refused.contains("weeks"), "{refused}");
    teacher.ok(&["timetable", "bells", "remove", "summer"]);
    let refused = teacher.refused(1, &["timetable", "bells", "set", "--name", "winter", "8:00-8:45"]);
    assert!(refused.contains("week.mon[2].period"), "{refused}");
    assert_eq!(planned(&teacher, "2026-11-20").len(), 4);
    let term = [
        "timetable",
        "term",
        "add",
        "2027-02-22",
        "2027-07-02",
        "--name",
        "spring",
    ];
    teacher.ok(&[&["--now", "2026-12-01T08:00"][..], &term].concat());
    let text = teacher.ok(&["export"]);
    assert_eq!(
        text.matches("\"made\"").count(),
        1,
        "another term makes no other timetable: {text}"
    );
}

#[test]
fn a_copied_range_takes_each_day_as_it_was() {
    let teacher = Teacher::new();
    teacher.ok(&["add", "--date", "2026-11-16", "8:00-8:45 lesson a"]);
    teacher.ok(&["add", "--date", "2026-11-17", "9:00-9:45 lesson b"]);
    teacher.ok(&["day", "2026-11-17..2026-11-18", "--copy-from", "2026-11-16"]);
    let starts = |date: &str| {
        let day = teacher.json(&["day", date, "--json"]);
        let blocks = day["blocks"].as_array().unwrap().clone();
        blocks
            .iter()
            .map(|b| b["start"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (starts("2026-11-17"), starts("2026-11-18")),
        (
            vec!["08:00".to_owned(), "09:00".to_owned()],
            vec!["09:00".to_owned()]
        )
    );
}

#[test]
fn work_past_midnight_stands_in_the_way_of_the_next_days_plan() {
    let teacher = Teacher::new();
    let file = teacher.dir.path().join("night.toml");
    let text = "[week]\nfri = [{ time = \"00:10-01:00\" }, { time = \"08:00-08:45\" }]\n";
    std::fs::write(&file, text).unwrap();
    teacher.ok(&["timetable", "import", file.to_str().unwrap()]);
    teacher.ok(&["add", "--date", "2026-11-19", "22:00-24:40 zb"]);
    let done = teacher.run(&["day", "--fill"]);
    assert!(
        done.status == 0 && done.err.contains("00:10-01:00"),
        "{}",
        done.err
    );
    assert_eq!(teacher.json(&["day", "--json"])["total"], 45);
}
