//! The school days that are still open: seen at one glance, and closed several at a time.

use crate::common::{Harness, Memory, date};
use chrono::Weekday;
use jianfu::app::{Over, Screen};
use jianfu::diary::Setting;
use jianfu::domain::{Activity, Block, Category, DayKind, Note, Span};
use jianfu::i18n::Lang;
use jianfu::timetable::{Recurring, Slot, Timetable};

/// A lesson on a day.
fn lesson(memory: &Memory, on: &str, start: u32) {
    memory.change(|data| {
        let day = data.diary.day_mut(date(on));
        let id = day.new_id();
        day.put(Block {
            id,
            activity: Activity::new(Category::Teaching, "lesson").unwrap(),
            span: Span::clocked(start, start + 45).unwrap(),
            note: Note::default(),
            rating: None,
            parallel: false,
        });
    });
}

/// Three lessons each day from Monday to Friday.
fn timetable(memory: &Memory) {
    let mut entries = Vec::new();
    for weekday in [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ] {
        for start in [480, 535, 600] {
            let slot = Slot::Clock(Span::clocked(start, start + 45).unwrap());
            let activity = Activity::new(Category::Teaching, "lesson").unwrap();
            entries.push(Recurring::weekly(weekday, slot, activity, Note::default()));
        }
    }
    let from = date("2026-09-01");
    let timetable = Timetable::default().with_entries(entries, from, from);
    memory.change(|d| d.profile.set(Setting::Timetable(timetable)));
}

/// Closed to 12 November; since then a lesson on the 13th, leave on the 18th, and nothing else.
fn a_week_behind(memory: &Memory) {
    memory.change(|d| d.diary.day_mut(date("2026-11-12")).closed = true);
    lesson(memory, "2026-11-13", 480);
    memory.change(|data| {
        let leave = DayKind::off("leave").unwrap();
        data.diary.day_mut(date("2026-11-18")).mark(leave);
    });
}

fn closed(memory: &Memory) -> Vec<String> {
    let diary = memory.diary();
    let closed = diary.days().filter(|d| d.closed);
    closed.map(|d| d.date.format("%m-%d").to_string()).collect()
}

fn is_listed(h: &Harness) -> bool {
    matches!(h.app().over(), Some(Over::OpenDays(_)))
}

#[test]
fn the_list_says_what_each_day_has_and_what_waits() {
    let memory = Memory::default();
    a_week_behind(&memory);
    timetable(&memory);
    for keys in ["O", "f12", "w O", "g O"] {
        let mut h = Harness::new(&memory);
        h.press(keys).assert_shows("Open school days");
        for line in [
            "> [ ] Fri 2026-11-20   0 min  no entries  3 planned",
            "  [ ] Thu 2026-11-19   0 min  no entries  3 planned",
            "  [ ] Fri 2026-11-13  45 min  1 entry     2 planned",
        ] {
            h.assert_shows(line);
        }
        h.assert_hides("2026-11-18").assert_hides("2026-11-14");
        h.press("down enter");
        assert_eq!(
            (h.app().screen(), h.app().day().date),
            (&Screen::Day, date("2026-11-19"))
        );
    }
}

/// The promise: who is a week behind and taught what the timetable says is done in four keys.
#[test]
fn five_days_that_are_exactly_the_timetable_take_four_keys() {
    let memory = Memory::default();
    memory.change(|d| d.diary.day_mut(date("2026-11-12")).closed = true);
    timetable(&memory);
    let mut h = Harness::new(&memory);
    let keys = ["f12", "ctrl-a", "f4", "enter"]; // all of them pass an input method
    for key in keys {
        h.press(key);
    }
    h.assert_shows("5 days closed with 15 planned entries");
    assert_eq!(
        closed(&memory),
        ["11-12", "11-13", "11-16", "11-17", "11-18", "11-19"]
    );
    let diary = memory.diary();
    assert!(
        closed(&memory)[1..]
            .iter()
            .all(|d| diary.day(date(&format!("2026-{d}"))).blocks().len() == 3)
    );
    assert!(keys.len() <= 4);
    assert!(is_listed(&h), "today is still there");
    h.assert_shows("2026-11-20").assert_hides("2026-11-19");
    h.press("u").assert_shows("2026-11-19");
    assert_eq!(closed(&memory), ["11-12"], "one change");
}

#[test]
fn days_can_be_closed_as_they_are_or_left() {
    let memory = Memory::default();
    a_week_behind(&memory);
    timetable(&memory);
    let mut h = Harness::new(&memory);
    h.press("O a c").assert_shows("Close 4 days");
    h.assert_shows("1 confirm 11 and close")
        .assert_shows("2 close without them (3 without an entry)");
    h.press("esc").assert_shows("[x] Thu 2026-11-19");
    h.press("c 3").assert_shows("[x] Thu 2026-11-19");
    assert_eq!(closed(&memory), ["11-12"]);
    h.press("c 2").assert_shows("4 days closed (u takes it back)");
    assert_eq!(closed(&memory), ["11-12", "11-13", "11-16", "11-17", "11-19"]);
    assert!(memory.diary().day(date("2026-11-16")).blocks().is_empty());
    assert_eq!(memory.diary().day(date("2026-11-13")).blocks().len(), 1);
}

#[test]
fn what_other_work_stands_in_is_left_out() {
    let memory = Memory::default();
    a_week_behind(&memory);
    lesson(&memory, "2026-11-13", 550); // in the second lesson
    timetable(&memory);
    let mut h = Harness::new(&memory);
    h.press("O end c").assert_shows("Fri 2026-11-13");
    h.assert_shows("1 confirm 1 and close")
        .assert_shows("has 2 more to confirm")
        .assert_shows("Other entries stand in the time of 1");
    h.press("enter").assert_shows("1 day closed with 1 planned");
    assert_eq!(memory.diary().day(date("2026-11-13")).blocks().len(), 3);
}

#[test]
fn empty_days_are_asked_about_once_and_full_ones_not_at_all() {
    let memory = Memory::default();
    a_week_behind(&memory);
    let mut h = Harness::new(&memory);
    h.press("O end c").assert_shows("1 day closed");
    assert_eq!(closed(&memory), ["11-12", "11-13"]);
    h.press("home down space space")
        .assert_shows("2 days marked: c closes")
        .press("c")
        .assert_shows("1 close as they are (2 without an entry)");
    h.press("enter").assert_shows("2 days closed");
    assert_eq!(closed(&memory), ["11-12", "11-13", "11-17", "11-19"]);
}

#[test]
fn nothing_before_the_first_recorded_day_and_a_word_when_all_is_done() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("O").assert_shows("2026-11-20").assert_shows("2026-11-16");
    h.assert_hides("2026-11-13");
    h.press("a space c enter").assert_shows("No school day is open.");
    h.press("c a space enter esc");
    assert_eq!(h.app().over(), None);
}

#[test]
fn it_reads_sixty_days_once() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    memory.queries();
    h.press("O down up space a");
    assert_eq!(memory.queries().len(), 1);
    memory.change(|d| d.broken = Some("the disk is gone".into()));
    h.press("esc O").assert_shows("the disk is gone");
}

#[test]
fn closing_a_day_tells_of_open_ones_before_it() {
    let memory = Memory::default();
    for day in ["2026-11-16", "2026-11-17", "2026-11-20"] {
        lesson(&memory, day, 480);
    }
    let mut h = Harness::new(&memory);
    memory.queries();
    h.press("c").assert_shows("Still open before it: 4");
    assert_eq!(memory.queries(), []);
    h.press("O a c enter esc c c");
    h.assert_shows("Closed: 45 min").assert_hides("Still open");
}

fn snap(name: &str, lang: Lang, (width, height): (u16, u16), keys: &str) {
    let memory = Memory::default();
    a_week_behind(&memory);
    timetable(&memory);
    let mut h = Harness::sized(&memory, lang, width, height);
    h.press(keys);
    insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
}

#[test]
fn pictures() {
    for (name, keys) in [
        ("list", "O down space"),
        ("close", "O a c"),
        ("closed", "O a c enter"),
        ("told", "c enter"),
    ] {
        snap(name, Lang::ZhHans, (80, 24), keys);
        snap(name, Lang::En, (120, 40), keys);
        snap(name, Lang::ZhHant, (60, 18), keys);
    }
}
