//! The list of the rules of the burden list over the settings.

use crate::common::{Harness, Memory};
use chrono::Weekday;
use jianfu::app::{Over, Screen};
use jianfu::figures::{Rule, RuleValue};
use jianfu::i18n::Lang;

fn value(memory: &Memory, rule: Rule) -> RuleValue {
    memory.profile().rules.get(rule)
}

/// The list, opened with its key.
fn list(memory: &Memory) -> Harness {
    let mut h = Harness::new(memory);
    h.press("ctrl-s r").assert_shows(" Burden list ");
    h
}

fn is_open(h: &Harness) -> bool {
    matches!(h.app().over(), Some(Over::Rules(_)))
}

#[test]
fn it_opens_from_its_line_by_a_key_and_by_name() {
    let memory = Memory::default();
    let mut h = Harness::new(&memory);
    h.press("ctrl-s down down down down down down down down down enter");
    assert!(is_open(&h), "{}", h.screen());
    h.press("esc").assert_shows("10 of 11 rules on").press("home f6");
    assert!(is_open(&h));
    h.press("esc").assert_shows(" > Burden list");
    h.press("esc").assert_hides(" Settings");
    h.press("ctrl-p").write("burden").press("enter");
    assert!(
        is_open(&h) && matches!(h.app().screen(), Screen::Settings(_)),
        "{}",
        h.screen()
    );
    let mut h = Harness::sized(&memory, Lang::ZhHans, 80, 24);
    h.press("ctrl-p").write("fdqd").press("enter");
    assert!(is_open(&h), "{}", h.screen());
}

#[test]
fn rules_are_switched_and_their_limit_comes_back() {
    let memory = Memory::default();
    let mut h = list(&memory);
    let length = Rule::StaffMeetingLength;
    h.press("down").assert_shows("> [x] length of all-staff meetings");
    h.press("left left").assert_shows("< at most 80 min >");
    assert_eq!(value(&memory, length), RuleValue::Limit(80));
    h.press("space")
        .assert_shows("> [ ] length of all-staff meetings")
        .assert_shows("< off >");
    assert_eq!(value(&memory, length), RuleValue::Off);
    h.press("tab");
    assert_eq!(
        value(&memory, length),
        RuleValue::Limit(80),
        "as before it was switched off"
    );
    h.press("u u u").assert_shows("< at most 85 min >");
    h.press("ctrl-r").assert_shows("< at most 80 min >");
    assert!(is_open(&h), "taking back leaves the list open");
    h.press("esc u").assert_shows("the rules of the burden list");
    assert_eq!(value(&memory, length), RuleValue::Limit(85));
}

#[test]
fn a_limit_is_typed_or_refused_with_the_way_out() {
    let memory = Memory::default();
    let mut h = list(&memory);
    h.press("down enter")
        .assert_shows("> 90")
        .assert_shows("on, off, or 1 to 1440 minutes");
    h.press("enter");
    assert!(is_open(&h), "nothing is typed: it stays as it is");
    assert_eq!(value(&memory, Rule::StaffMeetingLength), RuleValue::Limit(90));
    h.press("enter").write("0").press("enter");
    h.assert_shows("length of all-staff meetings cannot be \"0\"");
    assert_eq!(value(&memory, Rule::StaffMeetingLength), RuleValue::Limit(90));
    h.press("ctrl-u").write("６０").press("enter");
    assert_eq!(value(&memory, Rule::StaffMeetingLength), RuleValue::Limit(60));
    h.assert_shows("< at most 60 min >");
    assert!(is_open(&h), "the list is there again");
    h.press("enter ctrl-u").write("7").press("esc");
    assert!(is_open(&h));
    assert_eq!(value(&memory, Rule::StaffMeetingLength), RuleValue::Limit(60));
    for (typed, read) in [
        ("off", RuleValue::Off),
        ("开", RuleValue::Limit(90)),
        ("关", RuleValue::Off),
    ] {
        h.press("enter ctrl-u").write(typed).press("enter");
        assert_eq!(value(&memory, Rule::StaffMeetingLength), read, "{typed}");
    }
}

#[test]
fn a_digit_begins_to_type_a_limit() {
    let memory = Memory::default();
    let mut h = list(&memory);
    h.press("down")
        .write("75")
        .press("enter")
        .assert_shows("< at most 75 min >");
    h.write("８０").press("enter").assert_shows("< at most 80 min >");
    h.write("9").press("esc").assert_shows("< at most 80 min >");
    // Where there is no number to type, a digit does nothing.
    h.press("down down").write("3");
    assert!(is_open(&h));
    h.press("end up up").write("3");
    assert!(is_open(&h));
}

#[test]
fn the_day_without_meetings_is_stepped_to_or_typed() {
    let memory = Memory::default();
    let mut h = list(&memory);
    let day = Rule::NoMeetingDay;
    h.press("down down down")
        .assert_shows("> [ ] day without meetings");
    h.press("right right").assert_shows("< Tue >");
    assert_eq!(value(&memory, day), RuleValue::Day(Weekday::Tue));
    h.press("left left").assert_shows("< off >");
    h.press("left")
        .assert_shows("< Sun >")
        .press("right")
        .assert_shows("< off >");
    for (typed, weekday) in [
        ("周三", Weekday::Wed),
        ("週五", Weekday::Fri),
        ("Monday", Weekday::Mon),
    ] {
        h.press("enter ctrl-u").write(typed).press("enter");
        assert_eq!(value(&memory, day), RuleValue::Day(weekday), "{}", h.screen());
    }
    h.press("space");
    assert_eq!(value(&memory, day), RuleValue::Off);
    h.press("space");
    assert_eq!(value(&memory, day), RuleValue::Day(Weekday::Mon));
    let memory = Memory::default();
    let mut h = list(&memory);
    h.press("down down down space")
        .assert_shows("off, or a weekday like wed");
    h.write("someday")
        .press("enter")
        .assert_shows("day without meetings cannot be");
    h.press("ctrl-u").write("wed").press("enter");
    assert_eq!(value(&memory, day), RuleValue::Day(Weekday::Wed));
}

#[test]
fn a_rule_without_a_limit_is_only_switched() {
    let memory = Memory::default();
    let mut h = list(&memory);
    let street = Rule::StreetDuty;
    h.press("end up up")
        .assert_shows("> [x] duty that is not the school's");
    for key in ["enter", "space", "left", "right"] {
        let before = value(&memory, street);
        h.press(key);
        assert_ne!(value(&memory, street), before, "{key}");
        assert!(is_open(&h), "{key}");
    }
}

#[test]
fn a_click_switches_a_rule() {
    let memory = Memory::default();
    let mut h = list(&memory);
    h.click("meeting called from outside");
    assert_eq!(value(&memory, Rule::OutsideMeeting), RuleValue::Off);
    h.assert_shows("> [ ] meeting called from outside");
}

#[test]
fn what_cannot_be_saved_is_said_and_changes_nothing() {
    for (width, height) in [(80, 24), (60, 18)] {
        let memory = Memory::default();
        let mut h = Harness::sized(&memory, Lang::En, width, height);
        h.press("ctrl-s r");
        memory.change(|d| d.broken = Some("the disk is full".into()));
        h.press("right").assert_shows("the disk is full");
        h.assert_shows("< at most 1 a week >");
    }
}

#[test]
fn every_rule_is_explained_in_every_language_and_size() {
    for lang in Lang::ALL {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut h = Harness::sized(&Memory::default(), lang, width, height);
            h.press("ctrl-s r");
            let mut seen = std::collections::BTreeSet::new();
            for _ in Rule::ALL {
                let screen = h.screen();
                assert!(!screen.contains('…'), "{screen}");
                let alone = |line: &str| line.trim_matches(['│', ' ']).chars().count() == 1;
                assert!(!screen.lines().any(alone), "no last word stands alone:\n{screen}");
                assert!(seen.insert(screen));
                h.press("down");
            }
            insta::assert_snapshot!(format!("last-{lang}-{width}x{height}"), h.picture());
        }
    }
}

fn snap(name: &str, keys: &str) {
    for lang in Lang::ALL {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut h = Harness::sized(&Memory::default(), lang, width, height);
            h.press(keys);
            insta::assert_snapshot!(format!("{name}-{lang}-{width}x{height}"), h.picture());
        }
    }
}

#[test]
fn the_list_with_some_changed() {
    snap(
        "changed",
        "ctrl-s r space down left down down right right right end up up space",
    );
}

#[test]
fn a_limit_that_is_wrong() {
    snap("wrong", "ctrl-s r down enter ctrl-u 0 enter");
}

#[test]
fn the_goals_that_can_be_set() {
    snap("goals", "ctrl-s down down down down down enter");
}
