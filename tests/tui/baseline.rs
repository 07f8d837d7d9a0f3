//! Choosing the weeks that the others are compared with, on a store with the demo's made-up term.

use crate::common::{Harness, Memory, now, setup};
use jianfu::app::{BaselineChooser, Over, Query};
use jianfu::diary::{Operation, SETTING_NAMES, Setting};
use jianfu::domain::{Day, WeekId};
use jianfu::figures::{Baseline, BaselineChoice};
use jianfu::i18n::Lang;
use jianfu::store::Store;

/// A store that holds a term with eight complete weeks at least; the folder goes when it is dropped.
fn term() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path());
    let (diary, profile) = jianfu::demo::term(now().date(), Lang::En);
    let settings = SETTING_NAMES.iter().filter_map(|n| profile.setting(n)).collect();
    let mut session = store.session(now()).unwrap();
    session
        .replace(diary.days().cloned().collect(), settings)
        .unwrap();
    drop(session);
    (dir, store)
}

fn choice(store: &Store) -> BaselineChoice {
    store.session(now()).unwrap().profile().unwrap().baseline
}

#[test]
fn weeks_are_chosen_and_taken_back() {
    let (dir, store) = term();
    let other = Store::at(dir.path());
    let mut h = Harness::with(setup(store, Lang::En), 80, 24);
    h.press("w b")
        .assert_shows("(x) automatic: the first two complete weeks")
        .assert_shows("( ) type minutes for a five-day week")
        .assert_shows("min a school day; five days ");
    let before = h.screen();
    let line = |h: &Harness| h.lines().into_iter().find(|l| l.contains("five days "));
    let automatic = line(&h);
    h.press("down down space");
    assert_ne!(line(&h), automatic, "three weeks instead of two");
    h.assert_shows("( ) automatic").press("esc b");
    assert_eq!(h.screen(), before, "nothing was changed");

    h.press("end space enter");
    h.assert_shows("takes at least two complete weeks")
        .assert_shows("( ) automatic");
    assert_eq!(choice(&other), BaselineChoice::Auto);
    h.press("home down down tab").assert_hides("takes at least two");
    h.press("enter").assert_shows("Saved");
    let BaselineChoice::Weeks(weeks) = choice(&other) else {
        panic!("{:?}", choice(&other))
    };
    assert_eq!(weeks.len(), 2);
    h.press("u").assert_shows("Taken back: the baseline");
    assert_eq!(choice(&other), BaselineChoice::Auto);
}

#[test]
fn minutes_are_typed() {
    let (dir, store) = term();
    let other = Store::at(dir.path());
    let mut h = Harness::with(setup(store, Lang::En), 60, 18);
    h.press("w b down enter")
        .write("72o")
        .assert_shows("72o minutes: a baseline is 1 to");
    h.press("enter").assert_shows("72o minutes");
    assert_eq!(choice(&other), BaselineChoice::Auto);
    h.press("backspace 0")
        .assert_shows("144.0 min a school day; five days 720")
        .assert_shows("target 612");
    h.press("enter").assert_shows("Saved").assert_shows("of 612 min");
    assert_eq!(choice(&other), BaselineChoice::Minutes(720));
    h.press("b")
        .assert_shows("(x) typed: 720 min for a five-day week");
    h.press("enter").assert_shows("> 720"); // Enter alone does not take the typed minutes away
    h.press("esc");
    assert_eq!(choice(&other), BaselineChoice::Minutes(720));
}

#[test]
fn enter_on_automatic_takes_it() {
    let (dir, store) = term();
    let other = Store::at(dir.path());
    let mut h = Harness::with(setup(store, Lang::ZhHans), 80, 24);
    h.press("w b down enter").write("６００").press("enter");
    assert_eq!(choice(&other), BaselineChoice::Minutes(600));
    h.press("b up enter");
    assert_eq!(choice(&other), BaselineChoice::Auto);
}

/// From the settings the chooser opened on its first line, and Enter took that: a saved baseline was gone.
#[test]
fn enter_alone_keeps_what_is_saved_wherever_it_is_opened() {
    let (dir, store) = term();
    let other = Store::at(dir.path());
    let weeks: Vec<WeekId> = ["2026-W38", "2026-W40"].map(|w| w.parse().unwrap()).to_vec();
    for saved in [BaselineChoice::Weeks(weeks), BaselineChoice::Minutes(700)] {
        let mut session = other.session(now()).unwrap();
        session.set(Setting::Baseline(saved.clone())).unwrap();
        drop(session);
        for screen in ["w", "ctrl-s"] {
            let mut h = Harness::with(setup(store.clone(), Lang::En), 80, 24);
            h.press(screen);
            if screen == "w" {
                h.press("b");
            } else {
                (0..30)
                    .find(|_| h.press("down").screen().contains("> Baseline"))
                    .unwrap();
                h.press("enter");
            }
            assert!(matches!(h.app().over(), Some(Over::Baseline(_))));
            h.press("enter");
            assert_eq!(choice(&other), saved, "{screen}");
        }
    }
}

/// The chooser listed only complete weeks, and forgot the others when it saved.
#[test]
fn a_chosen_week_that_was_opened_again_stays_until_it_is_taken_out() {
    let (dir, store) = term();
    let other = Store::at(dir.path());
    let mut h = Harness::with(setup(store, Lang::En), 60, 18);
    h.press("w b down down tab down tab down tab enter")
        .assert_shows("Saved");
    let BaselineChoice::Weeks(three) = choice(&other) else {
        panic!("{:?}", choice(&other))
    };
    let opened = three[1];
    let (date, closed) = (opened.monday(), false);
    let mut session = other.session(now()).unwrap();
    session.apply(&Operation::Close { date, closed }).unwrap();
    drop(session);

    h.press("esc w b")
        .assert_shows("[x]")
        .assert_shows("not complete: 4/5 days closed");
    h.press("end tab enter").assert_shows("Saved");
    let BaselineChoice::Weeks(four) = choice(&other) else {
        panic!("{:?}", choice(&other))
    };
    assert!(four.len() == 4 && four.contains(&opened), "{four:?}");
    h.press("b down tab");
    while !h
        .lines()
        .iter()
        .any(|l| l.contains("> [x]") && l.contains("not complete"))
    {
        h.press("down");
    }
    h.press("tab").assert_shows("not complete").press("enter");
    assert!(!matches!(choice(&other), BaselineChoice::Weeks(ids) if ids.contains(&opened)));
}

/// Esc in the line for the minutes closed the chooser too, and what was ticked was lost.
#[test]
fn esc_goes_back_from_the_minutes_to_the_weeks_ticked() {
    let (_dir, store) = term();
    let mut h = Harness::with(setup(store, Lang::En), 80, 24);
    h.press("w b down down tab up");
    let ticked = h.screen();
    h.press("enter").write("12").press("esc");
    assert_eq!(h.screen(), ticked);
    h.press("esc").assert_hides("min a school day");
}

/// A digit took a line without a number, and one that was out of sight.
#[test]
fn a_digit_takes_no_line_that_has_no_number() {
    let (_dir, store) = term();
    let mut h = Harness::with(setup(store, Lang::En), 60, 18);
    h.press("w b down down");
    let before = h.screen();
    for digit in 1..=9 {
        h.press(&digit.to_string());
        assert_eq!(h.screen(), before, "{digit}");
    }
    h.press("esc esc = 1");
    assert!(matches!(h.app().over(), Some(Over::RepeatDay(_))));
}

/// So many complete weeks, the last one that before the tests.
fn weeks_in_memory(count: usize) -> Memory {
    let memory = Memory::default();
    memory.change(|d| {
        let last = WeekId::of(now().date());
        let weeks = (1..).map_while(|n| last.offset(-n)).take(count);
        for day in weeks
            .flat_map(WeekId::days)
            .map(Day::empty)
            .filter(Day::is_school)
        {
            let (date, closed) = (day.date, true);
            Operation::Close { date, closed }.apply(&mut d.diary).unwrap();
        }
    });
    memory
}

/// All weeks of forty years were read, and copied for each key.
#[test]
fn old_weeks_are_read_when_they_are_asked_for() {
    let newest = BaselineChooser::NEWEST;
    let memory = weeks_in_memory(newest + 9);
    let mut h = Harness::sized(&memory, Lang::En, 80, 24);
    h.press("w b");
    let (read, chosen) = (memory.queries(), Vec::new());
    assert_eq!(read, [Query::BaselineWeeks { newest, chosen }]);
    h.press("end")
        .assert_shows("> ")
        .assert_shows("all complete weeks, also");
    h.press("up")
        .assert_shows("> [x]")
        .press("up")
        .assert_shows("> [x]");
    h.press("up").assert_shows("> [ ]").press("tab");
    assert_eq!(memory.queries(), [], "a key reads nothing");
    h.press("end enter").assert_hides("all complete weeks, also");
    assert_eq!(memory.queries().len(), 1);
    let Some(Over::Baseline(chooser)) = h.app().over() else {
        panic!("{}", h.screen())
    };
    assert_eq!(chooser.weeks().unwrap().len(), newest + 9);
    assert_eq!(
        chooser.baseline().unwrap().weeks().count(),
        3,
        "what was ticked stays"
    );
}

#[test]
fn without_a_complete_week_it_says_what_makes_one() {
    let memory = Memory::default();
    let mut h = Harness::sized(&memory, Lang::En, 60, 18);
    h.press("w b")
        .assert_shows("No week is complete yet.")
        .assert_shows("it takes two complete weeks, or minutes")
        .assert_shows("type minutes");
    memory.change(|d| d.baseline = Some(Baseline::typed(900)));
    h.press("enter").assert_hides("No week is complete");
}

#[test]
fn the_choice_in_three_languages_and_sizes() {
    for lang in Lang::ALL {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let (_dir, store) = term();
            let mut h = Harness::with(setup(store, lang), width, height);
            h.press("w b down down tab down");
            insta::assert_snapshot!(format!("baseline-{lang}-{width}x{height}"), h.picture());
        }
    }
}
