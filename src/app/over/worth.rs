//! The question how much a meeting was worth, before it is booked.

use super::Over;
use crate::app::{App, Effect, Mode, opens_line};
use crate::diary::{Draft, Operation};
use crate::domain::Rating;
use crate::keymap::{Action, Key};
use chrono::NaiveDate;

/// The question about each meeting of a change that is not made yet, one after the other. Whatever is answered, the change
/// is made; so that undo takes it back at once, the answers go into it first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// What is to be done.
    operation: Operation,
    /// The meetings, each with its date.
    meetings: Vec<(NaiveDate, Draft)>,
    /// What was answered for the first ones.
    answers: Vec<Option<Rating>>,
    /// What the arrows or a digit chose for the next one, until it is confirmed; none for no rating.
    pub choice: Option<Rating>,
    /// The character that chose it: perhaps the first one of the next entry.
    typed: Option<char>,
}

impl Worth {
    /// How many answers there are beside none: 1 to 5.
    pub const LINES: usize = 5;

    /// The question about a change; none where there is nothing to ask.
    fn new(mut operation: Operation) -> Result<Self, Operation> {
        let all = operation.unrated_meetings().into_iter();
        let meetings: Vec<_> = all.map(|(date, draft)| (date, draft.clone())).collect();
        if meetings.is_empty() {
            return Err(operation);
        }
        Ok(Self {
            operation,
            meetings,
            answers: Vec::new(),
            choice: None,
            typed: None,
        })
    }

    /// The meeting that is asked about; none when all are answered.
    #[must_use]
    pub fn meeting(&self) -> Option<&Draft> {
        self.meetings.get(self.answers.len()).map(|(_, draft)| draft)
    }

    /// Which one that is, from 1, and of how many.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        (self.answers.len() + 1, self.meetings.len())
    }

    pub(super) fn act(mut self: Box<Self>, app: &mut App, action: Action) -> Vec<Effect> {
        let now = self.choice.map_or(0, |choice| u32::from(choice.get()));
        if matches!(action, Action::PreviousValue | Action::NextValue) {
            self.typed = None;
        }
        match action {
            Action::Accept => {
                let choice = self.choice;
                return self.answer(app, choice);
            }
            Action::PreviousValue => self.choice = Rating::new(now.saturating_sub(1)).ok(),
            Action::NextValue => self.choice = Rating::new(now + 1).ok().or(self.choice),
            _ => {}
        }
        app.over = Some(Over::Worth(self));
        Vec::new()
    }

    /// Takes a key. A digit of the scale chooses; whoever types on after it, or anything else, does not look at the
    /// question but types the next entry, and is not answering.
    pub(super) fn edit(mut self: Box<Self>, app: &mut App, key: Key) -> Vec<Effect> {
        let digit = key.half_width().typed().and_then(|c| c.to_digit(10));
        let worth = digit.and_then(|n| Rating::new(n).ok());
        match (key.typed(), self.typed) {
            (Some(c), None) if worth.is_some() => (self.choice, self.typed) = (worth, Some(c)),
            (Some(c), typed) if typed.is_some() || opens_line(c) => {
                return self.type_on(app, c.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        app.over = Some(Over::Worth(self));
        Vec::new()
    }

    /// Takes text that was pasted: an entry.
    pub(in crate::app) fn paste(self: Box<Self>, app: &mut App, text: &str) -> Vec<Effect> {
        let text = if self.typed.is_none() { text.trim() } else { text };
        if text.trim().is_empty() {
            app.over = Some(Over::Worth(self));
            return Vec::new();
        }
        self.type_on(app, text)
    }

    /// Makes the change without the missing answers; what was typed is the beginning of the next entry.
    fn type_on(self, app: &mut App, text: &str) -> Vec<Effect> {
        app.typed_on = self.typed.into_iter().collect::<String>() + text;
        self.finish(app)
    }

    /// Takes the digit of a row, counted from 0.
    pub(super) fn click(self: Box<Self>, app: &mut App, row: usize) -> Vec<Effect> {
        let worth = u32::try_from(row + 1).ok().and_then(|n| Rating::new(n).ok());
        if worth.is_none() {
            app.over = Some(Over::Worth(self));
            return Vec::new();
        }
        self.answer(app, worth)
    }

    /// Takes an answer; after the last one the change is made.
    pub(super) fn answer(mut self: Box<Self>, app: &mut App, worth: Option<Rating>) -> Vec<Effect> {
        self.answers.push(worth);
        (self.choice, self.typed) = (None, None);
        if self.meeting().is_some() {
            app.over = Some(Over::Worth(self));
            return Vec::new();
        }
        self.finish(app)
    }

    /// Makes the change with the answers given so far.
    pub(in crate::app) fn finish(mut self, app: &mut App) -> Vec<Effect> {
        let is_typed = app.is_typed(&self.operation);
        for ((_, draft), worth) in self.operation.unrated_meetings().into_iter().zip(&self.answers) {
            draft.rating = *worth;
        }
        // The line asks for the same with the answer then, also where it stays open because that is refused.
        if let (true, Mode::Entry(entry)) = (is_typed, &mut app.day.mode) {
            entry.answer(self.answers.pop().flatten());
        }
        app.apply(self.operation)
    }
}

impl App {
    /// Makes a change that books blocks; first it is asked what its meetings were worth, if the teacher wants that.
    pub(in crate::app) fn apply_asking(&mut self, operation: Operation) -> Vec<Effect> {
        if !self.known.profile().ask_worth {
            return self.apply(operation);
        }
        match Worth::new(operation) {
            Ok(worth) => {
                self.over = Some(Over::Worth(Box::new(worth)));
                Vec::new()
            }
            Err(operation) => self.apply(operation),
        }
    }
}
