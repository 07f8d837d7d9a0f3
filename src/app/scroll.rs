//! How far a page that is longer than the screen is scrolled.

use crate::keymap::Action;
use std::cell::Cell;

/// The first line shown of a page. How long the page is, only drawing it tells; it leaves that here, so that a key
/// never scrolls on beyond the end, from where the way back would seem dead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scroll {
    first: usize,
    /// The last line that may be the first one shown, and the lines that fit, when it was last drawn.
    room: Cell<(usize, usize)>,
}

impl Scroll {
    /// The first line to show of so many where so many fit.
    #[must_use]
    pub fn first(&self, lines: usize, rows: usize) -> usize {
        let last = lines.saturating_sub(rows);
        self.room.set((last, rows));
        self.first.min(last)
    }

    /// Does what a key asks for; false if that shows nothing else.
    pub fn moves(&mut self, action: Action) -> bool {
        let before = self.first.min(self.room.get().0);
        self.act(action);
        self.first != before
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action) {
        let (last, rows) = self.room.get();
        let page = rows.saturating_sub(1).max(1); // a line of the page before stays
        let first = self.first.min(last);
        self.first = match action {
            Action::Up => first.saturating_sub(1),
            Action::Down => first + 1,
            Action::PageUp => first.saturating_sub(page),
            Action::PageDown => first + page,
            Action::First => 0,
            Action::Last => last,
            _ => first,
        }
        .min(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stays_on_the_page() {
        let mut scroll = Scroll::default();
        let mut at = |action| {
            scroll.act(action);
            scroll.first(30, 10)
        };
        assert_eq!(at(Action::Up), 0);
        let keys = [
            (Action::Down, 1),
            (Action::PageDown, 10),
            (Action::PageDown, 19),
            (Action::PageDown, 20),
            (Action::Down, 20),
            (Action::Up, 19),
            (Action::PageUp, 10),
            (Action::Last, 20),
            (Action::Up, 19),
            (Action::First, 0),
        ];
        for (action, first) in keys {
            assert_eq!(at(action), first, "{action}");
        }
    }
}
