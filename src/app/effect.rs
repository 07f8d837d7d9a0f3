//! What the app asks for, and what it hears back. Both are values: somebody else opens the store and the terminal.

use crate::diary::{Diary, Operation, Outcome, Profile, Refusal};
use crate::domain::WeekId;
use crate::figures::Baseline;
use crate::keymap::Key;
use crate::store::Undone;
use chrono::{Days, NaiveDate};
use std::ops::RangeInclusive;

/// Something that happened outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The user came back: the terminal got the focus, or the program was resumed.
    Back,
    /// Nothing has happened for a while.
    Idle,
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read what the screen of a date shows.
    Load(NaiveDate),
    /// The same, if another process has changed the data since this sequence number.
    Refresh {
        /// The date shown.
        date: NaiveDate,
        /// The sequence number of what is shown.
        seen: u64,
    },
    /// Read every record in the user's pause, and mend what is damaged.
    Verify(NaiveDate),
    /// Change the diary, durably, then read the date again.
    Apply {
        /// The date shown.
        date: NaiveDate,
        /// The change.
        operation: Operation,
    },
    /// Take the last change back, then read its date.
    Undo(NaiveDate),
    /// Make it again, then read its date.
    Redo(NaiveDate),
    /// Hand the terminal back to the shell until resumed.
    Suspend,
    /// Leave.
    Quit,
}

/// What became of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// What there is to show.
    Loaded(Loaded),
    /// Nothing has changed since.
    Unchanged,
    /// The change is saved.
    Applied {
        /// The change asked for.
        operation: Operation,
        /// What it did to blocks.
        outcome: Outcome,
        /// How things stand now.
        loaded: Reread,
    },
    /// The change is refused; nothing is saved.
    Refused {
        /// The change asked for.
        operation: Operation,
        /// Why not.
        refusal: Refusal,
    },
    /// The last change is taken back, or made again.
    Reverted {
        /// What it was; none if there was none.
        undone: Option<Undone>,
        /// Made again, not taken back.
        redo: bool,
        /// How things stand now, on the date of the change.
        loaded: Reread,
    },
    /// It did not work; one sentence in the user's language. Nothing is saved.
    Failed(String),
}

/// What there is to show after a change that is saved, or why it could not be read, in the user's language: the change
/// stands all the same.
pub type Reread = Result<Loaded, String>;

/// What the screens of one date show.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The date asked for.
    pub date: NaiveDate,
    /// Counts the changes to the data, whoever made them.
    pub seq: u64,
    /// The days of [`Loaded::range`].
    pub diary: Diary,
    /// Goals, activities and bells.
    pub profile: Profile,
    /// What the week is compared with.
    pub baseline: Option<Baseline>,
    /// What opening the store had to say, in the user's language.
    pub notices: Vec<String>,
}

impl Loaded {
    /// The days that the screens of a date need: its week, and a day on either side for the overlap rule.
    #[must_use]
    pub fn range(date: NaiveDate) -> RangeInclusive<NaiveDate> {
        let week = WeekId::of(date);
        let (monday, sunday) = (week.monday(), week.sunday());
        let before = monday.checked_sub_days(Days::new(1)).unwrap_or(monday);
        let after = sunday.checked_add_days(Days::new(1)).unwrap_or(sunday);
        before..=after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_with_its_neighbours() {
        let friday: NaiveDate = "2026-11-20".parse().unwrap();
        let range = Loaded::range(friday);
        assert_eq!(range.start().to_string(), "2026-11-15");
        assert_eq!(range.end().to_string(), "2026-11-23");
    }
}
