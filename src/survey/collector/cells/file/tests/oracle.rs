//! The same cells out of the same files, computed by another program.

use super::lines;
use crate::survey::collector::dataset::tests::many_rows;
use crate::survey::collector::{Cells, Dataset, Value};
use crate::survey::definition::tests::sample;
use serde_json::{Value as Json, json};
use std::process::Command;

/// Needs the Python modules duckdb, pyarrow and pandas, in the Python that `JIANFU_PYTHON` names, else in `python3`.
#[test]
#[ignore = "needs Python with duckdb, pyarrow and pandas"]
fn duckdb_computes_the_same_to_the_last_digit() {
    const MANY: u64 = 230_000; // so many that sums of the largest minutes do not fit into 32 bits
    let (definition, _) = sample();
    let folder = tempfile::tempdir().unwrap();
    let dataset = Dataset::open_or_new(&folder.path().join("d"), &definition).unwrap();
    let varied = many_rows(&definition, 60_000);
    for (number, rows) in varied.chunks(25_000).enumerate() {
        let week = ["2026-W45", "2026-W46"][number % 2].parse().unwrap();
        dataset.write(&dataset.part_path(week, number), rows).unwrap();
    }
    let mut largest = varied[0].clone();
    for value in Value::all() {
        largest.values[value.index()] = *value.range().end();
    }
    for (place, value) in Value::all().filter(|v| v.is_required()).enumerate() {
        largest.values[value.index()] = if place == 1 { 10_140 } else { 60 };
    }
    let week = "2026-W47".parse().unwrap();
    for number in 0..2 {
        let rows = vec![largest.clone(); usize::try_from(MANY / 2).unwrap()];
        dataset.write(&dataset.part_path(week, number), &rows).unwrap();
    }
    let cells = Cells::of_dataset(&dataset, None).unwrap();
    let sums = cells
        .cells
        .values()
        .map(|cell| cell.of(crate::survey::collector::Measure::Total).sum);
    assert!(sums.max().unwrap() > i64::from(i32::MAX));

    let mut ours = lines(&cells);
    let python = std::env::var_os("JIANFU_PYTHON").unwrap_or_else(|| "python3".into());
    let out = Command::new(python)
        .args(["-c", include_str!("duckdb.py")])
        .arg(dataset.folder())
        .arg(ours[0].to_string())
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let theirs = String::from_utf8(out.stdout).unwrap();
    let mut theirs: Vec<Json> = theirs
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let rows = u64::try_from(varied.len()).unwrap() + MANY;
    assert_eq!(
        theirs.pop(),
        Some(json!({"pyarrow": rows, "week": "string", "pandas": rows}))
    );
    let mut ours = ours.split_off(2);
    for lines in [&mut ours, &mut theirs] {
        lines.sort_by_key(|line| format!("{} {}", line["week"], line["groups"]));
    }
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs);
    }
}
