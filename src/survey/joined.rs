//! A survey that the teacher takes part in, understood.

use super::definition::{BadDefinition, Definition, GroupAnswer, NOT_SAID};
use super::field::Field;
use crate::diary::{JoinedSurvey, Profile};
use crate::domain::DefinitionHash;
use std::collections::{BTreeMap, BTreeSet};

/// A survey with its definition read, and the teacher's answers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// What is asked.
    pub definition: Definition,
    answers: BTreeMap<String, String>,
    withheld: BTreeSet<Field>,
}

/// A group, answer or field that a survey does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadAnswer {
    /// There is no group or field of this name.
    NoSuchField {
        /// What was given.
        field: String,
        /// The codes that there are.
        known: Vec<String>,
    },
    /// The group has no such answer.
    NoSuchAnswer {
        /// The group's code.
        group: String,
        /// What was given.
        answer: String,
        /// The codes that there are.
        known: Vec<String>,
    },
}

impl Joined {
    /// A survey with nothing answered and nothing withheld yet.
    #[must_use]
    pub const fn new(definition: Definition) -> Self {
        Self {
            definition,
            answers: BTreeMap::new(),
            withheld: BTreeSet::new(),
        }
    }

    /// The survey as the diary keeps it. Answers that it does not ask for are dropped.
    ///
    /// # Errors
    /// [`BadDefinition`] where a later version of this program kept it.
    pub fn read(kept: &JoinedSurvey) -> Result<Self, BadDefinition> {
        Ok(Self::with(Definition::read(kept.definition.as_bytes())?, kept))
    }

    /// The survey of a definition that was read already, with the answers that the diary keeps.
    #[must_use]
    pub fn with(definition: Definition, kept: &JoinedSurvey) -> Self {
        let mut out = Self::new(definition);
        for (group, answer) in &kept.answers {
            let _ = out.answer(group, Some(answer)); // an answer that there is no longer is not said
        }
        out.withheld = kept.withheld.iter().filter_map(|c| Field::from_code(c)).collect();
        out
    }

    /// All surveys of a profile, in order; what cannot be read comes with the reason.
    pub fn all(profile: &Profile) -> impl Iterator<Item = Result<Self, BadDefinition>> {
        profile.surveys.iter().map(Self::read)
    }

    /// The survey of a hash among those of a profile; none where the teacher does not take part in it, or it cannot be read.
    #[must_use]
    pub fn of(profile: &Profile, survey: DefinitionHash) -> Option<Self> {
        let mut kept = profile.surveys.iter();
        let kept = kept.find(|kept| Self::hash_of(kept) == survey)?;
        Self::read(kept).ok()
    }

    /// Which survey something kept is, also where it cannot be read.
    #[must_use]
    pub fn hash_of(kept: &JoinedSurvey) -> DefinitionHash {
        Definition::hash_of(&kept.definition)
    }

    /// As the diary keeps it.
    #[must_use]
    pub fn kept(&self) -> JoinedSurvey {
        JoinedSurvey {
            definition: self.definition.text().to_owned(),
            answers: self.answers.clone(),
            withheld: self.withheld.iter().map(|f| f.code().to_owned()).collect(),
        }
    }

    /// Which survey it is.
    #[must_use]
    pub const fn hash(&self) -> DefinitionHash {
        self.definition.hash()
    }

    /// What a group is answered with; none for not said.
    #[must_use]
    pub fn answered(&self, group: &str) -> Option<&GroupAnswer> {
        self.definition.group(group)?.answer(self.answers.get(group)?)
    }

    /// Whether a field is withheld.
    #[must_use]
    pub fn withholds(&self, field: Field) -> bool {
        self.withheld.contains(&field)
    }

    /// Answers a group; none, or `not_said`, for not said.
    ///
    /// # Errors
    /// [`BadAnswer`] where the survey has no such group, or the group no such answer.
    pub fn answer(&mut self, group: &str, answer: Option<&str>) -> Result<(), BadAnswer> {
        let known = self.definition.group(group);
        let known = known.ok_or_else(|| self.no_such_field(group))?;
        let Some(answer) = answer.filter(|a| *a != NOT_SAID) else {
            self.answers.remove(group);
            return Ok(());
        };
        if !known.open().any(|a| a.code.as_str() == answer) {
            return Err(BadAnswer::NoSuchAnswer {
                group: group.to_owned(),
                answer: answer.to_owned(),
                known: known.open().map(|a| a.code.to_string()).collect(),
            });
        }
        self.answers.insert(group.to_owned(), answer.to_owned());
        Ok(())
    }

    /// That the survey has no group or field of a name.
    #[must_use]
    pub fn no_such_field(&self, field: &str) -> BadAnswer {
        let groups = self.definition.groups.iter().map(|g| g.code.to_string());
        let fields = Field::asked(&self.definition).map(|f| f.code().to_owned());
        BadAnswer::NoSuchField {
            field: field.to_owned(),
            known: groups.chain(fields).collect(),
        }
    }

    /// Withholds a field, or gives it.
    pub fn withhold(&mut self, field: Field, withhold: bool) {
        if withhold {
            self.withheld.insert(field);
        } else {
            self.withheld.remove(&field);
        }
    }
}

#[cfg(test)]
mod tests;
