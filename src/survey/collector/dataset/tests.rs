use super::parts::WEEK;
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

/// So many rows that columns have several pages: runs, sparse and dense numbers, and gaps.
pub(in crate::survey::collector) fn many_rows(definition: &Definition, count: u64) -> Vec<Row> {
    let mut random = 1_u64;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 33) % below
    };
    let answers: Vec<u64> = definition.groups.iter().map(|g| g.answers.len() as u64).collect();
    let row = |number: u64| {
        let values = Value::all().map(|value| {
            let kind = (value.index() as u64 + number / 30_000) % 5;
            match (kind, value.is_required()) {
                (0, false) => MISSING,
                (1, _) => *value.range().end() / 5,
                (2, false) if next(3) == 0 => MISSING,
                (3, _) if next(10) > 0 => 0,
                _ => i16::try_from(next(u64::from(value.range().end().unsigned_abs()) / 5 + 1)).unwrap(),
            }
        });
        let values: Vec<i16> = values.collect();
        Row {
            respondent: format!("{number:032x}").try_into().unwrap(),
            revision: 1,
            groups: answers
                .iter()
                .map(|most| u16::try_from(next(most + 1)).unwrap())
                .collect(),
            values: values.try_into().unwrap(),
        }
    };
    (0..count).map(row).collect()
}

#[test]
fn columns_of_many_pages_are_read_as_they_were_written() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let rows = many_rows(&definition, 65_000);
    let part = Part {
        week: "2026-W47".parse().unwrap(),
        path: dataset.part_path("2026-W47".parse().unwrap(), 0),
    };
    dataset.write(&part.path, &rows).unwrap();
    assert!(dataset.read(&part).unwrap() == rows);
}

#[test]
fn a_part_of_a_survey_that_asks_the_same_is_refused() {
    let (definition, _) = sample();
    let (other, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mine = Dataset::open_or_new(&path("mine"), &definition).unwrap();
    let theirs = Dataset::open_or_new(&path("theirs"), &other).unwrap();
    let week = "2026-W47".parse().unwrap();
    theirs
        .write(&mine.part_path(week, 0), &many_rows(&other, 10))
        .unwrap();
    let part = &mine.parts().unwrap()[&week][0];
    assert!(matches!(mine.read(part), Err(DatasetError::Part(..))));
    let cells = crate::survey::collector::Cells::of_dataset(&mine, None);
    assert!(matches!(cells, Err(DatasetError::Part(..))));
}

#[test]
fn only_what_was_written_here_is_a_part() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let week = "2026-W47".parse().unwrap();
    let path = dataset.part_path(week, 12_345);
    dataset.write(&path, &many_rows(&definition, 10)).unwrap();
    for name in [".new-part-0001.parquet", "part-0001.txt", "notes.parquet"] {
        fs::write(path.with_file_name(name), "").unwrap();
    }
    fs::write(dataset.folder().join("week=2026-W48"), "a file and no folder").unwrap();
    assert_eq!(dataset.parts().unwrap()[&week].len(), 1);
    for name in [
        "part-0000 (1).parquet",
        "part-0000.parquet.parquet",
        "part-000.parquet",
        "part-00012.parquet",
        "part-copy.parquet",
    ] {
        let copy = path.with_file_name(name);
        fs::copy(&path, &copy).unwrap();
        assert!(
            matches!(dataset.parts(), Err(DatasetError::Stray(found)) if found == copy),
            "{name}"
        );
        fs::remove_file(&copy).unwrap();
    }
}

#[test]
fn a_week_that_is_not_asked_about_is_refused() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let rows = many_rows(&definition, 10);
    let (last, after) = (*definition.weeks.end(), "2027-W20".parse().unwrap());
    dataset.write(&dataset.part_path(last, 0), &rows).unwrap();
    fs::create_dir(dataset.folder().join(format!("{WEEK}{after}"))).unwrap(); // empty: of no matter
    assert_eq!(dataset.parts().unwrap().len(), 1);
    dataset.write(&dataset.part_path(after, 0), &rows).unwrap();
    assert!(matches!(dataset.parts(), Err(DatasetError::OtherWeek(_))));
}

#[test]
fn a_damaged_part_is_an_error_and_no_panic() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let part = Part {
        week: "2026-W47".parse().unwrap(),
        path: dataset.part_path("2026-W47".parse().unwrap(), 0),
    };
    dataset.write(&part.path, &many_rows(&definition, 60)).unwrap();
    let whole = fs::read(&part.path).unwrap();
    let (mut random, mut refused, mut unnoticed) = (7_u64, 0, 0);
    for round in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=round % 3 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            // Every second time near the end, where what stands where is written.
            let near = if round % 2 == 0 {
                bytes.len()
            } else {
                bytes.len() / 2
            };
            let back = usize::try_from(random >> 33).unwrap() % near;
            let at = bytes.len() - 1 - back;
            bytes[at] = random.to_le_bytes()[3];
        }
        fs::write(&part.path, &bytes).unwrap();
        match dataset.read(&part) {
            Ok(rows) => assert!(rows.len() <= MOST_ROWS),
            Err(why) => {
                assert!(matches!(why, DatasetError::Part(..) | DatasetError::Damaged(_)));
                refused += 1;
            }
        }
        // The same of a part of before there were checksums, and of one that was damaged on purpose.
        checksum::seal(&mut bytes);
        fs::write(&part.path, &bytes).unwrap();
        if let Ok(rows) = dataset.read(&part) {
            assert!(rows.len() <= MOST_ROWS);
            unnoticed += 1;
        }
    }
    assert!(refused > 380 && unnoticed > 40, "{refused}, {unnoticed}");
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
