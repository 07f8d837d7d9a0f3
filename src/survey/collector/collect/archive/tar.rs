//! Tar archives, entry by entry. What stands before an entry to give it a longer name is never held whole: the library
//! would take as much memory for it as the archive says.

use super::{LONGEST_NAME, Take, content, damaged};
use crate::survey::collector::collect::reason::Reason;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use tar::{Archive, EntryType, Header};

/// The bytes of a block of an archive.
const BLOCK: usize = 512;

/// Whether a file begins as tar archives did before they had a mark: its first block has a right checksum.
pub(super) fn is_old(start: &[u8]) -> bool {
    let Some(block) = start.get(..BLOCK) else {
        return false;
    };
    let mut header = Header::new_old();
    header.as_mut_bytes().copy_from_slice(block);
    let sum = |bytes: &[u8]| bytes.iter().map(|b| u32::from(*b)).sum::<u32>();
    let of_spaces = 8 * u32::from(b' '); // in place of the checksum itself
    block[0] != 0
        && header
            .cksum()
            .is_ok_and(|is| is == sum(&block[..148]) + of_spaces + sum(&block[156..]))
}

pub(super) fn read(file: File, take: &mut Take<'_>) -> Result<(), Reason> {
    let mut archive = Archive::new(Skipping::new(file).map_err(damaged)?);
    let mut long_name = None;
    for entry in archive.entries_with_seek().map_err(damaged)?.raw(true) {
        let mut entry = entry.map_err(damaged)?;
        let size = entry.size();
        match entry.header().entry_type() {
            EntryType::Directory => {}
            EntryType::GNULongName => {
                let mut name = Vec::new();
                (&mut entry)
                    .take(LONGEST_NAME)
                    .read_to_end(&mut name)
                    .map_err(damaged)?;
                name.retain(|b| *b != 0);
                long_name = Some(name);
                continue;
            }
            EntryType::GNULongLink | EntryType::XHeader | EntryType::XGlobalHeader => continue,
            kind => {
                let name = long_name.take();
                let name = name.unwrap_or_else(|| entry.header().path_bytes().into_owned());
                let content = match kind {
                    EntryType::Regular | EntryType::Continuous => content(&mut entry, size),
                    _ => Err(Reason::NotAFile),
                };
                if !take(name, content) {
                    return Ok(());
                }
            }
        }
        long_name = None;
    }
    Ok(())
}

/// A file in which what is not wanted is passed over without reading it: an entry may be as long as a disk, and the file
/// take no room on it.
struct Skipping {
    file: BufReader<File>,
    at: u64,
    length: u64,
}

impl Skipping {
    fn new(file: File) -> io::Result<Self> {
        Ok(Self {
            length: file.metadata()?.len(),
            file: BufReader::with_capacity(256 * 1024, file),
            at: 0,
        })
    }
}

impl Read for Skipping {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(out)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Skipping {
    /// Onwards, and not beyond the end: what was cut off there is damaged.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let SeekFrom::Current(by) = to else {
            return Err(io::ErrorKind::Unsupported.into());
        };
        let at = self.at.checked_add_signed(by).filter(|at| *at <= self.length);
        self.at = at.ok_or(io::ErrorKind::UnexpectedEof)?;
        self.file.seek_relative(by)?;
        Ok(self.at)
    }
}
