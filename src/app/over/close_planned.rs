//! What becomes of the plan that waits when the day is closed.

use super::Over;
use crate::app::{App, DayScreen, Effect, List};
use crate::diary::Draft;
use crate::domain::Span;
use crate::keymap::Action;

/// A way to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseWay {
    /// Confirm what is free, and close.
    Confirm,
    /// Close without what waits.
    Without,
    /// Do not close yet.
    NotYet,
}

/// The question.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosePlanned {
    /// What would be confirmed: what waits and is free.
    pub free: Vec<(Span, Draft)>,
    /// How many wait in whose time something else stands.
    pub taken: usize,
    /// The selected line.
    pub list: List,
}

impl ClosePlanned {
    /// The question about what waits on a day.
    #[must_use]
    pub fn new(screen: &DayScreen) -> Self {
        let free = screen.free();
        Self {
            taken: screen.planned().len() - free.len(),
            free,
            list: List::default(),
        }
    }

    /// The lines to choose from. What can be done with Enter is the first; where nothing is free, nothing is confirmed.
    #[must_use]
    pub const fn ways(&self) -> &'static [CloseWay] {
        if self.free.is_empty() {
            &[CloseWay::Without, CloseWay::NotYet]
        } else {
            &[CloseWay::Confirm, CloseWay::Without, CloseWay::NotYet]
        }
    }

    pub(super) const fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.ways().len();
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let ways = self.ways();
        if action != Action::Accept {
            self.list.act(action, ways.len());
            app.over = Some(Over::ClosePlanned(self));
            return Vec::new();
        }
        match ways.get(self.list.at(ways.len())) {
            Some(CloseWay::Confirm) => app.apply(app.day.closing(self.free)),
            Some(CloseWay::Without) => app.apply(app.day.closing(Vec::new())),
            Some(CloseWay::NotYet) | None => Vec::new(),
        }
    }
}
