//! The week screen: what it says of a week, and how its keys lead to days and back.

use crate::common::{Harness, Memory, date, setup};
use jianfu::diary::Setting;
use jianfu::domain::{Activity, Block, Category, Day, DayKind, Note, Span};
use jianfu::figures::{Baseline, Goal, GoalSubject, Percent};
use jianfu::i18n::Lang;
use jianfu::settings::Borders;
use jianfu::theme::Theme;

/// A day with minutes of lessons, meetings, reports, messages and duty.
fn day(memory: &Memory, on: &str, minutes: [u32; 5], closed: bool) {
    let activities = [
        (Category::Teaching, "lesson"),
        (Category::Meetings, "staff-meeting"),
        (Category::Reports, "forms"),
        (Category::ParentMessages, "messages"),
        (Category::Duty, "other"),
    ];
    memory.change(|data| {
        let mut day = Day::empty(date(on));
        for ((category, code), minutes) in activities.into_iter().zip(minutes) {
            if minutes > 0 {
                let id = day.new_id();
                day.put(Block {
                    id,
                    activity: Activity::new(category, code).unwrap(),
                    span: Span::amount(minutes).unwrap(),
                    note: Note::default(),
                    rating: None,
                    parallel: false,
                });
            }
        }
        day.closed = closed;
        data.diary.insert(day);
    });
}

fn off(memory: &Memory, on: &str, reason: &str) {
    memory.change(|data| {
        let mut day = Day::empty(date(on));
        day.mark(DayKind::Off(Some(reason.into())));
        data.diary.insert(day);
    });
}

/// The worked week of the figures: four school days, two closed, 290 non-teaching minutes, 612 allowed of 720.
fn four_days(memory: &Memory) {
    day(memory, "2026-11-16", [180, 60, 40, 20, 30], true);
    day(memory, "2026-11-17", [200, 0, 80, 0, 60], true);
    off(memory, "2026-11-20", "holiday");
}

/// A whole week of work, closed to Thursday, with a goal on reports.
fn full(memory: &Memory) {
    for (on, minutes) in [
        ("2026-11-16", [245, 90, 40, 15, 60]),
        ("2026-11-17", [290, 0, 25, 20, 60]),
        ("2026-11-18", [310, 45, 0, 30, 60]),
        ("2026-11-19", [180, 0, 75, 10, 90]),
    ] {
        day(memory, on, minutes, true);
    }
    day(memory, "2026-11-20", [225, 0, 30, 25, 20], false);
    let goal = |subject, percent: &str| Goal {
        subject,
        reduction: percent.parse::<Percent>().unwrap(),
    };
    memory.change(|data| {
        data.profile.set(Setting::Goals(vec![
            goal(GoalSubject::NonTeaching, "15"),
            goal(GoalSubject::Category(Category::Reports), "30"),
        ]));
    });
}

#[test]
fn the_weeks_share_is_one_key_away() {
    let memory = Memory::with_baseline(900);
    full(&memory);
    let mut h = Harness::new(&memory);
    h.assert_shows("25% non-teaching"); // the day's own, without a key
    h.press("w").assert_shows("36% non-teaching  64% lessons");
    h.press("enter").assert_shows("25% non-teaching");
    h.press("tab").assert_shows("36% non-teaching");
}

#[test]
fn the_figures_are_those_of_the_worked_week() {
    let memory = Memory::with_baseline(900);
    four_days(&memory);
    let mut h = Harness::sized(&memory, Lang::En, 120, 40);
    h.press("w")
        .assert_shows("Week 47  2026-11-16 to 11-22 · on track")
        .assert_shows("290 of 612 min  322 min left")
        .assert_shows("on pace: up to 306 of 612 min after 2 of 4 days")
        .assert_shows("161 min for each open day")
        .assert_shows("! target 612  : baseline 720")
        .assert_shows("still open: Wed Thu")
        .assert_shows("meetings: 1, 1 all-staff, 60 min on average");
    assert!(
        h.lines()
            .iter()
            .any(|l| l.contains("Fri 11-20") && l.ends_with("holiday"))
    );
    day(&memory, "2026-11-18", [0, 0, 400, 0, 0], true);
    h.input(jianfu::app::Input::Back)
        .assert_shows("690 of 612 min  78 min over")
        .assert_shows("at risk")
        .assert_shows("above pace: up to 459 of 612 min after 3 of 4 days")
        .assert_shows("nothing left for this week");
    day(&memory, "2026-11-19", [0, 0, 0, 0, 0], true);
    h.input(jianfu::app::Input::Back)
        .assert_shows("goal missed")
        .assert_shows("−4.2% against the baseline")
        .assert_hides("pace");
}

#[test]
fn weeks_without_a_target_say_what_is_missing() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.press("w")
        .assert_hides("no baseline yet") // the same in other words
        .assert_shows("No baseline yet: it takes two weeks with all days closed.")
        .assert_shows("b lets you choose the weeks or type minutes.")
        .assert_shows("nothing logged");
    h.press("b down enter")
        .assert_shows("b lets you choose the weeks")
        .press("esc esc");
    for on in 16..21 {
        off(&memory, &format!("2026-11-{on}"), "holiday");
    }
    memory.change(|d| d.baseline = Some(Baseline::typed(900)));
    h.input(jianfu::app::Input::Back)
        .assert_hides("no school days")
        .assert_shows("No school day in this week, so no target");
}

/// It said that there is no baseline yet, below a target that the typed minutes gave.
#[test]
fn a_goal_that_typed_minutes_say_nothing_about_is_told_apart_from_no_baseline() {
    for (lang, words) in [
        (
            Lang::En,
            "reports (goal −30 %)  170 min  no target from typed minutes",
        ),
        (Lang::ZhHans, "170 分钟  输入的分钟数不分项"),
        (Lang::ZhHant, "170 分鐘  輸入的分鐘數不分項"),
    ] {
        let memory = Memory::with_baseline(900);
        full(&memory);
        let mut h = Harness::sized(&memory, lang, 80, 24);
        h.press("w").assert_shows(words);
        memory.change(|d| d.baseline = None);
        h.input(jianfu::app::Input::Back)
            .assert_hides(words.rsplit("  ").next().unwrap());
    }
}

#[test]
fn what_is_left_is_said_of_one_day_as_of_many() {
    for (lang, one, many) in [
        (Lang::En, "70 min for the open day", "82 min for each open day"),
        (
            Lang::ZhHans,
            "未完成的一天可用 70 分钟",
            "未完成的每天可用 82 分钟",
        ),
        (
            Lang::ZhHant,
            "未完成的一天可用 70 分鐘",
            "未完成的每天可用 82 分鐘",
        ),
    ] {
        let memory = Memory::with_baseline(900);
        full(&memory);
        let mut h = Harness::sized(&memory, lang, 60, 18);
        h.press("w").assert_shows(one).assert_shows("900"); // the baseline beside it is not pushed out
        day(&memory, "2026-11-19", [180, 0, 0, 0, 80], false);
        h.input(jianfu::app::Input::Back).assert_shows(many);
    }
}

#[test]
fn keys_choose_a_day_and_a_week() {
    let memory = Memory::with_baseline(900);
    full(&memory);
    let mut h = Harness::new(&memory);
    let on = |h: &Harness| h.app().day().date.to_string();
    h.press("w up up");
    assert_eq!(on(&h), "2026-11-18");
    h.press("home up");
    assert_eq!(on(&h), "2026-11-16", "the week has no day before");
    h.press("left")
        .assert_shows("Week 46")
        .assert_shows("nothing logged");
    h.press("pagedown pagedown").assert_shows("Week 48");
    h.press("t down").assert_shows(">  Sat 11-21");
    h.press("enter").assert_shows("Sat 2026-11-21");
    h.press("w 8").assert_shows("log> 8");
    assert_eq!(on(&h), "2026-11-21");
}

#[test]
fn what_was_done_is_said_and_can_be_taken_back() {
    let memory = Memory::with_baseline(900);
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.write("16:00-16:40 forms").press("enter esc w");
    h.assert_shows("40 of 765 min");
    h.press("u")
        .assert_shows("Taken back: logging 16:00-16:40")
        .assert_shows("0 of 765 min");
}

#[test]
fn a_bar_reads_without_colours() {
    let memory = Memory::with_baseline(900);
    full(&memory);
    let mut h = Harness::new(&memory);
    h.press("w").assert_shows("a sign is 20 min");
    let monday = h.lines().into_iter().find(|l| l.contains("Mon 11-16")).unwrap();
    assert!(
        monday.ends_with("T===========M####%%@+++") || monday.contains("T===="),
        "{monday}"
    );
}

fn picture(name: &str, lang: Lang, (width, height): (u16, u16), theme: Theme, borders: Borders) {
    let memory = Memory::with_baseline(900);
    full(&memory);
    let mut setup = setup(memory, lang);
    setup.look.theme = theme;
    setup.look.borders = borders;
    let mut h = Harness::with(setup, width, height);
    h.press("w up");
    insta::assert_snapshot!(name, h.picture());
}

#[test]
fn the_week_in_three_languages_and_sizes() {
    for lang in Lang::ALL {
        for size in [(60, 18), (80, 24), (120, 40)] {
            let name = format!("week-{lang}-{}x{}", size.0, size.1);
            picture(&name, lang, size, Theme::built_in(), Borders::Unicode);
        }
    }
    picture("week-mono", Lang::ZhHans, (80, 24), Theme::mono(), Borders::Ascii);
}

#[test]
fn it_draws_at_every_size_in_every_theme() {
    let memory = Memory::with_baseline(900);
    full(&memory);
    for theme in Theme::names() {
        let mut setup = setup(memory.clone(), Lang::ZhHant);
        setup.look.theme = Theme::shipped(theme).unwrap();
        let mut h = Harness::with(setup, 60, 18);
        h.press("w").assert_shows("36%");
        h.resize(300, 100).assert_shows("36%");
    }
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.press("w");
    for (width, height) in (60..200).zip((18..60).cycle()) {
        h.resize(width, height)
            .assert_shows("36% non-teaching  64% lessons");
    }
}

#[test]
fn last_weeks_entries_are_booked_again() {
    let memory = Memory::default();
    for (on, minutes) in [
        ("2026-11-09", [245, 90, 40, 15, 60]),
        ("2026-11-10", [290, 0, 25, 20, 60]),
        ("2026-11-11", [310, 45, 0, 30, 60]),
        ("2026-11-12", [310, 45, 0, 30, 60]),
        ("2026-11-15", [0, 0, 0, 0, 90]),
    ] {
        day(&memory, on, minutes, true);
    }
    day(&memory, "2026-11-16", [245, 0, 0, 0, 0], false);
    day(&memory, "2026-11-17", [0, 0, 0, 0, 0], true);
    off(&memory, "2026-11-18", "holiday");
    let before = memory.diary();
    let mut h = Harness::new(&memory);
    h.press("w =").assert_shows("The same as last week");
    for line in [
        "Mon 2026-11-16  passed over: has entries",
        "Tue 2026-11-17  passed over: closed",
        "Wed 2026-11-18  passed over: off",
        "Thu 2026-11-19  4 entries",
        "Fri 2026-11-20  nothing last week",
        "Sun 2026-11-22  1 entry",
        "Enter saves 5 entries",
    ] {
        h.assert_shows(line);
    }
    h.press("esc");
    assert_eq!(memory.diary(), before);
    h.press("ctrl-n enter").assert_shows("Saved 5 entries");
    let after = memory.diary();
    assert_eq!(after.day(date("2026-11-19")).blocks().len(), 4);
    assert_eq!(after.day(date("2026-11-22")).blocks().len(), 1);
    assert_eq!(after.day(date("2026-11-16")), before.day(date("2026-11-16")));
    h.press("u");
    assert_eq!(
        memory.diary().day(date("2026-11-22")).blocks().len(),
        0,
        "one change"
    );
    h.press("pagedown pagedown =")
        .assert_shows("nothing yet to log again")
        .press("enter");
    assert_eq!(h.app().over(), None);
}

#[test]
fn the_week_before_in_pictures() {
    for (lang, (width, height)) in [
        (Lang::ZhHans, (80, 24)),
        (Lang::En, (120, 40)),
        (Lang::ZhHant, (60, 18)),
    ] {
        let memory = Memory::default();
        full(&memory);
        off(&memory, "2026-11-25", "holiday");
        let mut h = Harness::sized(&memory, lang, width, height);
        h.press("w pagedown =");
        insta::assert_snapshot!(format!("repeat-week-{lang}-{width}x{height}"), h.picture());
    }
}
