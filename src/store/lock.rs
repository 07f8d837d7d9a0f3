//! Our lock: one process at a time works on the folder.

use super::{StoreError, files};
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(5);

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
        let mut file = files::private_file()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(files::at(path))?;
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
        let unclean = content(&mut file).is_none_or(|text| !text.is_empty());
        let mut lock = Self { file, unclean };
        lock.write(&std::process::id().to_string())
            .map_err(files::at(path))?;
        Ok(lock)
    }

    fn write(&mut self, text: &str) -> std::io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()?;
        self.file.write_all(text.as_bytes())
    }
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
