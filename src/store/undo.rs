//! Which changes can be undone and redone. The state is a fold over the journal, so it survives restarts and rebuilds.

use super::journal::Op;
use serde::{Deserialize, Serialize};

/// How many changes can be undone.
const DEPTH: usize = 1000;

/// The numbers of the changes that can be undone and redone, the next one last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct UndoState {
    undo: Vec<u64>,
    redo: Vec<u64>,
}

impl UndoState {
    pub(super) fn next_undo(&self) -> Option<u64> {
        self.undo.last().copied()
    }

    pub(super) fn next_redo(&self) -> Option<u64> {
        self.redo.last().copied()
    }

    /// What the state is after a change.
    pub(super) fn record(&mut self, seq: u64, op: Op) {
        match op {
            Op::Do => {
                self.undo.push(seq);
                self.redo.clear();
            }
            Op::Undo(of) => {
                self.undo.retain(|s| *s != of);
                self.redo.push(of);
            }
            Op::Redo(of) => {
                self.redo.retain(|s| *s != of);
                self.undo.push(of);
            }
            Op::Keep => {}
        }
        let surplus = self.undo.len().saturating_sub(DEPTH);
        self.undo.drain(..surplus);
    }

    /// Forgets changes up to a number, whose journal lines are gone.
    pub(super) fn forget_through(&mut self, seq: u64) {
        self.undo.retain(|s| *s > seq);
        self.redo.retain(|s| *s > seq);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_and_redo_walk_the_changes() {
        let mut state = UndoState::default();
        state.record(1, Op::Do);
        state.record(2, Op::Do);
        state.record(3, Op::Undo(2));
        assert_eq!((state.next_undo(), state.next_redo()), (Some(1), Some(2)));
        state.record(4, Op::Redo(2));
        assert_eq!((state.next_undo(), state.next_redo()), (Some(2), None));
        state.record(5, Op::Undo(2));
        state.record(6, Op::Keep);
        assert_eq!(
            (state.next_undo(), state.next_redo()),
            (Some(1), Some(2)),
            "a fact is passed over"
        );
        state.record(7, Op::Do);
        assert_eq!(
            (state.next_undo(), state.next_redo()),
            (Some(7), None),
            "a new change ends the redo"
        );
        state.forget_through(7);
        assert_eq!(state.next_undo(), None);
    }
}
