//! The floors, and where a file lives.

/// From top to bottom; the rooms of one entry are neighbours, which do not import each other.
const FLOORS: &[&[&str]] = &[
    &["main"],
    &["lib"], // declares the rooms, and nothing else
    &["cli"],
    &["tui"],
    &["app"],
    &["demo"],
    &["summary"],
    &["survey"],
    &["transfer"],
    &["store"],
    &["entry"],
    &["diary"], // keeps the timetable among the settings that are data
    &["figures"],
    &["timetable"],
    &["theme", "keymap"], // a theme has a colour for each category
    &["domain"],
    &["settings"],
    &["i18n", "files"],
];

/// What may be named in a room from another one, where that is less than everything: commands start the terminal UI
/// and do not reach into it.
pub(crate) const DOORS: &[(&str, &str, &str)] = &[("cli", "tui", "run")];

/// Macros stand at the root of the crate; each belongs to a room all the same.
pub(crate) const MACROS: &[(&str, &str)] = &[("tr", "i18n")];

/// How high a room lies: 0 for the top floor. None for a room that the house does not have.
pub(crate) fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|f| f.contains(&room))
}

/// A file of the program.
pub(crate) struct Source {
    /// Its path under `src`, with `/`.
    pub(crate) path: String,
    /// The room it belongs to.
    pub(crate) room: String,
    /// Its module path, without `crate`: `["figures", "week"]`.
    pub(crate) module: Vec<String>,
    /// What it says.
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: impl Into<String>) -> Self {
        let mut module: Vec<String> = path
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        let room = module[0].clone();
        if matches!(path, "lib.rs" | "main.rs") || module.last().is_some_and(|m| m == "mod") {
            module.pop();
        }
        Self {
            path: path.to_owned(),
            room,
            module,
            text: text.into(),
        }
    }
}

#[test]
fn files_have_a_room_and_a_module() {
    for (path, room, module) in [
        ("main.rs", "main", &[][..]),
        ("lib.rs", "lib", &[]),
        ("figures/mod.rs", "figures", &["figures"]),
        ("figures/week.rs", "figures", &["figures", "week"]),
        (
            "diary/operation/tests.rs",
            "diary",
            &["diary", "operation", "tests"],
        ),
        ("keymap.rs", "keymap", &["keymap"]),
    ] {
        let source = Source::new(path, "");
        assert_eq!(
            (source.room.as_str(), source.module.as_slice()),
            (
                room,
                &module.iter().map(ToString::to_string).collect::<Vec<_>>()[..]
            )
        );
    }
}

#[test]
fn no_room_stands_twice() {
    let mut rooms: Vec<_> = FLOORS.iter().flat_map(|f| f.iter()).collect();
    let count = rooms.len();
    rooms.sort();
    rooms.dedup();
    assert_eq!(rooms.len(), count);
    assert_eq!(floor("attic"), None);
    assert!(floor("cli") < floor("tui") && floor("store") < floor("diary"));
    assert_eq!(floor("theme"), floor("keymap"));
}
