//! A room imports only from floors below it.

use super::paths::{Path, paths};
use super::rooms::{DOORS, MACROS, Source, floor};

/// The imports of a source that the house does not allow, one sentence each.
pub(crate) fn violations(source: &Source) -> Vec<String> {
    if floor(&source.room).is_none() {
        return vec![format!(
            "src/{}: the house has no room {:?}",
            source.path, source.room
        )];
    }
    let at = |path: &Path, what: String| format!("src/{}:{}: {what}", source.path, path.line);
    paths(source)
        .iter()
        .filter_map(|p| Some(at(p, refused(&source.room, p.in_crate()?)?)))
        .collect()
}

/// The rooms that a source names, its own included, once for each time.
pub(crate) fn rooms_named(source: &Source) -> Vec<String> {
    paths(source)
        .iter()
        .filter_map(|p| Some(room_of(p.in_crate()?.first()?).to_owned()))
        .collect()
}

/// The room that a name at the root of the crate belongs to.
fn room_of(name: &str) -> &str {
    MACROS
        .iter()
        .find(|(m, _)| *m == name)
        .map_or(name, |(_, room)| room)
}

/// Why `room` may not name `path`, which is from the root of the crate.
fn refused(room: &str, path: &[String]) -> Option<String> {
    let shown = path.join("::");
    let Some(name) = path.first().filter(|n| *n != "*") else {
        return Some("the whole crate is imported: name the room".to_owned());
    };
    let other = room_of(name);
    let Some(floor_of_other) = floor(other) else {
        return Some(format!("crate::{shown}: the house has no room {other:?}"));
    };
    if other == room {
        return None;
    }
    if floor(room) >= Some(floor_of_other) {
        let way = if floor(room) == Some(floor_of_other) {
            "sideways"
        } else {
            "upwards"
        };
        return Some(format!("{room} imports {way} from {other}: crate::{shown}"));
    }
    let door = DOORS.iter().find(|(from, to, _)| (*from, *to) == (room, other));
    door.filter(|(.., name)| path.get(1).is_none_or(|n| n != name))
        .map(|(.., name)| format!("{room} may name only {other}::{name}, not crate::{shown}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        violations(&Source::new(path, text)).len()
    }

    #[test]
    fn downwards_is_fine() {
        for (path, text) in [
            (
                "main.rs",
                "use jianfu::cli::run; fn main() { jianfu::tui::run() }",
            ),
            (
                "cli/week.rs",
                "use crate::{figures::Goal, tui::run}; use crate::tui::run::Options; fn f() { crate::tui::run(); }",
            ),
            (
                "store/mod.rs",
                "pub use crate::diary::Diary; mod x; use super::domain::Day; pub(crate) fn f() {}",
            ),
            (
                "diary/overlap.rs",
                "use super::Diary; use crate::tr; fn f() { crate::tr!(a, \"b\") }",
            ),
            (
                "domain/day.rs",
                "mod tests { use super::super::Block; use super::*; } // crate::store is above",
            ),
            (
                "entry/mod.rs",
                "use crate::entry::words; const S: &str = \"crate::store::x\";",
            ),
        ] {
            assert_eq!(violations(&Source::new(path, text)), [""; 0], "{path}");
        }
    }

    #[test]
    fn every_way_upwards_or_sideways_is_refused() {
        for (path, text) in [
            ("domain/day.rs", "use crate::figures::Goal;"),
            ("domain/day.rs", "pub use crate::figures::Goal;"),
            ("domain/day.rs", "pub(crate) use crate::store as s;"),
            ("domain/day.rs", "fn f() -> crate::store::Store { todo!() }"),
            ("domain/day.rs", "fn f() { g!(1, crate::store::open()) }"),
            ("domain/day.rs", "use super::super::diary::Diary;"),
            ("domain/mod.rs", "use super::diary::Diary;"),
            ("domain/mod.rs", "fn f() { self::super::diary::g() }"),
            (
                "domain/day.rs",
                "mod tests { mod deep { use super::super::super::super::diary::Diary; } }",
            ),
            (
                "domain/day.rs",
                "use crate::{domain::Day, i18n::{Lang, I18n}, app::App};",
            ),
            ("domain/day.rs", "use crate::{domain::{Day}, tui};"),
            ("domain/day.rs", "macro_rules! m { () => { $crate::cli::run() } }"),
            ("theme/mod.rs", "use crate::keymap::Key;"),
            ("domain/day.rs", "use crate::theme::Theme;"),
            ("timetable/mod.rs", "use crate::entry::Entry;"),
            ("timetable/mod.rs", "use crate::diary::Profile;"),
            ("i18n/mod.rs", "use crate::domain::Category;"),
            ("tui/mod.rs", "use crate::cli::run;"),
            ("cli/mod.rs", "use crate::tui::screens::Day;"),
            ("cli/mod.rs", "use crate::tui;"),
            ("cli/mod.rs", "use crate::tui::*;"),
            ("store/mod.rs", "use jianfu::cli::run;"),
            ("store/mod.rs", "use crate::main;"),
        ] {
            assert_eq!(count(path, text), 1, "{path}: {text}");
        }
    }

    #[test]
    fn ways_around_the_floors_are_refused() {
        for (path, text) in [
            ("domain/day.rs", "use crate::*;"),
            ("domain/day.rs", "use crate as all;"),
            ("domain/day.rs", "use super::super as all;"),
            ("domain/mod.rs", "use super::*;"),
            ("domain/day.rs", "use crate::Shortcut;"),
            ("domain/day.rs", "fn f() { crate::unknown!() }"),
            ("attic/mod.rs", ""),
            ("attic.rs", ""),
        ] {
            assert_eq!(count(path, text), 1, "{path}: {text}");
        }
    }

    #[test]
    fn the_line_is_named() {
        let source = Source::new("domain/day.rs", "//! x\n\nuse crate::{\n    figures::Goal,\n};\n");
        assert_eq!(
            violations(&source),
            ["src/domain/day.rs:4: domain imports upwards from figures: crate::figures::Goal"]
        );
    }
}
