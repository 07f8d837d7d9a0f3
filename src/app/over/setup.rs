//! The questions of the first start.

use super::Over;
use crate::app::{App, Effect, List};
use crate::keymap::{Action, Key};

/// The questions, one at a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setup {
    /// The selected line.
    pub list: List,
}

impl Setup {
    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        (&mut self.list, 0)
    }

    pub(super) fn act(self, app: &mut App, action: Action) -> Vec<Effect> {
        let _ = action;
        app.over = Some(Over::Setup(self));
        Vec::new()
    }

    pub(super) fn cancel(self, app: &mut App) -> Vec<Effect> {
        let _ = (self, app);
        Vec::new()
    }

    pub(super) fn edit(self, app: &mut App, key: Key) -> Vec<Effect> {
        let _ = key;
        app.over = Some(Over::Setup(self));
        Vec::new()
    }
}
