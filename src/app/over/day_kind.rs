//! Whether a day is a school day, and if not, why.

use super::{Over, Prompt, Wanted};
use crate::app::{App, Effect, List};
use crate::diary::Operation;
use crate::domain::DayKind;
use crate::keymap::Action;

/// The menu: a school day, off for each of the usual reasons, off for another reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayKindMenu {
    /// The selected line.
    pub list: List,
}

impl DayKindMenu {
    /// How many lines there are to choose from.
    pub const LINES: usize = 1 + DayKind::REASONS.len() + 1;

    /// The menu with what the day is selected.
    #[must_use]
    pub fn new(kind: &DayKind) -> Self {
        let usual = |reason: &str| DayKind::REASONS.iter().position(|r| *r == reason);
        let at = match kind {
            DayKind::School => 0,
            DayKind::Off(reason) => {
                let reason = reason.as_deref().unwrap_or_default();
                1 + usual(reason).unwrap_or(DayKind::REASONS.len())
            }
        };
        Self { list: List::on(at) }
    }

    /// What a line makes of the day; none for the one that asks for a reason.
    #[must_use]
    pub fn kind(line: usize) -> Option<DayKind> {
        match line.checked_sub(1) {
            None => Some(DayKind::School),
            Some(at) => DayKind::off(DayKind::REASONS.get(at)?).ok(),
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
        app.over = Some(Over::Prompt(Prompt::new(Wanted::Reason, &old)));
        Vec::new()
    }
}
