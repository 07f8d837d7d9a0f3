//! The commands as a teacher or a script uses them: output, exit status, and what is stored.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod import;
mod rules;
mod summary;
mod survey;
mod survey_facts;
mod survey_folders;
mod teacher;
mod timetable;

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};
use teacher::{Done, Teacher, done, validate};

/// Two complete weeks and an open third.
fn three_weeks() -> Teacher {
    let teacher = Teacher::new();
    for day in ["02", "03", "04", "05", "06", "09", "10", "11", "12", "13"] {
        let date = format!("2026-11-{day}");
        teacher.ok(&[
            "add",
            "--date",
            &date,
            "8:00-8:45 sk",
            "14:00-15:30 qx *2",
            "16:00-17:00 bb",
        ]);
        teacher.ok(&["day", &date, "--close"]);
    }
    teacher.ok(&["add", "--date", "mon", "8:00-8:45 sk", "14:00-15:00 qx"]);
    teacher.ok(&["day", "mon", "--close"]);
    teacher
}

#[test]
fn a_day_is_logged_shown_closed_and_found_again() {
    let teacher = Teacher::new();
    let saved = teacher.ok(&[
        "add",
        "8:00-8:45 sk 三(2)班语文",
        "p3-4 lesson 7B",
        "14:00-15:30 qx *2",
        "40m jz",
        "& 20m 家长消息",
    ]);
    assert_eq!(saved.lines().filter(|l| l.starts_with("saved ")).count(), 5);
    assert!(
        saved.contains("10:10-11:50") && saved.contains("*2") && saved.contains("三(2)班语文"),
        "{saved}"
    );
    assert!(
        saved.contains("4 h 35 min in all, 2 h 10 min non-teaching (47.3 %)"),
        "{saved}"
    );
    let day = teacher.ok(&["day", "--close"]);
    assert!(day.starts_with("2026-11-20 Fri · school day · closed\n"), "{day}");
    let json = teacher.json(&["day", "--json"]);
    validate(jianfu::summary::DAY_SCHEMA, &json);
    assert_eq!(
        (&json["total"], &json["non_teaching"], &json["closed"]),
        (&275.into(), &130.into(), &true.into())
    );
    assert_eq!(json["blocks"].as_array().unwrap().len(), 5);
    let found = teacher.ok(&["log", "--search", "语文"]);
    assert!(
        found.contains("三(2)班语文") && found.lines().count() == 2,
        "{found}"
    );
    let meetings = teacher.json(&["log", "--category", "会议", "--json"]);
    assert_eq!(meetings.as_array().unwrap().len(), 1);
    assert_eq!(
        teacher.json(&["log", "--search", "nowhere", "--json"]),
        Value::Array(Vec::new())
    );
}

#[test]
fn all_or_none_and_the_error_names_the_part_and_the_way_out() {
    let teacher = Teacher::new();
    let unknown = teacher.refused(1, &["add", "8:00-8:45 sk", "9:00-9:45 yej"]);
    assert!(
        unknown.contains("\"yej\"") && unknown.contains("yj, reports"),
        "{unknown}"
    );
    assert_eq!(teacher.json(&["day", "--json"])["total"], 0);
    teacher.ok(&["add", "8:00-8:45 sk"]);
    let overlap = teacher.refused(1, &["add", "8:30-9:15 bk"]);
    assert!(
        overlap.contains("08:00-08:45") && overlap.contains("--trim"),
        "{overlap}"
    );
    assert!(
        teacher
            .ok(&["add", "--trim", "8:30-9:15 bk"])
            .contains("08:45-09:15")
    );
    assert!(
        teacher
            .ok(&["add", "--replace", "8:40-8:50 qx"])
            .contains("08:40-08:50")
    );
    assert!(teacher.ok(&["add", "--parallel", "8:00-8:10 jz"]).contains('&'));
    assert!(
        teacher
            .ok(&["add", "12:00-12:30 zb", "--date", "yesterday"])
            .contains("2026-11-19"),
        "options may follow"
    );
    let day = teacher.refused(2, &["add", "昨天 13:00-13:30 zb"]);
    assert!(day.contains("--date 昨天"), "{day}");
    let quotes = teacher.refused(2, &["add", "10:00-10:30", "bk"]);
    assert!(quotes.contains("\"10:00-10:30 bk\""), "{quotes}");
    let next_day = teacher.refused(1, &["add", "22:00-0:30 zb"]);
    assert!(next_day.contains("24:30"), "{next_day}");
    for (args, part) in [
        (["day", "2026-02-30"], "2026-02-30"),
        (["week", "W99"], "W99"),
        (["remove", "bbbb9"], "bbbb9"),
        (["log", "--category=fun"], "fun"),
    ] {
        let done = teacher.run(&args);
        assert!(done.status > 0 && done.err.contains(part), "{done:?}");
    }
    assert_eq!(teacher.run(&["fly"]).status, 2);
    assert_eq!(teacher.run(&["add"]).status, 2);
}

#[test]
fn nobody_is_asked_what_a_meeting_was_worth_where_nobody_can_answer() {
    let teacher = Teacher::new();
    std::fs::write(teacher.dir.path().join("config.toml"), "ask_worth = true\n").unwrap();
    let mut command = teacher.command(&["add", "14:00-15:30 qx"]);
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let _ = input.write_all(b"4\n"); // nobody reads it
    drop(input);
    let done = done(child.wait_with_output().unwrap());
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert_eq!(
        teacher.json(&["day", "--json"])["blocks"][0]["rating"],
        Value::Null
    );
}

#[test]
fn blocks_are_edited_removed_undone_and_done_again() {
    let teacher = Teacher::new();
    teacher.ok(&["add", "8:00-8:45 sk 三班 *3"]);
    let id = |n: usize| {
        teacher.json(&["day", "--json"])["blocks"][n]["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let first = id(0);
    teacher.ok(&["edit", &first, "8:00-8:50"]);
    let block = teacher.json(&["day", "--json"])["blocks"][0].clone();
    assert_eq!(
        (&block["end"], &block["note"], &block["rating"]),
        (&"08:50".into(), &"三班".into(), &3.into())
    );
    teacher.ok(&["edit", &first, "9:00-9:10", "bk"]);
    assert_eq!(
        teacher.json(&["day", "--json"])["blocks"][0]["note"],
        Value::Null,
        "a whole entry replaces all"
    );
    assert!(teacher.ok(&["remove", &first, &first]).starts_with("removed "));
    let undone = teacher.ok(&["undo"]);
    assert!(
        undone.starts_with("undone: 2026-11-20 deleting 09:00-09:10 lesson preparation\n"),
        "{undone}"
    );
    teacher.ok(&["undo"]);
    assert_eq!(teacher.json(&["day", "--json"])["blocks"][0]["end"], "08:50");
    teacher.ok(&["redo"]);
    assert_eq!(
        teacher.json(&["day", "--json"])["blocks"][0]["activity"],
        "preparation"
    );
    teacher.ok(&["day", "--copy-from", "today", "2026-11-23"]);
    assert_eq!(teacher.json(&["day", "2026-11-23", "--json"])["total"], 10);
    for _ in 0..4 {
        teacher.run(&["undo"]);
    }
    assert!(teacher.refused(1, &["undo"]).contains("nothing to undo"));
}

#[test]
fn the_week_stands_against_baseline_and_target() {
    let teacher = three_weeks();
    let json = teacher.json(&["week", "--format", "json"]);
    validate(jianfu::summary::WEEK_SCHEMA, &json);
    assert_eq!(
        json["baseline"]["weeks"],
        serde_json::json!(["2026-W45", "2026-W46"])
    );
    assert_eq!(json["baseline"]["per_school_day"], 150.0);
    assert_eq!(
        (&json["expected"], &json["target"], &json["remaining"]),
        (&750.into(), &638.into(), &578.into())
    );
    assert_eq!(
        (&json["status"], &json["closed_days"]),
        (&"on_track".into(), &1.into())
    );
    let text = teacher.ok(&["week", "this"]);
    assert!(
        text.contains("target 10 h 38 min, 9 h 38 min left, on track"),
        "{text}"
    );
    let zh = teacher.ok(&["--lang", "zh-Hant", "week"]);
    assert!(
        zh.contains("目標 10 小時 38 分") && zh.contains("尚未完成"),
        "{zh}"
    );
    assert_eq!(
        teacher.json(&["week", "-2", "--format", "json"])["status"],
        "baseline"
    );
    // Another goal, a typed baseline, a holiday.
    assert!(
        teacher
            .ok(&["goal", "set", "non_teaching", "20"])
            .contains("non-teaching −20 %")
    );
    teacher.ok(&["goal", "set", "报表材料", "30%"]);
    teacher.ok(&["goal", "preset", "all"]);
    assert!(teacher.ok(&["baseline", "minutes", "800"]).contains("160.0"));
    teacher.ok(&["day", "wed", "--off", "运动会"]);
    let json = teacher.json(&["week", "--format", "json"]);
    validate(jianfu::summary::WEEK_SCHEMA, &json);
    assert_eq!(
        (&json["school_days"], &json["expected"], &json["target"]),
        (&4.into(), &640.into(), &512.into())
    );
    assert_eq!(
        (&json["reduction"], &json["days"][2]["reason"]),
        (&0.2.into(), &"运动会".into())
    );
    let goals: Vec<&str> = json["goals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| g["what"].as_str().unwrap())
        .collect();
    let policy = [
        "reports",
        "parent_messages",
        "meetings/staff-meeting:count",
        "meetings/staff-meeting:mean",
        "reports/inspection:count",
    ];
    assert_eq!(goals, policy);
    teacher.ok(&["goal", "off", "reports"]);
    assert!(
        teacher
            .refused(1, &["goal", "off", "non_teaching"])
            .contains("goal set")
    );
    let refused = teacher.refused(1, &["baseline", "weeks", "2026-W45", "2026-W47"]);
    assert!(
        refused.contains("2026-W47") && !refused.contains("2026-W45"),
        "{refused}"
    );
    assert!(
        teacher.ok(&["baseline"]).contains("160.0"),
        "the one before stays"
    );
    assert!(
        teacher
            .ok(&["baseline", "weeks", "2026-W45", "2026-W46"])
            .contains("150.0")
    );
    teacher.ok(&["baseline", "auto"]);
}

#[test]
fn status_fails_while_a_past_school_day_of_the_week_is_open() {
    let teacher = three_weeks();
    let open = teacher.run(&["status"]);
    assert_eq!(open.status, 1);
    assert!(
        open.out.contains("still open: Tue Wed Thu\n") && open.err.is_empty(),
        "{open:?}"
    );
    for day in ["tue", "wed", "thu"] {
        let closed = teacher.ok(&["day", day, "--close"]);
        assert!(closed.contains("closed"), "{closed}");
    }
    assert_eq!(teacher.ok(&["status", "--short"]).lines().count(), 1);
    teacher.ok(&["day", "wed", "--reopen"]);
    assert_eq!(teacher.run(&["status", "--short"]).status, 1);
}

#[test]
fn a_side_goal_that_is_exceeded_says_by_how_much() {
    let teacher = three_weeks();
    teacher.ok(&["goal", "set", "reports", "30"]);
    teacher.ok(&["add", "--date", "tue", "8:00-11:00 bb"]);
    let text = teacher.ok(&["week"]);
    assert!(text.contains("180 min, 30 min left (−30 %)"), "{text}");
    teacher.ok(&["add", "--date", "tue", "11:00-12:00 bb"]);
    let text = teacher.ok(&["week"]);
    assert!(text.contains("240 min, 30 min over (−30 %)"), "{text}");
    let text = teacher.ok(&["--lang", "zh-Hans", "week"]);
    assert!(text.contains("240 分钟，超出 30 分钟（−30 %）"), "{text}");
}

#[test]
fn everything_goes_out_and_in_again_byte_for_byte() {
    let teacher = three_weeks();
    teacher.ok(&["day", "sat", "--school"]);
    teacher.ok(&["day", "-20", "--off", "=1+1"]);
    teacher.ok(&["activity", "add", "reports/weekly", "周报", "--py", "zb2x"]
        .map(|a| if a == "zb2x" { "zhb" } else { a }));
    teacher.ok(&["add", "30m zhb 第\"一\"版\\n", "25m reports/weekly"]);
    teacher.ok(&["goal", "preset", "reports"]);
    let file = teacher.dir.path().join("all.jsonl");
    let file = file.to_str().unwrap();
    teacher.ok(&["export", "-o", file]);
    let text = std::fs::read_to_string(file).unwrap();
    assert_eq!(text, teacher.ok(&["export"]));
    for line in text.lines() {
        validate(
            jianfu::transfer::EXPORT_LINE_SCHEMA,
            &serde_json::from_str(line).unwrap(),
        );
    }
    let other = Teacher::new();
    assert!(
        other
            .ok(&["import", file, "--dry-run"])
            .contains("nothing was changed")
    );
    assert_eq!(other.ok(&["export"]).lines().count(), 1);
    other.ok(&["import", file]);
    assert_eq!(other.ok(&["export"]), text);
    assert!(
        other
            .ok(&["import", file])
            .starts_with("added 0 blocks, removed 0; 34 were there already")
    );
    other.ok(&["undo"]);
    assert_eq!(
        other.ok(&["export"]).lines().count(),
        1,
        "one import is one change"
    );
    let part = teacher.ok(&["export", "--from", "mon", "--to", "mon"]);
    assert_eq!(part.lines().count(), 4);
    // A bad line imports nothing and is named.
    let bad = text.replacen("\"minutes\":45", "\"minutes\":44", 1);
    std::fs::write(file, bad).unwrap();
    let error = other.refused(1, &["import", file]);
    assert!(error.contains("line 1") && error.contains("44"), "{error}");
    assert_eq!(other.ok(&["export"]).lines().count(), 1);
}

#[test]
fn backups_are_listed_restored_and_checked() {
    let teacher = three_weeks();
    let before = teacher.ok(&["export"]);
    assert!(teacher.ok(&["backup", "now"]).contains("2026-11-20-2"));
    teacher.ok(&["add", "20:00-20:30 jz"]);
    assert_eq!(teacher.ok(&["backup"]).lines().count(), 2);
    teacher.ok(&["backup", "restore", "2026-11-20-2"]);
    assert_eq!(teacher.ok(&["export"]), before);
    teacher.ok(&["undo"]);
    assert_ne!(teacher.ok(&["export"]), before);
    assert!(
        teacher
            .refused(1, &["backup", "restore", "1999-01-01"])
            .contains("backup list")
    );
    assert!(teacher.ok(&["check"]).ends_with("all sound\n"));
    let backup = teacher.data().join("backup/2026-11-20-2.jsonl");
    std::fs::write(&backup, "rubbish").unwrap();
    assert_eq!(teacher.run(&["check"]).status, 1);
    assert!(teacher.ok(&["check", "--repair"]).contains("mended"));
    std::fs::remove_dir_all(teacher.data().join("sled")).unwrap();
    let told = teacher.run(&["day", "--json"]);
    assert_eq!(told.status, 0);
    assert!(told.err.contains("rebuilt; nothing is missing"), "{told:?}");
    assert!(teacher.ok(&["check"]).ends_with("all sound\n"));
}

#[test]
fn the_configuration_is_shown_set_and_its_errors_are_named() {
    let teacher = Teacher::new();
    let path = teacher.dir.path().join("config.toml");
    assert_eq!(teacher.ok(&["config", "path"]).trim_end(), path.to_str().unwrap());
    teacher.ok(&["config", "set", "theme", "mono"]);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("theme = \"mono\"") && text.contains("# auto"),
        "{text}"
    );
    assert!(teacher.ok(&["config"]).contains("theme = \"mono\""));
    assert!(
        teacher
            .refused(1, &["config", "set", "colour", "red"])
            .contains("theme")
    );
    std::fs::write(&path, "\ntheme = 3\n").unwrap();
    let told = teacher.run(&["day"]);
    assert_eq!(told.status, 0, "a bad file does not stop anyone");
    assert!(
        told.err.contains("config.toml") && told.err.contains("line 2"),
        "{}",
        told.err
    );
}

/// A typo after a move let `add` write into the folder that the data had left, with exit status 0.
#[test]
fn a_typo_in_the_configuration_sends_no_entry_to_another_store() {
    let teacher = Teacher::new();
    let path = teacher.dir.path().join("config.toml");
    let moved = teacher.dir.path().join("moved");
    let usual = teacher.dir.path().join(".local");
    let run = |args: &[&str]| {
        done(
            teacher
                .command(args)
                .env_remove("JIANFU_DATA_DIR")
                .output()
                .unwrap(),
        )
    };
    let data_dir = format!("data_dir = {:?}\n", moved.display().to_string());
    for bad in ["mouse = \"on\"", "colour = 1", "[goals]\nfun = 3"] {
        std::fs::write(&path, format!("{data_dir}{bad}\n")).unwrap();
        let told = run(&["add", "10m jz"]);
        assert_eq!(told.status, 0, "{}", told.err);
        assert!(
            told.err.contains("line 2") && told.err.contains("config edit"),
            "{}",
            told.err
        );
        assert!(moved.join("FORMAT").exists() && !usual.exists(), "{bad}");
    }
    for bad in [
        data_dir.replace('=', ""),
        "\"mouse = true".to_owned(),
        "data_dir = 3".to_owned(),
        data_dir.replace("data_dir", "data-dir"),
    ] {
        std::fs::write(&path, &bad).unwrap();
        for args in [&["add", "10m jz"][..], &["day"], &["check"], &[]] {
            let refused = run(args);
            assert_eq!((refused.status, refused.out.as_str()), (1, ""), "{bad}: {args:?}");
            for part in ["config.toml", "line 1", "--data-dir", "config edit"] {
                assert!(refused.err.contains(part), "{bad}: {}", refused.err);
            }
            assert_eq!(refused.err.lines().count(), 1, "{}", refused.err);
            assert!(!usual.exists(), "{bad}");
        }
        assert_eq!(run(&["day", "--data-dir", moved.to_str().unwrap()]).status, 0);
        let shown = run(&["config"]);
        assert!(shown.status == 0 && !shown.out.contains("data_dir"), "{shown:?}");
        assert_eq!(run(&["config", "path"]).status, 0);
    }
    std::fs::write(&path, "mouse = 1\ndata_dir = 3\n").unwrap();
    assert_eq!(
        run(&["config", "set", "data_dir", moved.to_str().unwrap()]).status,
        0
    );
    assert_eq!(run(&["day"]).status, 0, "mended key by key");
    assert_eq!(run(&["config", "set", "mouse", "true"]).status, 0);
    assert_eq!(run(&["day"]).err, "");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let refused = run(&["add", "10m jz"]);
    assert!(
        refused.status == 1 && refused.err.contains("config.toml"),
        "{refused:?}"
    );
}

#[test]
fn every_value_of_the_configuration_is_set_by_command_and_shown() {
    let teacher = Teacher::new();
    for (key, value, line) in [
        ("mouse", "false", "mouse = false"),
        (
            "school_days",
            "mon,tue,sat",
            "school_days = [\"mon\", \"tue\", \"sat\"]",
        ),
        ("reply_window", "06:30-21:00", "reply_window = \"06:30-21:00\""),
        (
            "goals",
            "non_teaching=20,reports=30",
            "goals = { non_teaching = 20, reports = 30 }",
        ),
        ("baseline", "900", "baseline = 900"),
        (
            "rules",
            "staff-meeting-length=60, no-meeting-day=wed, street-duty=off",
            "rules = { staff-meeting-length = 60, no-meeting-day = \"wed\", street-duty = false }",
        ),
        ("ask_worth", "true", "ask_worth = true"),
        ("backups", "3,2,1", "backups = [3, 2, 1]"),
    ] {
        teacher.ok(&["config", "set", key, value]);
        let text = std::fs::read_to_string(teacher.dir.path().join("config.toml")).unwrap();
        let shown = teacher.ok(&["config", "show"]);
        assert!(
            text.lines().any(|l| l == line) && shown.lines().any(|l| l == line),
            "{text}\n{shown}"
        );
    }
    assert_eq!(teacher.ok(&["config"]).lines().count(), 12);
    let refused = teacher.refused(1, &["config", "set", "backups", "0,5,12"]);
    assert!(
        refused.contains("config.toml") && refused.contains("backups") && refused.contains("366"),
        "{refused}"
    );
    let refused = Teacher::speaking("zh-Hans").refused(1, &["config", "set", "goals", "fun=3"]);
    assert!(refused.contains("类别"), "{refused}");
}

#[test]
fn what_the_configuration_says_of_the_diary_holds_until_the_diary_says_otherwise() {
    let teacher = Teacher::new();
    std::fs::write(
        teacher.dir.path().join("config.toml"),
        "goals = { non_teaching = 20 }\nbaseline = 900\nreply_window = \"08:00-18:00\"\n",
    )
    .unwrap();
    assert_eq!(teacher.ok(&["goal"]), "non-teaching −20 %\n");
    assert!(teacher.ok(&["baseline"]).contains("180.0"));
    assert_eq!(teacher.ok(&["reply-window"]), "08:00-18:00\n");
    assert_eq!(teacher.ok(&["school-days"]), "mon,tue,wed,thu,fri\n");
    let export = teacher.ok(&["export"]);
    assert!(
        export.contains("\"minutes\":900") && export.contains("08:00-18:00"),
        "{export}"
    );
    assert!(!export.contains("school_days"), "{export}");
    for line in export.lines() {
        validate(
            jianfu::transfer::EXPORT_LINE_SCHEMA,
            &serde_json::from_str(line).unwrap(),
        );
    }
    // The built-in value is said in the diary, because it is not the one of the configuration.
    teacher.ok(&["goal", "set", "non_teaching", "15"]);
    teacher.ok(&["baseline", "auto"]);
    assert_eq!(
        teacher.ok(&["reply-window", "set", "07:00-20:00"]),
        "07:00-20:00\n"
    );
    assert_eq!(teacher.ok(&["goal"]), "non-teaching −15 %\n");
    assert!(teacher.ok(&["baseline"]).contains("no baseline"));
    // An export that left these out was read back as what another configuration says.
    let export = teacher.ok(&["export"]);
    assert_eq!(export.lines().count(), 4, "{export}");
    let third = Teacher::new();
    std::fs::write(
        third.dir.path().join("config.toml"),
        "goals = { non_teaching = 30 }\nbaseline = 600\nreply_window = \"09:00-10:00\"\n",
    )
    .unwrap();
    let all = third.dir.path().join("all.jsonl");
    std::fs::write(&all, &export).unwrap();
    for reader in [&third, &Teacher::new()] {
        reader.ok(&["import", all.to_str().unwrap()]);
        assert_eq!(reader.ok(&["goal"]), "non-teaching −15 %\n");
        assert!(reader.ok(&["baseline"]).contains("no baseline"));
        assert_eq!(reader.ok(&["reply-window"]), "07:00-20:00\n");
        assert_eq!(reader.ok(&["export"]), export, "byte for byte");
        let again = reader.ok(&["import", all.to_str().unwrap()]);
        assert!(again.starts_with('0') || again.contains(" 0 "), "{again}");
    }
    for line in export.lines() {
        validate(
            jianfu::transfer::EXPORT_LINE_SCHEMA,
            &serde_json::from_str(line).unwrap(),
        );
    }
    // What the configuration says anyway need not stand in the diary: it follows the file again.
    teacher.ok(&["goal", "set", "non_teaching", "20"]);
    teacher.ok(&["config", "set", "goals", "non_teaching=25"]);
    assert_eq!(teacher.ok(&["goal"]), "non-teaching −25 %\n");
    assert!(teacher.ok(&["undo"]).contains("the goals"));
    assert_eq!(teacher.ok(&["goal"]), "non-teaching −15 %\n");
    for _ in 0..3 {
        teacher.ok(&["undo"]);
    }
    assert_eq!(teacher.ok(&["reply-window"]), "08:00-18:00\n");
    let bad = teacher.refused(2, &["reply-window", "set", "20:00-07:00"]);
    assert!(bad.contains("07:00-20:00"), "{bad}");
    // Another diary takes the effective values over, configuration or not.
    let other = Teacher::new();
    let file = teacher.dir.path().join("all.jsonl");
    teacher.ok(&["export", "-o", file.to_str().unwrap()]);
    other.ok(&["import", file.to_str().unwrap()]);
    assert_eq!(other.ok(&["reply-window"]), "08:00-18:00\n");
    assert_eq!(other.ok(&["export"]), teacher.ok(&["export"]));
}

#[test]
fn school_days_are_shown_and_set_from_today_on() {
    let teacher = three_weeks();
    assert_eq!(
        teacher.ok(&["school-days", "set", "mon,tue,wed,thu,fri,周六"]),
        "mon,tue,wed,thu,fri,sat\n"
    );
    assert_eq!(teacher.json(&["week", "--format", "json"])["school_days"], 6);
    assert_eq!(
        teacher.json(&["week", "last", "--format", "json"])["school_days"],
        5,
        "past weeks never change"
    );
    assert_eq!(
        teacher.json(&["day", "2026-11-28", "--json"])["kind"],
        "school",
        "nor has next week an entry"
    );
    teacher.ok(&["add", "--date", "2026-11-23", "8:00-8:45 sk"]);
    let export = teacher.ok(&["export"]);
    assert!(
        export.contains(r#""date":"2026-11-28","kind":"school""#),
        "{export}"
    );
    teacher.ok(&["undo"]);
    let undone = teacher.ok(&["undo"]);
    assert!(
        undone.contains("2026-11-21") && undone.contains("school days"),
        "{undone}"
    );
    assert_eq!(teacher.json(&["week", "--format", "json"])["school_days"], 5);
    assert_eq!(teacher.ok(&["school-days"]), "mon,tue,wed,thu,fri\n");
    let bad = teacher.refused(2, &["school-days", "set", "mon,someday"]);
    assert!(bad.contains("mon,tue,wed,thu,fri"), "{bad}");
    teacher.ok(&["config", "set", "school_days", "mon,tue,wed,thu,sun"]);
    assert_eq!(teacher.ok(&["school-days", "show"]), "mon,tue,wed,thu,sun\n");
}

#[test]
fn the_keys_in_force_are_shown_and_a_bad_keymap_is_refused_by_name() {
    let teacher = Teacher::new();
    let built_in = teacher.ok(&["config", "keymap"]);
    assert!(
        built_in.contains("[day]\n") && built_in.contains("undo = [\"u\", \"f9\"]\n"),
        "{built_in}"
    );
    let path = teacher.dir.path().join("keymap.toml");
    std::fs::write(&path, "[day]\nundo = [\"z\", \"f9\"]\ntoday = []\n").unwrap();
    let mine = teacher.ok(&["config", "keymap"]);
    assert!(
        mine.contains("undo = [\"z\", \"f9\"]\n") && mine.contains("today = []\n"),
        "{mine}"
    );
    std::fs::write(&path, &mine).unwrap();
    assert_eq!(
        teacher.ok(&["config", "keymap"]),
        mine,
        "the output is a keymap file"
    );
    std::fs::write(&path, "[day]\n\nundo = [\"a\", \"f9\"]\n").unwrap();
    let refused = teacher.refused(1, &["config", "keymap"]);
    for part in ["keymap.toml", "line 3", "\"a\"", "undo", "log"] {
        assert!(refused.contains(part), "{refused}");
    }
}

#[test]
fn help_completions_and_manual_speak_every_language() {
    for (lang, word) in [
        ("en", "Book finished blocks"),
        ("zh-Hans", "记录已完成的工作"),
        ("zh-Hant", "記錄已完成的工作"),
    ] {
        let teacher = Teacher::speaking(lang);
        assert!(teacher.ok(&["--help"]).contains(word), "{lang}");
        assert!(teacher.ok(&["man"]).contains(".TH"), "{lang}");
        for shell in ["bash", "zsh", "fish", "powershell"] {
            assert!(teacher.ok(&["completions", shell]).contains("jianfu"), "{shell}");
        }
    }
    let version = Teacher::new().ok(&["--version"]);
    assert_eq!(version, format!("jianfu {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn without_a_terminal_the_screen_names_the_commands() {
    let teacher = Teacher::new();
    assert!(teacher.refused(2, &[]).contains("jianfu add"));
    assert!(teacher.refused(2, &["demo"]).contains("jianfu add"));
    assert!(!teacher.data().exists(), "nothing was made");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let teacher = three_weeks();
    for _ in 0..5 {
        let mut child = teacher
            .command(&["log"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = done(child.wait_with_output().unwrap());
        assert_eq!((output.status, output.err.as_str()), (0, ""));
    }
}

#[test]
fn a_slow_reader_keeps_nobody_out() {
    let teacher = Teacher::new();
    let note = "字".repeat(480);
    for day in 10..17 {
        let entries: Vec<String> = (0..9).map(|i| format!("1{i}:00-1{i}:30 sk -- {note}")).collect();
        let date = format!("2026-11-{day}");
        let mut args = vec!["add", "--date", &date];
        args.extend(entries.iter().map(String::as_str));
        teacher.ok(&args);
    }
    // More than a pipe holds, and nobody reads it.
    let mut export = teacher
        .command(&["export"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    let began = std::time::Instant::now();
    teacher.ok(&["add", "20:00-20:30 jz"]);
    assert!(
        began.elapsed().as_secs_f64() < 4.0,
        "the store is held while the export waits for its reader"
    );
    assert!(export.try_wait().unwrap().is_none(), "it does wait");
    export.kill().unwrap();
    export.wait().unwrap();
}

#[test]
fn a_note_alone_is_edited_and_an_empty_variable_is_none() {
    let teacher = Teacher::new();
    teacher.ok(&["add", "8:00-8:45 sk old"]);
    let id = teacher.json(&["day", "--json"])["blocks"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(teacher.ok(&["edit", &id, "--", "my", "note"]).contains("my note"));
    assert!(teacher.ok(&["edit", &id, "-- other"]).contains("other"));
    let output = done(
        teacher
            .command(&["day"])
            .env("JIANFU_LANG", "")
            .env("JIANFU_NOW", "")
            .output()
            .unwrap(),
    );
    assert_eq!(output.status, 0, "{output:?}");
    let mut bad = teacher.command(&["day"]);
    assert_eq!(done(bad.env("JIANFU_NOW", "soon").output().unwrap()).status, 2);
    assert!(
        teacher
            .refused(2, &["export", "--from", "2026-12-01", "--to", "2026-11-01"])
            .contains("after")
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_link_given_for_output_stays_what_it_is() {
    let teacher = three_weeks();
    let target = teacher.dir.path().join("target.json");
    let link = teacher.dir.path().join("link.json");
    std::fs::write(&target, "old").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    teacher.ok(&["week", "--format", "json", "-o", link.to_str().unwrap()]);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(std::fs::read_to_string(&target).unwrap().starts_with('{'));
    teacher.ok(&["week", "-o", "/dev/null"]);
    assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn many_commands_at_once_all_get_their_turn() {
    let teacher = Teacher::new();
    let start = |i: u32| {
        let entry = format!("{i:02}:00-{i:02}:30 sk");
        teacher
            .command(&["add", &entry])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let children: Vec<_> = (6..22).map(start).collect();
    for child in children {
        let output = done(child.wait_with_output().unwrap());
        assert_eq!((output.status, output.err.as_str()), (0, ""));
    }
    assert_eq!(
        teacher.json(&["day", "--json"])["blocks"]
            .as_array()
            .unwrap()
            .len(),
        16
    );
    assert!(teacher.ok(&["check"]).ends_with("all sound\n"));
}

#[test]
fn a_store_that_is_held_newer_or_foreign_is_refused_and_left_alone() {
    let teacher = Teacher::new();
    teacher.ok(&["add", "8:00-8:45 sk"]);
    let lock = std::fs::OpenOptions::new()
        .write(true)
        .read(true)
        .open(teacher.data().join("lock"))
        .unwrap();
    lock.lock().unwrap();
    (&lock).write_all(b"4242").unwrap();
    let began = std::time::Instant::now();
    let busy = teacher.refused(1, &["add", "9:00-9:45 sk"]);
    assert!(busy.contains("4242"), "{busy}");
    let waited = began.elapsed().as_secs_f64();
    assert!((4.5..10.0).contains(&waited), "waited {waited} s");
    lock.set_len(0).unwrap();
    drop(lock);
    std::fs::write(teacher.data().join("FORMAT"), "jianfu store 9, sled 2\n").unwrap();
    assert!(teacher.refused(1, &["add", "9:00-9:45 sk"]).contains("newer"));
    let foreign = Teacher::new();
    std::fs::create_dir(foreign.data()).unwrap();
    std::fs::write(foreign.data().join("db"), "someone else's sled").unwrap();
    std::fs::write(foreign.data().join("conf"), "theirs").unwrap();
    assert!(foreign.refused(1, &["day"]).contains("--data-dir"));
    assert_eq!(std::fs::read_dir(foreign.data()).unwrap().count(), 2);
    assert_eq!(
        std::fs::read_to_string(foreign.data().join("db")).unwrap(),
        "someone else's sled"
    );
}

/// Runs a command whose files may not grow beyond so many blocks of 512 bytes, as on a disk that is full.
#[cfg(unix)]
fn with_little_room(teacher: &Teacher, blocks: u64, args: &[&str]) -> Done {
    let program = teacher.command(&[]);
    let mut command = Command::new("sh");
    // The signal for a file that is too large is ignored, so that the write itself fails.
    command.args([
        "-c",
        &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""),
        "sh",
    ]);
    command
        .arg(program.get_program())
        .args(args)
        .env_clear()
        .stdin(Stdio::null());
    command.envs(
        program
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    done(command.output().unwrap())
}

#[cfg(unix)]
#[test]
fn a_full_disk_saves_nothing_and_says_so() {
    let teacher = Teacher::new();
    let note = "字".repeat(480);
    let entries: Vec<String> = (0..9).map(|i| format!("1{i}:00-1{i}:30 sk -- {note}")).collect();
    let mut args = vec!["add"];
    args.extend(entries.iter().map(String::as_str));
    teacher.ok(&args);
    let id = teacher.json(&["day", "--json"])["blocks"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    // The journal grows with every change until it is longer than the database's file.
    let longest = |folder: &str| {
        let files = std::fs::read_dir(teacher.data().join(folder)).unwrap();
        files.map(|f| f.unwrap().metadata().unwrap().len()).max().unwrap()
    };
    for minute in 31.. {
        teacher.ok(&["edit", &id, &format!("10:00-10:{minute}")]);
        if longest("journal") > longest("sled") + 40_000 {
            break;
        }
        assert!(minute < 59, "{} against {}", longest("journal"), longest("sled"));
    }
    let before = teacher.ok(&["export"]);
    let room = longest("journal") / 512 + 1;
    let full = with_little_room(&teacher, room, &["add", "20:00-20:30 sk"]);
    assert_eq!((full.status, full.out.as_str()), (1, ""), "{full:?}");
    assert!(full.err.contains("NOT saved"), "{full:?}");
    assert_eq!(teacher.ok(&["export"]), before);
    // With no room at all everything can still be read.
    let fuller = with_little_room(&teacher, 8, &["add", "20:00-20:30 sk"]);
    assert_eq!(fuller.status, 1);
    assert!(fuller.err.contains("NOT saved"), "{fuller:?}");
    let read = with_little_room(&teacher, 8, &["export"]);
    assert_eq!((read.status, &read.out), (0, &before), "{}", read.err);
    assert!(read.err.contains("can only be read"), "{}", read.err);
    assert_eq!(teacher.ok(&["export"]), before);
    teacher.ok(&["add", "20:00-20:30 sk"]);
    assert!(teacher.ok(&["check"]).ends_with("all sound\n"));
}
