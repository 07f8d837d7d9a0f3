//! What is written: the rows, the codebook, the data sheet.

use super::tables::{publish_to, published, read_csv, read_parquet, sources, today};
use super::*;
use crate::i18n::{I18n, Lang};
use crate::survey::codebook::Codebook;
use std::collections::BTreeSet;

#[test]
fn in_the_file_nobody_stands_alone() {
    let (dir, dataset, account) = published(700, "open.csv");
    let (names, rows) = read_csv(&dir.path().join("open.csv"));
    let codebook = Codebook::public_use(&dataset.definition);
    let expected: Vec<&str> = codebook.variables.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, expected);
    assert!(rows.len() > 1500 && account.rows == rows.len() as u64);
    for name in [
        "respondent",
        "revision",
        "teaching_lesson_min",
        "late_parent_min",
        "rating_1",
        "closed_days",
    ] {
        assert!(!names.iter().any(|n| n == name), "{name}");
    }
    let days = names.iter().position(|n| n == "school_days").unwrap();
    let mut combinations: BTreeMap<&[String], u32> = BTreeMap::new();
    for row in &rows {
        *combinations.entry(&row[..=days]).or_default() += 1; // the week, the groups, the days
    }
    assert!(combinations.values().all(|n| *n >= LEAST));
    assert!(
        combinations.len() > 40,
        "{} combinations are left",
        combinations.len()
    );

    // At both ends of every number in every week there are enough, and of yes and no.
    let weeks: BTreeSet<&String> = rows.iter().map(|r| &r[0]).collect();
    assert_eq!(weeks.len(), 3);
    for week in weeks {
        for column in days + 1..names.len() {
            let values: Vec<&str> = rows
                .iter()
                .filter(|r| r[0] == *week)
                .map(|r| r[column].as_str())
                .collect();
            let ends: Vec<&str> = if values.iter().any(|v| v.parse::<i64>().is_ok()) {
                let numbers = || values.iter().filter(|v| !v.is_empty());
                let by = |v: &&&str| v.parse::<i64>().unwrap();
                vec![
                    numbers().min_by_key(by).unwrap(),
                    numbers().max_by_key(by).unwrap(),
                ]
            } else {
                vec!["true", "false"]
            };
            for end in ends {
                let n = values.iter().filter(|v| **v == end).count();
                assert!(
                    n >= 10 || values.iter().all(|v| v.is_empty()),
                    "{} {end}: {n}",
                    names[column]
                );
            }
        }
    }
    // The order says nothing: it is that of what the rows say, and a dataset in another order makes the same file.
    let text = std::fs::read(dir.path().join("open.csv")).unwrap();
    let parts: Vec<_> = dataset.parts().unwrap().into_values().flatten().collect();
    for part in parts {
        let mut turned = dataset.read(&part).unwrap();
        turned.reverse();
        dataset.write(&part.path, &turned).unwrap();
    }
    publish_to(&dataset, &dir.path().join("again.csv")).unwrap();
    assert_eq!(std::fs::read(dir.path().join("again.csv")).unwrap(), text);
}

#[test]
fn parquet_says_the_same_as_csv_and_the_codebook_says_what() {
    let (dir, dataset, _) = published(120, "open.parquet");
    publish_to(&dataset, &dir.path().join("table.csv")).unwrap();
    let (parquet, csv) = (
        read_parquet(&dir.path().join("open.parquet")),
        read_csv(&dir.path().join("table.csv")),
    );
    assert_eq!(parquet, csv);
    let codebook = Codebook::public_use(&dataset.definition);
    for row in &csv.1 {
        for (variable, value) in codebook.variables.iter().zip(row) {
            let is_code = variable.codes.is_empty() || variable.codes.iter().any(|c| c.code == *value);
            let in_range = |n: i64| variable.range.as_ref().is_none_or(|r| r.contains(&n));
            let in_step = |n: i64| variable.step.is_none_or(|s| n % i64::from(s) == 0);
            let fits = value.is_empty() && !variable.missing.is_empty()
                || !value.is_empty() && is_code && value.parse().map_or(true, |n| in_range(n) && in_step(n));
            assert!(fits, "{}: {value:?}", variable.name);
        }
    }
    let csv_codebook = std::fs::read(dir.path().join("open.codebook.csv")).unwrap();
    assert_eq!(csv_codebook, codebook.to_csv());
    let json = std::fs::read_to_string(dir.path().join("open.codebook.json")).unwrap();
    assert_eq!(json, codebook.to_json());
}

#[test]
fn the_sheet_is_written_in_every_language() {
    let (dir, dataset, account) = published(120, "open.csv");
    let sheet = std::fs::read_to_string(dir.path().join("open.sheet.md")).unwrap();
    assert!(
        sheet.contains("MADE UP") && sheet.contains("at least 10 rows"),
        "{sheet}"
    );
    assert!(
        sheet.contains("| g\\_region |") && sheet.contains("| 2026-W47 |"),
        "{sheet}"
    );
    let data = std::fs::read(dir.path().join("open.csv")).unwrap();
    let hash = crate::domain::to_hex(&<sha2::Sha256 as sha2::Digest>::digest(&data));
    for fact in [
        dataset.definition.contact.get(Lang::En),
        "2027-01-20",
        &hash,
        &format!("with {} rows", account.rows),
        "as issue 1 of the report: 2026-W45, 2026-W46",
        "as issue 2 of the report: 2026-W47",
        "Terms:",
    ] {
        assert!(sheet.replace('\\', "").contains(fact), "{fact}: {sheet}");
    }
    let most = account.coarser.iter().map(|(_, emptied)| emptied).max().unwrap();
    assert!(*most > 0);
    for line in sheet
        .lines()
        .filter(|l| l.starts_with("| g") || l.starts_with("| school"))
    {
        let numbers = line.split('|').filter_map(|cell| cell.trim().parse::<u64>().ok());
        let numbers: Vec<u64> = numbers.collect();
        assert!(numbers.len() == 2 && numbers.iter().all(|n| n % 5 == 0), "{line}");
    }
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let path = dir.path().join(format!("{}.csv", lang.tag()));
        let files =
            PublicFiles::new(&path, Format::Csv, &dataset.definition, I18n::new(lang), today()).unwrap();
        let withdrawn = vec![week()];
        let prepared = publish_parts(&dataset, &sources(&dataset), files, withdrawn).unwrap();
        prepared.finish().unwrap();
        let text = std::fs::read_to_string(PublicFiles::sheet_of(&path)).unwrap();
        // One more: which week is left out since some withdrew.
        assert_eq!(text.lines().count(), sheet.lines().count() + 1, "{text}");
    }
}
