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
    /// The selected line; the one after the ways goes back to the entry line.
    pub list: List,
}

impl Overlap {
    /// The policies of the ways, in their order.
    pub const POLICIES: [OnOverlap; 3] = [OnOverlap::Trim, OnOverlap::Replace, OnOverlap::Parallel];

    /// How many lines there are to choose from.
    pub const LINES: usize = Self::POLICIES.len() + 1;

    /// The question about an operation that is refused because of `other`.
    #[must_use]
    pub fn new(operation: Operation, other: (NaiveDate, Block), diary: &Diary) -> Self {
        let ways = Self::POLICIES.map(|policy| Way {
            policy,
            effect: operation.clone().with_policy(policy).apply(&mut diary.clone()),
        });
        let first = ways.iter().position(|w| w.effect.is_ok());
        Self {
            operation,
            other,
            list: List::on(first.unwrap_or(ways.len())),
            ways,
        }
    }

    pub(super) fn act(mut self: Box<Self>, app: &mut App, action: Action) -> Vec<Effect> {
        let line = match action {
            Action::Trim => Some(0),
            Action::Replace => Some(1),
            Action::Parallel => Some(2),
            _ => None,
        };
        if let Some(line) = line {
            self.list.select(line);
        } else if action != Action::Accept {
            self.list.act(action, Self::LINES);
            app.over = Some(Over::Overlap(self));
            return Vec::new();
        }
        match self.ways.get(self.list.at(Self::LINES)) {
            Some(Way {
                effect: Ok(_),
                policy,
            }) => app.apply(self.operation.with_policy(*policy)),
            Some(_) => {
                app.over = Some(Over::Overlap(self)); // the line says why not
                Vec::new()
            }
            None => self.go_on_typing(app),
        }
    }

    /// Back to the entry line; with the new block in it, where it came from somewhere else.
    fn go_on_typing(self, app: &mut App) -> Vec<Effect> {
        match &self.operation {
            Operation::Add { drafts, .. } if matches!(app.day.mode, Mode::Browse) => {
                match drafts.as_slice() {
                    [draft] => {
                        let line = EntryLine::of(draft, &app.known, app.prefs.lang);
                        app.open_line(line)
                    }
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }
}
