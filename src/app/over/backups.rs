//! The backups there are.

use super::Over;
use crate::app::{App, Effect, List, Query};
use crate::keymap::Action;
use crate::store::BackupInfo;

/// The list of backups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backups {
    /// The backups, the newest first; none until they are read.
    pub backups: Option<Vec<BackupInfo>>,
    /// The selected line.
    pub list: List,
}

impl Backups {
    /// The list, and what is to be read for it.
    #[must_use]
    pub fn new() -> (Self, Effect) {
        (Self::default(), Effect::Read(Query::Backups))
    }

    pub(super) fn take(&mut self, mut backups: Vec<BackupInfo>) {
        backups.reverse();
        self.backups = Some(backups);
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.backups.as_ref().map_or(0, Vec::len);
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let (list, lines) = self.lines();
        list.act(action, lines);
        app.over = Some(Over::Backups(self));
        Vec::new()
    }
}
