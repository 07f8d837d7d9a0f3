//! Datasets of made-up responses, and the cells that they have, added up row by row.

use jianfu::domain::{Category, WeekId};
use jianfu::i18n::{I18n, Lang};
use jianfu::survey::collector::{Cell, Cells, Dataset, Frame, MISSING, Row, VALUES, Value};
use jianfu::survey::{Asks, Definition, Draft, KeyPair, Wording, presets};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A survey that asks for everything, in three groups.
pub(crate) fn definition() -> Definition {
    let draft = Draft {
        title: Wording::in_languages([(Lang::En, "Time".to_owned())]).unwrap(),
        contact: Wording::same("the office"),
        weeks: "2026-W36".parse().unwrap()..="2026-W53".parse().unwrap(),
        closes: chrono::NaiveDate::from_ymd_opt(2027, 1, 15).unwrap(),
        rounding: Definition::USUAL_ROUNDING,
        min_group: Definition::USUAL_MIN_GROUP,
        panel: false,
        asks: Asks::from_flags([true; 5]),
        staff: None,
        groups: presets().into_iter().take(3).collect(),
    };
    draft
        .write(&KeyPair::generate().recipient(), I18n::english())
        .unwrap()
}

/// Weeks of the survey, from the first one on.
pub(crate) fn weeks(count: u32) -> Vec<WeekId> {
    (36..36 + count)
        .map(|week| format!("2026-W{week}").parse().unwrap())
        .collect()
}

/// Numbers that look random and are the same in every run: splitmix64.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn number(&mut self, from: i16, to: i16) -> i16 {
        let span = u64::try_from(to - from).unwrap() + 1;
        from + i16::try_from(self.below(span)).unwrap()
    }
}

/// A response: something of everything, much of it missing, and often the same value twice.
pub(crate) fn row(numbers: &mut Numbers, definition: &Definition) -> Row {
    let mut values = [MISSING; VALUES];
    let idle = numbers.below(50) == 0;
    for value in Value::all() {
        let number = match value {
            Value::Category(Category::Teaching) if !idle => numbers.number(0, 5) * 300,
            Value::Category(_) if !idle => numbers.number(0, 120) * 15,
            Value::Category(_) => 0,
            Value::Complete | Value::GoalMet => numbers.number(0, 1),
            Value::ChangeBand => numbers.number(-10, 11) * 5,
            Value::SchoolDays | Value::ClosedDays => numbers.number(0, 7),
            Value::Activity(place) if place % 3 == 0 => 0,
            Value::Activity(_) | Value::LateParents => numbers.number(0, 97) * 5,
            Value::MeetingMinutes => numbers.number(0, 2000),
            _ => numbers.number(0, 9),
        };
        if value.is_required() || numbers.below(3) > 0 {
            values[value.index()] = number;
        }
    }
    let answer = |group: &jianfu::survey::Group| numbers.below(group.answers.len() as u64 + 1);
    let groups: Vec<u64> = definition.groups.iter().map(answer).collect();
    let respondent = format!("{:016x}{:016x}", numbers.next(), numbers.next());
    Row {
        respondent: respondent.try_into().unwrap(),
        revision: 1,
        groups: groups.into_iter().map(|g| u16::try_from(g).unwrap()).collect(),
        values,
    }
}

/// The cells of a dataset, added up row by row.
pub(crate) fn row_by_row(dataset: &Dataset) -> Cells {
    let mut cells = Cells::new(Frame::of(&dataset.definition));
    for (week, parts) in dataset.parts().unwrap() {
        for part in parts {
            for row in dataset.read(&part).unwrap() {
                cells.cell(week, &row.groups).add(&row.values);
            }
        }
    }
    cells
}

/// A dataset of several weeks and parts, small groups and large ones.
pub(crate) fn small(folder: &Path) -> Dataset {
    let dataset = Dataset::open_or_new(folder, &definition()).unwrap();
    let mut numbers = Numbers(7);
    for (week, parts) in weeks(3).into_iter().zip([3, 1, 2]) {
        for part in 0..parts {
            let count = [1, 900, 4000][part];
            let rows: Vec<Row> = (0..count)
                .map(|_| row(&mut numbers, &dataset.definition))
                .collect();
            dataset.write(&dataset.part_path(week, part), &rows).unwrap();
        }
    }
    dataset
}

/// A dataset so large that it takes a cluster a while, with its cells: one part many times over.
pub(crate) fn large(folder: &Path, rows: usize, weeks_and_parts: (u32, usize)) -> (Dataset, Cells) {
    let dataset = Dataset::open_or_new(folder, &definition()).unwrap();
    let mut numbers = Numbers(11);
    let rows: Vec<Row> = (0..rows)
        .map(|_| row(&mut numbers, &dataset.definition))
        .collect();
    let mut part: BTreeMap<&[u16], Cell> = BTreeMap::new();
    for row in &rows {
        part.entry(&row.groups).or_default().add(&row.values);
    }
    let mut cells = Cells::new(Frame::of(&dataset.definition));
    let first = dataset.part_path(weeks(1)[0], 0);
    dataset.write(&first, &rows).unwrap();
    for week in weeks(weeks_and_parts.0) {
        for number in 0..weeks_and_parts.1 {
            let path = dataset.part_path(week, number);
            if path != first {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::copy(&first, &path).unwrap();
            }
            for (groups, cell) in &part {
                cells.cell(week, groups).merge(cell);
            }
        }
    }
    (dataset, cells)
}
