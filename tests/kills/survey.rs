//! A survey that the writer really responds to, and what must hold of its responses whenever it is killed.

use crate::writer::Random;
use chrono::{NaiveDate, NaiveDateTime};
use jianfu::diary::Sent;
use jianfu::domain::WeekId;
use jianfu::i18n::{I18n, Lang};
use jianfu::store::Session;
use jianfu::survey::{
    Asks, Definition, Draft, Joined, KeyPair, Prepared, SurveyChange, Wording, change_surveys, presets,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The definition, in a file beside the data.
fn definition_of(data: &Path) -> PathBuf {
    data.with_file_name("x.survey.toml")
}

/// The folder beside the data that responses are written into.
pub(crate) fn out_of(data: &Path) -> PathBuf {
    data.with_file_name("out")
}

/// A survey with its key, and which responses were opened already.
pub(crate) struct Survey {
    definition: Definition,
    identity: age::x25519::Identity,
    opened: BTreeSet<String>,
}

impl Survey {
    pub(crate) fn new() -> Self {
        let pair = KeyPair::generate();
        let draft = Draft {
            title: Wording::same("减负"),
            contact: Wording::same("the office"),
            weeks: "2026-W44".parse().expect("a week")..="2026-W50".parse().expect("a week"),
            closes: "2027-12-31".parse().expect("a date"),
            rounding: Definition::USUAL_ROUNDING,
            min_group: Definition::USUAL_MIN_GROUP,
            panel: false,
            asks: Asks {
                activities: true,
                meetings: true,
                ..Asks::default()
            },
            staff: None,
            groups: presets().into_iter().take(1).collect(),
        };
        let definition = draft.write(&pair.recipient(), I18n::english()).expect("a survey");
        let key = String::from_utf8(pair.file(None).expect("no passphrase")).expect("text");
        Self {
            definition,
            identity: key.lines().last().expect("the key").parse().expect("a key"),
            opened: BTreeSet::new(),
        }
    }

    /// Puts the definition and an empty folder for responses beside a data folder.
    pub(crate) fn lay(&self, data: &Path) {
        fs::create_dir_all(out_of(data)).expect("a folder");
        fs::write(definition_of(data), self.definition.text()).expect("written");
    }

    /// Looks at what lies in the folder: each response stands in the history under its name, with what is sealed in it;
    /// the next revision is above all of them; and what else is there is hidden. An entry without a file may be: it was
    /// killed in between.
    pub(crate) fn check(&mut self, session: &mut Session, data: &Path, context: &str) {
        let history = session.all_sent().unwrap_or_else(|e| panic!("{context}: {e}"));
        let mut last: BTreeMap<WeekId, u32> = BTreeMap::new();
        for entry in fs::read_dir(out_of(data)).expect("readable") {
            let path = entry.expect("readable").path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.extension().is_none_or(|e| e != "age") {
                assert!(name.starts_with('.'), "{context}: {name} is left");
                continue;
            }
            let of_name: Vec<&Sent> = history.iter().filter(|s| s.file == name).collect();
            let [sent] = of_name.as_slice() else {
                panic!(
                    "{context}: {name} is out and {} times in the history",
                    of_name.len()
                );
            };
            assert_eq!(sent.survey, self.definition.hash(), "{context}");
            let highest = last.entry(sent.week).or_default();
            *highest = (*highest).max(sent.revision);
            if self.opened.insert(name) {
                let sealed = fs::read(&path).expect("readable");
                let opened =
                    age::decrypt(&self.identity, &sealed).unwrap_or_else(|e| panic!("{context}: {e}"));
                assert_eq!(
                    String::from_utf8_lossy(&opened).trim_end(),
                    sent.content,
                    "{context}"
                );
            }
        }
        for (week, highest) in last {
            let next = next(session, &self.definition, week).plaintext.heading().revision;
            assert!(
                next > highest,
                "{context}: {next} would follow {highest} of {week}"
            );
        }
    }

    /// How many responses were found in all.
    pub(crate) fn found(&self) -> usize {
        self.opened.len()
    }
}

/// When responses are written; what the store takes for the time is another matter.
fn now() -> NaiveDateTime {
    "2026-11-20T17:30:00".parse().expect("a time")
}

/// What would be sent for a week.
fn next(session: &mut Session, definition: &Definition, week: WeekId) -> Prepared {
    let profile = session.profile().expect("readable");
    let joined = Joined::of(&profile, definition.hash()).unwrap_or_else(|| Joined::new(definition.clone()));
    Prepared::read(session, joined, week, &profile, now().date()).expect("a week of the survey")
}

/// Takes one step towards a response, of which each makes one change: keeps a secret, joins, responds.
pub(crate) fn respond(session: &mut Session, data: &Path, on: NaiveDate) {
    let bytes = fs::read(definition_of(data)).expect("it was laid there");
    let definition = Definition::read(&bytes).expect("a definition");
    let week = WeekId::of(on);
    if session.survey_secret().expect("readable").is_none() {
        next(session, &definition, week);
        return;
    }
    let profile = session.profile().expect("readable");
    if Joined::of(&profile, definition.hash()).is_none() {
        let join = SurveyChange::Join(Box::new(Joined::new(definition)));
        change_surveys(session, &[join], now().date()).expect("durable");
        return;
    }
    let prepared = next(session, &definition, week);
    prepared
        .write(session, &out_of(data), now(), Lang::En)
        .expect("written");
}

/// Records that something was sent to another survey, of which there is no file; now and then takes the last back out
/// instead.
pub(crate) fn send(session: &mut Session, date: NaiveDate, random: &mut Random) {
    let (survey, week) = (jianfu::domain::DefinitionHash::new([1; 32]), WeekId::of(date));
    let there = session.sent(&survey, week).expect("readable");
    let more = "x".repeat(usize::try_from(random.below(3_900)).expect("small"));
    match there.last() {
        Some(last) if there.len() > 3 || random.below(4) == 0 => session.unrecord_sent(last),
        last => {
            let revision = last.map_or(1, |last| last.revision + 1);
            session.record_sent(Sent {
                survey,
                week,
                revision,
                at: date.into(),
                title: "减负".to_owned(),
                file: format!("{:032x}.age", random.below(u64::MAX)),
                content: format!(
                    "{{\"definition\":\"{survey}\",\"week\":\"{week}\",\"revision\":{revision},\"more\":\"{more}\"}}"
                ),
            })
        }
    }
    .expect("durable");
}
