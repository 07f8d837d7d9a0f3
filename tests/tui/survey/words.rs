//! What would be sent, in words, and what is said around it.

use super::{Place, shown, snap};
use crate::common::{Harness, now};
use jianfu::app::Input;
use jianfu::demo;
use jianfu::i18n::{I18n, Lang};
use jianfu::store::Store;
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn nothing_joined() {
    snap("survey-none", |lang| Place::new(lang, Vec::new()), "S");
}

#[test]
fn in_words() {
    snap("survey", Place::joined, "ctrl-d");
}

/// The week is not complete, and there are few alike.
#[test]
fn with_warnings() {
    let few = |lang| {
        let mut survey = demo::survey(now().date());
        survey.definition = survey.definition.replace("staff = 640", "staff = 24");
        Place::new(lang, vec![survey])
    };
    snap("survey-warnings", few, "S right down");
}

#[test]
fn weeks_are_those_of_the_survey_up_to_today() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("2026-W46 (7 of 15)");
    h.press("right").assert_shows("2026-W47 (8 of 15)");
    h.assert_shows("not complete");
    h.press("right")
        .assert_shows("2026-W47 (8 of 15)")
        .assert_shows("2026-W48 has not begun yet");
    h.flood("left left left left left left left left left left")
        .assert_shows("2026-W40 (1 of 15)")
        .assert_shows("is the first week");
    h.press("t").assert_shows("2026-W46 (7 of 15)");
}

#[test]
fn a_new_week_begins_while_the_screen_is_open() {
    let place = Place::joined(Lang::En);
    let clock = Rc::new(Cell::new(now()));
    let mut setup = place.setup(Lang::En, "/data");
    let told = Rc::clone(&clock);
    setup.now = Box::new(move || told.get());
    let mut h = Harness::with(setup, 80, 24);
    h.press("S right right").assert_shows("2026-W47 (8 of 15)");
    clock.set("2026-11-23T08:00:00".parse().unwrap());
    h.press("right").assert_shows("2026-W48 (9 of 15)");
    clock.set("2027-01-25T08:00:00".parse().unwrap());
    h.press("down").assert_shows("Closed on 2027-01-24");
    h.press("r enter").assert_shows("nothing is taken any more");
    assert_eq!(place.sent(), []);
}

#[test]
fn the_words_follow_the_language_and_the_day() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("School stage");
    h.press("ctrl-s enter");
    h.write("").press("down down").press("enter");
    let lang = h.app().lang();
    h.press("esc ctrl-d");
    let label = shown(&h).said.lines[0].label.clone();
    assert_eq!(label, I18n::new(lang).format("response-survey", &[]));
}

#[test]
fn why_nothing_is_known_of_the_goal_is_said() {
    let place = Place::joined(Lang::En);
    let weeks = ["2026-W46", "2026-W45"].map(|week| week.parse().unwrap());
    let choice = jianfu::figures::BaselineChoice::Weeks(weeks.to_vec());
    let setting = jianfu::diary::Setting::Baseline(choice);
    place.session().set(setting).unwrap();
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S")
        .assert_shows("part of your baseline")
        .assert_hides("! The week is part");
    h.press("right")
        .assert_hides("part of your baseline")
        .assert_shows("! The week is not complete");
}

/// The secret that is made when a response is first shown is no change that anything is read again for.
#[test]
fn the_first_look_reads_once() {
    let place = Place::joined(Lang::En);
    let other = tempfile::tempdir().unwrap();
    let store = Store::at(other.path().join("data"));
    let setting = jianfu::diary::Setting::Surveys(place.surveys());
    store.session(now()).unwrap().set(setting).unwrap();
    let mut setup = place.setup(Lang::En, "/data");
    setup.backing = Box::new(store.clone());
    let mut h = Harness::with(setup, 80, 24);
    assert!(store.session(now()).unwrap().survey_secret().unwrap().is_none());
    h.press("S");
    let secret = store.session(now()).unwrap().survey_secret().unwrap();
    assert!(secret.is_some());
    assert_eq!(h.app().unread_query(), None);
    assert_eq!(h.app().toast(), None);
    h.input(Input::Back);
    assert_eq!(h.app().unread_query(), None);
    assert_eq!(h.app().toast(), None);
    assert_eq!(store.session(now()).unwrap().survey_secret().unwrap(), secret);
}

#[test]
fn what_is_asked_and_how_it_is_protected_is_seen_again_later() {
    snap("survey-about", Place::joined, "S i");
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 60, 18);
    h.press("S i")
        .assert_shows("Who asks")
        .press("end")
        .assert_shows("Fingerprint");
    h.press("esc")
        .assert_shows("School stage")
        .press("f12")
        .assert_shows("Who asks");
}
