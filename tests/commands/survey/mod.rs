//! `survey`: from the coordinator's first step to what is opened with the key.

mod answer;
mod bundle;
mod cells;
mod collect;
mod join;
mod leave;
mod new;
mod publish;
mod report;
mod respond;
mod show;
mod simulate;
mod withdraw;

use crate::teacher::{Done, Teacher, done};
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

/// A coordinator and a teacher in one folder, with the files of a survey in it.
struct Survey {
    teacher: Teacher,
    fingerprint: String,
}

const NEW: [&str; 22] = [
    "survey",
    "new",
    "time",
    "--title",
    "zh-Hans=教师时间调查",
    "--title",
    "en=Teachers' time",
    "--contact",
    "the office, 010-1234",
    "--weeks",
    "2026-W45..2026-W50",
    "--closes",
    "2027-01-15",
    "--ask",
    "all",
    "--group",
    "stage:primary=120,lower_secondary=80",
    "--group",
    "region=海淀:120,朝阳：90",
    "--staff",
    "400",
    "--to",
];

impl Survey {
    fn new() -> Self {
        Self::of(Teacher::new())
    }

    fn of(teacher: Teacher) -> Self {
        let made = teacher.ok(&made_in(&teacher.dir.path().display().to_string()));
        Self {
            fingerprint: fingerprint(&made),
            teacher,
        }
    }

    fn joined() -> Self {
        let survey = Self::new();
        survey.join(&[]);
        survey
    }

    fn path(&self, name: &str) -> PathBuf {
        self.teacher.dir.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// Joins it; what is said about it.
    fn join(&self, more: &[&str]) -> String {
        let file = self.text("time.survey.toml");
        let args: Vec<&str> = ["survey", "join", &file].iter().chain(more).copied().collect();
        let done = self.teacher.run(&args);
        assert_eq!(done.status, 0, "{done:?}");
        assert!(
            done.out.contains("School stage") && done.err.contains("Never in it"),
            "{done:?}"
        );
        done.err + &done.out
    }

    /// A folder for what is sent.
    fn out(&self) -> String {
        std::fs::create_dir_all(self.path("out")).unwrap();
        self.text("out")
    }

    /// What is in a sealed file, opened with the key by the age library.
    fn open(&self, file: &str) -> Vec<u8> {
        let key = std::fs::read_to_string(self.path("time.key")).unwrap();
        let key = key.lines().find(|l| l.starts_with("AGE-SECRET-KEY-")).unwrap();
        let key: age::x25519::Identity = key.parse().unwrap();
        age::decrypt(&key, &std::fs::read(file).unwrap()).unwrap()
    }

    fn sent(&self) -> usize {
        std::fs::read_dir(self.out()).unwrap().count()
    }

    fn history(&self) -> Vec<Value> {
        let history = self.teacher.json(&["survey", "history", "--json"]);
        history.as_array().unwrap().clone()
    }
}

fn made_in(folder: &str) -> Vec<&str> {
    NEW.iter().copied().chain([folder]).collect()
}

/// The thirty digits in a text.
fn fingerprint(text: &str) -> String {
    let of_line = |line: &str| {
        let digits: Vec<&str> = line.split_whitespace().rev().take(6).collect();
        let is = digits.len() == 6 && digits.iter().all(|d| d.len() == 5 && d.parse::<u32>().is_ok());
        is.then(|| digits.into_iter().rev().collect::<Vec<_>>().join(" "))
    };
    text.lines().find_map(of_line).unwrap_or_else(|| panic!("{text}"))
}

fn fits(text: &str) {
    let json_aside = text.lines().filter(|l| !l.starts_with('{'));
    for line in json_aside {
        let cells: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        assert!(cells <= 82 && line.trim_end() == line, "{cells}: {line:?}");
    }
}

/// What a command does with something typed on its standard input.
fn with_input(teacher: &Teacher, args: &[&str], input: &str) -> Done {
    let mut command = teacher.command(args);
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    done(child.wait_with_output().unwrap())
}
