//! What the tests of the public-use file have in common.

mod beside_report;
mod few;
mod recode;
mod tables;
mod written;

use super::ladders::Known;
use super::visible::Visible;
use super::week::PublicWeek;
use super::*;
use crate::survey::collector::cells::{Cells, Frame};
use crate::survey::collector::simulate::Simulation;
use crate::survey::collector::values::Values;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Stage, role, years, and regions in two areas; at least ten.
fn simulation(teachers: u64) -> Simulation {
    let weeks = "2026-W45".parse().unwrap()..="2026-W47".parse().unwrap();
    Simulation::new(1, teachers, weeks, false).unwrap()
}

const LEAST: u32 = 10;

/// What can be known: few answers, so that some of it is common.
fn counts() -> impl Strategy<Value = BTreeMap<Known, u32>> {
    let region = prop_oneof![Just(0_u16), Just(2), Just(3), Just(5), Just(7), Just(8)];
    let known = (
        0..=2_u16,
        0..=3_u16,
        0..=2_u16,
        region,
        prop_oneof![5 => Just(6_u16), 1 => 0..=6_u16],
    );
    let known = known.prop_map(|(a, b, c, d, e)| Known::from([a, b, c, d, e]));
    prop::collection::btree_map(known, prop_oneof![3 => 1..4_u32, 1 => 5..40_u32], 0..60)
}

fn of(counts: &[([u16; 5], u32)]) -> BTreeMap<Known, u32> {
    counts
        .iter()
        .map(|(known, n)| (Known::from(*known), *n))
        .collect()
}

fn week() -> WeekId {
    "2026-W45".parse().unwrap()
}

/// Ordinary numbers of a response.
fn ordinary(teaching: i16) -> Values {
    let mut values: Values = [MISSING; VALUES];
    for value in READ {
        values[value.index()] = 0;
    }
    for category in Category::ALL {
        values[Value::Category(category).index()] = 300;
    }
    values[Value::Category(Category::Teaching).index()] = teaching;
    values
}

/// A week with these responses, as reports and as the file have it; none where reports show nothing of it.
fn both(counts: &BTreeMap<Known, u32>) -> Option<(Cells, PublicWeek)> {
    let definition = simulation(10).definition;
    let mut cells = Cells::new(Frame::of(&definition));
    let mut candidates = Candidates::default();
    for (known, n) in counts {
        let (groups, days) = known.split_at(4);
        let mut values = ordinary(900);
        values[Value::SchoolDays.index()] = days[0].cast_signed() - 1;
        if days[0] == 0 {
            values[Value::SchoolDays.index()] = MISSING;
        }
        for _ in 0..*n {
            cells.cell(week(), groups).add(&values);
            candidates.add(groups, &values);
        }
    }
    let visible = Visible::of(&cells, week(), Some([0, 1]));
    let mut account = Account::default();
    let public = PublicWeek::of(week(), candidates, &visible, &definition, &mut account)?;
    Some((cells, public))
}
