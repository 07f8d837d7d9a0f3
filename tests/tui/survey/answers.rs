//! Answering the groups and withholding fields.

use super::{Place, go_to, selected, shown, snap, survey};
use crate::common::now;
use jianfu::demo;
use jianfu::i18n::Lang;
use jianfu::survey::Joined;

#[test]
fn an_answer() {
    snap("survey-group", Place::joined, "S enter");
}

/// Many answers are held by the same: what tells them apart is seen first, and stays where there is little room.
#[test]
fn the_answers_of_a_tree_are_told_apart() {
    let lang = Lang::ZhHans;
    let mut survey = demo::survey(now().date());
    let (province, city) = ("示例省教育厅直属学校", "示例市教育局直属学校");
    let schools = ["第一实验小学", "第二实验小学"];
    let answers = [
        format!("{{ code = \"p\", name = \"{province}\" }}"),
        format!("{{ code = \"c\", name = \"{city}\", within = \"p\" }}"),
        "{ code = \"d\", name = \"示例区\", within = \"c\" }".to_owned(),
        format!("{{ code = \"s1\", name = \"{}\", within = \"d\" }}", schools[0]),
        format!("{{ code = \"s2\", name = \"{}\", within = \"d\" }}", schools[1]),
    ]
    .join(", ");
    let group = format!("\n[[groups]]\ncode = \"school\"\nname = \"学校\"\nanswers = [{answers}]\n");
    survey.definition += &group;
    let place = Place::new(lang, vec![survey]);
    let mut h = place.open(lang, 60, 18);
    h.press("S down down enter");
    for school in schools {
        h.assert_shows(&format!("{school}（示例区、{city}、"));
    }
    h.assert_hides("直属学校）");
}

#[test]
fn a_group_is_answered_and_a_field_withheld_and_both_taken_back() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S").assert_shows("one of about 180");
    assert_eq!(selected(&h), "School stage");
    h.press("enter")
        .assert_shows("not said")
        .assert_shows("360 people");
    h.press("up up enter").assert_shows("one of about 640");
    assert_eq!(place.surveys()[0].answers.get("stage"), None);
    h.press("u").assert_shows("one of about 180");
    go_to(&mut h, "Meetings");
    h.assert_shows("Enter withhold").press("space");
    assert!(place.surveys()[0].withheld.contains("meetings"));
    assert_eq!(selected(&h), "Meetings");
    h.assert_shows("Enter give");
    assert_eq!(shown(&h).selected().unwrap().value, "not given");
    h.press("enter").assert_shows("Enter withhold");
    assert!(!place.surveys()[0].withheld.contains("meetings"));
    // From one of its values too.
    go_to(&mut h, "Time by activity");
    h.press("down down enter");
    assert_eq!(selected(&h), "Time by activity");
    assert!(place.surveys()[0].withheld.contains("activities"));
    h.press("f9");
    assert!(!place.surveys()[0].withheld.contains("activities"));
    h.press("home enter").assert_shows("in every response");
}

/// What another process did to the surveys meanwhile is not undone by an answer given here.
#[test]
fn an_answer_changes_only_what_it_is_about() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S enter");
    let (other, _) = survey("Autumn");
    let mut all = place.surveys();
    all.push(Joined::new(other).kept());
    let both = jianfu::diary::Setting::Surveys(all);
    place.session().set(both).unwrap();
    h.press("home enter").assert_shows("Survey 1 of 2: Teachers");
    assert_eq!(place.surveys().len(), 2);
    assert_eq!(place.surveys()[0].answers.get("stage"), None);
    // And one that is left is neither answered nor written to.
    h.press("r");
    let none = jianfu::diary::Setting::Surveys(Vec::new());
    place.session().set(none).unwrap();
    h.press("enter")
        .assert_shows("no longer take part")
        .assert_shows("none joined");
    assert_eq!(place.sent(), []);
    assert!(h.app().over().is_none());
}

/// What is chosen is never under the message about it.
#[test]
fn the_message_lies_below_the_chosen_line() {
    let place = Place::joined(Lang::En);
    let mut h = place.open(Lang::En, 80, 24);
    h.press("S end");
    let last = selected(&h);
    h.press("enter")
        .assert_shows("Saved")
        .assert_shows(&format!("> {last}"));
}
