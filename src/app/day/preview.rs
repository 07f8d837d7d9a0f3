//! What the entry line would do.

use crate::diary::{Diary, Draft, Refusal, conflicts};
use crate::domain::{Block, Span};
use crate::entry::{self, Entry, EntryError};
use chrono::NaiveDate;

/// What the line would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// Nothing is typed.
    Nothing,
    /// It would book this.
    Block {
        /// What would be booked.
        draft: Draft,
        /// When, on the date shown.
        span: Span,
        /// Blocks in the way.
        conflicts: Vec<(NaiveDate, Block)>,
    },
    /// Understood so far, but something is missing yet; with what is said about that.
    Part(Entry, EntryError),
    /// Not understood.
    Bad(EntryError),
    /// Understood, but it cannot be booked.
    Refused(Refusal),
}

impl Preview {
    /// What a line would do on a date; `edited` is the block that it changes.
    pub(super) fn of(
        text: &str,
        date: NaiveDate,
        diary: &Diary,
        context: &entry::Context<'_>,
        edited: Option<&Block>,
    ) -> Self {
        if text.trim().is_empty() {
            return Self::Nothing;
        }
        let entry = match entry::parse(text, context) {
            Ok(entry) => entry,
            Err(error) => return Self::Bad(error),
        };
        let draft = match entry.clone().into_draft() {
            Ok(draft) => draft,
            Err(missing) => return Self::Part(entry, missing),
        };
        let mut day = diary.day(date).into_owned();
        if let Some(block) = edited {
            day.remove(&block.id); // the block being changed does not count as the last one
        }
        match draft.when.resolve(&day) {
            Ok(span) => {
                let conflicts = if draft.parallel {
                    Vec::new()
                } else {
                    conflicts(diary, date, span, edited.map(|b| &b.id))
                };
                Self::Block {
                    draft,
                    span,
                    conflicts,
                }
            }
            Err(refusal) => Self::Refused(refusal),
        }
    }
}
