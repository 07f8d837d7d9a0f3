//! The search over all notes.

use super::Over;
use crate::app::{App, Effect, Line, List, Query};
use crate::domain::Block;
use crate::keymap::{Action, Key};
use chrono::NaiveDate;

/// What is looked for, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// What is typed.
    pub line: Line,
    /// What was found for it, the newest first; none until it is read.
    pub found: Option<Vec<(NaiveDate, Block)>>,
    /// The selected line.
    pub list: List,
}

impl Search {
    /// The most blocks that are shown.
    pub const MOST: usize = 200;

    pub(super) fn take(&mut self, text: &str, blocks: Vec<(NaiveDate, Block)>) {
        if text == self.line.text() {
            self.found = Some(blocks);
        }
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.found.as_ref().map_or(0, Vec::len);
        (&mut self.list, lines)
    }

    /// What is to be read before it can be drawn; none where that is done.
    #[must_use]
    pub fn unread(&self) -> Option<Query> {
        let wanted = !self.line.text().trim().is_empty() && self.found.is_none();
        wanted.then(|| Query::Search {
            text: self.line.text().to_owned(),
            most: Self::MOST,
        })
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action == Action::Accept {
            let (list, lines) = self.lines();
            let at = list.at(lines);
            let Some((date, block)) = self.found.as_ref().and_then(|found| found.get(at)) else {
                app.over = Some(Over::Search(self));
                return Vec::new();
            };
            return app.go_to_block(*date, block.id.clone());
        }
        let (list, lines) = self.lines();
        list.act(action, lines);
        app.over = Some(Over::Search(self));
        Vec::new()
    }

    fn changed(&mut self) {
        self.found = None;
        self.list = List::default();
    }

    pub(super) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        let before = self.line.text().to_owned();
        self.line.edit(key);
        if self.line.text() != before {
            self.changed();
        }
        app.over = Some(Over::Search(self));
        Vec::new()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.line.insert(text);
        self.changed();
        Vec::new()
    }
}
