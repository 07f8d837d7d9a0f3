//! The public-use file beside the report on the same responses: the attacker counts its rows.
//!
//! A row says of each group the answer that was given, one that holds it, or none. So whoever has the file knows of each
//! answer in it how many rows it stands for, and which answers those can have given; the report says how many gave the answers
//! of each line. Both together are a linear program with a variable for each answer and each place in the file where its
//! respondents can be. Between groups nothing is linked by the file: whatever is left open of one can be true with whatever
//! is left open of another, row by row. That is different for a table of two groups at once, which is attacked with the pairs of
//! places that rows have.

mod counts;
mod cross;
mod made;
mod self_test;
mod sums;

use crate::surveys::Survey;
use crate::weeks::crossed;
use jianfu::survey::collector::report::{CrossCell, Report};
use made::Rows;
use std::collections::BTreeMap;

/// What was seen, so that it is known that there was something to be found.
#[derive(Default, Debug)]
struct Tally {
    files: usize,
    rows: usize,
    /// Answers that stand in the files, of all groups of all rows.
    answers: usize,
    hidden: usize,
    hidden_cells: usize,
}

fn attack_all(seeds: std::ops::Range<u64>) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        let survey = Survey::new(seed);
        let cells = survey.cells(&survey.people);
        let report = Report::of(&cells, &BTreeMap::new(), Some(crossed(seed))).unwrap();
        let Some(week) = report.weeks.first() else {
            continue;
        };
        let whole = made::rows(&survey, &cells, crossed(seed));
        let rows: Rows = whole.iter().map(|row| row.groups.clone()).collect();
        assert_eq!(rows.len(), survey.people.len(), "{seed}");
        assert_eq!(counts::attack(&survey, &week.tables, &rows), [""; 0], "{seed}");
        if seed % 4 == 0 {
            assert_eq!(sums::attack(&survey, &week.tables, &whole), [""; 0], "{seed}");
        }
        tally.files += 1;
        tally.rows += rows.len();
        tally.answers += rows.iter().flatten().filter(|place| **place > 0).count();
        tally.hidden += week.tables.groups.iter().map(|t| t.hidden.len()).sum::<usize>();
        if let Some(table) = &week.cross {
            assert_eq!(
                cross::attack(&survey, &week.tables, table, &rows),
                [""; 0],
                "{seed}"
            );
            let cells = table.cells.iter().flatten();
            tally.hidden_cells += cells.filter(|c| **c == CrossCell::Hidden).count();
        }
    }
    tally
}

#[test]
fn nobody_is_found_with_the_public_use_file() {
    let tally = attack_all(0..120);
    println!("{tally:?}");
    assert!(tally.files > 100 && tally.hidden > 600, "{tally:?}");
    assert!(tally.hidden_cells > 150, "{tally:?}");
    // There is something in the files, of so few people: of the three groups, more than one in five.
    assert!(tally.answers * 5 > tally.rows * 3, "{tally:?}");
}

#[test]
#[ignore = "takes minutes"]
fn nobody_is_found_with_many_public_use_files() {
    let tally = attack_all(30_000..33_000);
    println!("{tally:?}");
}
