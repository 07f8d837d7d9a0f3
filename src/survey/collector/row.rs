//! One row of the dataset: what one respondent says of one week.

use super::values::{Values, values};
use crate::survey::Respondent;
use crate::survey::definition::{Definition, Group};
use crate::survey::response::Response;

/// A response as the dataset has it, in some 200 bytes. Its survey and its week are those of the file it is in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// From whom.
    pub respondent: Respondent,
    /// Which of this respondent's.
    pub revision: u32,
    /// The answer to each group, by its place in the definition: 0 is not said, 1 the first answer.
    pub groups: Box<[u16]>,
    /// The numbers.
    pub values: Values,
}

impl Row {
    /// A response that was checked against the definition.
    #[must_use]
    pub fn of(response: &Response, definition: &Definition) -> Self {
        let place = |group: &Group| {
            let answer = response.groups.get(group.code.as_str())?.as_ref()?;
            place_of(group, answer)
        };
        Self {
            respondent: response.heading.respondent,
            revision: response.heading.revision,
            groups: definition.groups.iter().map(|g| place(g).unwrap_or(0)).collect(),
            values: values(response),
        }
    }

    /// Whether this one counts and not the other one of the same respondent and week: the higher revision, and of equal
    /// ones the one with the smaller hash, so that it does not matter in which order they come.
    #[must_use]
    pub fn counts_before(&self, other: &Self) -> bool {
        match self.revision.cmp(&other.revision) {
            std::cmp::Ordering::Equal => self.hash() < other.hash(),
            order => order.is_gt(),
        }
    }

    /// The SHA-256 of what it says.
    fn hash(&self) -> [u8; 32] {
        use sha2::{Digest, Sha256};
        let mut hash = Sha256::new();
        for place in &self.groups {
            hash.update(place.to_be_bytes());
        }
        for value in &self.values {
            hash.update(value.to_be_bytes());
        }
        hash.finalize().into()
    }
}

/// The place of an answer, from 1; none where there is no such answer.
pub(super) fn place_of(group: &Group, answer: &str) -> Option<u16> {
    let place = group.answers.iter().position(|a| a.code.as_str() == answer)?;
    u16::try_from(place + 1).ok()
}
