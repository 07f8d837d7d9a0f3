use super::*;
use crate::survey::collector::values::{MISSING, VALUES, Value};
use crate::survey::definition::tests::sample;
use crate::survey::response::tests::making::{heading, readings, surveys};
use crate::survey::{Message, Response};
use proptest::prelude::*;

pub(in crate::survey::collector) fn rows(definition: &Definition) -> impl Strategy<Value = Vec<Row>> + use<> {
    let answers: Vec<u16> = definition
        .groups
        .iter()
        .map(|g| u16::try_from(g.answers.len()).unwrap())
        .collect();
    let groups: Vec<_> = answers.into_iter().map(|most| 0..=most).collect();
    let number = |value: Value| {
        let given = match value {
            Value::Category(_) => 0..=2_000, // together not more than a week
            other => other.range(),
        };
        if value.is_required() {
            given.boxed()
        } else {
            prop_oneof![Just(MISSING), given].boxed()
        }
    };
    let numbers: Vec<_> = Value::all().map(number).collect();
    let row = (any::<[u8; 16]>(), 1..=u32::MAX, groups, numbers);
    let row = row.prop_map(|(respondent, revision, groups, numbers)| {
        let mut values = [MISSING; VALUES];
        values.copy_from_slice(&numbers);
        Row {
            respondent: crate::domain::to_hex(&respondent).try_into().unwrap(),
            revision,
            groups: groups.into(),
            values,
        }
    });
    prop::collection::vec(row, 1..40)
}

#[test]
fn what_is_written_is_read() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let week = "2026-W47".parse().unwrap();
    let path = dataset.part_path(week, 0);
    proptest!(ProptestConfig::with_cases(24), |(rows in rows(&definition))| {
        dataset.write(&path, &rows).unwrap();
        let parts = dataset.parts().unwrap();
        prop_assert_eq!(parts.len(), 1);
        prop_assert_eq!(dataset.read(&parts[&week][0]).unwrap(), rows);
    });
}

#[test]
fn a_folder_is_the_dataset_of_one_survey() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    assert!(matches!(Dataset::open(&path), Err(DatasetError::NoDataset(_))));
    Dataset::open_or_new(&path, &definition).unwrap();
    let again = Dataset::open_or_new(&path, &definition).unwrap();
    assert_eq!(again.definition, definition);
    let (other, _) = sample();
    let refused = Dataset::open_or_new(&path, &other);
    assert!(matches!(refused, Err(DatasetError::OtherSurvey(_))));
    let refused = Dataset::open_or_new(folder.path(), &definition);
    assert!(matches!(refused, Err(DatasetError::NotEmpty(_))));
}

proptest! {
    #[test]
    fn the_numbers_of_a_row_are_those_that_the_codebook_points_at(survey in surveys(), reading in readings()) {
        let definition = &survey.definition;
        let response = Response::of(&survey, heading(&survey, 3), &reading);
        let row = Row::of(&response, definition);
        let json = serde_json::to_value(Message::Response(response)).unwrap();
        let codebook = Codebook::of(definition);
        let first = Columns::FIRST_GROUP + 1 + definition.groups.len();
        for (value, variable) in Value::all().zip(&codebook.variables[first..]) {
            let expected = match json.pointer(&variable.source) {
                None | Some(serde_json::Value::Null) => MISSING,
                Some(serde_json::Value::Bool(is)) => i16::from(*is),
                Some(number) => i16::try_from(number.as_i64().unwrap()).unwrap(),
            };
            prop_assert_eq!(row.values[value.index()], expected, "{}", &variable.name);
        }
        for (place, group) in row.groups.iter().zip(&definition.groups) {
            let answer = usize::from(*place).checked_sub(1).map(|p| group.answers[p].code.as_str());
            let given = json.pointer(&format!("/groups/{}", group.code)).unwrap();
            prop_assert_eq!(given.as_str(), answer);
        }
    }
}
