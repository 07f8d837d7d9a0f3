//! The file beside the report.

use super::*;
use crate::survey::collector::report::{Report, Table as ReportTable};

/// Of every line of a table of the report, how many rows it has, and how many the file has under its answer or under one
/// within it. `rows` says what holds an answer, from itself upwards.
fn lines(table: &ReportTable<impl Sized>, rows: &impl Fn(u16) -> (u32, u32), out: &mut Vec<(u16, u32, u32)>) {
    for line in &table.lines {
        if line.answer > 0 {
            let (all, there) = rows(line.answer);
            out.push((line.answer, all, there));
        }
        if let Some(within) = &line.within {
            lines(within, rows, out);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn taken_from_the_report_the_rows_leave_nobody_or_enough(counts in counts()) {
        let definition = simulation(10).definition;
        let total: u32 = counts.values().sum();
        let Some((cells, public)) = both(&counts) else {
            let report = Report::of(&cells_of(&counts), &BTreeMap::new(), None).unwrap();
            prop_assert!(report.weeks.is_empty());
            return Ok(());
        };
        let mut file: BTreeMap<Known, u32> = BTreeMap::new();
        for (known, _) in public.rows() {
            *file.entry(known.clone()).or_default() += 1;
        }
        prop_assert_eq!(file.values().sum::<u32>(), total, "all rows are there");
        prop_assert!(file.values().all(|n| *n >= LEAST), "{file:?}");
        let report = Report::of(&cells, &BTreeMap::new(), None).unwrap();
        for (place, group) in definition.groups.iter().enumerate() {
            let holds = |line: u16, answer: u16| {
                let given = usize::from(answer).checked_sub(1).map(|at| &group.answers[at]);
                let line = &group.answers[usize::from(line) - 1];
                given.is_some_and(|given| group.above(given).any(|a| a.code == line.code))
            };
            let sum = |of: &BTreeMap<Known, u32>, line: u16| -> u32 {
                of.iter().filter(|(known, _)| holds(line, known[place])).map(|(_, n)| n).sum()
            };
            let mut found = Vec::new();
            let table = &report.weeks[0].tables.groups[place];
            lines(table, &|line| (sum(&counts, line), sum(&file, line)), &mut found);
            for (line, all, there) in &found {
                let away = all.checked_sub(*there);
                prop_assert!(away.is_some_and(|away| away == 0 || away >= LEAST), "{line}: {there} of {all}");
            }
            // Nothing stands in the file under an answer that has no line.
            for known in file.keys().filter(|known| known[place] > 0) {
                prop_assert!(found.iter().any(|(line, ..)| *line == known[place]), "{:?}", known);
            }
        }
    }
}

/// The same week, as cells.
fn cells_of(counts: &BTreeMap<Known, u32>) -> Cells {
    let mut cells = Cells::new(Frame::of(&simulation(10).definition));
    for (known, n) in counts {
        for _ in 0..*n {
            cells.cell(week(), &known[..4]).add(&ordinary(900));
        }
    }
    cells
}

#[test]
fn an_answer_that_the_report_hides_for_another_is_not_in_the_file() {
    // Three of the third answer are hidden, and the twelve of the second with them: or the three were what is left.
    let counts = of(&[([1, 1, 1, 2, 6], 40), ([1, 1, 2, 2, 6], 12), ([1, 1, 3, 2, 6], 3)]);
    let (_, public) = both(&counts).unwrap();
    let mut years: BTreeMap<u16, u32> = BTreeMap::new();
    for (known, _) in public.rows() {
        *years.entry(known[2]).or_default() += 1;
    }
    assert_eq!(years, BTreeMap::from([(0, 15), (1, 40)]));
}

#[test]
fn of_a_line_that_is_shown_not_a_few_are_missing() {
    // Of the 24 of the second answer, 4 had a short week in a small place: with them, 20 others lose the answer.
    let counts = of(&[
        ([1, 1, 1, 2, 6], 40),
        ([1, 1, 1, 3, 6], 40),
        ([1, 1, 2, 2, 6], 20),
        ([1, 1, 2, 3, 6], 4),
    ]);
    let (_, public) = both(&counts).unwrap();
    let under = |answer: u16| public.rows().filter(|(known, _)| known[2] == answer).count();
    assert!(under(2) == 24 || under(2) <= 14, "{}", under(2));
    assert!(under(1) == 80 || under(1) <= 70, "{}", under(1));
    assert_eq!(public.rows().count(), 104);
}
