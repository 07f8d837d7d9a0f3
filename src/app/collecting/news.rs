//! What whoever looks at the inbox tells the screen.

use crate::domain::WeekId;
use crate::survey::collector::{Collected, Coverage, Pace, Tally, Total};
use std::collections::BTreeMap;
use std::time::Duration;

/// Something that is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Refused {
    /// Its name, which can be shown.
    pub file: String,
    /// Why, in the user's language.
    pub why: String,
}

/// How far the look at the inbox is, and what it brought since this was told the last time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// What it found so far.
    pub tally: Tally,
    /// How much there is, where that is known.
    pub total: Option<Total>,
    /// How long it has taken.
    pub took: Duration,
    /// The responses that are in the dataset since, by week.
    pub came: BTreeMap<WeekId, u64>,
    /// What was found not to be taken since, and was not before this look.
    pub refused: Vec<Refused>,
}

impl Step {
    /// How fast it goes.
    #[must_use]
    pub fn pace(&self) -> Pace {
        Pace::of(&self.tally, self.total, self.took)
    }
}

/// What is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// What the dataset has, before anything is looked at.
    Before(Coverage),
    /// A look goes on.
    Reading(Box<Step>),
    /// A look is over, and what it came to: with what was not taken before and is no more there.
    Looked(Box<Step>, Box<Collected>, Vec<Refused>),
    /// Nothing can be collected at the moment, and why; it is tried again and again.
    Trouble(String),
    /// Nobody collects any more.
    Ended,
}
