//! Joining and leaving, here and elsewhere.

use super::{Place, go_to, path, shown, snap_picture, survey};
use crate::common::{Harness, now};
use crate::screens::SIZES;
use jianfu::app::{Input, Over};
use jianfu::demo;
use jianfu::i18n::{I18n, Lang};
use jianfu::survey::{Definition, Joined};

/// The sheet of a survey about to be joined.
#[test]
fn about_to_be_joined() {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            let place = Place::new(lang, Vec::new());
            let definition = demo::survey(now().date()).definition;
            let file = place.file("a.survey.toml", definition.as_bytes());
            let mut h = place.open(lang, width, height);
            h.press("S a");
            path(&mut h, &file);
            h.press("enter");
            snap_picture(&format!("survey-join-{lang}-{width}x{height}"), &h);
        }
    }
}

/// However much the sheet says, and wherever it is scrolled to.
#[test]
fn what_is_to_be_compared_is_seen_whenever_enter_joins() {
    for lang in Lang::ALL {
        let place = Place::new(lang, Vec::new());
        let definition = demo::survey(now().date()).definition;
        let file = place.file("a.survey.toml", definition.as_bytes());
        let fingerprint = Definition::read(definition.as_bytes()).unwrap().fingerprint();
        let compare = I18n::new(lang).format("sheet-compare-how", &[]);
        let mut h = place.open(lang, 60, 18);
        h.press("S a");
        path(&mut h, &file);
        h.press("enter");
        for keys in ["", "down", "pagedown", "end", "home"] {
            h.press(keys);
            h.assert_shows(&fingerprint.to_string());
            let shown: String = h.lines().iter().map(|l| l.trim_matches(['│', ' '])).collect();
            let flat = |text: &str| text.replace(' ', "");
            assert!(flat(&shown).contains(&flat(&compare)), "{}", h.screen());
        }
    }
}

#[test]
fn a_file_is_joined_and_that_can_be_taken_back() {
    let place = Place::new(Lang::En, Vec::new());
    let (definition, _) = survey("Autumn");
    let file = place.file("a.survey.toml", definition.text().as_bytes());
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("none joined").assert_shows("press a");
    h.press("a");
    path(&mut h, &file[..file.len() - 12]); // completed, as for an import
    h.press("tab").assert_shows("a.survey.toml").press("enter");
    assert!(matches!(h.app().over(), Some(Over::JoinSurvey(_))));
    h.assert_shows("Autumn")
        .assert_shows(&definition.fingerprint().to_string());
    h.press("esc").assert_shows("none joined");
    assert_eq!(place.surveys(), []);
    h.press("a");
    path(&mut h, &file);
    h.press("enter enter")
        .assert_shows("Survey: Autumn")
        .assert_shows("Saved")
        .assert_shows("2026-W46 (2 of 6)");
    assert_eq!(place.surveys(), [Joined::new(definition.clone()).kept()]);
    // Once is enough.
    h.press("a");
    path(&mut h, &file);
    h.press("enter").assert_shows("already").press("esc");
    h.press("u").assert_shows("none joined");
    assert_eq!(place.surveys(), []);
    h.press("ctrl-r").assert_shows("Survey: Autumn");
    h.press("D").assert_shows("Leave the survey").press("n");
    h.press("D y").assert_shows("none joined");
    h.press("u").assert_shows("Survey: Autumn");
}

#[test]
fn files_that_are_no_definition_say_what_is_wrong_and_where() {
    let place = Place::new(Lang::En, Vec::new());
    let (definition, _) = survey("Autumn");
    let text = definition.text();
    let bad = |name: &str, content: &[u8]| place.file(name, content);
    let cases = [
        (bad("1.toml", b"\xff\xfe"), "not text in UTF-8"),
        (bad("2.toml", b"a = 1"), "not the definition of a survey"),
        (
            bad("3.toml", text.replace("rounding = 15", "rounding = 1").as_bytes()),
            "rounding: a whole number from 5 to 60",
        ),
        (
            bad("4.toml", text.replace("Autumn", "\\u001b[2J").as_bytes()),
            "without control characters",
        ),
        (
            bad(
                "6.toml",
                text.replace("2027-01-15", "2026-11-19")
                    .replace("2026-W50", "2026-W46")
                    .as_bytes(),
            ),
            "the survey closed on 2026-11-19",
        ),
        (bad("5.toml", &vec![b' '; 300 * 1024]), "at most 64"),
        (
            place.files().join("none.toml").to_str().unwrap().to_owned(),
            "no such file",
        ),
        (place.files().to_str().unwrap().to_owned(), "this is no file"),
    ];
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S");
    for (file, said) in cases {
        h.press("a");
        path(&mut h, &file);
        h.press("enter");
        let screen = h.lines().join(" ");
        let flat: String = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        let flat = flat.replace("│ │ ", "");
        assert!(flat.contains(said), "{said}: {}", h.screen());
        assert!(matches!(h.app().over(), Some(Over::ImportFile(_))));
        h.press("esc");
    }
    assert_eq!(place.surveys(), []);
}

#[test]
fn several_surveys_take_turns() {
    let (definition, _) = survey("Autumn");
    let place = Place::new(
        Lang::En,
        vec![demo::survey(now().date()), Joined::new(definition).kept()],
    );
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("Survey 2 of 2: Autumn");
    h.press("tab").assert_shows("Survey 1 of 2: Teachers");
    h.press("n").assert_shows("Survey 2 of 2: Autumn");
    h.press("D y").assert_shows("Survey: Teachers");
}

#[test]
fn what_another_process_changed_is_shown_on_coming_back() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("one of about 180");
    let mut other = place.surveys();
    other[0].answers.clear();
    let surveys = jianfu::diary::Setting::Surveys(other);
    place.session().set(surveys).unwrap();
    h.press("down").assert_shows("one of about 180"); // nothing is looked for while keys are pressed
    h.input(Input::Back).assert_shows("one of about 640");
    place
        .session()
        .set(jianfu::diary::Setting::Surveys(Vec::new()))
        .unwrap();
    h.input(Input::Back).assert_shows("none joined");
}

/// The keys go on acting on the survey looked at, whatever another process joins; one joined here comes first.
#[test]
fn only_a_survey_joined_here_comes_onto_the_screen() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S left r");
    let others = ["Autumn", "Winter", "Spring"].map(|title| survey(title).0);
    let join = |definition: &Definition| {
        let mut all = place.surveys();
        all.push(Joined::new(definition.clone()).kept());
        let all = jianfu::diary::Setting::Surveys(all);
        place.session().set(all).unwrap();
    };
    join(&others[0]);
    h.input(Input::Back);
    assert_eq!(shown(&h).week().unwrap().to_string(), "2026-W45");
    h.press("enter")
        .assert_shows("response of 2026-W45 is written")
        .press("enter")
        .assert_shows("Survey 1 of 2: Teachers");
    h.press("D").assert_shows("Teachers").press("esc");
    // Even where a change made here is what it is first seen with.
    join(&others[1]);
    go_to(&mut h, "School stage");
    h.press("enter home enter")
        .assert_shows("Survey 1 of 3: Teachers");
    // Joined here, it comes first, and again when it is taken back and made again.
    let file = place.file("a.survey.toml", others[2].text().as_bytes());
    h.press("a");
    path(&mut h, &file);
    h.press("enter enter").assert_shows("Survey 4 of 4: Spring");
    h.press("n u").assert_shows("Survey 1 of 3: Teachers");
    h.press("ctrl-r").assert_shows("Survey 4 of 4: Spring");
}

#[test]
fn a_closed_survey_is_joined_again_to_withdraw() {
    let (definition, _) = survey("Autumn");
    let place = Place::new(Lang::En, vec![Joined::new(definition.clone()).kept()]);
    let file = place.file("a.survey.toml", definition.text().as_bytes());
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S r enter enter D y").assert_shows("none joined");
    let mut setup = place.setup(Lang::En, place.files().to_str().unwrap());
    setup.now = Box::new(|| "2027-02-01T08:00:00".parse().unwrap());
    let mut h = Harness::with(setup, 80, 24);
    h.press("S h X").assert_shows("join it again first").press("a");
    path(&mut h, &file);
    h.press("enter enter").assert_shows("Closed on").press("X enter");
    h.assert_shows("The withdrawal of 2026-W46 is written");
}
