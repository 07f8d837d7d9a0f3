//! `survey report`: what may be seen of responses, and what is kept of it.

use crate::teacher::{Done, Teacher};
use jianfu::survey::collector::Cells;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

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
    assert!(said.contains("takes responses until"), "{said}");
    let (again, said) = inbox.json(&[]);
    assert_eq!(said, "", "nothing new to tell");
    assert!(
        first["weeks"][0]["tables"]["all"]["responses"].as_u64().unwrap() > 100,
        "{first}"
    );
    assert_eq!(first["weeks"][0]["tables"], again["weeks"][0]["tables"]);

    inbox.come(1);
    let (one_more, said) = inbox.json(&[]);
    assert!(
        said.contains("1 more response waits (held back by: everybody, "),
        "{said}"
    );
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
    // Text that goes to no file is for a look, through a pager too.
    for args in [&["--draft"][..], &[], &["--format", "text"], &["-o", "-"]] {
        let done = inbox.report(args);
        assert_eq!(done.status, 0, "{done:?}");
        assert!(done.err.contains("Do not pass it on"), "{done:?}");
        assert!(done.out.starts_with("DRAFT"), "{done:?}");
        assert!(!inbox.teacher.dir.path().join("d/published").exists());
    }
}

#[test]
fn a_draft_says_so_in_every_format() {
    let inbox = Inbox::of("60", 0);
    for name in ["r.md", "r.html", "r.txt", "r.csv", "r.json"] {
        let file = inbox.path(name);
        let done = inbox.report(&["--draft", "-o", &file]);
        assert_eq!(done.status, 0, "{done:?}");
        let text = fs::read_to_string(&file).unwrap();
        match name {
            "r.json" => assert!(text.contains(r#""draft":true"#), "{text}"),
            "r.csv" => {
                let rows = text.lines().skip(1);
                let unmarked: Vec<&str> = rows.filter(|row| !row.contains(",draft,")).collect();
                assert!(unmarked.is_empty(), "{unmarked:?}");
            }
            _ => assert!(text.contains("DRAFT") && !text.contains("first issue"), "{text}"),
        }
        let file = inbox.path(&format!("published-{name}"));
        assert_eq!(inbox.report(&["-o", &file]).status, 0);
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            !text.contains("DRAFT") && !text.contains(r#""draft":true"#),
            "{text}"
        );
    }
}

#[test]
fn nothing_is_kept_of_a_report_that_cannot_be_written() {
    let inbox = Inbox::of("60", 0);
    for name in ["nowhere/r.html", "nowhere/r.csv"] {
        let done = inbox.report(&["-o", &inbox.path(name)]);
        assert_eq!((done.status, done.out.as_str()), (1, ""), "{done:?}");
    }
    let outside = inbox.report(&["--weeks", "2031-W01..2031-W02"]);
    assert_eq!(outside.status, 2, "{outside:?}");
    assert!(
        outside.err.contains("does not ask for these weeks"),
        "{outside:?}"
    );
    let (_, said) = inbox.json(&[]);
    assert!(said.contains("Published for the first time"), "{said}");
}

impl Inbox {
    /// What the district hands to its province.
    fn cells(&self, name: &str) -> String {
        let (dataset, file) = (self.path("d"), self.path(name));
        self.teacher
            .ok(&["survey", "cells", &dataset, "--unsealed", "-o", &file]);
        file
    }

    fn of_cells(&self, cells: &str, published: &str) -> (Value, String) {
        let args = [
            "survey",
            "report",
            cells,
            "--published",
            published,
            "--format",
            "json",
        ];
        let done = self.teacher.run(&args);
        assert_eq!(done.status, 0, "{done:?}");
        (serde_json::from_str(&done.out).unwrap(), done.err)
    }
}

#[test]
fn cells_that_are_handed_in_again_are_held_against_what_was_published_of_them() {
    let mut inbox = Inbox::of("300", 1);
    let first = inbox.cells("g1.cells");
    let said = inbox
        .teacher
        .refused(2, &["survey", "report", &first, "--format", "json"]);
    assert!(said.contains("--published"), "{said}");
    let look = inbox.teacher.run(&["survey", "report", &first]);
    assert_eq!(look.status, 0, "{look:?}");

    let published = inbox.path("memory");
    let (one, said) = inbox.of_cells(&first, &published);
    assert!(said.contains("keep that folder"), "{said}");
    inbox.come(1);
    let (two, said) = inbox.of_cells(&inbox.cells("g2.cells"), &published);
    assert!(!said.contains("keep that folder"), "{said}");
    assert_eq!(two["weeks"][0]["standing"], "waiting");
    assert_eq!(two["weeks"][0]["tables"], one["weeks"][0]["tables"]);

    // Eleven times as many: in every group that has any there are ten more.
    let cells = Cells::read_file(Path::new(&first), None).unwrap();
    let mut more = cells.clone();
    for (key, cell) in &mut more.cells {
        (0..10).for_each(|_| cell.merge(&cells.cells[key]));
    }
    let file = inbox.path("g3.cells");
    more.write_file(Path::new(&file), None).unwrap();
    let (three, said) = inbox.of_cells(&file, &published);
    assert!(said.contains("Published again"), "{said}");
    let week = &three["weeks"][0];
    assert_eq!((&week["standing"], &week["issue"]), (&"grown".into(), &2.into()));
    assert_ne!(week["tables"], one["weeks"][0]["tables"]);
    let (four, _) = inbox.of_cells(&file, &published);
    assert_eq!(four["weeks"][0]["standing"], "same");
    assert_eq!(four["weeks"][0]["issue"], 2);
    assert_eq!(four["weeks"][0]["tables"], week["tables"]);
    // What was published stays published, though the first delivery comes once more.
    let (after_five, _) = inbox.of_cells(&first, &published);
    assert_eq!(after_five["weeks"][0]["tables"], week["tables"]);
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
        unknown.err.contains("no group") && unknown.err.contains("the groups are: stage"),
        "{unknown:?}"
    );
    let twice = inbox.report(&["--by", "stage,stage"]);
    assert_eq!(twice.status, 2);
    assert!(twice.err.contains("is there twice"), "{twice:?}");
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
    let (dataset, file) = (inbox.path("d"), inbox.path("two.csv"));
    let done = inbox.teacher.run(&["survey", "publish", &dataset, "-o", &file]);
    assert!(done.err.contains("came or changed after"), "{done:?}");
    assert!(!done.err.contains("for the first time"), "{done:?}");
    assert_eq!(fs::read_to_string(file).unwrap(), first);
}
