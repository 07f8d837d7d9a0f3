//! What only some rooms may touch: files, the clock, the terminal, the database.

use super::paths::{Path, paths};
use super::rooms::Source;
use super::tokens::tokens;

/// Rooms that are functions of what they are given.
const PURE: &[&str] = &[
    "domain",
    "figures",
    "entry",
    "timetable",
    "diary",
    "app",
    "theme",
    "keymap",
    "demo",
];

const OUTSIDE: &[&[&str]] = &[
    &["std", "fs"],
    &["std", "env"],
    &["std", "net"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "io", "stdout"],
    &["std", "io", "stderr"],
    &["std", "io", "stdin"],
];

const PRINTS: &[&str] = &["println", "eprintln", "print", "eprint", "dbg"];

/// The mentions that the rooms do not allow, one sentence each.
pub(crate) fn violations(source: &Source) -> Vec<String> {
    let paths = paths(source);
    let mut out = smuggled(source);
    let mentions = paths
        .iter()
        .filter_map(|p| Some(format!("src/{}:{}: {}", source.path, p.line, refused(source, p)?)));
    out.extend(mentions);
    out
}

/// Code brought in past the floors: `include!`, `#[path = …]`, `extern crate`.
fn smuggled(source: &Source) -> Vec<String> {
    let tokens = tokens(&source.text);
    let found = tokens.windows(2).filter(|pair| match pair[0].word() {
        Some("include") => pair[1].is('!'),
        Some("extern") => pair[1].is_word("crate"),
        _ => pair[0].is('[') && pair[1].is_word("path"),
    });
    found
        .map(|pair| {
            format!(
                "src/{}:{}: this brings in code past the floors",
                source.path, pair[0].line
            )
        })
        .collect()
}

fn refused(source: &Source, path: &Path) -> Option<String> {
    let (room, shown) = (source.room.as_str(), path.parts.join("::"));
    let named = |name: &str| path.parts[0] == name && (path.imported || path.parts.len() > 1);
    if ["ratatui", "crossterm"].into_iter().any(named) && room != "tui" {
        return Some(format!("{shown}: only the room tui draws on terminals"));
    }
    let in_engine = source
        .module
        .get(..2)
        .is_some_and(|m| m[0] == "store" && m[1].starts_with("engine"));
    if named("sled") && !in_engine {
        return Some(format!("{shown}: only src/store/engine knows the database"));
    }
    // A test may measure time or read a file of cases.
    (PURE.contains(&room) && !path.in_tests && is_impure(path))
        .then(|| format!("{shown}: {room} touches no file, clock or terminal"))
}

fn is_impure(path: &Path) -> bool {
    let last = path.parts.last().map_or("", String::as_str);
    OUTSIDE.iter().any(|o| path.starts_with(o))
        // Imported whole or under another name, the rest could not be followed.
        || (path.imported && (matches!(path.parts.join("::").as_str(), "std" | "std::*" | "std::io" | "std::io::*" | "std::time::*")))
        || path.parts.iter().any(|p| p == "SystemTime")
        || (last == "now" && path.parts.len() > 1)
        || (path.called_as_macro && PRINTS.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        violations(&Source::new(path, text))
    }

    #[test]
    fn what_a_pure_room_may_not_mention_is_refused() {
        for text in [
            "use std::fs;",
            "use std::{fmt, env};",
            "use std::{io::{self}};",
            "use std as s;",
            "use std::*;",
            "fn f() { std::fs::read(\"x\") }",
            "use std::time::SystemTime;",
            "use std::time::*;",
            "fn f() { g(chrono::Utc::now()) }",
            "fn f() { Local::now() }",
            "fn f() { println!() }",
            "fn f() { std::eprintln!() }",
            "fn f() { dbg!(1) }",
            "fn f() { std::io::stdout() }",
        ] {
            for room in PURE {
                assert_eq!(found(&format!("{room}/x.rs"), text).len(), 1, "{room}: {text}");
            }
            assert_eq!(found("store/files.rs", text), [""; 0], "others may: {text}");
        }
        assert_eq!(
            found(
                "domain/mod.rs",
                "use std::fmt; fn f(now: N) { now.date(); write!(f, \"println!\") }"
            ),
            [""; 0]
        );
    }

    #[test]
    fn tests_may_look_at_the_clock_but_not_at_the_database() {
        let text = "mod tests { fn f() { Instant::now(); } } fn g() { Instant::now() }";
        assert_eq!(found("domain/x.rs", text).len(), 1, "the one outside");
        assert_eq!(found("domain/tests.rs", "use std::fs;"), [""; 0]);
        assert_eq!(found("domain/tests.rs", "use sled::Db;").len(), 1);
        assert_eq!(found("domain/contests.rs", "use std::fs;").len(), 1);
    }

    #[test]
    fn the_database_and_the_terminal_have_their_rooms() {
        for text in ["use sled;", "use sled::Db;", "fn f() { ::sled::open() }"] {
            for path in [
                "store/mod.rs",
                "store/journal.rs",
                "cli/mod.rs",
                "domain/day.rs",
                "engine/mod.rs",
                "main.rs",
            ] {
                assert_eq!(found(path, text).len(), 1, "{path}: {text}");
            }
            for path in [
                "store/engine.rs",
                "store/engine/mod.rs",
                "store/engine/snapshot.rs",
            ] {
                assert_eq!(found(path, text), [""; 0], "{path}: {text}");
            }
        }
        for text in [
            "use ratatui::Frame;",
            "use crossterm::{event};",
            "fn f(k: crossterm::event::KeyEvent) {}",
        ] {
            for path in ["app/mod.rs", "cli/mod.rs", "main.rs", "keymap/mod.rs"] {
                assert_eq!(found(path, text).len(), 1, "{path}: {text}");
            }
            assert_eq!(found("tui/draw.rs", text), [""; 0]);
        }
        assert_eq!(
            found(
                "cli/mod.rs",
                "struct S { sled: u8 } // sled::open\nconst T: &str = \"sled::x\";"
            ),
            [""; 0]
        );
    }

    #[test]
    fn code_from_elsewhere_is_refused() {
        for text in [
            "include!(\"../x.rs\");",
            "#[path = \"x.rs\"] mod x;",
            "extern crate self as jianfu;",
        ] {
            assert_eq!(found("cli/mod.rs", text).len(), 1, "{text}");
        }
        assert_eq!(
            found("i18n/mod.rs", "const S: &str = include_str!(\"x\");"),
            [""; 0]
        );
    }
}
