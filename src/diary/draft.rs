//! Blocks that are not booked yet, and changes to booked ones.

use super::Refusal;
use crate::domain::{Activity, Block, Day, Note, Rating, Span};

/// When a block takes place, as a teacher says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At a time, or some time that day.
    Span(Span),
    /// So many minutes from the end of the day's last block.
    AfterLast(u32),
}

impl When {
    /// The span on a given day.
    ///
    /// # Errors
    /// [`Refusal::NoLastBlock`] where there is nothing to follow, [`Refusal::Span`] where the span leaves the day.
    pub fn resolve(self, day: &Day) -> Result<Span, Refusal> {
        match self {
            Self::Span(span) => Ok(span),
            Self::AfterLast(minutes) => {
                let start = day.last_end().ok_or(Refusal::NoLastBlock(day.date))?;
                Span::clocked(start, start.saturating_add(minutes)).map_err(Refusal::Span)
            }
        }
    }
}

/// A block to be booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// When, or how long.
    pub when: When,
    /// What.
    pub activity: Activity,
    /// The note, perhaps empty.
    pub note: Note,
    /// How much it was worth.
    pub rating: Option<Rating>,
    /// Whether it is a secondary activity.
    pub parallel: bool,
}

impl Draft {
    /// The draft that would book a block again.
    #[must_use]
    pub fn of(block: &Block) -> Self {
        Self {
            when: When::Span(block.span),
            activity: block.activity.clone(),
            note: block.note.clone(),
            rating: block.rating,
            parallel: block.parallel,
        }
    }
}

/// What to change in a block; what is none stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mend {
    /// Another time.
    pub when: Option<When>,
    /// Another activity.
    pub activity: Option<Activity>,
    /// Another note.
    pub note: Option<Note>,
    /// Another rating, or none.
    pub rating: Option<Option<Rating>>,
    /// Parallel or not.
    pub parallel: Option<bool>,
}

impl Mend {
    /// The mended block, as a draft.
    #[must_use]
    pub fn applied_to(&self, block: &Block) -> Draft {
        let old = Draft::of(block);
        Draft {
            when: self.when.unwrap_or(old.when),
            activity: self.activity.clone().unwrap_or(old.activity),
            note: self.note.clone().unwrap_or(old.note),
            rating: self.rating.unwrap_or(old.rating),
            parallel: self.parallel.unwrap_or(old.parallel),
        }
    }
}

impl From<Draft> for Mend {
    /// A change that leaves nothing of the old block but its id.
    fn from(draft: Draft) -> Self {
        Self {
            when: Some(draft.when),
            activity: Some(draft.activity),
            note: Some(draft.note),
            rating: Some(draft.rating),
            parallel: Some(draft.parallel),
        }
    }
}
