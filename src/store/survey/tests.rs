use super::*;
use crate::diary::{JoinedSurvey, Operation, SETTING_NAMES, Setting};
use crate::domain::DayKind;
use crate::figures::BaselineChoice;
use crate::store::{Notice, Store};
use chrono::{Duration, NaiveDate, NaiveDateTime};
use std::path::Path;

fn now() -> NaiveDateTime {
    "2026-11-20T17:30:00".parse().unwrap()
}

fn open(dir: &Path) -> Session {
    Store::at(dir).session(now()).unwrap()
}

fn secret(byte: u8) -> SurveySecret {
    SurveySecret::new([byte; 32])
}

fn survey(byte: u8) -> DefinitionHash {
    DefinitionHash::new([byte; 32])
}

fn week() -> WeekId {
    WeekId::of(now().date())
}

fn revision(number: u32) -> Sent {
    sent(survey(1), week(), number)
}

fn sent(survey: DefinitionHash, week: WeekId, revision: u32) -> Sent {
    Sent {
        survey,
        week,
        revision,
        at: now() + Duration::minutes(revision.into()),
        title: "减负".to_owned(),
        file: format!("{revision:032x}.age"),
        content: format!(
            "{{\"definition\":\"{survey}\",\"week\":\"{week}\",\"revision\":{revision},\"note\":\"\\\"字\\\"\\n\"}}"
        ),
    }
}

/// Marks a day, as something that can be undone.
fn mark(session: &mut Session, day: &str) -> NaiveDate {
    let date = day.parse().unwrap();
    let kind = DayKind::off("flood").unwrap();
    session.apply(&Operation::Mark { date, kind }).unwrap();
    date
}

fn revisions(session: &mut Session) -> Vec<Sent> {
    session.sent(&survey(1), week()).unwrap()
}

#[test]
fn a_secret_is_kept_once_and_for_good() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    assert_eq!(session.survey_secret().unwrap(), None);
    session.keep_survey_secret(&secret(7)).unwrap();
    session.keep_survey_secret(&secret(7)).unwrap();
    assert_eq!(session.seq(), 1, "the same again is no change");
    let refused = session.keep_survey_secret(&secret(8));
    assert!(matches!(refused, Err(StoreError::OtherSecret)));
    drop(session);
    assert_eq!(open(dir.path()).survey_secret().unwrap(), Some(secret(7)));
}

/// The newest backup of a folder: what a person would carry to another machine.
fn newest_backup(session: &Session) -> String {
    let name = session.backups().unwrap().remove(0).name;
    std::fs::read_to_string(session.layout.backup().join(format!("{name}.jsonl"))).unwrap()
}

/// The day's backup is made before its first change: a machine lost on that evening took the pseudonyms with it.
#[test]
fn a_backup_with_the_secret_is_there_as_soon_as_it_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    for changes in [0, 1] {
        let mut session = open(&dir.path().join(format!("kept{changes}")));
        for day in 16..16 + changes {
            mark(&mut session, &format!("2026-11-{day}"));
        }
        session.keep_survey_secret(&secret(7)).unwrap();
        let line = format!("\"key\":\"survey_secret\",\"value\":\"{}\"", "07".repeat(32));
        assert!(newest_backup(&session).contains(&line));
        let made = session.backups().unwrap().len();
        session.keep_survey_secret(&secret(7)).unwrap();
        assert_eq!(session.backups().unwrap().len(), made, "nothing new");

        let mut session = open(&dir.path().join(format!("imported{changes}")));
        let mut theirs = SurveyFacts::default();
        theirs.secret = Some(secret(7));
        session.replace_with(Vec::new(), Vec::new(), &theirs).unwrap();
        assert!(newest_backup(&session).contains(&line));
        assert_eq!(session.notices(), []);
    }
}

#[test]
fn what_was_sent_is_recorded_in_the_order_of_its_revisions() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    for wrong in [0, 2] {
        let refused = session.record_sent(revision(wrong)).unwrap_err();
        assert!(
            matches!(refused, StoreError::NotNextRevision { next: 1, .. }),
            "{refused}"
        );
    }
    assert_eq!(session.seq(), 0);
    session.record_sent(revision(1)).unwrap();
    assert!(session.record_sent(revision(1)).is_err());
    session.record_sent(revision(2)).unwrap();
    let other_week = sent(survey(1), week().offset(-1).unwrap(), 1);
    let other_survey = Sent {
        at: now() - Duration::days(1),
        ..sent(survey(2), week(), 1)
    };
    session.record_sent(other_survey.clone()).unwrap();
    session.record_sent(other_week.clone()).unwrap();
    assert_eq!(revisions(&mut session), [revision(1), revision(2)]);
    let newest_first = [revision(2), revision(1), other_week.clone(), other_survey];
    assert_eq!(session.all_sent().unwrap(), newest_first);

    let another = Sent {
        file: format!("{:032x}.age", 99),
        ..revision(2)
    };
    for wrong in [revision(1), revision(3), another] {
        let refused = session.unrecord_sent(&wrong);
        assert!(
            matches!(refused, Err(StoreError::NotLastSent { .. })),
            "{wrong:?}"
        );
    }
    session.unrecord_sent(&revision(2)).unwrap();
    session.unrecord_sent(&other_week).unwrap();
    assert_eq!(session.sent(&survey(1), other_week.week).unwrap(), []);
    session.record_sent(revision(2)).unwrap();
    drop(session);
    let mut session = open(dir.path());
    assert_eq!(revisions(&mut session), [revision(1), revision(2)]);
    assert_eq!(session.check().unwrap().problems, []);
}

#[test]
fn undo_and_redo_pass_over_it_also_after_a_rebuild() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    let first = mark(&mut session, "2026-11-16");
    session.keep_survey_secret(&secret(7)).unwrap();
    let second = mark(&mut session, "2026-11-17");
    session.undo().unwrap().unwrap();
    session.record_sent(revision(1)).unwrap();
    drop(session);
    std::fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let mut session = open(dir.path());
    assert!(matches!(session.notices(), [Notice::Rebuilt { missing, .. }] if missing.is_empty()));
    assert_eq!(
        session.redo().unwrap().unwrap().dates,
        [second],
        "redo is not ended"
    );
    assert_eq!(session.undo().unwrap().unwrap().dates, [second]);
    assert_eq!(session.undo().unwrap().unwrap().dates, [first]);
    assert_eq!(session.undo().unwrap(), None);
    assert_eq!(session.survey_secret().unwrap(), Some(secret(7)));
    assert_eq!(revisions(&mut session), [revision(1)]);
    assert_eq!(session.check().unwrap().problems, []);
}

#[test]
fn a_survey_that_was_joined_and_left_again_leaves_secret_and_history() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    let joined = JoinedSurvey {
        definition: "title = \"减负\"".to_owned(),
        answers: [("stage".to_owned(), "primary".to_owned())].into(),
        withheld: ["goal".to_owned()].into(),
    };
    session.set(Setting::Surveys(vec![joined.clone()])).unwrap();
    session.keep_survey_secret(&secret(7)).unwrap();
    session.record_sent(revision(1)).unwrap();
    assert_eq!(session.undo().unwrap().unwrap().settings, ["surveys"]);
    assert_eq!(session.profile().unwrap().surveys, []);
    assert_eq!(session.survey_secret().unwrap(), Some(secret(7)));
    assert_eq!(revisions(&mut session), [revision(1)]);
    session.redo().unwrap().unwrap();
    assert_eq!(session.profile().unwrap().surveys, [joined]);
}

#[test]
fn an_older_backup_takes_back_nothing_that_was_sent() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    mark(&mut session, "2026-11-16");
    let without = session.dump().unwrap().to_string();
    session.keep_survey_secret(&secret(7)).unwrap();
    session.record_sent(revision(1)).unwrap();
    let with_one = session.dump().unwrap().to_string();
    session.record_sent(revision(2)).unwrap();
    session
        .set(Setting::Baseline(BaselineChoice::Minutes(900)))
        .unwrap();
    for name in [&without, &with_one] {
        session.restore(name).unwrap();
        assert_eq!(session.survey_secret().unwrap(), Some(secret(7)));
        assert_eq!(revisions(&mut session), [revision(1), revision(2)], "{name}");
        assert_eq!(session.profile().unwrap().baseline, BaselineChoice::Auto);
        let undone = session.undo().unwrap().unwrap();
        assert_eq!(undone.settings, ["baseline"], "{name}");
    }
    session.restore(&without).unwrap();
    session.record_sent(revision(3)).unwrap();
    session
        .undo()
        .unwrap()
        .expect("facts that moved on do not stand in the way");
    session.redo().unwrap().unwrap();
    assert_eq!(revisions(&mut session).len(), 3);
    assert_eq!(session.check().unwrap().problems, []);
}

#[test]
fn a_newer_or_foreign_backup_adds_what_it_knows() {
    let dir = tempfile::tempdir().unwrap();
    let (here, there) = (dir.path().join("here"), dir.path().join("there"));
    let theirs = |number| Sent {
        file: format!("{:032x}.age", 98),
        ..revision(number)
    };
    let elsewhere = sent(survey(9), week(), 1);
    let theirs_all = {
        let mut session = open(&there);
        session.keep_survey_secret(&secret(8)).unwrap();
        for sent in [theirs(1), theirs(2), theirs(3), elsewhere.clone()] {
            session.record_sent(sent).unwrap();
        }
        mark(&mut session, "2026-11-18");
        session.dump().unwrap()
    };
    let mut session = open(&here);
    mark(&mut session, "2026-11-16");
    session.keep_survey_secret(&secret(7)).unwrap();
    session.record_sent(revision(1)).unwrap();
    session.record_sent(revision(2)).unwrap();
    let newer = session.dump().unwrap().to_string();
    session.unrecord_sent(&revision(2)).unwrap();
    session.restore(&newer).unwrap();
    assert_eq!(revisions(&mut session), [revision(1), revision(2)]);

    let foreign = here.join("backup/2026-01-01.jsonl");
    std::fs::copy(there.join(format!("backup/{theirs_all}.jsonl")), foreign).unwrap();
    session.restore("2026-01-01").unwrap();
    let all = [revision(1), revision(2), theirs(3)];
    assert_eq!(
        revisions(&mut session),
        all,
        "of both, and ours where they differ"
    );
    assert_eq!(session.sent(&survey(9), week()).unwrap(), [elsewhere]);
    assert_eq!(session.survey_secret().unwrap(), Some(secret(8)), "the backup's");
    let undone = session.undo().unwrap().unwrap();
    assert_eq!((undone.dates.len(), undone.settings.len()), (2, 0));
    assert_eq!(revisions(&mut session), all);
    assert_eq!(session.survey_secret().unwrap(), Some(secret(8)));
    drop(session);
    assert_eq!(open(&here).check().unwrap().problems, []);
}

#[test]
fn what_an_import_knows_is_added_to_what_is_known() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    session.record_sent(revision(1)).unwrap();
    let mut theirs = SurveyFacts::default();
    theirs.add(revision(1));
    session.replace_with(Vec::new(), Vec::new(), &theirs).unwrap();
    session
        .replace_with(Vec::new(), Vec::new(), &SurveyFacts::default())
        .unwrap();
    assert_eq!(session.seq(), 1, "nothing new");
    theirs.add(sent(survey(1), week().offset(1).unwrap(), 1));
    theirs.add(revision(2));
    theirs.secret = Some(secret(7));
    session.replace_with(Vec::new(), Vec::new(), &theirs).unwrap();
    assert_eq!((session.seq(), session.survey_facts().unwrap()), (2, theirs));
    assert_eq!(session.undo().unwrap(), None);
}

/// Puts something that is no record under the name of what was sent.
fn damage(session: &Session) {
    let key = Key::Setting(FactName::Sent(survey(1), week()).to_string()).bytes(0);
    let engine = session.engine.as_ref().unwrap();
    engine.commit(vec![(key, Some(b"no record".to_vec()))]).unwrap();
}

/// Records something that no version of this program writes.
fn forge(session: &mut Session, forged: &Sent) {
    let mut facts = SurveyFacts::default();
    facts.add(forged.clone());
    session
        .keep(FactName::Sent(forged.survey, forged.week), &facts)
        .unwrap();
}

/// An imported title moved the cursor, and an imported revision of 4 294 967 295 made the next one fail.
#[test]
fn a_forged_history_is_read_neither_from_the_store_nor_from_a_backup() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    let forged = [
        Sent {
            title: "a\u{1b}[2Jb".to_owned(),
            ..revision(1)
        },
        Sent {
            file: "\u{1b}]0;x\u{7}.age".to_owned(),
            ..revision(1)
        },
        Sent {
            content: "anything".to_owned(),
            ..revision(1)
        },
        revision(u32::MAX),
    ];
    for (number, forged) in forged.iter().enumerate() {
        forge(&mut session, forged);
        let name = session.dump().unwrap().to_string();
        for refused in [
            session.sent(&survey(1), week()).map(drop),
            session.all_sent().map(drop),
            session.record_sent(revision(2)),
        ] {
            let why = refused.unwrap_err();
            assert!(matches!(&why, StoreError::BadData(_)), "{why}");
            assert!(!why.to_string().contains('\u{1b}'), "{why}");
        }
        let other = dir.path().join(format!("other{number}"));
        mark(&mut open(&other), "2026-11-16");
        std::fs::create_dir_all(other.join("backup")).unwrap();
        let backup = dir.path().join(format!("backup/{name}.jsonl"));
        std::fs::copy(backup, other.join("backup/2026-01-01.jsonl")).unwrap();
        let mut other = open(&other);
        let refused = other.restore("2026-01-01");
        assert!(matches!(refused, Err(StoreError::BadBackup(..))), "{refused:?}");
        assert_eq!((other.seq(), other.all_sent().unwrap()), (1, Vec::new()));
    }
}

#[test]
fn the_last_revision_has_none_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    forge(&mut session, &revision(Sent::LAST_REVISION));
    let refused = session.record_sent(revision(Sent::LAST_REVISION + 1));
    assert!(matches!(refused, Err(StoreError::BadData(_))), "{refused:?}");
    assert_eq!(revisions(&mut session), [revision(Sent::LAST_REVISION)]);
}

#[test]
fn the_profile_does_not_read_it_and_a_damaged_record_of_it_is_mended() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    session.keep_survey_secret(&secret(7)).unwrap();
    session.record_sent(revision(1)).unwrap();
    damage(&session);
    session.profile().unwrap();
    session.own_settings().unwrap();
    session.days(..).unwrap();
    assert_eq!(session.notices(), [], "nothing of it was read");
    assert_eq!(revisions(&mut session), [revision(1)]);
    assert_eq!(session.notices().len(), 1);
    for mended in [|s: &mut Session| s.verify(), |s: &mut Session| s.dump().map(drop)] {
        damage(&session);
        mended(&mut session).unwrap();
        assert_eq!(session.check().unwrap().problems, []);
        assert_eq!(revisions(&mut session), [revision(1)]);
    }
    assert_eq!(session.notices().len(), 3, "{:?}", session.notices());
}

#[test]
fn what_is_too_long_or_of_no_year_is_refused_and_harms_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = open(dir.path());
    session.record_sent(revision(1)).unwrap();
    let long = Sent {
        content: "x".repeat(1_500_000),
        ..revision(2)
    };
    let far = sent(survey(1), WeekId::of("1066-10-14".parse().unwrap()), 1);
    let title = Sent {
        title: "\u{1b}[2J".to_owned(),
        ..revision(2)
    };
    let mut none = SurveyFacts::default();
    none.add(title.clone());
    let refused = session.replace_with(Vec::new(), Vec::new(), &none);
    assert!(matches!(refused, Err(StoreError::BadData(_))));
    for wrong in [long, far, title] {
        assert!(matches!(session.record_sent(wrong), Err(StoreError::BadData(_))));
    }
    assert_eq!((session.seq(), revisions(&mut session)), (1, vec![revision(1)]));
    assert_eq!(session.check().unwrap().problems, []);
    assert!(!SETTING_NAMES.iter().any(|name| FactName::parse(name).is_some()));
    assert!(Setting::from_value(FactName::SECRET, None).is_err());
}
