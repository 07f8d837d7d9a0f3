//! Whoever withdrew is not published afterwards.

use crate::teacher::{Done, Teacher};
use jianfu::survey::collector::{Dataset, Part};
use serde_json::Value;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A survey whose responses and withdrawals come when they are wanted.
struct Survey {
    teacher: Teacher,
    /// Those who withdraw first.
    responses: Vec<PathBuf>,
    withdrawals: Vec<PathBuf>,
    withdrawn: HashSet<String>,
}

impl Survey {
    fn of(teachers: &str, withdrawn: &str) -> Self {
        let teacher = Teacher::new();
        let folder = teacher.dir.path().join("made");
        let to = folder.display().to_string();
        let args = ["survey", "simulate", "--weeks", "1", "--teachers", teachers];
        let more = ["--withdrawn", withdrawn, "--to", &to];
        let plain = ["--corrected", "0", "--twice", "0"];
        teacher.ok(&[&args[..], &more[..], &plain[..]].concat());
        let key = fs::read_to_string(folder.join("made-up.key")).unwrap();
        let key = key.lines().find(|l| l.starts_with("AGE-SECRET-KEY-")).unwrap();
        let key: age::x25519::Identity = key.parse().unwrap();
        let mut files: Vec<PathBuf> = fs::read_dir(folder.join("inbox"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        fs::create_dir(folder.join("aside")).unwrap();
        let open = |path: PathBuf| {
            let text = age::decrypt(&key, &fs::read(&path).unwrap()).unwrap();
            let said: Value = serde_json::from_slice(&text).unwrap();
            let aside = folder.join("aside").join(path.file_name().unwrap());
            fs::rename(&path, &aside).unwrap();
            (
                said["type"] == "jianfu withdrawal",
                said["respondent"].as_str().unwrap().to_owned(),
                aside,
            )
        };
        let (withdrawals, responses): (Vec<_>, Vec<_>) =
            files.into_iter().map(open).partition(|(is, ..)| *is);
        let withdrawn: HashSet<String> = withdrawals.iter().map(|(_, of, _)| of.clone()).collect();
        let (first, others): (Vec<_>, Vec<_>) = responses
            .into_iter()
            .partition(|(_, of, _)| withdrawn.contains(of));
        Self {
            teacher,
            responses: first.into_iter().chain(others).map(|(.., path)| path).collect(),
            withdrawals: withdrawals.into_iter().map(|(.., path)| path).collect(),
            withdrawn,
        }
    }

    fn path(&self, name: &str) -> String {
        self.teacher.dir.path().join(name).display().to_string()
    }

    fn collect(&self, files: impl IntoIterator<Item = PathBuf>) {
        for aside in files {
            let inbox = self.teacher.dir.path().join("made/inbox");
            fs::rename(&aside, inbox.join(aside.file_name().unwrap())).unwrap();
        }
        let [inbox, key, to, definition] =
            ["made/inbox", "made/made-up.key", "d", "made/made-up.survey.toml"].map(|name| self.path(name));
        let args = ["survey", "collect", &inbox, "--to", &to, "--key", &key];
        self.teacher
            .ok(&[&args[..], &["--definition", &definition]].concat());
    }

    fn respond(&mut self, n: usize) {
        let files: Vec<PathBuf> = self.responses.drain(..n).collect();
        self.collect(files);
    }

    fn withdraw(&mut self, n: usize) {
        let files: Vec<PathBuf> = self.withdrawals.drain(..n).collect();
        self.collect(files);
    }

    fn report(&self, name: &str) -> Done {
        let (dataset, file) = (self.path("d"), self.path(name));
        let done = self.teacher.run(&["survey", "report", &dataset, "-o", &file]);
        assert_eq!(done.status, 0, "{done:?}");
        done
    }

    fn publish(&self, name: &str) -> Done {
        let (dataset, file) = (self.path("d"), self.path(name));
        self.teacher.run(&["survey", "publish", &dataset, "-o", &file])
    }

    fn rows(&self, name: &str) -> usize {
        fs::read_to_string(self.path(name)).unwrap().lines().count() - 1
    }

    /// The folders of responses that are kept, and who of those who ever withdraw is in them.
    fn kept(&self) -> (Vec<String>, usize) {
        let dataset = Dataset::open(Path::new(&self.path("d"))).unwrap();
        let week = *dataset.definition.weeks.start();
        let (mut names, mut withdrawn) = (Vec::new(), 0);
        for entry in fs::read_dir(self.path("d/published")).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let Some((_, issue)) = name.strip_prefix('_').and_then(|name| name.split_once('.')) else {
                continue;
            };
            names.push(issue.to_owned());
            for part in fs::read_dir(entry.path()).unwrap() {
                let path = part.unwrap().path();
                let rows = dataset.read(&Part { week, path }).unwrap();
                let is_one = |of: &str| self.withdrawn.contains(of);
                withdrawn += rows.iter().filter(|r| is_one(&r.respondent.to_string())).count();
            }
        }
        (names, withdrawn)
    }
}

#[test]
fn a_week_from_which_a_few_withdrew_waits_for_a_report_with_enough_new_ones() {
    let mut survey = Survey::of("800", "1");
    let (all, gone) = (survey.responses.len(), survey.withdrawals.len());
    assert!(all > 500 && (3..10).contains(&(gone - 2)), "{all} {gone}");
    survey.respond(60);
    survey.report("one.json");
    assert_eq!(survey.kept(), (vec!["1.rows".to_owned()], gone));
    survey.withdraw(gone - 2);
    let left_out = survey.publish("open.csv");
    assert_eq!(left_out.status, 1, "{left_out:?}");
    assert!(
        left_out.err.contains("somewhere they are fewer than 10") && left_out.err.contains("no week is left"),
        "{left_out:?}"
    );
    assert!(!Path::new(&survey.path("open.csv")).exists());
    assert_eq!(
        survey.kept(),
        (vec!["1.rows".to_owned()], 2),
        "they are nowhere any more"
    );

    survey.respond(all - 60);
    let report = survey.report("two.json");
    assert!(report.err.contains("2026-W46"), "{report:?}");
    assert_eq!(survey.kept(), (vec!["2.rows".to_owned()], 2));
    let done = survey.publish("open.csv");
    assert_eq!(done.status, 0, "{done:?}");
    assert_eq!(survey.rows("open.csv"), all - gone + 2);
    let sheet = fs::read_to_string(survey.path("open.sheet.md")).unwrap();
    assert!(sheet.contains("later withdrawals do not change them"), "{sheet}");

    // Too late: what others have stays what it is.
    survey.withdraw(2);
    let again = survey.publish("again.csv");
    assert!(again.err.contains("Withdrawn only after"), "{again:?}");
    let read = |name: &str| fs::read(survey.path(name)).unwrap();
    assert_eq!(read("again.csv"), read("open.csv"));
}
