//! A line to be typed over a screen.

use super::baseline::{self, read_minutes};
use super::{MarkDays, Over};
use crate::app::{App, Effect, Line, SettingsRow, TimetableLine, Wrong};
use crate::domain::DayKind;
use crate::figures::Rule;
use crate::keymap::{Action, Key};

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Why there is no school on the day shown.
    Reason,
    /// Why there is no school on the days selected in the calendar.
    ReasonFor(Box<MarkDays>),
    /// The value of a line of the settings.
    Setting(SettingsRow),
    /// Non-teaching minutes of a five-day week, the baseline.
    BaselineMinutes,
    /// The limit of a rule of the burden list.
    Rule(Rule),
    /// Something of the timetable.
    Timetable(TimetableLine),
}

/// A line to be typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    /// What it is for.
    pub wanted: Wanted,
    /// What is typed.
    pub line: Line,
    /// What is there now, shown while nothing is typed; typing takes its place. Empty for none.
    pub hint: String,
    /// What is wrong with a value of the settings; none until Enter was pressed.
    pub wrong: Option<Wrong>,
    /// What it was opened from, and what is there again without a change; none where that is the screen.
    back: Option<Box<Over>>,
}

impl Prompt {
    /// A line that begins with a text.
    #[must_use]
    pub fn new(wanted: Wanted, text: &str) -> Self {
        Self {
            wanted,
            line: Line::new(text),
            hint: String::new(),
            wrong: None,
            back: None,
        }
    }

    /// The same, opened from something that is to be there again if nothing is typed after all.
    #[must_use]
    pub fn back_to(self, over: Over) -> Self {
        Self {
            back: Some(Box::new(over)),
            ..self
        }
    }

    /// The same with what is there now.
    #[must_use]
    pub fn instead_of(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    pub(in crate::app) fn cancel(self, app: &mut App) -> Vec<Effect> {
        app.over = self.back.map(|over| *over);
        Vec::new()
    }

    pub(super) fn act(self, app: &mut App, action: Action) -> Vec<Effect> {
        if let Wanted::Timetable(line) = &self.wanted {
            let line = line.clone();
            // In a cell the keys up and down save too, as in a sheet.
            let is_cell = matches!(line, TimetableLine::Cell { .. });
            let moves = is_cell && matches!(action, Action::Down | Action::Up);
            if action == Action::Accept || moves {
                return app.take_timetable_line(&line, self, action != Action::Up);
            }
        }
        if action != Action::Accept {
            app.over = Some(Over::Prompt(self));
            return Vec::new();
        }
        match self.wanted.clone() {
            Wanted::Reason => {
                if let Ok(kind) = DayKind::off(self.line.text()) {
                    return app.mark(kind);
                }
                app.over = Some(Over::Prompt(self)); // drawn as too long
                Vec::new()
            }
            Wanted::ReasonFor(days) => {
                if let Ok(kind) = DayKind::off(self.line.text()) {
                    return days.mark(app, &kind);
                }
                app.over = Some(Over::Prompt(self)); // drawn as too long
                Vec::new()
            }
            Wanted::BaselineMinutes => {
                if let Ok(choice) = read_minutes(self.line.text()) {
                    return baseline::set(app, choice);
                }
                app.over = Some(Over::Prompt(self)); // drawn as no minutes of a week
                Vec::new()
            }
            Wanted::Setting(row) => app.type_setting(&row, self),
            Wanted::Rule(rule) => app.type_rule(rule, self),
            Wanted::Timetable(_) => Vec::new(), // taken above
        }
    }

    pub(super) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if self.line.edit(key) {
            self.wrong = None;
        }
        app.over = Some(Over::Prompt(self));
        Vec::new()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.line.insert(text);
        self.wrong = None;
        Vec::new()
    }
}
