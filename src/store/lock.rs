//! Our lock: one process at a time works on the folder.

use super::{StoreError, files};
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Bytes that a process number takes in the file; always the same, so that a full disk is no hindrance.
const WIDTH: usize = 20;

/// The held lock. The file holds the process number while it is held, so that one left in it tells of an unclean end.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// Whether the process before us ended without letting go.
    pub(super) unclean: bool,
}

impl Lock {
    /// Takes the lock, waiting [`PATIENCE`] at most.
    ///
    /// # Errors
    /// [`StoreError::Busy`] after that, naming the holder if the file says so.
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        Self::take_within(path, PATIENCE)
    }

    fn take_within(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let mut file = match open(path) {
            // Someone who may only read can still look: reading needs the lock, not the number in it.
            Err(e) if files::is_refusal(&e) => File::open(path).map_err(files::at(path))?,
            other => other.map_err(files::at(path))?,
        };
        let deadline = Instant::now() + patience;
        let mut pause = Duration::from_micros(500);
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => std::thread::sleep(pause),
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::Busy {
                        holder: holder(&mut file),
                    });
                }
                Err(TryLockError::Error(source)) => return Err(files::at(path)(source)),
            }
            pause = (pause * 2).min(Duration::from_millis(20));
        }
        let unclean = content(&mut file).is_none_or(|text| !text.trim().is_empty());
        let mut lock = Self { file, unclean };
        let _ = lock.write(&std::process::id().to_string()); // it only serves to name the holder and to tell of kills
        Ok(lock)
    }

    fn write(&mut self, text: &str) -> std::io::Result<()> {
        self.file.rewind()?;
        self.file.write_all(format!("{text:<WIDTH$}").as_bytes())
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = files::private_file();
    options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

impl Drop for Lock {
    /// Marks a clean end and lets go. A failure only makes the next opening look more closely.
    fn drop(&mut self) {
        let _ = self.write("");
        let _ = self.file.unlock();
    }
}

fn content(file: &mut File) -> Option<String> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(64).read_to_string(&mut text).ok()?;
    Some(text)
}

fn holder(file: &mut File) -> Option<u32> {
    content(file)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_then_names_the_holder_and_a_clean_end_leaves_no_trace() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let lock = Lock::take(&path).unwrap();
        assert!(!lock.unclean);
        let before = Instant::now();
        let busy = Lock::take_within(&path, Duration::from_millis(60)).unwrap_err();
        assert!(before.elapsed() >= Duration::from_millis(60));
        assert!(matches!(busy, StoreError::Busy { holder: Some(pid) } if pid == std::process::id()));
        drop(lock);
        assert!(!Lock::take(&path).unwrap().unclean);
        std::fs::write(&path, "123").unwrap();
        assert!(Lock::take(&path).unwrap().unclean, "a process number left behind");
    }
}
