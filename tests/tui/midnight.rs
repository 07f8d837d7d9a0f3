//! The screen is open while the date changes.

use crate::common::{Harness, Memory, date, setup};
use crate::ghosts::plan;
use chrono::NaiveDateTime;
use chrono::Weekday;
use jianfu::app::Input;
use jianfu::domain::Category;
use jianfu::i18n::Lang;
use jianfu::tui::Next;
use std::cell::Cell;
use std::rc::Rc;

/// Friday evening, and a clock to be moved on.
fn late() -> (Memory, Harness, Rc<Cell<NaiveDateTime>>) {
    let clock = Rc::new(Cell::new("2026-11-20T23:50:00".parse().unwrap()));
    let memory = Memory::default();
    let mut setup = setup(memory.clone(), Lang::En);
    let now = Rc::clone(&clock);
    setup.now = Box::new(move || now.get());
    let mut h = Harness::with(setup, 80, 24);
    h.write("23:00-23:30 bk").press("enter esc");
    (memory, h, clock)
}

fn midnight(clock: &Cell<NaiveDateTime>) {
    clock.set("2026-11-21T00:10:00".parse().unwrap());
}

#[test]
fn the_first_key_after_midnight_shows_the_new_day_and_does_nothing_to_it() {
    for key in ["x", "c", "e", "up", "8"] {
        let (memory, mut h, clock) = late();
        midnight(&clock);
        h.press(key)
            .assert_shows("2026-11-21 Today")
            .assert_shows("past midnight: this is Sat 2026-11-21");
        let friday = memory.diary().day(date("2026-11-20")).into_owned();
        assert_eq!((friday.blocks().len(), friday.closed), (1, false), "{key}");
        assert!(!memory.diary().day(date("2026-11-21")).closed, "{key}");
    }
}

#[test]
fn a_key_pressed_on_the_old_day_does_not_close_the_new_one_unseen() {
    let (memory, mut h, clock) = late();
    midnight(&clock);
    h.input(Input::Back).assert_shows("2026-11-21 Today");
    h.press("c").assert_shows("past midnight");
    assert!(!memory.diary().day(date("2026-11-21")).closed);
    h.press("c").assert_shows("Closed");
    assert!(memory.diary().day(date("2026-11-21")).closed, "asked for twice");
}

#[test]
fn a_line_opened_on_the_new_day_says_so() {
    let (_, mut h, clock) = late();
    midnight(&clock);
    h.input(Input::Back).press("0").assert_shows("past midnight");
    h.press("q").assert_hides("past midnight");
    h.press("esc");
    midnight(&clock);
    h.press("q");
    assert_eq!(h.last, Next::Quit);
}

#[test]
fn a_day_that_was_gone_to_stays() {
    let (_, mut h, clock) = late();
    h.press("left");
    midnight(&clock);
    h.input(Input::Back).press("home").assert_shows("2026-11-19");
    h.press("t").assert_shows("2026-11-21 Today");
}

/// The key was meant for what the day before has left to confirm, not for the new day's plan.
#[test]
fn nothing_of_the_new_day_is_confirmed_by_the_first_key() {
    for key in ["space", "A"] {
        let (memory, mut h, clock) = late();
        plan(
            &memory,
            &[(Weekday::Sat, 480, 525, Category::Duty, "on-duty", "")],
        );
        h.input(Input::Back);
        midnight(&clock);
        h.input(Input::Back).press(key).assert_shows("past midnight");
        let booked = || memory.diary().day(date("2026-11-21")).blocks().len();
        assert_eq!(booked(), 0, "{key}");
        h.press(key);
        assert_eq!(booked(), 1, "{key}");
    }
}

#[test]
fn a_line_begun_before_midnight_says_on_which_date_it_logs() {
    let (memory, mut h, clock) = late();
    h.write("23:30-23:5");
    midnight(&clock);
    h.input(Input::Back).assert_shows("2026-11-20 Yesterday");
    h.press("9")
        .assert_shows("this line still logs on Fri 2026-11-20");
    h.write(" bk").assert_hides("past midnight").press("enter");
    assert_eq!(memory.diary().day(date("2026-11-20")).blocks().len(), 2);
    h.press("esc right left").assert_shows("2026-11-20");
}
