//! What a meeting was worth: asked when it is booked, where the teacher wants that.

use crate::common::{Harness, Memory, date};
use crate::ghosts::plan;
use crate::screens::snap;
use chrono::Weekday::Fri;
use jianfu::app::{Input, Mode, Over, Worth};
use jianfu::diary::Setting;
use jianfu::domain::Block;
use jianfu::domain::Category::{Meetings, Teaching};
use jianfu::i18n::Lang;
use jianfu::keymap::Action;
use jianfu::tui::Next;

const FRIDAY: &str = "2026-11-20";

fn turn_on(memory: &Memory) {
    memory.change(|data| data.profile.set(Setting::AskWorth(true)));
}

fn asking() -> (Memory, Harness) {
    let memory = Memory::default();
    turn_on(&memory);
    let h = Harness::new(&memory);
    (memory, h)
}

/// A lesson and two meetings on Fridays.
fn planned() -> (Memory, Harness) {
    let memory = Memory::default();
    turn_on(&memory);
    school(&memory, Lang::En);
    let h = Harness::new(&memory);
    (memory, h)
}

fn school(memory: &Memory, lang: Lang) {
    let [class, group] = match lang {
        Lang::ZhHans => ["三(2)班语文", "语文组"],
        Lang::ZhHant => ["三年二班國語", "國語組"],
        Lang::En => ["7B Chinese", "Chinese"],
    };
    plan(
        memory,
        &[
            (Fri, 480, 525, Teaching, "lesson", class),
            (Fri, 600, 660, Meetings, "group-meeting", group),
            (Fri, 840, 930, Meetings, "staff-meeting", ""),
        ],
    );
}

fn blocks(memory: &Memory) -> Vec<String> {
    let line = |b: &Block| {
        let rating = b.rating.map_or_else(String::new, |r| format!(" *{}", r.get()));
        format!("{} {}{rating}", b.span, b.activity.code.as_str())
    };
    let diary = memory.diary();
    let day = diary.day(date(FRIDAY));
    day.blocks().iter().map(line).collect()
}

fn question(h: &Harness) -> Option<&Worth> {
    match h.app().over() {
        Some(Over::Worth(worth)) => Some(worth),
        _ => None,
    }
}

fn line(h: &Harness) -> Option<&str> {
    h.app().day().mode.entry().map(|entry| entry.line.text())
}

#[test]
fn nobody_is_asked_who_does_not_want_it() {
    let memory = Memory::default();
    school(&memory, Lang::En);
    let mut h = Harness::new(&memory);
    h.press("A").assert_shows("Confirmed 3");
    h.write("15:40-16:00 qx").press("enter");
    assert_eq!((h.app().over(), line(&h)), (None, Some("")));
    assert_eq!(blocks(&memory).len(), 4);
}

#[test]
fn a_digit_chooses_and_enter_takes_it_and_the_line_is_open_for_the_next_entry() {
    for (key, worth) in [("1", 1), ("4", 4), ("5", 5), ("５", 5)] {
        let (memory, mut h) = asking();
        h.write("14:00-15:30 全校会议 safety").press("enter");
        h.assert_shows("14:00-15:30 all-staff meeting safety");
        h.assert_shows("How much was it worth?");
        assert_eq!((blocks(&memory).len(), h.cursor()), (0, None));
        h.press(key).assert_shows(&format!(">{worth}"));
        assert_eq!(blocks(&memory).len(), 0, "perhaps it is the next entry");
        h.press("enter")
            .assert_shows(&format!("Saved: 14:00-15:30 all-staff meeting, worth {worth}"));
        assert_eq!(blocks(&memory), [format!("14:00-15:30 staff-meeting *{worth}")]);
        h.assert_shows(&format!("*{worth}"));
        assert_eq!((h.app().over(), line(&h)), (None, Some("")));
        assert!(h.before_cursor().ends_with("> "));
        h.write("15:40-16:00 jz").press("enter");
        assert_eq!(blocks(&memory).len(), 2);
        h.press("esc u u");
        assert_eq!(blocks(&memory).len(), 0, "each is one change");
        h.press("ctrl-r");
        assert_eq!(blocks(&memory), [format!("14:00-15:30 staff-meeting *{worth}")]);
    }
}

#[test]
fn arrows_choose_and_enter_takes_it() {
    for (keys, rating) in [
        ("enter", ""),
        ("esc", ""),
        ("ctrl-c", ""),
        ("left enter", ""),
        ("right left enter", ""),
        ("right enter", " *1"),
        ("right right right enter", " *3"),
        ("2 right enter", " *3"),
        ("right right 5 enter", " *5"),
        ("right 5 left left 2 enter", " *2"),
        ("4 esc", ""),
        ("right right right right right right left enter", " *4"),
        ("right right esc", ""),
    ] {
        let (memory, mut h) = asking();
        h.write("14:00-15:30 全校会议").press("enter").press(keys);
        assert_eq!(
            blocks(&memory),
            [format!("14:00-15:30 staff-meeting{rating}")],
            "{keys}"
        );
        assert_eq!(line(&h), Some(""), "{keys}");
    }
}

#[test]
fn what_is_no_answer_does_nothing() {
    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter");
    h.press("space tab f7 up down delete backspace home");
    assert!(question(&h).is_some());
    assert_eq!(blocks(&memory).len(), 0);
    h.press("3 tab f7 delete enter");
    assert_eq!(blocks(&memory), ["14:00-15:30 staff-meeting *3"]);
}

#[test]
fn who_types_on_without_looking_loses_nothing() {
    for next in [
        "14:00-14:10 sk",
        "9:00-9:10 sk",
        "３:00-3:10 sk",
        "sk 7:00-7:10",
        "自习 7:00-7:10",
        "3 sk",
    ] {
        let (memory, mut h) = asking();
        h.write("17:00-17:05 校外会议").press("enter").write(next);
        assert_eq!((h.app().over(), line(&h)), (None, Some(next)));
        assert_eq!(blocks(&memory), ["17:00-17:05 outside-meeting"], "{next}");
        h.press("esc u");
        assert_eq!(blocks(&memory).len(), 0, "{next}");
    }
    // The cursor stands behind it, and Enter books it.
    let (memory, mut h) = asking();
    h.write("17:00-17:05 校外会议")
        .press("enter")
        .write("14:00-14:10 sk");
    h.press("enter").assert_shows("Saved: 14:00-14:10 lesson");
    assert_eq!(
        blocks(&memory),
        ["14:00-14:10 lesson", "17:00-17:05 outside-meeting"]
    );
}

#[test]
fn what_is_pasted_is_the_next_entry() {
    for (typed, pasted, after) in [
        ("", " 14:00-14:10 sk\n", "14:00-14:10 sk"),
        ("1", "4:00-14:10 sk", "14:00-14:10 sk"),
    ] {
        let (memory, mut h) = asking();
        h.write("17:00-17:05 校外会议")
            .press("enter")
            .write(typed)
            .input(Input::Paste("\n".to_owned()));
        assert!(question(&h).is_some());
        h.input(Input::Paste(pasted.to_owned()));
        assert_eq!((h.app().over(), line(&h)), (None, Some(after)));
        assert_eq!(blocks(&memory), ["17:00-17:05 outside-meeting"]);
    }
}

#[test]
fn after_something_planned_the_line_opens_with_what_is_typed() {
    for (key, count) in [("space", 2), ("A", 3)] {
        let (memory, mut h) = planned();
        if key == "space" {
            h.press("space");
        }
        h.press(key).write("2");
        assert_eq!((line(&h), question(&h).is_some()), (None, true));
        h.write("0:00-20:10 sk");
        assert_eq!((h.app().over(), line(&h)), (None, Some("20:00-20:10 sk")));
        assert!(blocks(&memory).iter().all(|b| !b.contains('*')));
        h.press("enter");
        assert_eq!(blocks(&memory).len(), count + 1);
    }
    // The first answer counts; who types on at the second gives none for that.
    let (memory, mut h) = planned();
    h.press("A 4 enter").write("sk");
    assert_eq!(
        blocks(&memory)[1..],
        ["10:00-11:00 group-meeting *4", "14:00-15:30 staff-meeting"]
    );
    assert_eq!(line(&h), Some("sk"));
}

#[test]
fn what_is_typed_on_is_not_lost_where_the_meeting_is_refused() {
    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter");
    let mut other = Harness::new(&memory);
    other.write("15:00-15:20 sk").press("enter");
    h.write("16:00-16:10 jz");
    assert_eq!(line(&h), Some("14:00-15:30 全校会议 16:00-16:10 jz"));
    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter");
    memory.change(|data| data.broken = Some("disk full".to_owned()));
    h.press("1").press("6").assert_shows("disk full");
    assert_eq!(line(&h), Some("14:00-15:30 全校会议 16"));
    let (memory, mut h) = planned();
    h.press("space space");
    memory.change(|data| data.broken = Some("disk full".to_owned()));
    h.press("s").assert_shows("disk full");
    assert_eq!((line(&h), blocks(&memory).len()), (Some("s"), 1));
}

#[test]
fn only_new_meetings_are_asked_about() {
    let (memory, mut h) = asking();
    for entry in ["8:00-8:45 sk", "9:00-9:40 全校会议 *2", "10:00-10:40 全校会议 &"] {
        h.write(entry).press("enter");
        assert_eq!(h.app().over(), None, "{entry}");
    }
    // As long again, copied, changed: as it was.
    h.write("11:00-11:40 全校会议").press("enter esc esc");
    h.press("ctrl-n");
    assert_eq!((h.app().over(), blocks(&memory).len()), (None, 5));
    h.press("e").write(" more").press("enter");
    assert_eq!(h.app().over(), None);
    h.press("shift-down");
    assert_eq!(h.app().over(), None);
    h.press("y right p");
    assert_eq!(h.app().over(), None);
    h.press("right = enter");
    assert!(question(&h).is_none());
}

#[test]
fn in_the_way_comes_first_and_beside_other_work_nothing_is_asked() {
    for (way, after) in [
        ("f6", Some("08:45-09:30 staff-meeting *4")),
        ("f7", Some("08:30-09:30 staff-meeting *4")),
        ("f8", None),
    ] {
        let (memory, mut h) = asking();
        h.write("8:00-8:45 sk").press("enter");
        h.write("8:30-9:30 全校会议").press("enter");
        assert!(matches!(h.app().over(), Some(Over::Overlap(_))));
        h.press(way);
        assert_eq!(question(&h).is_some(), after.is_some(), "{way}");
        h.press(if after.is_some() { "4 enter" } else { "f1 esc" });
        let last = blocks(&memory).pop().unwrap();
        assert_eq!(last, after.unwrap_or("08:30-09:30 staff-meeting"), "{way}");
        assert_eq!(line(&h).unwrap_or_default(), "", "{way}");
        h.press("esc u");
        assert_eq!(blocks(&memory), ["08:00-08:45 lesson"], "{way}");
    }
}

#[test]
fn what_is_refused_meanwhile_stays_in_the_line_with_its_answer() {
    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议 safety").press("enter");
    let mut other = Harness::new(&memory);
    other.write("15:00-15:20 sk").press("enter");
    h.press("4 enter");
    assert_eq!(line(&h), Some("14:00-15:30 全校会议 safety"));
    assert_eq!(blocks(&memory), ["15:00-15:20 lesson"]);
    h.press("enter f6 4 enter");
    assert_eq!(
        blocks(&memory),
        [
            "14:00-15:00 staff-meeting *4",
            "15:00-15:20 lesson",
            "15:20-15:30 staff-meeting *4"
        ]
    );
    assert_eq!(line(&h), Some(""));
    // The store does not work for a while.
    h.write("16:00-16:30 全校会议").press("enter");
    memory.change(|data| data.broken = Some("disk full".to_owned()));
    h.press("2 enter").assert_shows("disk full");
    assert_eq!(line(&h), Some("16:00-16:30 全校会议"));
    memory.change(|data| data.broken = None);
    h.press("enter 2 enter");
    assert_eq!(blocks(&memory).pop().unwrap(), "16:00-16:30 staff-meeting *2");
}

#[test]
fn a_planned_meeting_is_asked_about_when_it_is_confirmed() {
    for key in ["space", "f7"] {
        let (memory, mut h) = planned();
        h.press(key);
        assert_eq!((h.app().over(), blocks(&memory).len()), (None, 1), "a lesson");
        h.press(key).assert_shows("How much was it worth?");
        h.press("2 enter").assert_shows(">?14:00-15:30");
        h.press(key).press("esc");
        let all = [
            "08:00-08:45 lesson",
            "10:00-11:00 group-meeting *2",
            "14:00-15:30 staff-meeting",
        ];
        assert_eq!(blocks(&memory), all);
        h.press("u u");
        assert_eq!(blocks(&memory), all[..1]);
    }
}

#[test]
fn a_planned_meeting_can_be_changed_first() {
    let (memory, mut h) = planned();
    h.press("down e");
    assert!(matches!(h.app().day().mode, Mode::Entry(_)));
    h.press("end").write(" late").press("enter 3 enter");
    assert_eq!(blocks(&memory), ["10:00-11:00 group-meeting *3"]);
    assert_eq!(line(&h), None);
}

#[test]
fn a_planned_meeting_in_whose_time_other_work_stands_is_asked_about_once() {
    let (memory, mut h) = planned();
    h.write("10:30-10:40 jz").press("enter esc home down");
    h.assert_shows(">?10:00-11:00").press("space");
    assert!(matches!(h.app().over(), Some(Over::Overlap(_))));
    h.press("f6 5 enter");
    assert_eq!(h.app().over(), None);
    assert_eq!(blocks(&memory).len(), 3);
    assert_eq!(blocks(&memory)[0], "10:00-10:30 group-meeting *5");
}

#[test]
fn all_planned_meetings_are_asked_about_in_turn_and_booked_at_once() {
    for (key, first, last, ratings) in [
        ("A", "5 enter", "1 enter", [" *5", " *1"]),
        ("f8", "esc", "3 enter", ["", " *3"]),
        ("f8", "right enter", "enter", [" *1", ""]),
    ] {
        let (memory, mut h) = planned();
        h.press(key).assert_shows("meeting 1 of 2");
        h.press(first)
            .assert_shows("meeting 2 of 2")
            .assert_shows(" 14:00-15:30 all-staff meeting  ");
        assert_eq!(blocks(&memory).len(), 0, "nothing is booked yet");
        h.press(last).assert_shows("Confirmed 3");
        assert_eq!(
            blocks(&memory),
            [
                "08:00-08:45 lesson".to_owned(),
                format!("10:00-11:00 group-meeting{}", ratings[0]),
                format!("14:00-15:30 staff-meeting{}", ratings[1]),
            ]
        );
        h.press("u");
        assert_eq!(blocks(&memory).len(), 0, "one change");
    }
}

#[test]
fn closing_the_day_with_its_plan_asks_too() {
    let (memory, mut h) = planned();
    h.press("c 1 4 enter").assert_shows("meeting 2 of 2").press("esc");
    assert_eq!(blocks(&memory)[1], "10:00-11:00 group-meeting *4");
    assert!(memory.diary().day(date(FRIDAY)).closed);
    h.press("u");
    assert_eq!(blocks(&memory).len(), 0);
    assert!(!memory.diary().day(date(FRIDAY)).closed);
}

#[test]
fn the_mouse_answers() {
    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter").click("5 much");
    h.write("16:00-16:30 全校会议").press("enter").click("1 nothing");
    h.write("17:00-17:10 全校会议").press("enter").click("not rated");
    let ratings: Vec<_> = memory
        .diary()
        .day(date(FRIDAY))
        .blocks()
        .iter()
        .map(|b| b.rating)
        .collect();
    let ratings: Vec<_> = ratings
        .iter()
        .map(|r| r.map(jianfu::domain::Rating::get))
        .collect();
    assert_eq!(ratings, [Some(5), Some(1), None]);
}

#[test]
fn a_long_note_leaves_room_for_the_digits() {
    for (lang, note) in [(Lang::En, "a ".repeat(250)), (Lang::ZhHans, "会".repeat(500))] {
        let memory = Memory::default();
        turn_on(&memory);
        let mut h = Harness::sized(&memory, lang, 60, 18);
        h.write(&format!("14:00-15:30 staff-meeting {note}"))
            .press("enter");
        h.assert_shows("  2   3   4   5 ")
            .assert_shows("…")
            .assert_shows("Esc");
        h.press("2 enter");
        assert_eq!(blocks(&memory), ["14:00-15:30 staff-meeting *2"]);
    }
}

#[test]
fn leaving_books_what_waits_for_an_answer() {
    let (memory, mut h) = planned();
    h.press("f8 2 enter ctrl-q");
    assert_eq!(h.last, Next::Quit);
    assert_eq!(
        blocks(&memory)[1..],
        ["10:00-11:00 group-meeting *2", "14:00-15:30 staff-meeting"]
    );
}

#[test]
fn the_program_stays_open_where_what_waits_for_an_answer_cannot_be_booked() {
    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter");
    memory.change(|data| data.broken = Some("disk full".to_owned()));
    h.press("ctrl-q").assert_shows("disk full");
    assert_eq!((h.last, line(&h)), (Next::Go, Some("14:00-15:30 全校会议")));
    memory.change(|data| data.broken = None);
    h.press("enter 3 ctrl-q");
    assert_eq!(h.last, Next::Quit);
    assert_eq!(
        blocks(&memory),
        ["14:00-15:30 staff-meeting"],
        "only Enter takes a digit"
    );

    let (memory, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter");
    Harness::new(&memory).write("15:00-15:20 sk").press("enter");
    h.press("ctrl-q").assert_shows("15:00-15:20");
    assert_eq!((h.last, line(&h)), (Next::Go, Some("14:00-15:30 全校会议")));
    assert_eq!(blocks(&memory), ["15:00-15:20 lesson"]);

    // The same with something planned: other work stands there since.
    let (memory, mut h) = planned();
    h.press("space space");
    Harness::new(&memory).write("10:30-10:40 jz").press("enter");
    h.press("ctrl-q");
    assert_eq!(h.last, Next::Go);
    assert!(matches!(h.app().over(), Some(Over::Overlap(_))));
    // What is left later is left at once.
    h.press("esc ctrl-q");
    assert_eq!(h.last, Next::Quit);
}

#[test]
fn every_answer_has_a_key_that_an_input_method_lets_through() {
    let (_, mut h) = asking();
    h.write("14:00-15:30 全校会议").press("enter");
    for action in [
        Action::Accept,
        Action::Cancel,
        Action::PreviousValue,
        Action::NextValue,
    ] {
        let keys = h.app().keys(action);
        assert!(keys.iter().any(|key| key.passes_input_method()), "{action}");
    }
}

#[test]
fn pictures() {
    let set_up = |memory: &Memory, lang| {
        turn_on(memory);
        school(memory, lang);
    };
    snap("worth", set_up, |h| {
        h.press("f8 3 enter 4");
    });
    snap(
        "worth-typed",
        |memory, _| turn_on(memory),
        |h| {
            h.write("14:00-15:30 全校会议").press("enter");
        },
    );
}
