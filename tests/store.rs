//! The store keeps what it acknowledged: across restarts, undo, backups, damage to any file, and other processes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says how much it tried"
)]

use chrono::{Duration, NaiveDate, NaiveDateTime};
use jianfu::diary::{Draft, OnOverlap, Operation, Profile, Sent, Setting, SurveyFacts, SurveySecret, When};
use jianfu::domain::{
    Activity, BlockId, Category, Day, DayKind, DefinitionHash, Note, SchoolDays, Span, WeekId,
};
use jianfu::figures::{BaselineChoice, WeekFigures};
use jianfu::store::{Notice, Session, Store, StoreError};
use std::fs;
use std::path::{Path, PathBuf};

fn now() -> NaiveDateTime {
    "2026-11-20T17:30:00".parse().unwrap()
}

fn date(days: i64) -> NaiveDate {
    now().date() + Duration::days(days)
}

fn add(start: u32, end: u32, on: NaiveDate, note: &str) -> Operation {
    let draft = Draft {
        when: When::Span(Span::clocked(start, end).unwrap()),
        activity: Activity::new(Category::Teaching, "lesson").unwrap(),
        note: Note::new(note).unwrap(),
        rating: None,
        parallel: false,
    };
    Operation::Add {
        date: on,
        drafts: vec![draft],
        on_overlap: OnOverlap::Refuse,
    }
}

/// Everything a session can tell.
fn everything(session: &mut Session) -> (Vec<Day>, Profile, u64, SurveyFacts) {
    (
        session.days(..).unwrap(),
        session.profile().unwrap(),
        session.seq(),
        session.survey_facts().unwrap(),
    )
}

/// What was sent to a survey for a date's week.
fn sent(date: NaiveDate, revision: u32) -> Sent {
    let (survey, week) = (DefinitionHash::new([7; 32]), WeekId::of(date));
    let more = "x".repeat(3_900);
    Sent {
        survey,
        week,
        revision,
        at: now(),
        title: "减负".to_owned(),
        file: format!("{revision:032x}.age"),
        content: format!(
            "{{\"definition\":\"{survey}\",\"week\":\"{week}\",\"revision\":{revision},\"more\":\"{more}\"}}"
        ),
    }
}

/// A store with some weeks of work, dumps of three days, undone changes, settings, and what was sent to a survey.
fn filled(dir: &Path) -> Store {
    let store = Store::at(dir);
    for day in 0..12 {
        let mut session = store.session(now() + Duration::days(day)).unwrap();
        for hour in 0..6 {
            session
                .apply(&add(480 + hour * 60, 525 + hour * 60, date(day), "三(2)班语文"))
                .unwrap();
        }
        session
            .apply(&Operation::Close {
                date: date(day),
                closed: true,
            })
            .unwrap();
        let week = WeekId::of(date(day));
        let last = session.sent(&DefinitionHash::new([7; 32]), week).unwrap().len();
        session
            .record_sent(sent(date(day), u32::try_from(last).unwrap() + 1))
            .unwrap();
        if day % 4 == 0 {
            session.undo().unwrap().unwrap();
        }
        if day == 5 {
            session.keep_survey_secret(&SurveySecret::new([9; 32])).unwrap();
        }
    }
    store
        .session(now() + Duration::days(12))
        .unwrap()
        .set(Setting::Baseline(BaselineChoice::Minutes(900)))
        .unwrap();
    store
}

#[test]
fn all_is_there_after_opening_again_and_undo_survives_the_restart() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path().join("data"));
    let first = store
        .session(now())
        .unwrap()
        .apply(&add(480, 525, date(0), "a"))
        .unwrap();
    store
        .session(now())
        .unwrap()
        .apply(&add(540, 600, date(0), "b"))
        .unwrap();
    let mut session = store.session(now()).unwrap();
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 2);
    let (found_date, block) = session.find(&first.booked[0].1.id).unwrap().unwrap();
    assert_eq!((found_date, block.note.as_str()), (date(0), "a"));
    drop(session);
    let mut session = store.session(now()).unwrap();
    assert_eq!(session.undo().unwrap().unwrap().dates, [date(0)]);
    assert_eq!(session.undo().unwrap().unwrap().dates, [date(0)]);
    assert_eq!(session.undo().unwrap(), None);
    assert!(session.days(..).unwrap().is_empty());
    drop(session);
    let mut session = store.session(now()).unwrap();
    session.redo().unwrap().unwrap();
    session.redo().unwrap().unwrap();
    assert_eq!(session.redo().unwrap(), None);
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 2);
    assert_eq!(session.check().unwrap().problems, []);
    assert_eq!(session.notices(), []);
}

#[test]
fn what_the_user_did_not_enter_cannot_be_undone() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.apply(&add(480, 525, date(0), "")).unwrap();
    session.begin_here().unwrap();
    assert_eq!(session.undo().unwrap(), None);
    session.apply(&add(540, 585, date(0), "")).unwrap();
    assert!(session.undo().unwrap().is_some());
    assert_eq!(session.undo().unwrap(), None);
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 1);
}

#[test]
fn a_refused_operation_leaves_no_trace() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.apply(&add(480, 525, date(0), "")).unwrap();
    let before = everything(&mut session);
    let both = Operation::All(vec![add(600, 660, date(0), ""), add(500, 560, date(0), "")]);
    assert!(matches!(session.apply(&both), Err(StoreError::Refused(_))));
    assert_eq!(everything(&mut session), before);
}

#[test]
fn a_long_day_goes_over_several_records_and_shrinks_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path());
    let note = "很".repeat(480);
    let mut session = store.session(now()).unwrap();
    let mut ids = Vec::new();
    for i in 0..30 {
        ids.push(
            session
                .apply(&add(i * 30, i * 30 + 20, date(0), &note))
                .unwrap()
                .booked[0]
                .1
                .id
                .clone(),
        );
    }
    drop(session);
    let mut session = store.session(now()).unwrap();
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 30);
    let blobs = fs::read_dir(dir.path().join("sled/blobs")).unwrap().count();
    assert_eq!(blobs, 0, "the engine never syncs what it puts there");
    let gone = ids.split_off(1).into_iter().map(|id| (date(0), id)).collect();
    session.apply(&Operation::Remove(gone)).unwrap();
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 1);
    assert_eq!(session.check().unwrap().problems, []);
}

#[test]
fn fields_of_a_later_version_survive_a_change() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path());
    let id = store
        .session(now())
        .unwrap()
        .apply(&add(480, 525, date(0), "a"))
        .unwrap()
        .booked[0]
        .1
        .id
        .clone();
    store.session(now()).unwrap().dump().unwrap();
    // A later version's dump, with fields that this one does not know, restored.
    let path = dir.path().join("backup/2026-11-20.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    let (body, footer) = text.trim_end().rsplit_once('\n').unwrap();
    let body = body.replace("\"parallel\":false}", "\"parallel\":false,\"room\":\"B2\"}") + "\n";
    let crc = format!("{:08x}", crc32fast::hash(body.as_bytes()));
    let (head, _) = footer.split_once("\"crc\"").unwrap();
    fs::write(&path, format!("{body}{head}\"crc\":\"{crc}\"}}\n")).unwrap();
    let mut session = store.session(now()).unwrap();
    session.restore("2026-11-20").unwrap();
    let mend = jianfu::diary::Mend {
        note: Some(Note::new("b").unwrap()),
        ..Default::default()
    };
    session
        .apply(&Operation::Edit {
            date: date(0),
            id,
            mend,
            on_overlap: OnOverlap::Refuse,
        })
        .unwrap();
    let name = session.dump().unwrap();
    let after = fs::read_to_string(dir.path().join(format!("backup/{name}.jsonl"))).unwrap();
    assert!(
        after.contains("\"room\":\"B2\"") && after.contains("\"note\":\"b\""),
        "{after}"
    );
}

#[test]
fn backups_are_made_once_a_day_and_restoring_can_be_undone() {
    let dir = tempfile::tempdir().unwrap();
    let store = filled(dir.path());
    let mut session = store.session(now() + Duration::days(12)).unwrap();
    let before = everything(&mut session);
    let backups = session.backups().unwrap();
    assert_eq!(
        backups.len(),
        7 + 1,
        "seven daily and one older of the week before"
    );
    let oldest = backups.last().unwrap();
    assert_eq!(oldest.days, oldest.blocks / 6);
    session.restore(&oldest.name.to_string()).unwrap();
    assert_eq!(session.days(..).unwrap().len() as u64, oldest.days);
    assert_eq!(session.profile().unwrap().baseline, BaselineChoice::Auto);
    assert_eq!(
        session.survey_facts().unwrap(),
        before.3,
        "what was sent stays sent"
    );
    session.undo().unwrap().unwrap();
    let after = everything(&mut session);
    assert_eq!((after.0, after.1, after.3), (before.0, before.1, before.3));
    assert!(matches!(
        session.restore("2020-01-01"),
        Err(StoreError::NoBackup(_))
    ));
    assert!(matches!(
        session.restore("../../etc/passwd"),
        Err(StoreError::NoBackup(_))
    ));
    assert_eq!(session.check().unwrap().problems, []);
}

/// The message called the newest backup the one from before, which a large restore makes of what came after.
#[test]
fn a_restore_names_the_backup_of_how_it_was_before() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    for day in 0..160 {
        let drafts = (0..24).map(|hour| Draft {
            when: When::Span(Span::clocked(hour * 60, hour * 60 + 30).unwrap()),
            activity: Activity::new(Category::Teaching, "lesson").unwrap(),
            note: Note::new(&"语文".repeat(20)).unwrap(),
            rating: None,
            parallel: false,
        });
        let operation = Operation::Add {
            date: date(-day),
            drafts: drafts.collect(),
            on_overlap: OnOverlap::Refuse,
        };
        session.apply(&operation).unwrap();
    }
    let full = session.dump().unwrap();
    let days = session.recorded_days(..).unwrap();
    session
        .replace(days.iter().map(|d| Day::empty(d.date)).collect(), Vec::new())
        .unwrap();
    let seq = session.seq();
    let restored = session.restore(&full.to_string()).unwrap();
    assert_eq!(restored.name, full);
    let backups = session.backups().unwrap();
    let before = backups.iter().find(|b| b.name == restored.before).unwrap();
    assert_eq!((before.seq, before.blocks), (seq, 0), "{backups:?}");
    assert_ne!(backups[0].name, restored.before, "the restore made one more");
}

#[test]
fn a_clock_that_goes_back_harms_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path());
    for (i, day) in [0i64, 400, -700, 1, -3, 2].into_iter().enumerate() {
        let start = u32::try_from(i).unwrap() * 60;
        store
            .session(now() + Duration::days(day))
            .unwrap()
            .apply(&add(start, start + 30, date(0), ""))
            .unwrap();
    }
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let mut session = store.session(now()).unwrap();
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 6);
    assert_eq!(session.check().unwrap().problems, []);
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn files_below(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, out);
        } else {
            out.push(path);
        }
    }
}

/// A way to damage a file, and what it is called.
type Damage = (String, Box<dyn Fn(&Path)>);

/// The ways in which a file is damaged; a small generator picks the places.
fn damages(length: usize, seed: u64) -> Vec<Damage> {
    let mut out: Vec<Damage> = vec![
        ("delete".into(), Box::new(|p| fs::remove_file(p).unwrap())),
        ("empty".into(), Box::new(|p| fs::write(p, b"").unwrap())),
    ];
    let mut random = seed;
    for _ in 0..6 {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(random >> 33).unwrap() % length.max(1);
        out.push((
            format!("truncate to {at}"),
            Box::new(move |p| {
                let bytes = fs::read(p).unwrap();
                fs::write(p, &bytes[..at.min(bytes.len())]).unwrap();
            }),
        ));
        out.push((
            format!("flip at {at}"),
            Box::new(move |p| {
                let mut bytes = fs::read(p).unwrap();
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << (at % 8);
                }
                fs::write(p, bytes).unwrap();
            }),
        ));
        out.push((
            format!("zero from {at}"),
            Box::new(move |p| {
                let mut bytes = fs::read(p).unwrap();
                bytes.iter_mut().skip(at).take(512).for_each(|b| *b = 0);
                fs::write(p, bytes).unwrap();
            }),
        ));
    }
    out
}

#[test]
fn damage_to_any_one_file_loses_nothing() {
    let origin = tempfile::tempdir().unwrap();
    let store = filled(origin.path());
    let expected = everything(&mut store.session(now() + Duration::days(12)).unwrap());
    let mut files = Vec::new();
    files_below(origin.path(), &mut files);
    assert!(files.len() > 10, "{files:?}");
    let (mut told, mut tried) = (0, 0);
    for file in files {
        let relative = file.strip_prefix(origin.path()).unwrap();
        let length = usize::try_from(fs::metadata(&file).unwrap().len()).unwrap();
        for (what, damage) in damages(length, length as u64) {
            let dir = tempfile::tempdir().unwrap();
            copy_dir(origin.path(), dir.path());
            damage(&dir.path().join(relative));
            let context = format!("{}: {what}", relative.display());
            let later = now() + Duration::days(12);
            let damaged = Store::at(dir.path());
            let mut session = match damaged.session(later) {
                Err(StoreError::Newer { .. }) if relative == Path::new("FORMAT") => {
                    damaged.repair_session(later).unwrap()
                }
                other => other.unwrap_or_else(|e| panic!("{context}: {e}")),
            };
            let found = everything(&mut session);
            assert!(
                found == expected,
                "{context}: {} days, change {}",
                found.0.len(),
                found.2
            );
            let repaired = session.repair().unwrap_or_else(|e| panic!("{context}: {e}"));
            let lost = |n: &Notice| match n {
                Notice::Rebuilt { missing, .. } => !missing.is_empty(),
                Notice::RebuiltFromBackup(_) => true,
                _ => false,
            };
            assert!(
                !session.notices().iter().any(lost),
                "{context}: {:?}",
                session.notices()
            );
            assert_eq!(
                session.check().unwrap().problems,
                [],
                "{context}, after repair of {:?}",
                repaired.problems
            );
            assert!(everything(&mut session) == expected, "{context}: after repair");
            tried += 1;
            told += usize::from(!session.notices().is_empty());
            drop(session);
            let mut again = damaged.session(later).unwrap();
            assert!(
                everything(&mut again) == expected && again.notices().is_empty(),
                "{context}: opened again"
            );
            again.apply(&add(1200, 1230, date(5), "")).unwrap();
        }
    }
    println!("{told} of {tried} damages were told of");
    assert!(told * 2 > tried, "{told} of {tried} damages were told of");
}

#[test]
fn what_is_not_ours_or_newer_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("thesis.txt"), "precious").unwrap();
    assert!(matches!(
        Store::at(dir.path()).session(now()),
        Err(StoreError::Foreign { .. })
    ));
    assert_eq!(
        fs::read_dir(dir.path()).unwrap().count(),
        1,
        "not even a lock file"
    );

    let dir = tempfile::tempdir().unwrap();
    let store = filled(dir.path());
    fs::write(dir.path().join("FORMAT"), "jianfu store 2, sled 1.0\n").unwrap();
    let mut before = Vec::new();
    files_below(dir.path(), &mut before);
    let before: Vec<_> = before
        .into_iter()
        .map(|p| (p.clone(), fs::read(p).unwrap()))
        .collect();
    assert!(matches!(store.session(now()), Err(StoreError::Newer { .. })));
    for (path, bytes) in before {
        assert!(fs::read(&path).unwrap() == bytes, "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn everything_is_private_to_the_user() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("data");
    filled(&root);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut files = Vec::new();
    files_below(&root, &mut files);
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
        for folder in file.ancestors().skip(1).take_while(|f| f.starts_with(&root)) {
            assert_eq!(mode(folder), 0o700, "{}", folder.display());
        }
    }
    assert_eq!(mode(&root.join("sled/blobs")), 0o700);
}

/// Undo must not reach over a part of the journal that is gone: it would put old days over newer ones.
#[test]
fn undo_never_reaches_over_a_gap_in_the_journal() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path());
    for hour in 8..11 {
        store
            .session(now())
            .unwrap()
            .apply(&add(hour * 60, hour * 60 + 45, date(0), ""))
            .unwrap();
    }
    let mut files: Vec<_> = fs::read_dir(dir.path().join("journal"))
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    let last = files.last().unwrap();
    let mut bytes = fs::read(last).unwrap();
    let near_end = bytes.len() - 40;
    bytes[near_end] ^= 1;
    fs::write(last, bytes).unwrap();
    let mut session = store.session(now()).unwrap();
    assert!(
        matches!(session.notices(), [Notice::JournalReplaced { .. }]),
        "{:?}",
        session.notices()
    );
    assert_eq!(session.undo().unwrap(), None);
    drop(session);
    fs::remove_file(dir.path().join("sled/db")).unwrap();
    let mut session = store.session(now()).unwrap();
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 3);
    assert_eq!(session.undo().unwrap(), None, "also after a rebuild");
    assert_eq!(session.days(..).unwrap()[0].blocks().len(), 3);
}

#[test]
fn what_is_too_long_to_be_kept_is_refused_and_harms_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.apply(&add(480, 525, date(0), "")).unwrap();
    let before = everything(&mut session);
    let mut day = session.days(..).unwrap().pop().unwrap();
    day.mark(DayKind::Off(Some("x".repeat(1_500_000))));
    assert!(matches!(
        session.replace(vec![day], Vec::new()),
        Err(StoreError::BadData(_))
    ));
    assert_eq!(everything(&mut session), before);
    assert_eq!(session.check().unwrap().problems, []);
    assert!(DayKind::off(&"x".repeat(101)).is_err());
}

/// A lock on the engine's own file says nothing about the data.
#[cfg(unix)]
#[test]
fn a_database_that_is_held_is_not_taken_for_damaged() {
    let dir = tempfile::tempdir().unwrap();
    let store = filled(dir.path());
    let file = fs::File::open(dir.path().join("sled/db")).unwrap();
    file.lock().unwrap();
    assert!(matches!(store.session(now()), Err(StoreError::Busy { .. })));
    drop(file);
    let session = store.session(now()).unwrap();
    assert_eq!(session.notices(), []);
}

#[test]
fn a_backup_that_was_just_made_stays_whatever_the_clock_said() {
    let dir = tempfile::tempdir().unwrap();
    let store = filled(dir.path());
    let long_ago = now() - Duration::days(3);
    let mut session = store.session(long_ago).unwrap();
    let name = session.dump().unwrap();
    assert!(session.backups().unwrap().iter().any(|b| b.name == name));
    let count = session.backups().unwrap().len();
    for minute in 0..5 {
        session
            .apply(&add(1200 + minute, 1201 + minute, date(-3), ""))
            .unwrap();
    }
    assert_eq!(
        session.backups().unwrap().len(),
        count,
        "one a day, not one a change"
    );
}

#[test]
fn what_nobody_can_tell_is_not_called_whole() {
    let dir = tempfile::tempdir().unwrap();
    let store = filled(dir.path());
    let mut session = store.session(now() + Duration::days(12)).unwrap();
    session.apply(&add(1200, 1230, date(3), "")).unwrap();
    drop(session);
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    fs::remove_dir_all(dir.path().join("journal")).unwrap();
    let mut session = store.session(now() + Duration::days(12)).unwrap();
    let told = session.notices().to_vec();
    assert!(
        matches!(told.as_slice(), [Notice::RebuiltFromBackup(_)]),
        "{told:?}"
    );
    assert_eq!(session.check().unwrap().problems, []);
    session.apply(&add(1200, 1230, date(3), "")).unwrap();
}

#[test]
fn a_folder_that_vanishes_is_not_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("stick");
    let store = Store::at(&data);
    store
        .session(now())
        .unwrap()
        .apply(&add(480, 525, date(0), ""))
        .unwrap();
    fs::rename(&data, dir.path().join("pocket")).unwrap();
    assert!(matches!(store.session(now()), Err(StoreError::Gone { .. })));
    assert!(!data.exists());
    fs::rename(dir.path().join("pocket"), &data).unwrap();
    assert_eq!(store.session(now()).unwrap().days(..).unwrap().len(), 1);
}

#[test]
fn foreign_ids_are_found_too() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.apply(&add(480, 525, date(0), "")).unwrap();
    let mut day = session.days(..).unwrap().pop().unwrap();
    let mut block = day.blocks()[0].clone();
    day.remove(&block.id);
    block.id = BlockId::new("b-00017").unwrap();
    day.put(block.clone());
    session.replace(vec![day], Vec::new()).unwrap();
    assert_eq!(session.find(&block.id).unwrap(), Some((date(0), block)));
    assert_eq!(session.find(&BlockId::new("none").unwrap()).unwrap(), None);
}

#[test]
fn the_first_two_complete_weeks_are_the_baseline() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    let monday: NaiveDate = "2026-09-07".parse().unwrap();
    for week in 0..4 {
        for day in 0..5 {
            let on = monday + Duration::days(week * 7 + day);
            let mut add = add(480, 540, on, "");
            if let Operation::Add { drafts, .. } = &mut add {
                drafts[0].activity = Activity::catch_all(Category::Duty);
            }
            let closed = !(week == 1 && day == 3);
            session
                .apply(&Operation::All(vec![add, Operation::Close { date: on, closed }]))
                .unwrap();
        }
    }
    let profile = session.profile().unwrap();
    let baseline = session.baseline(&profile).unwrap().unwrap();
    let weeks: Vec<String> = baseline.weeks().map(|w| w.to_string()).collect();
    assert_eq!(weeks, ["2026-W37", "2026-W39"], "the second week has an open day");
    session
        .set(Setting::Baseline(BaselineChoice::Weeks(vec![
            "2026-W38".parse().unwrap(),
        ])))
        .unwrap();
    let profile = session.profile().unwrap();
    assert_eq!(
        session.baseline(&profile).unwrap(),
        None,
        "one week is not enough"
    );
}

fn six_days() -> Setting {
    Setting::SchoolDays("mon,tue,wed,thu,fri,sat".parse().unwrap())
}

/// The recorded dates with their kinds: `+` school, `-` off.
fn kinds(session: &mut Session) -> Vec<String> {
    let days = session.recorded_days(..).unwrap();
    let show = |d: &Day| {
        format!(
            "{}{}",
            if d.is_school() { '+' } else { '-' },
            d.date.format("%m-%d")
        )
    };
    days.iter().map(show).collect()
}

#[test]
fn a_week_takes_the_school_days_that_hold_when_its_first_entry_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap(); // Friday, 20 November 2026
    let last_week = date(-7);
    session.apply(&add(480, 525, last_week, "")).unwrap();
    session.set(six_days()).unwrap();
    assert_eq!(
        kinds(&mut session),
        ["+11-13"],
        "nothing of this week is recorded yet"
    );
    // The screens see it all the same: this week and later ones, never past ones.
    let shown: Vec<NaiveDate> = session
        .days(date(-14)..=date(9))
        .unwrap()
        .iter()
        .map(|d| d.date)
        .collect();
    assert_eq!(shown, [date(-7), date(1), date(8)]);
    assert_eq!(
        session.days(..).unwrap().len(),
        2,
        "an open range ends with the current week"
    );
    assert_eq!(session.days(date(1)..=date(1)).unwrap().len(), 1);
    let plan = session.week(jianfu::domain::WeekId::of(date(0))).unwrap().plan;
    assert_eq!(plan.school_days, 6);
    let mut export = Vec::new();
    session.for_each_day(.., |d| export.push(d.date)).unwrap();
    assert_eq!(export, [date(-7)]);
    // The first entry marks the week in the same change.
    session.apply(&add(480, 525, date(0), "")).unwrap();
    assert_eq!(kinds(&mut session), ["+11-13", "+11-20", "+11-21"]);
    session.undo().unwrap();
    assert_eq!(kinds(&mut session), ["+11-13"]);
    session.redo().unwrap();
    // Other school days hold from today on; the past of the week and other weeks stay.
    let seven = "tue,wed,thu,fri,sun".parse().unwrap();
    session.set(Setting::SchoolDays(seven)).unwrap();
    assert_eq!(kinds(&mut session), ["+11-13", "+11-20", "-11-21", "+11-22"]);
    session.undo().unwrap();
    assert_eq!(kinds(&mut session), ["+11-13", "+11-20", "+11-21"]);
    session.set(Setting::SchoolDays(SchoolDays::USUAL)).unwrap();
    assert_eq!(kinds(&mut session), ["+11-13", "+11-20"]);
    // A past week of which nothing is recorded is Monday to Friday, before its first entry as after it.
    session.set(six_days()).unwrap();
    let past = jianfu::domain::WeekId::of(date(-14));
    assert_eq!(session.week(past).unwrap().plan.school_days, 5);
    session.apply(&add(480, 525, date(-14), "")).unwrap();
    assert_eq!(session.week(past).unwrap().plan.school_days, 5);
    assert_eq!(kinds(&mut session)[..2], ["+11-06", "+11-13"]);
    assert_eq!(session.check().unwrap().problems, []);
}

#[test]
fn a_day_that_the_teacher_marks_is_not_marked_by_the_pattern() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.set(six_days()).unwrap();
    let mark = |date, kind| Operation::Mark { date, kind };
    session.apply(&mark(date(1), DayKind::Off(None))).unwrap();
    let saturday = |session: &mut Session| session.days(date(1)..=date(1)).unwrap().pop().unwrap();
    assert!(
        !saturday(&mut session).is_school(),
        "off although nothing else of the week is recorded"
    );
    session.apply(&add(480, 525, date(0), "")).unwrap();
    assert!(!saturday(&mut session).is_school());
    session.apply(&mark(date(1), DayKind::School)).unwrap();
    session.apply(&mark(date(1), DayKind::Off(None))).unwrap();
    assert!(!saturday(&mut session).is_school());
    // A reason of one's own is kept when the pattern changes.
    session
        .apply(&mark(date(1), DayKind::off("trip").unwrap()))
        .unwrap();
    session.set(Setting::SchoolDays(SchoolDays::USUAL)).unwrap();
    assert_eq!(saturday(&mut session).kind(), DayKind::off("trip").unwrap());
    while session.undo().unwrap().is_some() {}
    assert_eq!(kinds(&mut session), Vec::<String>::new());
    assert_eq!(session.profile().unwrap(), jianfu::diary::Profile::default());
}

/// The screen's list of weekdays wiped a day that was marked off: ticked off and on again, the pattern took it for its own.
#[test]
fn a_weekday_taken_off_and_on_again_leaves_a_day_that_was_marked_off() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.apply(&add(480, 525, date(-1), "")).unwrap();
    let friday = date(0);
    let kind = DayKind::Off(None);
    session
        .apply(&Operation::Mark {
            date: friday,
            kind: kind.clone(),
        })
        .unwrap();
    for days in ["mon,tue,wed,thu", "mon,tue,wed,thu,fri"] {
        session.set(Setting::SchoolDays(days.parse().unwrap())).unwrap();
        let day = session.days(friday..=friday).unwrap().pop().unwrap();
        assert_eq!(day.kind(), kind, "{days}");
    }
}

/// One of a few operations on three weeks, by number.
fn some_operation(n: u32, on: i64) -> Operation {
    let on = date(on);
    match n % 6 {
        0 => add(480 + n, 525 + n, on, "a"),
        1 => add(1400, 1500, on, "over midnight"),
        2 => Operation::Close {
            date: on,
            closed: n % 4 == 1,
        },
        3 => Operation::Mark {
            date: on,
            kind: DayKind::Off(None),
        },
        4 => Operation::Mark {
            date: on,
            kind: DayKind::School,
        },
        _ => Operation::All(vec![
            add(600, 610, on, "b"),
            add(620, 630, on + Duration::days(7), "c"),
        ]),
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn other_school_days_and_back_leave_every_day_that_the_teacher_marked(
        first: [bool; 7],
        other: [bool; 7],
        today in 0i64..7,
        steps in proptest::collection::vec((0u32..60, 0i64..7), 1..8),
    ) {
        let (Some(first), Some(other)) = (SchoolDays::from_flags(first), SchoolDays::from_flags(other)) else {
            return Ok(());
        };
        let dir = tempfile::tempdir().unwrap();
        let at = now() + Duration::days(today - 4); // a day of this week
        let mut session = Store::at(dir.path()).session(at).unwrap();
        session.set(Setting::SchoolDays(first)).unwrap();
        let mut marked = std::collections::BTreeMap::new();
        for (n, on) in steps {
            let operation = some_operation(n, on - 4);
            if session.apply(&operation).is_ok() {
                for date in operation.marks() {
                    let Operation::Mark { kind, .. } = &operation else { unreachable!() };
                    marked.insert(date, kind.clone());
                }
            }
        }
        let kind = |session: &mut Session, on: NaiveDate| {
            session.days(on..=on).unwrap().pop().unwrap_or_else(|| Day::empty(on)).kind()
        };
        let week: Vec<_> = (-4..3).map(|n| kind(&mut session, date(n))).collect();
        for pattern in [other, first, other, first] {
            session.set(Setting::SchoolDays(pattern)).unwrap();
            for (on, wanted) in &marked {
                // What the weekday says anyway is kept as a mark only where the pattern says otherwise.
                if *wanted != DayKind::default_for(*on) || first.kind(*on) != *wanted || pattern == first {
                    proptest::prop_assert_eq!(&kind(&mut session, *on), wanted, "{} under {}", on, pattern);
                }
            }
        }
        let again: Vec<_> = (-4..3).map(|n| kind(&mut session, date(n))).collect();
        proptest::prop_assert_eq!(again, week, "nor is any other day another one");
    }

    #[test]
    fn the_pattern_is_undone_with_what_laid_it_and_monday_to_friday_lays_nothing(
        flags: [bool; 7],
        steps in proptest::collection::vec((0u32..60, -14i64..10), 1..12),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let mut session = Store::at(dir.path()).session(now()).unwrap();
        let pattern = SchoolDays::from_flags(flags);
        session.set(Setting::SchoolDays(pattern.unwrap_or_default())).unwrap();
        let mut plain = jianfu::diary::Diary::default();
        let mut states = vec![everything(&mut session).0];
        for (n, on) in steps {
            let seq = session.seq();
            let operation = some_operation(n, on);
            let mut next = plain.clone();
            let (ours, theirs) = (session.apply(&operation), operation.apply(&mut next));
            proptest::prop_assert_eq!(ours.is_ok(), theirs.is_ok());
            if theirs.is_ok() {
                plain = next;
            }
            if session.seq() > seq {
                states.push(everything(&mut session).0);
            }
        }
        if pattern.is_none_or(SchoolDays::is_usual) {
            let recorded = session.recorded_days(..).unwrap();
            let expected: Vec<Day> = plain.days().filter(|d| !d.is_blank()).cloned().collect();
            proptest::prop_assert_eq!(recorded, expected);
        }
        for state in states.iter().rev().skip(1) {
            session.undo().unwrap().unwrap();
            proptest::prop_assert_eq!(&everything(&mut session).0, state);
        }
        for state in &states[1..] {
            session.redo().unwrap().unwrap();
            proptest::prop_assert_eq!(&everything(&mut session).0, state);
        }
    }
}

#[test]
fn notes_are_found_newest_first_whatever_their_case_and_however_they_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    for (day, note) in [
        (-4000, "old Class 7B"),
        (-40, "三(2)班 \"7b\" \\"),
        (-1, "nothing"),
        (0, "class 7b"),
        (0, ""),
        (9, "CLASS 7B ahead"),
    ] {
        let start = 480 + u32::try_from(note.len()).unwrap();
        session.apply(&add(start, start + 1, date(day), note)).unwrap();
    }
    let mut found = |text: &str, limit| -> Vec<i64> {
        let found = session.search(text, limit).unwrap();
        found.iter().map(|(on, _)| (*on - date(0)).num_days()).collect()
    };
    assert_eq!(found("7B", 200), [9, 0, -40, -4000]);
    assert_eq!(found("class 7", 200), [9, 0, -4000]);
    assert_eq!(found("7b", 2), [9, 0]);
    assert_eq!(found("\"7b\" \\", 200), [-40]);
    assert_eq!(found("三(2)", 200), [-40]);
    assert_eq!(
        (found("", 200).len(), found("", 3).len(), found("x", 0).len()),
        (6, 3, 0)
    );
    assert_eq!(found("duty", 200), [0i64; 0], "only notes are searched");
}

#[test]
fn complete_weeks_come_newest_first() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    for day in -18..0 {
        session
            .apply(&Operation::Close {
                date: date(day),
                closed: true,
            })
            .unwrap();
    }
    let mut weeks = |limit| -> Vec<String> {
        let weeks = session.complete_weeks(limit).unwrap();
        weeks.iter().map(|w| w.week.to_string()).collect()
    };
    assert_eq!(weeks(9), ["2026-W46", "2026-W45"], "this week's Friday is open");
    assert_eq!(weeks(1), ["2026-W46"]);
    session
        .apply(&Operation::Close {
            date: date(0),
            closed: true,
        })
        .unwrap();
    assert_eq!(session.complete_weeks(9).unwrap().len(), 3);
}

#[test]
fn the_figures_of_many_weeks_are_those_of_their_days() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Store::at(dir.path()).session(now()).unwrap();
    session.set(six_days()).unwrap();
    for day in [-400, -21, -20, -8, 0, 15] {
        session.apply(&add(480, 525, date(day), "")).unwrap();
    }
    let week = |day| WeekId::of(date(day));
    let fold = |weeks: &mut Vec<WeekFigures>, days: &[Day]| weeks.extend(WeekFigures::each(days));
    for (from, to) in [(-400, 30), (-20, -20), (-7, 8), (22, 30), (-300, -100), (0, -7)] {
        let weeks = session
            .fold_weeks(week(from)..=week(to), &Vec::new(), fold)
            .unwrap();
        let dates = week(from).monday()..=week(to).sunday();
        let days = session.recorded_days(dates).unwrap();
        let expected: Vec<WeekFigures> = WeekFigures::each(&days).collect();
        assert_eq!(weeks, expected, "from {from} to {to}");
    }
}

/// What lies in a folder, with the files' sizes.
fn listing(dir: &Path) -> Vec<(PathBuf, u64)> {
    let mut out = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            match entry.metadata().unwrap() {
                m if m.is_dir() => folders.push(entry.path()),
                _ if entry.file_name().to_string_lossy().starts_with("snap.") => {} // renamed at each opening
                m => out.push((entry.path(), m.len())),
            }
        }
    }
    out.sort();
    out
}

#[test]
fn a_store_is_new_until_something_is_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path().join("data"));
    assert!(store.is_new() && !store.dir().exists(), "nothing is touched");
    drop(store.session(now()).unwrap());
    assert!(store.is_new(), "opened, and nothing in it");
    store
        .session(now())
        .unwrap()
        .apply(&add(480, 525, date(0), ""))
        .unwrap();
    assert!(!store.is_new());
    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("thesis.txt"), "precious").unwrap();
    assert!(!Store::at(foreign).is_new());
}

/// Moves all the way.
fn move_to(store: &Store, dir: &Path, at: NaiveDateTime) -> Result<Store, StoreError> {
    let (moved, marked) = store.begin_move(dir, at)?.finish();
    marked.map(|()| moved)
}

#[test]
fn everything_moves_to_a_new_folder_and_the_old_one_is_marked() {
    let dir = tempfile::tempdir().unwrap();
    let later = now() + Duration::days(12);
    let first = dir.path().join("old");
    let before = everything(&mut filled(&first).session(later).unwrap());
    for (i, name) in ["new/folder", "empty", "opened"].iter().enumerate() {
        let to = dir.path().join(name);
        let from = dir.path().join(format!("from-{i}"));
        copy_dir(&first, &from);
        let store = Store::at(&from);
        let backups = |s: &Session| s.backups().unwrap();
        let had = backups(&store.session(later).unwrap());
        let names = |dir: &Path| listing(dir).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
        let old = names(&from);
        match i {
            0 => {}
            1 => fs::create_dir(&to).unwrap(),
            _ => drop(Store::at(&to).session(later).unwrap()),
        }
        let moved = move_to(&store, &to, later).unwrap();
        assert_eq!(moved.dir(), to);
        let mut session = moved.session(later).unwrap();
        assert_eq!(session.notices(), [], "{name}");
        assert_eq!(everything(&mut session), before);
        assert_eq!(session.check().unwrap().problems, []);
        assert_eq!(backups(&session), had);
        session.undo().unwrap().unwrap();
        assert_ne!(everything(&mut session), before);
        assert_eq!(fs::read_dir(&to).unwrap().count(), 5);
        let mut left = names(&from);
        left.retain(|p| !p.ends_with("MOVED"));
        assert_eq!(left, old, "nothing of it is gone");
    }
}

/// A second screen, or a command with the old path, went on writing to the folder that the data had left.
#[test]
fn a_folder_that_the_data_left_takes_nothing_in_and_names_the_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let later = now() + Duration::days(12);
    let store = filled(&dir.path().join("old"));
    let other = store.clone();
    assert!(other.last_change().is_some());
    let new = dir.path().join("new");
    let moving = store.begin_move(&new, later).unwrap();
    std::thread::scope(|s| {
        // Whoever comes between copy and mark waits, and is then told.
        let waiting = s.spawn(|| other.session(later).map(drop));
        std::thread::sleep(std::time::Duration::from_millis(50));
        assert!(!waiting.is_finished());
        moving.finish().1.unwrap();
        let told = waiting.join().unwrap().unwrap_err();
        assert!(told.to_string().contains("new"), "{told}");
    });
    let before = listing(store.dir());
    assert_eq!(other.last_change(), None, "a screen that is open looks again");
    for refused in [other.session(later), other.repair_session(later)] {
        let refused = refused.unwrap_err();
        assert!(matches!(&refused, StoreError::Moved { to, .. } if to.ends_with("new")));
        for part in [new.to_str().unwrap(), "data_dir", "--data-dir"] {
            assert!(refused.to_string().contains(part), "{refused}");
        }
    }
    assert!(!other.is_new());
    assert_eq!(listing(store.dir()), before, "nothing is touched");
}

/// A failed move left a whole copy, which every further try was refused for.
#[test]
fn a_move_that_is_dropped_leaves_everything_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let later = now() + Duration::days(12);
    let store = filled(&dir.path().join("old"));
    let all = everything(&mut store.session(later).unwrap());
    let (fresh, empty, new) = (
        dir.path().join("a/b"),
        dir.path().join("empty"),
        dir.path().join("new"),
    );
    fs::create_dir(&empty).unwrap();
    for to in [&fresh, &empty] {
        for _ in 0..2 {
            drop(store.begin_move(to, later).unwrap());
            assert_eq!(everything(&mut store.session(later).unwrap()), all);
        }
    }
    assert!(!fresh.exists() && fs::read_dir(&empty).unwrap().count() == 0);
    let moved = move_to(&store, &new, later).unwrap();
    let before = listing(store.dir());
    drop(moved.begin_move(store.dir(), later).unwrap());
    assert_eq!(listing(store.dir()), before, "still marked, and nothing is gone");
    assert_eq!(everything(&mut moved.session(later).unwrap()), all);
}

#[test]
fn the_data_come_back_to_where_they_were_but_over_nothing_that_may_be_elsewhere_s() {
    let dir = tempfile::tempdir().unwrap();
    let later = now() + Duration::days(12);
    let here = filled(&dir.path().join("here"));
    let there = move_to(&here, &dir.path().join("there"), later).unwrap();
    there
        .session(later)
        .unwrap()
        .apply(&add(1200, 1230, date(12), ""))
        .unwrap();
    let all = everything(&mut there.session(later).unwrap());
    let stranger = filled(&dir.path().join("stranger"));
    for marked in [here.dir(), there.dir()] {
        let refused = stranger.begin_move(marked, later).unwrap_err();
        assert!(
            matches!(refused, StoreError::HasData { .. }),
            "not from there: {refused}"
        );
    }
    for _ in 0..2 {
        let back = move_to(&there, here.dir(), later).unwrap();
        assert_eq!(everything(&mut back.session(later).unwrap()), all);
        assert!(matches!(there.session(later), Err(StoreError::Moved { .. })));
        let there = move_to(&back, there.dir(), later).unwrap();
        assert_eq!(everything(&mut there.session(later).unwrap()), all);
        assert_eq!(there.session(later).unwrap().check().unwrap().problems, []);
    }
    let kept = |dir: &Path| {
        let names = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name());
        names.filter(|n| n.to_string_lossy().starts_with("old-")).count()
    };
    assert_eq!(
        (kept(here.dir()), kept(there.dir())),
        (2, 2),
        "what was there is put aside"
    );
}

/// An unused store was emptied without holding it, and what came into it meanwhile was lost.
#[test]
fn a_folder_is_emptied_only_while_it_is_held() {
    let dir = tempfile::tempdir().unwrap();
    let later = now() + Duration::days(12);
    let store = filled(&dir.path().join("old"));
    let target = Store::at(dir.path().join("target"));
    let mut theirs = target.session(later).unwrap();
    std::thread::scope(|s| {
        let moving = s.spawn(|| store.begin_move(target.dir(), later).map(drop));
        std::thread::sleep(std::time::Duration::from_millis(100));
        theirs.apply(&add(480, 525, date(0), "theirs")).unwrap();
        drop(theirs);
        let refused = moving.join().unwrap().unwrap_err();
        assert!(matches!(refused, StoreError::HasData { .. }), "{refused}");
    });
    assert_eq!(target.session(later).unwrap().seq(), 1);
    // And as long as the move is under way, nobody else comes in.
    let moving = store.begin_move(dir.path().join("new"), later).unwrap();
    let lock = fs::File::open(dir.path().join("new/lock")).unwrap();
    assert!(lock.try_lock().is_err());
    drop(moving);
}

#[test]
fn moving_to_a_folder_with_other_things_or_other_data_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = filled(&dir.path().join("old"));
    let later = now() + Duration::days(12);
    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("thesis.txt"), "precious").unwrap();
    let other = Store::at(dir.path().join("other"));
    other
        .session(now())
        .unwrap()
        .apply(&add(480, 525, date(0), ""))
        .unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let before = listing(dir.path());
    assert!(matches!(
        store.begin_move(&foreign, later),
        Err(StoreError::Foreign { .. })
    ));
    assert!(matches!(
        store.begin_move(other.dir(), later),
        Err(StoreError::HasData { .. })
    ));
    assert!(matches!(
        store.begin_move(store.dir(), later),
        Err(StoreError::HasData { .. })
    ));
    assert!(matches!(
        store.begin_move(store.dir().join("in/side"), later),
        Err(StoreError::Foreign { .. })
    ));
    assert!(store.begin_move(file.join("below"), later).is_err());
    assert_eq!(listing(dir.path()), before);
    // A copy that fails half way leaves nothing behind.
    let target = dir.path().join("target");
    fs::create_dir(store.dir().join("backup/2026-01-01.jsonl")).unwrap();
    drop(store.begin_move(&target, later).expect("a folder is copied too"));
    #[cfg(unix)]
    {
        let broken = store.dir().join("journal/broken.jsonl");
        std::os::unix::fs::symlink("nowhere", &broken).unwrap();
        let half = dir.path().join("half");
        assert!(store.begin_move(&half, later).is_err());
        assert!(!half.exists());
        let empty = dir.path().join("empty");
        fs::create_dir(&empty).unwrap();
        assert!(store.begin_move(&empty, later).is_err());
        assert_eq!(listing(&empty), []);
    }
}

#[test]
fn as_many_backups_are_kept_as_the_configuration_says() {
    let dir = tempfile::tempdir().unwrap();
    let kept = |name: &str, text: &str| {
        let config = jianfu::settings::Config::parse(text, Path::new("config.toml")).unwrap();
        let store = Store::at(dir.path().join(name)).with_config(&config);
        for day in 0..20 {
            let mut session = store.session(now() + Duration::days(day)).unwrap();
            session.apply(&add(480, 525, date(day), "")).unwrap();
        }
        store
            .session(now() + Duration::days(20))
            .unwrap()
            .backups()
            .unwrap()
            .len()
    };
    let (few, usual) = (kept("few", "backups = [1, 1, 1]"), kept("usual", ""));
    assert_eq!(few, 3, "what a rebuild starts from stays in any case");
    assert!(usual >= 7, "{usual}");
}

#[test]
fn a_move_that_is_cut_off_leaves_no_store_or_a_whole_one() {
    let dir = tempfile::tempdir().unwrap();
    let later = now() + Duration::days(12);
    let all = everything(&mut filled(&dir.path().join("old")).session(later).unwrap());
    // The order in which the parts come into their place.
    let parts = ["sled", "backup", "journal"];
    for there in 0..=parts.len() {
        let target = dir.path().join(format!("cut-{there}"));
        fs::create_dir(&target).unwrap();
        fs::write(target.join("lock"), format!("{:<20}", 4242)).unwrap();
        for (i, part) in parts.iter().enumerate() {
            let place = if i < there {
                target.join(part)
            } else {
                target.join(".new-moved").join(part)
            };
            copy_dir(&dir.path().join("old").join(part), &place);
        }
        let store = Store::at(&target);
        match store.session(later) {
            Err(StoreError::Foreign { .. }) => assert_eq!(there, 1, "a database alone is nobody's"),
            Ok(mut session) if there > 0 => {
                assert_eq!(everything(&mut session), all, "{there} parts");
            }
            Ok(mut session) => assert_eq!(everything(&mut session).2, 0, "nothing is there yet"),
            other => panic!("{there} parts: {other:?}"),
        }
    }
}
