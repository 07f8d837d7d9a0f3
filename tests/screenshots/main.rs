//! The screenshots: drawn from the real screens on the demo's made-up term with the clock fixed, the same bytes on every
//! machine.
//!
//! `SCREENSHOTS=draw cargo test --test screenshots` draws them anew; without it the test compares.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod svg;
#[path = "../common/collecting.rs"]
mod watched;

use jianfu::app::{Input, Prefs};
use jianfu::diary::SETTING_NAMES;
use jianfu::i18n::{I18n, Lang};
use jianfu::keymap::{Key, KeyCode, Keymap};
use jianfu::settings::Borders;
use jianfu::store::Store;
use jianfu::theme::Theme;
use jianfu::tui::{Look, Setup, Shell, Unsaved};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use watched::Watched;

/// A picture: its name, language, theme, what is typed first, and its size.
struct Picture {
    name: &'static str,
    lang: Lang,
    theme: &'static str,
    keys: &'static [&'static str],
    size: (u16, u16),
    /// Nothing is logged yet, and the program is started for the first time.
    first_start: bool,
}

const PICTURES: [Picture; 18] = [
    Picture {
        name: "day-zh-Hans",
        lang: Lang::ZhHans,
        theme: "blackboard",
        keys: &[],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "day-zh-Hant",
        lang: Lang::ZhHant,
        theme: "whiteboard",
        keys: &[],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "day-en",
        lang: Lang::En,
        theme: "default",
        keys: &[],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "entry-zh-Hans",
        lang: Lang::ZhHans,
        theme: "colour-blind",
        keys: &["17:30-18:00 备课 三(2)班"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "overlap-en",
        lang: Lang::En,
        theme: "high-contrast",
        keys: &["16:30-17:45 parents"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "week-zh-Hans",
        lang: Lang::ZhHans,
        theme: "blackboard",
        keys: &["w"],
        size: (100, 24),
        first_start: false,
    },
    Picture {
        name: "week-en",
        lang: Lang::En,
        theme: "whiteboard",
        keys: &["w"],
        size: (100, 24),
        first_start: false,
    },
    Picture {
        name: "trend-zh-Hans",
        lang: Lang::ZhHans,
        theme: "blackboard",
        keys: &["W"],
        size: (100, 34),
        first_start: false,
    },
    Picture {
        name: "export-en",
        lang: Lang::En,
        theme: "default",
        keys: &["we"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "baseline-en",
        lang: Lang::En,
        theme: "default",
        keys: &["wb"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "help-zh-Hant",
        lang: Lang::ZhHant,
        theme: "mono",
        keys: &["?"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "settings-zh-Hans",
        lang: Lang::ZhHans,
        theme: "blackboard",
        keys: &[",jjjj"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "settings-en",
        lang: Lang::En,
        theme: "whiteboard",
        keys: &[",jjjj"],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "planned-zh-Hans",
        lang: Lang::ZhHans,
        theme: "blackboard",
        keys: &["]]] "],
        size: (80, 24),
        first_start: false,
    },
    Picture {
        name: "timetable-zh-Hans",
        lang: Lang::ZhHans,
        theme: "blackboard",
        keys: &["T"],
        size: (100, 28),
        first_start: false,
    },
    Picture {
        name: "survey-zh-Hans",
        lang: Lang::ZhHans,
        theme: "whiteboard",
        keys: &["S"],
        size: (100, 28),
        first_start: false,
    },
    Picture {
        name: "import-zh-Hans",
        lang: Lang::ZhHans,
        theme: "whiteboard",
        keys: &["\u{1b}I", "tests/fixtures/import/outlook.ics\n"],
        size: (80, 24),
        first_start: true,
    },
    Picture {
        name: "setup-zh-Hans",
        lang: Lang::ZhHans,
        theme: "default",
        keys: &[],
        size: (80, 24),
        first_start: true,
    },
];

fn draw(picture: &Picture) -> String {
    let dir = tempfile::tempdir().unwrap();
    let now: chrono::NaiveDateTime = "2026-11-20T17:30:00".parse().unwrap();
    let store = Store::at(dir.path());
    let (diary, mut profile) = jianfu::demo::term(now.date(), picture.lang);
    profile.surveys = vec![jianfu::demo::survey(now.date())];
    let settings = SETTING_NAMES.iter().filter_map(|n| profile.setting(n)).collect();
    if !picture.first_start {
        let mut session = store.session(now).unwrap();
        session
            .replace(diary.days().cloned().collect(), settings)
            .unwrap();
        session.keep_survey_secret(&jianfu::demo::secret()).unwrap();
    }
    let mut shell = Shell::new(Setup {
        backing: Box::new(store),
        look: Look {
            i18n: I18n::new(picture.lang).into(),
            theme: Theme::shipped(picture.theme).unwrap(),
            borders: Borders::Unicode,
        },
        desk: Box::new(Unsaved(Prefs {
            theme: picture.theme.to_owned(),
            data_dir: "/home/teacher/.local/share/jianfu".to_owned(),
            file: Some("/home/teacher/.config/jianfu/config.toml".to_owned()),
            first_start: picture.first_start,
            ..Prefs::new(picture.lang)
        })),
        keymap: Keymap::built_in(),
        notices: Vec::new(),
        now: Box::new(move || now),
        zone: |utc| utc.naive_utc() + chrono::Duration::hours(8),
    });
    for text in picture.keys {
        for c in text.chars() {
            let code = match c {
                '\n' => KeyCode::Enter,
                '\u{1b}' => KeyCode::Esc,
                c => KeyCode::Char(c),
            };
            shell.handle(Input::Key(Key::plain(code)));
        }
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, picture.size.0, picture.size.1));
    let cursor = shell.draw_on(&mut buffer);
    svg::draw(&buffer, cursor)
}

/// The live screen of collecting on an afternoon of arrivals: its name, language and theme.
const LIVE: [(&str, Lang, &str); 3] = [
    ("collecting-en", Lang::En, "default"),
    ("collecting-zh-Hans", Lang::ZhHans, "blackboard"),
    ("collecting-zh-Hant", Lang::ZhHant, "whiteboard"),
];

/// All of them, by their names.
fn pictures() -> impl Iterator<Item = (&'static str, String)> {
    let live = LIVE.iter().map(|(name, lang, theme)| {
        let mut watched = Watched::new(*lang, Theme::shipped(theme).unwrap(), (100, 28));
        (*name, svg::draw(&watched.busy().buffer(), None))
    });
    PICTURES
        .iter()
        .map(|picture| (picture.name, draw(picture)))
        .chain(live)
}

#[test]
fn the_screenshots_are_what_the_screens_show() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let anew = std::env::var_os("SCREENSHOTS").is_some_and(|v| v == "draw");
    for (name, drawn) in pictures() {
        let path = folder.join(format!("{name}.svg"));
        if anew {
            std::fs::write(&path, drawn).unwrap();
            continue;
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        // Git may have changed the line ends.
        assert!(
            kept.replace("\r\n", "\n") == drawn,
            "{} is not what the screen shows now: draw it anew with SCREENSHOTS=draw cargo test --test screenshots",
            path.display()
        );
    }
}

#[test]
fn every_screenshot_is_made_here_and_shown_in_the_readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let live = LIVE.iter().map(|(name, ..)| *name);
    let names: Vec<&str> = PICTURES.iter().map(|p| p.name).chain(live).collect();
    for entry in std::fs::read_dir(folder.join("screenshots")).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            names.iter().any(|name| file == format!("{name}.svg")),
            "nothing draws {file}"
        );
        assert!(
            readme.contains(&format!("screenshots/{file}")),
            "the README does not show {file}"
        );
    }
}
