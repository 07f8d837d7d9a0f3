//! What is wrong with the file of a definition, and where.

use super::{Code, Definition};
use crate::files::Site;
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;

/// What is wrong in a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no definition at all.
    NotADefinition,
    /// It is a private key.
    SecretKey,
    /// It is larger than a definition can be.
    TooLarge,
    /// It is not UTF-8.
    NotUtf8,
    /// It is no TOML; holds what the reader of it says, in English.
    Syntax(String),
    /// It is of a later version of the format than this program knows.
    Newer(u64),
    /// A key that is not known there; holds those that are.
    Key(&'static [&'static str]),
    /// A key that is needed is missing.
    Missing(&'static str),
    /// A text is needed there.
    NotText,
    /// A text that is empty, longer than so many characters, or has characters that do not belong into a line of text.
    Text(usize),
    /// A whole number of at least and at most so much is needed there.
    Number(u32, u32),
    /// true or false is needed there.
    NotAFlag,
    /// A list of at least and at most so many items is needed there.
    List(usize, usize),
    /// A table of keys is needed there.
    NotATable,
    /// No random id of 32 hexadecimal digits.
    Id,
    /// Not the public key of an age key pair.
    Recipient,
    /// No week.
    Week,
    /// No date.
    Date,
    /// The weeks end before they begin, or there are more than so many.
    Weeks(u32),
    /// It closes before its first week is over.
    ClosesEarly,
    /// No code of a group or an answer.
    Code,
    /// The same code as before it.
    Twice(Code),
    /// The answer is said to be within one that is not in the list.
    NoSuchAnswer(String),
    /// The answer is within itself, over others.
    Circle,
    /// The answer is within more others than so many.
    TooDeep(usize),
    /// A carriage return that ends no line.
    CarriageReturn,
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDefinition {
    /// The line, from 1; none where the whole file is meant.
    pub line: Option<usize>,
    /// Where in the structure; empty for the whole.
    pub site: Site,
    /// What is wrong.
    pub fault: Fault,
}

impl BadDefinition {
    pub(super) fn whole(fault: Fault) -> Self {
        Self {
            line: None,
            site: Site::default(),
            fault,
        }
    }
}

impl Say for Fault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NotADefinition => tr!(i18n, "survey-not-a-definition"),
            Self::SecretKey => tr!(i18n, "survey-secret-key"),
            Self::TooLarge => tr!(i18n, "survey-too-large", most = Definition::MOST_BYTES / 1024),
            Self::NotUtf8 => tr!(i18n, "survey-not-utf8"),
            Self::Syntax(why) => tr!(i18n, "survey-syntax", why = why.as_str()),
            Self::Newer(version) => tr!(i18n, "survey-newer", version = version.to_string()),
            Self::Key(known) => tr!(i18n, "survey-key", known = known.join(", ")),
            Self::Missing(key) => tr!(i18n, "survey-missing", key = *key),
            Self::NotText => tr!(i18n, "survey-not-text"),
            Self::Text(most) => tr!(i18n, "survey-text", most = *most),
            Self::Number(least, most) => tr!(
                i18n,
                "survey-number",
                least = least.to_string(),
                most = most.to_string()
            ),
            Self::NotAFlag => tr!(i18n, "survey-not-a-flag"),
            Self::List(least, most) => tr!(
                i18n,
                "survey-list",
                least = least.to_string(),
                most = most.to_string()
            ),
            Self::NotATable => tr!(i18n, "survey-not-a-table"),
            Self::Id => tr!(i18n, "survey-id"),
            Self::Recipient => tr!(i18n, "survey-recipient"),
            Self::Week => tr!(i18n, "survey-week"),
            Self::Date => tr!(i18n, "survey-date"),
            Self::Weeks(most) => tr!(i18n, "survey-weeks", most = most.to_string()),
            Self::ClosesEarly => tr!(i18n, "survey-closes-early"),
            Self::Code => tr!(i18n, "survey-code", most = Code::LONGEST),
            Self::Twice(code) => tr!(i18n, "survey-twice", code = code.as_str()),
            Self::NoSuchAnswer(code) => tr!(i18n, "survey-no-such-answer", code = code.as_str()),
            Self::Circle => tr!(i18n, "survey-circle"),
            Self::TooDeep(most) => tr!(i18n, "survey-too-deep", most = *most),
            Self::CarriageReturn => tr!(i18n, "survey-carriage-return"),
        }
    }
}

impl Say for BadDefinition {
    fn say(&self, i18n: &I18n) -> String {
        let (site, why) = (self.site.to_string(), self.fault.say(i18n));
        match self.line {
            Some(line) if site.is_empty() => tr!(i18n, "survey-at-line", line = line, why = why),
            Some(line) => tr!(i18n, "survey-at", line = line, site = site, why = why),
            None => why,
        }
    }
}

impl fmt::Display for BadDefinition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for BadDefinition {}
