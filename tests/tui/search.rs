//! The search over all notes.

use crate::common::{Harness, Memory, date};
use crate::screens::{full, snap, snap_plain};
use jianfu::app::{Input, Query, Screen};
use jianfu::i18n::Lang;

/// Notes on three days of three weeks.
fn notes(memory: &Memory) -> Harness {
    let mut h = Harness::new(memory);
    h.press("left")
        .write("8:00-8:45 sk safety first")
        .press("enter esc");
    h.press("pageup")
        .write("9:00-9:40 jz Anquan: SAFETY talk")
        .press("enter");
    h.write("40m qx 三(2)班安全").press("enter esc t");
    h
}

#[test]
fn it_finds_as_you_type_the_newest_first() {
    let memory = Memory::default();
    let mut h = notes(&memory);
    h.press("/").assert_shows("type what the note says");
    h.write("safe").assert_shows("2 entries");
    let lines = h.lines();
    let at = |text: &str| lines.iter().position(|l| l.contains(text)).expect(text);
    assert!(
        at("2026-11-19 08:00-08:45") < at("2026-11-12 09:00-09:40"),
        "{}",
        h.screen()
    );
    assert!(at("safety first") < at("SAFETY talk"));
    h.write("x").assert_shows("No note says that");
    h.press("backspace").assert_shows("2 entries");
    h.press("ctrl-u")
        .assert_hides("entries")
        .assert_shows("newest first");
}

#[test]
fn enter_goes_to_the_block_on_its_day() {
    let memory = Memory::default();
    let mut h = notes(&memory);
    for from in ["", "w"] {
        h.press("t")
            .press(from)
            .press("ctrl-f")
            .write("talk")
            .press("enter");
        assert_eq!(
            (h.app().screen(), h.app().day().date),
            (&Screen::Day, date("2026-11-12"))
        );
        assert_eq!(
            h.app().day().selected_block().unwrap().note.as_str(),
            "Anquan: SAFETY talk"
        );
    }
    h.press("/")
        .write("safety")
        .press("down up")
        .click("safety first");
    assert_eq!(h.app().day().date, date("2026-11-19"));
    assert_eq!(h.app().day().selected_index(), Some(0));
}

#[test]
fn esc_returns_to_where_you_were() {
    let memory = Memory::default();
    let mut h = notes(&memory);
    h.press("w left");
    let before = h.picture();
    h.press("/").write("talk").press("down");
    assert_ne!(h.picture(), before);
    h.press("esc");
    assert_eq!(h.picture(), before);
}

#[test]
fn what_an_input_method_commits_at_once_is_searched_once() {
    let memory = Memory::default();
    let mut h = notes(&memory);
    h.press("/");
    memory.queries();
    h.flood("三 ( 2 ) 班")
        .assert_shows("1 entry")
        .assert_shows("三(2)班安全");
    assert_eq!(memory.queries().len(), 1);
    h.press("ctrl-u").flood("s a f e t y");
    let asked = memory.queries();
    assert!(
        matches!(&asked[..], [Query::Search { text, .. }] if text == "safety"),
        "{asked:?}"
    );
    h.press("space");
    h.press("left");
    assert_eq!(memory.queries(), [], "nothing else is looked for");
    h.press("ctrl-u")
        .input(Input::Paste("安全\n".into()))
        .assert_shows("1 entry");
    assert_eq!(memory.queries().len(), 1);
    h.flood("backspace backspace backspace t a l k enter");
    assert_eq!(
        h.app().day().date,
        date("2026-11-12"),
        "it is read before it is chosen from"
    );
}

#[test]
fn what_cannot_be_read_says_why_and_is_tried_again() {
    let memory = Memory::default();
    let mut h = notes(&memory);
    memory.change(|d| d.broken = Some("the disk is gone".into()));
    h.press("/").write("talk").assert_shows("the disk is gone");
    memory.queries();
    h.press("down enter left").assert_shows("the disk is gone");
    assert_eq!(memory.queries(), []);
    memory.change(|d| d.broken = None);
    h.press("end backspace").assert_shows("1 entry");
}

#[test]
fn there_is_an_end_to_what_is_shown() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    for line in 0..3 {
        for _ in 0..67 {
            h.write(&format!("{}m jz same note", 5 + line)).press("enter");
        }
    }
    h.press("esc /").write("same").assert_shows("200+ entries");
    h.write(" notes").assert_shows("No note");
}

#[test]
fn a_long_note_is_cut_so_that_the_match_shows() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    let long = format!("{} needle {}", "hay ".repeat(30), "straw ".repeat(30));
    h.write(&format!("8:00-8:45 sk {long}")).press("enter esc /");
    h.write("needle").assert_shows("needle").assert_shows("…");
    assert!(
        h.lines()
            .iter()
            .any(|l| l.contains("2026-11-20") && l.contains("needle"))
    );
}

#[test]
fn found() {
    snap("search", full, |h| {
        let typed = match h.app().lang() {
            Lang::ZhHans => "班",
            Lang::ZhHant => "二班",
            Lang::En => "a",
        };
        h.press("/").write(typed).press("down");
    });
}

#[test]
fn nothing_typed() {
    snap("search-empty", full, |h| {
        h.press("/");
    });
}

#[test]
fn plain() {
    snap_plain("search-mono", Lang::ZhHant, full, |h| {
        h.press("/").write("工作");
    });
}
