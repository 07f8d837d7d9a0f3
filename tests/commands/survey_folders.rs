//! Folders for responses that a system treats in its own way: a drop box that nobody may look into, a disk that fails.
#![cfg(target_os = "linux")]

use crate::teacher::{Done, Teacher, done};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A teacher who takes part in a survey, and an empty folder.
fn joined() -> (Teacher, PathBuf) {
    let teacher = Teacher::new();
    let at = teacher.dir.path().to_str().unwrap();
    let new =
        "survey new time --title Time --contact office --weeks 2026-W45..2026-W50 --closes 2027-01-15 --to";
    let new: Vec<&str> = new.split(' ').chain([at]).collect();
    teacher.ok(&new);
    let definition = teacher.dir.path().join("time.survey.toml");
    teacher.ok(&["survey", "join", definition.to_str().unwrap()]);
    teacher.ok(&["add", "8:00-8:45 sk"]);
    let out = teacher.dir.path().join("out");
    std::fs::create_dir(&out).unwrap();
    (teacher, out.canonicalize().unwrap())
}

fn args(out: &Path) -> [&str; 6] {
    [
        "survey",
        "respond",
        "2026-W47",
        "--to",
        out.to_str().unwrap(),
        "--yes",
    ]
}

/// Runs a command under another program.
fn under(wrapper: &[&str], teacher: &Teacher, args: &[&str]) -> Done {
    let inner = teacher.command(args);
    let mut outer = Command::new(wrapper[0]);
    outer
        .args(&wrapper[1..])
        .arg(inner.get_program())
        .args(inner.get_args())
        .env_clear();
    for (name, value) in inner.get_envs() {
        outer.env(name, value.unwrap_or_default());
    }
    outer.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    done(outer.output().unwrap())
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn works(command: &[&str]) -> bool {
    let run = Command::new(command[0]).args(&command[1..]).output();
    run.is_ok_and(|done| done.status.success())
}

/// The file was out, and an error said that it was not; the history did not know it, and the next response had its revision.
#[test]
fn a_drop_box_takes_a_response_and_the_history_knows_it() {
    /// Takes from root what lets it read whatever it likes.
    const AS_OTHERS: [&str; 2] = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];
    let (teacher, out) = joined();
    std::fs::set_permissions(&out, Permissions::from_mode(0o333)).unwrap();
    let is_root = std::fs::read_dir(&out).is_ok();
    let done = if !is_root {
        teacher.run(&args(&out))
    } else if works(&[AS_OTHERS.as_slice(), &["true"]].concat()) {
        under(&AS_OTHERS, &teacher, &args(&out))
    } else {
        eprintln!("NOT TRIED: this is root, whom no mode keeps out, and setpriv cannot make it anybody else");
        return;
    };
    std::fs::set_permissions(&out, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(done.status, 0, "{}", done.err);
    let there = files(&out);
    assert_eq!(there.len(), 1, "{there:?}");
    assert!(done.out.trim_end().ends_with(&there[0]), "{}", done.out);
    let history = teacher.json(&["survey", "history", "--json"]).to_string();
    assert!(history.contains(&there[0]), "{history}");
}

/// Where the disk fails after the file has its name, it goes again: an error always means that nothing is out.
#[test]
fn a_folder_that_fails_keeps_no_response() {
    if !works(&["strace", "-o", "/dev/null", "true"]) {
        eprintln!("NOT TRIED: it needs strace, which makes the folder fail");
        return;
    }
    let (teacher, out) = joined();
    let folder = out.to_str().unwrap();
    for (error, fails) in [
        ("EIO", true),
        ("ENOSPC", true),
        ("EINVAL", false),
        ("EACCES", false),
    ] {
        let before = files(&out).len();
        let inject = format!("inject=fsync:error={error}");
        let strace = [
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-P",
            folder,
            "-e",
            "trace=fsync",
            "-e",
            &inject,
        ];
        let done = under(&strace, &teacher, &args(&out));
        assert_eq!(done.status != 0, fails, "{error}: {}", done.err);
        let there = files(&out);
        assert_eq!(there.len(), before + usize::from(!fails), "{error}: {there:?}");
        let history = teacher.json(&["survey", "history", "--json"]).to_string();
        assert_eq!(history.matches(".age").count(), there.len(), "{error}: {history}");
    }
    let last = teacher.json(&["survey", "history", "--json"]).to_string();
    assert!(last.contains("\"revision\":2"), "two are out: {last}");
}
