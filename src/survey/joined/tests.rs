use super::*;
use crate::survey::definition::tests::WHOLE;
use proptest::prelude::*;

fn survey() -> Joined {
    Joined::new(Definition::read(WHOLE.as_bytes()).unwrap())
}

#[test]
fn only_what_is_asked_can_be_answered() {
    let mut survey = survey();
    assert_eq!(survey.answered("stage"), None);
    survey.answer("stage", Some("primary")).unwrap();
    assert_eq!(survey.answered("stage").unwrap().code.as_str(), "primary");
    survey.answer("stage", Some("secondary")).unwrap();
    assert_eq!(survey.answered("stage").unwrap().code.as_str(), "secondary");
    for unsaid in [None, Some(NOT_SAID)] {
        survey.answer("region", Some("north_a")).unwrap();
        survey.answer("region", unsaid).unwrap();
        assert_eq!(survey.answered("region"), None);
    }
    // The heading of a tree is no answer, nor is one of another group.
    for wrong in ["north", "primary", "", "North_A"] {
        let known = vec!["north_a".to_owned(), "south".to_owned()];
        let bad = BadAnswer::NoSuchAnswer {
            group: "region".into(),
            answer: wrong.into(),
            known,
        };
        assert_eq!(survey.answer("region", Some(wrong)), Err(bad));
    }
    let known: Vec<String> = ["stage", "region"]
        .into_iter()
        .chain(Field::ALL.map(Field::code))
        .map(str::to_owned)
        .collect();
    let bad = BadAnswer::NoSuchField {
        field: "role".into(),
        known,
    };
    assert_eq!(survey.answer("role", Some("primary")), Err(bad));
    assert_eq!(
        survey.answered("stage").unwrap().code.as_str(),
        "secondary",
        "what was refused changed nothing"
    );
}

#[test]
fn what_is_kept_and_no_longer_asked_is_dropped() {
    let mut kept = survey().kept();
    kept.answers.insert("stage".into(), "tertiary".into());
    kept.answers.insert("role".into(), "primary".into());
    kept.answers.insert("region".into(), "south".into());
    kept.withheld.extend(["goal".to_owned(), "shoe_size".to_owned()]);
    let read = Joined::read(&kept).unwrap();
    assert_eq!(
        read.kept().answers.into_iter().collect::<Vec<_>>(),
        [("region".to_owned(), "south".to_owned())]
    );
    assert!(read.withholds(Field::Goal) && !read.withholds(Field::Days));
    kept.definition.clear();
    assert!(Joined::read(&kept).is_err());
}

proptest! {
    #[test]
    fn what_is_kept_is_read(survey in crate::survey::response::tests::making::surveys()) {
        prop_assert_eq!(Joined::read(&survey.kept()).unwrap(), survey);
    }
}
