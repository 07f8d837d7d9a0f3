//! Whole screens with their styles, in three languages and three sizes. The date is fixed, so they are the same anywhere.

use crate::common::{Harness, Memory, setup};
use jianfu::i18n::Lang;
use jianfu::theme::Theme;

pub(crate) const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (120, 40)];

/// A full Friday, in a language's own notes.
pub(crate) fn full(memory: &Memory, lang: Lang) {
    let notes = match lang {
        Lang::ZhHans => ["三(2)班语文", "安全工作", "考勤"],
        Lang::ZhHant => ["三年二班國語", "安全工作", "出缺席"],
        Lang::En => ["7B", "safety", "attendance"],
    };
    let [class, meeting, report] = notes;
    let mut h = Harness::sized(memory, lang, 80, 24);
    for line in [
        format!("8:00-8:45 sk {class}"),
        format!("8:55-9:40 sk {class}"),
        "10:00-10:45 pg".into(),
        "12:00-13:00 kg".into(),
        format!("14:00-15:30 qx *2 {meeting}"),
        format!("15:40-16:20 tb {report}"),
        "16:30-17:30 kh".into(),
        "20m xx &".into(),
        "40m jz".into(),
    ] {
        h.write(&line).press("enter");
    }
}

pub(crate) fn snap(name: &str, set_up: impl Fn(&Memory, Lang), keys: impl Fn(&mut Harness)) {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let memory = Memory::with_baseline(900);
            set_up(&memory, lang);
            let mut h = Harness::sized(&memory, lang, width, height);
            keys(&mut h);
            insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}

pub(crate) fn nothing(_: &Memory, _: Lang) {}

#[test]
fn empty_day() {
    snap("empty", nothing, |_| {});
}

#[test]
fn full_day() {
    snap("full", full, |h| {
        h.press("up up");
    });
}

#[test]
fn entry_with_preview() {
    snap("entry", full, |h| {
        h.write("18:00-18:30 家");
    });
}

#[test]
fn entry_with_overlap() {
    snap("overlap", full, |h| {
        h.write("8:20-9:20 qx").press("enter");
    });
}

#[test]
fn entry_with_mistake() {
    snap("mistake", full, |h| {
        h.write("18:00-17:30 jz").press("enter");
    });
}

#[test]
fn help() {
    snap("help", nothing, |h| {
        h.press("f1");
    });
}

#[test]
fn question() {
    snap("question", nothing, |h| {
        h.press("c");
    });
}

#[test]
fn closed() {
    snap("closed", full, |h| {
        h.press("c");
    });
}

/// A night on duty that ends on the day shown, an evening that goes on into the next, and work beside other work.
fn night(memory: &Memory, lang: Lang) {
    let mut h = Harness::sized(memory, lang, 80, 24);
    h.press("left").write("22:00-24:30 zz").press("enter esc right");
    for line in [
        "8:00-8:45 sk",
        "8:10-9:10 xx &",
        "14:00-15:30 qx",
        "23:00-25:10 tb",
    ] {
        h.write(line).press("enter");
    }
}

#[test]
fn past_midnight_and_parallel() {
    snap("night", night, |h| {
        h.press("down up up");
    });
}

#[test]
fn without_colours_and_without_baseline() {
    snap_plain("mono", Lang::ZhHans, full, |h| {
        h.press("up up").write("9:00-9:30 zz").press("enter");
    });
}

/// Without colours, and with lines of ASCII characters.
pub(crate) fn snap_plain(
    name: &str,
    lang: Lang,
    set_up: impl Fn(&Memory, Lang),
    keys: impl Fn(&mut Harness),
) {
    let memory = Memory::default();
    set_up(&memory, lang);
    let mut setup = setup(memory, lang);
    setup.look.theme = Theme::mono();
    setup.look.borders = jianfu::settings::Borders::Ascii;
    let mut h = Harness::with(setup, 80, 24);
    keys(&mut h);
    insta::assert_snapshot!(name, h.picture());
}

#[test]
fn what_is_wrong_with_the_users_files_is_told_until_the_first_key() {
    let mut setup = crate::common::setup(Memory::default(), Lang::En);
    setup.notices = vec!["keymap.toml:3: no.".to_owned(), "config.toml:1: no.".to_owned()];
    let mut h = Harness::with(setup, 80, 24);
    h.assert_shows("keymap.toml:3: no. config.toml:1: no.");
    h.press("right").assert_hides("keymap.toml");
}
