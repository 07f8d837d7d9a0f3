//! The timetable as a text in the user's editor: out, and back with all that changed as one change.

use super::TimetableToast;
use crate::app::{App, Effect, Over, Query, Question, Toast};
use crate::diary::{Operation, Setting};
use crate::entry::timetable_activity;
use crate::i18n::{I18n, Say};
use crate::timetable::{Parts, Term, parse, print};
use crate::tr;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A word for the name of the file that is edited.
pub(in crate::app) const TEXT_NAME: &str = "timetable";

/// Where a text is between the screen and the store. It belongs to no screen: whatever is shown meanwhile, it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum TextWork {
    /// The user's editor has it.
    Edited {
        /// The timetable that it is to change.
        base: Box<Parts>,
        /// The text as it was left before; none for one that was printed.
        before: Option<String>,
    },
    /// It is understood, and being saved.
    Taken(Box<Taking>),
}

/// An edited text that is being taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Taking {
    /// The text, so that it is not lost.
    text: String,
    /// The timetable that it changes.
    base: Box<Parts>,
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
        let base = self.shown_parts();
        let head = tr!(I18n::new(self.lang), "timetable-head");
        let text = print(&base, &head);
        self.text = Some(TextWork::Edited {
            base: Box::new(base),
            before: None,
        });
        vec![Effect::EditText {
            text,
            about: TEXT_NAME,
        }]
    }

    /// Opens a text again that could not be taken.
    pub(in crate::app) fn edit_again(&mut self, text: String, base: Box<Parts>) -> Vec<Effect> {
        self.text = Some(TextWork::Edited {
            base,
            before: Some(text.clone()),
        });
        vec![Effect::EditText {
            text,
            about: TEXT_NAME,
        }]
    }

    /// What the text of the timetable shown says.
    fn shown_parts(&self) -> Parts {
        let profile = self.known.profile();
        Parts {
            terms: profile.terms.clone(),
            bells: profile.bells.clone(),
            entries: self.shown_entries().to_vec(),
        }
    }

    fn ask_about_text(&mut self, text: String, why: String, base: Box<Parts>) -> Vec<Effect> {
        self.over = Some(Over::Ask(Question::BadText { text, why, base }));
        Vec::new()
    }

    /// Takes the edited text; what is wrong with it is asked about. So is one that was printed from another timetable
    /// than there is now: it would change back what others have changed meanwhile.
    pub(in crate::app) fn take_text(&mut self, text: Option<String>, i18n: &I18n) -> Vec<Effect> {
        let Some(TextWork::Edited { base, before }) = self.text.take() else {
            return Vec::new();
        };
        // Left as it was, a text that could not be taken still cannot, and is not to be lost.
        let Some(text) = text.or(before) else {
            return self.say_of_timetable(TimetableToast::Unchanged);
        };
        let now = self.shown_parts();
        if now != *base {
            let why = tr!(i18n, "timetable-changed-since");
            return self.ask_about_text(text, why, Box::new(now));
        }
        let known = &self.known;
        let resolve = |name: &str| {
            let found = timetable_activity(name, known.lexicon(), &known.profile().timetable);
            found.map_err(|bad| bad.say(i18n))
        };
        let parts = match parse(&text, &resolve) {
            Ok(parts) => parts,
            Err(bad) => return self.ask_about_text(text, bad.say(i18n), base),
        };
        let profile = self.known.profile();
        let mut settings = Vec::new();
        if parts.terms != profile.terms {
            settings.push(Setting::Terms(parts.terms.clone()));
        }
        if parts.bells != profile.bells {
            settings.push(Setting::Bells(parts.bells));
        }
        if parts.entries != self.shown_entries() {
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
            base,
            settings,
            terms,
        };
        self.text = Some(TextWork::Taken(Box::new(taking)));
        match holidays.dates() {
            Some(dates) => vec![Effect::Read(Query::Marked(dates))],
            None => self.mark_holidays(&BTreeSet::new()),
        }
    }

    /// Saves the text that is being taken, now that it is known which days are marked already.
    pub(in crate::app) fn mark_holidays(&self, marked: &BTreeSet<NaiveDate>) -> Vec<Effect> {
        let Some(TextWork::Taken(taking)) = &self.text else {
            return Vec::new();
        };
        let is_marked = |date| marked.contains(&date);
        vec![Effect::Apply {
            date: self.day.date,
            operation: Operation::holidays(&taking.terms.0, &taking.terms.1, is_marked),
            settings: taking.settings.clone(),
        }]
    }

    /// Something did not work; whether that was a text that is being taken, which is then asked about.
    pub(in crate::app) fn text_failed(&mut self, why: &str) -> bool {
        if !matches!(self.text, Some(TextWork::Taken(_))) {
            return false; // the editor has it still, and it comes back
        }
        let Some(TextWork::Taken(taking)) = self.text.take() else {
            return false;
        };
        self.ask_about_text(taking.text, why.to_owned(), taking.base);
        true
    }

    /// No editor could be opened. A text that was edited before is not lost with that.
    pub(in crate::app) fn text_not_edited(&mut self, why: String) {
        match self.text.take() {
            Some(TextWork::Edited {
                base,
                before: Some(text),
            }) => {
                self.ask_about_text(text, why, base);
            }
            _ => self.toast = Some(Toast::Failed(why)),
        }
    }

    /// The change is saved.
    pub(in crate::app) fn text_is_taken(&mut self) {
        if matches!(self.text, Some(TextWork::Taken(_))) {
            self.text = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Answer, Prefs, Reply, Screen};
    use crate::i18n::Lang;
    use crate::keymap::Keymap;

    fn app() -> App {
        let now = NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|d| d.and_hms_opt(12, 0, 0));
        let mut app = App::new(Keymap::built_in(), Prefs::new(Lang::En), now.unwrap());
        app.screen = Screen::Timetable(app.timetable_screen());
        app
    }

    const TEXT: &str = r#"
[[terms]]
first = 2026-08-31
last = 2027-01-22
holidays = ["2027-01-01 New Year"]
"#;

    #[test]
    fn what_is_being_taken_waits_for_its_own_answer_on_any_screen() {
        let i18n = I18n::new(Lang::En);
        let mut app = app();
        assert!(matches!(app.edit_as_text().as_slice(), [Effect::EditText { .. }]));
        let asked = app.receive(Reply::Edited(Some(TEXT.to_owned())), &i18n);
        assert!(matches!(
            asked.as_slice(),
            [Effect::Read(Query::Marked(dates))] if dates.start() == dates.end()
        ));
        app.screen = Screen::Day;
        let late = Reply::Answer(Answer::Days(Vec::new()));
        assert_eq!(app.receive(late, &i18n), [], "of something that is closed by now");
        let saved = app.receive(Reply::Answer(Answer::Marked(BTreeSet::new())), &i18n);
        assert!(matches!(saved.as_slice(), [Effect::Apply { settings, .. }] if settings.len() == 1));
        assert!(
            app.text_failed("the disk is full"),
            "and so does what became of it"
        );
        assert!(matches!(&app.over, Some(Over::Ask(Question::BadText { text, .. })) if text == TEXT));
    }

    #[test]
    fn an_answer_that_nothing_waits_for_changes_nothing() {
        let i18n = I18n::new(Lang::En);
        let marked = Reply::Answer(Answer::Marked(BTreeSet::new()));
        assert_eq!(app().receive(marked, &i18n), []);
        assert_eq!(app().receive(Reply::Edited(Some(TEXT.to_owned())), &i18n), []);
    }
}
