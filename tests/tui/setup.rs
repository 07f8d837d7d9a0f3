//! The first start, until the first entry.

use crate::common::{Harness, Memory, date, setup};
use jianfu::app::{App, Over, Prefs, Screen};
use jianfu::domain::BellSchedule;
use jianfu::i18n::Lang;
use jianfu::settings::Borders;
use jianfu::theme::Theme;
use jianfu::timetable::Bells;
use jianfu::tui::Unsaved;

fn first(memory: &Memory, lang: Lang, width: u16, height: u16) -> Harness {
    let mut setup = setup(memory.clone(), lang);
    setup.desk = Box::new(Unsaved(Prefs {
        language: None,
        first_start: true,
        ..Prefs::new(lang)
    }));
    Harness::with(setup, width, height)
}

fn asks(app: &App) -> bool {
    matches!(app.over(), Some(Over::Setup(_)))
}

#[test]
fn three_questions_and_what_they_set() {
    let memory = Memory::default();
    let mut h = first(&memory, Lang::En, 80, 24);
    h.assert_shows("Step 1 of 3").assert_shows("> English");
    h.press("up").assert_shows("第 1 步").assert_shows("歡迎");
    h.press("down").assert_shows("Step 1 of 3").press("enter");
    assert_eq!(h.app().prefs().language, Some(Lang::En));
    h.assert_shows("Step 2 of 3")
        .assert_shows("[x] Fri")
        .assert_shows("[ ] Sat");
    h.assert_shows("(x) secondary, 45 min: 7 lessons, 08:00-16:35")
        .assert_shows("( ) primary, 40 min: 6 lessons, 08:20-15:30");
    h.press("down down down down down space") // Saturday
        .press("end up space enter")
        .assert_shows("Step 3 of 3")
        .assert_shows("> later: straight to today")
        .assert_shows("you only confirm what took place");
    h.assert_shows("Just type").press("enter");
    assert!(!asks(h.app()));
    let profile = memory.profile();
    assert_eq!(profile.bells, [Bells::all_year(BellSchedule::primary())]);
    assert_eq!(profile.school_days.to_string(), "mon,tue,wed,thu,fri,sat");
    assert!(!h.app().prefs().first_start, "not asked again");
    h.write("p1 sk").press("enter").assert_shows("08:20-09:00");
}

#[test]
fn the_step_before_can_be_gone_back_to() {
    let memory = Memory::default();
    let mut h = first(&memory, Lang::En, 80, 24);
    h.press("left").assert_shows("Step 1 of 3");
    h.press("up enter").assert_shows("第 2 步");
    h.press("pageup")
        .assert_shows("第 1 步")
        .assert_shows("> 繁體中文");
    h.press("down enter enter left").assert_shows("Step 2 of 3");
    h.press("right").assert_shows("Step 3 of 3");
}

#[test]
fn skipping_at_any_time_is_remembered() {
    for keys in [
        "esc",
        "enter esc",
        "enter end space enter esc",
        "enter end space enter enter",
    ] {
        let memory = Memory::default();
        let mut h = first(&memory, Lang::En, 80, 24);
        h.press(keys);
        assert!(!asks(h.app()) && !h.app().prefs().first_start, "{keys}");
        assert!(memory.profile().bells.is_empty(), "{keys}");
    }
}

#[test]
fn the_language_on_the_screen_stays_when_the_rest_is_skipped() {
    let mut h = first(&Memory::default(), Lang::En, 80, 24);
    h.press("home esc");
    assert_eq!(
        (h.app().lang(), h.app().prefs().language),
        (Lang::ZhHans, Some(Lang::ZhHans))
    );
    let mut h = first(&Memory::default(), Lang::En, 80, 24);
    h.press("esc");
    assert_eq!(h.app().prefs().language, None, "nothing was chosen");
}

#[test]
fn who_begins_to_type_is_not_stopped() {
    for (typed, keys) in [
        ("8", ""),
        ("三", ""),
        ("p", ""),
        ("8", "enter"),
        ("8", "enter enter"),
    ] {
        let memory = Memory::default();
        let mut h = first(&memory, Lang::En, 80, 24);
        h.press(keys).write(typed);
        assert!(!asks(h.app()) && !h.app().prefs().first_start);
        assert!(
            h.before_cursor().ends_with(&format!("> {typed}")),
            "{}",
            h.screen()
        );
        h.assert_hides("Saved");
    }
}

#[test]
fn the_last_step_leads_straight_into_the_first_day() {
    for last in ["enter", "down enter", "end enter"] {
        let memory = Memory::default();
        let mut h = first(&memory, Lang::En, 80, 24);
        h.press("enter enter").press(last);
        let on_timetable = matches!(h.app().screen(), Screen::Timetable(_));
        assert_eq!(on_timetable, last == "down enter", "to be entered now");
        h.press("esc");
        assert_eq!((h.app().over(), h.app().screen()), (None, &Screen::Day));
        assert_eq!(memory.profile().bells, [Bells::all_year(BellSchedule::usual())]);
        h.write("p1 sk").press("enter").assert_shows("08:00-08:45");
    }
}

#[test]
fn who_goes_back_finds_what_was_chosen() {
    let mut h = first(&Memory::default(), Lang::En, 80, 24);
    h.press("enter space end up space enter left");
    h.assert_shows("[ ] Mon").assert_shows("(x) primary");
    h.press("left enter").assert_shows("[ ] Mon");
}

/// The standard day of the budgets from the very first start: no more keys than on any other day.
#[test]
fn the_first_day_takes_no_extra_key() {
    let memory = Memory::default();
    let mut h = first(&memory, Lang::En, 80, 24);
    let mut keys = 0;
    for line in [
        "p1 sk sanban yuwen",
        "p2 sk siban yuwen",
        "10-10:45 pg zuowen",
        "1055 45m sk sanban yuedu",
        "1200 1h kg shitang",
        "14-15:30 qx anquan gongzuo",
        "1540 40m tb chuqin biao",
        "1630 1h kh",
        "20-20:40 xx jiazhang qun",
    ] {
        h.write(line).press("enter").assert_shows("Saved:");
        keys += line.len() + 1;
    }
    assert_eq!(memory.diary().day(date("2026-11-20")).blocks().len(), 9);
    assert!(keys <= 190, "{keys} keys");
}

#[test]
fn asked_for_again_it_keeps_what_is_set_and_digits_choose() {
    let memory = Memory::default();
    let own = [Bells::all_year(
        BellSchedule::of_lessons(BellSchedule::usual().lessons().take(3)).unwrap(),
    )];
    memory.change(|d| d.profile.bells = own.to_vec());
    let mut h = Harness::new(&memory);
    h.press("ctrl-s s").assert_shows("3 English").press("3");
    h.assert_shows("Step 2 of 3").assert_shows("6 [ ] Sat");
    h.assert_shows("(x) later, or as they are now");
    h.press("6").assert_shows("[x] Sat").press("enter");
    h.assert_shows("1 later").press("1");
    assert_eq!(memory.profile().bells, own);
    assert!(memory.profile().school_days.to_string().ends_with("sat"));
}

#[test]
fn what_the_command_line_decides_is_not_asked() {
    let memory = Memory::default();
    let mut setup = setup(memory, Lang::En);
    setup.desk = Box::new(Unsaved(Prefs {
        first_start: true,
        overridden: vec!["language"],
        ..Prefs::new(Lang::En)
    }));
    let mut h = Harness::with(setup, 80, 24);
    h.assert_shows("Step 1 of 2").assert_shows("[x] Mon");
    h.press("left enter").assert_shows("Step 2 of 2").press("esc");
    assert!(!h.app().prefs().first_start);
}

fn snap(name: &str, keys: &str) {
    for lang in Lang::ALL {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut h = first(&Memory::default(), lang, width, height);
            h.press(keys);
            insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}

#[test]
fn the_language() {
    snap("language", "");
}

#[test]
fn the_days() {
    snap("days", "enter down");
}

#[test]
fn the_timetable() {
    snap("timetable", "enter enter");
}

#[test]
fn without_colours_and_lines() {
    let mut setup = setup(Memory::default(), Lang::ZhHant);
    setup.look.theme = Theme::mono();
    setup.look.borders = Borders::Ascii;
    setup.desk = Box::new(Unsaved(Prefs {
        first_start: true,
        theme: "mono".into(),
        borders: Borders::Ascii,
        ..Prefs::new(Lang::ZhHant)
    }));
    let mut h = Harness::with(setup, 60, 18);
    h.press("enter");
    insta::assert_snapshot!("setup-mono", h.picture());
}

/// `j`, `q` and `k` move and leave in other lists; here they are the beginning of what a teacher types.
#[test]
fn no_letter_of_a_first_entry_is_swallowed() {
    for typed in ["jz 40m", "qx 14:00-15:30", "kh 1630 1h", "g"] {
        let memory = Memory::default();
        let mut h = first(&memory, Lang::ZhHans, 80, 24);
        h.write(typed);
        assert!(h.before_cursor().ends_with(typed), "{typed}: {}", h.screen());
        assert_eq!(h.app().lang(), Lang::ZhHans);
    }
}
