//! What was asked for, and whether it is given.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A field that a survey may ask for and a teacher may withhold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answered<T> {
    /// The survey does not ask for it: it is not in the file.
    #[default]
    NotAsked,
    /// It is withheld: null in the file.
    Withheld,
    /// What it is.
    Given(T),
}

impl<T> Answered<T> {
    /// Whether the survey does not ask for it.
    #[must_use]
    pub const fn is_not_asked(&self) -> bool {
        matches!(self, Self::NotAsked)
    }

    /// The same with another value.
    pub(super) fn map<U>(self, to: impl FnOnce(T) -> U) -> Answered<U> {
        match self {
            Self::NotAsked => Answered::NotAsked,
            Self::Withheld => Answered::Withheld,
            Self::Given(value) => Answered::Given(to(value)),
        }
    }

    /// What is given, if it is.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::NotAsked | Self::Withheld => None,
        }
    }
}

impl<T: Serialize> Serialize for Answered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.given().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Answered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Withheld, Self::Given))
    }
}
