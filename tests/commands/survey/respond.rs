//! `survey preview` and `survey respond`: what is shown is what is sealed.

use super::{Survey, fits, with_input};
use crate::teacher::{done, validate};
use jianfu::survey::RESPONSE_SCHEMA;
use serde_json::Value;
use std::path::Path;

#[test]
fn the_preview_is_what_is_sealed() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    for day in ["09", "10", "11", "12", "13"] {
        let date = format!("2026-11-{day}");
        teacher.ok(&[
            "add",
            "--date",
            &date,
            "8:00-8:45 sk 三(2)班",
            "14:00-15:45 qx *2",
        ]);
        teacher.ok(&["day", &date, "--close"]);
    }
    let shown = teacher.ok(&["survey", "preview"]);
    fits(&shown);
    assert!(
        shown.contains("5 of 5 school days closed") && shown.contains("of about"),
        "{shown}"
    );
    let raw = teacher.ok(&["survey", "preview", "2026-W46", "--raw"]);
    assert_eq!(raw.len(), 4096);
    assert!(shown.contains(raw.trim_end()), "{shown}");
    validate(RESPONSE_SCHEMA, &serde_json::from_str(&raw).unwrap());
    let written = teacher.run(&["survey", "respond", "--to", &out, "--yes"]);
    assert_eq!(written.status, 0, "{written:?}");
    assert!(written.err.contains(raw.trim_end()), "the same preview");
    assert!(
        unwrapped(&written.err).contains("the office, 010-1234"),
        "{}",
        written.err
    );
    assert_eq!(survey.open(written.out.trim_end()), raw.as_bytes());
    let history = survey.history();
    assert_eq!(history.len(), 1);
    assert_eq!(
        history[0]["content"],
        serde_json::from_str::<Value>(&raw).unwrap()
    );
    let name = Path::new(written.out.trim_end()).file_name().unwrap();
    assert_eq!(history[0]["file"], name.to_str().unwrap());
    let again = teacher.ok(&["survey", "preview", "last"]);
    assert!(again.contains("nothing has changed"), "{again}");
    let chinese = teacher.ok(&["--lang", "zh-Hans", "survey", "preview", "last"]);
    assert!(
        chinese.contains("教师时间调查") && chinese.contains("没有变化"),
        "{chinese}"
    );
    fits(&chinese);
}

#[test]
fn nothing_is_written_where_nobody_says_yes() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    for input in ["n\n", "y\n", ""] {
        for verb in ["respond", "withdraw"] {
            if verb == "withdraw" && survey.sent() == 0 {
                continue;
            }
            let files = survey.sent();
            let said = with_input(teacher, &["survey", verb, "last", "--to", &out], input);
            assert!(said.status == 2 && said.out.is_empty(), "{said:?}");
            assert!(
                said.err.contains("--yes") && said.err.lines().count() == 1,
                "{said:?}"
            );
            assert_eq!(survey.sent(), files);
        }
        teacher.ok(&["survey", "respond", "last", "--to", &out, "--yes"]);
    }
    assert_eq!(survey.history().len(), 3);
}

#[test]
fn a_written_response_is_named_by_where_it_is() {
    let survey = Survey::joined();
    survey.out();
    let args = ["survey", "respond", "last", "--to", "out", "--yes"];
    let mut command = survey.teacher.command(&args);
    let written = done(command.current_dir(survey.teacher.dir.path()).output().unwrap());
    assert_eq!(written.status, 0, "{written:?}");
    let path = Path::new(written.out.trim_end());
    assert!(path.is_absolute() && path.is_file(), "{path:?}");
    assert!(
        unwrapped(&written.err).contains("Name and date of a file say nothing"),
        "{}",
        written.err
    );
}

#[test]
fn several_weeks_are_checked_before_the_first_is_written() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    for (weeks, part) in [
        (["2026-W46", "2026-W51"], "2026-W51"),
        (["2026-W46", "2026-W48"], "2026-W48"),
        (["2026-W46", "never"], "never"),
    ] {
        let said = teacher.run(&["survey", "respond", weeks[0], weeks[1], "--to", &out]);
        assert!(
            said.status > 0 && said.out.is_empty() && said.err.contains(part),
            "{said:?}"
        );
    }
    let closed = [
        "--now",
        "2027-02-01T08:00",
        "survey",
        "respond",
        "2026-W46",
        "--to",
        &out,
    ];
    assert!(teacher.refused(1, &closed).contains("2027-01-15"));
    let nowhere = teacher.refused(1, &["survey", "respond", "last", "--to", "/nowhere"]);
    assert!(
        nowhere.contains("there is no folder /nowhere: ") && nowhere.contains("--to"),
        "{nowhere}"
    );
    let file = survey.text("time.key");
    assert!(
        teacher
            .refused(1, &["survey", "respond", "last", "--to", &file])
            .contains("time.key is no folder: ")
    );
    assert_eq!((survey.sent(), survey.history().len()), (0, 0));
    let written = teacher.ok(&[
        "survey", "respond", "-2", "last", "2026-W46", "--to", &out, "--yes",
    ]);
    assert_eq!(written.lines().count(), 2, "{written}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list[0]["written"], serde_json::json!(["2026-W45", "2026-W46"]));
    assert_eq!(list[0]["open"], serde_json::json!([]));
}

/// What was said, without the line ends that make it fit.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
