//! The flags of the burden list on the week screen, and the notes below them.

use crate::common::{Harness, Memory, date, setup};
use crate::screens::SIZES;
use jianfu::app::{Mouse, Row, Screen};
use jianfu::diary::Setting;
use jianfu::domain::{Activity, Block, Category, Day, Note, Rating, Span, WeekId};
use jianfu::figures::{Baseline, Goal, GoalSubject, WeekFigures};
use jianfu::i18n::Lang;
use jianfu::keymap::Context;
use jianfu::settings::Borders;
use jianfu::theme::Theme;

/// Logs lines on the date shown, as a teacher types them.
fn log(h: &mut Harness, lines: &[&str]) {
    for line in lines {
        h.write(line).press("enter");
    }
    h.press("esc");
}

/// A Friday with an all-staff meeting of two hours and 40 minutes with parents at night.
fn friday() -> (Memory, Harness) {
    let memory = Memory::with_baseline(900);
    let mut h = Harness::new(&memory);
    log(&mut h, &["14:00-16:00 qx", "20:30-21:10 jz"]);
    (memory, h)
}

/// Blocks on a day: from and to, in minutes since midnight, what, with which note and worth.
fn day(memory: &Memory, on: &str, blocks: &[(u32, u32, Category, &str, &str, u32)], closed: bool) {
    memory.change(|data| {
        let mut day = Day::empty(date(on));
        for (start, end, category, code, note, worth) in blocks {
            let id = day.new_id();
            day.put(Block {
                id,
                activity: Activity::new(*category, code).unwrap(),
                span: Span::clocked(*start, *end).unwrap(),
                note: Note::new(note).unwrap(),
                rating: Rating::new(*worth).ok(),
                parallel: false,
            });
        }
        day.closed = closed;
        data.diary.insert(day);
    });
}

/// A complete week with seven flags, two rated meetings and changes against two weeks before it.
fn burdened(memory: &Memory) {
    use Category::{Duty, Meetings, ParentMessages, Reports, Teaching};
    for (monday, friday) in [("2026-11-02", "2026-11-06"), ("2026-11-09", "2026-11-13")] {
        for on in date(monday).iter_days().take_while(|d| *d <= date(friday)) {
            let blocks = [
                (480, 600, Teaching, "lesson", "", 0),
                (840, 900, Reports, "forms", "", 0),
                (910, 940, Meetings, "group-meeting", "", 0),
            ];
            day(memory, &on.to_string(), &blocks, true);
        }
    }
    let all = memory.diary();
    let weeks = ["2026-W45", "2026-W46"].map(|w| w.parse::<WeekId>().unwrap());
    let figures = weeks.map(|w| WeekFigures::of(w, all.days()));
    memory.change(|d| {
        d.baseline = Baseline::of_weeks(figures);
        let goal = |subject, percent: &str| Goal {
            subject,
            reduction: percent.parse().unwrap(),
        };
        d.profile.set(Setting::Goals(vec![
            goal(GoalSubject::NonTeaching, "15"),
            goal(GoalSubject::Category(Reports), "30"),
        ]));
    });
    let lesson = (480, 600, Teaching, "lesson", "", 0);
    let monday = [
        lesson,
        (840, 960, Meetings, "staff-meeting", "safety", 2),
        (1230, 1270, ParentMessages, "messages", "", 0),
    ];
    day(memory, "2026-11-16", &monday, true);
    let tuesday = [
        lesson,
        (840, 900, Meetings, "group-meeting", "", 3),
        (910, 930, Reports, "forms", "attendance", 0),
    ];
    day(memory, "2026-11-17", &tuesday, true);
    let wednesday = [
        lesson,
        (840, 885, Meetings, "staff-meeting", "", 0),
        (910, 930, Reports, "forms", "attendance", 0),
    ];
    day(memory, "2026-11-18", &wednesday, true);
    day(
        memory,
        "2026-11-19",
        &[lesson, (430, 470, Duty, "street-duty", "", 0)],
        true,
    );
    day(
        memory,
        "2026-11-20",
        &[lesson, (1320, 1350, ParentMessages, "calls", "", 0)],
        true,
    );
}

fn selected_day(h: &Harness) -> Option<String> {
    let lines = h.lines();
    let row = lines[5..13].iter().find(|l| l.starts_with('>'));
    row.map(|l| l.trim_start_matches(['>', ' ', '*']).to_owned())
}

#[test]
fn what_is_logged_beyond_a_limit_is_told_and_enter_opens_it() {
    let (memory, mut h) = friday();
    h.press("w").assert_shows("burden list: 2");
    h.assert_shows("Fri 20 14:00 M all-staff meeting")
        .assert_shows("120 > 90 min")
        .assert_shows("20:30")
        .assert_shows("parents outside reply hours")
        .assert_shows("40 min");
    h.press("down down").assert_shows("burden list: 2");
    assert!(selected_day(&h).unwrap().starts_with("Sun"));
    h.press("down")
        .assert_shows("burden list: 1 of 2")
        .assert_shows("Enter open entry");
    assert_eq!(selected_day(&h), None, "one thing is selected");
    h.press("down").assert_shows("burden list: 2 of 2");
    h.press("enter");
    assert_eq!(
        (h.app().context(), h.app().day().date),
        (Context::Day, date("2026-11-20"))
    );
    let last = memory.diary().day(date("2026-11-20")).blocks()[1].id.clone();
    assert_eq!(h.app().day().selected, Some(Row::Block(last)));
    h.press("w end down enter");
    let first = memory.diary().day(date("2026-11-20")).blocks()[0].id.clone();
    assert_eq!(h.app().day().selected, Some(Row::Block(first)));
}

#[test]
fn up_from_the_first_flag_is_sunday_and_other_days_have_no_flag_selected() {
    let (_, mut h) = friday();
    h.press("w end down down up").assert_shows("1 of 2").press("up");
    assert!(selected_day(&h).unwrap().starts_with("Sun"));
    for keys in ["t", "home", "end end down home", "left right"] {
        h.press("w w end down").assert_shows("1 of 2");
        h.press(keys);
        assert!(selected_day(&h).is_some(), "{keys}:\n{}", h.screen());
    }
    h.press("end down end").assert_shows("2 of 2");
    h.press("g up enter")
        .assert_shows("nothing logged")
        .press("g down enter");
    assert!(selected_day(&h).unwrap().starts_with("Sun"));
    h.press("down esc");
    assert_eq!(h.app().screen(), &Screen::Day);
    assert_eq!(h.app().day().date, date("2026-11-22"), "esc opens no entry");
}

#[test]
fn a_flag_goes_with_its_block() {
    let (memory, mut h) = friday();
    h.press("w end down down").assert_shows("2 of 2");
    h.press("u")
        .assert_shows("Taken back")
        .assert_hides("20:30-21:10  ");
    h.press("w w end down").assert_shows("1 of 1");
    // Another process takes the block out meanwhile.
    memory.change(|d| d.diary.insert(Day::empty(date("2026-11-20"))));
    h.input(jianfu::app::Input::Back).assert_hides("burden list:");
    assert!(selected_day(&h).unwrap().starts_with("Sun"));
    h.press("enter");
    assert_eq!(h.app().day().date, date("2026-11-22"));
    // A shorter meeting is no burden; with something logged that is said.
    h.press("f5");
    log(&mut h, &["14:00-16:00 qx"]);
    h.press("w").assert_shows("burden list: 1").press("esc");
    log(&mut h, &["16:00-16:20 jz"]);
    h.press("w end down enter e")
        .press("ctrl-u")
        .write("14:00-15:00 qx")
        .press("enter esc");
    h.assert_hides("burden list:")
        .assert_shows("no burden-list flag this week");
    h.press("left").assert_hides("burden-list");
}

/// 44.5 and 2.25 were rounded to the even digit, 44 and 2.2, where a workbook shows 45 and 2.3.
#[test]
fn halves_go_up_on_the_screen_too() {
    let mut h = Harness::sized(&Memory::default(), Lang::En, 120, 40);
    log(
        &mut h,
        &[
            "14:00-14:45 qx *2",
            "15:00-15:44 qx *2",
            "16:00-16:44 qx *2",
            "17:00-17:45 qx *3",
        ],
    );
    h.press("w")
        .assert_shows("45 min on average")
        .assert_shows("worth of meetings: 2.3 of 5");
}

#[test]
fn the_selection_stays_inside_when_flags_go() {
    let memory = Memory::default();
    burdened(&memory);
    let mut h = Harness::new(&memory);
    h.press("w end down end").assert_shows("7 of 7");
    memory.change(|d| d.diary.insert(Day::empty(date("2026-11-20"))));
    h.input(jianfu::app::Input::Back).assert_shows("6 of 6");
    memory.change(|d| d.diary.insert(Day::empty(date("2026-11-18"))));
    h.input(jianfu::app::Input::Back)
        .assert_shows("4 of 4")
        .press("up");
    h.assert_shows("3 of 4");
}

#[test]
fn a_click_selects_a_flag_and_another_opens_it() {
    let (_, mut h) = friday();
    h.press("w home").click("20:30").assert_shows("2 of 2");
    h.click("Mon 11-16").assert_shows("burden list: 2");
    assert!(
        selected_day(&h).unwrap().starts_with("Mon"),
        "the day is selected, not opened"
    );
    h.click("20:30").click("20:30");
    assert_eq!(
        (h.app().context(), h.app().day().date),
        (Context::Day, date("2026-11-20"))
    );
    h.press("w end")
        .mouse(Mouse::WheelDown, (5, 5))
        .assert_shows("1 of 2");
}

#[test]
fn in_a_small_window_all_flags_and_notes_are_reached() {
    let memory = Memory::default();
    burdened(&memory);
    for (lang, of) in [
        (Lang::En, " of 7"),
        (Lang::ZhHans, "，共 7 条"),
        (Lang::ZhHant, "，共 7 筆"),
    ] {
        let mut h = Harness::sized(&memory, lang, 60, 18);
        h.press("w end");
        let (mut rows, mut notes) = (Vec::new(), String::new());
        for _ in 0..7 {
            h.press("down").assert_shows(of);
            let lines = h.lines();
            rows.extend(lines[14..].iter().find(|l| l.starts_with('>')).cloned());
        }
        rows.dedup();
        assert_eq!(rows.len(), 7);
        for _ in 0..12 {
            notes += &h.lines()[16]; // the row above the footer
            h.press("down");
        }
        let end = h.screen();
        h.press("down");
        assert_eq!(h.screen(), end, "there is an end");
        for part in ["75", "2.5", "70", "−260"] {
            assert!(notes.contains(part), "{part}: {notes}");
        }
        h.press("up up up up up up up up up up up up up up up up");
        assert!(selected_day(&h).is_some());
    }
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.press("w")
        .assert_shows("burden list: 7, 5 more below")
        .assert_shows(" more\n");
}

#[test]
fn a_wide_window_tells_all_at_once() {
    let memory = Memory::default();
    burdened(&memory);
    let mut h = Harness::sized(&memory, Lang::En, 120, 40);
    h.press("w")
        .assert_shows("burden list: 7 ")
        .assert_shows("same report again")
        .assert_shows("no. 2 this week, at most 1")
        .assert_shows("meetings: 3, 2 all-staff, 75 min on average")
        .assert_shows("worth of meetings: 2.5 of 5 (2 rated)")
        .assert_shows("parents outside reply hours: 70 min")
        .assert_shows(
            "since the baseline: forms and statistics −260 min, group or department meeting −90 min, ",
        )
        .assert_shows("all-staff meeting +165 min,")
        .assert_shows("messages +40 min, 2 others")
        .assert_hides(" more ");
    memory.change(|d| {
        let mut monday = d.diary.day(date("2026-11-16")).into_owned();
        monday.closed = false;
        d.diary.insert(monday);
    });
    h.input(jianfu::app::Input::Back)
        .assert_hides("since the baseline");
}

#[test]
fn a_message_leaves_room_for_the_flags() {
    let (memory, _) = friday();
    let mut h = Harness::sized(&memory, Lang::ZhHans, 60, 18);
    h.press("w u")
        .assert_shows("已撤销")
        .assert_shows("周五 20 14:00");
}

#[test]
fn the_flags_in_three_languages_and_sizes() {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let memory = Memory::default();
            burdened(&memory);
            let mut h = Harness::sized(&memory, lang, width, height);
            h.press("w end down down");
            insta::assert_snapshot!(format!("flags-{lang}-{width}x{height}"), h.picture());
        }
    }
    let memory = Memory::default();
    burdened(&memory);
    let mut setup = setup(memory, Lang::ZhHans);
    setup.look.theme = Theme::mono();
    setup.look.borders = Borders::Ascii;
    let mut h = Harness::with(setup, 80, 24);
    h.press("w end down down");
    insta::assert_snapshot!("flags-mono", h.picture());
}

#[test]
fn flags_draw_at_every_size() {
    let memory = Memory::default();
    burdened(&memory);
    for (lang, keys) in [
        (Lang::ZhHant, "w"),
        (Lang::En, "w end down down down"),
        (Lang::ZhHans, "w end down end down down"),
    ] {
        let mut h = Harness::sized(&memory, lang, 80, 24);
        h.press(keys);
        let sizes = (1..130).map(|n| (n, n % 37 + 1));
        for (width, height) in sizes.chain([(1, 100), (300, 1), (300, 100), (60, 18), (59, 18)]) {
            h.resize(width, height).press("down up");
        }
        for height in 16..40 {
            h.resize(60, height);
        }
    }
}

#[test]
fn from_the_block_of_a_flag_one_step_leads_back_to_the_flag() {
    let (_, mut h) = friday();
    h.press("w down down down down")
        .assert_shows("burden list: 2 of 2");
    h.press("enter")
        .assert_shows("Burden list: parents outside reply hours")
        .assert_shows("40 min");
    assert_eq!(h.app().screen(), &Screen::Day);
    // The line that is opened there closes first.
    h.press("e esc esc").assert_shows("burden list: 2 of 2");
    h.press("up").assert_shows("burden list: 1 of 2");
    // Who goes elsewhere is not led back.
    for keys in ["enter left right", "enter T esc", "enter w esc"] {
        h.press("w end end").press(keys).press("esc");
        assert_eq!(h.app().screen(), &Screen::Day, "{keys}");
    }
}

#[test]
fn the_note_says_which_report_was_repeated() {
    let memory = Memory::default();
    burdened(&memory);
    let mut h = Harness::sized(&memory, Lang::En, 120, 40);
    h.press("w").assert_shows("attendance");
    let row = h.lines().into_iter().find(|l| l.contains("attendance")).unwrap();
    assert!(row.find("attendance") < row.find("same report again"), "{row}");
}
