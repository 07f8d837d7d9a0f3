//! The trend screen: the weeks of a term or a school year, and how its keys lead to weeks, days and other years.

use crate::common::{Harness, Memory, date, setup};
use crate::screens::snap;
use jianfu::app::{Mouse, Query, Screen, TrendSpan};
use jianfu::demo;
use jianfu::diary::{Profile, Setting};
use jianfu::domain::{Activity, Block, Category, Day, Note, Span, WeekId};
use jianfu::figures::{Baseline, Past, WeekFigures};
use jianfu::i18n::Lang;
use jianfu::settings::Borders;
use jianfu::summary::{TrendSummary, change_words};
use jianfu::theme::Theme;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The made-up term, compared with its first two weeks.
fn term(memory: &Memory, lang: Lang) {
    let (diary, profile) = demo::term(date("2026-11-20"), lang);
    memory.change(|data| {
        data.baseline = Baseline::auto(WeekFigures::each(diary.days()));
        (data.diary, data.profile) = (diary, profile);
    });
}

fn demo_term(width: u16, height: u16) -> (Memory, Harness) {
    let memory = Memory::default();
    term(&memory, Lang::En);
    let h = Harness::sized(&memory, Lang::En, width, height);
    (memory, h)
}

/// So many minutes of forms on a day that is closed.
fn forms(memory: &Memory, on: &str, minutes: u32) {
    memory.change(|data| {
        let mut day = Day::empty(date(on));
        let id = day.new_id();
        day.put(Block {
            id,
            activity: Activity::new(Category::Reports, "forms").unwrap(),
            span: Span::amount(minutes).unwrap(),
            note: Note::default(),
            rating: None,
            parallel: false,
        });
        day.closed = true;
        data.diary.insert(day);
    });
}

fn shown(h: &Harness) -> &jianfu::app::TrendScreen {
    match h.app().screen() {
        Screen::Trend(screen) => screen,
        other => panic!("{other:?}"),
    }
}

fn selected(h: &Harness) -> String {
    let week = shown(h).selected().unwrap();
    week.figures.week.to_string()
}

#[test]
fn weeks_and_calendar() {
    snap("trend", term, |h| {
        h.press("W");
    });
}

#[test]
fn calendar_first() {
    snap("trend-calendar", term, |h| {
        h.press("ctrl-w tab up up");
    });
}

#[test]
fn facts_first() {
    snap("trend-facts", term, |h| {
        h.press("W tab tab tab");
    });
}

#[test]
fn without_colours_and_with_ascii_lines() {
    let memory = Memory::default();
    term(&memory, Lang::ZhHans);
    let mut setup = setup(memory, Lang::ZhHans);
    setup.look.theme = Theme::mono();
    setup.look.borders = Borders::Ascii;
    let mut h = Harness::with(setup, 80, 24);
    h.press("W up up");
    insta::assert_snapshot!("trend-mono", h.picture());
}

/// Five signs, each of its own look besides, in every theme; without colours the signs differ still.
#[test]
fn the_calendar_is_a_heat_map_in_every_theme() {
    for theme in Theme::names() {
        let memory = Memory::default();
        for (n, minutes) in [0, 30, 100, 200, 300].into_iter().enumerate() {
            let on = format!("2026-11-{}", 16 + n);
            if minutes == 0 {
                memory.change(|data| {
                    let mut day = Day::empty(date(&on));
                    day.closed = true;
                    data.diary.insert(day);
                });
            } else {
                forms(&memory, &on, minutes);
            }
        }
        let mut setup = setup(memory, Lang::En);
        setup.look.theme = Theme::shipped(theme).unwrap();
        let mut h = Harness::with(setup, 60, 18);
        h.press("W tab");
        let mut looks = Vec::new();
        for (day, sign) in ["Mon", "Tue", "Wed", "Thu", "Fri"]
            .into_iter()
            .zip(["..", "--", "++", "xx", "##"])
        {
            let (x, y) = h.find(&format!(" {day}"));
            let cell = |n: u16| &h.buffer()[(x + 5 + n, y)];
            assert_eq!(
                format!("{}{}", cell(0).symbol(), cell(1).symbol()),
                sign,
                "{theme}"
            );
            looks.push(format!("{:?} {:?}", cell(0).fg, cell(0).modifier));
        }
        if theme != "mono" {
            looks.sort();
            looks.dedup();
            assert_eq!(looks.len(), 5, "{theme}");
        }
        h.assert_shows(" Fri[##]").assert_shows("[ ] today");
    }
}

#[test]
fn the_figures_are_those_of_the_summary() {
    let (memory, mut h) = demo_term(200, 60);
    h.press("W");
    let diary = memory.diary();
    let baseline = Baseline::auto(WeekFigures::each(diary.days()));
    let days: Vec<Day> = diary.days().cloned().collect();
    let range = Profile::school_year_weeks(date("2026-11-20"));
    let trend = TrendSummary::of(
        range,
        &days,
        &memory.profile(),
        baseline.as_ref(),
        Past::default(),
    );
    assert_eq!(shown(&h).summary(), Some(&trend));
    for week in &trend.weeks {
        let figures = &week.figures;
        let monday = figures.week.monday();
        let mut row = format!("{}  ", monday.format("%m-%d"));
        write!(
            row,
            "{:>6}  ",
            format!("{}/{}", figures.plan.closed_days, figures.plan.school_days)
        )
        .unwrap();
        write!(row, "{:>4}", figures.non_teaching()).unwrap();
        h.assert_shows(&row);
        if let Some(change) = week.standing.change.filter(|_| figures.plan.is_complete()) {
            let line = h.lines().into_iter().find(|l| l.contains(&row)).unwrap();
            assert!(line.contains(&change_words(change)), "{line}");
        }
    }
    let average = change_words(trend.average_change.unwrap());
    h.assert_shows(&format!("non-teaching time {average} on average"));
    let counted = trend.counted().count();
    h.assert_shows(&format!("{counted} of {} weeks count", trend.weeks.len()));
    for of in trend.categories() {
        let line = h
            .lines()
            .into_iter()
            .find(|l| l.contains(&format!(" {:>5}  ", of.minutes)));
        let line = line.unwrap_or_else(|| panic!("{of:?}"));
        assert!(line.contains(&change_words(of.average_change.unwrap())), "{line}");
        assert!(
            line.contains(&format!(" {:.0}  ", of.per_school_day.unwrap())),
            "{line}"
        );
    }
    let meetings = trend.meetings();
    h.assert_shows(&format!(
        "meetings: {}, {} all-staff",
        meetings.count, meetings.staff_count
    ));
    h.assert_shows("Changed most since the baseline: ");
}

#[test]
fn keys_choose_a_week_and_enter_opens_it() {
    let (_, mut h) = demo_term(80, 24);
    h.press("W");
    assert_eq!(selected(&h), "2026-W47", "that of the day come from");
    h.press("up up down home");
    assert_eq!(selected(&h), "2026-W36");
    h.press("up end up enter").assert_shows("Week 46");
    assert!(matches!(h.app().screen(), Screen::Week(_)));
    h.press("W");
    assert_eq!(selected(&h), "2026-W46", "where one was");
    h.press("w").assert_shows("Week 46").press("W esc");
    assert!(matches!(h.app().screen(), Screen::Week(_)));
}

#[test]
fn every_part_can_be_had_at_the_smallest_size() {
    let (_, mut h) = demo_term(60, 18);
    h.press("W")
        .assert_shows("! target  : baseline")
        .assert_hides(" Mon ");
    h.press("tab").assert_shows(" Mon ").assert_shows("? not logged");
    h.press("v")
        .assert_shows("a school day  baseline   change")
        .assert_shows("% reports ");
    h.press("tab")
        .assert_shows("Changed most")
        .assert_shows("Burden list");
    h.press("tab").assert_shows("! target  : baseline");
    for lang in Lang::ALL {
        let memory = Memory::default();
        term(&memory, lang);
        let mut h = Harness::sized(&memory, lang, 60, 18);
        h.press("W");
        for _ in 0..4 {
            assert!(h.lines().last().unwrap().contains(" ? "), "{}", h.screen());
            h.press("tab");
        }
        h.resize(80, 24);
        assert!(h.lines().last().unwrap().contains(" e "), "{}", h.screen());
    }
}

#[test]
fn keys_change_the_year_and_the_term() {
    let memory = Memory::with_baseline(900);
    for on in ["2025-10-13", "2026-03-09", "2026-11-09", "2026-11-16"] {
        forms(&memory, on, 60);
    }
    let mut h = Harness::new(&memory);
    h.press("W").assert_shows("School year 2026/27");
    h.press("pageup").assert_shows("School year 2025/26");
    assert_eq!(selected(&h), "2026-W11", "the newest");
    h.press("home s").assert_shows("Term  2025-10-13 to 2025-10-19");
    assert_eq!(selected(&h), "2025-W42", "the week looked at");
    h.press("right").assert_shows("Term  2026-03-09 to 2026-03-15");
    assert_eq!(selected(&h), "2026-W11");
    h.press("f6 pagedown").assert_shows("School year 2026/27");
    assert_eq!(selected(&h), "2026-W47");
    h.press("[ [ [").assert_shows("Nothing is logged in these weeks.");
    assert!(
        !h.lines().last().unwrap().contains("Enter"),
        "there is no week to open"
    );
    h.press("enter tab up");
    assert_eq!(shown(&h).span, TrendSpan::Year);
    h.press("t");
    assert_eq!(selected(&h), "2026-W47");
    for _ in 0..200 {
        h.press("left");
    }
    h.press("e").press("esc").press("t");
    assert_eq!(selected(&h), "2026-W47", "dates end somewhere");
}

#[test]
fn set_terms_are_what_s_switches_to() {
    let (memory, mut h) = demo_term(80, 24);
    let weeks = memory.profile().term_weeks(date("2026-11-20"));
    h.press("W s");
    let profile = memory.profile();
    let mut terms = profile.terms.iter().map(|term| &term.days);
    let days = terms.find(|days| days.contains(&date("2026-11-20"))).unwrap();
    let words = format!("Term  {} to {}", days.start(), days.end());
    h.assert_shows(&words);
    assert_eq!(selected(&h), "2026-W47");
    assert_eq!(shown(&h).summary().unwrap().range, weeks);
}

#[test]
fn holidays_marked_ahead_do_not_hide_this_week() {
    let memory = Memory::with_baseline(900);
    forms(&memory, "2026-11-18", 60);
    memory.change(|data| {
        let mut day = Day::empty(date("2027-01-01"));
        day.mark(jianfu::domain::DayKind::Off(None));
        data.diary.insert(day);
    });
    let mut h = Harness::new(&memory);
    h.press("W");
    assert_eq!(selected(&h), "2026-W47");
    h.press("left right");
    assert_eq!(selected(&h), "2026-W47");
}

#[test]
fn what_is_taken_back_or_changed_elsewhere_is_read_again() {
    let memory = Memory::with_baseline(900);
    let mut h = Harness::new(&memory);
    h.write("16:00-16:40 forms").press("enter esc W");
    let minutes = |h: &Harness| shown(h).summary().unwrap().sums().non_teaching();
    assert_eq!(minutes(&h), 40);
    h.press("u").assert_shows("Taken back: logging 16:00-16:40");
    assert_eq!(minutes(&h), 0);
    h.press("ctrl-r");
    assert_eq!(minutes(&h), 40);
    forms(&memory, "2026-11-09", 70);
    memory.queries();
    h.input(jianfu::app::Input::Back);
    assert_eq!(minutes(&h), 110);
    assert_eq!(selected(&h), "2026-W47", "a week came before it");
    assert!(matches!(memory.queries()[..], [Query::Trend(_)]), "once");
    h.input(jianfu::app::Input::Back);
    assert_eq!(memory.queries(), [], "nothing is new");
}

#[test]
fn what_is_compared_with_is_said_where_it_is_missing() {
    let memory = Memory::default();
    forms(&memory, "2026-11-18", 60);
    let mut h = Harness::new(&memory);
    h.press("W").assert_shows("No baseline yet: it takes two weeks");
    memory.change(|data| data.baseline = Some(Baseline::typed(900)));
    h.input(jianfu::app::Input::Back)
        .assert_shows("no complete week after the baseline yet");
    for on in ["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-20"] {
        forms(&memory, on, 210);
    }
    h.input(jianfu::app::Input::Back)
        .assert_shows("non-teaching time +0.0 % on average")
        .assert_shows("1 of 1 weeks count");
    memory.change(|data| data.broken = Some("no disk".into()));
    h.press("left").assert_shows("no disk");
}

#[test]
fn a_click_selects_a_week_and_another_opens_it() {
    let (_, mut h) = demo_term(80, 24);
    h.press("W").click("Week 44").assert_shows(">Week 44 10-26");
    h.mouse(Mouse::WheelDown, (5, 8));
    assert_eq!(selected(&h), "2026-W45");
    h.mouse(Mouse::WheelUp, (5, 8)).click("Week 44");
    assert!(matches!(h.app().screen(), Screen::Week(_)));
    h.assert_shows("Week 44");
}

#[test]
fn a_click_on_a_day_of_the_calendar_opens_it() {
    let (_, mut h) = demo_term(80, 24);
    h.press("W up up up");
    let (x, _) = h.find("^^");
    let (_, y) = h.find(" Wed ");
    h.mouse(Mouse::Press, (x, y));
    assert!(matches!(h.app().screen(), Screen::Day));
    assert_eq!(WeekId::of(h.app().day().date).to_string(), "2026-W44");
    h.assert_shows("Wed 2026-10-28");
    h.press("W").click("term/year").assert_shows("Term  ");
}

/// A year fills a narrow screen without gaps; a longer one is scrolled with the selected week.
#[test]
fn the_calendar_of_a_whole_year() {
    let memory = Memory::with_baseline(900);
    let mut monday = date("2026-08-03");
    while monday < date("2027-07-31") {
        forms(&memory, &monday.to_string(), 60);
        monday = monday + chrono::Days::new(7);
    }
    for (width, height) in [(60, 18), (80, 24), (120, 40), (200, 60)] {
        let mut h = Harness::sized(&memory, Lang::ZhHant, width, height);
        h.press("W tab");
        let (x, y) = h.find("^");
        h.press("up");
        assert!(h.find("^").0 < x, "{}", h.screen());
        assert_eq!(h.find("^").1, y);
        h.press("home");
        let (first, _) = h.find("^");
        let (label, row) = h.find("週一");
        assert_eq!(first, label + u16::try_from("週一".width()).unwrap() + 1);
        assert_eq!(h.buffer()[(first, row)].symbol(), "-");
        h.press("end").assert_shows("07-26");
    }
}

#[test]
fn a_message_covers_whole_lines() {
    let (_, mut h) = demo_term(60, 18);
    h.press("W u").assert_shows("othing");
    let lines = h.lines();
    let message = lines.iter().find(|l| l.contains("othing to")).unwrap();
    assert!(!message.contains('!') && !message.contains('%'), "{message}");
}

#[test]
fn it_draws_at_every_size() {
    for borders in [Borders::Unicode, Borders::Ascii] {
        for keys in [
            "W",
            "W tab",
            "W tab tab",
            "W tab tab tab up",
            "W left",
            "W s",
            "W e",
            "W e pagedown",
        ] {
            let memory = Memory::default();
            term(&memory, Lang::ZhHant);
            let mut setup = setup(memory, Lang::ZhHant);
            setup.look.borders = borders;
            let mut h = Harness::with(setup, 80, 24);
            h.press(keys);
            for (width, height) in
                (1..130)
                    .map(|n| (n, n % 37 + 1))
                    .chain([(1, 100), (300, 1), (300, 100), (60, 18), (60, 100)])
            {
                h.resize(width, height);
                // A preview shows the text of the file as it is.
                if borders == Borders::Ascii && !keys.starts_with("W e") {
                    for cell in &h.buffer().content {
                        let symbol = cell.symbol();
                        assert_eq!(symbol.width(), symbol.width_cjk(), "{symbol:?}:\n{}", h.screen());
                    }
                }
            }
        }
    }
}

/// A goal on single categories is told among the facts, with its own change.
#[test]
fn other_goals_are_told() {
    let (memory, mut h) = demo_term(120, 40);
    h.press("W").assert_shows("reports (goal −30 %)");
    memory.change(|data| data.profile.set(Setting::Goals(Vec::new())));
    h.input(jianfu::app::Input::Back).assert_hides("reports (goal");
}

#[test]
fn esc_leads_back_to_where_the_trend_was_opened() {
    let mut h = Harness::new(&Memory::default());
    h.press("W esc");
    assert_eq!(h.app().screen(), &Screen::Day);
    h.press("w W");
    assert!(matches!(h.app().screen(), Screen::Trend(_)));
    h.press("esc");
    assert!(matches!(h.app().screen(), Screen::Week(_)));
    h.press("W d");
    assert_eq!(h.app().screen(), &Screen::Day);
}
