//! The codebook: what stands in each column of a dataset of responses, for whoever computes with it.

mod csv;
mod fields;
mod json;
mod labels;
pub(in crate::survey) mod markdown;
mod public;
mod variable;
mod words;

pub use csv::variables_csv;
pub use fields::{activity_name, category_name};
pub use labels::{Labels, Languages};
pub use public::{PUBLIC_BAND, PUBLIC_STEP};
pub use variable::{Coded, Kind, Measure, Missing, Unit, Universe, Variable};

use super::definition::{Definition, Wording};
use crate::domain::DefinitionHash;

/// The variables of a dataset of the responses to a survey, in the manner of DDI. One row of the dataset is the response
/// of one respondent for one week. The columns are the same for all surveys but for the groups, so that datasets can be put
/// one under the other; what a survey does not ask is empty in all rows. A missing value is an empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    /// What the survey is called.
    pub title: Wording,
    /// Which survey it is.
    pub definition: DefinitionHash,
    /// The columns, in order.
    pub variables: Vec<Variable>,
}

impl Codebook {
    /// The codebook of a survey.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        Self {
            title: definition.title.clone(),
            definition: definition.hash(),
            variables: fields::variables(definition),
        }
    }

    /// The variable of a name.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().find(|v| v.name == name)
    }
}

#[cfg(test)]
mod tests;
