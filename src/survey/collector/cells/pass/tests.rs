use super::*;
use crate::domain::Category;
use crate::survey::collector::Value;
use crate::survey::collector::dataset::tests::{many_rows, rows};
use crate::survey::definition::tests::sample;
use proptest::prelude::*;

#[test]
fn the_pass_over_a_dataset_is_adding_row_by_row() {
    let (definition, _) = sample();
    let weeks: Vec<WeekId> = ["2026-W45", "2026-W46", "2026-W47"]
        .map(|w| w.parse().unwrap())
        .to_vec();
    let of_a_week = prop::collection::vec(rows(&definition), 1..4);
    let parts = prop::collection::vec(of_a_week, weeks.len());
    proptest!(ProptestConfig::with_cases(24), |(parts in parts)| {
        let folder = tempfile::tempdir().unwrap();
        let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
        let mut expected = Cells::new(Frame::of(&definition));
        for (week, parts) in weeks.iter().zip(&parts) {
            for (number, rows) in parts.iter().enumerate() {
                dataset.write(&dataset.part_path(*week, number), rows).unwrap();
                for row in rows {
                    expected.cell(*week, &row.groups).add(&row.values);
                }
            }
        }
        prop_assert_eq!(&Cells::of_dataset(&dataset, None).unwrap(), &expected);
        let last = weeks[1]..=weeks[2];
        expected.cells.retain(|(week, _), _| last.contains(week));
        prop_assert_eq!(&Cells::of_dataset(&dataset, Some(last)).unwrap(), &expected);
    });
}

#[test]
fn it_is_so_of_many_rows() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let rows = many_rows(&definition, 65_000);
    let mut expected = Cells::new(Frame::of(&definition));
    for (number, rows) in rows.chunks(25_000).enumerate() {
        let week = ["2026-W45", "2026-W46"][number % 2].parse().unwrap();
        dataset.write(&dataset.part_path(week, number), rows).unwrap();
        for row in rows {
            expected.cell(week, &row.groups).add(&row.values);
        }
    }
    assert!(Cells::of_dataset(&dataset, None).unwrap() == expected);
}

#[test]
fn more_minutes_than_a_week_has_are_refused() {
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let mut rows = many_rows(&definition, 3);
    for category in Category::ALL {
        rows[1].values[Value::Category(category).index()] = 10_000;
    }
    let week = "2026-W45".parse().unwrap();
    dataset.write(&dataset.part_path(week, 0), &rows).unwrap();
    assert!(matches!(
        Cells::of_dataset(&dataset, None),
        Err(DatasetError::Part(..))
    ));
}
