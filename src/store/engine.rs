//! The database engine, and the only place that knows which one it is: sled 0.34.7, with our own sync.
//!
//! sled flushes with `sync_file_range`, which survives no power cut, so every commit syncs the file itself. It panics
//! on some damage, so every call is guarded. It leaves a half-written snapshot when killed while opening, which then
//! stops it from opening again; that one kind of file is removed first.

use super::{StoreError, files};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::Duration;

/// The page cache: a day's work touches a few pages only.
const CACHE_BYTES: u64 = 4 * 1024 * 1024;

/// The database cannot be used as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EngineError {
    /// It, or a record in it, is damaged.
    Damaged(String),
    /// The system refuses: disk full, no permission.
    System(String),
    /// Records of a newer schema.
    Newer(String),
    /// A record that is sound but cannot be understood.
    Unreadable(String),
    /// Another process holds the database's file.
    Locked,
}

/// Key and value; no value takes the key out.
pub(super) type Write = (Vec<u8>, Option<Vec<u8>>);

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside a guarded call of the engine, whose panics are caught and mended and so not for the
/// user's eyes. Panic hooks ask this.
#[must_use]
pub fn is_guarded() -> bool {
    GUARDED.get()
        || std::thread::current()
            .name()
            .is_some_and(|n| n.starts_with("sled"))
}

/// Runs a call of the engine; a panic in it becomes an error.
fn guarded<T>(call: impl FnOnce() -> sled::Result<T>) -> Result<T, EngineError> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !is_guarded() {
                hook(info);
            }
        }));
    });
    GUARDED.set(true);
    let result = catch_unwind(AssertUnwindSafe(call));
    GUARDED.set(false);
    match result {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(sled::Error::Io(e))) if e.to_string().contains("could not acquire lock") => {
            Err(EngineError::Locked)
        }
        Ok(Err(sled::Error::Io(e))) if !tells_of_damage(&e) => Err(EngineError::System(e.to_string())),
        Ok(Err(e)) => Err(EngineError::Damaged(e.to_string())),
        Err(_) => Err(EngineError::Damaged("the database engine panicked".into())),
    }
}

/// Whether an I/O error says something about the content; all others are the system's: no space, no permission, too
/// many files, a failing disk.
fn tells_of_damage(e: &std::io::Error) -> bool {
    use std::io::ErrorKind as K;
    let content = matches!(
        e.kind(),
        K::InvalidData | K::InvalidInput | K::UnexpectedEof | K::NotFound
    );
    content || (e.kind() == K::Other && e.raw_os_error().is_none())
}

/// The open database.
#[derive(Debug)]
pub(super) struct Engine(Kind);

#[derive(Debug)]
enum Kind {
    Sled {
        db: sled::Db,
        file: PathBuf,
    },
    /// Records that were put together from dump and journal, to be read only: the system does not let the database
    /// be opened.
    Memory(BTreeMap<Vec<u8>, Vec<u8>>),
}

impl Engine {
    /// Opens the database in a folder, creating it if it is not there.
    pub(super) fn open(dir: &Path) -> Result<Self, EngineError> {
        let system = |e: StoreError| EngineError::System(e.to_string());
        let file = dir.join("db");
        files::create_private_dir(dir).map_err(system)?;
        remove_half_snapshots(dir).map_err(system)?;
        let config = || {
            sled::Config::new()
                .path(dir)
                .cache_capacity(CACHE_BYTES)
                .mode(sled::Mode::LowSpace)
                .flush_every_ms(None)
                .open()
        };
        // A database that this process has just dropped may hold its file for a moment longer.
        let mut tries = 0;
        let db = loop {
            match guarded(config) {
                Err(EngineError::Locked) if tries < 200 => {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(5));
                }
                other => break other?,
            }
        };
        let engine = Self(Kind::Sled { db, file });
        make_private(dir).map_err(system)?;
        Ok(engine)
    }

    /// A database in memory that cannot be changed.
    pub(super) fn of_memory(writes: Vec<Write>) -> Self {
        Self(Kind::Memory(
            writes.into_iter().filter_map(|(k, v)| Some((k, v?))).collect(),
        ))
    }

    /// Makes the files and names of a new database durable.
    pub(super) fn sync_all_files(&self) -> Result<(), EngineError> {
        let Kind::Sled { file, .. } = &self.0 else {
            return Ok(());
        };
        let dir = file.parent().unwrap_or(Path::new("."));
        let sync = || {
            for name in files::names_in(dir)? {
                let path = dir.join(name);
                if path.is_file() {
                    files::sync_file(&path)?;
                }
            }
            files::sync_dir(dir)?;
            dir.parent().map_or(Ok(()), files::sync_dir)
        };
        sync().map_err(|e: StoreError| EngineError::System(e.to_string()))
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, EngineError> {
        match &self.0 {
            Kind::Sled { db, .. } => guarded(|| Ok(db.get(key)?.map(|v| v.to_vec()))),
            Kind::Memory(records) => Ok(records.get(key).cloned()),
        }
    }

    /// Calls `each` with the keys and values from `from` to `to`, both included, in order, until it says stop.
    pub(super) fn scan(
        &self,
        from: &[u8],
        to: &[u8],
        mut each: impl FnMut(&[u8], &[u8]) -> std::ops::ControlFlow<()>,
    ) -> Result<(), EngineError> {
        let db = match &self.0 {
            Kind::Sled { db, .. } => db,
            Kind::Memory(records) => {
                for (key, value) in records.range(from.to_vec()..=to.to_vec()) {
                    if each(key, value).is_break() {
                        break;
                    }
                }
                return Ok(());
            }
        };
        // The caller's own code is not guarded: a panic of it is not the engine's.
        let mut entries = guarded(|| Ok(db.range(from..=to)))?;
        while let Some(entry) = guarded(|| entries.next().transpose())? {
            if each(&entry.0, &entry.1).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Applies writes as one, and returns when they are durable.
    pub(super) fn commit(&self, writes: Vec<Write>) -> Result<(), EngineError> {
        let Kind::Sled { db, file } = &self.0 else {
            return Err(EngineError::System("read only".into()));
        };
        guarded(|| {
            let mut batch = sled::Batch::default();
            for (key, value) in writes {
                match value {
                    Some(value) => batch.insert(key, value),
                    None => batch.remove(key),
                }
            }
            db.apply_batch(batch)?;
            db.flush()?;
            Ok(())
        })?;
        files::sync_file(file).map_err(|e| EngineError::System(e.to_string()))
    }
}

/// Closes the engine's files to others; it makes them as the system's default has it.
fn make_private(dir: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    for name in files::names_in(dir)? {
        use std::os::unix::fs::PermissionsExt;
        let path = dir.join(name);
        let Ok(metadata) = path.metadata() else { continue }; // an old snapshot that has just gone
        let mode = if metadata.is_dir() { 0o700 } else { 0o600 };
        if metadata.permissions().mode() & 0o777 != mode {
            std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).map_err(files::at(&path))?;
        }
    }
    Ok(())
}

/// Removes what a kill during opening leaves behind and nothing else.
fn remove_half_snapshots(dir: &Path) -> Result<(), StoreError> {
    for name in files::names_in(dir)? {
        if name.starts_with("snap.") && name.ends_with(".generating") {
            let path = dir.join(name);
            std::fs::remove_file(&path).map_err(files::at(&path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    #[test]
    fn what_is_committed_is_there_after_opening_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("sled");
        for round in 0..3u8 {
            let engine = Engine::open(&path).unwrap();
            engine
                .commit(vec![(vec![round], Some(vec![round; 100])), (vec![200], None)])
                .unwrap();
        }
        std::fs::write(path.join("snap.0000000000000001.generating"), "half").unwrap();
        let engine = Engine::open(&path).unwrap();
        let mut keys = Vec::new();
        engine
            .scan(&[0], &[255], |key, _| {
                keys.push(key.to_vec());
                if keys.len() == 2 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
            .unwrap();
        assert_eq!(keys, [[0], [1]]);
        assert_eq!(engine.get(&[2]).unwrap(), Some(vec![2; 100]));
        assert_eq!(engine.get(&[3]).unwrap(), None);
    }

    #[test]
    fn a_panic_becomes_an_error_and_is_told_only_here() {
        let error = guarded::<()>(|| panic!("inside")).unwrap_err();
        assert!(matches!(error, EngineError::Damaged(_)));
        assert!(!is_guarded());
    }
}
