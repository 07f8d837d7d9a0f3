//! The ways out where new blocks overlap old ones, each with what it would do.

use super::Over;
use crate::app::{App, Effect, EntryLine, List, Mode};
use crate::diary::{Diary, OnOverlap, Operation, Outcome, Refusal};
use crate::domain::Block;
use crate::keymap::Action;
use chrono::NaiveDate;

/// A way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// What becomes of the overlap.
    pub policy: OnOverlap,
    /// What that would do, or why it cannot be done.
    pub effect: Result<Outcome, Refusal>,
}

/// The question what to do about an overlap.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// What was to be done.
    pub operation: Operation,
    /// The first block in the way, and its date.
    pub other: (NaiveDate, Block),
    /// Shorten the new, replace the old, keep both; in this order.
    pub ways: [Way; 3],
    /// The selected line: the first goes back to the entry line, the ways follow.
    pub list: List,
}

impl Overlap {
    /// The policies of the ways, in their order.
    pub const POLICIES: [OnOverlap; 3] = [OnOverlap::Trim, OnOverlap::Replace, OnOverlap::Parallel];

    /// How many lines there are to choose from.
    pub const LINES: usize = Self::POLICIES.len() + 1;

    /// The question about an operation that is refused because of `other`. What changes nothing is selected: who types
    /// on without looking up must not destroy anything.
    #[must_use]
    pub fn new(operation: Operation, other: (NaiveDate, Block), diary: &Diary) -> Self {
        let ways = Self::POLICIES.map(|policy| Way {
            policy,
            effect: operation.clone().with_policy(policy).apply(&mut diary.clone()),
        });
        Self {
            operation,
            other,
            list: List::default(),
            ways,
        }
    }

    pub(super) fn act(mut self: Box<Self>, app: &mut App, action: Action) -> Vec<Effect> {
        match action {
            Action::Trim => self.list.select(1),
            Action::Replace => self.list.select(2),
            Action::Parallel => self.list.select(3),
            Action::Accept => {}
            _ => {
                self.list.act(action, Self::LINES);
                app.over = Some(Over::Overlap(self));
                return Vec::new();
            }
        }
        let way = self.list.at(Self::LINES).checked_sub(1);
        match way.and_then(|way| self.ways.get(way)) {
            Some(Way {
                effect: Ok(_),
                policy,
            }) => {
                let operation = self.operation.with_policy(*policy);
                if matches!(operation, Operation::Confirm { .. }) || app.is_typed(&operation) {
                    app.apply_asking(operation)
                } else {
                    app.apply(operation) // booked as it was elsewhere
                }
            }
            Some(_) => {
                app.over = Some(Over::Overlap(self)); // the line says why not
                Vec::new()
            }
            None => self.go_on_typing(app),
        }
    }

    /// Back to the entry line; with the new block in it, where it came from somewhere else.
    fn go_on_typing(self, app: &mut App) -> Vec<Effect> {
        if !matches!(app.day.mode, Mode::Browse) {
            return Vec::new();
        }
        match self.operation {
            Operation::Add { date, drafts, .. } => match drafts.as_slice() {
                [draft] => {
                    let line = EntryLine::of(date, draft, &app.known, app.prefs.lang);
                    app.open_line(line)
                }
                _ => Vec::new(),
            },
            Operation::Confirm { mut planned, .. } => match (planned.pop(), planned.is_empty()) {
                (Some((span, draft)), true) => app.edit_planned(span, &draft),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}
