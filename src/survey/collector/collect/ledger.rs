//! What was taken already, as a file of marks of 16 bytes each, to which more are only ever added.

use super::open::Mark;
use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// A set of marks that outlives the process.
#[derive(Debug)]
pub(super) struct Ledger {
    file: File,
    marks: HashSet<Mark>,
}

impl Ledger {
    /// Opens a ledger, or begins one. A mark that a killed process did not write whole is cut off.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        let length = file.metadata()?.len();
        let whole = length - length % size_of::<Mark>() as u64;
        if whole < length {
            file.set_len(whole)?;
        }
        let count = usize::try_from(whole).map_or(0, |whole| whole / size_of::<Mark>());
        let mut marks = HashSet::with_capacity(count);
        let (mut reader, mut mark) = (BufReader::new(&file), Mark::default());
        for _ in 0..count {
            reader.read_exact(&mut mark)?;
            marks.insert(mark);
        }
        file.seek(SeekFrom::End(0))?;
        Ok(Self { file, marks })
    }

    /// Whether a mark is in it.
    pub(super) fn has(&self, mark: &Mark) -> bool {
        self.marks.contains(mark)
    }

    /// Adds marks durably. What is in it already is not added again.
    ///
    /// # Errors
    /// Why they could not be written; it is as it was before then.
    pub(super) fn add(&mut self, more: &[Mark]) -> io::Result<()> {
        let mut new = more.to_vec();
        new.retain(|mark| self.marks.insert(*mark));
        if new.is_empty() {
            return Ok(());
        }
        let written = self.append(&new.concat());
        if written.is_err() {
            for mark in &new {
                self.marks.remove(mark);
            }
        }
        written
    }

    /// Writes something at the end, all of it or nothing.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let end = self.file.stream_position()?;
        let written = self.file.write_all(bytes).and_then(|()| self.file.sync_data());
        if written.is_err() {
            self.file.set_len(end)?;
            self.file.seek(SeekFrom::Start(end))?;
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_and_half_a_mark_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("files");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.add(&[[1; 16], [2; 16], [1; 16]]).unwrap();
        ledger.add(&[[2; 16]]).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 32);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend([3; 9]);
        std::fs::write(&path, bytes).unwrap();
        let mut ledger = Ledger::open(&path).unwrap();
        assert!(ledger.has(&[1; 16]) && ledger.has(&[2; 16]) && !ledger.has(&[3; 16]));
        ledger.add(&[[4; 16]]).unwrap();
        let ledger = Ledger::open(&path).unwrap();
        assert!(ledger.has(&[4; 16]));
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 48);
    }

    #[test]
    fn what_could_not_be_written_is_not_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("files");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.add(&[[1; 16]]).unwrap();
        ledger.file = File::open(&path).unwrap(); // to read only
        assert!(ledger.add(&[[1; 16], [2; 16]]).is_err());
        assert!(ledger.has(&[1; 16]) && !ledger.has(&[2; 16]));
    }
}
