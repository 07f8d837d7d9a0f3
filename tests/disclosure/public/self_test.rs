//! That the attacker finds what careless files tell.

use super::made::Row;
use super::{Rows, counts, cross, sums};
use crate::surveys::Survey;
use crate::weeks::crossed;
use jianfu::domain::Category;
use jianfu::survey::collector::Measure;
use jianfu::survey::collector::report::{CrossCell, Report};
use std::collections::BTreeMap;

/// What there was to be found, and of how many surveys something was.
#[derive(Debug, Default)]
struct Tally {
    lines: [usize; 2],
    cells: [usize; 2],
}

/// Files that are made like that beside reports that are as they are.
fn attack_files(file: impl Fn(&Survey) -> Rows) -> Tally {
    let mut tally = Tally::default();
    for seed in 0..60 {
        let survey = Survey::new(seed);
        let cells = survey.cells(&survey.people);
        let report = Report::of(&cells, &BTreeMap::new(), Some(crossed(seed))).unwrap();
        let Some(week) = report.weeks.first() else {
            continue;
        };
        let rows = file(&survey);
        let is_given = |group: usize, answer: u16| survey.people.iter().any(|p| p.groups[group] == answer);
        let mut tables = week.tables.groups.iter().enumerate();
        if tables.any(|(group, table)| table.hidden.iter().any(|answer| is_given(group, *answer))) {
            tally.lines[0] += 1;
            tally.lines[1] += usize::from(!counts::attack(&survey, &week.tables, &rows).is_empty());
        }
        if let Some(table) = &week.cross
            && table
                .cells
                .iter()
                .flatten()
                .any(|cell| *cell == CrossCell::Hidden)
        {
            tally.cells[0] += 1;
            let found = cross::attack(&survey, &week.tables, table, &rows);
            tally.cells[1] += usize::from(!found.is_empty());
        }
    }
    tally
}

#[test]
fn a_file_of_the_answers_as_they_were_given_is_seen_through() {
    let tally = attack_files(|survey| survey.people.iter().map(|p| p.groups.clone()).collect());
    let Tally { lines, cells } = &tally;
    // Of those who said nothing, that they did not is not in such a file either.
    assert!(lines[0] > 30 && lines[1] * 10 > lines[0] * 8, "{tally:?}");
    assert!(cells[0] > 10 && cells[1] * 10 > cells[0] * 9, "{tally:?}");
}

#[test]
fn one_group_too_many_is_seen() {
    // The first group as it was given, and nothing else.
    let tally = attack_files(|survey| survey.people.iter().map(|p| vec![p.groups[0], 0, 0]).collect());
    assert!(tally.lines[1] * 2 > tally.lines[0], "{tally:?}");
}

#[test]
fn the_minutes_of_hidden_lines_are_seen_in_a_careless_file() {
    let (mut tried, mut found) = (0, 0);
    for seed in (0..60).step_by(4) {
        let survey = Survey::new(seed);
        let report = Report::of(&survey.cells(&survey.people), &BTreeMap::new(), None).unwrap();
        let Some(week) = report.weeks.first() else {
            continue;
        };
        let teaching = Measure::category(Category::Teaching);
        let rows = survey.people.iter().map(|person| Row {
            groups: person.groups.clone(),
            teaching: i32::try_from(person.of(teaching).unwrap() + 30).unwrap() / 60 * 60,
        });
        let rows: Vec<Row> = rows.collect();
        tried += 1;
        found += usize::from(!sums::attack(&survey, &week.tables, &rows).is_empty());
    }
    assert!(tried > 10 && found * 2 > tried, "{found} of {tried}");
}
