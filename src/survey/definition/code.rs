//! The codes of groups and answers.

use std::fmt;

/// What a group is not answered with: the answer that every group has.
pub const NOT_SAID: &str = "not_said";

/// The code of a group or of one of its answers: 1 to 24 small letters, digits and `_`, a letter first, so that it is a
/// name in SPSS, Stata and R as it stands. Never [`NOT_SAID`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

impl Code {
    /// The most characters of a code.
    pub const LONGEST: usize = 24;

    /// Takes a code; none where the text is not of the form above.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let is_code = text.len() <= Self::LONGEST
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(fits)
            && text != NOT_SAID;
        is_code.then(|| Self(text.to_owned()))
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_name_everywhere() {
        for text in ["stage", "y0_5", "a"] {
            assert_eq!(Code::new(text).map(|c| c.to_string()).as_deref(), Some(text));
        }
        let long = "a".repeat(Code::LONGEST + 1);
        for text in ["", "5a", "_a", "a-b", "Stage", "小学", "a b", NOT_SAID, &long] {
            assert_eq!(Code::new(text), None, "{text}");
        }
    }
}
