//! Archives in the inbox. Nothing is unpacked to disk, no name in them leads anywhere, and what one entry may take in memory
//! is what one response may have.

mod tar;
mod zip;

use super::head::MOST_SEALED;
use super::reason::Reason;
use std::fs::File;
use std::io::{self, Read};

/// The most bytes of an entry's name that are kept.
const LONGEST_NAME: u64 = 4096;

/// What to do with an entry: its name and its content, or why it is not taken. False where nobody wants more.
pub(super) type Take<'a> = dyn FnMut(Vec<u8>, Result<Vec<u8>, Reason>) -> bool + 'a;

/// A sort of archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Archive {
    Tar,
    Zip,
}

impl Archive {
    /// The sort of archive that a file begins as; none where it is none.
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        let is_tar = || start.get(257..262) == Some(b"ustar") || tar::is_old(start);
        if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            Some(Self::Zip)
        } else if is_tar() {
            Some(Self::Tar)
        } else {
            None
        }
    }

    /// Hands on each entry.
    ///
    /// # Errors
    /// Why the rest of the archive cannot be read.
    pub(super) fn read(self, file: File, take: &mut Take<'_>) -> Result<(), Reason> {
        match self {
            Self::Tar => tar::read(file, take),
            Self::Zip => zip::read(file, take),
        }
    }
}

/// The content of an entry of this size, if it can be a response.
fn content(entry: impl Read, size: u64) -> Result<Vec<u8>, Reason> {
    if size > MOST_SEALED as u64 {
        return Err(Reason::TooLarge);
    }
    let mut out = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    let read = entry.take(MOST_SEALED as u64 + 1).read_to_end(&mut out);
    read.map_err(damaged)?;
    if out.len() > MOST_SEALED {
        return Err(Reason::TooLarge);
    }
    if out.len() as u64 != size {
        return Err(Reason::Damaged);
    }
    Ok(out)
}

/// What a reader of archives means by an error.
fn damaged(why: io::Error) -> Reason {
    use io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof, Unsupported};
    match why.kind() {
        InvalidData | InvalidInput | Other | UnexpectedEof | Unsupported => Reason::Damaged,
        _ => Reason::Unreadable(why),
    }
}

#[cfg(test)]
mod tests;
