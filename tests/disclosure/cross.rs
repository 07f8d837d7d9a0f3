//! The hidden cells of two groups at once.

use crate::people::Person;
use crate::program::Program;
use crate::shown::{Answers, Shown, givable, shows};
use crate::surveys::Survey;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{Block, Cross, CrossCell, Figures};

/// The answers of each row and column.
pub(crate) fn sides(survey: &Survey, block: &Block<Figures>, cross: &Cross<Figures>) -> [Vec<Answers>; 2] {
    let side = |group: usize, lines: &[Option<u16>]| -> Vec<Answers> {
        let shown = Shown::of(survey, group, block, Item::Time);
        let top = &block.groups[group].lines;
        let answers_of = |answer: u16| {
            // Its figures stand in the table of its own group, where its answers are found.
            let figures = &top.iter().find(|line| line.answer == answer).unwrap().figures;
            let same = shown.known.iter().find(|(_, f)| std::ptr::eq(*f, figures));
            same.unwrap().0.clone()
        };
        let named: Vec<Answers> = lines.iter().flatten().map(|a| answers_of(*a)).collect();
        let all = givable(&survey.frame.groups[group]);
        let rest = all.into_iter().filter(|a| !named.iter().any(|n| n.contains(a)));
        let rest: Answers = rest.collect();
        let mut named = named.into_iter();
        lines
            .iter()
            .map(|line| line.map_or_else(|| rest.clone(), |_| named.next().unwrap()))
            .collect()
    };
    [
        side(cross.groups[0], &cross.rows),
        side(cross.groups[1], &cross.columns),
    ]
}

/// The respondents of a cell.
pub(crate) fn people_of<'p>(
    people: &'p [Person],
    groups: [usize; 2],
    rows: &Answers,
    columns: &Answers,
) -> Vec<&'p Person> {
    let is_of = |p: &&Person| rows.contains(&p.groups[groups[0]]) && columns.contains(&p.groups[groups[1]]);
    people.iter().filter(is_of).collect()
}

/// What is found of an item of the cells.
pub(crate) fn attack(
    survey: &Survey,
    people: &[Person],
    block: &Block<Figures>,
    cross: &Cross<Figures>,
    item: Item,
) -> Vec<String> {
    let [rows, columns] = sides(survey, block, cross);
    let least = survey.frame.min_group();
    let n = |row: usize, column: usize| {
        let of_it = people_of(people, cross.groups, &rows[row], &columns[column]);
        u32::try_from(of_it.iter().filter(|p| p.gives(item)).count()).unwrap()
    };
    let mut found = Vec::new();
    let mut program = Program::default();
    let mut numbers = vec![Vec::new(); rows.len()];
    let mut hidden = Vec::new();
    for (row, cells) in cross.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let number = program.number(f64::INFINITY);
            numbers[row].push(number);
            match cell {
                CrossCell::Shown(figures) if shows(figures, item) => {
                    program.sum(&[number], n(row, column).into());
                    if n(row, column) < least {
                        found.push(format!("{item:?} of few at {row} {column}"));
                    }
                }
                CrossCell::Nobody => program.sum(&[number], 0.0),
                _ => hidden.push((row, column)),
            }
        }
    }
    // Of the time it is told where nobody is, even where nothing else is.
    let shows_it =
        |cell: &CrossCell<Figures>| matches!(cell, CrossCell::Shown(figures) if shows(figures, item));
    if item != Item::Time && !cross.cells.iter().flatten().any(shows_it) {
        return found;
    }
    for row in 0..rows.len() {
        let all: u32 = (0..columns.len()).map(|column| n(row, column)).sum();
        program.sum(&numbers[row], all.into());
    }
    for column in 0..columns.len() {
        let of: Vec<usize> = numbers.iter().map(|row| row[column]).collect();
        let all: u32 = (0..rows.len()).map(|row| n(row, column)).sum();
        program.sum(&of, all.into());
    }
    for (row, column) in hidden.into_iter().filter(|(row, column)| n(*row, *column) > 0) {
        let width = program.width(&[numbers[row][column]]);
        if width < f64::from(least) - 1e-6 {
            found.push(format!("{item:?} of hidden at {row} {column} to {width}"));
        }
    }
    found
}
