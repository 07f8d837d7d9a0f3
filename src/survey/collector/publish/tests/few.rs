//! What is of too few is not published.

use super::tables::{publish_to, read_csv, today};
use super::*;
use crate::i18n::{I18n, Lang};

#[test]
fn too_few_are_not_published_and_nothing_is_left_behind() {
    let dir = tempfile::tempdir().unwrap();
    simulation(9).write_dataset(&dir.path().join("d")).unwrap();
    let dataset = Dataset::open(&dir.path().join("d")).unwrap();
    let path = dir.path().join("open.csv");
    assert!(matches!(
        publish_to(&dataset, &path),
        Err(PublishError::TooFew(10))
    ));
    let names: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(names, ["d"]);
    std::fs::write(dir.path().join("open.sheet.md"), "mine").unwrap();
    assert!(matches!(
        publish_to(&dataset, &path),
        Err(PublishError::Exists(_))
    ));
}

#[test]
fn a_week_of_too_few_is_left_out_and_named() {
    let (definition, dir) = (simulation(10).definition, tempfile::tempdir().unwrap());
    let weeks: Vec<WeekId> = ["2026-W45", "2026-W46"].map(|w| w.parse().unwrap()).into();
    let candidates = |week: WeekId| {
        let mut out = Candidates::default();
        let mut cells = Cells::new(Frame::of(&definition));
        let n = if week == weeks[0] { 9 } else { 40 };
        for minutes in 0..n {
            let values = ordinary(15 * minutes);
            out.add(&[1, 1, 1, 2], &values);
            cells.cell(week, &[1, 1, 1, 2]).add(&values);
        }
        Ok((out, Visible::of(&cells, week, Some([0, 1]))))
    };
    let path = dir.path().join("open.csv");
    let files = PublicFiles::new(&path, Format::Csv, &definition, I18n::new(Lang::En), today()).unwrap();
    let prepared = publish(
        &definition,
        weeks.clone(),
        candidates,
        files,
        &BTreeMap::new(),
        Vec::new(),
    );
    let account = prepared.unwrap().finish().unwrap();
    assert_eq!((account.rows, account.weeks_left_out), (40, vec![weeks[0]]));
    let sheet = std::fs::read_to_string(dir.path().join("open.sheet.md")).unwrap();
    assert!(
        sheet.contains("fewer than 10 responses, or one of them makes up most of the time: 2026-W45"),
        "{sheet}"
    );
    // Nobody met the goal and no week is complete: neither is said.
    let (names, rows) = read_csv(&path);
    for name in ["goal_met", "complete"] {
        let at = names.iter().position(|n| n == name).unwrap();
        assert!(rows.iter().all(|r| r[at].is_empty()));
    }
}
