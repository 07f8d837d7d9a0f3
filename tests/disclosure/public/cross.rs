//! How many respondents are in a hidden cell of two groups at once.

use super::Rows;
use super::counts::can_be;
use crate::cross::{people_of, sides};
use crate::program::Program;
use crate::shown::Answers;
use crate::surveys::Survey;
use jianfu::survey::collector::report::{Block, Cross, CrossCell, Figures};
use std::collections::BTreeMap;

/// Hidden cells whose number of respondents is nearly known.
pub(super) fn attack(
    survey: &Survey,
    block: &Block<Figures>,
    cross: &Cross<Figures>,
    rows: &Rows,
) -> Vec<String> {
    let [lines, columns] = sides(survey, block, cross);
    let n = |line: usize, column: usize| {
        let of = people_of(&survey.people, cross.groups, &lines[line], &columns[column]);
        f64::from(u32::try_from(of.len()).unwrap())
    };
    let mut said: BTreeMap<[u16; 2], u32> = BTreeMap::new();
    for row in rows {
        *said.entry(cross.groups.map(|group| row[group])).or_default() += 1;
    }
    let mut program = Program::default();
    let mut cells = vec![vec![Vec::new(); columns.len()]; lines.len()];
    for (said, rows) in said {
        let fits = |which: usize, answers: &Answers| {
            let group = &survey.frame.groups[cross.groups[which]];
            answers.iter().any(|answer| can_be(group, said[which], *answer))
        };
        let mut of_said = Vec::new();
        for (line, column) in all(&lines, &columns) {
            if fits(0, &lines[line]) && fits(1, &columns[column]) {
                let number = program.number(f64::INFINITY);
                of_said.push(number);
                cells[line][column].push(number);
            }
        }
        program.sum(&of_said, rows.into());
    }
    for (line, column) in all(&lines, &columns) {
        match &cross.cells[line][column] {
            CrossCell::Hidden => {}
            _ => program.sum(&cells[line][column], n(line, column)),
        }
    }
    for line in 0..lines.len() {
        let total = (0..columns.len()).map(|column| n(line, column)).sum();
        program.sum(&cells[line].concat(), total);
    }
    for column in 0..columns.len() {
        let of: Vec<usize> = cells.iter().flat_map(|line| line[column].clone()).collect();
        program.sum(&of, (0..lines.len()).map(|line| n(line, column)).sum());
    }
    let mut found = Vec::new();
    for (line, column) in all(&lines, &columns) {
        let is_hidden = cross.cells[line][column] == CrossCell::Hidden && n(line, column) > 0.0;
        let width = if is_hidden {
            program.width(&cells[line][column])
        } else {
            f64::INFINITY
        };
        if width < f64::from(survey.frame.min_group()) - 1e-6 {
            found.push(format!("hidden at {line} {column} to {width}"));
        }
    }
    found
}

fn all(lines: &[Answers], columns: &[Answers]) -> impl Iterator<Item = (usize, usize)> + use<> {
    let columns = columns.len();
    (0..lines.len()).flat_map(move |line| (0..columns).map(move |column| (line, column)))
}
