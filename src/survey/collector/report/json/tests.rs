use super::*;
use crate::survey::collector::report::samples;
use std::collections::BTreeSet;

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(REPORT_SCHEMA).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn every_report_is_as_the_schema_says() {
    let validator = validator();
    for (name, report) in samples::all() {
        let value: Value = serde_json::from_str(&report.to_json()).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0], "{name}");
        assert!(!report.to_json().contains('\n'));
    }
    let mut wrong = samples::empty().json();
    wrong["version"] = 2.into();
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn the_samples_are_of_every_kind() {
    let standings: BTreeSet<&str> = samples::published()
        .weeks
        .iter()
        .map(|w| w.standing.code())
        .collect();
    assert_eq!(standings, BTreeSet::from(["new", "same", "grown", "waiting"]));
    let school = samples::school();
    assert_eq!(school.not_shown.len(), 1);
    assert!(samples::empty().period.is_none() && school.is_made_up());
    let district = samples::district();
    let region = &district.period.as_ref().unwrap().groups[3];
    assert!(region.lines.iter().any(|line| line.within.is_some()));
    assert!(district.weeks[0].cross.is_some());
}

#[test]
fn hidden_numbers_are_null_and_answers_are_codes() {
    let value = samples::school().json();
    let all = &value["period"]["all"];
    assert_eq!(all["non_teaching"]["deciles"], Value::Null);
    assert!(all["responses"].as_u64().unwrap() > 0);
    let groups = value["period"]["groups"].as_array().unwrap();
    let hidden: Vec<&str> = groups
        .iter()
        .flat_map(|g| g["hidden"].as_array().unwrap())
        .map(|code| code.as_str().unwrap())
        .collect();
    assert!(hidden.contains(&NOT_SAID), "{hidden:?}");
    assert_eq!(portion(Portion::Below(30)).to_string(), r#"{"below":0.3}"#);
    assert_eq!(portion(Portion::Above(70)).to_string(), r#"{"above":0.7}"#);
    assert_eq!(portion(Portion::Percent(7)).to_string(), r#"{"share":0.07}"#);
}
