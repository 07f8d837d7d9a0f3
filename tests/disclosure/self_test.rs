//! That the attacker finds what there is to be found: reports that show one thing more than they may.

use crate::counts;
use crate::counts::Numbers;
use crate::cross;
use crate::shown::{Answers, Shown, people_of};
use crate::surveys::Survey;
use crate::weeks::crossed;
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{CrossCell, Figures, Report, ReportWeek, Table, TableLine};
use std::collections::BTreeMap;

/// The weeks of some surveys.
fn weeks() -> impl Iterator<Item = (Survey, ReportWeek)> {
    (0..60).filter_map(|seed| {
        let survey = Survey::new(seed);
        let cells = survey.cells(&survey.people);
        let report = Report::of(&cells, &BTreeMap::new(), Some(crossed(seed))).unwrap();
        let week = report.weeks.into_iter().next()?;
        Some((survey, week))
    })
}

/// Shows a line that was hidden: the first one, or of the tables within.
fn show_one(table: &mut Table<Figures>, figures: &Figures) -> bool {
    if table.rest.is_some() && !table.hidden.is_empty() {
        let answer = table.hidden.remove(0);
        table.lines.push(TableLine {
            answer,
            figures: figures.clone(),
            within: None,
        });
        return true;
    }
    let mut within = table.lines.iter_mut().filter_map(|line| line.within.as_mut());
    within.any(|table| show_one(table, figures))
}

#[test]
fn a_line_too_many_is_found() {
    let (mut tried, mut found) = (0, 0);
    for (survey, mut week) in weeks() {
        let figures = week.tables.all.clone();
        for group in 0..week.tables.groups.len() {
            if !show_one(&mut week.tables.groups[group], &figures) {
                continue;
            }
            tried += 1;
            let all = counts::attack(&survey, &survey.people, &week.tables, Item::Time);
            found += usize::from(!all.is_empty());
        }
    }
    // Now and then a line may be shown that was hidden for a sum.
    assert!(tried > 60 && found * 10 > tried * 7, "{found} of {tried}");
}

#[test]
fn a_cell_too_many_is_found() {
    let (mut tried, mut found) = (0, 0);
    for (survey, mut week) in weeks() {
        let Some(table) = &mut week.cross else { continue };
        let mut cells = table.cells.iter_mut().flatten();
        let Some(cell) = cells.find(|c| **c == CrossCell::Hidden) else {
            continue;
        };
        *cell = CrossCell::Shown(week.tables.all.clone());
        tried += 1;
        let all = cross::attack(&survey, &survey.people, &week.tables, table, Item::Time);
        found += usize::from(!all.is_empty());
    }
    assert!(tried > 10 && found * 10 > tried * 7, "{found} of {tried}");
}

#[test]
fn of_hidden_answers_it_may_not_be_known_that_somebody_gave_them() {
    let mut found = 0;
    for (survey, week) in weeks() {
        let least = survey.frame.min_group();
        for group in 0..survey.frame.groups.len() {
            let shown = Shown::of(&survey, group, &week.tables, Item::Time);
            let n =
                |answers: &Answers| u32::try_from(people_of(&survey.people, group, answers).len()).unwrap();
            let mut numbers = Numbers::of(&survey, group, &shown, |answers| n(answers).into());
            let given: Vec<&Answers> = shown.hidden.iter().filter(|answers| n(answers) > 0).collect();
            for answers in &given {
                let of = numbers.numbers(answers);
                numbers.program.at_least(&of, 1.0);
            }
            let is_narrow = |answers: &&&Answers| numbers.width(answers) < f64::from(least) - 1e-6;
            found += given.iter().filter(is_narrow).count();
        }
    }
    // Ten hidden respondents behind five answers: each of them is of one to six.
    assert!(found > 10, "{found}");
}
