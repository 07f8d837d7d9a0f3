//! In the user's pause the screen has the data read through, and says what had to be mended.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use chrono::{Duration, NaiveDateTime};
use jianfu::app::{Input, Prefs};
use jianfu::i18n::{I18n, Lang};
use jianfu::keymap::Keymap;
use jianfu::settings::Borders;
use jianfu::store::Store;
use jianfu::theme::Theme;
use jianfu::tui::{Look, Setup, Shell, Unsaved};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn screen(shell: &Shell) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 24));
    shell.draw_on(&mut buffer);
    buffer
        .content()
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .collect()
}

#[test]
fn damage_is_found_and_mended_in_a_pause() {
    let dir = tempfile::tempdir().unwrap();
    let now: NaiveDateTime = "2026-11-20T17:30:00".parse().unwrap();
    let store = Store::at(dir.path());
    let days: Vec<_> = jianfu::demo::years(2, now.date()).days().cloned().collect();
    store
        .session(now)
        .unwrap()
        .replace(days.clone(), Vec::new())
        .unwrap();
    let look = Look {
        i18n: I18n::new(Lang::En).into(),
        theme: Theme::built_in(),
        borders: Borders::Unicode,
    };
    let setup = Setup {
        backing: Box::new(store.clone()),
        look,
        desk: Box::new(Unsaved(Prefs::new(Lang::En))),
        keymap: Keymap::built_in(),
        notices: Vec::new(),
        now: Box::new(move || now),
        zone: |utc| utc.naive_utc() + chrono::Duration::hours(8),
    };
    let mut shell = Shell::new(setup);
    shell.handle(Input::Idle);
    assert!(!screen(&shell).contains("rebuilt"), "all is sound");
    // A byte of a day long ago, which no screen of today reads.
    let file = dir.path().join("sled/db");
    let mut bytes = std::fs::read(&file).unwrap();
    let old = days[0].date.to_string();
    let places: Vec<usize> = (0..bytes.len() - old.len())
        .filter(|i| bytes[*i..].starts_with(old.as_bytes()))
        .collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place] ^= 1;
    }
    std::fs::write(&file, bytes).unwrap();
    shell.handle(Input::Idle);
    assert!(
        screen(&shell).contains("has been rebuilt; nothing is missing"),
        "{}",
        screen(&shell)
    );
    let mut session = store.session(now + Duration::days(1)).unwrap();
    assert_eq!(session.days(..).unwrap(), days);
}
