//! `survey publish`: single responses that anybody may have.

mod withdrawn;

use crate::teacher::Teacher;
use std::collections::BTreeMap;

/// A dataset of made-up responses.
fn dataset(teacher: &Teacher, teachers: &str) -> String {
    let folder = teacher.dir.path().join("dataset").display().to_string();
    teacher.ok(&[
        "survey",
        "simulate",
        "--teachers",
        teachers,
        "--weeks",
        "2",
        "--dataset",
        "--to",
        &folder,
    ]);
    folder
}

#[test]
fn a_public_file_comes_with_its_sheet_and_its_codebook() {
    let teacher = Teacher::new();
    let dataset = dataset(&teacher, "200");
    let file = |name: &str| teacher.dir.path().join(name);
    let open = file("open.csv").display().to_string();
    let done = teacher.run(&["survey", "publish", &dataset, "-o", &open]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(
        done.err.contains("open.sheet.md before you pass them on"),
        "{done:?}"
    );
    assert!(done.err.contains("issue 1 of the report: 2"), "{done:?}");
    assert_eq!(done.out, format!("{open}\n"));
    assert!(done.err.contains("kept as they are from now on"), "{done:?}");
    let text = std::fs::read_to_string(&open).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(
        head,
        [
            "week",
            "g_stage",
            "g_role",
            "g_years",
            "g_region",
            "school_days",
            "complete",
            "teaching_min",
            "meetings_min",
            "reports_min",
            "parents_min",
            "duty_min",
            "non_teaching_share_band",
            "goal_met",
            "meetings_count",
        ]
    );
    let mut combinations: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
    for line in lines {
        *combinations.entry(line.split(',').take(6).collect()).or_default() += 1;
    }
    assert!(
        !combinations.is_empty() && combinations.values().all(|n| *n >= 10),
        "{combinations:?}"
    );
    for name in ["open.sheet.md", "open.codebook.csv", "open.codebook.json"] {
        assert!(file(name).is_file(), "{name}");
    }
    let said = teacher.refused(1, &["survey", "publish", &dataset, "-o", &open]);
    assert!(said.contains("is there already"), "{said}");
    let parquet = file("rows.parquet").display().to_string();
    teacher.ok(&["survey", "publish", &dataset, "-o", &parquet]);
    assert!(std::fs::read(parquet).unwrap().starts_with(b"PAR1"));
}

#[test]
fn what_cannot_be_published_is_said() {
    let teacher = Teacher::new();
    let dataset = dataset(&teacher, "8");
    let open = teacher.dir.path().join("open.csv").display().to_string();
    let said = teacher.refused(1, &["survey", "publish", &dataset, "-o", &open]);
    assert!(said.contains("as many as 10 responses"), "{said}");
    assert!(!std::path::Path::new(&open).exists());
    let said = teacher.refused(2, &["survey", "publish", &dataset]);
    assert!(said.contains("-o open.csv"), "{said}");
    let said = teacher.refused(2, &["survey", "publish", &dataset, "-o", "open.xlsx"]);
    assert!(said.contains(".parquet or .csv"), "{said}");
    let said = teacher.refused(1, &["survey", "publish", "nowhere", "-o", &open]);
    assert!(said.contains("is no dataset"), "{said}");
}

#[test]
fn what_was_published_can_be_kept_elsewhere() {
    let teacher = Teacher::new();
    let dataset = dataset(&teacher, "120");
    let path = |name: &str| teacher.dir.path().join(name).display().to_string();
    let (open, memory) = (path("open.csv"), path("memory"));
    let publish = |dataset: &str, open: &str| {
        let args = ["survey", "publish", dataset, "--published", &memory, "-o", open];
        teacher.run(&args)
    };
    assert_eq!(publish(&dataset, &open).status, 0);
    assert!(teacher.dir.path().join("memory/public-use.json").is_file());
    assert!(!teacher.dir.path().join("dataset/published").exists());
    // It is of these surveys and of no others, and reports find the same there.
    let other = path("other");
    let make = [
        "survey",
        "simulate",
        "--teachers",
        "120",
        "--weeks",
        "2",
        "--seed",
        "9",
    ];
    teacher.ok(&[&make[..], &["--dataset", "--to", &other]].concat());
    let refused = publish(&other, &path("other.csv"));
    assert!(
        refused.status == 1 && refused.err.contains("other surveys"),
        "{refused:?}"
    );
    let report = ["survey", "report", &dataset, "--published", &memory];
    let again = teacher.run(&[&report[..], &["--format", "json"]].concat());
    assert_eq!((again.status, again.err.as_str()), (0, ""), "{again:?}");
}
