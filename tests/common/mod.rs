//! What the tests of the terminal UI share: data kept in memory, and the whole app driven with real keys.
#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::must_use_candidate
)]

mod harness;
mod memory;

pub use harness::{Harness, lines, picture};
pub use memory::Memory;

use chrono::{NaiveDate, NaiveDateTime};
use jianfu::app::Prefs;
use jianfu::i18n::{I18n, Lang};
use jianfu::keymap::Keymap;
use jianfu::settings::Borders;
use jianfu::theme::Theme;
use jianfu::tui::{Backing, Look, Setup, Unsaved};

/// When the tests take place: a Friday, after school.
pub fn now() -> NaiveDateTime {
    "2026-11-20T17:30:00".parse().unwrap()
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn setup(backing: impl Backing + 'static, lang: Lang) -> Setup {
    Setup {
        backing: Box::new(backing),
        look: Look {
            i18n: I18n::new(lang).into(),
            theme: Theme::built_in(),
            borders: Borders::Unicode,
        },
        desk: Box::new(Unsaved(Prefs::new(lang))),
        keymap: Keymap::built_in(),
        notices: Vec::new(),
        now: Box::new(now),
        zone: |utc| utc.naive_utc() + chrono::Duration::hours(8),
    }
}
