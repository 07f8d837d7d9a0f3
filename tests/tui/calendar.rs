//! A month to choose a day from.

use crate::common::{Harness, Memory, date};
use crate::screens::{full, snap, snap_plain};
use jianfu::app::{Mouse, Over, Screen};
use jianfu::domain::{DayKind, FIRST_DATE, LAST_DATE};
use jianfu::i18n::Lang;

/// A month with closed days, an open one with entries, and a day of leave.
fn month(memory: &Memory, lang: Lang) {
    full(memory, lang);
    memory.change(|data| {
        for day in ["2026-11-16", "2026-11-17", "2026-11-18", "2026-10-30"] {
            data.diary.day_mut(date(day)).closed = true;
        }
        data.diary
            .day_mut(date("2026-11-19"))
            .mark(DayKind::off("leave").unwrap());
    });
}

fn selected(h: &Harness) -> String {
    match h.app().over() {
        Some(Over::Calendar(calendar)) => calendar.date.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn days_are_marked_without_colours() {
    let memory = Memory::default();
    month(&memory, Lang::En);
    let mut h = Harness::new(&memory);
    h.press("g").assert_shows("November 2026");
    let week = h.lines().into_iter().find(|l| l.contains("[20]")).unwrap();
    for part in ["47", "16 #", "17 #", "18 #", "19 -", ">[20]+", "21 -"] {
        assert!(week.contains(part), "{part} in {week}");
    }
    h.assert_shows("│ Fri 2026-11-20 · school day ")
        .assert_shows("│ 9 entries · 425 min · 20 min parallel ");
    h.press("left")
        .assert_shows("day off: leave")
        .assert_shows("no entries");
    h.press("left").assert_shows("school day · closed");
}

#[test]
fn it_goes_by_keys_and_enter_jumps_from_day_and_week() {
    let memory = Memory::default();
    for (screen, keys) in [(Screen::Day, "ctrl-g"), (Screen::Week, "w g")] {
        let mut h = Harness::new(&memory);
        h.press(keys).press("up pageup left");
        assert_eq!(selected(&h), "2026-10-12");
        h.assert_shows("October 2026");
        h.press("t");
        assert_eq!(selected(&h), "2026-11-20");
        h.press("down right enter");
        assert_eq!(
            (h.app().screen(), h.app().day().date),
            (&screen, date("2026-11-28"))
        );
        let before = h.picture();
        h.press("g pageup esc");
        assert_eq!(h.picture(), before);
    }
}

#[test]
fn a_click_jumps_and_the_wheel_goes_by_weeks() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("g")
        .mouse(Mouse::WheelUp, (40, 10))
        .mouse(Mouse::WheelDown, (40, 10));
    assert_eq!(selected(&h), "2026-11-20");
    h.mouse(Mouse::WheelUp, (40, 10)).click(" 12 ");
    assert_eq!((h.app().over(), h.app().day().date), (None, date("2026-11-12")));
}

#[test]
fn months_passed_by_are_not_read() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("g");
    memory.queries();
    h.flood("pagedown pagedown pagedown right right");
    assert_eq!(memory.queries().len(), 1);
    h.flood("pageup enter");
    assert_eq!(memory.queries(), [], "who has chosen needs no marks");
    assert_eq!(h.app().day().date, date("2027-01-22"));
}

#[test]
fn a_month_that_cannot_be_read_has_no_marks_and_still_jumps() {
    let memory = Memory::default();
    month(&memory, Lang::En);
    let mut h = Harness::new(&memory);
    memory.change(|d| d.broken = Some("the disk is gone".into()));
    h.press("g")
        .assert_shows("the disk is gone")
        .assert_shows(" 16 ")
        .assert_hides("16 #");
    h.assert_shows("│ Fri 2026-11-20  ");
    memory.change(|d| d.broken = None);
    h.press("up").assert_shows("16 #").press("enter");
    assert_eq!(h.app().day().date, date("2026-11-13"));
}

#[test]
fn the_calendar_has_ends() {
    let memory = Memory::default();
    for (end, keys, there) in [
        (FIRST_DATE, "left up pageup [", "January 1970"),
        (LAST_DATE, "right down pagedown ]", "December 2399"),
    ] {
        let mut h = Harness::new(&memory);
        let months = if end == FIRST_DATE { "pageup" } else { "pagedown" };
        let days = if end == FIRST_DATE { "left" } else { "right" };
        h.press("g")
            .flood(&format!("{months} ").repeat(4600))
            .flood(&format!("{days} ").repeat(31));
        assert_eq!(selected(&h), end.to_string());
        h.press(keys).assert_shows(there);
        assert_eq!(selected(&h), end.to_string());
        h.press("enter");
        assert_eq!(h.app().day().date, end);
        h.press("g").assert_shows(there);
    }
}

#[test]
fn months() {
    snap("calendar", month, |h| {
        h.press("g up right");
    });
}

#[test]
fn plain() {
    snap_plain("calendar-mono", Lang::ZhHant, month, |h| {
        h.press("w g");
    });
}
