//! How many respondents are behind what is not shown.

use crate::people::Person;
use crate::program::Program;
use crate::shown::{Answers, Shown, givable, people_of};
use crate::surveys::Survey;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{Block, Figures, Portion};

/// The program of one group and item, with a variable for each answer.
pub(crate) struct Numbers {
    pub(crate) program: Program,
    answers: Answers,
}

impl Numbers {
    /// Nothing is known but how many of `of` are in the lines that are shown.
    pub(crate) fn of(survey: &Survey, group: usize, shown: &Shown<'_>, of: impl Fn(&Answers) -> f64) -> Self {
        let answers = givable(&survey.frame.groups[group]);
        let mut program = Program::default();
        for _ in &answers {
            program.number(f64::INFINITY);
        }
        let mut out = Self { program, answers };
        for (answers, _) in &shown.known {
            let numbers = out.numbers(answers);
            out.program.sum(&numbers, of(answers));
        }
        for silent in &shown.silent {
            let numbers = out.numbers(&vec![*silent]);
            out.program.sum(&numbers, 0.0);
        }
        out
    }

    pub(crate) fn numbers(&self, answers: &Answers) -> Vec<usize> {
        let place = |answer: &u16| self.answers.iter().position(|a| a == answer).unwrap();
        answers.iter().map(place).collect()
    }

    pub(crate) fn width(&self, answers: &Answers) -> f64 {
        self.program.width(&self.numbers(answers))
    }
}

/// What is found of an item: lines of which too few respondents are shown, and hidden lines whose number is nearly known.
pub(crate) fn attack(survey: &Survey, people: &[Person], block: &Block<Figures>, item: Item) -> Vec<String> {
    let least = survey.frame.min_group();
    let mut found = Vec::new();
    for group in 0..survey.frame.groups.len() {
        let shown = Shown::of(survey, group, block, item);
        let n = |answers: &Answers| {
            let of_it = people_of(people, group, answers).into_iter();
            u32::try_from(of_it.filter(|p| p.gives(item)).count()).unwrap()
        };
        let few = shown.known.iter().filter(|(answers, _)| n(answers) < least);
        found.extend(few.map(|(answers, _)| format!("{item:?} of few in group {group}: {answers:?}")));
        if shown.known.len() < 2 {
            continue; // everybody
        }
        let numbers = Numbers::of(survey, group, &shown, |answers| n(answers).into());
        for answers in shown.hidden.iter().filter(|answers| n(answers) > 0) {
            let width = numbers.width(answers);
            if width < f64::from(least) - 1e-6 {
                found.push(format!(
                    "{item:?} of hidden in group {group}: {answers:?} to {width}"
                ));
            }
        }
    }
    found
}

/// What is found of the few on one side of a part of all: how many they are exactly, though it is not told.
pub(crate) fn attack_sides(
    survey: &Survey,
    people: &[Person],
    block: &Block<Figures>,
    item: Item,
) -> Vec<String> {
    let part = |figures: &Figures| match item {
        Item::Goal => figures.goal_met,
        _ => figures.complete,
    };
    let mut found = Vec::new();
    for group in 0..survey.frame.groups.len() {
        let shown = Shown::of(survey, group, block, item);
        let sides = |answers: &Answers| -> [f64; 2] {
            let (mut no, mut yes) = (0.0, 0.0);
            for person in people_of(people, group, answers) {
                match person.of(item.sides_measure()) {
                    Some(0) => no += 1.0,
                    Some(_) => yes += 1.0,
                    None => {}
                }
            }
            [yes, no]
        };
        let (exact, few): (Vec<_>, Vec<_>) = shown
            .known
            .iter()
            .partition(|(_, figures)| matches!(part(figures), Some(Portion::Percent(_))));
        for side in 0..2 {
            let known = Shown {
                known: exact
                    .iter()
                    .map(|(answers, figures)| (answers.clone(), *figures))
                    .collect(),
                ..Shown::default()
            };
            let numbers = Numbers::of(survey, group, &known, |answers| sides(answers)[side]);
            for (answers, _) in few.iter().filter(|(answers, _)| sides(answers)[side] < 3.0) {
                let width = numbers.width(answers);
                if width < 2.0 - 1e-6 {
                    found.push(format!(
                        "{item:?}, a side of group {group}: {answers:?} to {width}"
                    ));
                }
            }
        }
    }
    found
}

trait SidesMeasure {
    fn sides_measure(self) -> jianfu::survey::collector::Measure;
}

impl SidesMeasure for Item {
    fn sides_measure(self) -> jianfu::survey::collector::Measure {
        self.basis().measure() // the goal that is met, the week that is complete
    }
}
