//! `survey collect`: what was sent becomes a dataset.

use super::{Survey, fits, made_in, with_input};
use crate::teacher::{Done, Teacher};
use serde_json::Value;
use std::fs;

impl Survey {
    /// Answers two weeks into a folder.
    pub(super) fn answered(lang: &'static str) -> Self {
        let survey = Self::of(Teacher::speaking(lang));
        let definition = survey.text("time.survey.toml");
        survey
            .teacher
            .ok(&["survey", "join", &definition, "--answer", "stage=primary"]);
        let out = survey.out();
        survey
            .teacher
            .ok(&["survey", "respond", "last", "this", "--to", &out, "--yes"]);
        survey
    }

    pub(super) fn collect(&self, more: &[&str]) -> Done {
        let (out, key, to) = (self.out(), self.text("time.key"), self.text("dataset"));
        let args = ["survey", "collect", &out, "--key", &key, "--to", &to];
        self.teacher.run(&[&args, more].concat())
    }

    fn collect_json(&self) -> Value {
        let done = self.collect(&["--json"]);
        assert_eq!(done.status, 0, "{done:?}");
        serde_json::from_str(&done.out).unwrap()
    }

    fn rejected(&self) -> String {
        fs::read_to_string(self.path("dataset/rejected.csv")).unwrap()
    }
}

#[test]
fn what_was_sent_is_collected_and_counted() {
    let survey = Survey::answered("en");
    let first = survey.collect(&[]);
    assert_eq!((first.status, first.err.as_str()), (0, ""), "{first:?}");
    fits(&first.out);
    for part in [
        "Teachers' time\n",
        "Files looked at  2\n",
        "Taken            2\n",
        "of 400 people who were asked\n  2026-W46  1    0 %   2026-W47  1    0 %\n",
        "By group, week 2026-W47\nSchool stage ",
        "  primary          1 / 120    1 %   ",
    ] {
        assert!(first.out.contains(part), "{part}: {}", first.out);
    }
    assert!(survey.path("dataset/week=2026-W47/part-0000.parquet").is_file());
    assert_eq!(
        fs::read(survey.path("dataset/definition.survey.toml")).unwrap(),
        fs::read(survey.path("time.survey.toml")).unwrap()
    );
    assert_eq!(survey.rejected(), "\u{feff}file,reason,in_words\r\n");

    let again = survey.collect_json();
    assert_eq!(
        (&again["files"], &again["unchanged"], &again["taken"]),
        (&2.into(), &2.into(), &0.into())
    );
    survey
        .teacher
        .ok(&["survey", "withdraw", "last", "--to", &survey.out(), "--yes"]);
    survey
        .teacher
        .ok(&["survey", "respond", "this", "--to", &survey.out(), "--yes"]);
    let corrected = survey.collect_json();
    for (name, number) in [
        ("withdrawals", 1),
        ("withdrawn", 1),
        ("corrected", 1),
        ("respondents_at_least", 1),
    ] {
        assert_eq!(corrected[name], number, "{name}: {corrected}");
    }
    assert_eq!(corrected["weeks"].as_array().unwrap().len(), 1);
    assert_eq!(corrected["weeks"][0]["groups"][0]["answers"][0]["responses"], 1);
    assert!(!survey.path("dataset/week=2026-W46").exists());
}

#[test]
fn what_is_not_taken_is_listed_and_stays() {
    let survey = Survey::answered("zh-Hans");
    let strange = survey.path("out/坏\u{1b}[31m\u{202e}.age");
    fs::write(&strange, "=cmd|' /C calc'!A0").unwrap();
    let done = survey.collect(&[]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(
        done.err.contains("未收下：1") && done.err.contains("rejected.csv"),
        "{done:?}"
    );
    assert!(
        done.out.contains("未收下            1\n  不是密封的应答  1\n"),
        "{done:?}"
    );
    fits(&done.out);
    for text in [&done.out, &done.err, &survey.rejected()] {
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    }
    assert!(
        survey
            .rejected()
            .contains("坏�[31m�.age,not_a_response,它不是加密的应答\r\n")
    );
    assert!(strange.exists());
    let json = survey.collect_json();
    assert_eq!(
        (&json["rejected"], &json["reasons"]["not_a_response"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_bundle_and_its_parts_are_the_same_responses() {
    let survey = Survey::answered("en");
    let (out, tar) = (survey.out(), survey.text("school.tar"));
    survey.teacher.ok(&["survey", "bundle", &out, "-o", &tar]);
    let done = survey.collect(&[&tar, "--json"]);
    let json: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(
        (&json["files"], &json["taken"], &json["copies"]),
        (&3.into(), &2.into(), &2.into())
    );
}

#[test]
fn nothing_is_made_where_something_is_missing() {
    let survey = Survey::answered("en");
    let (out, key, to) = (survey.out(), survey.text("time.key"), survey.text("dataset"));
    let other = survey.text("other");
    fs::create_dir(&other).unwrap();
    survey.teacher.ok(&made_in(&other));
    let other_key = survey.text("other/time.key");
    let definition = survey.text("time.survey.toml");
    for (status, args, part) in [
        (2, &[&out, "--to", &to][..], "--key"),
        (2, &[&out, "--key", &key], "--to"),
        (1, &["nowhere", "--key", &key, "--to", &to], "nowhere"),
        (1, &[&out, "--key", &definition, "--to", &to], "private key"),
        (
            1,
            &[
                &out,
                "--key",
                &other_key,
                "--to",
                &to,
                "--definition",
                &definition,
            ],
            "not the key of this survey",
        ),
        (1, &[&out, "--key", &key, "--to", &survey.text("")], "new folder"),
    ] {
        let args: Vec<&str> = ["survey", "collect"].iter().chain(args).copied().collect();
        let said = survey.teacher.refused(status, &args);
        assert!(said.contains(part), "{said}");
    }
    let moved = survey.text("moved.key");
    fs::rename(survey.path("time.key"), &moved).unwrap();
    let said = survey
        .teacher
        .refused(1, &["survey", "collect", &out, "--key", &moved, "--to", &to]);
    assert!(
        said.contains("--definition") && !survey.path("dataset").exists(),
        "{said}"
    );
    let named = [
        "survey",
        "collect",
        &out,
        "--key",
        &moved,
        "--to",
        &to,
        "--definition",
        &definition,
    ];
    survey.teacher.ok(&named);
    survey.teacher.ok(&named[..7]);
    let said = survey
        .teacher
        .refused(1, &["survey", "collect", &out, "--key", &other_key, "--to", &to]);
    assert!(said.contains("not the key"), "{said}");
}

#[test]
fn a_key_that_opens_nothing_ends_it_and_leaves_no_dataset() {
    let survey = Survey::answered("en");
    let (other, inbox) = (survey.text("other"), survey.out());
    fs::create_dir(&other).unwrap();
    survey.teacher.ok(&made_in(&other));
    fs::write(survey.path("out/photo.jpg"), "no response").unwrap();
    let (key, to) = (survey.text("other/time.key"), survey.text("dataset"));
    let collect = |more: &[&str]| {
        let args = ["survey", "collect", &inbox, "--key", &key, "--to", &to];
        survey.teacher.run(&[&args, more].concat())
    };
    for more in [&[][..], &["--json"], &["--watch", "--plain"]] {
        let said = collect(more);
        assert!(
            said.status == 1 && said.out.is_empty() && said.err.lines().count() == 1,
            "{said:?}"
        );
        assert!(
            said.err.contains(&key) && said.err.contains("2 are sealed to another key"),
            "{said:?}"
        );
        assert!(!survey.path("dataset").exists());
    }
    // Into a dataset that is there, what is not taken is listed.
    let mine = Survey::answered("en");
    assert_eq!(mine.collect(&[]).status, 0);
    let (key, to) = (mine.text("time.key"), mine.text("dataset"));
    let said = mine
        .teacher
        .run(&["survey", "collect", &inbox, "--key", &key, "--to", &to]);
    assert!(
        said.status == 1 && said.err.contains(&key) && said.out.contains("Not taken"),
        "{said:?}"
    );
}

#[test]
fn responses_to_an_earlier_wording_of_the_survey_are_told_from_those_of_another_key() {
    let survey = Survey::answered("zh-Hans");
    let path = survey.path("time.survey.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("010-1234", "010-5678")).unwrap();
    let said = survey.collect(&[]);
    assert!(
        said.status == 1 && said.err.contains("改动前的版本") && !survey.path("dataset").exists(),
        "{said:?}"
    );
}

#[test]
fn what_is_no_inbox_or_has_nothing_in_it_is_said_to_be_so() {
    let survey = Survey::answered("en");
    let (key, to) = (survey.text("time.key"), survey.text("new"));
    assert_eq!(survey.collect(&[]).status, 0);
    for folder in ["empty", "photos"] {
        fs::create_dir(survey.path(folder)).unwrap();
    }
    fs::write(survey.path("photos/a.jpg"), "no response").unwrap();
    for (inbox, part) in [
        ("empty", "there is no file in"),
        ("photos", "of 1 files"),
        ("dataset", "is a dataset and no inbox"),
        ("dataset/definition.survey.toml", "is the definition"),
        ("time.survey.toml", "is the definition"),
    ] {
        let inbox = survey.text(inbox);
        let said = survey
            .teacher
            .refused(1, &["survey", "collect", &inbox, "--key", &key, "--to", &to]);
        assert!(said.contains(part) && said.contains(&inbox), "{said}");
        assert!(!survey.path("new").exists(), "{part}");
    }
}

#[test]
fn a_locked_key_is_opened_with_the_first_line_of_input() {
    let teacher = Teacher::new();
    let folder = teacher.dir.path().display().to_string();
    let args = [made_in(&folder), vec!["--passphrase"]].concat();
    assert_eq!(with_input(&teacher, &args, "correct horse\n").status, 0);
    let path = |name: &str| teacher.dir.path().join(name).display().to_string();
    fs::create_dir(path("in")).unwrap();
    let (inbox, key, to) = (path("in"), path("time.key"), path("dataset"));
    let collect = ["survey", "collect", &inbox, "--key", &key, "--to", &to];
    for (input, status, part) in [
        ("", 2, "standard input"),
        ("wrong horse\n", 1, "not the passphrase"),
        ("correct horse\n", 1, "there is no file in"),
    ] {
        let done = with_input(&teacher, &collect, input);
        assert!(done.status == status && done.err.contains(part), "{done:?}");
    }
}

#[cfg(unix)]
#[test]
fn watching_takes_what_comes_and_ends_when_asked() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    let survey = Survey::answered("en");
    let (out, key, to) = (survey.out(), survey.text("time.key"), survey.text("dataset"));
    let args = [
        "survey", "collect", &out, "--key", &key, "--to", &to, "--watch", "--json",
    ];
    let mut child = survey
        .teacher
        .command(&args)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    assert_eq!(next()["taken"], 2);
    survey
        .teacher
        .ok(&["survey", "withdraw", "last", "--to", &out, "--yes"]);
    assert_eq!(next()["withdrawals"], 1);
    let pid = child.id().to_string();
    assert!(
        std::process::Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .unwrap()
            .success()
    );
    assert!(child.wait().unwrap().success());
    assert_eq!(survey.collect_json()["unchanged"], 3);
}
