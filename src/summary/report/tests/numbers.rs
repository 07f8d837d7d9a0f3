//! No format shows a number that the JSON does not hold.

use super::*;
use crate::summary::{Cell, Chart, Part};
use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Cursor;

/// Every number of a report, in thousandths.
fn numbers(report: &Report) -> BTreeSet<i64> {
    fn add(value: &Value, out: &mut BTreeSet<i64>) {
        match value {
            Value::Number(number) => drop(out.insert(thousandths(number.as_f64().unwrap()))),
            Value::Array(all) => all.iter().for_each(|v| add(v, out)),
            Value::Object(all) => all.values().for_each(|v| add(v, out)),
            Value::Null | Value::Bool(_) | Value::String(_) => {}
        }
    }
    let mut out = BTreeSet::new();
    add(&report.json(), &mut out);
    out
}

#[expect(clippy::cast_possible_truncation, reason = "numbers of a week")]
fn thousandths(number: f64) -> i64 {
    (number * 1000.0).round() as i64
}

#[test]
fn every_number_of_the_csv_is_in_the_json() {
    for (name, report) in reports::all() {
        let numbers = numbers(report);
        let csv = file(report, ReportFormat::File(FileFormat::Csv), Lang::En);
        let mut reader = ::csv::Reader::from_reader(csv.strip_prefix(b"\xef\xbb\xbf").unwrap());
        let heads = reader.headers().unwrap().clone();
        let mut seen = 0;
        for row in reader.records().map(Result::unwrap) {
            for (column, cell) in heads.iter().zip(&row).filter(|(column, _)| *column != "depth") {
                // Names are the definition's, and what stands together is `code:number`.
                if column.ends_with("_name") {
                    continue;
                }
                for part in cell
                    .split_whitespace()
                    .map(|part| part.rsplit(':').next().unwrap())
                {
                    if let Ok(number) = part.parse::<f64>() {
                        assert!(numbers.contains(&thousandths(number)), "{name}: {column} {cell}");
                        seen += 1;
                    }
                }
            }
        }
        assert_eq!(seen > 100, report.period.is_some(), "{name}: {seen} numbers");
    }
}

#[test]
fn every_number_of_the_tables_and_charts_is_in_the_json() {
    for (name, report) in reports::all() {
        let numbers = numbers(report);
        let has = |number: f64| assert!(numbers.contains(&thousandths(number)), "{name}: {number}");
        let document = report_document(report, I18n::english());
        for part in document.sections.iter().flat_map(|section| &section.parts) {
            match part {
                Part::Sentence(_) => {}
                Part::Table(table) => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        match cell {
                            Cell::Limit { percent, .. } => has(f64::from(*percent) / 100.0),
                            Cell::Date(_) => {}
                            cell => cell.raw().iter().for_each(|raw| has(raw.parse().unwrap())),
                        }
                    }
                }
                Part::Chart(Chart::Lines(lines)) => {
                    let minutes = lines.iter().flat_map(|line| &line.parts);
                    minutes.for_each(|(_, minutes)| has(f64::from(*minutes)));
                }
                Part::Chart(Chart::Spreads(spreads)) => {
                    let by = if spreads.of == crate::summary::SpreadOf::Share {
                        100.0
                    } else {
                        1.0
                    };
                    let weeks = spreads.lines.iter().flat_map(|line| &line.weeks);
                    let values =
                        weeks.flat_map(|w| w.quartiles.into_iter().flatten().chain(w.mean).chain(w.median));
                    values.for_each(|value| has(f64::from(value) / by));
                }
                Part::Chart(other) => panic!("{name}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_workbook_holds_the_numbers_of_the_document_and_a_sheet_for_each_group() {
    for (name, report) in reports::all() {
        let numbers = numbers(report);
        let bytes = file(report, ReportFormat::File(FileFormat::Xlsx), Lang::En);
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let sheets = book.worksheets();
        let groups = report.frame.groups.len();
        assert_eq!(sheets.len() > groups, report.period.is_some(), "{name}");
        for (sheet, range) in &sheets {
            for (row, column, data) in range.cells() {
                let at = format!("{name}: {sheet} {row} {column} {data}");
                match data {
                    // Minutes are days; to their right they stand in hours.
                    Data::Float(number) => {
                        let is = |unit: f64| numbers.contains(&thousandths(number * unit));
                        assert!(is(1.0) || is(60.0) || is(1440.0), "{at}");
                    }
                    Data::DateTime(time) => {
                        let days = time.as_f64();
                        assert!(
                            days > 40_000.0 || numbers.contains(&thousandths(days * 1440.0)),
                            "{at}"
                        );
                    }
                    Data::String(_) | Data::Empty => {}
                    other => panic!("{at}: {other:?}"),
                }
            }
        }
    }
}
