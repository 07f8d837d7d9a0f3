//! One week of many surveys.

use crate::counts;
use crate::cross;
use crate::people::Person;
use crate::sums;
use crate::surveys::{REGION, ROLE, STAGE, Survey};
use jianfu::survey::collector::disclosure::Item;
use jianfu::survey::collector::report::{CrossCell, Report, ReportWeek};
use std::collections::BTreeMap;

/// The groups whose table is shown.
pub(crate) fn crossed(seed: u64) -> [usize; 2] {
    [[STAGE, ROLE], [REGION, STAGE], [REGION, ROLE]][usize::try_from(seed % 3).unwrap()]
}

/// Everything that is found of a week.
pub(crate) fn attack(survey: &Survey, people: &[Person], week: &ReportWeek) -> Vec<String> {
    let block = &week.tables;
    let mut found = Vec::new();
    for item in Item::ALL {
        found.extend(counts::attack(survey, people, block, item));
        found.extend(sums::attack(survey, people, block, item));
    }
    for item in [Item::Goal, Item::Complete] {
        found.extend(counts::attack_sides(survey, people, block, item));
    }
    found.extend(sums::attack_categories(survey, people, block));
    found.extend(sums::attack_withheld(survey, people, block));
    if let Some(table) = &week.cross {
        for item in [Item::Time, Item::Share] {
            found.extend(cross::attack(survey, people, block, table, item));
        }
    }
    found
}

/// What was seen of some surveys, so that it is known that there was something to be found.
#[derive(Default, Debug)]
struct Tally {
    weeks: usize,
    lines: usize,
    hidden: usize,
    crossed: usize,
    hidden_cells: usize,
}

fn attack_all(seeds: std::ops::Range<u64>) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        let survey = Survey::new(seed);
        let cells = survey.cells(&survey.people);
        let report = Report::of(&cells, &BTreeMap::new(), Some(crossed(seed)));
        let report = report.unwrap_or_else(|why| panic!("{seed}: {why:?}"));
        for week in &report.weeks {
            assert_eq!(attack(&survey, &survey.people, week), [""; 0], "{seed}");
            tally.weeks += 1;
            for table in &week.tables.groups {
                tally.lines += table.lines.len();
                tally.hidden += table.hidden.len();
            }
            for cell in week.cross.iter().flat_map(|cross| &cross.cells).flatten() {
                tally.crossed += usize::from(matches!(cell, CrossCell::Shown(_)));
                tally.hidden_cells += usize::from(matches!(cell, CrossCell::Hidden));
            }
        }
    }
    tally
}

#[test]
fn nobody_is_found_in_a_week() {
    let tally = attack_all(0..200);
    assert!(
        tally.weeks > 170 && tally.lines > 400 && tally.hidden > 400,
        "{tally:?}"
    );
    assert!(tally.crossed > 100 && tally.hidden_cells > 100, "{tally:?}");
}

#[test]
#[ignore = "takes minutes"]
fn nobody_is_found_in_many_weeks() {
    let tally = attack_all(1_000..11_000);
    println!("{tally:?}");
}
