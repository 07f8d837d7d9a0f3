//! What can be wrong with a keymap file. The message names file, line and what is in the way.

use super::{Action, Context, Key};
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;

/// What is wrong with a keymap file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeymapError {
    /// The file, as the user knows it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What can be wrong with a keymap file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not TOML; the parser's own words.
    Syntax(String),
    /// A table that is no place.
    Context(String),
    /// A name that is no action.
    Action(String),
    /// A text that is no key.
    Key(String),
    /// Keys that are not given as a list of texts; the name they were given for.
    NotAList(String),
    /// One key for two actions of a place.
    Conflict {
        /// The key.
        key: Key,
        /// What it does already.
        first: Action,
        /// What it was to do as well.
        second: Action,
    },
    /// Only keys that an input method takes.
    NoneReaches {
        /// The action.
        action: Action,
        /// The place's name.
        place: &'static str,
    },
    /// No key at all for what leaves a place or explains it.
    Needed {
        /// The action.
        action: Action,
        /// The place's name.
        place: &'static str,
    },
    /// A character as a key in the quick-entry line, where it could not be typed any more.
    Typed(Key),
}

impl Say for KeymapError {
    fn say(&self, i18n: &I18n) -> String {
        let what = match &self.fault {
            Fault::Syntax(words) => words.clone(),
            Fault::Context(name) => {
                let known = Context::ALL.map(Context::name).join(", ");
                tr!(i18n, "keymap-context", name = name.as_str(), known = known)
            }
            Fault::Action(name) => tr!(i18n, "keymap-action", name = name.as_str()),
            Fault::Key(text) => tr!(i18n, "keymap-key", text = text.as_str()),
            Fault::NotAList(name) => tr!(i18n, "keymap-list", name = name.as_str()),
            Fault::Conflict { key, first, second } => tr!(
                i18n,
                "keymap-conflict",
                key = key.to_string(),
                first = first.name(),
                second = second.name()
            ),
            Fault::NoneReaches { action, place } => {
                tr!(
                    i18n,
                    "keymap-none-reaches",
                    action = action.name(),
                    place = *place
                )
            }
            Fault::Needed { action, place } => {
                tr!(i18n, "keymap-needed", action = action.name(), place = *place)
            }
            Fault::Typed(key) => tr!(i18n, "keymap-typed", key = key.to_string()),
        };
        i18n.file_line(&self.file, self.line, what)
    }
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for KeymapError {}
