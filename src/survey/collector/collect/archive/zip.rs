//! Zip archives. Their table of contents stands at the end, and the library holds all of it: so how large that is, is looked
//! at first. What is packed is told by how much comes out: sealed responses do not get smaller.

use super::{Take, content, damaged};
use crate::survey::collector::collect::head::MOST_SEALED;
use crate::survey::collector::collect::reason::Reason;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes of a table of contents: some 250,000 responses.
const MOST_TABLE: u64 = 32 * 1024 * 1024;
/// The fewest bytes of a line of it.
const LEAST_LINE: u64 = 46;
/// How much more may come out than is in the archive.
const MOST_GROWTH: u64 = 8;
/// What may come out of any archive, however small.
const ALWAYS: u64 = 1024 * 1024;

pub(super) fn read(file: File, take: &mut Take<'_>) -> Result<(), Reason> {
    let mut file = BufReader::new(file);
    let length = file.seek(SeekFrom::End(0)).map_err(damaged)?;
    check_table(&mut file, length)?;
    let mut archive = ZipArchive::new(file).map_err(unread)?;
    let most = ALWAYS.max(length.saturating_mul(MOST_GROWTH));
    let (mut packed, mut unpacked) = (0_u64, 0_u64);
    for index in 0..archive.len() {
        let (name, size, refused) = {
            let entry = archive.by_index_data(index).map_err(unread)?;
            if entry.is_dir() {
                continue;
            }
            packed = packed.saturating_add(entry.compressed_size());
            let refused = if entry.is_symlink() {
                Some(Reason::NotAFile)
            } else if entry.encrypted() {
                Some(Reason::Passphrase)
            } else if entry.size() > MOST_SEALED as u64 {
                Some(Reason::TooLarge)
            } else {
                None
            };
            (entry.name_raw().to_vec(), entry.size(), refused)
        };
        let content = if let Some(why) = refused {
            Err(why)
        } else {
            let entry = archive.by_index(index).map_err(unread);
            let content = entry.and_then(|entry| content(entry, size));
            // Of what was not as long as it said, as much came out as may.
            unpacked += content.as_ref().map_or(MOST_SEALED, Vec::len) as u64;
            content
        };
        if packed > length || unpacked > most {
            return Err(Reason::ArchiveBomb); // several entries over the same bytes, or little made much
        }
        if !take(name, content) {
            break;
        }
    }
    Ok(())
}

/// Looks at the end of the archive, where it says how long its table of contents is and how many lines it has. It must stand
/// where it should, so that the library reads the same.
fn check_table(file: &mut BufReader<File>, length: u64) -> Result<(), Reason> {
    const END: usize = 22;
    const LONGEST: u64 = END as u64 + 0xffff;
    let tail_at = length.saturating_sub(LONGEST);
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(tail_at)).map_err(damaged)?;
    file.by_ref()
        .take(LONGEST)
        .read_to_end(&mut tail)
        .map_err(damaged)?;
    let is_end = |at: &usize| {
        let comment = number(&tail, at + 20, 2);
        tail[*at..].starts_with(b"PK\x05\x06") && comment == Some((tail.len() - at - END) as u64)
    };
    let last = tail.len().checked_sub(END).ok_or(Reason::Damaged)?;
    let at = (0..=last).rev().find(is_end).ok_or(Reason::Damaged)?;
    let end = &tail[at..];
    let read = |at, length| number(end, at, length).ok_or(Reason::Damaged);
    let (mut lines, mut size, mut offset) = (read(10, 2)?, read(12, 4)?, read(16, 4)?);
    let mut ends_at = tail_at + at as u64;
    if lines == 0xffff || size == 0xffff_ffff || offset == 0xffff_ffff {
        let far = at.checked_sub(20).and_then(|at| number(&tail, at + 8, 8));
        ends_at = far.ok_or(Reason::Damaged)?;
        let mut large = [0; 56];
        file.seek(SeekFrom::Start(ends_at)).map_err(damaged)?;
        file.read_exact(&mut large).map_err(damaged)?;
        let read = |at| number(&large, at, 8).ok_or(Reason::Damaged);
        (lines, size, offset) = (read(32)?, read(40)?, read(48)?);
    }
    if offset.checked_add(size) != Some(ends_at) || lines.saturating_mul(LEAST_LINE) > size {
        return Err(Reason::Damaged);
    }
    if size > MOST_TABLE {
        return Err(Reason::TooLarge);
    }
    Ok(())
}

/// A number of so many bytes, the smallest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |sum, b| sum << 8 | u64::from(*b)))
}

/// What the library means by an error.
fn unread(why: ZipError) -> Reason {
    match why {
        ZipError::Io(why) => damaged(why),
        _ => Reason::Damaged,
    }
}
