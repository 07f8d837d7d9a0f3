//! What is read for the survey screen, and what is written from it: values that go out and come back.

use crate::diary::Sent;
use crate::domain::{DefinitionHash, WeekId};
use crate::survey::{Definition, Prepared};
use chrono::NaiveDate;

/// What the survey screen asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyAsked {
    /// The survey; none where none is joined: then only what was sent is read.
    pub survey: Option<DefinitionHash>,
    /// The week; none for the one that is most likely meant.
    pub week: Option<WeekId>,
    /// The date.
    pub today: NaiveDate,
    /// The sequence number of the data that are shown: after a change it is asked again.
    pub seq: u64,
}

/// What there is to show of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SurveyReading {
    /// The week.
    pub week: Option<WeekId>,
    /// What would be sent for it, or why nothing can be, in the user's language; none where no survey was asked for.
    pub prepared: Option<Result<Prepared, String>>,
    /// All that was ever sent, newest first.
    pub sent: Vec<Sent>,
}

impl SurveyReading {
    /// That nothing could be read.
    pub(super) fn failed(why: String) -> Self {
        Self {
            prepared: Some(Err(why)),
            ..Self::default()
        }
    }
}

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyAnswer {
    /// What was asked for.
    pub asked: SurveyAsked,
    /// What it came to, or why it cannot be read, in the user's language.
    pub reading: Result<SurveyReading, String>,
}

/// What is to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Writing {
    /// A response: exactly this one, as it was shown.
    Response(Box<Prepared>),
    /// The withdrawal of what was sent for a week.
    Withdrawal(Box<Definition>, WeekId),
}

impl Writing {
    /// The survey that it goes to.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        match self {
            Self::Response(prepared) => &prepared.joined.definition,
            Self::Withdrawal(definition, _) => definition,
        }
    }

    /// The week that it is about.
    #[must_use]
    pub const fn week(&self) -> WeekId {
        match self {
            Self::Response(prepared) => prepared.week,
            Self::Withdrawal(_, week) => *week,
        }
    }
}

/// A file that is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Responding {
    /// What it is to hold.
    pub writing: Writing,
    /// The folder, the user's own written out.
    pub folder: String,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Responded {
    /// It is written, under this path.
    Written(String),
    /// Nothing is written: the diary says something else than what was shown. One sentence in the user's language.
    Changed(String),
    /// It could not be written, for this reason in the user's language.
    Failed(String),
}
