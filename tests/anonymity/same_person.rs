//! The pseudonym of a survey and week stays the same, and says nothing about any other.

use crate::coordinator::Coordinator;
use crate::marks::mark;
use crate::teacher::Teacher;
use std::collections::BTreeSet;

#[test]
fn restart_restore_and_another_machine_leave_the_pseudonym_as_it_is() {
    let (coordinator, teacher) = (Coordinator::new(&[]), Teacher::new());
    teacher.keep_a_diary();
    teacher.join(&coordinator.definition());
    let first = teacher.respond("2026-W47");
    let respondent = coordinator.field(&first, "respondent");
    let again = teacher.respond("2026-W47");
    assert_eq!(
        coordinator.field(&again, "respondent"),
        respondent,
        "after a restart"
    );
    assert_the_newest_backup_brings_it(&coordinator, &teacher, &respondent);

    assert_eq!(coordinator.field(&again, "revision"), "2");

    // Back to how it was before the first response: the revision must go on all the same.
    let backups = String::from_utf8(teacher.ok(&["backup", "list"])).unwrap();
    let oldest = backups
        .lines()
        .last()
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned();
    teacher.ok(&["backup", "restore", &oldest]);
    teacher.join(&coordinator.definition());
    let restored = teacher.respond("2026-W47");
    assert_eq!(
        coordinator.field(&restored, "respondent"),
        respondent,
        "after a restore"
    );
    assert_eq!(coordinator.field(&restored, "revision"), "3");

    let export = teacher.path("Export.jsonl");
    teacher.ok(&["export", "-o", export.to_str().unwrap()]);
    let elsewhere = Teacher::new();
    elsewhere.ok(&["import", export.to_str().unwrap()]);
    let moved = elsewhere.respond("2026-W47");
    assert_eq!(
        coordinator.field(&moved, "respondent"),
        respondent,
        "on another machine"
    );
    assert_eq!(coordinator.field(&moved, "revision"), "4");
    let other_week = elsewhere.respond("2026-W46");
    assert_eq!(
        coordinator.field(&other_week, "respondent"),
        coordinator.field(&teacher.respond("2026-W46"), "respondent"),
        "a week that was never sent from the first machine"
    );
}

/// Nobody made a backup by hand: what is there on the day of the first response must be enough.
fn assert_the_newest_backup_brings_it(coordinator: &Coordinator, teacher: &Teacher, respondent: &str) {
    let listed = String::from_utf8(teacher.ok(&["backup", "list"])).unwrap();
    let name = format!("{}.jsonl", listed.split_whitespace().next().unwrap());
    let newest = teacher.path("Data").join("backup").join(&name);
    let (imported, restored) = (Teacher::new(), Teacher::new());
    imported.ok(&["import", newest.to_str().unwrap()]);
    let folder = restored.path("Data").join("backup");
    restored.ok(&["log"]); // the store is made
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(&newest, folder.join(&name)).unwrap();
    restored.ok(&["backup", "restore", name.trim_end_matches(".jsonl")]);
    for elsewhere in [imported, restored] {
        elsewhere.join(&coordinator.definition()); // as far as the backup does not know it
        let response = elsewhere.respond("2026-W47");
        assert_eq!(coordinator.field(&response, "respondent"), respondent);
    }
}

#[test]
fn weeks_and_surveys_are_not_linked_but_in_a_panel() {
    let teacher = Teacher::new();
    teacher.keep_a_diary();
    let mut seen = BTreeSet::new();
    for _ in 0..2 {
        let coordinator = Coordinator::new(&[]);
        teacher.join(&coordinator.definition());
        for week in ["2026-W45", "2026-W46", "2026-W47"] {
            let response = teacher.respond(week);
            assert!(seen.insert(coordinator.field(&response, "respondent")), "{week}");
        }
        teacher.ok(&["survey", "leave"]);
    }
    let panel = Coordinator::new(&["--panel"]);
    teacher.join(&panel.definition());
    let of = |week| panel.field(&teacher.respond(week), "respondent");
    assert_eq!(of("2026-W45"), of("2026-W46"));
    assert!(seen.insert(of("2026-W47")), "and another one than without");
    assert!(!seen.iter().any(|s| s.contains(&mark(""))));
}
