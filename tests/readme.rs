//! What the README promises is there: entries can be typed as it says, and commands exist.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use jianfu::domain::{BellSchedule, Taxonomy};
use jianfu::entry::{Context, Lexicon, parse};
use std::process::Command;

/// The texts in backticks in the first column of the table of a section.
fn first_column(heading: &str) -> Vec<&'static str> {
    let readme = include_str!("../README.md");
    let section = readme.split("\n## ").find(|s| s.starts_with(heading)).unwrap();
    let rows = section.lines().filter_map(|l| l.strip_prefix("| `"));
    rows.flat_map(|row| {
        let cell = row.split(" | ").next().unwrap();
        cell.split('`').step_by(2)
    })
    .filter(|text| !text.trim_matches([',', ' ']).is_empty())
    .collect()
}

#[test]
fn every_entry_in_the_readme_can_be_read() {
    let (lexicon, bells) = (Lexicon::new(&Taxonomy::built_in()), BellSchedule::usual());
    let entries = first_column("What you can type");
    assert!(entries.len() >= 8, "{entries:?}");
    for entry in entries {
        let read = parse(entry, &Context::new(&lexicon, &bells));
        assert!(read.is_ok(), "{entry}: {read:?}");
    }
}

#[test]
fn every_entry_of_the_chinese_quick_start_can_be_read() {
    let (lexicon, bells) = (Lexicon::new(&Taxonomy::built_in()), BellSchedule::usual());
    let readme = include_str!("../README.md");
    let section = readme
        .split("\n## ")
        .find(|s| s.starts_with("三分钟上手"))
        .unwrap();
    let quoted = section.split('`').skip(1).step_by(2);
    let is_entry =
        |text: &&str| text.contains(' ') && text.starts_with(|c: char| c.is_ascii_digit() || c == 'p');
    let entries: Vec<&str> = quoted.filter(is_entry).collect();
    assert!(entries.len() >= 4, "{entries:?}");
    for entry in entries {
        let read = parse(entry, &Context::new(&lexicon, &bells));
        assert!(read.is_ok(), "{entry}: {read:?}");
    }
}

#[test]
fn every_command_in_the_readme_exists_and_every_command_is_in_it() {
    let jianfu = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jianfu"));
        let output = command.args(args).args(["--lang", "en"]).output().unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let mut named: Vec<&str> = first_column("Commands")
        .iter()
        .map(|c| c.split(' ').next().unwrap())
        .filter(|c| *c != "jianfu")
        .collect();
    for command in &named {
        jianfu(&[command, "--help"]);
    }
    let help = jianfu(&["--help"]);
    let list = help
        .split("Commands:\n")
        .nth(1)
        .unwrap()
        .split("\n\n")
        .next()
        .unwrap();
    let mut there: Vec<&str> = list.lines().filter_map(|l| l.split_whitespace().next()).collect();
    named.sort_unstable();
    there.sort_unstable();
    assert_eq!(named, there);
}
