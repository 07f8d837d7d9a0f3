//! What can be wrong with the configuration file. The message names file, line and key, and what would fit.

use super::Key;
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;
use std::path::PathBuf;

/// What of a configuration cannot be read or written. What else it says holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1, if one is to blame.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: ConfigFault,
}

/// What is wrong with a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFault {
    /// Not TOML; the parser's own words.
    Syntax(String),
    /// The system does not let the file be read or written; its own words.
    System(String),
    /// Another process changed the file in the meantime.
    Changed,
    /// There is no key of this name.
    NoKey(String),
    /// A value that does not fit its key.
    Value {
        /// Which key.
        key: Key,
        /// The value as it stands in the file.
        value: String,
    },
}

impl ConfigError {
    /// The key whose value does not fit; none where it is not about a value.
    #[must_use]
    pub const fn key(&self) -> Option<Key> {
        match &self.fault {
            ConfigFault::Value { key, .. } => Some(*key),
            _ => None,
        }
    }
}

impl Say for ConfigFault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Syntax(why) | Self::System(why) => why.clone(),
            Self::Changed => tr!(i18n, "config-changed"),
            Self::NoKey(name) => {
                let known = Key::ALL.map(Key::name).join(", ");
                tr!(i18n, "config-no-key", name = name.as_str(), known = known)
            }
            Self::Value { key, value } => tr!(
                i18n,
                "config-value",
                key = key.name(),
                value = value.as_str(),
                fits = fits(*key, i18n)
            ),
        }
    }
}

/// What a key takes.
fn fits(key: Key, i18n: &I18n) -> String {
    match key {
        Key::Language => tr!(i18n, "config-fits-language"),
        Key::Theme => tr!(i18n, "config-fits-theme"),
        Key::Borders => tr!(i18n, "config-fits-borders"),
        Key::Mouse | Key::AskWorth => tr!(i18n, "config-fits-mouse"),
        Key::DataDir => tr!(i18n, "config-fits-data-dir"),
        Key::SchoolDays => tr!(i18n, "config-fits-school-days"),
        Key::ReplyWindow => tr!(i18n, "config-fits-reply-window"),
        Key::Goals => tr!(i18n, "config-fits-goals"),
        Key::Baseline => tr!(i18n, "config-fits-baseline"),
        Key::Rules => tr!(i18n, "config-fits-rules"),
        Key::Backups => tr!(i18n, "config-fits-backups"),
    }
}

impl Say for ConfigError {
    fn say(&self, i18n: &I18n) -> String {
        let path = self.path.display().to_string();
        let why = self.fault.say(i18n);
        match self.line {
            Some(line) => i18n.file_line(&path, line, why),
            None => tr!(i18n, "config-error", path = path, why = why),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for ConfigError {}
