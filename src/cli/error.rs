//! Why a command failed, and with which status it exits.

use crate::diary::Refusal;
use crate::entry::EntryError;
use crate::i18n::{I18n, Say};
use crate::settings::ConfigError;
use crate::store::StoreError;
use crate::tr;
use crate::transfer::ImportError;
use std::io;
use std::path::{Path, PathBuf};

/// Why a command failed. Nothing was changed, unless the message says so.
#[derive(Debug)]
pub(super) enum CliError {
    Store(StoreError),
    /// An entry that cannot be read, and its text.
    Entry(EntryError, String),
    Import(PathBuf, ImportError),
    Config(ConfigError),
    /// A file that cannot be read or written.
    File(PathBuf, io::Error),
    /// Standard output cannot be written.
    Output(io::Error),
    /// A message that says it all; exit status 1.
    Refused(String),
    /// A message that says it all; exit status 2.
    Usage(String),
    /// No message: only the exit status 1 (what was asked for was shown and says no).
    Quiet,
}

impl CliError {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |e| Self::File(path.to_owned(), e)
    }

    pub(super) fn status(&self) -> u8 {
        match self {
            Self::Output(e) if matches!(e.kind(), io::ErrorKind::BrokenPipe) => 0,
            Self::Usage(_) => 2,
            _ => 1,
        }
    }

    /// One line; none where there is nothing to say.
    pub(super) fn message(&self, i18n: &I18n) -> Option<String> {
        Some(match self {
            Self::Store(e @ StoreError::Refused(Refusal::Overlap { .. })) => {
                e.say(i18n) + &tr!(i18n, "cli-overlap-flags")
            }
            Self::Store(e) => e.say(i18n),
            Self::Entry(e, _) => e.say(i18n),
            Self::Import(path, e) => format!("{}: {}", path.display(), e.say(i18n)),
            Self::Config(e) => e.say(i18n),
            Self::File(path, e) => tr!(
                i18n,
                "store-io",
                path = path.display().to_string(),
                why = e.say(i18n)
            ),
            Self::Output(e) if matches!(e.kind(), io::ErrorKind::BrokenPipe) => return None,
            Self::Output(e) => e.say(i18n),
            Self::Refused(text) | Self::Usage(text) => text.clone(),
            Self::Quiet => return None,
        })
    }
}

impl From<StoreError> for CliError {
    fn from(e: StoreError) -> Self {
        Self::Store(e)
    }
}

impl From<Refusal> for CliError {
    fn from(e: Refusal) -> Self {
        Self::Store(StoreError::Refused(e))
    }
}

impl From<io::Error> for CliError {
    fn from(e: io::Error) -> Self {
        Self::Output(e)
    }
}

impl From<ConfigError> for CliError {
    fn from(e: ConfigError) -> Self {
        Self::Config(e)
    }
}
