//! Kills at every call that changes a file: the first, the second, … until the writer gets through.

use crate::survey::Survey;
use crate::writer::{fingerprint, once};
use jianfu::store::{Notice, Store};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The calls with which files, folders and their durability change on Linux.
pub(crate) const CALLS: [&str; 18] = [
    "openat",
    "mkdir",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "sync_file_range",
    "ftruncate",
    "fallocate",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "utimensat",
    "flock",
];

/// Kills in three situations: a store that is just being made, one in use, and one whose database is gone.
///
/// False where the system cannot do it: not Linux, or no `strace`.
pub(crate) fn kill_at_each() -> bool {
    if !has_strace() {
        println!("test at_each_call ... ignored: it needs strace");
        return false;
    }
    let dir = tempfile::tempdir().expect("a temporary folder");
    let used = dir.path().join("used");
    let mut survey = Survey::new();
    survey.lay(&used);
    for day in 0..4 {
        let mut session = Store::at(&used)
            .session(once() - chrono::Duration::days(9 - day))
            .expect("the store opens");
        drop(session.dump());
        drop(session);
        assert!(writer(&used).output().expect("the writer runs").status.success());
    }
    let gone = dir.path().join("gone");
    copy(&used, &gone);
    fs::remove_dir_all(gone.join("sled")).expect("removed");
    let mut kills = 0;
    for origin in [dir.path().join("new"), used, gone] {
        for call in CALLS {
            let mut nth = 1;
            while kill_at(&origin, call, nth, &mut survey) {
                nth += 1;
                assert!(nth < 5_000, "{call}: the writer does not end");
            }
            kills += nth - 1;
        }
    }
    assert!(kills > 100, "only {kills} calls were found to kill at");
    let found = survey.found();
    assert!(found > 10, "only {found} responses were out");
    println!(
        "test at_each_call ... ok ({kills} kills, none missing; {found} responses out, all of them known)"
    );
    true
}

/// Whether the system can kill at a call.
pub(crate) fn has_strace() -> bool {
    cfg!(target_os = "linux") && Command::new("strace").arg("--version").output().is_ok()
}

fn writer(dir: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg("once").arg(dir);
    command
}

/// Kills the writer at its `nth` call of a kind and looks at what it left; false if there is no such call.
fn kill_at(origin: &Path, call: &str, nth: u32, survey: &mut Survey) -> bool {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let data = dir.path().join("data");
    if origin.exists() {
        copy(origin, &data);
    }
    survey.lay(&data);
    let untouched = state(origin, &dir.path().join("before"));
    let output = killed_at(call, nth)
        .arg("once")
        .arg(&data)
        .output()
        .expect("strace runs");
    if output.status.success() {
        return false;
    }
    let context = format!(
        "{}, {call} {nth}",
        origin.file_name().unwrap_or_default().display()
    );
    let said = String::from_utf8(output.stdout).expect("text");
    let acknowledged = said
        .lines()
        .rev()
        .find_map(|l| l.strip_prefix("ack ")?.split_once(' '));
    let (seq, crc) = acknowledged.map_or(untouched, |(seq, crc)| {
        (
            seq.parse().expect("a number"),
            u32::from_str_radix(crc, 16).expect("a checksum"),
        )
    });
    let tried = said
        .lines()
        .last()
        .and_then(|l| l.strip_prefix("try "))
        .map(|n| n.parse::<u64>().expect("a number"));
    let mut session = Store::at(&data)
        .session(once())
        .unwrap_or_else(|e| panic!("{context}: {e}"));
    for notice in session.notices() {
        assert!(
            !matches!(notice, Notice::Rebuilt { missing, .. } if !missing.is_empty()),
            "{context}: {notice:?}"
        );
    }
    assert!(
        session.seq() == seq || tried == Some(session.seq()),
        "{context}: {} of {seq}",
        session.seq()
    );
    if session.seq() == seq {
        assert_eq!(fingerprint(&mut session), crc, "{context}");
    }
    assert_eq!(
        session
            .check()
            .unwrap_or_else(|e| panic!("{context}: {e}"))
            .problems,
        [],
        "{context}"
    );
    survey.check(&mut session, &data, &context);
    true
}

/// This program, to be killed at its `nth` call of a kind.
pub(crate) fn killed_at(call: &str, nth: u32) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("trace={call}"))
        .arg("-e")
        .arg(format!("inject={call}:signal=SIGKILL:when={nth}"))
        .arg(std::env::current_exe().expect("this program"));
    command
}

/// The number of the last change and the checksum of the diary, read from a copy.
fn state(origin: &Path, copy_at: &Path) -> (u64, u32) {
    if origin.exists() {
        copy(origin, copy_at);
    }
    let mut session = Store::at(copy_at).session(once()).expect("the store opens");
    (session.seq(), fingerprint(&mut session))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("readable") {
        let entry = entry.expect("readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
