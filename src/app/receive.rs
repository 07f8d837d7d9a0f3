//! What replies do.

use super::{
    Answer, App, Effect, EntryLine, Import, Loaded, Mode, Over, Overlap, Preview, Reply, Reread, Screen,
    Subject, Toast, describe, survey_change, survey_come,
};
use crate::diary::{Diary, Operation, Refusal};
use crate::i18n::{I18n, Say};
use crate::store::Undone;
use crate::tr;

impl App {
    /// Takes in what became of an effect, and says what else is to be done. `i18n` is the language of what cannot be
    /// drawn from values.
    pub fn receive(&mut self, reply: Reply, i18n: &I18n) -> Vec<Effect> {
        let seen = self.day.loaded.as_ref().map(|l| l.seq);
        let saved = match reply {
            Reply::Applied { .. } => Some(true),
            Reply::Refused { .. } | Reply::Failed(_) => Some(false),
            _ => None,
        };
        let mut effects = self.take(reply, i18n);
        if let Some(is_saved) = saved {
            effects.extend(self.settled(is_saved, i18n));
        }
        if self.day.loaded.as_ref().map(|l| l.seq) != seen {
            effects.extend(self.read_trend()); // what it shows is older than the data
        }
        self.sync_surveys(i18n);
        effects
    }

    fn take(&mut self, reply: Reply, i18n: &I18n) -> Vec<Effect> {
        match reply {
            Reply::Unchanged => {}
            Reply::Answer(answer) => return self.answered(answer, i18n),
            Reply::Exported(done) => self.exported(done, i18n),
            Reply::Responded(done) => return self.responded(done),
            Reply::Edited(text) => return self.take_text(text, i18n),
            Reply::NotEdited(why) => self.text_not_edited(why),
            Reply::Kept(said) => self.toast = Some(Toast::Done(said)),
            Reply::Named(catalogue) => {
                if let Some(Over::Palette(palette)) = &mut self.over {
                    palette.take(catalogue);
                }
            }
            Reply::Set { loaded, .. } => {
                self.toast = None;
                self.reread(loaded, i18n);
                self.toast = self.toast.take().or(Some(Toast::Saved));
            }
            Reply::Maintained { said, loaded } => {
                self.toast = None;
                self.reread(loaded, i18n);
                self.toast = self.toast.take().or(Some(Toast::Done(said)));
            }
            Reply::Configured(prefs) => {
                self.lang = prefs.lang;
                self.prefs = prefs;
                self.read_line();
                // Who types an entry meanwhile is told about that.
                self.toast = self.is_at_rest().then_some(Toast::Saved);
            }
            Reply::Looks(lang) => {
                self.lang = lang;
                self.read_line();
            }
            Reply::Loaded(loaded) => self.show(loaded),
            Reply::Applied {
                operation,
                outcome,
                loaded,
            } => {
                self.toast = None;
                self.text_is_taken();
                let before = self
                    .day
                    .loaded
                    .as_ref()
                    .map_or_else(Diary::default, |l| l.diary.clone());
                let is_typed = self.is_typed(&operation);
                let asked = self.day.mode.entry().filter(|_| is_typed);
                let asked = asked.and_then(EntryLine::span);
                self.reread(loaded, i18n);
                let notice = self.toast.take();
                if is_typed {
                    self.finish_line(&operation);
                }
                self.applied(&operation, outcome, asked, &before);
                self.toast = notice.or(self.toast.take()); // what the store mended comes first
            }
            Reply::Refused { refusal, .. } if self.text_failed(&refusal.say(i18n)) => {}
            Reply::Refused { operation, refusal } => return self.refused(&operation, &refusal, i18n),
            Reply::Reverted { undone, redo, loaded } => {
                self.toast = None;
                let (date, waited) = (self.day.date, self.day.planned().to_vec());
                let surveys = self.known.profile().surveys.clone();
                match (loaded, &undone) {
                    (Err(why), None) => self.toast = Some(Toast::Failed(why)),
                    (loaded, _) => self.reread(loaded, i18n),
                }
                if self.day.date == date {
                    self.day.select_back_among(&waited);
                }
                let is_of_days = undone.as_ref().is_some_and(|u| !u.dates.is_empty());
                if is_of_days && matches!(self.screen, Screen::Survey(_)) {
                    self.show_screen(Screen::Day); // no day changes unseen
                }
                let is_of_surveys = |u: &Undone| u.settings.iter().any(|name| name == "surveys");
                let come = survey_come(&surveys, &self.known.profile().surveys);
                let come = come.filter(|_| undone.as_ref().is_some_and(is_of_surveys));
                if let Some(survey) = come.cloned() {
                    self.await_survey(&survey.definition);
                }
                let said = undone.map(|u| {
                    let (before, after) = if redo {
                        (&surveys, &self.known.profile().surveys)
                    } else {
                        (&self.known.profile().surveys, &surveys)
                    };
                    let is_of_surveys = u.settings.iter().eq(["surveys"]) && u.dates.is_empty();
                    let change = survey_change(before, after, i18n).filter(|_| is_of_surveys);
                    change.unwrap_or_else(|| describe(&u, redo, self.known.taxonomy(), i18n))
                });
                self.toast = self.toast.take().or(Some(match (said, redo) {
                    (Some(what), false) => Toast::Undone(what),
                    (Some(what), true) => Toast::Redone(what),
                    (None, false) => Toast::NothingToUndo,
                    (None, true) => Toast::NothingToRedo,
                }));
            }
            Reply::Failed(why) => self.failed(why),
        }
        Vec::new()
    }

    /// Takes what was read.
    fn answered(&mut self, answer: Answer, i18n: &I18n) -> Vec<Effect> {
        match answer {
            Answer::File(read) => {
                if let Some(Over::ImportFile(_) | Over::Import(_)) = &self.over {
                    self.over = Some(Over::Import(Box::new(Import::new(*read, self))));
                }
            }
            Answer::Review(review) => {
                if let Some(Over::Export(export)) = &mut self.over {
                    export.take(review, &self.prefs.documents);
                }
            }
            Answer::Survey(answer) => return self.take_survey(*answer, i18n),
            Answer::Definition(definition) => self.ask_to_join(*definition, i18n),
            Answer::Trend(trend) => {
                if let Screen::Trend(screen) = &mut self.screen {
                    screen.take(trend, self.known.profile());
                }
            }
            Answer::Marked(dates) => return self.mark_holidays(&dates),
            answer => {
                if let Some(over) = &mut self.over {
                    over.take(answer);
                }
            }
        }
        Vec::new()
    }

    /// Something did not work: whatever waits for it says so itself, else a message does.
    fn failed(&mut self, why: String) {
        if self.text_failed(&why) {
            return;
        }
        let told = match (&mut self.over, &mut self.screen) {
            (Some(over), _) => over.fail(&why),
            (None, Screen::Trend(screen)) => screen.fail(&why),
            _ => false,
        };
        self.day.stay();
        self.read_line();
        self.toast = (!told).then_some(Toast::Failed(why));
    }

    /// Tells something at the start, after what the store had to say.
    pub fn tell(&mut self, notices: Vec<String>) {
        let said = match self.toast.take() {
            Some(Toast::Notice(said)) => Some(said),
            other => {
                self.toast = other;
                None
            }
        };
        if let Some(all) = said.into_iter().chain(notices).reduce(|a, b| format!("{a} {b}")) {
            self.toast.get_or_insert(Toast::Notice(all));
        }
    }

    /// Shows how things stand after a change. Where they cannot be read, the change is saved all the same, and nobody
    /// must be led to make it again.
    fn reread(&mut self, loaded: Reread, i18n: &I18n) {
        match loaded {
            Ok(loaded) => self.show(loaded),
            Err(why) => self.toast = Some(Toast::Notice(tr!(i18n, "toast-saved-unread", why = why))),
        }
    }

    fn show(&mut self, mut loaded: Loaded) {
        let notice = loaded.notices.drain(..).reduce(|a, b| format!("{a} {b}"));
        self.known.update(loaded.profile.clone());
        if loaded.date != self.day.date {
            self.shows_today = loaded.date == self.today; // undo goes to the date of its change
        }
        self.day.show(loaded);
        self.read_line();
        if let Some(notice) = notice {
            self.toast = Some(Toast::Notice(notice));
        }
    }

    /// Whether a change is what the entry line asks for. Another one may have been chosen by its name meanwhile; then
    /// what is typed is to stay.
    pub(super) fn is_typed(&self, operation: &Operation) -> bool {
        let (Operation::Add { on_overlap, .. }
        | Operation::Edit { on_overlap, .. }
        | Operation::Confirm { on_overlap, .. }) = operation
        else {
            return false;
        };
        let entry = self.day.mode.entry();
        let asked = entry.and_then(|entry| entry.operation(self.day.date, *on_overlap));
        asked.as_ref() == Some(operation)
    }

    /// What was typed is saved. After a new block the line stays open for the next one: a whole day is typed line by
    /// line.
    fn finish_line(&mut self, operation: &Operation) {
        if matches!(operation, Operation::Edit { .. } | Operation::Confirm { .. }) {
            self.day.mode = Mode::Browse;
        } else {
            self.day.mode = Mode::Entry(Box::new(EntryLine::new("")));
            self.read_line();
        }
    }

    fn refused(&mut self, operation: &Operation, refusal: &Refusal, i18n: &I18n) -> Vec<Effect> {
        let is_typed = self.is_typed(operation);
        match (operation, &mut self.day.mode) {
            (_, mode) if matches!(refusal, Refusal::NoBlock(_)) => {
                // Somebody else has taken it out since. What is typed stays, as a line for a new block.
                let typed = match mode {
                    Mode::Entry(entry) if is_typed => {
                        entry.subject = Subject::New;
                        true
                    }
                    _ => false,
                };
                self.toast = Some(if typed { Toast::GoneTyped } else { Toast::Gone });
                return vec![Effect::Load(self.day.date)];
            }
            (_, Mode::Entry(entry)) if is_typed => {
                if matches!(refusal, Refusal::Overlap { .. }) && !entry.is_in_conflict() {
                    // Somebody else has booked there since: read again, then the line shows it with the ways out.
                    return vec![Effect::Load(self.day.date)];
                }
                entry.insisted = true;
                if !entry.is_in_conflict() || matches!(refusal, Refusal::NothingLeft { .. }) {
                    entry.preview = Preview::Refused(refusal.clone());
                }
            }
            _ if matches!(self.over, Some(Over::Import(_))) => {
                self.toast = Some(Toast::Failed(refusal.say(i18n)));
            }
            (operation, _) => match (refusal, &self.day.loaded) {
                (Refusal::Overlap { other, .. }, Some(loaded)) => {
                    let over = Overlap::new(operation.clone(), other.as_ref().clone(), &loaded.diary);
                    self.over = Some(Over::Overlap(Box::new(over)));
                }
                _ => self.toast = Some(Toast::Failed(refusal.say(i18n))),
            },
        }
        Vec::new()
    }
}
