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
    let mut off = 0;
    for _ in 0..400 {
        let block = noisy(&tables, &[], "1".parse().unwrap(), RULES).unwrap();
        off += block.all.non_teaching.mean.unwrap().abs_diff(900);
    }
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
    assert_eq!(depth(&tables.groups[0]), 2);
    let block = noisy(&tables, &[0], "10".parse().unwrap(), RULES).unwrap();
    let lines = &block.groups[0].lines;
    assert_eq!(lines.len(), 1, "nobody is in the other line");
    assert_eq!(block.groups[0].hidden, [0]);
    let n = lines[0].figures.responses.unwrap();
    assert!((80..=120).contains(&n), "{n}");
    assert!(block.groups[1].lines.is_empty(), "not asked for");
    assert_eq!(block.all.share.mean, None, "nothing but what is noisy");
}
