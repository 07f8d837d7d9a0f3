//! What an entry is read against.

use super::Lexicon;
use crate::domain::{Activity, BellSchedule};

/// What an entry is read against: the activities there are and the school's bells. No clock, no day, no I/O.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The activities, indexed.
    pub lexicon: &'a Lexicon,
    /// The periods that `p3` means.
    pub bells: &'a BellSchedule,
    /// The activity of the block that is being edited: its long form (`reports/weekly`) is accepted even if its
    /// definition is gone.
    pub keep: Option<&'a Activity>,
}

impl<'a> Context<'a> {
    /// The context of a new entry.
    #[must_use]
    pub const fn new(lexicon: &'a Lexicon, bells: &'a BellSchedule) -> Self {
        Self {
            lexicon,
            bells,
            keep: None,
        }
    }

    /// The same for an entry that edits a block of this activity.
    #[must_use]
    pub const fn keeping(self, activity: &'a Activity) -> Self {
        Self {
            keep: Some(activity),
            ..self
        }
    }
}
