//! Activities: a finer code inside one category.

use super::Category;
use super::short::ShortText;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The catch-all activity that every category has and that a bare category name means.
pub const CATCH_ALL: &str = "other";

/// The code of an activity inside its category: `staff-meeting`.
///
/// 1 to 40 of lower-case ASCII letters, digits and `-`, beginning with a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ActivityCode(ShortText);

/// Not a code of an activity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an activity code: use 1 to 40 small letters, digits and \"-\", a letter first")]
pub struct BadCode(pub String);

impl ActivityCode {
    /// Checks and takes a code.
    ///
    /// # Errors
    /// [`BadCode`] where the text is not of the form above.
    pub fn new(code: &str) -> Result<Self, BadCode> {
        let fits = code.len() <= 40
            && code.starts_with(|c: char| c.is_ascii_lowercase())
            && code
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            Ok(Self(ShortText::new(code)))
        } else {
            Err(BadCode(code.to_owned()))
        }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl TryFrom<String> for ActivityCode {
    type Error = BadCode;
    fn try_from(code: String) -> Result<Self, BadCode> {
        Self::new(&code)
    }
}

impl From<ActivityCode> for String {
    fn from(code: ActivityCode) -> Self {
        code.as_str().to_owned()
    }
}

/// A category and a code inside it.
///
/// A diary keeps activities whose definition has since been removed, so any well-formed code is allowed here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Activity {
    /// The category, which every figure is summed by.
    pub category: Category,
    /// The code inside the category.
    pub code: ActivityCode,
}

impl Activity {
    /// An activity from a category and a code.
    ///
    /// # Errors
    /// [`BadCode`] where the code is malformed.
    pub fn new(category: Category, code: &str) -> Result<Self, BadCode> {
        Ok(Self {
            category,
            code: ActivityCode::new(code)?,
        })
    }

    /// The catch-all activity of a category.
    #[must_use]
    pub fn catch_all(category: Category) -> Self {
        Self {
            category,
            code: ActivityCode(ShortText::new(CATCH_ALL)),
        }
    }

    /// Whether this is the built-in activity with that code.
    #[must_use]
    pub fn is(&self, category: Category, code: &str) -> bool {
        self.category == category && self.code.as_str() == code
    }
}

impl fmt::Display for Activity {
    /// The long form that is never ambiguous: `meetings/staff-meeting`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.category.code(), self.code.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_checked() {
        for good in ["lesson", "a", "staff-meeting", "x9"] {
            assert_eq!(ActivityCode::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "9x", "-a", "Lesson", "上课", "a b", &"a".repeat(41)] {
            assert!(ActivityCode::new(bad).is_err(), "{bad:?}");
        }
    }
}
