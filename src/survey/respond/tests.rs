use super::*;
use crate::diary::SurveySecret;
use crate::diary::{Diary, Draft, OnOverlap, Operation, Setting, SurveyFacts, When};
use crate::domain::{Activity, Category, Note, Span};
use crate::figures::BaselineChoice;
use crate::store::Store;
use crate::survey::definition::tests::sample;
use crate::survey::{Field, KeyPair, SealError, SurveyChange, change_surveys};
use crate::transfer::{self, Extent, OnConflict};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

const WEEK: &str = "2026-W47";

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn now() -> NaiveDateTime {
    at("2026-11-20T17:30:00")
}

/// A teacher with an empty store, and a survey that asks for everything.
struct Teacher {
    dir: TempDir,
    joined: Joined,
    key: KeyPair,
}

impl Teacher {
    fn new() -> Self {
        let (definition, key) = sample();
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("out")).unwrap();
        Self {
            dir,
            joined: Joined::new(definition),
            key,
        }
    }

    fn out(&self) -> PathBuf {
        self.dir.path().join("out")
    }

    fn session(&self) -> Session {
        self.session_in("data")
    }

    fn session_in(&self, name: &str) -> Session {
        Store::at(self.dir.path().join(name)).session(now()).unwrap()
    }

    /// Takes part, unless they do already.
    fn join(&self, session: &mut Session) {
        if Joined::of(&session.profile().unwrap(), self.joined.hash()).is_none() {
            let surveys = vec![self.joined.kept()];
            session.set(Setting::Surveys(surveys)).unwrap();
        }
    }

    fn prepared(&self, session: &mut Session, week: &str) -> Result<Prepared, RespondError> {
        let profile = session.profile().unwrap();
        Prepared::read(
            session,
            self.joined.clone(),
            week.parse().unwrap(),
            &profile,
            now().date(),
        )
    }

    fn respond(&self, session: &mut Session, week: &str) -> (Prepared, Written) {
        self.join(session);
        let prepared = self.prepared(session, week).unwrap();
        let written = prepared.write(session, &self.out(), now(), Lang::En).unwrap();
        (prepared, written)
    }

    fn withdraw(&self, session: &mut Session, week: &str) -> Result<Written, RespondError> {
        let week = week.parse().unwrap();
        withdraw(
            session,
            &self.joined.definition,
            week,
            &self.out(),
            at("2027-03-01T08:00:00"),
            Lang::En,
        )
    }

    fn opened(&self, written: &Written) -> Vec<u8> {
        let file = String::from_utf8(self.key.file(None).unwrap()).unwrap();
        let private: age::x25519::Identity = file.lines().last().unwrap().parse().unwrap();
        age::decrypt(&private, &std::fs::read(&written.path).unwrap()).unwrap()
    }

    fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.out()).unwrap();
        entries
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn sent(&self, session: &mut Session) -> Vec<Sent> {
        session.sent(&self.joined.hash(), WEEK.parse().unwrap()).unwrap()
    }
}

/// Books an amount of reports.
fn book(session: &mut Session, date: &str, minutes: u32) {
    let drafts = vec![Draft {
        when: When::Span(Span::amount(minutes).unwrap()),
        activity: Activity::catch_all(Category::Reports),
        note: Note::default(),
        rating: None,
        parallel: false,
    }];
    let date = date.parse().unwrap();
    session
        .apply(&Operation::Add {
            date,
            drafts,
            on_overlap: OnOverlap::Refuse,
        })
        .unwrap();
}

fn heading_of(prepared: &Prepared) -> (u32, String) {
    let heading = prepared.plaintext.heading();
    (heading.revision, heading.respondent.to_string())
}

#[test]
fn what_was_shown_is_what_is_sealed() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    book(&mut session, "2026-11-18", 90);
    let (prepared, written) = teacher.respond(&mut session, WEEK);
    let meta = std::fs::metadata(&written.path).unwrap();
    let same = SystemTime::UNIX_EPOCH + Duration::from_secs(946_684_800);
    assert_eq!((meta.modified().unwrap(), meta.accessed().unwrap()), (same, same));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(meta.permissions().mode() & 0o777, 0o600);
    }
    let name = teacher.files();
    assert_eq!(
        name,
        std::slice::from_ref(&written.sent.file),
        "nothing else is in the folder"
    );
    let digits = name[0].strip_suffix(".age").unwrap();
    assert!(
        digits.len() == 32 && digits.bytes().all(|b| b.is_ascii_hexdigit()),
        "{digits}"
    );
    assert_eq!(teacher.opened(&written), prepared.plaintext.bytes());
    assert_eq!(written.sent.content, prepared.plaintext.json());
    assert_eq!(
        (
            written.sent.revision,
            written.sent.at,
            written.sent.title.as_str()
        ),
        (1, now(), "Teachers' \"time\"")
    );
    assert_eq!(teacher.sent(&mut session), [written.sent]);
}

#[test]
fn revisions_count_up_over_withdrawals_and_the_pseudonym_stays() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    let respondents: Vec<(u32, String)> = (0..2)
        .map(|_| heading_of(&teacher.respond(&mut session, WEEK).0))
        .collect();
    let taken_back = teacher.withdraw(&mut session, WEEK).unwrap();
    assert!(is_withdrawal(&taken_back.sent) && taken_back.sent.revision == 3);
    let message: Message = serde_json::from_slice(&teacher.opened(&taken_back)).unwrap();
    assert_eq!(message.heading().respondent.to_string(), respondents[0].1);
    let again = teacher.withdraw(&mut session, WEEK);
    assert!(matches!(again, Err(RespondError::Withdrawn(_))));
    let (fourth, _) = teacher.respond(&mut session, WEEK);
    assert!(
        !fourth.warnings.contains(&Warning::Unchanged),
        "after a withdrawal nothing is the same"
    );
    assert_eq!(heading_of(&fourth), (4, respondents[0].1.clone()));
    assert_eq!(respondents[1], (2, respondents[0].1.clone()));
    assert_eq!(teacher.files().len(), 4);
    let numbers: Vec<u32> = teacher.sent(&mut session).iter().map(|s| s.revision).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    let other_week = heading_of(&teacher.prepared(&mut session, "2026-W46").unwrap());
    assert!(other_week.0 == 1 && other_week.1 != respondents[0].1);
    assert!(matches!(
        teacher.withdraw(&mut session, "2026-W46"),
        Err(RespondError::NothingToWithdraw(_))
    ));
}

#[test]
fn what_changed_since_it_was_shown_is_not_sent() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    teacher.join(&mut session);
    let prepared = teacher.prepared(&mut session, WEEK).unwrap();
    book(&mut session, "2026-11-18", 60);
    let refused = prepared.write(&mut session, &teacher.out(), now(), Lang::En);
    assert!(matches!(refused, Err(RespondError::Changed)));
    // What rounds to the same is the same.
    let prepared = teacher.prepared(&mut session, WEEK).unwrap();
    book(&mut session, "2026-11-18", 1);
    prepared
        .write(&mut session, &teacher.out(), now(), Lang::En)
        .unwrap();
    let first = prepared;
    // What is withheld meanwhile, from another window, is not sent; nor anything to a survey that was left.
    let prepared = teacher.prepared(&mut session, WEEK).unwrap();
    let survey = teacher.joined.hash();
    let change = |session: &mut Session, change: SurveyChange| {
        change_surveys(session, &[change], now().date()).unwrap();
    };
    let withhold = |withhold| SurveyChange::Withhold {
        survey,
        field: Field::Goal,
        withhold,
    };
    change(&mut session, withhold(true));
    let refused = prepared.write(&mut session, &teacher.out(), now(), Lang::En);
    assert!(matches!(refused, Err(RespondError::Changed)));
    change(&mut session, SurveyChange::Leave(survey));
    let refused = prepared.write(&mut session, &teacher.out(), now(), Lang::En);
    assert!(matches!(refused, Err(RespondError::Left)));
    change(&mut session, SurveyChange::Join(Box::new(teacher.joined.clone())));
    assert_eq!((teacher.files().len(), teacher.sent(&mut session).len()), (1, 1));
    // And what was sent meanwhile, from another window, makes it the second.
    let refused = first.write(&mut session, &teacher.out(), now(), Lang::En);
    assert!(matches!(refused, Err(RespondError::Changed)));
    assert_eq!((teacher.files().len(), teacher.sent(&mut session).len()), (1, 1));
}

#[test]
fn nothing_is_recorded_where_nothing_can_be_written() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    let (_, first) = teacher.respond(&mut session, WEEK);
    let prepared = teacher.prepared(&mut session, WEEK).unwrap();
    let mut folders = vec![teacher.dir.path().join("nowhere"), first.path.clone()];
    let locked = teacher.dir.path().join("locked");
    std::fs::create_dir(&locked).unwrap();
    let mut permissions = std::fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&locked, permissions).unwrap();
    if std::fs::write(locked.join("probe"), "").is_err() {
        folders.push(locked); // not for root, whom no mode keeps out
    }
    if cfg!(target_os = "linux") {
        folders.push("/proc".into()); // whom a file system keeps out
    }
    for folder in folders {
        let refused = prepared.write(&mut session, &folder, now(), Lang::En);
        assert!(
            matches!(refused, Err(RespondError::Seal(SealError::Io(..)))),
            "{}: {refused:?}",
            folder.display()
        );
        let week = WEEK.parse().unwrap();
        let refused = withdraw(
            &mut session,
            &teacher.joined.definition,
            week,
            &folder,
            now(),
            Lang::En,
        );
        assert!(
            matches!(refused, Err(RespondError::Seal(SealError::Io(..)))),
            "{}: {refused:?}",
            folder.display()
        );
    }
    assert_eq!(teacher.sent(&mut session), [first.sent]);
    assert_eq!(teacher.files().len(), 1);
    prepared
        .write(&mut session, &teacher.out(), now(), Lang::En)
        .unwrap();
}

#[test]
fn weeks_and_days_that_do_not_fit_are_refused() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    teacher.join(&mut session);
    for week in ["2026-W44", "2026-W51"] {
        let refused = teacher.prepared(&mut session, week);
        assert!(matches!(refused, Err(RespondError::OtherWeek { .. })), "{week}");
    }
    assert!(matches!(
        teacher.prepared(&mut session, "2026-W48"),
        Err(RespondError::FutureWeek(_))
    ));
    let profile = session.profile().unwrap();
    for (today, begun) in [("2026-11-22", false), ("2026-11-23", true)] {
        let week = "2026-W48".parse().unwrap();
        let read = Prepared::read(
            &mut session,
            teacher.joined.clone(),
            week,
            &profile,
            today.parse().unwrap(),
        );
        assert_eq!(read.is_ok(), begun, "{today}");
    }
    let prepared = teacher.prepared(&mut session, WEEK).unwrap();
    let late = prepared.write(&mut session, &teacher.out(), at("2027-01-16T00:00:00"), Lang::En);
    assert!(matches!(late, Err(RespondError::Closed(_))));
    assert!(teacher.files().is_empty() && teacher.sent(&mut session).is_empty());
    prepared
        .write(&mut session, &teacher.out(), at("2027-01-15T23:59:59"), Lang::En)
        .unwrap();
    teacher.withdraw(&mut session, WEEK).unwrap(); // in March
}

#[test]
fn a_week_of_more_hours_than_a_week_has_is_not_sent() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    for day in 16..=22 {
        book(&mut session, &format!("2026-11-{day}"), 1440);
    }
    let full = teacher.prepared(&mut session, WEEK).unwrap();
    assert!(Message::read(full.plaintext.bytes(), &teacher.joined.definition).is_ok());
    book(&mut session, "2026-11-16", 1);
    let refused = teacher.prepared(&mut session, WEEK);
    assert!(
        matches!(refused, Err(RespondError::TooMuch { minutes: 10_081, .. })),
        "{refused:?}"
    );
}

#[test]
fn thin_weeks_are_warned_of_in_order() {
    let mut teacher = Teacher::new();
    let mut session = teacher.session();
    let prepared =
        |teacher: &Teacher, session: &mut Session| teacher.prepared(session, WEEK).unwrap().warnings;
    let open = Warning::NotComplete { closed: 0, school: 5 };
    assert_eq!(
        prepared(&teacher, &mut session),
        [Warning::Empty, open.clone(), Warning::NoBaseline]
    );
    teacher.joined.withhold(Field::Goal, true);
    assert_eq!(prepared(&teacher, &mut session), [Warning::Empty, open.clone()]);
    teacher.joined.withhold(Field::Goal, false);
    session
        .set(Setting::Baseline(BaselineChoice::of_minutes(1000).unwrap()))
        .unwrap();
    book(&mut session, "2026-11-18", 60);
    assert_eq!(prepared(&teacher, &mut session), [open]);
    for day in 16..=20 {
        let date = format!("2026-11-{day}").parse().unwrap();
        session.apply(&Operation::Close { date, closed: true }).unwrap();
    }
    assert_eq!(prepared(&teacher, &mut session), []);
    teacher.respond(&mut session, WEEK);
    assert_eq!(prepared(&teacher, &mut session), [Warning::Unchanged]);
    teacher.joined.withhold(Field::Ratings, true);
    assert_eq!(
        prepared(&teacher, &mut session),
        [],
        "what is withheld is a change"
    );
    teacher.joined.withhold(Field::Ratings, false);
    book(&mut session, "2026-11-18", 60);
    assert_eq!(prepared(&teacher, &mut session), []);
}

/// The secret of a store goes with its data, and with it the pseudonyms.
#[test]
fn the_pseudonym_stays_over_restarts_restores_and_moves() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    book(&mut session, "2026-11-18", 60);
    let (before, _) = teacher.respond(&mut session, WEEK);
    let all = |session: &mut Session| {
        ["2026-W46", WEEK].map(|week| heading_of(&teacher.prepared(session, week).unwrap()))
    };
    let is = all(&mut session);
    assert_eq!(is[1].1, heading_of(&before).1);
    let backup = session.backups().unwrap()[0].name.to_string();
    let mut exported = Vec::new();
    transfer::export(&mut session, .., Extent::Everything, &mut exported)
        .unwrap()
        .unwrap();
    drop(session);
    assert_eq!(all(&mut teacher.session()), is, "restarted");

    // Nobody asked for a backup: what the newest one holds is what is left of a machine that broke on this day. What was
    // written after it is not in it, so that the revisions begin again; the pseudonyms do not.
    let kept = teacher.dir.path().join(format!("data/backup/{backup}.jsonl"));
    let respondents = |of: [(u32, String); 2]| of.map(|(_, respondent)| respondent);
    drop(teacher.session_in("restored"));
    let target = teacher.dir.path().join("restored/backup");
    std::fs::create_dir_all(&target).unwrap();
    std::fs::copy(&kept, target.join(format!("{backup}.jsonl"))).unwrap();
    let mut restored = teacher.session_in("restored");
    restored.restore(&backup).unwrap();
    assert_eq!(
        respondents(all(&mut restored)),
        respondents(is.clone()),
        "restored in a new folder"
    );

    let mut from_backup = teacher.session_in("from_backup");
    import(&mut from_backup, &std::fs::read_to_string(kept).unwrap());
    assert_eq!(
        respondents(all(&mut from_backup)),
        respondents(is.clone()),
        "a backup imported on another machine"
    );

    let mut moved = teacher.session_in("moved");
    import(&mut moved, std::str::from_utf8(&exported).unwrap());
    assert_eq!(all(&mut moved), is, "exported and imported on another machine");

    assert_ne!(
        all(&mut teacher.session_in("other"))[1].1,
        is[1].1,
        "another installation is another respondent"
    );
}

/// Imports a file into an empty diary.
fn import(session: &mut Session, text: &str) {
    let (profile, own) = (session.profile().unwrap(), session.own_settings().unwrap());
    let merged = transfer::merge(
        transfer::read(text).unwrap(),
        &Diary::default(),
        &BTreeMap::new(),
        (&profile, &own),
        None,
        OnConflict::Refuse,
    )
    .unwrap();
    session
        .replace_with(merged.days, merged.settings, &merged.facts)
        .unwrap();
}

#[test]
fn a_week_that_was_answered_keeps_its_pseudonym_when_another_secret_comes() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    let (before, _) = teacher.respond(&mut session, WEEK);
    let other_before = heading_of(&teacher.prepared(&mut session, "2026-W46").unwrap()).1;
    let mut theirs = SurveyFacts::default();
    theirs.secret = Some(SurveySecret::new([9; 32]));
    session.replace_with(Vec::new(), Vec::new(), &theirs).unwrap();
    let after = teacher.prepared(&mut session, WEEK).unwrap();
    assert_eq!(heading_of(&after), (2, heading_of(&before).1));
    assert_ne!(
        heading_of(&teacher.prepared(&mut session, "2026-W46").unwrap()).1,
        other_before
    );
}

#[test]
fn the_usual_week_is_this_one_once_it_is_complete() {
    let teacher = Teacher::new();
    let mut session = teacher.session();
    let definition = &teacher.joined.definition;
    let usual = |session: &mut Session, today: &str| {
        usual_week(session, definition, today.parse().unwrap())
            .unwrap()
            .to_string()
    };
    assert_eq!(usual(&mut session, "2026-11-20"), "2026-W46");
    assert_eq!(
        usual(&mut session, "2026-11-02"),
        "2026-W45",
        "the week before is not asked about"
    );
    assert_eq!(usual(&mut session, "2027-02-01"), "2026-W50");
    for day in 16..=20 {
        let date = format!("2026-11-{day}").parse().unwrap();
        session.apply(&Operation::Close { date, closed: true }).unwrap();
    }
    assert_eq!(usual(&mut session, "2026-11-20"), WEEK);
    assert_eq!(usual(&mut session, "2026-11-22"), WEEK);
    assert_eq!(usual(&mut session, "2026-11-23"), WEEK);
}
