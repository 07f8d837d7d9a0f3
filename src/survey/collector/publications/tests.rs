use super::*;
use crate::survey::KeyPair;
use crate::survey::collector::report::Standing;
use crate::survey::collector::{Dataset, Simulation};
use crate::survey::definition::tests::draft;
use tempfile::TempDir;

/// A dataset of made-up responses to a week, and its cells.
fn made_up(folder: &Path) -> (Dataset, Cells) {
    let weeks = "2026-W45".parse().unwrap()..="2026-W45".parse().unwrap();
    let simulation = Simulation::new(7, 200, weeks, false).unwrap();
    simulation.write_dataset(folder).unwrap();
    let dataset = Dataset::open(folder).unwrap();
    let cells = Cells::of_dataset(&dataset, None).unwrap();
    (dataset, cells)
}

fn surveys<const N: usize>() -> [Frame; N] {
    std::array::from_fn(|_| {
        let definition = draft().write(&KeyPair::generate().recipient(), crate::i18n::I18n::english());
        Frame::of(&definition.unwrap())
    })
}

fn together(frames: &[&Frame]) -> Frame {
    Frame::of_all(frames.iter().map(|frame| frame.surveys[0].clone()).collect()).unwrap()
}

/// Every response so many times.
fn times(cells: &Cells, n: u32) -> Cells {
    let mut out = cells.clone();
    for (key, cell) in &mut out.cells {
        (1..n).for_each(|_| cell.merge(&cells.cells[key]));
    }
    out
}

fn report(publications: &Publications, cells: &Cells, cross: Option<[usize; 2]>) -> Report {
    let published = publications.read(&cells.frame, None).unwrap();
    Report::of(cells, &published, cross).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published");
    (folder, path)
}

#[test]
fn a_folder_is_of_one_set_of_surveys() {
    let (_folder, path) = place();
    let [a, b, c] = surveys();
    let both = together(&[&a, &b]);
    assert!(Publications::look(&path, &both).is_ok(), "nothing is there yet");
    assert!(!path.exists());
    drop(Publications::open(&path, &both).unwrap());
    assert!(Publications::open(&path, &together(&[&b, &a])).is_ok());
    for other in [&a, &together(&[&a, &c]), &together(&[&a, &b, &c])] {
        for opened in [Publications::open(&path, other), Publications::look(&path, other)] {
            assert!(
                matches!(opened, Err(PublicationsError::OtherSurveys(_))),
                "{opened:?}"
            );
        }
    }
}

#[test]
fn the_key_of_surveys_depends_on_which_they_are_and_on_nothing_else() {
    let [a, b, c] = surveys();
    let key = Publications::key(&together(&[&a, &b]));
    assert_eq!(key, Publications::key(&together(&[&b, &a])));
    assert_eq!(key.len(), 16);
    for other in [&a, &b, &together(&[&a, &c]), &together(&[&a, &b, &c])] {
        assert_ne!(key, Publications::key(other));
    }
}

#[test]
fn only_one_publishes_at_a_time_and_what_a_killed_run_left_goes() {
    let (_folder, path) = place();
    let [frame] = surveys();
    let first = Publications::open(&path, &frame).unwrap();
    let second = Publications::open(&path, &frame);
    assert!(matches!(second, Err(PublicationsError::Busy(_))), "{second:?}");
    drop(first);
    fs::create_dir(path.join(".new-rows")).unwrap();
    fs::write(path.join(".new-rows/part-0000.rows"), "x").unwrap();
    fs::write(path.join(".new-cells"), "x").unwrap();
    drop(Publications::open(&path, &frame).unwrap());
    assert_eq!(names(&path), ["lock", "surveys.json"]);
}

#[test]
fn what_is_kept_is_read_again_and_grows_by_enough_only() {
    let (_folder, path) = place();
    let data = tempfile::tempdir().unwrap();
    let (_, cells) = made_up(data.path());
    let week = cells.weeks()[0];
    let mut publications = Publications::open(&path, &cells.frame).unwrap();
    let first = report(&publications, &cells, None);
    publications.keep(&first, &cells, None).unwrap();
    assert_eq!(publications.latest(week), Some(1));
    drop(publications);

    let mut publications = Publications::open(&path, &cells.frame).unwrap();
    let again = report(&publications, &cells, None);
    assert_eq!(again.weeks[0].standing, Standing::Same);
    assert_eq!(again.weeks[0].tables, first.weeks[0].tables);
    publications.keep(&again, &cells, None).unwrap();
    assert_eq!(publications.latest(week), Some(1));

    let grown = times(&cells, 11);
    let later = report(&publications, &grown, None);
    assert_eq!(
        (later.weeks[0].standing, later.weeks[0].issue),
        (Standing::Grown, 2)
    );
    publications.keep(&later, &grown, None).unwrap();
    assert_eq!(
        names(&path),
        ["2026-W45.1.cells", "2026-W45.2.cells", "lock", "surveys.json"]
    );
    let read = publications.read(&cells.frame, None).unwrap();
    assert_eq!((&read[&week].first, &read[&week].latest), (&cells, &grown));
    let other_weeks = "2026-W01".parse().unwrap()..="2026-W02".parse().unwrap();
    assert!(
        publications
            .read(&cells.frame, Some(&other_weeks))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_week_that_could_not_be_read_again_is_not_kept() {
    let (_folder, path) = place();
    let data = tempfile::tempdir().unwrap();
    let (_, cells) = made_up(data.path());
    let mut strange = Cells::new(cells.frame.clone());
    for ((_, groups), cell) in &cells.cells {
        strange.cell("2031-W01".parse().unwrap(), groups).merge(cell);
    }
    let mut publications = Publications::open(&path, &cells.frame).unwrap();
    let outside = report(&publications, &strange, None);
    let kept = publications.keep(&outside, &strange, None);
    assert!(matches!(kept, Err(PublicationsError::Cells(_))), "{kept:?}");
    assert_eq!(names(&path), ["lock", "surveys.json"]);
}

#[test]
fn two_groups_are_settled_by_a_table_that_is_shown() {
    let (_folder, path) = place();
    let data = tempfile::tempdir().unwrap();
    let (_, cells) = made_up(data.path());
    let groups = |codes: [&str; 2]| codes.map(str::to_owned);
    let (one, other) = (groups(["stage", "role"]), groups(["stage", "years"]));
    let mut publications = Publications::open(&path, &cells.frame).unwrap();
    let without = report(&publications, &cells, None);
    publications.keep(&without, &cells, Some(&one)).unwrap();
    assert_eq!(publications.agree_on(other.clone()).unwrap(), other);
    let with = report(&publications, &cells, Some([0, 1]));
    assert!(with.weeks[0].cross.is_some());
    publications.keep(&with, &cells, Some(&one)).unwrap();
    let turned = groups(["role", "stage"]);
    assert_eq!(publications.agree_on(turned).unwrap(), one);
    let refused = publications.agree_on(other);
    assert!(matches!(refused, Err(PublicationsError::OtherGroups(..))));
}

#[test]
fn the_responses_of_an_issue_stay_as_they_were_and_tools_pass_over_them() {
    let (_folder, path) = place();
    let data = tempfile::tempdir().unwrap();
    let (dataset, cells) = made_up(data.path());
    let week = cells.weeks()[0];
    let publications = Publications::open(&path, &cells.frame).unwrap();
    assert_eq!(publications.rows(week, 1).unwrap(), None);
    publications.keep_rows(&dataset, week, 1, &cells).unwrap();
    let part = dataset.parts().unwrap()[&week][0].clone();
    let rows = dataset.read(&part).unwrap();
    dataset.write(&part.path, &rows[1..]).unwrap();
    let kept = publications.rows(week, 1).unwrap().unwrap();
    assert_eq!(dataset.read(&kept[0]).unwrap(), rows);
    assert_eq!(names(&path), ["_2026-W45.1.rows", "lock", "surveys.json"]);
    assert_eq!(names(&path.join("_2026-W45.1.rows")), ["part-0000.rows"]);

    let changed = publications.keep_rows(&dataset, week, 2, &cells);
    assert!(
        matches!(changed, Err(PublicationsError::Changed(w)) if w == week),
        "{changed:?}"
    );
    assert_eq!(publications.rows(week, 2).unwrap(), None);
}

#[test]
fn which_issue_the_public_use_file_is_of_is_settled() {
    let (_folder, path) = place();
    let [frame] = surveys();
    let publications = Publications::open(&path, &frame).unwrap();
    assert!(publications.public_use().unwrap().is_empty());
    let issues = BTreeMap::from([("2026-W45".parse().unwrap(), 2)]);
    publications.settle_public_use(&issues).unwrap();
    assert_eq!(publications.public_use().unwrap(), issues);
}
