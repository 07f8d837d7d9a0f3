//! Windows, themes and frames of every kind.

use super::{Place, selected, snap_picture};
use crate::common::Harness;
use jianfu::app::{Input, Mouse, Prefs};
use jianfu::i18n::Lang;
use jianfu::settings::Borders;
use jianfu::theme::Theme;
use jianfu::tui::Unsaved;

#[test]
fn without_colours_and_with_ascii_lines() {
    let place = Place::joined(Lang::ZhHans);
    let mut setup = place.setup(Lang::ZhHans, "/data");
    setup.look.theme = Theme::mono();
    setup.look.borders = Borders::Ascii;
    let mut h = Harness::with(setup, 80, 24);
    h.press("S right");
    snap_picture("survey-mono", &h);
}

/// No character of the frame is drawn two cells wide by terminals in East Asian locales.
#[test]
fn with_ascii_borders_no_character_of_the_frame_is_of_ambiguous_width() {
    use unicode_width::UnicodeWidthStr;
    for lang in Lang::ALL {
        let place = Place::joined(lang);
        let mut setup = place.setup(lang, "/data");
        setup.look.borders = Borders::Ascii;
        setup.desk = Box::new(Unsaved(Prefs {
            borders: Borders::Ascii,
            ..Prefs::new(lang)
        }));
        let mut h = Harness::with(setup, 80, 24);
        for keys in [
            "S", "v", "h", "h", "enter", "esc", "right", "r", "esc", "i", "i", "D",
        ] {
            h.press(keys);
            for cell in &h.buffer().content {
                let symbol = cell.symbol();
                if "“”".contains(symbol) {
                    continue; // in the running text of messages, as Chinese writes them
                }
                assert_eq!(symbol.width(), symbol.width_cjk(), "{symbol:?}:\n{}", h.screen());
            }
        }
    }
}

#[test]
fn every_size_draws() {
    let place = Place::joined(Lang::ZhHant);
    for keys in [
        "S",
        "S v",
        "S h",
        "S right r",
        "S enter",
        "S D",
        "S r enter",
        "S h enter",
        "S i",
    ] {
        let mut h = place.open(Lang::ZhHant, 80, 24);
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
fn every_theme_draws_and_tells_the_warnings() {
    let place = Place::joined(Lang::En);
    for theme in Theme::names() {
        let mut setup = place.setup(Lang::En, "/data");
        setup.look.theme = Theme::shipped(theme).unwrap();
        let mut h = Harness::with(setup, 60, 18);
        h.press("S right").assert_shows("! The week is not complete");
    }
}

/// What is seen of a window that is too small is only that it is.
#[test]
fn in_a_window_that_is_too_small_nothing_is_done_unseen() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").resize(50, 12);
    h.press("r enter space delete y u X enter").write("rx");
    h.input(Input::Paste("8-9 jiaoan".to_owned()));
    h.mouse(Mouse::WheelDown, (1, 5)).mouse(Mouse::Press, (1, 5));
    assert_eq!(h.last, jianfu::tui::Next::Go);
    assert_eq!(place.sent(), []);
    h.resize(80, 24).assert_shows("School stage");
    assert!(h.app().over().is_none());
    assert_eq!(selected(&h), "School stage");
    h.press("r").resize(59, 18).press("enter");
    assert_eq!(place.sent(), []);
    assert_eq!(h.press("ctrl-z").last, jianfu::tui::Next::Suspend);
    assert_eq!(h.press("ctrl-q").last, jianfu::tui::Next::Quit);
    let mut h = place.open(Lang::En, 80, 24);
    assert_eq!(h.press("S").resize(1, 1).press("q").last, jianfu::tui::Next::Quit);
}

/// The entry line is seen in every window, so it is typed into; what it says is booked only where the rest is seen.
#[test]
fn in_a_window_that_is_too_small_the_entry_line_goes_on() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("enter").write("8-9 je").resize(50, 12);
    h.write("-x").press("backspace").assert_shows("8-9 je-");
    let blocks = h.app().day().day().blocks().len();
    h.press("enter").assert_shows("8-9 je-");
    assert_eq!(h.app().day().day().blocks().len(), blocks);
}
