//! The rules of the burden list and the question for a meeting's worth, by commands.

use super::teacher::{Teacher, validate};
use jianfu::figures::Rule;
use serde_json::Value;

/// The rules that the week flags, in order.
fn flagged(teacher: &Teacher) -> Vec<String> {
    let week = teacher.json(&["week", "--format", "json"]);
    validate(jianfu::summary::WEEK_SCHEMA, &week);
    let flags = week["flags"].as_array().cloned().unwrap_or_default();
    let rule = |flag: &Value| flag["rule"].as_str().unwrap().to_owned();
    flags.iter().map(rule).collect()
}

#[test]
fn all_rules_are_listed_in_the_users_language_with_what_they_can_be() {
    let teacher = Teacher::new();
    let listed = teacher.ok(&["rules"]);
    assert_eq!(listed, teacher.ok(&["rules", "show"]));
    let codes = listed.lines().map(|line| line.split(' ').next().unwrap());
    assert!(codes.eq(Rule::ALL.map(Rule::code)), "{listed}");
    for line in [
        "staff-meeting-length  90    length of all-staff meetings (on, off, or 1 to 1440 minutes)",
        "no-meeting-day        off   day without meetings (off, or a weekday like wed)",
        "street-duty           on    duty that is not the school's (on or off)",
        "secondment-length     183   length of secondment (on, off, or 1 to 3660 days)",
        "inspection-count      50    number of inspections (on, off, or 0 to 100 % fewer)",
        "repeated-report       1     same report again (on, off, or 0 to 99 times)",
    ] {
        assert!(listed.lines().any(|l| l == line), "{line}\n{listed}");
    }
    for (lang, words) in [("zh-Hans", "全校会议时长 ("), ("zh-Hant", "全校會議時長 (")] {
        let listed = Teacher::speaking(lang).ok(&["rules"]);
        assert!(listed.contains(words), "{listed}");
    }
}

#[test]
fn rules_are_set_switched_undone_and_refused_by_name() {
    let teacher = Teacher::speaking("zh-Hans");
    let value = |rule: &str| {
        let listed = teacher.ok(&["rules"]);
        let line = listed.lines().find(|l| l.starts_with(rule)).unwrap();
        line.split_whitespace().nth(1).unwrap().to_owned()
    };
    let said = teacher.ok(&["rules", "set", "staff-meeting-length", "60"]);
    assert!(
        said.starts_with("staff-meeting-length  60 ") && said.lines().count() == 1,
        "{said}"
    );
    for day in ["周三", "星期三", "wed", "Wednesday"] {
        teacher.ok(&["rules", "off", "no-meeting-day"]);
        assert_eq!(value("no-meeting-day"), "off");
        teacher.ok(&["rules", "set", "no-meeting-day", day]);
        assert_eq!(value("no-meeting-day"), "wed");
    }
    teacher.ok(&["rules", "set", "校外会议", "off"]);
    assert_eq!(value("outside-meeting"), "off");
    teacher.ok(&["undo"]);
    assert_eq!(value("outside-meeting"), "on");
    teacher.ok(&["redo"]);
    assert_eq!(value("outside-meeting"), "off");
    teacher.ok(&["rules", "on", "outside-meeting"]);
    assert_eq!(value("outside-meeting"), "on");
    teacher.ok(&["rules", "off", "staff-meeting-length"]);
    teacher.ok(&["rules", "on", "staff-meeting-length"]);
    assert_eq!(value("staff-meeting-length"), "90", "the policies' own");

    let before = teacher.ok(&["rules"]);
    for (args, parts) in [
        (
            &["set", "staff-meeting-length", "0"][..],
            ["staff-meeting-length", "1 到 1440 分钟"],
        ),
        (
            &["set", "secondment-length", "-5"],
            ["secondment-length", "1 到 3660 天"],
        ),
        (&["set", "street-duty", "5"], ["street-duty", "on 或 off"]),
        (&["on", "no-meeting-day"], ["no-meeting-day", "周三"]),
        (&["set", "no-meeting-day", "周八"], ["周八", "周三"]),
        (&["off", "meetings"], ["“meetings”", "staff-meeting-count, "]),
    ] {
        let args: Vec<&str> = ["rules"].into_iter().chain(args.iter().copied()).collect();
        let said = teacher.refused(2, &args);
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    }
    assert_eq!(teacher.run(&["rules", "set", "street-duty"]).status, 2);
    assert_eq!(teacher.ok(&["rules"]), before);
}

#[test]
fn setting_what_holds_already_leaves_nothing_to_undo() {
    let teacher = Teacher::new();
    teacher.ok(&["rules", "set", "staff-meeting-length", "90"]);
    teacher.ok(&["rules", "on", "street-duty"]);
    assert_eq!(teacher.ok(&["ask-worth", "off"]), "off\n");
    assert_eq!(teacher.run(&["undo"]).status, 1);
}

#[test]
fn the_weeks_flags_follow_the_rules() {
    let teacher = Teacher::new();
    teacher.ok(&["add", "--date", "mon", "14:00-15:00 meetings/staff-meeting"]);
    teacher.ok(&["add", "--date", "wed", "15:00-15:40 meetings/group-meeting"]);
    assert_eq!(flagged(&teacher), [""; 0], "as the policies have it");
    teacher.ok(&["rules", "set", "staff-meeting-length", "50"]);
    assert_eq!(flagged(&teacher), ["staff-meeting-length"]);
    let week = teacher.json(&["week", "--format", "json"]);
    let flag = &week["flags"][0];
    assert_eq!((&flag["limit"], &flag["value"]), (&50.into(), &60.into()));
    teacher.ok(&["rules", "set", "staff-meeting-length", "60"]);
    assert_eq!(flagged(&teacher), [""; 0], "60 is not more than 60");
    teacher.ok(&["rules", "set", "no-meeting-day", "wed"]);
    assert_eq!(flagged(&teacher), ["no-meeting-day"]);
    teacher.ok(&["rules", "set", "staff-meeting-length", "50"]);
    assert_eq!(flagged(&teacher), ["staff-meeting-length", "no-meeting-day"]);
    teacher.ok(&["rules", "off", "staff-meeting-length"]);
    assert_eq!(flagged(&teacher), ["no-meeting-day"]);
    teacher.ok(&["undo"]);
    assert_eq!(flagged(&teacher), ["staff-meeting-length", "no-meeting-day"]);
}

#[test]
fn the_configuration_holds_until_the_diary_says_otherwise() {
    let teacher = Teacher::new();
    teacher.ok(&["add", "--date", "mon", "14:00-15:00 meetings/staff-meeting"]);
    teacher.ok(&[
        "config",
        "set",
        "rules",
        "staff-meeting-length=50,no-meeting-day=wed",
    ]);
    teacher.ok(&["config", "set", "ask_worth", "true"]);
    assert_eq!(flagged(&teacher), ["staff-meeting-length"]);
    assert_eq!(teacher.ok(&["ask-worth"]), "on\n");
    teacher.ok(&["rules", "set", "staff-meeting-length", "90"]);
    assert_eq!(flagged(&teacher), [""; 0], "also where that is the usual limit");
    assert_eq!(teacher.ok(&["ask-worth", "off"]), "off\n");
    assert_eq!(teacher.ok(&["ask-worth", "show"]), "off\n");
    teacher.ok(&["undo"]);
    teacher.ok(&["undo"]);
    assert_eq!(flagged(&teacher), ["staff-meeting-length"]);
    assert_eq!(teacher.ok(&["ask-worth"]), "on\n");
}

#[test]
fn both_settings_go_out_and_come_back_byte_for_byte() {
    let teacher = Teacher::new();
    teacher.ok(&["rules", "set", "staff-meeting-length", "60"]);
    teacher.ok(&["rules", "set", "no-meeting-day", "fri"]);
    teacher.ok(&["rules", "off", "street-duty"]);
    assert_eq!(teacher.ok(&["ask-worth", "on"]), "on\n");
    let (first, second) = (teacher.dir.path().join("1"), teacher.dir.path().join("2"));
    teacher.ok(&["export", "-o", first.to_str().unwrap()]);
    let exported = std::fs::read_to_string(&first).unwrap();
    for line in exported.lines() {
        validate(
            jianfu::transfer::EXPORT_LINE_SCHEMA,
            &serde_json::from_str(line).unwrap(),
        );
    }
    let rules = r#"{"staff-meeting-length":"60","no-meeting-day":"fri","street-duty":"off"}"#;
    assert!(
        exported.contains(rules) && exported.contains("ask_worth"),
        "{exported}"
    );
    let other = Teacher::new();
    other.ok(&["import", first.to_str().unwrap()]);
    assert_eq!(other.ok(&["rules"]), teacher.ok(&["rules"]));
    assert_eq!(other.ok(&["ask-worth"]), "on\n");
    other.ok(&["export", "-o", second.to_str().unwrap()]);
    assert_eq!(exported, std::fs::read_to_string(&second).unwrap());
    other.ok(&["undo"]);
    assert_eq!(other.ok(&["ask-worth"]), "off\n");
}

#[test]
fn counts_and_means_are_goals_by_code_and_by_name() {
    let teacher = Teacher::speaking("zh-Hans");
    for (what, code) in [
        ("meetings/staff-meeting:count", "meetings/staff-meeting:count"),
        ("全校会议:count", "meetings/staff-meeting:count"),
        ("全校會議：count", "meetings/staff-meeting:count"),
        ("全校会议次数", "meetings/staff-meeting:count"),
        ("staff-meeting:mean", "meetings/staff-meeting:mean"),
        ("全校会议平均时长", "meetings/staff-meeting:mean"),
    ] {
        let goals = teacher.ok(&["goal", "set", what, "20"]);
        let words = if code.ends_with("count") {
            "全校会议次数"
        } else {
            "全校会议平均时长"
        };
        assert!(goals.contains(&format!("{words} −20 %")), "{goals}");
        let week = teacher.json(&["week", "--format", "json"]);
        assert!(week.to_string().contains(code), "{week}");
        let goals = teacher.ok(&["goal", "off", what]);
        assert!(!goals.contains(words), "{goals}");
    }
    for wrong in ["meetings/nothing:count", "meetings:count", "会议:mean", ":count"] {
        let said = teacher.refused(2, &["goal", "set", wrong, "20"]);
        assert!(said.contains(wrong), "{said}");
    }
    let all = teacher.ok(&["goal", "preset", "all"]);
    assert_eq!(all.lines().count(), 6, "{all}");
    for line in [
        "报表材料 −30 %",
        "家长沟通 −20 %",
        "全校会议次数 −20 %",
        "全校会议平均时长 −15 %",
        "迎检次数 −50 %",
    ] {
        assert!(all.lines().any(|l| l == line), "{line}\n{all}");
    }
}
