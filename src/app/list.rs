//! A list with one line selected, of which a part is on the screen.

use crate::keymap::Action;
use std::cell::Cell;

/// The selected line of a list. How many lines there are, the owner says each time; how many fit, drawing leaves here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    at: usize,
    rows: Cell<usize>,
}

impl List {
    /// A list with this line selected.
    #[must_use]
    pub const fn on(at: usize) -> Self {
        Self {
            at,
            rows: Cell::new(0),
        }
    }

    /// The selected line of so many, from 0; 0 where there are none.
    #[must_use]
    pub fn at(&self, lines: usize) -> usize {
        self.at.min(lines.saturating_sub(1))
    }

    /// Selects a line.
    pub fn select(&mut self, at: usize) {
        self.at = at;
    }

    /// The first line to show of so many where so many fit: all of them if they do, else the selected one is among them.
    #[must_use]
    pub fn first(&self, lines: usize, rows: usize) -> usize {
        self.rows.set(rows);
        let last_start = lines.saturating_sub(rows);
        self.at(lines).saturating_sub(rows / 2).min(last_start)
    }

    /// Whether a line is among those shown; before anything is drawn, all are taken to be.
    #[must_use]
    pub fn shows(&self, line: usize, lines: usize) -> bool {
        let rows = self.rows.get();
        let first = self.first(lines, rows);
        rows == 0 || (first..first + rows).contains(&line)
    }

    /// Does what a key asks for; false if it asks for nothing that moves in a list.
    pub fn act(&mut self, action: Action, lines: usize) -> bool {
        let (at, last) = (self.at(lines), lines.saturating_sub(1));
        let page = self.rows.get().saturating_sub(1).max(1); // a line of the page before stays
        self.at = match action {
            Action::Up => at.saturating_sub(1),
            Action::Down => (at + 1).min(last),
            Action::PageUp => at.saturating_sub(page),
            Action::PageDown => (at + page).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_line_is_always_shown() {
        for lines in 1..40 {
            for rows in 1..20 {
                for at in 0..lines {
                    let first = List::on(at).first(lines, rows);
                    assert!((first..first + rows).contains(&at));
                    assert!(first == 0 || first + rows <= lines, "no empty rows below");
                    let list = List::on(at);
                    assert!(list.shows(lines - 1, lines), "not drawn yet");
                    let first = list.first(lines, rows);
                    assert!(list.shows(at, lines) && !list.shows(first + rows, lines));
                }
            }
        }
    }

    #[test]
    fn keys_stay_inside() {
        let mut list = List::default();
        assert_eq!(list.first(30, 10), 0);
        for (action, at) in [
            (Action::Up, 0),
            (Action::Down, 1),
            (Action::PageDown, 10),
            (Action::Last, 29),
            (Action::Down, 29),
            (Action::PageUp, 20),
            (Action::First, 0),
        ] {
            assert!(list.act(action, 30));
            assert_eq!(list.at(30), at, "{action}");
        }
        assert_eq!(List::on(9).at(3), 2);
        assert_eq!(List::default().at(0), 0);
        assert!(!list.act(Action::Accept, 30));
    }
}
