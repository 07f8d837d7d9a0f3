//! What the diary keeps about surveys goes out and in with everything else, and nothing that was sent is lost on the way.

use crate::teacher::{Teacher, validate};
use jianfu::diary::{JoinedSurvey, Sent, Setting, SurveyFacts, SurveySecret};
use jianfu::domain::{DefinitionHash, WeekId};
use jianfu::figures::BaselineChoice;
use jianfu::store::{Session, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

impl Teacher {
    fn session(&self) -> Session {
        Store::at(self.data())
            .session("2026-11-20T17:30:00".parse().unwrap())
            .unwrap()
    }

    fn facts(&self) -> SurveyFacts {
        self.session().survey_facts().unwrap()
    }

    /// Writes the export to a file; its name.
    fn exported(&self) -> (PathBuf, String) {
        let file = self.dir.path().join("all.jsonl");
        self.ok(&["export", "-o", file.to_str().unwrap()]);
        let text = std::fs::read_to_string(&file).unwrap();
        (file, text)
    }
}

fn sent(week: &str, revision: u32, by: &str) -> Sent {
    let survey = DefinitionHash::new([0x5a; 32]);
    Sent {
        survey,
        week: week.parse::<WeekId>().unwrap(),
        revision,
        at: "2026-11-20T17:29:30".parse().unwrap(),
        title: "减负 \"2026\"".to_owned(),
        file: format!("{:032x}.age", by.len()),
        content: format!(
            "{{\"definition\":\"{survey}\",\"week\":\"{week}\",\"revision\":{revision},\"by\":\"{by}\"}}"
        ),
    }
}

/// A diary with a secret, and with these weeks sent once or several times.
fn diary(secret: u8, weeks: &[(&str, u32)], by: &str) -> Teacher {
    let teacher = Teacher::new();
    teacher.ok(&["add", "8:00-8:45 sk"]);
    let mut session = teacher.session();
    session
        .keep_survey_secret(&SurveySecret::new([secret; 32]))
        .unwrap();
    for (week, times) in weeks {
        for revision in 1..=*times {
            session.record_sent(sent(week, revision, by)).unwrap();
        }
    }
    drop(session);
    teacher
}

#[test]
fn secret_and_history_go_out_and_in_again_byte_for_byte() {
    let teacher = diary(7, &[("2026-W47", 2), ("2026-W46", 1)], "a");
    teacher.ok(&["goal", "preset", "reports"]);
    let (file, text) = teacher.exported();
    let lines: Vec<&str> = text.lines().collect();
    for line in &lines {
        validate(
            jianfu::transfer::EXPORT_LINE_SCHEMA,
            &serde_json::from_str(line).unwrap(),
        );
    }
    let hash = "5a".repeat(32);
    for (line, start) in lines[lines.len() - 4..].iter().zip([
        r#"{"type":"setting","key":"goals","value":["#.to_owned(),
        format!(r#"{{"type":"setting","key":"survey_secret","value":"{}"}}"#, "07".repeat(32)),
        format!(r#"{{"type":"setting","key":"sent-{hash}-2026-W46","value":[{{"revision":1,"at":"2026-11-20T17:29:30","title":"#),
        format!(r#"{{"type":"setting","key":"sent-{hash}-2026-W47","value":[{{"revision":1,"#),
    ]) {
        assert!(line.starts_with(&start), "{line}");
    }
    let part = teacher.ok(&["export", "--from", "mon"]);
    assert!(
        !part.contains("survey_secret") && !part.contains("sent-"),
        "{part}"
    );

    let other = Teacher::new();
    other.ok(&["import", file.to_str().unwrap()]);
    assert_eq!(other.ok(&["export"]), text);
    other.ok(&["import", file.to_str().unwrap()]);
    assert_eq!(other.ok(&["export"]), text, "the same file twice adds nothing");
    other.ok(&["undo"]);
    assert_eq!(
        other.ok(&["export"]).lines().count(),
        1 + 3,
        "no undo takes them back"
    );
    assert_eq!(other.facts(), teacher.facts());
    other.ok(&["redo"]);
    assert_eq!(other.ok(&["export"]), text);
    // A backup is such a file, too.
    other.ok(&["backup", "now"]);
    let newest = other.session().backups().unwrap().remove(0).name;
    let newest = other.data().join(format!("backup/{newest}.jsonl"));
    let third = Teacher::new();
    third.ok(&["import", newest.to_str().unwrap()]);
    assert_eq!(third.ok(&["export"]), text);
}

#[test]
fn another_secret_is_refused_by_name_and_what_was_sent_is_united() {
    let teacher = diary(7, &[("2026-W47", 2)], "ours");
    let other = diary(8, &[("2026-W46", 1), ("2026-W47", 3)], "theirs");
    let (_, text) = other.exported();
    // The blocks of both would overlap, which is another matter.
    let facts: Vec<&str> = text
        .lines()
        .filter(|line| !line.contains("\"block\"") && !line.contains("\"day\""))
        .collect();
    let file = teacher.dir.path().join("theirs.jsonl");
    std::fs::write(&file, facts.join("\n")).unwrap();
    let file = file.to_str().unwrap();

    let before = teacher.ok(&["export"]);
    for args in [
        vec!["import", file],
        vec!["--lang", "zh-Hans", "import", file],
        vec!["import", file, "--dry-run"],
    ] {
        let refused = teacher.refused(1, &args);
        assert!(refused.contains("survey_secret"), "{refused}");
    }
    teacher.ok(&["import", file, "--replace", "--dry-run"]);
    assert_eq!(teacher.ok(&["export"]), before);
    teacher.ok(&["import", file, "--replace"]);
    let facts = teacher.facts();
    assert_eq!(facts.secret, Some(SurveySecret::new([8; 32])), "the file's");
    let all: Vec<Sent> = facts.sent().cloned().collect();
    assert_eq!(
        all,
        [
            sent("2026-W46", 1, "theirs"),
            sent("2026-W47", 1, "ours"),
            sent("2026-W47", 2, "ours"),
            sent("2026-W47", 3, "theirs"),
        ]
    );
    assert!(teacher.ok(&["check"]).contains("sound"));
}

#[test]
fn an_export_says_what_it_holds_of_surveys_and_leaves_it_out_when_told() {
    let mut teacher = diary(7, &[("2026-W47", 1)], "a");
    for (lang, part) in [
        ("en", "as private as the diary"),
        ("zh-Hans", "一样私密"),
        ("zh-Hant", "一樣私密"),
    ] {
        teacher.lang = lang;
        let said = teacher.run(&["export"]).err;
        assert!(
            said.contains(part) && said.contains("--without-surveys"),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    teacher.lang = "en";
    let joined = JoinedSurvey {
        definition: "title = \"x\"".to_owned(),
        answers: BTreeMap::default(),
        withheld: BTreeSet::default(),
    };
    let others = [
        Setting::Surveys(vec![joined]),
        Setting::Baseline(BaselineChoice::Minutes(900)),
    ];
    for setting in others {
        teacher.session().set(setting).unwrap();
    }
    let all = teacher.ok(&["export"]);
    let without = teacher.run(&["export", "--without-surveys"]);
    assert_eq!((without.status, without.err.as_str()), (0, ""));
    let kept: Vec<&str> = all
        .lines()
        .filter(|line| without.out.lines().any(|l| l == *line))
        .collect();
    assert_eq!(
        kept.join("\n") + "\n",
        without.out,
        "nothing that is not in the other"
    );
    let gone: Vec<&str> = all.lines().filter(|line| !kept.contains(line)).collect();
    assert_eq!(gone.len(), 3, "{gone:?}");
    for (line, key) in gone.iter().zip(["surveys", "survey_secret", "sent-"]) {
        assert!(line.contains(&format!("\"key\":\"{key}")), "{line}");
    }
    assert!(without.out.contains("\"key\":\"baseline\""));
    assert_eq!(teacher.run(&["export", "--from", "mon"]).err, "");
    assert_eq!(
        Teacher::new().run(&["export"]).err,
        "",
        "nothing is known of surveys"
    );
}

#[test]
fn an_import_says_what_it_takes_over_of_surveys() {
    let (ours, theirs) = (
        diary(7, &[("2026-W47", 1)], "a"),
        diary(8, &[("2026-W46", 1), ("2026-W47", 3)], "a"),
    );
    let (file, _) = theirs.exported();
    let file = file.to_str().unwrap();
    let after_first = |out: String| out.split_once('\n').unwrap().1.to_owned();
    let takes = "the file's secret for surveys is taken over: your pseudonyms come from it\n\
                 into the history of surveys: 4 written responses\n";
    let fresh = Teacher::new();
    assert_eq!(after_first(fresh.ok(&["import", file, "--dry-run"])), takes);
    assert_eq!(after_first(fresh.ok(&["import", file])), takes);
    assert_eq!(after_first(fresh.ok(&["import", file])), "", "the same again");
    for args in [
        vec!["import", file, "--replace", "--dry-run"],
        vec!["import", file, "--replace"],
    ] {
        let said = after_first(ours.ok(&args));
        assert!(said.contains("takes the place of yours"), "{said}");
        assert!(
            said.contains("3 written responses"),
            "revision 1 of W47 is known: {said}"
        );
    }
}

#[test]
fn restoring_a_backup_keeps_what_was_sent_after_it() {
    let teacher = diary(7, &[("2026-W46", 1)], "a");
    teacher.ok(&["backup", "now"]);
    let before = teacher.ok(&["export"]);
    let backups = teacher.ok(&["backup", "list"]);
    let name = backups.split_whitespace().next().unwrap();
    teacher.session().record_sent(sent("2026-W47", 1, "a")).unwrap();
    teacher.ok(&["add", "20:00-20:30 jz"]);
    teacher.ok(&["backup", "restore", name]);
    let after = teacher.ok(&["export"]);
    let line = after.lines().last().unwrap();
    assert!(line.contains("-2026-W47"), "{line}");
    assert_eq!(after.replace(&format!("{line}\n"), ""), before);
    teacher.ok(&["undo"]);
    assert_eq!(teacher.facts().sent().count(), 2);
    assert_eq!(teacher.ok(&["export"]).lines().count(), after.lines().count() + 1);
}

/// Anybody can write such a file, and what stands in it comes on the terminal and is counted on from.
#[test]
fn a_history_that_nobody_wrote_is_refused_by_name_and_nothing_is_imported() {
    let (file, text) = diary(7, &[("2026-W47", 1)], "a").exported();
    let teacher = Teacher::new();
    let digits = format!("{:032x}", 1);
    for (from, to) in [
        ("减负 ", "\\u001b]0;x\\u0007".to_owned()),
        ("减负 ", "a\\nb".to_owned()),
        ("减负 ", "\\u202e".to_owned()),
        ("减负 ", "x".repeat(80)),
        (&digits, "\\u001b[2J".to_owned()),
        (&digits, "../../x".to_owned()),
        (
            "\"revision\":1,\"at\"",
            "\"revision\":4294967295,\"at\"".to_owned(),
        ),
        ("\"revision\":1,\"at\"", "\"revision\":2,\"at\"".to_owned()),
        (
            "\"revision\":1,\"at\"",
            "\"\\u001b[2J\":0,\"revision\":1,\"at\"".to_owned(),
        ),
        (
            "\"revision\":1,\"at\"",
            "\"\u{9b}2J\":0,\"revision\":1,\"at\"".to_owned(),
        ),
        (
            "\\\"week\\\":\\\"2026-W47",
            "\\\"week\\\":\\\"2026-W46".to_owned(),
        ),
        ("{\\\"definition", "free text {\\\"definition".to_owned()),
    ] {
        let forged = text.replacen(from, &to, 1);
        assert_ne!(forged, text, "{from}");
        let path = file.with_file_name("forged.jsonl");
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, forged).unwrap();
        let path = path.to_str().unwrap();
        for args in [
            vec!["import", path],
            vec!["import", path, "--dry-run"],
            vec!["import", path, "--replace"],
        ] {
            let refused = teacher.refused(1, &args);
            assert!(refused.contains("sent-5a5a"), "{to}: {refused}");
            assert!(!refused.trim_end().contains(char::is_control), "{refused:?}");
        }
        assert_eq!(teacher.ok(&["export"]).lines().count(), 1, "{to}");
        assert_eq!(teacher.ok(&["survey", "history"]), "");
    }
}
