//! The house keeps its floors: no room imports from a floor above it or from its own, and the rooms that are to be
//! pure touch no file, clock, terminal or database.
//!
//! The sources are read as tokens, so comments and strings do not count, and macros do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod imports;
mod mentions;
mod paths;
mod rooms;
mod tokens;

use rooms::Source;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every Rust file under `src`.
fn sources() -> Vec<Source> {
    fn collect(dir: &Path, root: &Path, out: &mut Vec<Source>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, root, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let parts: Vec<String> = path
                    .strip_prefix(root)
                    .unwrap()
                    .iter()
                    .map(|p| p.to_str().unwrap().to_owned())
                    .collect();
                out.push(Source::new(&parts.join("/"), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = Vec::new();
    collect(&root, &root, &mut out);
    out
}

fn refuse(violations: &[String]) {
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn no_room_imports_upwards_or_sideways() {
    refuse(&sources().iter().flat_map(imports::violations).collect::<Vec<_>>());
}

#[test]
fn pure_rooms_stay_pure_and_engines_and_terminals_stay_in_theirs() {
    refuse(
        &sources()
            .iter()
            .flat_map(mentions::violations)
            .collect::<Vec<_>>(),
    );
}

#[test]
fn the_whole_house_was_read() {
    let sources = sources();
    assert!(sources.len() > 25, "{} files", sources.len());
    let rooms: BTreeSet<&str> = sources.iter().map(|s| s.room.as_str()).collect();
    for room in ["main", "lib", "domain", "figures", "diary", "entry", "i18n"] {
        assert!(rooms.contains(room), "{room} is missing among {rooms:?}");
    }
    let between_rooms = sources
        .iter()
        .flat_map(|s| imports::rooms_named(s).into_iter().filter(|room| *room != s.room))
        .count();
    assert!(between_rooms > 30, "{between_rooms} paths into other rooms");
    let lib = sources.iter().find(|s| s.room == "lib").unwrap();
    let declared: BTreeSet<&str> = lib
        .text
        .lines()
        .filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let found: BTreeSet<&str> = rooms
        .into_iter()
        .filter(|r| *r != "lib" && *r != "main")
        .collect();
    assert_eq!(declared, found, "src/lib.rs declares the rooms that there are");
}
