//! `survey answer`: what is said and withheld.

use super::{Survey, fits};

#[test]
fn answers_change_all_or_none_and_can_be_undone() {
    let survey = Survey::joined();
    let teacher = &survey.teacher;
    let shown = teacher.ok(&["survey", "answer"]);
    for part in [
        "stage (School stage)",
        "not said",
        "lower_secondary (lower secondary)",
        "given",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    fits(&shown);
    teacher.refused(2, &["survey", "answer", "stage=primary", "goal=perhaps"]);
    assert_eq!(teacher.ok(&["survey", "answer"]), shown);
    teacher.ok(&[
        "survey",
        "answer",
        "stage=primary",
        "goal=withheld",
        "days=withheld",
    ]);
    teacher.ok(&["survey", "answer", "days=given"]);
    for name in ["late_parent_messages", "late_parent_minutes"] {
        let late = |value: &str| teacher.ok(&["survey", "answer", &format!("{name}={value}")]);
        assert_eq!(late("withheld").matches("withheld").count(), 2, "{name}");
        assert_eq!(late("given").matches("withheld").count(), 1, "{name}");
    }
    let kept = || teacher.json(&["survey", "list", "--json"])[0].clone();
    assert_eq!(kept()["withheld"], serde_json::json!(["goal"]));
    teacher.ok(&["survey", "answer", "stage=not_said"]);
    assert_eq!(kept()["answers"], serde_json::json!({}));
    teacher.ok(&["undo"]);
    assert_eq!(kept()["answers"]["stage"], "primary");
    let chinese = teacher.ok(&[
        "--lang",
        "zh-Hans",
        "survey",
        "answer",
        "学段＝初中",
        "会议=不提供",
    ]);
    assert!(chinese.contains("初中"), "{chinese}");
    fits(&chinese);
    assert_eq!(kept()["withheld"], serde_json::json!(["goal", "meetings"]));
}
