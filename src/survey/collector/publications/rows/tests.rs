use super::*;
use crate::survey::collector::publications::tests::{made_up, names, place};
use crate::survey::collector::row::Row;
use std::collections::BTreeMap;

fn withdraw(dataset: &Dataset, lines: &[(WeekId, &Row, u32)]) -> Withdrawn {
    let collected = dataset.folder().join("collected");
    fs::create_dir_all(&collected).unwrap();
    let line =
        |(week, row, revision): &(WeekId, &Row, u32)| format!("{week},{},{revision}\n", row.respondent);
    fs::write(
        collected.join("withdrawn.csv"),
        lines.iter().map(line).collect::<String>(),
    )
    .unwrap();
    Withdrawn::of(dataset).unwrap()
}

#[test]
fn what_is_withdrawn_goes_from_what_was_kept_and_from_nowhere_else() {
    let (_folder, path) = place();
    let data = tempfile::tempdir().unwrap();
    let (dataset, cells) = made_up(data.path());
    let week = cells.weeks()[0];
    let publications = Publications::open(&path, &cells.frame).unwrap();
    publications.keep_rows(&dataset, week, 1, &cells).unwrap();
    let part = dataset.parts().unwrap()[&week][0].clone();
    let rows = dataset.read(&part).unwrap();
    let kept = || {
        let parts = publications.rows(week, 1).unwrap().unwrap();
        parts
            .iter()
            .flat_map(|part| dataset.read(part).unwrap())
            .collect()
    };
    let (one, two, three) = (&rows[3], &rows[5], &rows[8]);
    let other_week = week.offset(1).unwrap();
    // The second sent a later one since, the third withdrew another week.
    let withdrawn = withdraw(
        &dataset,
        &[
            (week, one, one.revision + 1),
            (week, two, two.revision - 1),
            (other_week, three, three.revision),
        ],
    );
    let has = || {
        publications
            .has_withdrawn(&dataset, (week, 1), &withdrawn)
            .unwrap()
    };
    assert!(has());
    for _ in 0..2 {
        publications
            .drop_withdrawn(&dataset, (week, 1), &withdrawn)
            .unwrap();
        let left: Vec<Row> = rows.iter().filter(|row| *row != one).cloned().collect();
        let kept: Vec<Row> = kept();
        assert_eq!(kept, left);
    }
    assert!(!has());
    assert_eq!(
        dataset.read(&part).unwrap(),
        rows,
        "the dataset is somebody else's to change"
    );

    let all: Vec<(WeekId, &Row, u32)> = rows.iter().map(|row| (week, row, row.revision)).collect();
    let withdrawn = withdraw(&dataset, &all);
    publications
        .drop_withdrawn(&dataset, (week, 1), &withdrawn)
        .unwrap();
    let kept: Vec<Row> = kept();
    assert_eq!(kept, []);
    assert_eq!(names(&path.join("_2026-W45.1.rows")), [""; 0]);
}

#[test]
fn only_what_a_file_can_be_made_of_is_kept() {
    let (_folder, path) = place();
    let data = tempfile::tempdir().unwrap();
    let (dataset, cells) = made_up(data.path());
    let week = cells.weeks()[0];
    let mut publications = Publications::open(&path, &cells.frame).unwrap();
    for issue in [1, 2, 3] {
        publications.keep_rows(&dataset, week, issue, &cells).unwrap();
    }
    let rows = || -> Vec<String> {
        let names = names(&path).into_iter();
        names.filter(|name| name.starts_with('_')).collect()
    };
    // The third was about to be published by a run that was killed.
    publications.issues.insert(week, 2);
    publications.forget_rows().unwrap();
    assert_eq!(rows(), ["_2026-W45.2.rows"]);
    publications.keep_rows(&dataset, week, 3, &cells).unwrap();
    publications.issues.insert(week, 3);
    publications
        .settle_public_use(&BTreeMap::from([(week, 2)]))
        .unwrap();
    fs::write(path.join("_notes"), "mine").unwrap();
    publications.forget_rows().unwrap();
    assert_eq!(rows(), ["_2026-W45.2.rows", "_notes"]);
}
