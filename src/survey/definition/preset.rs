//! Groups that most surveys ask for, ready to be put into a definition.

use super::Group;
use super::fault::BadDefinition;
use super::read::groups_of;

/// The groups there are to choose from.
///
/// # Panics
/// Never: the file is part of the program and a test reads it.
#[must_use]
#[expect(clippy::expect_used, reason = "the embedded file is checked by a test")]
pub fn presets() -> Vec<Group> {
    read().expect("groups.toml is well-formed")
}

/// The group of a code.
#[must_use]
pub fn preset(code: &str) -> Option<Group> {
    presets().into_iter().find(|g| g.code.as_str() == code)
}

fn read() -> Result<Vec<Group>, BadDefinition> {
    groups_of(include_str!("groups.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_group_has_its_name_in_every_language() {
        let codes: Vec<String> = presets().iter().map(|g| g.code.to_string()).collect();
        assert_eq!(codes, ["stage", "role", "years", "subject"]);
        for group in presets() {
            assert_eq!(group.name.languages().count(), Lang::ALL.len());
            for answer in &group.answers {
                assert_eq!(answer.name.languages().count(), Lang::ALL.len());
                assert!(group.is_open(answer) && answer.staff.is_none());
            }
        }
    }
}
