use super::*;
use crate::domain::Category;
use crate::survey::collector::cells::Cell;
use crate::survey::collector::values::{MISSING, VALUES, Value};

const RULES: Rules = Rules {
    min_group: 10,
    rounding: 5,
};

/// So many teachers with so many minutes of reports each.
fn cell(teachers: u32, minutes: i16) -> Cell {
    let mut cell = Cell::default();
    for _ in 0..teachers {
        let mut values = [MISSING; VALUES];
        for category in Category::ALL {
            values[Value::Category(category).index()] = 0;
        }
        values[Value::Category(Category::Reports).index()] = minutes;
        cell.add(&values);
    }
    cell
}

fn line(answer: u16, cell: Cell, within: Vec<Line>) -> Line {
    Line { answer, cell, within }
}

fn size(epsilon: &str, levels: u32) -> NoiseSize {
    NoiseSize {
        epsilon: epsilon.parse().unwrap(),
        levels,
    }
}

#[test]
fn a_mean_that_the_noise_left_nothing_of_is_not_shown() {
    let tables = Tables {
        all: cell(100, 0),
        groups: Vec::new(),
    };
    let means: Vec<Option<u32>> = (0..100)
        .map(|_| {
            noisy(&tables, &[], size("2", 1), RULES)
                .unwrap()
                .all
                .non_teaching
                .mean
        })
        .collect();
    let below = means.iter().filter(|mean| mean.is_none()).count();
    assert!((20..=80).contains(&below), "{below} of 100 are below zero");
    let few = noisy(&tables, &[], size("0.1", 1), RULES).unwrap();
    assert_eq!(few.all.non_teaching.mean, None, "it takes 420");
}

#[test]
fn a_week_without_responses_gets_its_noise_too() {
    let cells = Cells::new(crate::survey::collector::Frame::of(
        &crate::survey::definition::tests::sample().0,
    ));
    let weeks: Vec<WeekId> = vec!["2026-W45".parse().unwrap(), "2026-W46".parse().unwrap()];
    let report = noisy_report(&cells, &weeks, &[0], "0.01".parse().unwrap()).unwrap();
    assert_eq!(report.weeks.len() + report.not_shown.len(), 2);
    assert!(report.weeks.iter().all(|week| week.standing == Standing::Noisy));
    let schema = serde_json::from_str(super::super::report::REPORT_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&report.json()), "{}", report.json());
    assert_eq!(report.json()["noise"]["levels"], 2);
}

#[test]
fn what_is_spent_is_no_more_than_was_said() {
    // One level: half on the number of responses, half on the sum.
    let epsilon: Epsilon = "1".parse().unwrap();
    let scale = 2.0 / epsilon.value();
    let cost = laplace::cost(1, scale) + laplace::cost(MOST_MINUTES, scale);
    assert!((cost - 1.0).abs() < 1e-6, "{cost}");
}

#[test]
fn at_a_hundred_people_a_mean_is_off_by_more_than_an_hour() {
    let tables = Tables {
        all: cell(100, 900),
        groups: Vec::new(),
    };
    let (mut off, mut far) = (0, 0);
    for _ in 0..400 {
        let block = noisy(&tables, &[], size("1", 1), RULES).unwrap();
        let by = block.all.non_teaching.mean.unwrap_or(0).abs_diff(900);
        off += by;
        far += u32::from(by > size("1", 1).minutes(100));
    }
    assert!(
        (4..=50).contains(&far),
        "{far} of 400 are off by more than is said"
    ); // 20 by theory
    let off = off / 400;
    assert!((65..=110).contains(&off), "{off} minutes on average"); // 84 by theory, and the noise of n
}

#[test]
fn every_level_has_its_part_of_the_budget() {
    let within = vec![
        line(2, cell(60, 600), Vec::new()),
        line(3, cell(40, 900), Vec::new()),
    ];
    let tables = Tables {
        all: cell(100, 720),
        groups: vec![
            vec![
                line(1, cell(100, 720), within),
                line(0, Cell::default(), Vec::new()),
            ],
            vec![line(1, cell(100, 720), Vec::new())],
        ],
    };
    assert_eq!(levels(&tables, &[0]), 3);
    let block = noisy(&tables, &[0], size("10", 3), RULES).unwrap();
    let lines = &block.groups[0].lines;
    assert_eq!(lines.len(), 1, "nobody is in the other line");
    assert_eq!(block.groups[0].hidden, [0]);
    let n = lines[0].figures.responses.unwrap();
    assert!((80..=120).contains(&n), "{n}");
    assert!(block.groups[1].lines.is_empty(), "not asked for");
    assert_eq!(block.all.share.mean, None, "nothing but what is noisy");
}
