//! The lists of the timetable: terms, bell schedules, and the entries of a cell.

use super::{App, Effect, List, Over};
use crate::app::{Screen, TimetableLine};
use crate::keymap::Action;
use crate::timetable::Slot;
use chrono::Weekday;

/// The terms, and a line that adds one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermList {
    /// The selected line.
    pub list: List,
}

/// The bell schedules, and lines that add the usual ones of a secondary and of a primary school.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BellList {
    /// The selected line.
    pub list: List,
}

/// The entries of a cell, and a line that adds one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellMenu {
    /// The day of the cell.
    pub weekday: Weekday,
    /// The row of the cell.
    pub slot: Slot,
    /// The selected line.
    pub list: List,
}

impl TermList {
    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = app.known.profile().terms.len() + 1;
        let at = self.list.at(lines);
        match action {
            Action::Accept => app.open_term(at, self),
            Action::Delete => {
                app.over = Some(Over::Terms(self));
                app.remove_term(at)
            }
            _ => {
                self.list.act(action, lines);
                app.over = Some(Over::Terms(self));
                Vec::new()
            }
        }
    }
}

impl BellList {
    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let lines = app.known.profile().bells.len() + 2;
        let at = self.list.at(lines);
        match action {
            Action::Accept => app.open_schedule(at, self),
            Action::Delete => {
                app.over = Some(Over::Bells(self));
                app.remove_schedule(at)
            }
            _ => {
                self.list.act(action, lines);
                app.over = Some(Over::Bells(self));
                Vec::new()
            }
        }
    }
}

impl CellMenu {
    pub(in crate::app) fn new(weekday: Weekday, slot: Slot) -> Self {
        Self {
            weekday,
            slot,
            list: List::default(),
        }
    }

    /// The entries of the cell, by their places among all that are shown.
    #[must_use]
    pub fn entries(&self, app: &App) -> Vec<usize> {
        let Screen::Timetable(screen) = app.screen() else {
            return Vec::new();
        };
        let grid = app.timetable_grid(screen);
        let row = grid.rows.iter().position(|r| r.slot == self.slot);
        row.map_or_else(Vec::new, |row| grid.cell(app.shown_entries(), row, self.weekday))
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let entries = self.entries(app);
        let lines = entries.len() + 1;
        let chosen = entries.get(self.list.at(lines)).copied();
        match (action, chosen) {
            (Action::Accept, Some(at)) => app.open_entry(at),
            (Action::Accept, None) => {
                let line = TimetableLine::Cell {
                    weekday: self.weekday,
                    slot: self.slot,
                    at: None,
                };
                app.type_line(line, "")
            }
            (Action::Delete, Some(at)) => {
                if entries.len() > 1 {
                    app.over = Some(Over::Cell(self));
                }
                app.remove_entries(&[at])
            }
            _ => {
                self.list.act(action, lines);
                app.over = Some(Over::Cell(self));
                Vec::new()
            }
        }
    }
}
