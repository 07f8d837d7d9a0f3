//! `survey leave`, and which of several surveys is meant.

use super::{Survey, fingerprint, fits, made_in};
use jianfu::diary::{JoinedSurvey, Setting};
use jianfu::store::Store;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn one_of_several_surveys_is_named() {
    let survey = Survey::joined();
    let teacher = &survey.teacher;
    let dir = teacher.dir.path().display().to_string();
    let mut args = made_in(&dir);
    (args[2], args[4], args[6]) = ("other", "zh-Hans=研修调查", "en=Training");
    let other = fingerprint(&teacher.ok(&args));
    teacher.ok(&["survey", "join", &survey.text("other.survey.toml")]);
    let which = teacher.refused(2, &["survey", "preview"]);
    assert!(which.contains("1 \"Teachers' time\", 2 \"Training\""), "{which}");
    for word in ["2", "train", "研修", &other, &other[..8]] {
        let shown = teacher.ok(&["survey", "preview", "--survey", word]);
        assert!(shown.starts_with("Training"), "{word}: {shown}");
    }
    for word in ["3", "调查", "nothing"] {
        let said = teacher.refused(2, &["survey", "preview", "--survey", word]);
        assert!(said.contains("1 \"Teachers' time\", 2 \"Training\""), "{said}");
    }
    let list = teacher.ok(&["survey"]);
    assert!(
        list.starts_with("1  Teachers' time\n") && list.contains("\n\n2  Training\n"),
        "{list}"
    );
    fits(&list);
    teacher.ok(&["survey", "leave", "--survey", "1"]);
    assert!(teacher.ok(&["survey", "preview"]).starts_with("Training"));
}

#[test]
fn a_survey_of_a_later_version_can_be_left() {
    let survey = Survey::joined();
    let teacher = &survey.teacher;
    let mut session = Store::at(teacher.data())
        .session("2026-11-20T17:30:00".parse().unwrap())
        .unwrap();
    let mut surveys = session.profile().unwrap().surveys;
    let later = surveys[0]
        .definition
        .replacen("jianfu_survey = 1", "jianfu_survey = 99", 1);
    let later = JoinedSurvey {
        definition: later,
        answers: BTreeMap::new(),
        withheld: BTreeSet::new(),
    };
    surveys.insert(0, later);
    session.set(Setting::Surveys(surveys)).unwrap();
    drop(session);
    let unreadable = teacher.refused(1, &["survey", "preview", "--survey", "1"]);
    assert!(unreadable.contains("99"), "{unreadable}");
    let left = teacher.run(&["survey", "leave", "--survey", "1"]);
    assert!(left.status == 0 && left.err.contains("no longer"), "{left:?}");
    let list = teacher.json(&["survey", "list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["fingerprint"], survey.fingerprint.as_str());
}
