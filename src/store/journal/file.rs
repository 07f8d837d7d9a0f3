//! One file of the journal, read whole or from its end.

use super::line::{Entry, head_of, unseal};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// What a file holds.
pub(super) struct FileContents {
    pub(super) follows: Option<u64>,
    pub(super) entries: Vec<Entry>,
    /// Bytes up to the end of the last readable line.
    pub(super) readable: u64,
    pub(super) broken: bool,
}

/// Reads a file line by line, passing over what is unreadable.
pub(super) fn read_file(path: &Path) -> std::io::Result<FileContents> {
    let mut reader = BufReader::new(File::open(path)?);
    let mut out = FileContents {
        follows: None,
        entries: Vec::new(),
        readable: 0,
        broken: false,
    };
    let mut line = Vec::new();
    let mut first = true;
    let mut offset = 0;
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            out.broken |= first;
            return Ok(out);
        }
        let head = if first { head_of(&line) } else { None };
        offset += line.len() as u64;
        match (head, Entry::from_line(&line)) {
            (Some(follows), _) => out.follows = Some(follows),
            (None, Some(entry)) => {
                out.broken |= first; // the head is gone
                out.entries.push(entry);
            }
            (None, None) => {
                (out.broken, first) = (true, false);
                continue;
            }
        }
        (out.readable, first) = (offset, false);
    }
}

/// What the first line says the file follows.
pub(super) fn read_head(path: &Path) -> std::io::Result<Option<u64>> {
    let mut line = Vec::new();
    BufReader::new(File::open(path)?).read_until(b'\n', &mut line)?;
    Ok(head_of(&line))
}

/// The last number in a file whose last line is whole; none where it must be read more closely.
pub(super) fn quick_tail(path: &Path) -> std::io::Result<Option<u64>> {
    #[derive(Deserialize)]
    struct Seq {
        seq: u64,
    }
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut window = 16 * 1024;
    loop {
        let start = length.saturating_sub(window);
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file)
            .take(length - start)
            .read_to_end(&mut bytes)?;
        let body = bytes.len().saturating_sub(1);
        match bytes[..body].iter().rposition(|b| *b == b'\n') {
            Some(at) => {
                let text = unseal(&bytes[at + 1..]);
                return Ok(text
                    .and_then(|t| serde_json::from_str(&t).ok())
                    .map(|s: Seq| s.seq));
            }
            None if start == 0 => return Ok(head_of(&bytes)),
            None => window *= 8,
        }
    }
}
