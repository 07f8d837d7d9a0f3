//! Taking the whole store to another folder.
//!
//! Everything is first put together in a folder of its own inside the new one, synced, and then renamed into place: the
//! database first, then the backups, then the journal, FORMAT last. So wherever it is cut off, the new folder is either
//! no store yet or one with everything in it. Until it is done the old one is held, and nothing in it is changed.

use super::engine::Engine;
use super::files::{self, Layout};
use super::format::{self, Found, Trust};
use super::lock::Lock;
use super::records::{self, own_writes, read_all, record_writes};
use super::session::Session;
use super::{Store, StoreError};
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

/// The name, inside the new folder, of what is not in its place yet. Opening sweeps away what begins so.
const STAGE: &str = ".new-moved";

impl Store {
    /// Copies everything into another folder and gives the store there; the old one stays as it is.
    ///
    /// # Errors
    /// [`StoreError::HasData`] where the folder is a store with data already, [`StoreError::Foreign`] where it has other
    /// things in it or lies inside this one, [`StoreError::Newer`], or why something cannot be read or written. Nothing
    /// is left behind then.
    pub fn move_to(&self, dir: impl Into<PathBuf>, now: NaiveDateTime) -> Result<Self, StoreError> {
        let dir = dir.into();
        let mut session = self.session(now)?;
        let target = self.in_folder(&dir);
        refuse(&target, self.dir(), now)?;
        let made = !dir.exists();
        files::create_private_dir(&dir)?;
        let copied = copy(&mut session, &target.layout);
        if copied.is_err() && made {
            let _ = std::fs::remove_dir(&dir); // the first error is what is told
        }
        copied.map(|()| target)
    }
}

/// Refuses a folder that is not free, and what lies inside the store itself.
fn refuse(target: &Store, from: &Path, now: NaiveDateTime) -> Result<(), StoreError> {
    let dir = target.dir().to_owned();
    let from = from.canonicalize().map_err(files::at(from))?;
    let there = dir.ancestors().find_map(|a| a.canonicalize().ok());
    if there.as_ref().is_some_and(|there| there.starts_with(&from)) {
        return Err(if dir.canonicalize().is_ok_and(|d| d == from) {
            StoreError::HasData { dir }
        } else {
            StoreError::Foreign { dir }
        });
    }
    match format::look(&target.layout, Trust::Format)? {
        Found::Empty => Ok(()),
        // Opened once, perhaps, and nothing logged: the database itself is asked, and then makes room.
        Found::Ours if target.is_new() => {
            let mut session = target.session(now)?;
            let used = session.seq() > 0 || !session.read(read_all)?.is_empty();
            drop(session);
            if used {
                return Err(StoreError::HasData { dir });
            }
            for part in [
                target.layout.format(),
                target.layout.sled(),
                target.layout.journal(),
            ] {
                remove(&part)?;
            }
            remove(&target.layout.backup())
        }
        Found::Ours | Found::OursWithoutFormat => Err(StoreError::HasData { dir }),
    }
}

fn copy(session: &mut Session, target: &Layout) -> Result<(), StoreError> {
    let lock = Lock::take(&target.lock())?;
    let copied = copy_held(session, target);
    if copied.is_err() {
        // What the folder did not have before: it was free.
        let names = files::names_in(session.layout.dir()).unwrap_or_default();
        for name in names.iter().map(String::as_str).chain([STAGE, "sled"]) {
            let _ = remove(&target.dir().join(name)); // the first error is what is told
        }
    }
    drop(lock);
    copied
}

fn copy_held(session: &mut Session, target: &Layout) -> Result<(), StoreError> {
    let stage = Layout::new(target.dir().join(STAGE));
    remove(stage.dir())?;
    files::create_private_dir(stage.dir())?;
    write_database(session, &stage)?;
    // Whatever else lies there, also what was once set aside; not what is the folder's own.
    let own = |n: &str| matches!(n, "lock" | "FORMAT" | "sled" | "sled.new") || n.starts_with(".new-");
    let mut names = files::names_in(session.layout.dir())?;
    names.retain(|n| !own(n));
    for name in &names {
        copy_all(&session.layout.dir().join(name), &stage.dir().join(name))?;
    }
    files::sync_dir(stage.dir())?;
    names.sort_by_key(|n| n == "journal"); // as long as there is no journal, the backups alone make no store seem whole
    names.insert(0, "sled".to_owned());
    for name in names {
        let (from, to) = (stage.dir().join(&name), target.dir().join(&name));
        if to.is_dir() {
            std::fs::remove_dir(&to).map_err(files::at(&to))?; // empty, or it would have been refused
        }
        std::fs::rename(&from, &to).map_err(files::at(&to))?;
    }
    files::sync_dir(target.dir())?;
    remove(stage.dir())?;
    format::write(target)
}

/// A fresh database with every record of the old one, read back.
fn write_database(session: &mut Session, stage: &Layout) -> Result<(), StoreError> {
    let all = session.read(read_all)?;
    let undo = session.undo_state()?;
    let engine = Engine::open(&stage.sled())?;
    let mut writes = own_writes(session.seq, &undo)?;
    for (key, payload) in &all {
        writes.extend(record_writes(&engine, key, Some(payload))?);
    }
    engine.commit(writes)?;
    engine.sync_all_files()?;
    let same = read_all(&engine)? == all && records::read_seq(&engine)? == Some(session.seq);
    if same {
        Ok(())
    } else {
        Err(StoreError::Database("the copy does not read back".into()))
    }
}

/// Copies a file, or a folder with everything in it, durably.
fn copy_all(from: &Path, to: &Path) -> Result<(), StoreError> {
    if !from.is_dir() {
        std::fs::copy(from, to).map_err(files::at(from))?;
        return files::sync_file(to);
    }
    files::create_private_dir(to)?;
    for name in files::names_in(from)? {
        if !name.starts_with(".new-") {
            copy_all(&from.join(&name), &to.join(&name))?;
        }
    }
    files::sync_dir(to)
}

fn remove(path: &Path) -> Result<(), StoreError> {
    let gone = if path.is_dir() {
        std::fs::remove_dir_all(path)
    } else {
        std::fs::remove_file(path)
    };
    match gone {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(files::at(path)),
    }
}
