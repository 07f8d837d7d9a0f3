//! The survey screen: the surveys joined, exactly what would be sent to one for a week, and what was sent.

mod act;
mod change;
mod reading;
mod said;

pub(super) use change::{survey_change, survey_come};
pub use reading::{Responded, Responding, SurveyAnswer, SurveyAsked, SurveyReading, Writing};
pub use said::{SentLine, SurveySaid};

use super::{List, Query, Scroll};
use crate::diary::{JoinedSurvey, Profile, Sent};
use crate::domain::{DefinitionHash, WeekId};
use crate::i18n::I18n;
use crate::keymap::Action;
use crate::survey::{BadDefinition, FieldLine, Joined, LineOf, Prepared, is_withdrawal};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SurveyPane {
    /// Every field of the response in words.
    #[default]
    Words,
    /// The response as it is sealed.
    Raw,
    /// What was written when, for all surveys.
    History,
    /// What the survey asks and how it protects, as it was said before it was joined.
    About,
}

impl SurveyPane {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Words, Self::Raw, Self::History, Self::About];
}

/// A survey that was joined.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyEntry {
    /// As the diary keeps it.
    pub kept: JoinedSurvey,
    /// The same understood, or why it is not: a later version of the program kept it.
    pub joined: Result<Joined, BadDefinition>,
}

/// The surveys joined, one of them shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SurveyScreen {
    entries: Vec<SurveyEntry>,
    at: usize,
    /// The week asked for; none for the usual one.
    week: Option<WeekId>,
    /// The part shown.
    pub pane: SurveyPane,
    /// The fields, of which one is selected.
    pub fields: List,
    /// How far what is sealed is scrolled.
    pub raw: Scroll,
    /// How far what the survey asks is scrolled.
    pub about: Scroll,
    /// What was sent, of which one is selected.
    pub history: List,
    /// What was read last, whether that came to something or not.
    asked: Option<SurveyAsked>,
    /// What it came to; none until it is read.
    pub reading: Option<Box<SurveyReading>>,
    /// The same in words, made when it was read.
    pub said: SurveySaid,
    /// What is to be done once it is read.
    then: Option<Action>,
    /// The definition of the survey that is being joined here; shown as soon as it is among the others.
    joining: Option<String>,
}

impl SurveyScreen {
    /// The surveys of a profile, the one joined last shown; nothing is read yet.
    #[must_use]
    pub fn new(profile: &Profile) -> Self {
        let mut out = Self::default();
        out.sync(profile);
        out
    }

    /// Takes other surveys, or other answers to them. The one shown stays if it is still there, and none was joined here:
    /// what another process joins must not come under the keys.
    pub(super) fn sync(&mut self, profile: &Profile) {
        let is_same = self.entries.iter().map(|e| &e.kept).eq(&profile.surveys);
        if is_same {
            return;
        }
        let is = |text: &str, entry: &SurveyEntry| entry.kept.definition == text;
        let old = std::mem::take(&mut self.entries);
        let entry = |kept: &JoinedSurvey| {
            let known = old.iter().find(|e| is(&kept.definition, e));
            SurveyEntry {
                kept: kept.clone(),
                joined: match known.map(|e| &e.joined) {
                    Some(Ok(joined)) => Ok(Joined::with(joined.definition.clone(), kept)),
                    Some(Err(bad)) => Err(bad.clone()),
                    None => Joined::read(kept),
                },
            }
        };
        self.entries = profile.surveys.iter().map(entry).collect();
        let place = |text: &str| self.entries.iter().position(|e| is(text, e));
        let shown = old.get(self.at).map(|e| e.kept.definition.as_str());
        let there = shown.and_then(place);
        let last = self.entries.len().saturating_sub(1);
        match (self.joining.as_deref().and_then(place), there) {
            (Some(new), _) => self.show(new),
            (None, Some(at)) => self.at = at,
            (None, None) if old.is_empty() => self.show(last),
            (None, None) => self.show(self.at.min(last)),
        }
    }

    /// Shows the survey at this place.
    fn show(&mut self, at: usize) {
        (self.at, self.week, self.joining) = (at, None, None);
        self.fields = List::default();
        (self.raw, self.about) = (Scroll::default(), Scroll::default());
        self.forget();
    }

    /// What was read is of something else.
    fn forget(&mut self) {
        (self.asked, self.reading) = (None, None);
        self.said = SurveySaid::default();
    }

    /// The surveys.
    #[must_use]
    pub fn entries(&self) -> &[SurveyEntry] {
        &self.entries
    }

    /// The place of the one shown.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The one shown; none where none is joined.
    #[must_use]
    pub fn entry(&self) -> Option<&SurveyEntry> {
        self.entries.get(self.at)
    }

    /// The one shown, understood.
    #[must_use]
    pub fn joined(&self) -> Option<&Joined> {
        self.entry()?.joined.as_ref().ok()
    }

    /// The week shown; none before the usual one is known.
    #[must_use]
    pub const fn week(&self) -> Option<WeekId> {
        self.week
    }

    /// The weeks that can be shown: those that the survey asks about and that have begun; the first one if none has.
    #[must_use]
    pub fn weeks(&self, today: NaiveDate) -> Option<RangeInclusive<WeekId>> {
        let (first, last) = self.joined()?.definition.weeks.clone().into_inner();
        Some(first..=last.min(WeekId::of(today)).max(first))
    }

    /// What would be sent for the week, as it was read.
    #[must_use]
    pub fn prepared(&self) -> Option<&Prepared> {
        self.reading.as_ref()?.prepared.as_ref()?.as_ref().ok()
    }

    /// All that was sent, newest first.
    #[must_use]
    pub fn sent(&self) -> &[Sent] {
        self.reading.as_ref().map_or(&[], |reading| &reading.sent)
    }

    /// The selected entry of the history.
    #[must_use]
    pub fn selected_sent(&self) -> Option<&Sent> {
        let sent = self.sent();
        sent.get(self.history.at(sent.len()))
    }

    /// The selected field.
    #[must_use]
    pub fn selected(&self) -> Option<&FieldLine> {
        let lines = &self.said.lines;
        lines.get(self.fields.at(lines.len()))
    }

    /// What is still to be read where the data have this number of changes.
    #[must_use]
    pub(super) fn unread(&self, today: NaiveDate, seq: u64) -> Option<Query> {
        let asked = SurveyAsked {
            survey: self.joined().map(Joined::hash),
            week: self.week,
            today,
            seq,
        };
        (self.asked.as_ref() != Some(&asked)).then_some(Query::Survey(asked))
    }

    /// Takes what was read, in words too; what is of something else comes too late. Gives what was waiting for it.
    pub(super) fn take(&mut self, answer: SurveyAnswer, i18n: &I18n) -> Option<Action> {
        let SurveyAnswer { mut asked, reading } = answer;
        let is_of_this = asked.survey == self.joined().map(Joined::hash) && asked.week == self.week;
        if !is_of_this {
            return None;
        }
        if let Ok(reading) = &reading {
            (self.week, asked.week) = (reading.week, reading.week); // it stays, whatever is closed meanwhile
        }
        let is_first = self.said.lines.is_empty();
        self.asked = Some(asked);
        self.reading = Some(Box::new(reading.unwrap_or_else(SurveyReading::failed)));
        self.say(i18n);
        if is_first {
            // The first thing that can be answered.
            let mut lines = self.said.lines.iter();
            self.fields
                .select(lines.position(|l| l.of != LineOf::Always).unwrap_or(0));
        }
        self.then.take()
    }

    /// Puts what was read into words.
    pub(super) fn say(&mut self, i18n: &I18n) {
        self.said = SurveySaid::of(self.reading.as_deref(), &self.entries, self.at, i18n);
    }

    /// The survey and the week that a key is about: in the history those of the selected line, else those shown.
    fn subject(&self) -> Option<(DefinitionHash, WeekId)> {
        if self.pane == SurveyPane::History {
            return self.selected_sent().map(|sent| (sent.survey, sent.week));
        }
        Some((self.joined()?.hash(), self.week?))
    }

    /// The place of a survey, and the survey; none where it is not joined.
    fn find(&self, survey: DefinitionHash) -> Option<(usize, &Joined)> {
        let joined = self.entries.iter().map(|e| e.joined.as_ref().ok());
        let mut joined = joined.enumerate().filter_map(|(at, j)| Some((at, j?)));
        joined.find(|(_, joined)| joined.hash() == survey)
    }

    /// Whether a response to what a key is about is out that could be withdrawn.
    #[must_use]
    pub fn can_withdraw(&self) -> bool {
        let Some(subject) = self.subject() else {
            return false;
        };
        let of_it = |sent: &&Sent| (sent.survey, sent.week) == subject;
        let last = self.sent().iter().filter(of_it).max_by_key(|s| s.revision);
        last.is_some_and(|last| !is_withdrawal(last))
    }

    /// Whether what a key is about is of a survey that was left.
    fn is_of_one_left(&self) -> bool {
        self.subject()
            .is_some_and(|(survey, _)| self.find(survey).is_none())
    }

    /// Whether an action would do something.
    pub(super) fn offers(&self, action: Action) -> bool {
        match action {
            Action::LeaveSurvey => !self.entries.is_empty(),
            Action::Respond if self.pane == SurveyPane::History => {
                self.subject().is_some() && !self.is_of_one_left()
            }
            Action::Respond => self.prepared().is_some(),
            Action::Withdraw => self.can_withdraw() && !self.is_of_one_left(),
            Action::NextSurvey => self.entries.len() > 1,
            Action::PreviousWeek | Action::NextWeek => {
                let is_about_it = matches!(self.pane, SurveyPane::Words | SurveyPane::Raw);
                is_about_it && self.joined().is_some()
            }
            Action::SurveyRaw | Action::SurveyAbout => self.joined().is_some(),
            Action::SurveyHistory => self.joined().is_some() || !self.sent().is_empty(),
            Action::Toggle => self.pane == SurveyPane::Words && self.changes().is_some(),
            Action::Accept => match self.pane {
                SurveyPane::Words => self.changes().is_some(),
                SurveyPane::Raw | SurveyPane::About => false,
                SurveyPane::History => self.selected_sent().is_some(),
            },
            _ => true,
        }
    }

    /// What of the selected line can be changed.
    fn changes(&self) -> Option<&LineOf> {
        let of = &self.selected()?.of;
        (*of != LineOf::Always).then_some(of)
    }
}
