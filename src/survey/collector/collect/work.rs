//! What goes from the reader to those who open, and on to the one who gathers, in the order in which it was found.

use super::head::MOST_SEALED;
use super::open::{Mark, Opened};
use super::reason::Reason;
use super::walk::Found;
use std::path::PathBuf;
use std::sync::Arc;

/// Where something comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// A file of the inbox.
    File(Found),
    /// An entry of an archive, by its name.
    Entry(Arc<Found>, Vec<u8>),
    /// Something that is no regular file, or cannot be looked at.
    Other(PathBuf),
}

/// One thing to do.
#[derive(Debug)]
pub(super) enum Work {
    /// This was read, and is to be opened.
    Content(Source, Vec<u8>),
    /// This is not taken.
    NotTaken(Source, Reason),
    /// An archive ends here, and all of it was read.
    End(Arc<Found>),
    /// A file that an earlier look did not take and that nobody touched since.
    Again(Mark),
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Done {
    /// A message.
    Message(Source, Mark, Opened),
    /// A content that was taken in an earlier run or look.
    Copy(Source),
    /// As of [`Work::NotTaken`].
    NotTaken(Source, Reason),
    /// As of [`Work::End`].
    End(Arc<Found>),
    /// As of [`Work::Again`].
    Again(Mark),
}

/// Some of it together, so that handing it on costs little.
#[derive(Debug)]
pub(super) struct Chunk<T> {
    /// Its number, from 0.
    pub(super) number: u64,
    /// What is in it.
    pub(super) items: Vec<T>,
    /// The files that it ends, those that nobody touched since they were taken among them.
    pub(super) files: u64,
    /// The files of those that were taken before.
    pub(super) unchanged: u64,
    /// The bytes of all these files and archives.
    pub(super) bytes: u64,
}

/// The most items of a chunk.
const MOST_ITEMS: usize = 64;

impl<T> Chunk<T> {
    pub(super) fn new(number: u64) -> Self {
        Self {
            number,
            items: Vec::new(),
            files: 0,
            unchanged: 0,
            bytes: 0,
        }
    }

    /// The same with other items.
    pub(super) fn map<U>(self, map: impl FnMut(T) -> U) -> Chunk<U> {
        Chunk {
            items: self.items.into_iter().map(map).collect(),
            number: self.number,
            files: self.files,
            unchanged: self.unchanged,
            bytes: self.bytes,
        }
    }
}

impl Chunk<Work> {
    /// Whether it is time to hand it on.
    pub(super) fn is_full(&self) -> bool {
        let held = |work: &Work| match work {
            Work::Content(_, bytes) => bytes.capacity(),
            _ => 0,
        };
        self.items.len() >= MOST_ITEMS
            || self.unchanged >= 4096
            || self.items.iter().map(held).sum::<usize>() >= 4 * MOST_SEALED
    }
}
