//! How many minutes are behind a line that the report does not show.
//!
//! A row says its minutes to the hour, so they lie within half an hour of it; at the ends of a week, within all that is
//! beyond. The report says the minutes of each line. Of each place in the file and each hour there are some rows, and the
//! program has two variables for each answer that they can be of: how many of them are, and how many minutes those have.

use super::counts::can_be;
use super::made::Row;
use crate::program::Program;
use crate::shown::{Answers, Shown, givable, people_of};
use crate::surveys::Survey;
use jianfu::domain::Category;
use jianfu::survey::collector::Measure;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{Block, Figures};
use std::collections::BTreeMap;

/// More than a week has.
const MOST: f64 = 10_080.0;

/// Hidden lines whose minutes of teaching, which are the most, are nearly known: to less than the largest of one.
pub(super) fn attack(survey: &Survey, block: &Block<Figures>, rows: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    let teaching = Measure::category(Category::Teaching);
    let hours = rows.iter().map(|row| row.teaching);
    let (Some(lowest), Some(highest)) = (hours.clone().min(), hours.max()) else {
        return found;
    };
    for (place, group) in survey.frame.groups.iter().enumerate() {
        let minutes = |answers: &Answers| -> Vec<f64> {
            let of = people_of(&survey.people, place, answers).into_iter();
            let of = of.map(|p| f64::from(i32::try_from(p.of(teaching).unwrap()).unwrap()));
            of.collect()
        };
        let count = |answers: &Answers| f64::from(u32::try_from(minutes(answers).len()).unwrap());
        let mut said: BTreeMap<(u16, i32), f64> = BTreeMap::new();
        for row in rows {
            *said.entry((row.groups[place], row.teaching)).or_default() += 1.0;
        }
        let mut program = Program::default();
        let mut of_answer: BTreeMap<u16, [Vec<usize>; 2]> = BTreeMap::new();
        for ((said, hour), rows) in said {
            let mut of_said = Vec::new();
            let low = if hour == lowest {
                0.0
            } else {
                f64::from(hour) - 30.0
            };
            let high = if hour == highest {
                MOST
            } else {
                f64::from(hour) + 30.0
            };
            for answer in givable(group).into_iter().filter(|a| can_be(group, said, *a)) {
                let [number, sum] = [(); 2].map(|()| program.number(f64::INFINITY));
                program.at_most(sum, high, number);
                program.at_most_of(number, low, sum);
                of_said.push(number);
                let [numbers, sums] = of_answer.entry(answer).or_default();
                numbers.push(number);
                sums.push(sum);
            }
            program.sum(&of_said, rows);
        }
        let of = |answers: &Answers, which: usize| -> Vec<usize> {
            let numbers = answers.iter().filter_map(|a| of_answer.get(a));
            numbers.flat_map(|both| both[which].clone()).collect()
        };
        let shown = Shown::of(survey, place, block, Item::Time);
        for (answers, _) in &shown.known {
            program.sum(&of(answers, 0), count(answers));
            program.sum(&of(answers, 1), minutes(answers).iter().sum());
        }
        for answers in shown.hidden.iter().filter(|answers| count(answers) > 0.0) {
            let largest = minutes(answers).into_iter().fold(0.0, f64::max);
            let width = program.width(&of(answers, 1));
            if width < largest - 1e-3 {
                found.push(format!(
                    "teaching of hidden in {place}: {answers:?} to {width} of {largest}"
                ));
            }
        }
    }
    found
}
