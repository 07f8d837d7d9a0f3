//! The timetable as a text in the user's editor: out, and back with all that changed as one change.

use super::{TimetableToast, line};
use crate::app::{App, Effect, Over, Query, Question, Screen};
use crate::diary::{Operation, Setting};
use crate::domain::{Activity, Day};
use crate::i18n::{I18n, Say};
use crate::timetable::{Parts, Term, parse, print};
use crate::tr;
use std::collections::BTreeMap;

/// A word for the name of the file that is edited.
pub(in crate::app) const TEXT_NAME: &str = "timetable";

/// An edited text that is being taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Taking {
    /// The text, so that it is not lost.
    text: String,
    settings: Vec<Setting>,
    /// The terms before and after.
    terms: (Vec<Term>, Vec<Term>),
}

impl App {
    /// Opens terms, bells and the entries shown as a text.
    pub(super) fn edit_as_text(&mut self) -> Vec<Effect> {
        if self.changes_hold_from().is_none() {
            return self.say_of_timetable(TimetableToast::Over);
        }
        let profile = self.known.profile();
        let parts = Parts {
            terms: profile.terms.clone(),
            bells: profile.bells.clone(),
            entries: self.shown_entries().to_vec(),
        };
        let head = tr!(I18n::new(self.lang), "timetable-head");
        vec![Effect::EditText {
            text: print(&parts, &head),
            about: TEXT_NAME,
        }]
    }

    /// Takes the edited text; what is wrong with it is asked about.
    pub(in crate::app) fn take_text(&mut self, text: Option<String>, i18n: &I18n) -> Vec<Effect> {
        let Some(text) = text else {
            return self.say_of_timetable(TimetableToast::Unchanged);
        };
        let resolve = |name: &str| self.named_activity(name, i18n);
        let parts = match parse(&text, &resolve) {
            Ok(parts) => parts,
            Err(bad) => {
                let why = bad.say(i18n);
                self.over = Some(Over::Ask(Question::BadText { text, why }));
                return Vec::new();
            }
        };
        let profile = self.known.profile();
        let mut settings = Vec::new();
        if parts.terms != profile.terms {
            settings.push(Setting::Terms(parts.terms.clone()));
        }
        if parts.bells != profile.bells {
            settings.push(Setting::Bells(parts.bells));
        }
        // The text has them by weekday.
        let mut old = self.shown_entries().to_vec();
        old.sort_by_key(|e| e.weekday.num_days_from_monday());
        if parts.entries != old {
            let Some(from) = self.changes_hold_from() else {
                return self.say_of_timetable(TimetableToast::Over);
            };
            let timetable = profile.timetable.with_entries(parts.entries, from, self.today);
            settings.push(Setting::Timetable(timetable));
        }
        if settings.is_empty() {
            return self.say_of_timetable(TimetableToast::Unchanged);
        }
        let terms = (profile.terms.clone(), parts.terms);
        let holidays = Operation::holidays(&terms.0, &terms.1, |_| false);
        let taking = Taking {
            text,
            settings,
            terms,
        };
        let Some(screen) = self.timetable_mut() else {
            return Vec::new();
        };
        screen.taking = Some(Box::new(taking));
        match holidays.dates() {
            // Which of the days are marked already?
            Some(dates) => vec![Effect::Read(Query::Days(dates))],
            None => self.mark_holidays(&[]),
        }
    }

    /// Saves the text that is being taken, now that the days of its holidays are known.
    pub(in crate::app) fn mark_holidays(&mut self, days: &[Day]) -> Vec<Effect> {
        let Screen::Timetable(screen) = &self.screen else {
            return Vec::new();
        };
        let Some(taking) = &screen.taking else {
            return Vec::new();
        };
        let known: BTreeMap<_, _> = days.iter().map(|d| (d.date, d)).collect();
        let is_marked = |date| known.get(&date).is_some_and(|d| d.is_marked());
        vec![Effect::Apply {
            date: self.day.date,
            operation: Operation::holidays(&taking.terms.0, &taking.terms.1, is_marked),
            settings: taking.settings.clone(),
        }]
    }

    /// Something did not work; whether that was a text that is being taken, which is then asked about.
    pub(in crate::app) fn text_failed(&mut self, why: &str) -> bool {
        let taking = self.timetable_mut().and_then(|screen| screen.taking.take());
        let Some(taking) = taking else { return false };
        self.over = Some(Over::Ask(Question::BadText {
            text: taking.text,
            why: why.to_owned(),
        }));
        true
    }

    /// The change is saved.
    pub(in crate::app) fn text_is_taken(&mut self) {
        if let Some(screen) = self.timetable_mut() {
            screen.taking = None;
        }
    }

    /// The activity of a name, or why there is none. What the timetable has already is known by its long form, even if
    /// its definition is gone.
    fn named_activity(&self, name: &str, i18n: &I18n) -> Result<Activity, String> {
        let mut found = self.known.lexicon().whole(name);
        if name == crate::timetable::LESSON {
            return Ok(line::lesson(self.known.lexicon()));
        }
        match found.len() {
            1 => found.pop().ok_or_else(String::new),
            0 => {
                let held = self.known.profile().timetable.activity(name).cloned();
                held.ok_or_else(|| tr!(i18n, "timetable-no-activity", text = name))
            }
            _ => Err(tr!(
                i18n,
                "timetable-ambiguous",
                name = name,
                fits = found
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
        }
    }
}
