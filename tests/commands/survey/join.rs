//! `survey join`: taking part.

use super::{Survey, fingerprint, fits};
use crate::teacher::Teacher;
use serde_json::Value;

#[test]
fn joining_is_all_or_nothing_and_said_once() {
    let survey = Survey::new();
    let (teacher, file) = (&survey.teacher, survey.text("time.survey.toml"));
    for (more, part) in [
        (["--answer", "stage=nursery"], "primary, lower_secondary"),
        (["--answer", "school=ours"], "stage, region"),
        (["--answer", "stage"], "GROUP=ANSWER"),
        (["--withhold", "minutes"], "late_parent_minutes"),
    ] {
        let said = teacher.refused(
            2,
            &["survey", "join", &file, "--answer", "region=a1", more[0], more[1]],
        );
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(teacher.ok(&["survey"]), "");
    assert_eq!(
        teacher.json(&["survey", "list", "--json"]),
        Value::Array(Vec::new())
    );
    let text = survey.join(&["--answer", "stage=小学", "--withhold", "ratings"]);
    assert_eq!(fingerprint(&text), survey.fingerprint);
    assert!(text.contains("one of about"), "{text}");
    fits(&text);
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list[0]["answers"]["stage"], "primary");
    assert_eq!(list[0]["withheld"][0], "ratings");
    assert_eq!(list[0]["open"], serde_json::json!(["2026-W45", "2026-W46"]));
    assert_eq!(list[0]["fingerprint"], survey.fingerprint.as_str());
    let again = teacher.run(&["survey", "join", &file, "--answer", "region=朝阳"]);
    assert!(again.status == 0 && again.err.contains("already"), "{again:?}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["answers"]["stage"], "primary");
    assert_eq!(list[0]["answers"]["region"], "a2");
    let late = Teacher::new();
    let closed = late.refused(1, &["--now", "2027-01-16T08:00", "survey", "join", &file]);
    assert!(closed.contains("2027-01-15"), "{closed}");
    assert_eq!(late.ok(&["survey", "list"]), "");
}

#[test]
fn a_closed_survey_is_joined_again_to_withdraw() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    teacher.ok(&["survey", "respond", "last", "--to", &out, "--yes"]);
    teacher.ok(&["survey", "leave"]);
    let late = |args: &[&str]| {
        let args: Vec<&str> = ["--now", "2027-02-01T08:00"]
            .iter()
            .chain(args)
            .copied()
            .collect();
        teacher.run(&args)
    };
    let joined = late(&["survey", "join", &survey.text("time.survey.toml")]);
    assert!(
        joined.status == 0 && joined.err.contains("to take back"),
        "{joined:?}"
    );
    let taken = late(&["survey", "withdraw", "2026-W46", "--to", &out, "--yes"]);
    assert_eq!(taken.status, 0, "{taken:?}");
    assert_eq!(survey.sent(), 2);
}
