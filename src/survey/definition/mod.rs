//! The definition of a survey: the public file that says who asks what, of whom, until when, and to whom the responses
//! are sealed.

mod code;
mod draft;
mod fault;
mod fingerprint;
mod group;
mod load;
mod preset;
mod read;
mod table;
mod wording;

pub use code::{Code, NOT_SAID};
pub use draft::{BadDraft, Draft};
pub use fault::{BadDefinition, Fault};
pub use fingerprint::Fingerprint;
pub use group::{Group, GroupAnswer};
pub use load::{LoadError, LoadFault, load};
pub use preset::{preset, presets};
pub use wording::Wording;

use super::Recipient;
use crate::diary::Sent;
use crate::domain::{DefinitionHash, WeekId};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// A definition that was read and makes sense. Nothing in it can be changed: another one would be another survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    text: String,
    hash: DefinitionHash,
    /// Random, so that two surveys with the same words are two.
    pub id: String,
    /// What it is called.
    pub title: Wording,
    /// Who asks, and how to reach them.
    pub contact: Wording,
    /// The weeks it asks about.
    pub weeks: RangeInclusive<WeekId>,
    /// The last day on which responses are taken.
    pub closes: NaiveDate,
    /// Whose key opens the responses.
    pub recipient: Recipient,
    /// Minutes that times are rounded to.
    pub rounding: u32,
    /// The fewest respondents of which anything is reported.
    pub min_group: u32,
    /// Whether the weeks of one respondent can be told to belong together.
    pub panel: bool,
    /// What is asked beside the categories.
    pub asks: Asks,
    /// How many people are asked to take part; none where the coordinator does not know.
    pub staff: Option<u32>,
    /// What respondents say of themselves.
    pub groups: Vec<Group>,
}

/// What a survey asks beside the minutes of the categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct Asks {
    /// The minutes of the built-in activities.
    pub activities: bool,
    /// How many meetings, and how long.
    pub meetings: bool,
    /// The minutes with parents outside the reply window.
    pub late_parent_messages: bool,
    /// Whether the 15 % goal was met, and the change in bands.
    pub goal: bool,
    /// How many meetings were given each rating.
    pub ratings: bool,
}

impl Asks {
    /// What can be asked, as definitions name it.
    pub const NAMES: [&'static str; 5] = [
        "activities",
        "meetings",
        "late_parent_messages",
        "goal",
        "ratings",
    ];

    /// Whether each of [`Asks::NAMES`] is asked, in their order.
    #[must_use]
    pub const fn flags(self) -> [bool; 5] {
        [
            self.activities,
            self.meetings,
            self.late_parent_messages,
            self.goal,
            self.ratings,
        ]
    }

    /// The inverse of [`Asks::flags`].
    #[must_use]
    pub const fn from_flags(flags: [bool; 5]) -> Self {
        let [activities, meetings, late_parent_messages, goal, ratings] = flags;
        Self {
            activities,
            meetings,
            late_parent_messages,
            goal,
            ratings,
        }
    }
}

impl Definition {
    /// The version of the format that this program reads and writes.
    pub const VERSION: u32 = 1;
    /// The most bytes of a definition's file.
    pub const MOST_BYTES: usize = 64 * 1024;
    /// The most groups, so that a response fits into its fixed size.
    pub const MOST_GROUPS: usize = 12;
    /// The most answers of a group: coarse ones are meant.
    pub const MOST_ANSWERS: usize = 400;
    /// How many answers deep a tree of them can be.
    pub const DEEPEST: usize = 6;
    /// The most characters of a title.
    pub const LONGEST_TITLE: usize = Sent::LONGEST_TITLE;
    /// The most characters of a contact.
    pub const LONGEST_CONTACT: usize = 200;
    /// The most characters of the name of a group or an answer.
    pub const LONGEST_NAME: usize = 60;
    /// The most weeks of a survey: two school years.
    pub const MOST_WEEKS: u32 = 106;
    /// What `rounding` can be: finer than 5 minutes, a week would be as good as a name.
    pub const ROUNDING: RangeInclusive<u32> = 5..=60;
    /// The rounding where nothing is said.
    pub const USUAL_ROUNDING: u32 = 15;
    /// What `min_group` can be.
    pub const MIN_GROUP: RangeInclusive<u32> = 5..=1000;
    /// The smallest group where nothing is said.
    pub const USUAL_MIN_GROUP: u32 = 10;
    /// The most people behind an answer, or asked at all.
    pub const MOST_STAFF: u32 = 100_000_000;

    /// The text it was read from, without byte order mark and with plain line ends: what the hash is of.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The SHA-256 of [`Definition::text`]; of a file that [`Draft::write`] made, of the file as it is.
    #[must_use]
    pub const fn hash(&self) -> DefinitionHash {
        self.hash
    }

    /// A short form of the hash that can be read out on the telephone.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.hash)
    }

    /// The group of a code.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.iter().find(|g| g.code.as_str() == code)
    }
}

#[cfg(test)]
pub(crate) mod tests;
