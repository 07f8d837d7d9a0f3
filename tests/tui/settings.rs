//! The settings: what is changed there, kept, refused.

use crate::common::{Harness, Memory, setup};
use jianfu::app::{Over, Prefs, Screen};
use jianfu::diary::Profile;
use jianfu::domain::Category;
use jianfu::figures::{Goal, GoalSubject, Percent};
use jianfu::i18n::{I18n, Lang};
use jianfu::settings::Borders;
use jianfu::theme::Theme;
use jianfu::tui::{Desk, Unsaved};

fn settings(memory: &Memory) -> Harness {
    let mut h = Harness::new(memory);
    h.press("ctrl-s").assert_shows(" Settings");
    h
}

fn go_to(h: &mut Harness, name: &str) {
    h.press("home");
    for _ in 0..30 {
        if h.lines().iter().any(|l| l.starts_with(&format!(" > {name}"))) {
            return;
        }
        h.press("down");
    }
    panic!("no line {name}:\n{}", h.screen());
}

fn percent(memory: &Memory, subject: &GoalSubject) -> Option<String> {
    let goals = memory.profile().goals;
    let goal = goals.into_iter().find(|g| g.subject == *subject);
    goal.map(|g| g.reduction.to_string())
}

#[test]
fn the_language_of_everything_changes_at_once() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    h.press("right").assert_shows("Language").assert_shows("Saved");
    assert_eq!(h.app().prefs().language, None, "after English comes the system's");
    h.press("right").assert_shows("简体中文").assert_shows("设置");
    h.press("enter down").assert_shows("設定");
    h.press("esc").assert_shows("设置");
    h.press("enter down enter")
        .assert_shows("設定")
        .assert_shows("已儲存");
    assert_eq!(h.app().prefs().language, Some(Lang::ZhHant));
}

#[test]
fn a_theme_is_seen_while_it_is_chosen_and_goes_again_with_esc() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "Theme");
    let ground = |h: &Harness| h.buffer()[(0, 0)].bg;
    let plain = ground(&h);
    h.press("enter down").assert_shows("> blackboard");
    let board = ground(&h);
    assert_ne!(board, plain, "seen at once");
    h.press("esc");
    assert_eq!(ground(&h), plain);
    assert_eq!(h.app().prefs().theme, "default");
    h.press("enter down enter").assert_shows("Saved");
    assert_eq!(
        (ground(&h), h.app().prefs().theme.as_str()),
        (board, "blackboard")
    );
    h.press("left");
    assert_eq!(ground(&h), plain);
}

/// A desk with a theme that cannot be read, and nowhere to write.
struct Stubborn(Prefs);

impl Desk for Stubborn {
    fn prefs(&self) -> Prefs {
        self.0.clone()
    }

    fn theme(&self, name: &str, _: &I18n) -> Result<Theme, String> {
        Theme::shipped(name).ok_or_else(|| "themes/bad.toml, line 2: \"titel\" means nothing here".into())
    }

    fn configure(&mut self, key: &str, value: &str, i18n: &I18n) -> Result<Prefs, String> {
        if key == "theme" {
            self.theme(value, i18n)?;
        }
        Err("config.toml: Permission denied".into())
    }
}

fn stubborn(change: impl FnOnce(&mut Prefs)) -> Harness {
    let mut prefs = Prefs::new(Lang::En);
    change(&mut prefs);
    let mut setup = setup(Memory::default(), Lang::En);
    setup.desk = Box::new(Stubborn(prefs));
    let mut h = Harness::with(setup, 80, 24);
    h.press("ctrl-s");
    h
}

#[test]
fn a_broken_theme_is_named_and_leaves_the_old_one() {
    let mut h = stubborn(|p| p.themes.push("bad".into()));
    let ground = h.buffer()[(0, 0)].bg;
    go_to(&mut h, "Theme");
    h.press("enter down").assert_hides("titel");
    h.press("end")
        .assert_shows("> bad")
        .assert_shows("line 2: \"titel\"");
    assert_eq!(h.buffer()[(0, 0)].bg, ground);
    h.press("enter").assert_shows("line 2: \"titel\"");
    assert_eq!(h.app().prefs().theme, "default");
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_changes() {
    let mut h = stubborn(|_| {});
    h.press("enter up enter");
    h.assert_shows("Permission denied").assert_shows("Settings");
    assert_eq!(h.app().lang(), Lang::En, "the language tried on is off again");
    go_to(&mut h, "Mouse");
    h.press("space").assert_shows("Permission denied");
    assert!(h.app().prefs().mouse);
}

#[test]
fn what_the_command_line_decides_is_not_changed_here() {
    let mut h = stubborn(|p| p.overridden = vec!["language", "data_dir"]);
    h.assert_shows("Decided by the command line or the environment");
    for key in ["left", "right", "enter"] {
        h.press(key)
            .assert_shows("The command line or the environment decides");
        assert!(h.app().over().is_none());
    }
    go_to(&mut h, "Data folder");
    h.press("enter")
        .assert_shows("The command line or the environment decides");
}

#[test]
fn goals_are_changed_added_and_taken_out() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    let all = GoalSubject::NonTeaching;
    go_to(&mut h, "Goal: non-teaching time");
    h.press("right right left")
        .assert_shows("< -16% >")
        .assert_shows("Saved");
    assert_eq!(percent(&memory, &all).as_deref(), Some("16"));
    h.press("enter ctrl-u").write("１２．５％").press("enter");
    assert_eq!(percent(&memory, &all).as_deref(), Some("12.5"));
    h.press("enter ctrl-u").write("150").press("enter");
    h.assert_shows("a number from 0 to 100").press("ctrl-u enter");
    h.assert_shows("stays").press("esc");
    assert_eq!(percent(&memory, &all).as_deref(), Some("12.5"), "refused");

    go_to(&mut h, "One more goal");
    h.press("enter")
        .assert_shows("> all of the policy's goals")
        .assert_shows("reports -30% (policy)")
        .press("down enter");
    let reports = GoalSubject::Category(Category::Reports);
    assert_eq!(percent(&memory, &reports).as_deref(), Some("30"));
    go_to(&mut h, "One more goal");
    h.press("enter").assert_hides("reports -30%");
    // After the line for all and the four of the policy that are left comes what has no percentage of its own.
    h.press("down down down down down").assert_shows("> teaching");
    h.press("enter ctrl-u").write("5").press("enter");
    assert_eq!(memory.profile().goals.len(), 3, "{}", h.screen());
    let teaching = GoalSubject::Category(Category::Teaching);
    assert_eq!(percent(&memory, &teaching).as_deref(), Some("5"));
    go_to(&mut h, "Goal: reports");
    h.press("x");
    assert_eq!(percent(&memory, &reports), None);
}

#[test]
fn all_goals_of_the_policy_are_set_at_once_and_taken_back_at_once() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "One more goal");
    h.press("enter enter");
    let goals = memory.profile().goals;
    assert_eq!(goals[1..], Goal::policy_beside());
    for line in [
        "Goal: reports ",
        "Goal: parent messages ",
        "Goal: all-staff meeting, how many ",
        "Goal: all-staff meeting, mean length ",
        "Goal: inspections and evaluations, how ",
    ] {
        go_to(&mut h, line);
    }
    h.press("left").assert_shows("< -49% >");
    go_to(&mut h, "One more goal");
    h.press("enter")
        .assert_shows("> all of the policy's goals")
        .assert_hides("(policy)");
    h.press("enter");
    assert_eq!(memory.profile().goals, goals, "as the policy says again");
    go_to(&mut h, "One more goal");
    h.press("enter")
        .assert_hides("all of the policy's goals")
        .press("esc");
    h.press("u u u");
    assert_eq!(memory.profile(), Profile::default());
}

#[test]
fn a_meetings_worth_is_asked_or_not() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "Ask a meeting's worth");
    h.assert_shows("< off >");
    for (key, asks) in [
        ("enter", true),
        ("left", false),
        ("right", true),
        ("space", false),
        ("enter", true),
    ] {
        h.press(key);
        assert_eq!(memory.profile().ask_worth, asks, "{key}");
    }
    h.assert_shows("< on >").press("u");
    assert!(!memory.profile().ask_worth);
}

/// Esc in a line that was opened from a menu closed the menu too.
#[test]
fn esc_goes_back_from_a_typed_line_to_the_menu_it_was_opened_from() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "One more goal");
    h.press("enter down down down down down down down");
    let menu = h.screen();
    h.press("enter").write("5").press("esc");
    assert_eq!(h.screen(), menu);
    h.press("esc");
    assert!(h.app().over().is_none());
    assert_eq!(memory.profile(), Profile::default());
    h.press("esc o end");
    let menu = h.screen();
    h.press("enter").write("snow").press("esc");
    assert_eq!(h.screen(), menu);
    h.press("enter").write("snow").press("enter").assert_shows("snow");
}

#[test]
fn school_days_are_ticked_and_the_last_one_stays() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "School days");
    h.press("enter").assert_shows("[x] Mon").assert_shows("[ ] Sat");
    // Each toggle was saved, and Esc took none back.
    h.press("end up space").assert_shows("[x] Sat").press("esc");
    assert_eq!(memory.profile(), Profile::default());
    h.press("enter").assert_shows("[ ] Sat");
    h.press("end up space enter").assert_shows("Saved");
    assert_eq!(
        memory.profile().school_days.to_string(),
        "mon,tue,wed,thu,fri,sat"
    );
    let seq = h.app().day().loaded.as_ref().unwrap().seq;
    h.press("enter home space down space down space down space down space");
    h.press("down space").assert_shows("At least one weekday");
    h.press("enter");
    assert_eq!(h.app().day().loaded.as_ref().unwrap().seq, seq + 1, "one step");
    assert_eq!(memory.profile().school_days.to_string(), "sat");
    h.assert_shows("School days").assert_shows("Sat");
}

#[test]
fn typed_values_are_taken_or_refused_with_the_reason() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "Reply window");
    h.press("enter ctrl-u").write("18:00-7:30").press("enter");
    h.assert_shows("the start before the end");
    h.press("ctrl-u").write("7:30-18:00").press("enter");
    assert_eq!(memory.profile().reply_window.to_string(), "07:30-18:00");
    go_to(&mut h, "Lessons");
    h.press("enter ctrl-u")
        .write("08:00-08:45 08:30-09:00")
        .press("enter");
    h.assert_shows("lesson 2 begins before");
    h.press("ctrl-u").write("08:00-8.45").press("enter");
    h.assert_shows("\"08:00-8.45\" is no lesson");
    assert!(memory.profile().bells.is_empty());
    h.press("ctrl-u").write("8:00-8:40，8:50-9:30").press("enter");
    h.assert_shows("2 lessons, 08:00-09:30");
    h.press("enter ctrl-u enter");
    assert!(memory.profile().bells.is_empty(), "the usual ones");
}

#[test]
fn what_cannot_be_read_again_or_saved_is_said() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "Goal: non-teaching time");
    memory.change(|d| d.broken = Some("the disk is full".into()));
    h.press("right")
        .assert_shows("the disk is full")
        .assert_shows("-15%");
}

#[test]
fn baseline_backups_and_first_steps_open_from_here() {
    let memory = Memory::default();
    let mut h = settings(&memory);
    go_to(&mut h, "Baseline");
    h.press("enter");
    assert!(h.app().over().is_some());
    h.press("esc");
    go_to(&mut h, "Backups");
    h.press("enter").assert_shows("Back up now").press("esc");
    h.press("s").assert_shows("Step 1 of 3").press("esc");
    assert!(matches!(h.app().screen(), Screen::Settings(_)));
    h.press("esc").assert_hides(" Settings");
}

#[test]
fn the_policy_is_what_stands_there_at_first() {
    assert_eq!(Memory::default().profile().main_goal().reduction, Percent::POLICY);
}

const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (120, 40)];

fn snap(name: &str, keys: &[&str]) {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let memory = Memory::default();
            memory.change(|d| {
                let reports = GoalSubject::Category(Category::Reports);
                d.profile.set_goal(reports, Some(Percent::REPORTS));
            });
            let mut setup = setup(memory, lang);
            let mut prefs = Prefs::new(lang);
            prefs.data_dir = "/home/teacher/.local/share/jianfu".into();
            prefs.file = Some("/home/teacher/.config/jianfu/config.toml".into());
            setup.desk = Box::new(Unsaved(prefs));
            let mut h = Harness::with(setup, width, height);
            for keys in keys {
                h.press(keys);
            }
            insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}

#[test]
fn the_list() {
    snap("list", &["ctrl-s"]);
}

#[test]
fn a_goal_selected() {
    snap("goal", &["ctrl-s down down down down down right"]);
}

#[test]
fn the_end_of_the_list() {
    snap("end", &["ctrl-s end"]);
}

#[test]
fn a_theme_tried_on() {
    snap("theme", &["ctrl-s down enter down"]);
}

#[test]
fn the_school_days() {
    let days = "ctrl-s down down down down down down down down enter";
    snap("days", &[days]);
}

#[test]
fn a_prompt_with_a_mistake() {
    let bells = "ctrl-s end up up up up enter ctrl-u";
    snap("prompt", &[bells, "8 : 0 0 - 7 enter"]);
}

/// The lines that are typed over a screen, each with something in it.
#[test]
fn what_is_typed_in_three_languages() {
    let prompts = [
        (
            "goal-typed",
            "ctrl-s down down down down down enter down down down down down down enter 5",
        ),
        ("reason-typed", "o end enter s n o w"),
        ("minutes-typed", "w b down enter 7 2 0"),
        ("minutes-wrong", "w b down enter 9 9 9 9"),
    ];
    for (name, keys) in prompts {
        for lang in Lang::ALL {
            let mut h = Harness::sized(&Memory::default(), lang, 60, 18);
            h.press(keys);
            assert!(
                matches!(h.app().over(), Some(Over::Prompt(_))),
                "{name}\n{}",
                h.screen()
            );
            insta::assert_snapshot!(format!("{name}-{lang}-60x18"), h.picture());
        }
    }
}

#[test]
fn without_colours_and_lines() {
    let mut setup = setup(Memory::default(), Lang::ZhHans);
    setup.look.theme = Theme::mono();
    setup.look.borders = Borders::Ascii;
    let mut prefs = Prefs::new(Lang::ZhHans);
    prefs.theme = "mono".into();
    prefs.borders = Borders::Ascii;
    setup.desk = Box::new(Unsaved(prefs));
    let mut h = Harness::with(setup, 60, 18);
    h.press("ctrl-s down enter");
    insta::assert_snapshot!("settings-mono", h.picture());
}

#[test]
fn where_the_list_goes_on_is_said_at_its_edges() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.press("ctrl-s");
    let edge = |h: &Harness, row: usize| h.lines()[row].trim_end().ends_with(" more");
    let last = h.lines().iter().rposition(|l| l.starts_with("────")).unwrap();
    assert_eq!((edge(&h, 1), edge(&h, last)), (false, true), "{}", h.screen());
    h.assert_shows("? help");
    h.press("end");
    assert_eq!((edge(&h, 1), edge(&h, last)), (true, false), "{}", h.screen());
    h.resize(80, 40).assert_hides("1 more").assert_hides("4 more");
}
