//! Pseudonyms: the same for the same teacher, survey and week, and without a link between any two others.

use super::Definition;
use crate::diary::SurveySecret;
use crate::domain::{WeekId, from_hex, to_hex};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;

/// Who a response is from, as far as anybody can tell: 128 bits, from which only the installation itself gets back to
/// its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Respondent([u8; 16]);

impl Respondent {
    /// The pseudonym of an installation in a week of a survey: the first 16 bytes of
    /// `HMAC-SHA256(secret, SHA-256 of the definition ‖ week as 2026-W47)`. Of a panel survey without the week, so that
    /// the weeks of one respondent have one.
    #[must_use]
    pub fn of(secret: &SurveySecret, definition: &Definition, week: WeekId) -> Self {
        let week = if definition.panel {
            String::new()
        } else {
            week.to_string()
        };
        let code = mac(secret, &[definition.hash().bytes(), week.as_bytes()]);
        let mut first = [0; 16];
        first.copy_from_slice(&code[..16]);
        Self(first)
    }
}

fn mac(secret: &SurveySecret, parts: &[&[u8]]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.bytes()).expect("a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl fmt::Display for Respondent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&to_hex(&self.0))
    }
}

impl From<Respondent> for String {
    fn from(respondent: Respondent) -> Self {
        respondent.to_string()
    }
}

impl TryFrom<String> for Respondent {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        from_hex(&text)
            .map(Self)
            .ok_or("a respondent is 32 small hexadecimal digits")
    }
}

#[cfg(test)]
mod tests;
