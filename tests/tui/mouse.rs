//! The mouse: clicks reach what is drawn, and an end of a block is dragged on the time line.

use crate::common::{Harness, Memory, date};
use jianfu::app::{Mouse, Over, Screen};
use jianfu::i18n::Lang;

fn spans(memory: &Memory) -> Vec<String> {
    let diary = memory.diary();
    let day = diary.day(date("2026-11-20"));
    day.blocks().iter().map(|b| b.span.to_string()).collect()
}

fn two_lessons() -> (Memory, Harness) {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 80, 24);
    h.write("8:00-8:45 sk")
        .press("enter")
        .write("8:55-9:40 bk")
        .press("enter esc");
    (memory, h)
}

/// The cell of the time line for five minutes from a time of day on.
fn cell(h: &Harness, hour: u16, minute: u16) -> (u16, u16) {
    let (x, y) = h.find(&format!("{hour:02} "));
    (x + 3 + minute / 5, y)
}

#[test]
fn a_click_selects_a_block_in_the_list_and_on_the_time_line() {
    let (_, mut h) = two_lessons();
    h.assert_shows("> 08:55-09:40")
        .click("08:00-08:45")
        .assert_shows("> 08:00-08:45");
    let at = cell(&h, 9, 10);
    h.mouse(Mouse::Press, at).assert_shows("> 08:55-09:40");
}

#[test]
fn an_end_is_dragged_and_saved_when_the_button_is_let_go() {
    let (memory, mut h) = two_lessons();
    let (from, to) = (cell(&h, 9, 35), cell(&h, 9, 50));
    h.mouse(Mouse::Press, from).mouse(Mouse::Drag, to);
    assert_eq!(spans(&memory), ["08:00-08:45", "08:55-09:40"], "not before");
    h.assert_shows("09 ~~~~");
    h.mouse(Mouse::Release, to).assert_shows("Changed: 08:55-09:55");
    assert_eq!(spans(&memory), ["08:00-08:45", "08:55-09:55"]);
    let (from, to) = (cell(&h, 8, 0), cell(&h, 7, 45));
    h.mouse(Mouse::Press, from)
        .mouse(Mouse::Drag, to)
        .mouse(Mouse::Release, to);
    assert_eq!(spans(&memory), ["07:45-08:45", "08:55-09:55"]);
    h.press("u u");
    assert_eq!(spans(&memory), ["08:00-08:45", "08:55-09:40"]);
}

#[test]
fn a_drag_onto_another_block_asks_and_a_key_lets_go_of_it() {
    let (memory, mut h) = two_lessons();
    let (from, to) = (cell(&h, 8, 40), cell(&h, 9, 10));
    h.mouse(Mouse::Press, from)
        .mouse(Mouse::Drag, to)
        .mouse(Mouse::Release, to);
    h.assert_shows("08:55-09:40 lesson preparation is there already")
        .press("f7");
    assert_eq!(spans(&memory), ["08:00-09:15", "09:15-09:40"]);
    let (from, to) = (cell(&h, 9, 35), cell(&h, 10, 10));
    h.mouse(Mouse::Press, from)
        .mouse(Mouse::Drag, to)
        .press("up")
        .mouse(Mouse::Release, to);
    assert_eq!(spans(&memory), ["08:00-09:15", "09:15-09:40"]);
}

#[test]
fn a_click_in_a_gap_begins_an_entry_there() {
    let (_, mut h) = two_lessons();
    let at = cell(&h, 8, 45);
    h.mouse(Mouse::Press, at);
    assert!(
        h.before_cursor().ends_with("08:45-08:55 "),
        "{}",
        h.before_cursor()
    );
}

#[test]
fn hints_answers_and_lines_of_a_menu_can_be_clicked() {
    let (memory, mut h) = two_lessons();
    h.click("week");
    assert!(matches!(h.app().screen(), Screen::Week(_)));
    h.press("esc o").click("off: sick");
    assert!(!memory.diary().day(date("2026-11-20")).is_school());
    h.press("right").press("o 1 c").click("yes");
    assert!(memory.diary().day(date("2026-11-21")).closed);
    h.press("f1");
    assert!(matches!(h.app().over(), Some(Over::Help(_))));
    h.mouse(Mouse::WheelDown, (5, 5)).mouse(Mouse::Press, (5, 5));
    assert!(
        matches!(h.app().over(), Some(Over::Help(_))),
        "what it covers is out of reach"
    );
}

#[test]
fn a_click_chooses_a_day_of_the_week_and_another_opens_it() {
    let (_, mut h) = two_lessons();
    h.press("w")
        .click("Wed 11-18")
        .assert_shows(">  Wed 11-18")
        .click("Wed 11-18");
    assert!(matches!(h.app().screen(), Screen::Day));
    assert_eq!(h.app().day().date, date("2026-11-18"));
}

/// Another process has moved the block meanwhile: letting go must not write its old time back.
#[test]
fn a_drag_ends_where_the_block_was_changed_elsewhere() {
    let (memory, mut h) = two_lessons();
    let (from, to) = (cell(&h, 9, 35), cell(&h, 9, 50));
    h.mouse(Mouse::Press, from).mouse(Mouse::Drag, to);
    let mut other = Harness::sized(&memory, Lang::En, 80, 24);
    other.press("J");
    h.input(jianfu::app::Input::Back)
        .mouse(Mouse::Drag, to)
        .mouse(Mouse::Release, to);
    assert_eq!(spans(&memory), ["08:00-08:45", "09:00-09:45"]);
}

#[test]
fn a_click_on_the_line_below_opens_it() {
    let (memory, mut h) = two_lessons();
    h.click("type a time").write("10:00-10:30 hy").press("enter");
    assert_eq!(spans(&memory).len(), 3);
}
