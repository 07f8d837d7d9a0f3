//! How the program is left without losing what is not saved yet, and what was typed on meanwhile.

use super::{App, Effect, EntryLine, Mode, Over, Preview, Screen, Toast};
use crate::i18n::{I18n, Say};

/// How far leaving has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Leave {
    /// Nobody wants to leave.
    #[default]
    No,
    /// The user was just told that something is not saved; asked for once more, it is left all the same.
    Warned,
    /// It is left as soon as the change that is being made is saved.
    OnceSaved,
}

impl App {
    /// Leaves. What only waits for an answer is booked first; what is half typed is not lost without a word.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        match self.over.take() {
            Some(Over::Worth(worth)) => {
                self.leave = Leave::OnceSaved;
                return worth.finish(self);
            }
            over => self.over = over,
        }
        let is_unsaved = |entry: &EntryLine| entry.holds_something() && !entry.changes_nothing();
        if self.day.mode.entry().is_some_and(is_unsaved) {
            self.leave = Leave::Warned;
            self.toast = Some(Toast::Unsaved);
            return Vec::new();
        }
        vec![Effect::Quit]
    }

    /// A change is made or not: leaves if that was waited for, and puts what was typed on meanwhile into the entry line.
    /// Where the line still holds what was not booked it stands behind that, so that both can be seen.
    pub(super) fn settled(&mut self, is_saved: bool, i18n: &I18n) -> Vec<Effect> {
        let leaves = std::mem::take(&mut self.leave) == Leave::OnceSaved;
        if leaves && is_saved {
            return vec![Effect::Quit];
        }
        let text = std::mem::take(&mut self.typed_on);
        if text.is_empty() {
            return Vec::new();
        }
        let Mode::Entry(entry) = &mut self.day.mode else {
            self.screen = Screen::Day;
            return self.open_line(EntryLine::new(&text));
        };
        if let Preview::Refused(refusal) = &entry.preview {
            self.toast = Some(Toast::Failed(refusal.say(i18n)));
        }
        entry.line.move_to(entry.line.text().len());
        if !entry.line.is_empty() {
            entry.line.insert(" ");
        }
        entry.line.insert(&text);
        self.read_line();
        Vec::new()
    }
}
