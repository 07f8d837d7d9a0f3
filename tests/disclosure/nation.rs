//! What a report on a nation costs.

use crate::chance::Chance;
use crate::people::{Habits, Person};
use crate::surveys::{Survey, group};
use jianfu::survey::collector::Cells;
use jianfu::survey::collector::report::Report;
use std::collections::BTreeMap;
use std::time::Instant;

/// 31 provinces with 97 counties each, four stages, three roles, four bands of service.
#[test]
#[ignore = "a measurement, for a build that is optimised"]
fn a_week_of_a_nation() {
    let (provinces, counties) = (31, 97);
    let mut region = vec![None; provinces];
    region.extend((0..provinces * counties).map(|county| Some(county % provinces)));
    let mut survey = Survey::new(0);
    survey.frame.groups = vec![
        group("region", &region),
        group("stage", &[None; 4]),
        group("role", &[None; 3]),
        group("service", &[None; 4]),
    ];
    let mut chance = Chance(7);
    let habits = Habits {
        withhold: 5,
        ..survey.habits
    };
    let people: Vec<Person> = (0..2_000)
        .map(|_| Person::new(vec![0; 4], habits, &mut chance))
        .collect();
    let mut cells = Cells::new(survey.frame.clone());
    while cells.cells.len() < 50_000 {
        let county = provinces + chance.below(provinces * counties);
        let places = [1 + county, chance.below(5), chance.below(4), chance.below(5)];
        let places = places.map(|place| u16::try_from(place).unwrap());
        for _ in 0..=chance.below(12) {
            cells
                .cell(survey.week, &places)
                .add(&people[chance.below(people.len())].values);
        }
    }
    let before = memory();
    for cross in [None, Some([1, 2]), Some([0, 1])] {
        let start = Instant::now();
        let report = Report::of(&cells, &BTreeMap::new(), cross).unwrap();
        let week = &report.weeks[0];
        println!(
            "{cross:?}: {:?}, {before} MB before and {} MB at most, {:?} responses, {} lines",
            start.elapsed(),
            memory(),
            week.tables.all.responses,
            week.tables.groups[0]
                .lines
                .iter()
                .map(|l| l.within.as_ref().map_or(0, |w| w.lines.len()))
                .sum::<usize>(),
        );
    }
}

/// The most memory that was ever used.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) / 1024
}
