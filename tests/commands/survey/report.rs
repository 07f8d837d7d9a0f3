//! `survey report`: what may be seen of responses, and what is kept of it.

use crate::teacher::{Done, Teacher};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Made-up responses in an inbox, of which some have come.
struct Inbox {
    teacher: Teacher,
    later: Vec<PathBuf>,
}

impl Inbox {
    /// So many teachers; the last `later` responses have not come yet.
    fn of(teachers: &str, later: usize) -> Self {
        let teacher = Teacher::new();
        let folder = teacher.dir.path().join("made");
        let to = folder.display().to_string();
        let make = [
            "survey",
            "simulate",
            "--teachers",
            teachers,
            "--weeks",
            "1",
            "--to",
            &to,
        ];
        let plain = ["--corrected", "0", "--withdrawn", "0", "--twice", "0"];
        teacher.ok(&[&make[..], &plain[..]].concat());
        let mut files: Vec<PathBuf> = fs::read_dir(folder.join("inbox"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        let later = files.split_off(files.len() - later);
        let aside = teacher.dir.path().join("later");
        fs::create_dir(&aside).unwrap();
        let moved = later.into_iter().map(|file| {
            let to = aside.join(file.file_name().unwrap());
            fs::rename(&file, &to).unwrap();
            to
        });
        let later = moved.collect();
        let inbox = Self { teacher, later };
        inbox.collect();
        inbox
    }

    fn path(&self, name: &str) -> String {
        self.teacher.dir.path().join(name).display().to_string()
    }

    fn collect(&self) {
        let (inbox, key, to) = (
            self.path("made/inbox"),
            self.path("made/made-up.key"),
            self.path("d"),
        );
        let definition = self.path("made/made-up.survey.toml");
        let args = [
            "survey",
            "collect",
            &inbox,
            "--key",
            &key,
            "--to",
            &to,
            "--definition",
            &definition,
        ];
        self.teacher.ok(&args);
    }

    /// Some more responses come.
    fn come(&mut self, n: usize) {
        for file in self.later.drain(..n) {
            let inbox = self.teacher.dir.path().join("made/inbox");
            fs::rename(&file, inbox.join(file.file_name().unwrap())).unwrap();
        }
        self.collect();
    }

    fn report(&self, more: &[&str]) -> Done {
        let dataset = self.path("d");
        self.teacher
            .run(&[&["survey", "report", &dataset], more].concat())
    }

    fn public(&self, name: &str) -> String {
        let (dataset, file) = (self.path("d"), self.path(name));
        self.teacher.ok(&["survey", "publish", &dataset, "-o", &file]);
        fs::read_to_string(file).unwrap()
    }

    fn json(&self, more: &[&str]) -> (Value, String) {
        let done = self.report(&[&["--format", "json"], more].concat());
        assert_eq!(done.status, 0, "{done:?}");
        (serde_json::from_str(&done.out).unwrap(), done.err)
    }
}

#[test]
fn a_week_that_was_published_stays_as_it_was_until_enough_have_come() {
    let mut inbox = Inbox::of("400", 60);
    let (first, said) = inbox.json(&[]);
    assert!(said.contains("Published for the first time"), "{said}");
    let (again, said) = inbox.json(&[]);
    assert_eq!(said, "", "nothing new to tell");
    assert!(
        first["weeks"][0]["tables"]["all"]["responses"].as_u64().unwrap() > 100,
        "{first}"
    );
    assert_eq!(first["weeks"][0]["tables"], again["weeks"][0]["tables"]);

    inbox.come(1);
    let (one_more, said) = inbox.json(&[]);
    assert!(said.contains("wait"), "{said}");
    assert_eq!(one_more["weeks"][0]["tables"], first["weeks"][0]["tables"]);
    assert_eq!(one_more["weeks"][0]["standing"], "waiting");

    let kept: Vec<String> = fs::read_dir(inbox.path("d/published"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(kept.iter().any(|name| name.ends_with(".1.cells")), "{kept:?}");
    assert!(!kept.iter().any(|name| name.ends_with(".2.cells")), "{kept:?}");
}

#[test]
fn a_draft_keeps_nothing() {
    let inbox = Inbox::of("60", 0);
    let done = inbox.report(&["--draft"]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(done.err.contains("Do not pass it on"), "{done:?}");
    assert!(!inbox.teacher.dir.path().join("d/published").exists());
}

#[test]
fn two_groups_at_once_are_settled_with_the_first_pair() {
    let inbox = Inbox::of("300", 0);
    let (report, _) = inbox.json(&["--by", "stage,role"]);
    assert!(report["weeks"][0]["cross"].is_object(), "{report}");
    let (turned, _) = inbox.json(&["--by", "role,stage"]);
    assert_eq!(turned["weeks"][0]["cross"], report["weeks"][0]["cross"]);
    let refused = inbox.report(&["--by", "stage,years", "--format", "json"]);
    assert_eq!((refused.status, refused.out.as_str()), (1, ""), "{refused:?}");
    assert!(refused.err.contains("stage and role at once"), "{refused:?}");
    let unknown = inbox.report(&["--by", "colour"]);
    assert_eq!(unknown.status, 2);
    assert!(
        unknown.err.contains("the groups are: stage, role, years, region"),
        "{unknown:?}"
    );
}

#[test]
fn every_format_is_written_and_a_table_has_its_codebook() {
    let inbox = Inbox::of("80", 0);
    for (name, start) in [
        ("r.md", "# "),
        ("r.html", "<!DOCTYPE html>"),
        ("r.xlsx", "PK"),
        ("r.json", "{"),
        ("r.txt", "Survey report"),
        ("r.csv", "\u{feff}"),
    ] {
        let file = inbox.path(name);
        let done = inbox.report(&["-o", &file]);
        assert_eq!(done.status, 0, "{done:?}");
        assert!(fs::read(&file).unwrap().starts_with(start.as_bytes()), "{name}");
    }
    assert!(fs::metadata(inbox.path("r.codebook.csv")).unwrap().is_file());
}

#[test]
fn noise_is_spent_once_and_refused_after_numbers_were_published() {
    let inbox = Inbox::of("200", 0);
    let nowhere = inbox.path("nowhere/x.json");
    let lost = inbox.report(&["--epsilon", "1", "-o", &nowhere]);
    assert_ne!(
        lost.status, 0,
        "nothing is spent on what cannot be written: {lost:?}"
    );
    let (noisy, said) = inbox.json(&["--epsilon", "0.5"]);
    assert!(said.contains("0.5 is left"), "{said}");
    assert_eq!(noisy["weeks"][0]["standing"], "noisy");
    assert!(noisy["weeks"][0]["tables"]["all"]["share"]["mean"].is_null());
    assert!(noisy["noise"]["responses_off"].as_u64().unwrap() > 12, "{noisy}");
    let (_, said) = inbox.json(&["--epsilon", "0.5"]);
    assert!(said.contains("0 is left"), "{said}");
    let spent = inbox.report(&["--epsilon", "0.01", "--format", "json"]);
    assert_eq!((spent.status, spent.out.as_str()), (1, ""), "{spent:?}");
    assert!(spent.err.contains("is spent"), "{spent:?}");
    let (_, said) = inbox.json(&[]);
    assert!(said.contains("There are reports with noise"), "{said}");
    let too_late = inbox.report(&["--epsilon", "0.5"]);
    assert!(too_late.err.contains("noise cannot protect it"), "{too_late:?}");
    let bad = inbox.report(&["--epsilon", "many"]);
    assert_eq!(bad.status, 2, "{bad:?}");
}

#[test]
fn too_few_responses_make_no_report() {
    let inbox = Inbox::of("9", 0);
    let done = inbox.report(&[]);
    assert_eq!((done.status, done.out.as_str()), (1, ""), "{done:?}");
    assert!(done.err.contains("nothing may be shown yet"), "{done:?}");
    let none = inbox.teacher.refused(1, &["survey", "report", "nowhere"]);
    assert!(none.contains("nowhere: there is no such dataset"), "{none}");
}

#[test]
fn the_public_use_file_is_of_the_responses_that_were_published() {
    let mut inbox = Inbox::of("120", 5);
    inbox.json(&[]);
    let first = inbox.public("one.csv");
    inbox.come(5);
    assert_eq!(inbox.public("two.csv"), first);
}
