//! A response as it is sealed, and writing it.

use super::{Place, opened, path, raw_on_screen, snap, survey};
use crate::common::Harness;
use jianfu::app::{Over, Prefs};
use jianfu::i18n::Lang;
use jianfu::survey::Joined;
use jianfu::tui::Unsaved;
use std::path::PathBuf;

#[test]
fn raw() {
    snap("survey-raw", Place::joined, "S v");
}

#[test]
fn a_response_to_write() {
    snap("survey-respond", Place::joined, "S right r");
}

/// The bytes sealed are the bytes shown.
#[test]
fn what_is_shown_raw_is_what_is_in_the_file() {
    let (definition, pair) = survey("Autumn");
    let place = Place::new(Lang::En, vec![Joined::new(definition).kept()]);
    for (width, height) in [(80, 40), (61, 60), (300, 30)] {
        let mut h = place.open(Lang::En, width, height);
        h.press("S v");
        let shown_raw = raw_on_screen(&h);
        let spaces = 4096 - 1 - shown_raw.len();
        h.assert_shows(&format!("Followed by {spaces} spaces and a line end"));
        let before = place.sealed();
        h.press("r enter").assert_shows("is written").press("enter");
        let new: Vec<PathBuf> = place
            .sealed()
            .into_iter()
            .filter(|p| !before.contains(p))
            .collect();
        let [file] = new.as_slice() else {
            panic!("{new:?}\n{}", h.screen())
        };
        let expected = format!("{shown_raw}{}\n", " ".repeat(spaces));
        assert_eq!(String::from_utf8(opened(file, &pair)).unwrap(), expected);
    }
}

#[test]
fn what_changed_meanwhile_is_shown_again_and_not_sent() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r");
    let mut session = place.session();
    session
        .apply(&jianfu::diary::Operation::Close {
            date: "2026-11-10".parse().unwrap(),
            closed: false,
        })
        .unwrap();
    drop(session);
    h.press("enter").assert_shows("has changed since it was shown");
    assert_eq!(place.sealed(), Vec::<PathBuf>::new());
    assert!(h.app().over().is_none());
    h.assert_shows("4 of 5 school days");
    h.press("r enter").assert_shows("is written");
}

#[test]
fn a_folder_that_is_not_there_is_said_in_the_dialog() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r");
    path(&mut h, place.files().join("none").to_str().unwrap());
    h.press("enter");
    assert!(matches!(h.app().over(), Some(Over::SurveyRespond(over)) if over.trouble.is_some()));
    h.press("end ctrl-u enter").assert_shows("Type the folder");
    assert_eq!(place.sent(), []);
}

#[test]
fn the_folder_is_remembered() {
    let place = Place::joined(Lang::En);
    let mut h = Harness::with(place.setup(Lang::En, "/nowhere"), 80, 24);
    h.press("S r");
    path(&mut h, place.files().to_str().unwrap());
    h.press("enter").assert_shows("on purpose").press("enter");
    h.press("d S r enter").assert_shows("is written");
    assert_eq!(place.sent().len(), 2);
}

#[test]
fn the_demo_says_that_it_is_made_up() {
    let place = Place::joined(Lang::En);
    let mut setup = place.setup(Lang::En, "/data");
    setup.desk = Box::new(Unsaved(Prefs {
        made_up: true,
        ..Prefs::new(Lang::En)
    }));
    let mut h = Harness::with(setup, 80, 24);
    h.press("S r").assert_shows("This is the demo").press("esc");
    h.press("w e").assert_shows("This is the demo");
}
