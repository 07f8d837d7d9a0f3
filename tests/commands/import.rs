//! Files of other programs, imported by commands.

use super::teacher::Teacher;
use serde_json::json;

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Imports a fixture as a teacher in Shanghai does.
fn import(teacher: &Teacher, name: &str, more: &[&str]) -> String {
    let file = fixture(name);
    teacher.ok(&[&["import", &file, "--zone", "Asia/Shanghai"], more].concat())
}

#[test]
fn a_calendar_comes_in_once_whoever_wrote_it() {
    for (name, more, blocks) in [
        ("import/google.ics", &[][..], 3),
        ("import/apple.ics", &[], 25),
        ("import/outlook.ics", &["--map", "运动会=school"], 3),
        ("import/timetable.ics", &[], 24),
    ] {
        let teacher = Teacher::new();
        let dry = import(&teacher, name, &[more, &["--dry-run"]].concat());
        assert!(dry.contains("would be imported"), "{dry}");
        assert_eq!(
            teacher.ok(&["export"]).lines().count(),
            1,
            "a dry run changes nothing"
        );
        if name.ends_with("outlook.ics") {
            let asked = import(
                &teacher,
                name,
                &[&["--skip-unknown"][..], &["--dry-run"]].concat(),
            );
            assert!(asked.contains("passed over: 1"), "{asked}");
            assert!(teacher.refused(1, &["import", &fixture(name)]).contains("运动会"));
        }
        let said = import(&teacher, name, more);
        assert!(
            said.contains(&format!("imported: {blocks} entries")),
            "{name}: {said}"
        );
        let logged = teacher.ok(&["export"]);
        let again = import(&teacher, name, more);
        assert!(again.contains("imported: 0 entries, 0 days"), "{name}: {again}");
        assert_eq!(teacher.ok(&["export"]), logged, "{name}");
        teacher.ok(&["undo"]);
        assert_eq!(
            teacher.json(&["log", "--json"]).as_array().map_or(0, Vec::len),
            0,
            "{name}: one undo takes it back"
        );
    }
}

#[test]
fn holidays_and_make_up_days_become_kinds_of_days_but_never_overrule_the_teacher() {
    let teacher = Teacher::new();
    teacher.ok(&["day", "2026-10-05", "--off", "leave"]);
    let asked = teacher.refused(1, &["import", &fixture("import/apple-holidays.ics")]);
    assert!(asked.contains("教师节") && asked.contains("--map"), "{asked}");
    import(&teacher, "import/apple-holidays.ics", &["--map", "教师节=skip"]);
    let kind = |date: &str| {
        let day = teacher.json(&["day", date, "--json"]);
        (day["kind"].clone(), day["reason"].clone())
    };
    assert_eq!(kind("2026-10-01"), (json!("off"), json!("holiday")));
    assert_eq!(kind("2026-10-05"), (json!("off"), json!("leave")));
    assert_eq!(teacher.ok(&["activity", "words"]), "教师节 = skip\n");
    teacher.ok(&["activity", "words", "remove", "教师节"]);
    assert!(
        teacher
            .refused(1, &["activity", "words", "remove", "教师节"])
            .contains("教师节")
    );
}

#[test]
fn logs_come_in_from_any_encoding_and_clashes_are_settled_as_asked() {
    let teacher = Teacher::new();
    for name in ["import/log-utf8-bom.csv", "import/log-gb18030.csv"] {
        import(&teacher, name, &[]);
    }
    let all = teacher.json(&["log", "--json"]);
    assert_eq!(
        all.as_array().unwrap().len(),
        3,
        "the same blocks in another encoding are known: {all}"
    );
    import(
        &teacher,
        "import/timewarrior.json",
        &["--format", "timewarrior", "--trim"],
    );
    import(&teacher, "import/week.klg", &["--skip-unknown", "--trim"]);

    let clash = Teacher::new();
    let first = &all[0];
    let (date, start) = (first["date"].as_str().unwrap(), first["start"].as_str().unwrap());
    clash.ok(&["add", "--date", date, &format!("{start} 10m qx")]);
    let refused = clash.refused(1, &["import", &fixture("import/log-utf8-bom.csv")]);
    assert!(refused.contains("--trim") && refused.contains(date), "{refused}");
    assert_eq!(
        clash.json(&["day", date, "--json"])["blocks"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "all or nothing"
    );
    import(&clash, "import/log-utf8-bom.csv", &["--replace"]);
}

#[test]
fn bad_files_name_the_place_and_import_nothing() {
    let teacher = Teacher::new();
    for (name, parts) in [
        ("bad-cut-off.ics", ["line 8", "END"]),
        ("bad-date.ics", ["line 11", "20261131T080000"]),
        ("bad-rule.ics", ["line 6", "RRULE"]),
        ("bad-zone.ics", ["line 13", "Customized Time Zone"]),
        ("bad-day-first.csv", ["line 3", "03/04/2026"]),
        ("bad-no-column.csv", ["line 1", "date"]),
        ("bad-interval.json", ["entry 2", "yesterday"]),
        ("bad-entry.klg", ["line 3", "quarter past nine"]),
    ] {
        let said = teacher.refused(1, &["import", &fixture(&format!("import/{name}"))]);
        assert!(parts.iter().all(|p| said.contains(p)), "{said}");
    }
    let said = teacher.refused(1, &["import", &fixture("import/week.klg"), "--format", "ics"]);
    assert!(said.contains("iCalendar"), "{said}");
    let said = teacher.refused(2, &["import", &fixture("import/google.ics"), "--zone", "Mars"]);
    assert!(said.contains("Mars"), "{said}");
    assert_eq!(teacher.ok(&["export"]).lines().count(), 1);
}

#[test]
fn a_timetable_comes_in_from_tables_and_calendars_once() {
    let teacher = Teacher::new();
    let file = fixture("timetable/grid.xlsx");
    let wanted = ["timetable", "import", &file];
    assert!(teacher.refused(1, &wanted).contains("社团"));
    let mapped = [&wanted[..], &["--map", "社团=kh"]].concat();
    assert!(
        teacher.refused(1, &mapped).contains("timetable term add"),
        "odd weeks need a term"
    );
    teacher.ok(&["timetable", "term", "add", "2026-08-31", "2027-01-22"]);
    assert!(
        teacher.refused(1, &mapped).contains("课后服务"),
        "the file says no times of it"
    );
    let periods = [
        "早读 7:30-7:55",
        "8:00-8:45",
        "8:55-9:40",
        "10:10-10:55",
        "11:05-11:50",
        "课后服务 16:45-17:45",
    ];
    teacher.ok(&[&["timetable", "bells", "set"][..], &periods].concat());
    teacher.ok(&mapped);
    let shown = teacher.ok(&["timetable", "show", "--format", "toml"]);
    assert!(
        shown.contains("早读") && shown.contains("weeks = \"odd\"") && shown.contains("[[bells]]"),
        "{shown}"
    );
    let again = teacher.run(&wanted);
    assert!(again.err.contains("new in the timetable: 0"), "{}", again.err);
    assert_eq!(teacher.ok(&["timetable", "show", "--format", "toml"]), shown);

    let ics = fixture("import/timetable.ics");
    let clash = teacher.run(&["timetable", "import", &ics, "--zone", "Asia/Shanghai"]);
    assert!(
        clash.status == 1 && clash.err.contains("--replace"),
        "{}",
        clash.err
    );
    teacher.ok(&[
        "timetable",
        "import",
        &ics,
        "--zone",
        "Asia/Shanghai",
        "--replace",
    ]);
    assert!(
        teacher
            .ok(&["timetable", "show", "--format", "toml"])
            .contains("every = 2")
    );
    let bad = teacher.refused(
        1,
        &["timetable", "import", &fixture("timetable/period-as-date.xlsx")],
    );
    assert!(bad.contains("课表!B2"), "{bad}");
}

#[test]
fn a_log_that_has_grown_by_the_same_amount_brings_one_entry_more() {
    let teacher = Teacher::new();
    let log = teacher.data().with_file_name("day.klg");
    let lines = ["2026-11-16", "    45m #备课", "    45m #备课"];
    for (count, new) in [(2, 1), (3, 1), (3, 0)] {
        std::fs::write(&log, lines[..count].join("\n")).unwrap();
        let said = teacher.ok(&["import", log.to_str().unwrap()]);
        assert!(said.contains(&format!("imported: {new} entr")), "{said}");
    }
    assert_eq!(teacher.json(&["log", "--json"]).as_array().map(Vec::len), Some(2));
}
