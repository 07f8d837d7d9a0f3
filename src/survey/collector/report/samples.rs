//! Reports on made-up responses, for the tests of what shows them.

use super::{Published, Report};
use crate::domain::WeekId;
use crate::i18n::{I18n, Lang};
use crate::survey::collector::{Cells, Dataset, Simulation};
use crate::survey::definition::tests::draft;
use crate::survey::{Asks, Code, Definition, Group, GroupAnswer, KeyPair, Wording};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

fn weeks(from: &str, to: &str) -> RangeInclusive<WeekId> {
    from.parse().unwrap()..=to.parse().unwrap()
}

fn cells(simulation: &Simulation) -> Cells {
    let folder = tempfile::tempdir().unwrap();
    simulation.write_dataset(folder.path()).unwrap();
    Cells::of_dataset(&Dataset::open(folder.path()).unwrap(), None).unwrap()
}

fn own(teachers: u64, from: &str, to: &str) -> Cells {
    cells(&Simulation::new(7, teachers, weeks(from, to), false).unwrap())
}

/// Cells of two weeks, for reports that are made otherwise.
pub(crate) fn two_weeks() -> Cells {
    own(300, "2026-W45", "2026-W46")
}

/// A school district over half a term, with two groups at once: most lines are shown, one region is tiny.
fn make_district() -> Report {
    let cells = own(400, "2026-W45", "2026-W50");
    let mut report = Report::of(&cells, &BTreeMap::new(), Some([0, 1])).unwrap();
    report.made_on = "2026-12-14".parse().ok();
    report
}

/// A small school: most lines are hidden, and one of the weeks.
fn make_school() -> Report {
    let mut cells = own(45, "2026-W45", "2026-W47");
    let few: WeekId = "2026-W46".parse().unwrap();
    cells
        .cells
        .retain(|(week, _), cell| *week != few || cell.respondents > 2);
    Report::of(&cells, &BTreeMap::new(), None).unwrap()
}

/// Weeks of every standing, of a survey with one group: one is new, one the same, one has come to twice as many, and one to
/// two respondents more.
fn make_published() -> Report {
    let definition = plain_definition();
    let cells = |seed, teachers| {
        cells(&Simulation::like(&definition, seed, teachers, weeks("2026-W45", "2026-W48")).unwrap())
    };
    let (before, two_more) = (cells(7, 300), cells(8, 2));
    let mut now = before.clone();
    for (week, more) in [("2026-W46", &before), ("2026-W47", &two_more)] {
        let week = week.parse().unwrap();
        for (places, cell) in more.of_week(week) {
            now.cell(week, places).merge(cell);
        }
    }
    let issue = Published {
        issue: 2,
        first: before.clone(),
        latest: before,
        cross: None,
    };
    let published = ["2026-W45", "2026-W46", "2026-W47"].map(|week| (week.parse().unwrap(), issue.clone()));
    Report::of(&now, &published.into(), None).unwrap()
}

/// A survey that asks for nothing but the categories.
fn make_plain() -> Report {
    like(&plain_definition(), 120)
}

fn plain_definition() -> Definition {
    let mut draft = draft();
    draft.asks = Asks::default();
    draft.groups.truncate(1);
    let definition = draft.write(&KeyPair::generate().recipient(), I18n::english());
    definition.unwrap()
}

/// Two surveys together.
fn make_two() -> Report {
    let mut cells = own(200, "2026-W45", "2026-W46");
    cells
        .frame
        .surveys
        .push(crate::survey::definition::tests::sample().0);
    Report::of(&cells, &BTreeMap::new(), None).unwrap()
}

/// No response at all.
fn make_empty() -> Report {
    let mut cells = own(1, "2026-W45", "2026-W46");
    cells.cells.clear();
    Report::of(&cells, &BTreeMap::new(), None).unwrap()
}

/// As large as reports get for a district: 12 weeks, 4 groups of 30 answers.
fn make_large() -> Report {
    let group = |code: &str| Group {
        code: Code::new(code).unwrap(),
        name: Wording::same(code),
        answers: (1..=30)
            .map(|n| GroupAnswer {
                code: Code::new(&format!("{code}_{n}")).unwrap(),
                name: Wording::in_languages([
                    (Lang::ZhHans, format!("第{n}所学校")),
                    (Lang::En, format!("School number {n}")),
                ])
                .unwrap(),
                within: None,
                staff: Some(100),
            })
            .collect(),
    };
    let mut draft = draft();
    draft.weeks = weeks("2026-W37", "2026-W48");
    draft.groups = ["a", "b", "c", "d"].map(group).to_vec();
    let definition = draft.write(&KeyPair::generate().recipient(), I18n::english());
    like(&definition.unwrap(), 3000)
}

fn like(definition: &Definition, teachers: u64) -> Report {
    let weeks = definition.weeks.clone();
    let cells = cells(&Simulation::like(definition, 7, teachers, weeks).unwrap());
    Report::of(&cells, &BTreeMap::new(), None).unwrap()
}

/// Each is made once.
macro_rules! made_once {
    ($($name:ident: $make:ident),*) => {$(
        pub(crate) fn $name() -> &'static Report {
            static MADE: LazyLock<Report> = LazyLock::new($make);
            &MADE
        }
    )*};
}

made_once!(
    district: make_district,
    school: make_school,
    published: make_published,
    plain: make_plain,
    two: make_two,
    empty: make_empty,
    large: make_large
);

/// Every sample but the large one, by name.
pub(crate) fn all() -> [(&'static str, &'static Report); 6] {
    [
        ("district", district()),
        ("school", school()),
        ("published", published()),
        ("plain", plain()),
        ("two", two()),
        ("empty", empty()),
    ]
}
