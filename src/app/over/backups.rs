//! The backups there are.

use super::{Over, Question};
use crate::app::{App, Effect, List, Query, Read, Task};
use crate::keymap::Action;
use crate::store::BackupInfo;

/// The list of backups; its first line makes one more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backups {
    /// The backups, the newest first.
    pub backups: Read<Vec<BackupInfo>>,
    /// The selected line.
    pub list: List,
}

impl Backups {
    /// The list, and what is to be read for it.
    #[must_use]
    pub fn new() -> (Self, Effect) {
        (Self::default(), Effect::Read(Query::Backups))
    }

    pub(super) fn take(&mut self, backups: Vec<BackupInfo>) {
        self.backups = Some(Ok(backups));
    }

    /// The backups that are read.
    fn read(&self) -> &[BackupInfo] {
        match &self.backups {
            Some(Ok(backups)) => backups,
            _ => &[],
        }
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.read().len()
    }

    /// The backup of a line; none for the one that makes one more.
    #[must_use]
    pub fn at(&self, line: usize) -> Option<&BackupInfo> {
        self.read().get(line.checked_sub(1)?)
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.count();
        (&mut self.list, lines)
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let (list, lines) = self.lines();
        if list.act(action, lines) || action != Action::Accept {
            app.over = Some(Over::Backups(self));
            return Vec::new();
        }
        if let Some(backup) = self.at(self.list.at(lines)) {
            app.over = Some(Over::Ask(Question::Restore(backup.name.to_string())));
            return Vec::new();
        }
        app.over = Some(Over::Backups(self));
        let task = Task::BackUp;
        let date = app.day.date;
        vec![Effect::Maintain { date, task }, Effect::Read(Query::Backups)]
    }
}
