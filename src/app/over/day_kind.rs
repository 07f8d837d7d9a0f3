//! Whether a day is a school day, and if not, why.

use super::{Over, Prompt, Wanted};
use crate::app::{App, Effect, List};
use crate::diary::Operation;
use crate::domain::DayKind;
use crate::keymap::Action;

/// The menu: a school day, off, off for each of the usual reasons, off for another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayKindMenu {
    /// The selected line.
    pub list: List,
}

impl DayKindMenu {
    /// The lines that are not for another reason.
    const KNOWN: usize = 2 + DayKind::REASONS.len();

    /// How many lines there are to choose from.
    pub const LINES: usize = Self::KNOWN + 1;

    /// The menu with what the day is selected.
    #[must_use]
    pub fn new(kind: &DayKind) -> Self {
        let at = (0..Self::KNOWN).find(|line| Self::kind(*line).as_ref() == Some(kind));
        Self {
            list: List::on(at.unwrap_or(Self::KNOWN)),
        }
    }

    /// What a line makes of the day; none for the one that asks for a reason.
    #[must_use]
    pub fn kind(line: usize) -> Option<DayKind> {
        match line {
            0 => Some(DayKind::School),
            1 => Some(DayKind::Off(None)),
            _ => DayKind::off(DayKind::REASONS.get(line - 2)?).ok(),
        }
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action != Action::Accept {
            self.list.act(action, Self::LINES);
            app.over = Some(Over::DayKind(self));
            return Vec::new();
        }
        let date = app.day.date;
        if let Some(kind) = Self::kind(self.list.at(Self::LINES)) {
            return app.apply(Operation::Mark { date, kind });
        }
        let old = match app.day.day().kind() {
            DayKind::Off(Some(reason)) if !DayKind::REASONS.contains(&reason.as_str()) => reason,
            _ => String::new(),
        };
        let prompt = Prompt::new(Wanted::Reason, &old);
        app.over = Some(Over::Prompt(prompt.back_to(Over::DayKind(self))));
        Vec::new()
    }
}
