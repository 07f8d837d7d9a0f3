//! What the cells of several surveys have in common.

use super::union::union;
use crate::survey::definition::{Asks, Definition, Group, Wording};

/// The questions that cells are about: those of one survey, or of several that ask the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The surveys, in the order of their hashes.
    pub surveys: Vec<Definition>,
    /// The groups with all answers of all surveys, as the first survey that has them orders and names them. The staff behind
    /// an answer is the sum where every survey that has the answer says it.
    pub groups: Vec<Group>,
}

/// Why cells cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCells {
    /// There are none.
    #[error("there are no cells")]
    Nothing,
    /// The surveys round differently.
    #[error("one survey rounds to {0} minutes and another to {1}")]
    Rounding(u32, u32),
    /// The surveys ask different things.
    #[error("the surveys do not ask the same")]
    Asks,
    /// A group is not in all surveys.
    #[error("the group {0} is not asked in all surveys")]
    Group(String),
    /// An answer lies within different answers.
    #[error("the answer {1} of {0} does not lie at the same place in all surveys")]
    Answer(String, String),
    /// An answer holds others in one survey and can be given in another.
    #[error("the answer {1} of {0} holds others in one survey and is given in another")]
    Heading(String, String),
    /// The same survey is there twice, so that its responses would count twice.
    #[error("the same survey is there twice: {}", .0.get(crate::i18n::Lang::En))]
    Twice(Wording),
    /// Together they have more answers than can be told apart.
    #[error("the group {0} has too many answers")]
    TooMany(String),
    /// They are more surveys than can be put together.
    #[error("more than {most} surveys", most = Frame::MOST_SURVEYS)]
    TooManySurveys,
    /// They are of more respondents than can be counted.
    #[error("more than {most} respondents", most = super::Cells::MOST_RESPONDENTS)]
    TooManyRespondents,
}

impl Frame {
    /// The most surveys that can be put together: more than any country has districts.
    pub const MOST_SURVEYS: usize = 4096;
    /// The most answers of a group that surveys can have together.
    pub const MOST_ANSWERS: usize = 20_000;

    /// The frame of one survey.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        Self {
            surveys: vec![definition.clone()],
            groups: definition.groups.clone(),
        }
    }

    /// The frame of several surveys, in whatever order they come.
    ///
    /// # Errors
    /// [`BadCells`] where they do not ask the same, or one is there twice.
    pub fn of_all(mut surveys: Vec<Definition>) -> Result<Self, BadCells> {
        if surveys.len() > Self::MOST_SURVEYS {
            return Err(BadCells::TooManySurveys);
        }
        surveys.sort_by_key(Definition::hash);
        let groups = union(&surveys)?;
        Ok(Self { surveys, groups })
    }

    /// Minutes that times are rounded to.
    #[must_use]
    pub fn rounding(&self) -> u32 {
        self.surveys
            .first()
            .map_or(Definition::USUAL_ROUNDING, |s| s.rounding)
    }

    /// The fewest respondents of which anything is shown: the largest that any of the surveys promises.
    #[must_use]
    pub fn min_group(&self) -> u32 {
        let promised = self.surveys.iter().map(|s| s.min_group);
        promised.max().unwrap_or(Definition::USUAL_MIN_GROUP)
    }

    /// What is asked beside the categories.
    #[must_use]
    pub fn asks(&self) -> Asks {
        self.surveys.first().map(|s| s.asks).unwrap_or_default()
    }

    /// How many people are asked to take part; none where any of the surveys does not say.
    #[must_use]
    pub fn staff(&self) -> Option<u32> {
        let mut staff = self.surveys.iter().map(|s| s.staff);
        staff.try_fold(0_u32, |sum, staff| sum.checked_add(staff?))
    }
}
