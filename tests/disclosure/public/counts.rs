//! How many respondents are behind a line that the report does not show.

use super::Rows;
use crate::program::Program;
use crate::shown::{Answers, Shown, givable, people_of};
use crate::surveys::Survey;
use jianfu::survey::Group;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{Block, Figures};
use std::collections::BTreeMap;

/// Whether a row that says this can be of somebody who gave that answer.
pub(super) fn can_be(group: &Group, said: u16, answer: u16) -> bool {
    let of = |place: u16| usize::from(place).checked_sub(1).map(|at| &group.answers[at]);
    match (of(said), of(answer)) {
        (None, _) => true,
        (Some(said), Some(answer)) => answer == said || group.above(answer).any(|above| above == said),
        (Some(_), None) => false,
    }
}

/// Hidden lines whose number of respondents is nearly known.
pub(super) fn attack(survey: &Survey, block: &Block<Figures>, rows: &Rows) -> Vec<String> {
    let least = f64::from(survey.frame.min_group());
    let mut found = Vec::new();
    for (place, group) in survey.frame.groups.iter().enumerate() {
        let n = |answers: &Answers| u32::try_from(people_of(&survey.people, place, answers).len()).unwrap();
        let mut said: BTreeMap<u16, u32> = BTreeMap::new();
        for row in rows {
            *said.entry(row[place]).or_default() += 1;
        }
        let mut program = Program::default();
        let mut of_answer: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (said, rows) in said {
            let mut of_said = Vec::new();
            for answer in givable(group).into_iter().filter(|a| can_be(group, said, *a)) {
                let number = program.number(f64::INFINITY);
                of_said.push(number);
                of_answer.entry(answer).or_default().push(number);
            }
            program.sum(&of_said, rows.into());
        }
        let of = |answers: &Answers| -> Vec<usize> {
            let numbers = answers.iter().filter_map(|a| of_answer.get(a));
            numbers.flatten().copied().collect()
        };
        let shown = Shown::of(survey, place, block, Item::Time);
        for (answers, _) in &shown.known {
            program.sum(&of(answers), n(answers).into());
        }
        for silent in &shown.silent {
            program.sum(&of(&vec![*silent]), 0.0);
        }
        for answers in shown.hidden.iter().filter(|answers| n(answers) > 0) {
            let width = program.width(&of(answers));
            if width < least - 1e-6 {
                found.push(format!("hidden in group {place}: {answers:?} to {width}"));
            }
        }
    }
    found
}
