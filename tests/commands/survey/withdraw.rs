//! `survey withdraw`: taking back, and the history of it.

use super::Survey;
use crate::teacher::validate;
use jianfu::survey::RESPONSE_SCHEMA;
use serde_json::Value;

#[test]
fn a_response_is_withdrawn_and_the_history_says_so() {
    let survey = Survey::joined();
    let (teacher, out) = (&survey.teacher, survey.out());
    let nothing = teacher.refused(1, &["survey", "withdraw", "last", "--to", &out]);
    assert!(nothing.contains("2026-W46"), "{nothing}");
    teacher.ok(&["survey", "respond", "-2", "last", "--to", &out, "--yes"]);
    teacher.refused(1, &["survey", "withdraw", "last", "this", "--to", &out]);
    assert_eq!(survey.sent(), 2);
    let left = teacher.run(&["survey", "leave"]);
    assert!(
        left.err.contains("2026-W45..2026-W46") && left.err.contains("undo"),
        "{left:?}"
    );
    assert!(
        teacher
            .refused(1, &["survey", "withdraw", "last"])
            .contains("a response to 2026-W46 of \"Teachers' time\" is in the history")
    );
    let never = teacher.refused(1, &["survey", "withdraw", "-3"]);
    assert!(never.contains("no survey"), "{never}");
    teacher.ok(&["undo"]);
    let late = [
        "--now",
        "2027-02-01T08:00",
        "survey",
        "withdraw",
        "2026-W46",
        "--to",
        &out,
        "--yes",
    ];
    let file = teacher.ok(&late);
    let opened: Value = serde_json::from_slice(&survey.open(file.trim_end())).unwrap();
    validate(RESPONSE_SCHEMA, &opened);
    assert_eq!(
        (&opened["type"], &opened["revision"]),
        (&"jianfu withdrawal".into(), &2.into())
    );
    assert_eq!(survey.open(file.trim_end()).len(), 4096);
    let history = teacher.run(&["survey", "history", "--week", "2026-W46"]);
    let lines: Vec<&str> = history.out.lines().collect();
    assert_eq!(lines.len(), 4, "{history:?}");
    assert!(lines[0].contains("Withdrawal (revision 2)") && lines[2].contains("Response (revision 1)"));
    assert!(history.err.contains("kept here only"), "{}", history.err);
    let again = teacher.refused(1, &["survey", "withdraw", "2026-W46", "--to", &out]);
    assert!(again.contains("withdrawn already"), "{again}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list[0]["withdrawn"], serde_json::json!(["2026-W46"]));
    assert_eq!(list[0]["written"], serde_json::json!(["2026-W45"]));
    teacher.ok(&["survey", "leave"]);
    assert_eq!(survey.history().len(), 3, "the history stays");
    let by_title = teacher.json(&["survey", "history", "--survey", "teachers", "--json"]);
    assert_eq!(by_title.as_array().unwrap().len(), 3);
}
