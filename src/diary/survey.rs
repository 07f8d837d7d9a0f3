//! What the diary keeps about surveys: those that the teacher takes part in, the secret behind the pseudonyms, and what
//! was sent. What a definition says is not read here.

use crate::domain::{DefinitionHash, WeekId, from_hex, to_hex};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A survey that the teacher takes part in, with what they answer once for all its weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinedSurvey {
    /// The definition, exactly as it was read: its hash names the survey.
    pub definition: String,
    /// The answer to each group, by code; a group that is not here is not said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// The fields that are not given, by code.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub withheld: BTreeSet<String>,
}

/// The random secret of this installation, from which all pseudonyms come. Whoever knows it can tell which responses are
/// this teacher's, so it never leaves the diary, its backups and its full export.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SurveySecret([u8; 32]);

impl SurveySecret {
    /// The secret of these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SurveySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SurveySecret(…)")
    }
}

impl From<SurveySecret> for String {
    fn from(secret: SurveySecret) -> Self {
        to_hex(&secret.0)
    }
}

impl TryFrom<String> for SurveySecret {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        from_hex(&text)
            .map(Self)
            .ok_or("a secret is 64 hexadecimal digits")
    }
}

/// One response, or withdrawal of one, that was written for a week of a survey. Kept here and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The survey.
    pub survey: DefinitionHash,
    /// The week it is about.
    pub week: WeekId,
    /// 1 for the first of a week; the higher one counts.
    pub revision: u32,
    /// When it was written, local time.
    pub at: NaiveDateTime,
    /// What the survey is called, for when its definition is gone.
    pub title: String,
    /// The name of the file it was written to.
    pub file: String,
    /// What was sealed, without the padding.
    pub content: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_printed_by_accident() {
        let secret = SurveySecret::new([7; 32]);
        assert!(!format!("{secret:?}").contains("07"));
        let json = serde_json::to_string(&secret).unwrap();
        assert_eq!(serde_json::from_str::<SurveySecret>(&json).unwrap(), secret);
        assert!(serde_json::from_str::<SurveySecret>("\"07\"").is_err());
    }
}
