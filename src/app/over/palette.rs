//! All that the program can do, found by name.

mod catalogue;
mod fuzzy;

pub use catalogue::{Catalogue, Fit};

use super::Over;
use crate::app::{App, Effect, Line, List};
use crate::keymap::{Action, Key};

/// What is typed, and what it fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// What is typed.
    pub line: Line,
    /// The actions that fit it, the best first.
    pub fits: Vec<Fit>,
    /// The selected line.
    pub list: List,
    catalogue: Catalogue,
}

impl Palette {
    /// The palette with nothing typed, and what is to be asked for: what the actions are called. Closing a day that is
    /// `closed` means to open it again.
    #[must_use]
    pub fn new(closed: bool) -> (Self, Effect) {
        (Self::default(), Effect::NameActions { closed })
    }

    pub(in crate::app) fn take(&mut self, catalogue: Catalogue) {
        self.catalogue = catalogue;
        self.changed();
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        (&mut self.list, self.fits.len())
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let chosen = self.fits.get(self.list.at(self.fits.len()));
        if action == Action::Accept
            && let Some(fit) = chosen
        {
            return app.act_anywhere(fit.action);
        }
        self.list.act(action, self.fits.len());
        app.over = Some(Over::Palette(self));
        Vec::new()
    }

    pub(super) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        let before = self.line.text().to_owned();
        self.line.edit(key);
        if self.line.text() != before {
            self.changed();
        }
        app.over = Some(Over::Palette(self));
        Vec::new()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.line.insert(text);
        self.changed();
        Vec::new()
    }

    fn changed(&mut self) {
        self.fits = self.catalogue.fits(self.line.text());
        self.list = List::default();
    }
}
