//! A month to choose a day from.

use crate::common::{Harness, Memory, date};
use crate::screens::{full, snap, snap_plain};
use jianfu::app::{Mouse, Over};
use jianfu::domain::{DayKind, FIRST_DATE, LAST_DATE};
use jianfu::i18n::Lang;
use jianfu::keymap::Context;
use jianfu::timetable::Term;

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
    for (context, keys) in [(Context::Day, "ctrl-g"), (Context::Week, "w g")] {
        let mut h = Harness::new(&memory);
        h.press(keys).press("up pageup left");
        assert_eq!(selected(&h), "2026-10-12");
        h.assert_shows("October 2026");
        h.press("t");
        assert_eq!(selected(&h), "2026-11-20");
        h.press("down right enter");
        assert_eq!(
            (h.app().context(), h.app().day().date),
            (context, date("2026-11-28"))
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

/// A term that ends, and the one after.
fn terms(memory: &Memory) {
    let term = |first: &str, last: &str| Term {
        name: String::new(),
        days: date(first)..=date(last),
        holidays: Vec::new(),
    };
    let terms = vec![term("2026-09-01", "2027-01-22"), term("2027-02-22", "2027-07-02")];
    memory.change(|d| d.profile.terms = terms);
}

fn kinds(memory: &Memory, first: &str, last: &str) -> Vec<DayKind> {
    let dates = date(first).iter_days().take_while(|d| *d <= date(last));
    dates.map(|d| memory.diary().day(d).kind()).collect()
}

#[test]
fn a_range_is_marked_off_as_one_change() {
    let memory = Memory::default();
    let holiday = DayKind::off("holiday").unwrap();
    for (begin, mark) in [("v", "o"), ("space", "enter"), ("f2", "ctrl-o")] {
        let mut h = Harness::new(&memory);
        h.press("g").press(begin).press("down right right");
        h.assert_shows("=[20]").assert_shows("= 21").assert_shows("> 29");
        h.assert_shows("10 days:");
        h.press(mark)
            .assert_shows("Fri 2026-11-20 to Sun 2026-11-29, 10 days");
        h.assert_shows("> 3 day off: holiday").press("enter");
        h.assert_shows("Marked 10 days (day off: holiday)")
            .assert_shows("25 -");
        let marked = kinds(&memory, "2026-11-20", "2026-11-29");
        assert!(marked.iter().all(|k| *k == holiday), "weekends too");
        h.press("u").assert_hides("25 -");
        assert!(
            kinds(&memory, "2026-11-23", "2026-11-27")
                .iter()
                .all(|k| *k == DayKind::School)
        );
    }
}

#[test]
fn a_reason_can_be_typed_and_a_range_marked_as_school() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("g v left left o end enter").write("exam").press("enter");
    assert!(
        kinds(&memory, "2026-11-18", "2026-11-20")
            .iter()
            .all(|k| *k == DayKind::off("exam").unwrap())
    );
    h.press("v right right s")
        .assert_shows("Marked 3 days (school day)");
    assert!(
        kinds(&memory, "2026-11-18", "2026-11-20")
            .iter()
            .all(|k| *k == DayKind::School)
    );
    h.press("right s").assert_shows("A school day now");
    assert_eq!(kinds(&memory, "2026-11-21", "2026-11-21"), [DayKind::School]);
    h.press("o esc").assert_shows("November 2026");
}

#[test]
fn esc_drops_the_range_first_and_a_click_extends_it() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("g v right esc").assert_hides("=[20]");
    assert_eq!(selected(&h), "2026-11-21");
    h.press("v").click(" 18 ").assert_shows("4 days:");
    h.press("v").assert_hides("4 days:").press("esc");
    assert_eq!(h.app().over(), None);
}

#[test]
fn open_days_stand_out_and_are_jumped_to() {
    let memory = Memory::default();
    month(&memory, Lang::En);
    memory.change(|d| d.diary.day_mut(date("2026-10-27")).closed = true);
    let mut h = Harness::new(&memory);
    h.press("g")
        .assert_shows("28 !")
        .assert_shows(" 13 !")
        .assert_shows("27 #");
    h.assert_shows("12 school days are open (O): 10-28 10-29 11-02");
    h.press("p");
    assert_eq!(selected(&h), "2026-11-13");
    h.press("shift-tab tab n");
    assert_eq!(selected(&h), "2026-11-13", "there is no other before today");
    h.flood("esc g pageup n");
    assert_eq!(selected(&h), "2026-10-28");
}

#[test]
fn the_time_between_terms_is_marked_with_one_key() {
    let memory = Memory::default();
    terms(&memory);
    let mut h = Harness::new(&memory);
    h.press("g").assert_hides("between terms");
    h.press("pagedown pagedown")
        .assert_shows("2027-01-23 - 2027-02-21: H");
    h.press("H")
        .assert_shows("Marked 30 days (day off: holiday)")
        .assert_hides("between terms");
    assert!(
        kinds(&memory, "2027-01-23", "2027-02-21")
            .iter()
            .all(|k| *k == DayKind::off("holiday").unwrap())
    );
    assert_eq!(kinds(&memory, "2027-01-22", "2027-01-22"), [DayKind::School]);
    h.press("pagedown H u").assert_shows("2027-01-23 - 2027-02-21: H");
}

#[test]
fn pictures_of_ranges() {
    for (name, keys) in [
        ("range", "g v up right"),
        ("range-menu", "g v up right o"),
        ("break", "g pagedown pagedown"),
    ] {
        for (lang, (width, height)) in [
            (Lang::ZhHans, (80, 24)),
            (Lang::En, (120, 40)),
            (Lang::ZhHant, (60, 18)),
        ] {
            let memory = Memory::default();
            month(&memory, lang);
            terms(&memory);
            let mut h = Harness::sized(&memory, lang, width, height);
            h.press(keys);
            insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}
