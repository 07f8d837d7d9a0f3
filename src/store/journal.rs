//! The journal: every change as one checksummed line, synced before the database is touched.
//!
//! A line is `{"seq":…,"at":…,"op":…,"changes":[{"key":…,"before":…,"after":…}],"crc":"…"}`; the checksum covers the text
//! before it. A file begins with a line that says which change it follows, so a file without changes still tells where
//! the journal stands.

mod file;
mod line;

pub(super) use line::{Change, Entry, Op};

use super::StoreError;
use super::files;
use file::{quick_tail, read_file, read_head};
use line::head_line;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where the journal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    /// The number of the last change that can be read; 0 for none.
    pub(super) seq: u64,
    /// A file whose end cannot be read, and how long the readable part is.
    pub(super) broken: Option<(PathBuf, u64)>,
}

/// All that can be read of a journal.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Readable lines, in order.
    pub(super) entries: Vec<Entry>,
    /// Files that have something unreadable in them.
    pub(super) broken: Vec<PathBuf>,
}

/// The folder of journal files.
#[derive(Debug, Clone)]
pub(super) struct Journal {
    dir: PathBuf,
}

impl Journal {
    pub(super) const fn new(dir: PathBuf) -> Self {
        Self { dir }
    }

    /// The files by number.
    pub(super) fn files(&self) -> Result<Vec<(u32, PathBuf)>, StoreError> {
        let number = |name: &String| name.strip_suffix(".jsonl")?.parse::<u32>().ok();
        let mut files: Vec<_> = files::names_in(&self.dir)?
            .iter()
            .filter_map(|name| Some((number(name)?, self.dir.join(name))))
            .collect();
        files.sort();
        Ok(files)
    }

    /// Whether a file here is certainly a journal of ours.
    pub(super) fn is_ours(&self) -> bool {
        let ours = |path: &PathBuf| {
            let contents = read_file(path).ok();
            contents.is_some_and(|c| c.follows.is_some() || !c.entries.is_empty())
        };
        self.files()
            .is_ok_and(|files| files.iter().any(|(_, path)| ours(path)))
    }

    /// Whether a file begins right after a change.
    pub(super) fn follows(&self, seq: u64) -> Result<bool, StoreError> {
        for (_, path) in self.files()? {
            if read_head(&path).map_err(files::at(&path))? == Some(seq) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Where the journal stands, read from the end of its newest file.
    pub(super) fn tail(&self) -> Result<Tail, StoreError> {
        let mut broken = None;
        for (_, path) in self.files()?.iter().rev() {
            if let Some(seq) = quick_tail(path).map_err(files::at(path))? {
                return Ok(Tail { seq, broken });
            }
            let contents = read_file(path).map_err(files::at(path))?;
            broken = Some((path.clone(), contents.readable));
            if let Some(seq) = contents.entries.last().map(|e| e.seq).or(contents.follows) {
                return Ok(Tail { seq, broken });
            }
        }
        Ok(Tail { seq: 0, broken })
    }

    /// All readable lines after a number.
    pub(super) fn read_after(&self, seq: u64) -> Result<Contents, StoreError> {
        let mut out = Contents::default();
        for (_, path) in self.files()? {
            let file = read_file(&path).map_err(files::at(&path))?;
            if file.broken {
                out.broken.push(path);
            }
            out.entries
                .extend(file.entries.into_iter().filter(|e| e.seq > seq));
        }
        Ok(out)
    }

    /// The line of a number, looked for from the newest file.
    pub(super) fn find(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        for (_, path) in self.files()?.iter().rev() {
            let file = read_file(path).map_err(files::at(path))?;
            if let Some(entry) = file.entries.into_iter().find(|e| e.seq == seq) {
                return Ok(Some(entry));
            }
            if file.follows.is_some_and(|follows| follows < seq) {
                return Ok(None);
            }
        }
        Ok(None)
    }

    /// Appends a line to the newest file and returns when it is durable.
    ///
    /// # Errors
    /// If it cannot be made durable it is taken back; [`Withdrawn::No`] says that this failed too.
    pub(super) fn append(&self, entry: &Entry) -> Result<(), (StoreError, Withdrawn)> {
        let untouched = |e| (e, Withdrawn::Yes);
        let line = entry.to_line().map_err(untouched)?;
        let newest = self.files().map_err(untouched)?.pop();
        let path = match newest {
            Some((_, path)) => path,
            None => self.start(entry.seq - 1).map_err(untouched)?,
        };
        let open = files::private_file().append(true).open(&path);
        let mut file = open.map_err(|e| untouched(files::at(&path)(e)))?;
        let length = file.metadata().map_err(|e| untouched(files::at(&path)(e)))?.len();
        file.write_all(line.as_bytes())
            .and_then(|()| file.sync_all())
            .map_err(|e| {
                let back = file.set_len(length).and_then(|()| file.sync_all());
                (
                    files::at(&path)(e),
                    if back.is_ok() {
                        Withdrawn::Yes
                    } else {
                        Withdrawn::No
                    },
                )
            })
    }

    /// Starts a new file that follows a number.
    pub(super) fn start(&self, follows: u64) -> Result<PathBuf, StoreError> {
        files::create_private_dir(&self.dir)?;
        let number = self.files()?.last().map_or(1, |(n, _)| n + 1);
        let path = self.dir.join(format!("{number:04}.jsonl"));
        files::replace_file(&path, head_line(follows)?.as_bytes())?;
        Ok(path)
    }

    /// Cuts a file off after its readable part.
    pub(super) fn cut(path: &Path, readable: u64) -> Result<(), StoreError> {
        if readable == 0 {
            std::fs::remove_file(path).map_err(files::at(path))?;
            return path.parent().map_or(Ok(()), files::sync_dir);
        }
        let file = files::private_file()
            .write(true)
            .open(path)
            .map_err(files::at(path))?;
        file.set_len(readable)
            .and_then(|()| file.sync_all())
            .map_err(files::at(path))
    }

    /// Deletes the files that hold nothing after a number, but for the newest.
    pub(super) fn prune(&self, seq: u64) -> Result<(), StoreError> {
        let files = self.files()?;
        for pair in files.windows(2) {
            let [(_, old), (_, next)] = pair else { break };
            match read_head(next).map_err(files::at(next))? {
                Some(follows) if follows <= seq => std::fs::remove_file(old).map_err(files::at(old))?,
                _ => break,
            }
        }
        files::sync_dir(&self.dir)
    }
}

/// Whether a line that could not be made durable is out of the journal again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Withdrawn {
    Yes,
    No,
}

#[cfg(test)]
mod tests;
