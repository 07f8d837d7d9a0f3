//! What was written, and withdrawing it.

use super::{Place, opened, shown, survey};
use crate::common::Harness;
use jianfu::i18n::Lang;
use jianfu::survey::{Definition, Joined};

#[test]
fn a_response_and_its_withdrawal_and_what_the_history_has_of_them() {
    let (definition, pair) = survey("Autumn");
    let place = Place::new(Lang::En, vec![Joined::new(definition).kept()]);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S X")
        .assert_shows("No response of this week was written");
    h.press("r")
        .assert_shows("Only about 8 people")
        .assert_shows("exactly as it was shown");
    h.press("enter")
        .assert_shows("is written")
        .assert_shows("Hand this file to whoever bundles them at school");
    let file = place.sealed().remove(0);
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    let whole: String = h.lines().iter().map(|l| l.trim_matches(['│', ' '])).collect();
    assert!(whole.contains(&name), "{whole}");
    h.press("enter")
        .assert_shows("The same was written before")
        .assert_hides("! The same"); // read again: it would be the same
    h.press("h")
        .assert_shows("2026-11-20 17:30  2026-W46  response 1")
        .assert_shows(&name);
    h.press("enter")
        .assert_shows("School stage")
        .assert_shows("Time by category");
    let raw = |h: &Harness| h.screen().contains("\"type\":\"jianfu response\"");
    for _ in 0..40 {
        h.press("down");
    }
    assert!(h.screen().contains("Raw") || raw(&h), "{}", h.screen());
    h.press("end").assert_shows("\"ratings\"");
    h.press("esc esc X").assert_shows("asks whoever collects");
    h.press("enter").assert_shows("withdrawal of 2026-W46 is written");
    let withdrawal = place.sealed().into_iter().find(|p| *p != file).unwrap();
    let said = String::from_utf8(opened(&withdrawal, &pair)).unwrap();
    assert!(said.starts_with("{\"type\":\"jianfu withdrawal\""), "{said}");
    h.press("esc f7")
        .assert_shows("withdrawal 2")
        .assert_shows("response 1");
    assert_eq!(place.sent().len(), 2);
    // Left, the history stays.
    h.press("D y").assert_shows("withdrawal 2");
}

/// What the keys do in the history is about the selected line, whatever the head shows.
#[test]
fn in_the_history_the_keys_are_about_the_selected_line() {
    let (one, _) = survey("Autumn");
    let (other, _) = survey("Autumn");
    let kept = [one.clone(), other.clone()].map(|d| Joined::new(d).kept());
    let place = Place::new(Lang::En, kept.to_vec());
    let mut h = place.open(Lang::En, 60, 18);
    h.press("S n left r enter enter"); // the first, of the week before
    assert_eq!(place.sent()[0].week.to_string(), "2026-W45");
    h.press("n h");
    let group = |d: &Definition| d.fingerprint().to_string()[..5].to_owned();
    h.assert_shows("response 1")
        .assert_shows(&one.fingerprint().to_string());
    h.press("X").assert_shows("2026-W45").press("esc");
    h.press("r").assert_shows("response of 2026-W45").press("esc");
    assert_eq!(shown(&h).joined().map(Joined::hash), Some(one.hash()));
    assert_eq!(shown(&h).week().unwrap().to_string(), "2026-W45");
    // The other one, and both are told apart.
    h.press("n r enter enter h");
    h.assert_shows(&format!("{} Autumn", group(&one)))
        .assert_shows(&format!("{} Autumn", group(&other)));
    // Left, it can be withdrawn no more.
    h.press("D").assert_shows("(2026-W45 to").press("y");
    let mine = |h: &Harness, d: &Definition| shown(h).selected_sent().unwrap().survey == d.hash();
    h.press("home");
    if mine(&h, &one) {
        h.press("down");
    }
    assert!(mine(&h, &other));
    h.assert_shows("Left: Autumn")
        .press("X")
        .assert_shows("join it again first");
    h.press("r").assert_shows("join it again first");
    h.assert_hides("r write").assert_hides("X withdraw");
}

/// Without its definition there is nothing but the message itself.
#[test]
fn what_was_written_to_a_survey_that_was_left_is_seen_raw() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r enter enter D y h enter")
        .assert_shows("\"type\":\"jianfu response\"")
        .assert_hides("School stage");
}
