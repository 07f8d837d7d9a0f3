//! What the store keeps about surveys and no undo takes back: the installation's secret, and what was sent. Each change of
//! it is durable when it returns and stands in the journal as a change that undo and redo pass over.

use super::StoreError;
use super::journal::{Change, Op};
use super::record::Key;
use super::records::{Records, read_payload, setting_names_from};
use super::session::Session;
use crate::diary::{FactName, Sent, Setting, SurveyFacts, SurveySecret};
use crate::domain::{Day, DefinitionHash, WeekId};
use crate::i18n::quoted;
use std::cmp::Reverse;

/// The most characters that are told of what is wrong with a record: it may be a stranger's words.
const LONGEST_WHY: usize = 200;

impl Session {
    /// The secret behind the pseudonyms; none until one was kept.
    ///
    /// # Errors
    /// [`StoreError`] where the database cannot be read, or the secret makes no sense.
    pub fn survey_secret(&mut self) -> Result<Option<SurveySecret>, StoreError> {
        Ok(self.facts_of(FactName::Secret)?.secret)
    }

    /// Keeps a secret for good, and dumps: the day's backup was made before its first change, and the next one may come
    /// too late. A dump that fails is told, and does not keep the secret out.
    ///
    /// # Errors
    /// [`StoreError::OtherSecret`] where there is another one, which stays; or why it could not be made durable.
    pub fn keep_survey_secret(&mut self, secret: &SurveySecret) -> Result<(), StoreError> {
        let mut facts = self.facts_of(FactName::Secret)?;
        if facts.secret.as_ref().is_some_and(|there| there != secret) {
            return Err(StoreError::OtherSecret);
        }
        let is_new = facts.secret.is_none();
        facts.secret = Some(secret.clone());
        self.keep(FactName::Secret, &facts)?;
        if is_new {
            self.dump_or_tell();
        }
        Ok(())
    }

    /// What was sent to a survey for a week, by revision.
    ///
    /// # Errors
    /// [`StoreError`] where the database cannot be read, or the record makes no sense.
    pub fn sent(&mut self, survey: &DefinitionHash, week: WeekId) -> Result<Vec<Sent>, StoreError> {
        let facts = self.facts_of(FactName::Sent(*survey, week))?;
        Ok(facts.sent().cloned().collect())
    }

    /// What was sent for a week to any survey, by survey and revision.
    ///
    /// # Errors
    /// As [`Session::sent`].
    pub fn sent_for(&mut self, week: WeekId) -> Result<Vec<Sent>, StoreError> {
        let facts = self.sent_where(|_, sent_for| sent_for == week)?;
        Ok(facts.sent().cloned().collect())
    }

    /// Whether anything was ever sent to a survey.
    ///
    /// # Errors
    /// As [`Session::sent`].
    pub fn has_sent_to(&mut self, survey: DefinitionHash) -> Result<bool, StoreError> {
        let facts = self.sent_where(|sent_to, _| sent_to == survey)?;
        Ok(!facts.is_empty())
    }

    /// All that was ever sent, newest first; of what was written at one time, the later week and the higher revision.
    ///
    /// # Errors
    /// As [`Session::sent`].
    pub fn all_sent(&mut self) -> Result<Vec<Sent>, StoreError> {
        let facts = self.sent_where(|_, _| true)?;
        let mut all: Vec<Sent> = facts.sent().cloned().collect();
        all.sort_by_key(|s| Reverse((s.at, s.week, s.revision, s.survey)));
        Ok(all)
    }

    /// Records what is being sent: before its file is put in place, so that no file is out of which the diary knows
    /// nothing.
    ///
    /// # Errors
    /// [`StoreError::NotNextRevision`] where it is not one above the last of its survey and week,
    /// [`StoreError::BadData`] where it is not as [`Sent::check`] asks, or why it could not be made durable; nothing is
    /// changed then.
    pub fn record_sent(&mut self, sent: Sent) -> Result<(), StoreError> {
        let name = FactName::Sent(sent.survey, sent.week);
        let mut facts = self.facts_of(name)?;
        let last = facts.sent().next_back().map_or(0, |s| s.revision);
        if Some(sent.revision) != last.checked_add(1) {
            return Err(StoreError::NotNextRevision {
                week: sent.week,
                revision: sent.revision,
                next: last.saturating_add(1),
            });
        }
        sent.check().map_err(StoreError::BadData)?;
        facts.add(sent);
        self.keep(name, &facts)
    }

    /// Takes back out what was recorded last for a survey and week: its file could not be put in place. A backup made in
    /// between still has it.
    ///
    /// # Errors
    /// [`StoreError::NotLastSent`] where the last one is not exactly this, or why it could not be made durable; nothing is
    /// changed then.
    pub fn unrecord_sent(&mut self, sent: &Sent) -> Result<(), StoreError> {
        let name = FactName::Sent(sent.survey, sent.week);
        let mut facts = self.facts_of(name)?;
        if facts.sent().next_back() != Some(sent) {
            return Err(StoreError::NotLastSent {
                week: sent.week,
                revision: sent.revision,
            });
        }
        facts.remove(sent);
        self.keep(name, &facts)
    }

    /// The secret and all that was sent, for an export.
    ///
    /// # Errors
    /// As [`Session::sent`].
    pub fn survey_facts(&mut self) -> Result<SurveyFacts, StoreError> {
        let mut facts = self.facts_of(FactName::Secret)?;
        facts.unite(self.sent_where(|_, _| true)?);
        Ok(facts)
    }

    /// What was sent to the surveys and for the weeks that are wanted; the records of no others are read.
    fn sent_where(
        &mut self,
        wanted: impl Fn(DefinitionHash, WeekId) -> bool,
    ) -> Result<SurveyFacts, StoreError> {
        let mut facts = SurveyFacts::default();
        for name in self.read(|engine| setting_names_from(engine, FactName::SENT))? {
            match FactName::parse(&name) {
                Some(name @ FactName::Sent(survey, week)) if wanted(survey, week) => {
                    facts.unite(self.facts_of(name)?);
                }
                _ => {}
            }
        }
        Ok(facts)
    }

    /// As [`Session::replace`], and takes in what an import knows of surveys: its secret in the place of ours, if it has
    /// one, and what was sent as a union; where one revision differs, ours stays. This comes first, as a change by itself
    /// that cannot be undone; undoing the rest leaves it. A new secret is followed by a dump, as in
    /// [`Session::keep_survey_secret`].
    ///
    /// # Errors
    /// [`StoreError::BadData`] where something sent is not as [`Sent::check`] asks, or why it could not be made durable;
    /// days and settings are as they were then.
    pub fn replace_with(
        &mut self,
        days: Vec<Day>,
        settings: Vec<Setting>,
        facts: &SurveyFacts,
    ) -> Result<(), StoreError> {
        let sent = facts.sent().try_for_each(Sent::check);
        sent.map_err(StoreError::BadData)?;
        let is_new = facts.secret.is_some() && self.survey_secret()? != facts.secret;
        self.unite(facts)?;
        let replaced = self.replace(days, settings);
        if is_new {
            self.dump_or_tell();
        }
        replaced
    }

    fn unite(&mut self, theirs: &SurveyFacts) -> Result<(), StoreError> {
        let (mut ours, mut incoming) = (Records::new(), Records::new());
        for name in theirs.names() {
            let key = Key::Setting(name.to_string());
            if let Some(payload) = self.read(|engine| read_payload(engine, &key))? {
                ours.insert(key.clone(), payload);
            }
            incoming.extend(theirs.value(name).map(|value| (key, value.to_string())));
        }
        self.unite_records(&mut ours, &mut incoming)
    }

    /// Takes what is known of surveys out of what is there and what comes in its place, and unites it for good, before all
    /// else is changed. Nothing that was sent is lost; a secret that comes in takes the place of the one that is there, and
    /// where none comes in, that stays.
    ///
    /// # Errors
    /// Why it could not be made durable, as of a change that is not made: what was to come after it is not.
    pub(super) fn unite_records(
        &mut self,
        ours: &mut Records,
        theirs: &mut Records,
    ) -> Result<(), StoreError> {
        let done = self.commit(Op::Keep, take_united(ours, theirs)?);
        done.map_err(|why| match why {
            StoreError::Pending(why) | StoreError::Unknown(why) => StoreError::NotSaved(why),
            other => other,
        })
    }

    /// What is known of one record.
    fn facts_of(&mut self, name: FactName) -> Result<SurveyFacts, StoreError> {
        let mut facts = SurveyFacts::default();
        let key = Key::Setting(name.to_string());
        if let Some(payload) = self.read(|engine| read_payload(engine, &key))? {
            set(&mut facts, name, &payload)?;
        }
        Ok(facts)
    }

    /// Puts one record in, or takes it out where nothing is known of it.
    fn keep(&mut self, name: FactName, facts: &SurveyFacts) -> Result<(), StoreError> {
        let text = name.to_string();
        if FactName::parse(&text) != Some(name) {
            return Err(StoreError::BadData(format!("{text} could not be read again"))); // a week of no year that we know
        }
        let key = Key::Setting(text);
        let before = self.read(|engine| read_payload(engine, &key))?;
        let after = facts.value(name).map(|value| value.to_string());
        self.commit(Op::Keep, vec![Change { key, before, after }])
    }
}

/// Takes these records out of both, and returns the changes that unite them.
fn take_united(ours: &mut Records, theirs: &mut Records) -> Result<Vec<Change>, StoreError> {
    let (mut there, incoming) = (take_facts(ours), take_facts(theirs));
    let change = |(key, theirs): (Key, String)| {
        let before = there.remove(&key);
        let after = Some(match &before {
            Some(ours) if *ours != theirs => united(&key, ours, &theirs)?,
            _ => theirs,
        });
        Ok(Change { key, before, after })
    };
    incoming.into_iter().map(change).collect()
}

/// Takes these records out of all.
fn take_facts(records: &mut Records) -> Records {
    let is_fact = |key: &&Key| matches!(key, Key::Setting(name) if FactName::parse(name).is_some());
    let keys: Vec<Key> = records.keys().filter(is_fact).cloned().collect();
    keys.into_iter()
        .filter_map(|key| records.remove_entry(&key))
        .collect()
}

/// One record of both.
fn united(key: &Key, ours: &str, theirs: &str) -> Result<String, StoreError> {
    let name = match key {
        Key::Setting(name) => FactName::parse(name),
        Key::Day(_) => None,
    };
    let name = name.ok_or_else(|| StoreError::BadData(format!("{key} is no fact of surveys")))?;
    let (mut facts, mut others) = (SurveyFacts::default(), SurveyFacts::default());
    set(&mut others, name, theirs)?;
    if name != FactName::Secret {
        set(&mut facts, name, ours)?;
    }
    facts.unite(others);
    Ok(facts
        .value(name)
        .map_or_else(|| ours.to_owned(), |value| value.to_string()))
}

/// Takes in a record as it is kept.
fn set(facts: &mut SurveyFacts, name: FactName, payload: &str) -> Result<(), StoreError> {
    read(facts, name, payload).map_err(StoreError::BadData)
}

fn read(facts: &mut SurveyFacts, name: FactName, payload: &str) -> Result<(), String> {
    let value = serde_json::from_str(payload).map_err(|e| e.to_string());
    let read = value.and_then(|value| facts.set(name, &value));
    read.map_err(|why| format!("{name} cannot be read ({})", quoted(&why, LONGEST_WHY)))
}

/// Whether all that records say of surveys can be read.
///
/// # Errors
/// What is wrong, in English.
pub(super) fn check_facts(records: &Records) -> Result<(), String> {
    records.iter().try_for_each(|(key, payload)| match key {
        Key::Setting(name) => {
            FactName::parse(name).map_or(Ok(()), |name| read(&mut SurveyFacts::default(), name, payload))
        }
        Key::Day(_) => Ok(()),
    })
}

#[cfg(test)]
mod tests;
