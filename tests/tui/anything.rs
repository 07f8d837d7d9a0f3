//! Whatever is pressed, at whatever size: the program draws and goes on.

use crate::common::{Harness, Memory, setup};
use crate::ghosts::{plan, school};
use crate::survey::Place;
use chrono::Weekday::Fri;
use jianfu::app::{Input, Over, Prefs, Question};
use jianfu::demo;
use jianfu::domain::Category::Meetings;
use jianfu::i18n::Lang;
use jianfu::keymap::{Context, Key, KeyCode, Keymap};
use jianfu::settings::Borders;
use jianfu::tui::Unsaved;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

/// Whether a summary is about to be written into a file.
fn exports(h: &Harness) -> bool {
    matches!(h.app().over(), Some(Over::Export(_)))
}

/// Whether a key writes a file.
fn writes(h: &Harness, key: Key) -> bool {
    exports(h) && key.code == KeyCode::Enter
}

/// Every key that is bound somewhere, editing keys, and characters of all widths.
fn any_key() -> impl Strategy<Value = Key> {
    let keymap = Keymap::built_in();
    let bound = Context::ALL.into_iter().flat_map(|c| {
        let keys: Vec<Key> = keymap.bindings(c).flat_map(|(_, keys)| keys.to_vec()).collect();
        keys
    });
    let editing = [
        "left",
        "right",
        "ctrl-left",
        "ctrl-right",
        "backspace",
        "ctrl-w",
        "ctrl-u",
        "ctrl-k",
        "home",
        "end",
    ];
    let editing = editing.into_iter().map(|k| k.parse().unwrap());
    let known: Vec<Key> = bound.chain(editing).collect();
    prop_oneof![
        4 => prop::sample::select(known),
        2 => any::<char>().prop_map(Key::char),
        2 => "[0-9:+&*pmsk qx三班\u{301}\u{200d}👩🏫]".prop_map(|s| Key::char(s.chars().next().unwrap())),
    ]
}

/// Files whose imports are previewed.
const FILES: [&str; 5] = [
    "import/google.ics",
    "import/outlook.ics",
    "import/log-utf8-bom.csv",
    "timetable/grid.csv",
    "timetable/flat.xlsx",
];

#[derive(Debug, Clone)]
enum Step {
    Key(Key),
    Line(&'static str),
    Way(&'static str),
    Paste(String),
    File(&'static str),
    Over(&'static str),
    Mouse(jianfu::app::Mouse, u16, u16),
    Back,
    Size(u16, u16),
}

fn any_step() -> impl Strategy<Value = Step> {
    let lines = [
        "8:00-8:45 sk 三(2)班",
        "8:20-9:20 qx *2",
        "20:30-21:30 jz",
        "40m jz",
        "+30m pg",
        "& 20m xx",
        "22:00-24:30 zz",
        "p1-2 sk",
        "三(2)班 单周",
        "周三 19:00-20:30 晚自习",
        "2026-08-31 2027-01-22 秋",
    ];
    // Screens and what lies over them that random keys seldom reach.
    let ways = [
        "esc esc space",
        "esc esc left e",
        "esc esc o 5",
        "esc esc w",
        "esc esc w end down",
        "esc esc w end down down",
        "esc esc w b",
        "esc esc w b 2",
        "esc esc w b tab down",
        "esc esc T",
        "esc esc T t enter",
        "esc esc T b enter enter",
        "esc esc T left enter",
        "esc esc T a",
        "esc esc T f",
        "esc esc T E",
        "esc esc w =",
        "esc esc O",
        "esc esc O a c",
        "esc esc g v down",
        "esc esc g v up o",
        "esc esc S",
        "esc esc S v",
        "esc esc S h",
        "esc esc S a",
        "esc esc S x",
    ];
    prop_oneof![
        12 => any_key().prop_map(Step::Key),
        3 => prop::sample::select(lines.to_vec()).prop_map(Step::Line),
        2 => prop::sample::select(ways.to_vec()).prop_map(Step::Way),
        1 => "\\PC{0,30}".prop_map(Step::Paste),
        3 => prop::sample::select(FILES.to_vec()).prop_map(Step::File),
        2 => prop::sample::select(vec!["ctrl-p", "ctrl-f", "ctrl-g"]).prop_map(Step::Over),
        1 => any_mouse(),
        1 => Just(Step::Back),
        2 => (1u16..=300, 1u16..=100).prop_map(|(w, h)| Step::Size(w, h)),
        2 => (1u16..=70, 1u16..=20).prop_map(|(w, h)| Step::Size(w, h)),
    ]
}

fn any_mouse() -> impl Strategy<Value = Step> {
    use jianfu::app::Mouse::{Press, WheelDown, WheelUp};
    let mouse = prop::sample::select(vec![Press, WheelUp, WheelDown]);
    (mouse, 0u16..90, 0u16..30).prop_map(|(mouse, x, y)| Step::Mouse(mouse, x, y))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_the_cursor_stays_on_the_screen(
        steps in prop::collection::vec(any_step(), 1..40),
        lang in prop::sample::select(Lang::ALL.to_vec()),
        ascii: bool,
        first_start: bool,
        has_timetable: bool,
        asks_worth: bool,
    ) {
        let memory = Memory::with_baseline(900);
        if has_timetable {
            school(&memory, lang);
        }
        memory.change(|data| {
            data.profile.ask_worth = asks_worth;
            if has_timetable {
                data.profile.surveys = vec![demo::survey(crate::common::now().date())];
            }
        });
        let mut setup = setup(memory, lang);
        if ascii {
            setup.look.borders = Borders::Ascii;
        }
        setup.desk = Box::new(Unsaved(Prefs { first_start, ..Prefs::new(lang) }));
        let mut h = Harness::with(setup, 80, 24);
        for step in steps {
            match step {
                // Nothing here may write a file where the tests run.
                Step::Key(key) if writes(&h, key) => {}
                Step::Key(key) => { h.input(Input::Key(key)); }
                Step::Line(line) => {
                    h.write(line);
                    if !exports(&h) {
                        h.press("enter");
                    }
                }
                Step::Way(keys) => { h.press(keys); }
                Step::File(name) => {
                    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
                    h.press("esc esc f12").input(Input::Paste(path)).press("enter");
                }
                Step::Paste(text) => { h.input(Input::Paste(text)); }
                Step::Over(key) => { h.press("esc esc").press(key); }
                Step::Mouse(mouse, x, y) => { h.mouse(mouse, (x, y)); }
                Step::Back => { h.input(Input::Back); }
                Step::Size(w, h2) => { h.resize(w, h2); }
            }
            let area = h.buffer().area;
            if let Some((x, y)) = h.cursor() {
                prop_assert!(x < area.width && y < area.height);
            }
        }
    }
}

/// Keys of the survey screen and what lies over it, most of all.
fn any_survey_step() -> impl Strategy<Value = Step> {
    let keymap = Keymap::built_in();
    let keys = |contexts: &[Context]| {
        let all = contexts
            .iter()
            .flat_map(|c| keymap.bindings(*c).collect::<Vec<_>>());
        let keys = all.flat_map(|(_, keys)| keys.to_vec());
        keys.collect::<Vec<Key>>()
    };
    let own = keys(&[Context::Survey]);
    let over = keys(&[Context::Menu, Context::Prompt, Context::Dialog, Context::Help]);
    prop_oneof![
        10 => prop::sample::select(own).prop_map(Step::Key),
        6 => prop::sample::select(over).prop_map(Step::Key),
        2 => any_key().prop_map(Step::Key),
        3 => prop::sample::select(vec!["esc esc esc S", "esc esc esc S r enter", "esc esc esc S a", "esc esc esc S X enter"]).prop_map(Step::Way),
        1 => Just(Step::File("other.survey.toml")),
        1 => "\\PC{0,30}".prop_map(Step::Paste),
        2 => any_mouse(),
        1 => Just(Step::Back),
        2 => (1u16..=130, 1u16..=50).prop_map(|(w, h)| Step::Size(w, h)),
    ]
}

/// Whether the next key could write a file outside of the folder.
fn strays(h: &Harness, folder: &str) -> bool {
    match h.app().over() {
        Some(Over::Export(_) | Over::Ask(Question::MoveData(_))) => true,
        Some(Over::SurveyRespond(over)) => over.line.text() != folder,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// On a real store, as what is sealed comes out of one.
    #[test]
    fn nothing_on_the_survey_screen_panics_or_writes_elsewhere(
        steps in prop::collection::vec(any_survey_step(), 1..60),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let place = Place::new(lang, vec![demo::survey(crate::common::now().date())]);
        let folder = place.files().to_str().unwrap().to_owned();
        let other = demo::survey(crate::common::now().date()).definition.replace("staff = 640", "staff = 9");
        std::fs::write(place.files().join("other.survey.toml"), other).unwrap();
        let mut h = place.open(lang, 80, 24);
        h.press("S");
        for step in steps {
            match step {
                Step::Key(_) | Step::Mouse(..) if strays(&h, &folder) => { h.press("esc"); }
                Step::Key(key) => { h.input(Input::Key(key)); }
                Step::Mouse(mouse, x, y) => { h.mouse(mouse, (x, y)); }
                Step::Way(keys) => { h.press(keys); }
                Step::File(name) => {
                    let path = format!("{folder}/{name}");
                    h.press("esc esc esc S a").input(Input::Paste(path)).press("enter enter");
                }
                Step::Paste(text) => { h.input(Input::Paste(text)); }
                Step::Back => { h.input(Input::Back); }
                Step::Size(w, h2) => { h.resize(w, h2); }
                Step::Line(_) | Step::Over(_) => {}
            }
            let area = h.buffer().area;
            if let Some((x, y)) = h.cursor() {
                prop_assert!(x < area.width && y < area.height);
            }
        }
    }
}

#[test]
fn every_size_draws() {
    let (memory, planned) = (Memory::with_baseline(900), Memory::with_baseline(900));
    school(&planned, Lang::ZhHant);
    let ghosts = ["", "c", "space", "e", "o", "right o", "A c"];
    let over = [
        "",
        "8",
        "c",
        "f1",
        "ctrl-p",
        "ctrl-p d",
        "ctrl-f",
        "ctrl-f 7",
        "ctrl-g",
        "ctrl-g pageup",
    ];
    let week = [
        "w",
        "w b",
        "w b 2",
        "w =",
        "O",
        "O c",
        "g v up right",
        "g v up right o",
    ];
    let settings = [
        "ctrl-s",
        "ctrl-s enter",
        "ctrl-s down enter",
        "ctrl-s end up enter",
        "ctrl-s end up up up up enter",
        "f12",
        "f12 tab",
    ];
    let setup = ["ctrl-s s", "ctrl-s s enter", "ctrl-s s enter enter"];
    let timetable = [
        "T",
        "T enter",
        "T t",
        "T b",
        "T b enter",
        "T a",
        "T f",
        "S",
        "S v",
        "S h",
        "S a",
    ];
    let asking = Memory::default();
    asking.change(|data| data.profile.ask_worth = true);
    plan(&asking, &[(Fri, 840, 930, Meetings, "staff-meeting", "安全")]);
    let others = over.into_iter().chain(week).chain(settings).chain(setup);
    let screens = others.map(|keys| (&memory, keys));
    let planned_too = ghosts.into_iter().chain(timetable).map(|keys| (&planned, keys));
    for (memory, keys) in screens.chain(planned_too).chain([(&asking, "space right")]) {
        let mut h = Harness::sized(memory, Lang::ZhHant, 80, 24);
        h.press(keys);
        for (width, height) in
            (1..130)
                .map(|n| (n, n % 37 + 1))
                .chain([(1, 100), (300, 1), (300, 100), (60, 18), (59, 18)])
        {
            h.resize(width, height);
        }
    }
}

#[test]
fn every_size_draws_an_import() {
    for name in FILES {
        for keys in [
            "",
            "down enter",
            "l",
            "s",
            "r",
            "down right",
            "home down enter",
            "space esc",
        ] {
            let memory = Memory::with_baseline(900);
            let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
            let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
            h.press("f12")
                .input(Input::Paste(path))
                .press("enter")
                .press(keys);
            for (width, height) in [
                (59, 18),
                (60, 18),
                (61, 19),
                (80, 24),
                (120, 40),
                (300, 100),
                (300, 18),
                (60, 100),
            ] {
                h.resize(width, height);
            }
        }
    }
}

#[test]
fn a_small_window_says_so_and_keeps_what_is_typed() {
    let mut h = Harness::new(&Memory::default());
    h.press("enter").resize(59, 18);
    h.write("8:00 sk").assert_shows("60x18").assert_shows("8:00 sk");
    h.resize(60, 18)
        .assert_hides("60x18")
        .assert_shows("log> 8:00 sk");
}

/// Terminals in East Asian locales may draw ambiguous characters two cells wide; the user then asks for ASCII borders.
#[test]
fn with_ascii_borders_no_character_of_the_frame_is_of_ambiguous_width() {
    for lang in Lang::ALL {
        let memory = Memory::with_baseline(900);
        school(&memory, lang);
        let mut setup = setup(memory, lang);
        setup.look.borders = Borders::Ascii;
        setup.desk = Box::new(Unsaved(Prefs {
            borders: Borders::Ascii,
            ..Prefs::new(lang)
        }));
        let mut h = Harness::with(setup, 60, 18);
        let open = ["", "8", "ctrl-u", "esc", "c", "enter", "f1", "end", "esc"];
        let over = [
            "esc ctrl-p",
            "j",
            "esc ctrl-f",
            "a",
            "esc ctrl-g",
            "pageup",
            "esc",
        ];
        let settings = [
            "ctrl-s", "enter", "esc", "end", "up", "enter", "esc", "up", "enter", "esc", "s", "enter",
            "enter",
        ];
        let timetable = [
            "esc esc T",
            "enter",
            "esc",
            "t",
            "esc",
            "b",
            "enter",
            "esc esc",
            "S",
            "a",
            "esc",
        ];
        for keys in open.into_iter().chain(over).chain(settings).chain(timetable) {
            h.press(keys);
            for cell in &h.buffer().content {
                let symbol = cell.symbol();
                if "“”".contains(symbol) {
                    continue; // in the running text of messages, as Chinese writes them
                }
                assert_eq!(
                    symbol.width(),
                    symbol.width_cjk(),
                    "{symbol:?} in {lang}:\n{}",
                    h.screen()
                );
            }
        }
    }
}
