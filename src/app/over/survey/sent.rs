//! What was sent once, in words and exactly as it was sealed.

use crate::app::{App, Effect, Over, Scroll};
use crate::diary::Sent;
use crate::keymap::Action;
use crate::survey::FieldLine;

/// An entry of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct SentView {
    /// The entry.
    pub sent: Sent,
    /// The same in words; nothing where its survey was left, or the words do not fit its definition.
    pub lines: Vec<FieldLine>,
    /// How far it is scrolled.
    pub scroll: Scroll,
}

impl SentView {
    /// An entry from its beginning.
    #[must_use]
    pub fn new(sent: &Sent, lines: &[FieldLine]) -> Self {
        Self {
            sent: sent.clone(),
            lines: lines.to_vec(),
            scroll: Scroll::default(),
        }
    }

    pub(in crate::app::over) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        self.scroll.act(action);
        app.over = Some(Over::Sent(Box::new(self)));
        Vec::new()
    }
}
