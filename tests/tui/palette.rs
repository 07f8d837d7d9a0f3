//! All commands: found by a part of their name, by pinyin, and done wherever they belong.

use crate::common::{Harness, Memory, date};
use crate::screens::{full, nothing, snap, snap_plain};
use jianfu::app::{Over, Screen};
use jianfu::i18n::{I18n, Lang};
use jianfu::keymap::Action;
use jianfu::tui::Next;

fn fits(h: &Harness) -> Vec<Action> {
    match h.app().over() {
        Some(Over::Palette(palette)) => palette.fits.iter().map(|fit| fit.action).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn everything_is_listed_and_typing_narrows_it() {
    let mut h = Harness::new(&Memory::default());
    h.press("ctrl-p")
        .assert_shows("all commands")
        .assert_shows("> log time");
    assert!(h.before_cursor().ends_with("│ > "));
    let all = fits(&h).len();
    h.write("sett");
    assert_eq!(fits(&h)[0], Action::ShowSettings);
    assert!(fits(&h).len() < all);
    h.press("enter");
    assert!(matches!(h.app().screen(), Screen::Settings(_)) && h.app().over().is_none());
}

#[test]
fn chinese_is_found_by_initials_syllables_and_characters() {
    for (lang, typed) in [
        (Lang::ZhHans, "rl"),
        (Lang::ZhHans, "rili"),
        (Lang::ZhHans, "日历"),
        (Lang::ZhHans, "calendar"),
        (Lang::ZhHant, "yl"),
        (Lang::ZhHant, "月曆"),
        (Lang::ZhHant, "calendar"),
    ] {
        let mut h = Harness::sized(&Memory::default(), lang, 80, 24);
        h.press("ctrl-p").write(typed).press("enter");
        assert!(
            matches!(h.app().over(), Some(Over::Calendar(_))),
            "{lang}: {typed}"
        );
    }
}

#[test]
fn keys_that_come_at_once_are_all_understood() {
    let mut h = Harness::new(&Memory::default());
    h.flood("ctrl-p w e e k");
    assert_eq!(fits(&h)[0], Action::ShowWeek);
    h.flood("enter ctrl-p c a l enter");
    assert!(matches!(h.app().over(), Some(Over::Calendar(_))));
}

#[test]
fn what_fits_nothing_says_so_and_enter_waits() {
    let mut h = Harness::new(&Memory::default());
    h.press("ctrl-p")
        .write("xyzzy")
        .assert_shows("Nothing is called that");
    h.press("enter").assert_shows("Nothing is called that");
    h.press("ctrl-u");
    assert!(fits(&h).len() > 30);
    h.press("esc").assert_hides("all commands");
}

#[test]
fn lines_are_chosen_by_arrows_and_by_clicks() {
    let mut h = Harness::new(&Memory::default());
    h.press("ctrl-p").write("week before").press("enter");
    assert_eq!(h.app().day().date, date("2026-11-13"));
    h.press("ctrl-p").write("day").click("next day");
    assert_eq!(h.app().day().date, date("2026-11-14"));
}

#[test]
fn a_closed_day_is_opened_again_by_that_name() {
    let mut h = Harness::new(&Memory::default());
    h.press("c enter ctrl-p").write("reopen").press("enter");
    h.assert_shows("The day is open again");
}

/// A diary where everything can be done: on the day before, with a block selected, something copied, and something to
/// take back and to make again.
fn ready(lang: Lang) -> Harness {
    let memory = Memory::with_baseline(900);
    let mut h = Harness::sized(&memory, lang, 80, 24);
    h.flood("left");
    for line in ["8:00-8:45 sk", "10:00-10:40 jz", "13:00-14:00 qx"] {
        h.write(line).flood("enter");
    }
    h.flood("esc")
        .write("40m xx")
        .flood("enter esc up up y right p u left up up");
    assert_eq!(h.app().day().date, date("2026-11-19"));
    assert!(h.app().day().selected.is_some());
    h
}

#[test]
fn whatever_is_chosen_anywhere_does_something() {
    let mut h = ready(Lang::En);
    let listed = fits(h.press("ctrl-p"));
    assert!(listed.len() > 30);
    for screen in ["", "w", ",", "8"] {
        for action in &listed {
            let mut h = ready(Lang::En);
            h.press(screen);
            let before = (format!("{:?}", h.app()), h.screen());
            let label = I18n::new(Lang::En).format(action.message(), &[]);
            h.press("ctrl-p").write(&label);
            if screen != "8" {
                assert_eq!(fits(&h)[0], *action);
            }
            h.press("enter");
            let is_there = match (action, h.app().screen()) {
                (Action::ShowDay, Screen::Day)
                | (Action::ShowWeek, Screen::Week(_))
                | (Action::ShowTimetable, Screen::Timetable(_))
                | (Action::ShowSettings, Screen::Settings(_)) => true,
                _ => matches!(h.last, Next::Quit | Next::Suspend),
            };
            let after = (format!("{:?}", h.app()), h.screen());
            assert!(
                is_there || before != after,
                "{action} on {screen:?} does nothing:\n{}",
                h.screen()
            );
            assert!(!matches!(h.app().over(), Some(Over::Palette(_))), "{action}");
        }
    }
}

#[test]
fn open() {
    snap("palette", full, |h| {
        h.press("ctrl-p down down");
    });
}

#[test]
fn typed() {
    snap("palette-typed", nothing, |h| {
        h.press("ctrl-p").write("zho");
    });
}

#[test]
fn plain() {
    snap_plain("palette-mono", Lang::ZhHans, full, |h| {
        h.press("ctrl-p").write("fz");
    });
}

/// It was begun for the day on the screen: nothing chosen by name takes it elsewhere or throws it away.
#[test]
fn what_is_typed_is_not_left_for_a_command() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("left").write("8:00-8:45 sk").press("enter esc right");
    for command in [
        "undo",
        "week",
        "calendar",
        "settings",
        "previous-day",
        "log",
        "edit",
        "search",
    ] {
        h.write("9:00-9:45 sk FRI")
            .press("ctrl-p")
            .write(command)
            .press("enter");
        h.assert_shows("First save what is typed (Enter) or close it (Esc)");
        assert!(
            h.before_cursor().ends_with("9:00-9:45 sk FRI"),
            "{command}: {}",
            h.screen()
        );
        assert_eq!(h.app().day().date, date("2026-11-20"), "{command}");
        h.press("esc");
    }
    h.write("9:00-9:45 sk FRI")
        .press("ctrl-p")
        .write("undo")
        .press("enter enter");
    assert_eq!(memory.diary().day(date("2026-11-20")).blocks().len(), 1);
    h.assert_shows("Saved: 09:00-09:45")
        .press("ctrl-p")
        .write("week")
        .press("enter");
    h.press("esc").assert_hides("log>"); // an empty line does not stay open unseen
}
