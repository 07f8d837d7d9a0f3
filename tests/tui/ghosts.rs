//! What the timetable has for a day: seen, confirmed, changed, dismissed, closed with, and followed on make-up days.

use crate::common::{Harness, Memory, date, setup};
use crate::screens::snap_plain;
use chrono::Weekday;
use chrono::Weekday::{Fri, Thu};
use jianfu::app::{Mode, Mouse, Over};
use jianfu::diary::{Diary, Profile};
use jianfu::domain::Category::{Duty, Teaching};
use jianfu::domain::{Activity, Block, Category, DayKind, Note, Span};
use jianfu::i18n::Lang;
use jianfu::keymap::Action;
use jianfu::timetable::{Recurring, Slot};

const FRIDAY: &str = "2026-11-20";

/// A lesson or a duty: from and to, in minutes since midnight, what and with which note.
type Planned<'a> = (Weekday, u32, u32, Category, &'a str, &'a str);

pub(crate) fn plan(memory: &Memory, entries: &[Planned<'_>]) {
    let entry = |(weekday, start, end, category, code, note): &Planned<'_>| {
        let slot = Slot::Clock(Span::clocked(*start, *end).unwrap());
        let activity = Activity::new(*category, code).unwrap();
        Recurring::weekly(*weekday, slot, activity, Note::new(note).unwrap())
    };
    let entries = entries.iter().map(entry).collect();
    let long_ago = date("2026-09-01");
    memory.change(|data| {
        let now = &data.profile.timetable;
        let from = if now.is_empty() { long_ago } else { date(FRIDAY) };
        data.profile = Profile {
            timetable: now.with_entries(entries, from, from),
            ..data.profile.clone()
        };
    });
}

/// Three lessons, lunch duty and after-school service on Fridays, and two lessons on Thursdays, with a language's notes.
pub(crate) fn school(memory: &Memory, lang: Lang) {
    let [one, two, three, lunch] = match lang {
        Lang::ZhHans => ["三(2)班语文", "三(4)班语文", "三(2)班阅读", "食堂"],
        Lang::ZhHant => ["三年二班國語", "三年四班國語", "三年二班閱讀", "餐廳"],
        Lang::En => ["7B Chinese", "7D Chinese", "7B reading", "canteen"],
    };
    plan(
        memory,
        &[
            (Fri, 480, 525, Teaching, "lesson", one),
            (Fri, 535, 580, Teaching, "lesson", two),
            (Fri, 655, 700, Teaching, "lesson", three),
            (Fri, 720, 780, Duty, "supervision", lunch),
            (Fri, 990, 1050, Duty, "after-school", ""),
            (Thu, 600, 645, Teaching, "lesson", two),
            (Thu, 840, 885, Teaching, "lesson", one),
        ],
    );
}

fn term() -> (Memory, Harness) {
    let memory = Memory::default();
    school(&memory, Lang::En);
    let h = Harness::new(&memory);
    (memory, h)
}

fn blocks(diary: &Diary, day: &str) -> Vec<String> {
    let line = |b: &Block| format!("{} {} {}", b.span, b.activity.code.as_str(), b.note.as_str());
    let day = diary.day(date(day));
    day.blocks()
        .iter()
        .map(|b| line(b).trim_end().to_owned())
        .collect()
}

fn logged(memory: &Memory) -> Vec<String> {
    blocks(&memory.diary(), FRIDAY)
}

fn waiting(h: &Harness) -> Vec<String> {
    let open = h.app().day().planned().iter();
    open.map(|u| format!("{}{}", u.planned.span, if u.is_free { "" } else { "!" }))
        .collect()
}

const ALL: [&str; 5] = [
    "08:00-08:45 lesson 7B Chinese",
    "08:55-09:40 lesson 7D Chinese",
    "10:55-11:40 lesson 7B reading",
    "12:00-13:00 supervision canteen",
    "16:30-17:30 after-school",
];

#[test]
fn one_after_the_other_is_confirmed_with_the_same_key() {
    let (memory, mut h) = term();
    h.assert_shows(">?08:00-08:45")
        .assert_shows(" ?08:55-09:40")
        .assert_shows("5 to confirm")
        .assert_hides("nothing logged for this day");
    h.press("space").assert_shows("Saved: 08:00-08:45 lesson");
    h.assert_shows("  08:00-08:45").assert_shows(">?08:55-09:40");
    assert_eq!(logged(&memory), ALL[..1]);
    h.press("space f7").assert_shows(">?12:00-13:00");
    assert_eq!(logged(&memory), ALL[..3]);
    h.press("space space").assert_shows("> 16:30-17:30");
    assert_eq!(logged(&memory), ALL);
    assert_eq!(waiting(&h), [""; 0]);
    h.press("space").assert_shows("Nothing is waiting");
    assert_eq!(logged(&memory), ALL);
}

#[test]
fn the_key_on_an_entry_says_what_still_waits() {
    let (memory, mut h) = term();
    h.press("space up space").assert_shows("4 to confirm");
    assert_eq!(logged(&memory), ALL[..1]);
    let mut h = Harness::new(&Memory::default());
    h.press("space").assert_shows("Nothing is waiting");
    assert_eq!(*h.app().day(), *Harness::new(&Memory::default()).app().day());
}

#[test]
fn all_are_confirmed_at_once_and_taken_back_at_once() {
    for key in ["A", "f8", "Ａ"] {
        let (memory, mut h) = term();
        h.press(key).assert_shows("Confirmed 5 (");
        assert_eq!(logged(&memory), ALL, "{key}");
        h.press("u").assert_shows(">?08:00-08:45");
        assert_eq!((logged(&memory).len(), waiting(&h).len()), (0, 5));
        h.press("ctrl-r");
        assert_eq!(logged(&memory), ALL, "{key}");
    }
}

#[test]
fn without_a_timetable_its_letter_begins_an_entry() {
    let mut h = Harness::new(&Memory::default());
    h.press("A");
    assert!(h.before_cursor().ends_with("> A"));
    let (_, mut h) = term();
    h.press("A A").assert_shows("Nothing is waiting");
}

#[test]
fn what_was_taken_back_is_selected_again() {
    let (memory, mut h) = term();
    h.press("space space space u").assert_shows(">?10:55-11:40");
    h.press("x u").assert_shows(">?10:55-11:40");
    assert_eq!(logged(&memory), ALL[..2]);
}

#[test]
fn what_did_not_take_place_stays_away() {
    let (memory, mut h) = term();
    for key in ["x", "delete"] {
        h.press(key).assert_shows("Did not take place");
    }
    assert_eq!(waiting(&h).len(), 3);
    h.assert_shows(">?10:55-11:40").press("u");
    assert_eq!(waiting(&h).len(), 4);
    h.assert_shows(">?08:55-09:40");
    // Another timetable: it goes by the time, not by what was planned.
    plan(
        &memory,
        &[
            (Fri, 485, 530, Teaching, "lesson", "8A"),
            (Fri, 540, 585, Teaching, "lesson", "8B"),
        ],
    );
    let h = Harness::new(&memory);
    assert_eq!(waiting(&h), ["09:00-09:45"]);
}

#[test]
fn it_is_changed_before_it_is_confirmed() {
    for key in ["e", "enter", "f2"] {
        let (memory, mut h) = term();
        h.press(key);
        assert!(
            h.before_cursor().ends_with("confirm> 08:00-08:45"),
            "{}",
            h.screen()
        );
        h.assert_shows("08:00-08:45 lesson 7B Chinese").press("esc");
        assert!(logged(&memory).is_empty() && waiting(&h).len() == 5);
        h.press(key).press("backspace backspace 5 0 end").write(" test");
        h.press("enter").assert_shows("Saved: 08:00-08:50 lesson");
        assert_eq!(logged(&memory), ["08:00-08:50 lesson 7B Chinese test"]);
        assert_eq!(h.app().day().mode, Mode::Browse);
        h.assert_shows(">?08:55-09:40")
            .press("u")
            .assert_shows(">?08:00-08:45");
        assert_eq!(waiting(&h).len(), 5);
    }
}

/// Moved out of its time altogether, it is dealt with all the same: it took place then.
#[test]
fn what_took_place_at_another_time_is_dealt_with() {
    let (memory, mut h) = term();
    h.press("e end ctrl-u").write("10:00-10:45 pg").press("enter");
    assert_eq!(logged(&memory), ["10:00-10:45 marking"]);
    assert_eq!(waiting(&h)[0], "08:55-09:40");
    h.press("home down").assert_shows("> 10:00-10:45");
}

#[test]
fn enter_on_an_entry_line_with_nothing_changed_confirms() {
    let (memory, mut h) = term();
    h.press("enter enter");
    assert_eq!(logged(&memory), ALL[..1]);
    h.press("a").assert_hides("confirm>").press("esc"); // a new entry
    h.assert_shows("a log time");
}

#[test]
fn moving_it_books_nothing_and_says_how_to() {
    for key in ["L", "J", "<", "shift-right"] {
        let (memory, mut h) = term();
        h.press(key).assert_shows("Not confirmed yet");
        assert!(logged(&memory).is_empty(), "{key}");
    }
}

#[test]
fn what_is_not_free_says_so_and_offers_the_ways_out() {
    let (memory, mut h) = term();
    h.write("8:30-9:30 qx").press("enter esc");
    assert_eq!(waiting(&h)[..3], ["08:00-08:45!", "08:55-09:40!", "10:55-11:40"]);
    h.assert_shows("overlaps").press("home space");
    assert!(matches!(h.app().over(), Some(Over::Overlap(_))));
    h.assert_shows("08:30-09:30 all-staff meeting is there already")
        .press("esc");
    assert_eq!(logged(&memory).len(), 1, "Esc changes nothing");
    h.press("home space enter");
    assert!(h.before_cursor().ends_with("confirm> 08:00-08:45"));
    h.press("esc home space f6").assert_shows("Saved: 08:00-08:30");
    assert_eq!(logged(&memory)[0], "08:00-08:30 lesson 7B Chinese");
    h.assert_shows(">?08:55-09:40").press("space f7");
    assert_eq!(
        logged(&memory)[1..],
        ["08:30-08:55 staff-meeting", "08:55-09:40 lesson 7D Chinese"]
    );
    h.press("u u space f8");
    assert_eq!(logged(&memory).len(), 2);
    assert!(memory.diary().day(date(FRIDAY)).blocks()[0].parallel);
    assert_eq!(waiting(&h).len(), 4);
}

#[test]
fn all_leaves_out_what_is_not_free_and_counts_it() {
    let (memory, mut h) = term();
    h.write("8:30-9:30 qx").press("enter esc A");
    h.assert_shows("Confirmed 3")
        .assert_shows("2 still to confirm")
        .assert_shows(">?08:00-08:45");
    assert_eq!(logged(&memory).len(), 4);
    h.press("A").assert_shows("all 2");
    h.press("u");
    assert_eq!(logged(&memory).len(), 1, "one change");
    h.press("end x end x A");
    h.assert_shows("Confirmed 1").assert_shows("2 still to confirm");
}

/// A night that ends in the first lesson.
#[test]
fn what_runs_over_from_the_day_before_stands_in_its_time_too() {
    let (memory, mut h) = term();
    h.press("left").write("23:00-32:10 zz").press("enter esc right");
    assert_eq!(waiting(&h)[..2], ["08:00-08:45!", "08:55-09:40"]);
    h.press("A").assert_shows("1 still to confirm");
    assert_eq!(logged(&memory), ALL[1..]);
}

#[test]
fn typing_over_it_is_no_conflict_and_takes_its_place() {
    let (memory, mut h) = term();
    h.write("8:00-9:00 qx")
        .assert_hides("overlaps")
        .press("enter")
        .assert_shows("Saved:");
    h.press("esc");
    assert_eq!(
        waiting(&h)[..2],
        ["08:55-09:40!", "10:55-11:40"],
        "the first is covered"
    );
    assert_eq!(logged(&memory).len(), 1);
}

/// budgets.md: a day that is exactly the timetable takes 2 keys.
#[test]
fn a_day_that_is_the_timetable_takes_two_keys() {
    for keys in ["A c", "c enter", "c 1", "f8 f4"] {
        let (memory, mut h) = term();
        h.press(keys).assert_shows("Closed:");
        assert_eq!(logged(&memory), ALL, "{keys}");
        assert!(memory.diary().day(date(FRIDAY)).closed, "{keys}");
        assert_eq!(keys.split(' ').count(), 2);
    }
}

#[test]
fn closing_asks_what_becomes_of_the_plan() {
    let (memory, mut h) = term();
    let closed = || memory.diary().day(date(FRIDAY)).closed;
    h.press("c")
        .assert_shows("5 more to confirm")
        .assert_shows("> 1 confirm 5 and close");
    for keys in ["esc", "c 3", "c down down enter"] {
        h.press(keys);
        assert!(h.app().over().is_none() && !closed(), "{keys}");
    }
    h.press("c enter").assert_shows("Closed:");
    h.press("u");
    assert!(!closed() && logged(&memory).is_empty(), "one change, one undo");
    assert_eq!(waiting(&h).len(), 5);
    h.press("c 2").assert_shows("Closed:");
    assert!(closed() && logged(&memory).is_empty());
    assert_eq!(waiting(&h), [""; 0], "a closed day waits for nothing");
    h.press("c").assert_shows("open again");
    assert_eq!(waiting(&h).len(), 5, "nothing was dismissed");
    h.press("space c 2 c").assert_shows(">?08:55-09:40");
    h.press("end up o 7").assert_hides("?08:55").press("o 1");
    h.assert_shows(">?08:55-09:40");
}

#[test]
fn closing_with_what_is_not_free_leaves_that_out() {
    let (memory, mut h) = term();
    h.write("8:30-9:30 qx")
        .press("enter esc c")
        .assert_shows("confirm 3 and close")
        .assert_shows("in the time of 2")
        .press("esc A c")
        .assert_shows("> 1 close without them")
        .assert_hides("and close")
        .press("enter")
        .assert_shows("Closed:");
    assert_eq!(logged(&memory).len(), 4);
}

#[test]
fn a_make_up_day_follows_another_day_of_its_week() {
    let (memory, mut h) = term();
    h.press("right").assert_shows("nothing logged").press("o");
    h.assert_shows("1 school day")
        .assert_shows("5 as on Thu 11-19")
        .assert_shows("6 as on Fri 11-20")
        .press("5");
    h.assert_shows("as on Thu 11-19")
        .assert_shows("Follows the timetable of Thu");
    assert_eq!(waiting(&h), ["10:00-10:45", "14:00-14:45"]);
    h.assert_shows(">?10:00-10:45").press("A c");
    let saturday = || memory.diary().day(date("2026-11-21")).into_owned();
    assert!(saturday().is_school() && saturday().closed);
    assert_eq!(blocks(&memory.diary(), "2026-11-21").len(), 2);
    h.press("u u u");
    assert_eq!(
        (saturday().kind(), saturday().follows),
        (DayKind::Off(None), None),
        "one change"
    );
    h.press("ctrl-r o").assert_shows("> 5 as on Thu 11-19");
    h.press("1").assert_shows("school day");
    assert_eq!((saturday().is_school(), saturday().follows), (true, None));
    assert_eq!(waiting(&h), [""; 0], "nothing on Saturdays");
    h.press("o 6 o end enter").write("rain").press("enter");
    assert_eq!(saturday().kind(), DayKind::Off(Some("rain".into())));
    assert_eq!(saturday().follows, None);
}

#[test]
fn a_weekday_may_follow_another_but_not_itself() {
    let (memory, mut h) = term();
    h.press("o").assert_hides("as on Fri").press("5");
    assert_eq!(memory.diary().day(date(FRIDAY)).follows, Some(date("2026-11-19")));
    h.press("o").assert_shows("> 5 as on Thu 11-19").press("esc");
    let mut h = Harness::new(&Memory::default());
    h.press("o").assert_hides("as on");
}

#[test]
fn going_to_a_day_selects_the_first_that_waits() {
    let (_, mut h) = term();
    h.press("left").assert_shows(">?10:00-10:45");
    h.press("down right").assert_shows(">?08:00-08:45");
    h.press("down down pageup").assert_shows(">?08:00-08:45"); // another week is read for it
    h.press("left left left").assert_hides("?1").press("t");
    h.assert_shows(">?08:00-08:45");
}

#[test]
fn the_list_moves_and_scrolls_over_blocks_and_plan_alike() {
    let (_, mut h) = term();
    for start in 0..12 {
        h.write(&format!("{}:45-{}:50 jz", start + 11, start + 11))
            .press("enter");
    }
    h.press("esc").resize(60, 18);
    let rows = 17;
    h.press("home").assert_shows(">?08:00-08:45");
    for at in 1..rows {
        h.press("down");
        assert_eq!(h.app().day().selected_index(), Some(at));
    }
    h.press("end").assert_shows("> 22:45-22:50");
    h.press("up up up up up up up").assert_shows(">?16:30-17:30");
}

#[test]
fn copying_takes_what_would_be_booked() {
    let (memory, mut h) = term();
    h.press("y").assert_shows("Copied").press("right p");
    assert_eq!(blocks(&memory.diary(), "2026-11-21"), ALL[..1]);
    h.press("left Y").assert_shows("No entry"); // nothing of it is booked yet
}

#[test]
fn a_click_selects_it_in_the_list_and_on_the_time_line() {
    let (memory, mut h) = term();
    h.click("10:55-11:40").assert_shows(">?10:55-11:40");
    let (x, y) = h.find("09 ");
    h.mouse(Mouse::Press, (x + 4, y))
        .mouse(Mouse::Drag, (x + 9, y))
        .mouse(Mouse::Release, (x + 9, y))
        .assert_shows(">?08:55-09:40");
    assert!(logged(&memory).is_empty() && waiting(&h).len() == 5);
    h.click("confirm all");
    assert_eq!(logged(&memory), ALL);
}

#[test]
fn the_time_line_tells_it_from_what_is_booked_and_typed() {
    let (_, mut h) = term();
    h.press("space").assert_shows("08 T========  T");
    h.assert_shows("09 --------");
    h.press("e").assert_shows("09 ~~~~~~~~").press("esc");
    h.write("9:00-9:10 xx").assert_shows("09 P~------");
}

#[test]
fn hints_name_the_keys_only_while_something_waits() {
    let (_, mut h) = term();
    h.assert_shows("Space confirm   A confirm all   a log time");
    h.press("space end up up up up up").press("home");
    h.assert_hides("Space confirm").assert_shows("A confirm all");
    h.press("A")
        .assert_hides("A confirm all")
        .assert_shows("Enter log time");
}

#[test]
fn a_reply_that_comes_too_late_confirms_nothing_twice() {
    let (memory, mut h) = term();
    let mut other = Harness::new(&memory);
    other.press("A");
    h.press("space");
    assert!(
        matches!(h.app().over(), Some(Over::Overlap(_))),
        "it is booked already"
    );
    h.press("esc");
    h.input(jianfu::app::Input::Back);
    assert_eq!(waiting(&h), [""; 0]);
    assert_eq!(logged(&memory), ALL);
}

#[test]
fn both_are_found_by_name() {
    let (memory, mut h) = term();
    h.press("ctrl-p").write("confirm all").press("enter");
    assert_eq!(logged(&memory), ALL);
    assert_eq!(h.app().keys_anywhere(Action::ConfirmAll)[0], "A".parse().unwrap());
}

/// budgets.md: the standard day with the timetable set, the rest typed with notes in pinyin, takes at most 110 keys, its
/// closing included.
#[test]
fn the_standard_day_takes_fewer_keys_with_the_timetable() {
    let memory = Memory::default();
    plan(
        &memory,
        &[
            (Fri, 480, 525, Teaching, "lesson", "sanban yuwen"),
            (Fri, 535, 580, Teaching, "lesson", "siban yuwen"),
            (Fri, 655, 700, Teaching, "lesson", "sanban yuedu"),
            (Fri, 720, 780, Duty, "supervision", "shitang"),
            (Fri, 990, 1050, Duty, "after-school", ""),
        ],
    );
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    let mut keys = 0;
    h.press("A");
    keys += 1;
    for line in [
        "10-10:45 pg zuowen",
        "14-15:30 qx anquan gongzuo",
        "1540 40m tb chuqin biao",
        "20-20:40 xx jiazhang qun",
    ] {
        h.write(line).press("enter").assert_shows("已保存");
        keys += line.len() + 1;
    }
    h.press("esc c").assert_shows("已完成");
    keys += 2;
    assert_eq!(
        logged(&memory),
        [
            "08:00-08:45 lesson sanban yuwen",
            "08:55-09:40 lesson siban yuwen",
            "10:00-10:45 marking zuowen",
            "10:55-11:40 lesson sanban yuedu",
            "12:00-13:00 supervision shitang",
            "14:00-15:30 staff-meeting anquan gongzuo",
            "15:40-16:20 forms chuqin biao",
            "16:30-17:30 after-school",
            "20:00-20:40 messages jiazhang qun",
        ]
    );
    assert!(memory.diary().day(date(FRIDAY)).closed);
    assert_eq!(keys, 98, "the budget is 110");
}

fn snap(name: &str, keys: &str) {
    for (lang, width, height) in [
        (Lang::ZhHans, 80, 24),
        (Lang::En, 120, 40),
        (Lang::ZhHant, 60, 18),
    ] {
        let memory = Memory::with_baseline(900);
        school(&memory, lang);
        let mut h = Harness::with(setup(memory, lang), width, height);
        h.press(keys);
        insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
    }
}

#[test]
fn a_day_with_a_plan_only() {
    snap("planned", "");
}

#[test]
fn a_day_partly_confirmed() {
    snap(
        "partly",
        "space space a 1 1 : 0 0 - 1 2 : 0 0 space q x enter esc up",
    );
}

#[test]
fn the_question_on_closing() {
    snap("close-planned", "c");
}

#[test]
fn the_days_to_follow() {
    snap("day-like", "right o 5 o");
}

#[test]
fn without_colours() {
    snap_plain("planned-mono", Lang::ZhHans, school, |h| {
        h.press("space");
    });
}
