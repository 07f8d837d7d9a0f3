//! All that the program can do, found by name.

use super::Over;
use crate::app::{App, Effect, Line, List};
use crate::keymap::{Action, Key};

/// What is typed, and what it fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// What is typed.
    pub line: Line,
    /// The actions that fit it, the best first.
    pub fits: Vec<Action>,
    /// The selected line.
    pub list: List,
}

impl Palette {
    /// The palette with nothing typed.
    #[must_use]
    pub fn new() -> Self {
        Self {
            fits: Action::ALL.to_vec(),
            ..Self::default()
        }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        (&mut self.list, self.fits.len())
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action == Action::Accept {
            return match self.fits.get(self.list.at(self.fits.len())) {
                Some(action) => app.act_anywhere(*action),
                None => Vec::new(),
            };
        }
        self.list.act(action, self.fits.len());
        app.over = Some(Over::Palette(self));
        Vec::new()
    }

    pub(super) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        self.line.edit(key);
        app.over = Some(Over::Palette(self));
        Vec::new()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.line.insert(text);
        Vec::new()
    }
}
