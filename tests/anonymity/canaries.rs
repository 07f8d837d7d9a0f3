//! Marks are planted everywhere, and nothing that is sent holds one.

use crate::coordinator::Coordinator;
use crate::marks::{assert_unmarked, mark};
use crate::teacher::Teacher;
use serde_json::Value;
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

/// What the machine is really called, and who is logged in, where that is long enough not to be met by chance.
fn the_machine() -> Vec<String> {
    let said = |program: &str, argument: &str| {
        let out = Command::new(program).arg(argument).output();
        out.map_or_else(
            |_| String::new(),
            |o| String::from_utf8_lossy(&o.stdout).trim().to_owned(),
        )
    };
    let mut names = vec![said("uname", "-n"), said("uname", "-r"), said("id", "-un")];
    names.retain(|name| name.len() > 4);
    names
}

/// Texts that are of the form of a date or of a time of day.
fn dates_and_times(text: &str) -> Vec<&str> {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let at = |i: usize, n: usize| text.get(i..i + n).unwrap_or_default();
    let is_date = |i: &usize| {
        let s = at(*i, 10);
        s.len() == 10 && digits(&s[..4]) && &s[4..5] == "-" && digits(&s[5..7]) && &s[7..8] == "-"
    };
    // A ratings table has `"5":0`, with the quotation mark between: a time of day has none.
    let is_time = |i: &usize| {
        let s = at(*i, 5);
        s.len() == 5 && digits(&s[..2]) && &s[2..3] == ":" && digits(&s[3..])
    };
    let starts: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    let found = starts.iter().filter(|i| is_date(i) || is_time(i));
    found.map(|i| at(*i, 10)).collect()
}

/// The name, the times, the mode and every byte of a file, sealed and opened; before anything else reads it, for that
/// changes its time.
fn assert_anonymous(file: &Path, coordinator: &Coordinator) {
    let machine = the_machine();
    let name = file.file_name().unwrap().to_str().unwrap();
    let stem = name.strip_suffix(".age").expect(name);
    assert!(
        stem.len() == 32 && stem.bytes().all(|b| b.is_ascii_hexdigit()),
        "{name}"
    );
    let there = file.metadata().unwrap();
    let fixed = SystemTime::UNIX_EPOCH + Duration::from_secs(946_684_800);
    let times = (there.modified().unwrap(), there.accessed().unwrap());
    assert_eq!(
        times,
        (fixed, fixed),
        "of its last change and of its last reading"
    );
    assert_eq!(there.permissions().mode() & 0o777, 0o600);
    let sealed = std::fs::read(file).unwrap();
    assert_unmarked("the sealed file", &sealed, &machine);
    let opened = coordinator.open(file);
    assert_eq!(opened.len(), 4096);
    assert_unmarked("the opened file", &opened, &machine);
    let text = String::from_utf8(opened).unwrap();
    assert_eq!(dates_and_times(&text), [""; 0], "{text}");
    assert!(!text.contains(env!("CARGO_PKG_VERSION")), "{text}");
    let value: Value = serde_json::from_str(&text).unwrap();
    let schema: Value = serde_json::from_str(jianfu::survey::RESPONSE_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
    assert_eq!(errors, [""; 0], "{text}");
}

#[test]
fn nothing_that_is_sent_holds_what_is_not_asked_for() {
    let (coordinator, teacher) = (Coordinator::new(&[]), Teacher::new());
    teacher.keep_a_diary();
    teacher.join(&coordinator.definition());
    // The marks are there to be found.
    let exported = String::from_utf8(teacher.ok(&["export"])).unwrap();
    for place in [
        "Note", "Activity", "Word", "Term", "Holiday", "Bells", "Reason", "Title", "Contact",
    ] {
        assert!(exported.contains(&mark(place)), "{place} was not planted");
    }
    let mut sent = Vec::new();
    for week in ["2026-W45", "2026-W46", "2026-W47"] {
        let raw = teacher.ok(&["survey", "preview", week, "--raw"]);
        let file = teacher.respond(week);
        assert_anonymous(&file, &coordinator);
        assert_eq!(coordinator.open(&file), raw, "what is sealed is what is shown");
        sent.push(file);
    }
    let response: Value = serde_json::from_slice(&coordinator.open(&sent[2])).unwrap();
    assert_eq!(
        response["minutes"]["reports"], 165,
        "5 × 34 minutes, to the nearest 15"
    );
    assert_eq!(
        response["activities"]["reports"]["other"], 165,
        "an own activity is only its category"
    );
    assert_eq!(response["groups"]["stage"], "primary");
    assert_eq!(response["meetings"]["over_90"], 5);
    let folder = teacher.path("Out");
    teacher.ok(&[
        "survey",
        "withdraw",
        "2026-W46",
        "--to",
        folder.to_str().unwrap(),
        "--yes",
    ]);
    let withdrawal = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path());
    let withdrawal = withdrawal.filter(|f| f.is_file()).last().unwrap();
    assert_anonymous(&withdrawal, &coordinator);
    sent.push(withdrawal);
    let bundle = teacher.path("Bundle.tar");
    let mut args: Vec<&str> = vec!["survey", "bundle"];
    args.extend(sent.iter().map(|f| f.to_str().unwrap()));
    args.extend(["-o", bundle.to_str().unwrap()]);
    teacher.ok(&args);
    let bundle = std::fs::read(bundle).unwrap();
    assert_unmarked("the bundle", &bundle, &the_machine());
    for file in &sent {
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            !bundle.windows(name.len()).any(|w| w == name.as_bytes()),
            "a name went into the bundle"
        );
    }
}

/// The terminal UI writes what the commands write, of a diary and into folders that are full of marks.
#[test]
fn nothing_that_the_screen_writes_holds_what_is_not_asked_for() {
    let (coordinator, teacher) = (Coordinator::new(&[]), Teacher::new());
    teacher.keep_a_diary();
    teacher.join(&coordinator.definition());
    let raw = teacher.ok(&["survey", "preview", "2026-W47", "--raw"]);
    let files = |folder: &Path| -> BTreeSet<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|e| e.unwrap().path()).collect()
    };
    let folder = teacher.path("Screen");
    std::fs::create_dir(&folder).unwrap();
    let mut screen = teacher.screen(&folder);
    screen.press("S").assert_shows("2026-W47");
    screen.press("r enter").assert_shows("is written");
    let response = files(&folder);
    assert_eq!(response.len(), 1, "one file and nothing beside it: {response:?}");
    let first = response.first().unwrap();
    assert_anonymous(first, &coordinator);
    assert_eq!(coordinator.open(first), raw, "what the command shows");
    screen
        .press("enter X enter")
        .assert_shows("withdrawal of 2026-W47 is written");
    let both = files(&folder);
    let withdrawal: Vec<_> = both.difference(&response).collect();
    assert_eq!(withdrawal.len(), 1, "{both:?}");
    assert_anonymous(withdrawal[0], &coordinator);
    let opened = String::from_utf8(coordinator.open(withdrawal[0])).unwrap();
    assert!(opened.contains("jianfu withdrawal"), "{opened}");
}

#[test]
fn what_is_withheld_is_not_there() {
    let (coordinator, teacher) = (Coordinator::new(&[]), Teacher::new());
    teacher.keep_a_diary();
    teacher.join(&coordinator.definition());
    let fields = [
        "days",
        "activities",
        "meetings",
        "late_parent_minutes",
        "goal",
        "ratings",
    ];
    let withheld: Vec<String> = fields.iter().map(|f| format!("{f}=withheld")).collect();
    let mut args = vec!["survey", "answer", "stage=not_said"];
    args.extend(withheld.iter().map(String::as_str));
    teacher.ok(&args);
    let file = teacher.respond("2026-W47");
    assert_anonymous(&file, &coordinator);
    let response: Value = serde_json::from_slice(&coordinator.open(&file)).unwrap();
    for field in [
        "school_days",
        "closed_days",
        "complete",
        "activities",
        "meetings",
        "late_parent_minutes",
        "goal",
        "ratings",
    ] {
        assert_eq!(response.get(field), Some(&Value::Null), "{field}");
    }
    assert_eq!(
        response["groups"],
        serde_json::json!({"role": null, "stage": null})
    );
}
