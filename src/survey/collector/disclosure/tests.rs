mod activities;
mod audit;
mod cross;
mod growth;
mod pattern;
mod version;

use super::*;
use crate::domain::WeekId;
use crate::survey::collector::cells::{Cells, Frame};
use crate::survey::collector::tables::{Line, Tables};
use crate::survey::collector::values::{MISSING, VALUES, Value, Values};
use crate::survey::definition::tests::sample;
use crate::survey::definition::{Asks, Code, Group, GroupAnswer, Wording};
use proptest::prelude::*;

pub(super) const RULES: Rules = Rules {
    min_group: 10,
    rounding: 15,
};

/// Everything.
pub(super) const ASKS: Asks = Asks::from_flags([true; 5]);

/// Two districts with three schools each, and one without; stages.
fn groups() -> Vec<Group> {
    let group = |code: &str, parents: &[Option<usize>]| Group {
        code: Code::new(code).unwrap(),
        name: Wording::same(code),
        answers: (0..parents.len())
            .map(|place| GroupAnswer {
                code: Code::new(&format!("a{place}")).unwrap(),
                name: Wording::same("a"),
                within: parents[place].map(|parent| Code::new(&format!("a{parent}")).unwrap()),
                staff: None,
            })
            .collect(),
    };
    let region = [
        None,
        None,
        None,
        Some(0),
        Some(0),
        Some(0),
        Some(1),
        Some(1),
        Some(1),
    ];
    vec![group("region", &region), group("stage", &[None; 3])]
}

pub(super) fn week() -> WeekId {
    "2026-W45".parse().unwrap()
}

/// A respondent: the answers and the numbers.
pub(super) type Person = (Vec<u16>, Values);

pub(super) fn cells(people: &[Person]) -> Cells {
    let frame = Frame {
        groups: groups(),
        ..Frame::of(&sample().0)
    };
    let mut cells = Cells::new(frame);
    for (groups, values) in people {
        cells.cell(week(), groups).add(values);
    }
    cells
}

pub(super) fn tables(people: &[Person]) -> Tables {
    Tables::of(&cells(people), week())
}

/// Somebody; what is not asked of everybody is withheld now and then.
pub(super) fn person() -> impl Strategy<Value = Person> {
    let region = prop_oneof![1 => Just(0_u16), 9 => 3_u16..=9];
    let groups = (region, 0_u16..=3).prop_map(|(region, stage)| vec![region, stage]);
    let number = |value: Value| match value {
        Value::Category(_) => (0_i16..40).prop_map(|n| n * 15).boxed(),
        Value::Complete | Value::GoalMet => (0_i16..=1).boxed(),
        _ => (0_i16..5).prop_map(|n| n * 5).boxed(),
    };
    let numbers: Vec<_> = Value::all().map(number).collect();
    let withheld = prop::collection::vec(prop::bool::weighted(0.1), 9);
    (groups, numbers, withheld).prop_map(|(groups, numbers, withheld)| {
        let mut values: Values = [MISSING; VALUES];
        values.copy_from_slice(&numbers);
        for value in Value::all() {
            let basis = crate::survey::collector::Measure::Value(value).basis();
            let place = crate::survey::collector::Basis::ALL
                .iter()
                .position(|b| *b == basis);
            if place.is_some_and(|place| place > 1 && withheld[place]) {
                values[value.index()] = MISSING;
            }
        }
        (groups, values)
    })
}

pub(super) fn people() -> impl Strategy<Value = Vec<Person>> {
    prop::collection::vec(person(), 1..160)
}

/// Everybody the same, so many of each school.
pub(super) fn same(schools: &[(u16, usize)]) -> Vec<Person> {
    let mut values: Values = [0; VALUES];
    for category in crate::domain::Category::ALL {
        values[Value::Category(category).index()] = 300;
    }
    let of = |(school, many): &(u16, usize)| vec![(vec![*school, 1], values); *many];
    schools.iter().flat_map(of).collect()
}

/// What looks at a table: at what is shown of the line above it, at its lines, and at what is shown of them.
type Look<'l, 'a> =
    &'l mut dyn FnMut(&std::collections::BTreeSet<Item>, &ActivitySets, &'a [Line], &'a TablePattern);

/// All tables of a pattern, with their lines and the line above.
pub(super) fn each_table<'a>(tables: &'a Tables, pattern: &'a Pattern, look: Look<'_, 'a>) {
    fn of<'a>(lines: &'a [Line], pattern: &'a TablePattern, look: Look<'_, 'a>) {
        for ((line, items), within) in lines.iter().zip(&pattern.lines).zip(&pattern.within) {
            if let Some(within) = within {
                look(items, &pattern.activities, &line.within, within);
                of(&line.within, within, look);
            }
        }
    }
    for (lines, table) in tables.groups.iter().zip(&pattern.groups) {
        look(&pattern.all, &pattern.activities, lines, table);
        of(lines, table, look);
    }
}
