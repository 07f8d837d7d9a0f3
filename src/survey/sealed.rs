//! Sealing, and the file that is sent: its name, its times and its length say nothing.

use super::key::Recipient;
use super::plaintext::Plaintext;
use super::random::{NoRandom, random};
use crate::domain::to_hex;
use crate::files::{Fresh, write_fresh};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A message that only the private half of the key opens.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

/// Why a message could not be sealed or written.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The system gives no random numbers for its name.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
    /// The age library says why.
    #[error("it could not be sealed: {0}")]
    Age(String),
    /// Nothing can be put into this folder. The random name of the file means nothing to anybody.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
}

impl Sealed {
    /// Seals what was shown.
    ///
    /// # Errors
    /// [`SealError::Age`].
    pub fn new(plaintext: &Plaintext, recipient: &Recipient) -> Result<Self, SealError> {
        let sealed = age::encrypt(recipient.key(), plaintext.bytes());
        sealed.map(Self).map_err(|e| SealError::Age(e.to_string()))
    }

    /// What is in the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Puts it, whole and durably, into a folder under a hidden name; [`Fresh::publish`] gives it its own, which is random.
    ///
    /// # Errors
    /// [`SealError`]; nothing is left behind.
    pub fn write(&self, folder: &Path) -> Result<Fresh, SealError> {
        let path = folder.join(file_name()?);
        write_fresh(&path, &self.0, same_time()).map_err(|e| SealError::Io(folder.to_owned(), e))
    }
}

/// A name that says nothing: 32 random hexadecimal digits.
pub(super) fn file_name() -> Result<String, NoRandom> {
    Ok(format!("{}.age", to_hex(&random::<16>()?)))
}

/// The time of every file: 1 January 2000, 00:00 UTC, in seconds after 1970.
pub(super) const SAME_TIME: u64 = 946_684_800;

pub(super) fn same_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(SAME_TIME)
}

#[cfg(test)]
mod tests;
