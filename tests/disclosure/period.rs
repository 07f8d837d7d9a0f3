//! Several weeks together.

use crate::people::Person;
use crate::surveys::Survey;
use jianfu::survey::collector::report::{Block, Figures, Portion};
use jianfu::survey::collector::report::{Report, Table};
use jianfu::survey::collector::{Cells, Value};
use std::collections::BTreeMap;

/// A report on these respondents, the same in each of some weeks but for the goal, which so many of them have met.
fn report(survey: &Survey, met: &[usize]) -> Report {
    let mut cells = Cells::new(survey.frame.clone());
    for (week, met) in ["2026-W45", "2026-W46", "2026-W47", "2026-W48"]
        .into_iter()
        .zip(met)
    {
        for (place, person) in survey.people.iter().enumerate() {
            let mut person: Person = person.clone();
            person.set(Value::GoalMet, usize::from(place < *met));
            cells
                .cell(week.parse().unwrap(), &person.groups)
                .add(&person.values);
        }
    }
    Report::of(&cells, &BTreeMap::new(), None).unwrap()
}

fn figures(block: &Block<Figures>) -> Vec<&Figures> {
    fn of<'a>(table: &'a Table<Figures>, out: &mut Vec<&'a Figures>) {
        out.extend(&table.rest);
        for line in &table.lines {
            out.push(&line.figures);
            if let Some(table) = &line.within {
                of(table, out);
            }
        }
    }
    let mut out = vec![&block.all];
    block.groups.iter().for_each(|table| of(table, &mut out));
    out
}

#[test]
fn of_one_week_a_period_says_what_the_week_says() {
    for seed in 0..40 {
        let report = report(&Survey::new(seed), &[5]);
        for week in &report.weeks {
            assert_eq!(report.period.as_ref(), Some(&week.tables));
        }
    }
}

#[test]
fn the_same_few_are_no_more_for_being_asked_every_week() {
    let mut seen = 0;
    for seed in 0..40 {
        let report = report(&Survey::new(seed), &[5; 4]);
        let Some(period) = &report.period else { continue };
        let spreads = |f: &Figures| {
            [f.non_teaching, f.share]
                .map(|s| [s.median.is_some(), s.quartiles.is_some(), s.deciles.is_some()])
        };
        for week in &report.weeks {
            let both = figures(&week.tables).into_iter().zip(figures(period));
            for (one, all) in both {
                assert_eq!((one.weeks, all.weeks), (1, 4));
                assert_eq!(one.responses.is_some(), all.responses.is_some());
                assert_eq!(spreads(one), spreads(all));
                assert_eq!(one.total, all.total);
                assert_eq!(one.goal_met.is_some(), all.goal_met.is_some());
                seen += 1;
            }
        }
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn the_few_who_met_the_goal_in_one_week_are_not_what_is_left_of_the_period() {
    let mut seen = 0;
    for seed in 0..40 {
        let survey = Survey::new(seed);
        let (report, people) = (report(&survey, &[8, 1]), survey.people.len());
        let Some(period) = &report.period else { continue };
        let weeks: Vec<_> = report.weeks.iter().map(|w| w.tables.all.goal_met).collect();
        if let [Some(Portion::Percent(_)), Some(Portion::Below(_))] = weeks[..] {
            assert!(period.all.goal_met.is_none() || people * 2 >= 600);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}
