//! Taking the whole store to another folder: copy, configure, mark.
//!
//! Everything is first put together in a folder of its own inside the new one, synced, and then renamed into place: the
//! database first, then the backups, then the journal, FORMAT last. So wherever it is cut off, the new folder is either
//! no store yet or one with everything in it. Whoever asked for the move then says to the program where the data lie, and
//! only then the old folder is marked as one that they left: all of it under the old folder's lock, so that no change can
//! fall between copy and mark. Cut off before the mark, the old folder is still a store of its own.
//!
//! A folder that the data left can take them in again, if its mark names the folder that they come from: what it had is
//! put aside inside it, not thrown away. Where the mark names any other folder, nobody knows whether all of it is there,
//! and the folder is refused.

use super::engine::Engine;
use super::files::{self, Layout};
use super::format::{self, Found, Trust};
use super::lock::Lock;
use super::records::{self, own_writes, read_all, record_writes};
use super::session::Session;
use super::{Store, StoreError, moved};
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

/// The name, inside the new folder, of what is not in its place yet. Opening sweeps away what begins so.
const STAGE: &str = ".new-moved";
/// What the name begins with under which a folder keeps what was in it before the data came back.
const ASIDE: &str = "old-";

/// A move under way: everything is copied, both folders are held, and nothing is decided. Dropped, the copy goes again.
#[derive(Debug)]
#[must_use = "dropped, it takes the copy away again"]
pub struct Moving {
    from: Session,
    place: Place,
}

impl Store {
    /// Copies everything into another folder and holds both. To be followed by [`Moving::finish`].
    ///
    /// # Errors
    /// [`StoreError::HasData`] where the folder is a store with data already, [`StoreError::Foreign`] where it has other
    /// things in it or lies inside this one, [`StoreError::Newer`], or why something cannot be read or written. Nothing
    /// is left behind then.
    pub fn begin_move(&self, dir: impl Into<PathBuf>, now: NaiveDateTime) -> Result<Moving, StoreError> {
        let mut from = self.session(now)?;
        let mut place = Place::claim(self.in_folder(dir), self.dir(), now)?;
        place.fill(&mut from)?;
        Ok(Moving { from, place })
    }
}

impl Moving {
    /// Marks the old folder as one that the data have left, and gives the new store. To be called once it is written
    /// down that they lie in the new folder. Whether the old one could be marked comes beside: the move is made anyway.
    pub fn finish(mut self) -> (Store, Result<(), StoreError>) {
        let target = self.place.target.clone();
        let to = target.dir().canonicalize();
        let to = to.unwrap_or_else(|_| target.dir().to_owned());
        let marked = moved::write(&self.from.layout, &to);
        self.place.settled = true;
        (target, marked)
    }
}

/// The new folder, free and held. Dropped before all is settled, it is as it was.
#[derive(Debug)]
struct Place {
    target: Store,
    /// Whether the folder, and whether its lock, was made for this.
    made: (bool, bool),
    /// What was put into it.
    filled: Vec<String>,
    /// Where it keeps what was in it before, and where that says the data went.
    aside: Option<(PathBuf, PathBuf)>,
    settled: bool,
    lock: Option<Lock>,
}

/// What a folder is to data that come.
enum Room {
    /// Nothing is in it.
    Free,
    /// A store that was opened, perhaps, and in which nothing was logged.
    Unused,
    /// The data come back; it says that they went to this folder.
    Left(PathBuf),
}

impl Place {
    /// Takes hold of a folder and makes room in it. What it is, is looked at first without touching it, and again when it
    /// is held.
    fn claim(target: Store, from: &Path, now: NaiveDateTime) -> Result<Self, StoreError> {
        refuse_inside(&target, from)?;
        let room = room(&target, from)?;
        let (layout, dir) = (target.layout.clone(), target.dir().to_owned());
        let mut place = Self {
            target,
            made: (!dir.exists(), !layout.lock().exists()),
            filled: Vec::new(),
            aside: None,
            settled: false,
            lock: None,
        };
        if matches!(room, Room::Unused) {
            // The database itself is asked, and makes room while the folder stays held.
            let mut session = place.target.session(now)?;
            let used = session.seq() > 0 || !session.read(read_all)?.is_empty();
            place.lock = Some(session.into_lock());
            if used {
                return Err(StoreError::HasData { dir });
            }
            for part in [layout.format(), layout.sled(), layout.journal(), layout.backup()] {
                remove(&part)?;
            }
            return Ok(place);
        }
        files::create_private_dir(&dir)?;
        place.lock = Some(Lock::take(&layout.lock())?);
        match self::room(&place.target, from) {
            Ok(Room::Free) => Ok(place),
            Ok(Room::Left(to)) => place.put_aside(to, now).map(|()| place),
            other => {
                place.made = (false, false); // another process was quicker: it is that one's folder
                other.and(Err(StoreError::HasData { dir }))
            }
        }
    }

    /// Puts what was left here out of the way. The mark goes only when the copy is whole.
    fn put_aside(&mut self, to: PathBuf, now: NaiveDateTime) -> Result<(), StoreError> {
        let dir = self.target.dir();
        let stamp = now.format("%Y%m%dT%H%M%S");
        let free = (1..u32::MAX)
            .map(|n| dir.join(format!("{ASIDE}{stamp}-{n}")))
            .find(|p| !p.exists());
        let aside = free.ok_or_else(|| StoreError::HasData { dir: dir.to_owned() })?;
        files::create_private_dir(&aside)?;
        self.aside = Some((aside.clone(), to));
        for name in files::names_in(dir)? {
            if !matches!(name.as_str(), "lock" | "MOVED") && !name.starts_with(ASIDE) {
                rename(&dir.join(&name), &aside.join(&name))?;
            }
        }
        files::sync_dir(dir)
    }

    /// Copies everything, and lets the folder be a store.
    fn fill(&mut self, from: &mut Session) -> Result<(), StoreError> {
        let layout = self.target.layout.clone();
        self.filled = names_to_copy(from.layout.dir())?;
        self.filled.extend(["sled", STAGE, "FORMAT"].map(str::to_owned));
        copy_held(from, &layout)?;
        remove(&layout.moved())
    }

    /// Makes the folder what it was.
    fn clear(&mut self) -> Result<(), StoreError> {
        let layout = &self.target.layout;
        if let Some((_, to)) = &self.aside {
            moved::write(layout, to)?; // first of all: from here on nothing else is read of it
        }
        for name in &self.filled {
            remove(&layout.dir().join(name))?;
        }
        if let Some((aside, _)) = &self.aside {
            for name in files::names_in(aside)? {
                rename(&aside.join(&name), &layout.dir().join(&name))?;
            }
            remove(aside)?;
        }
        if self.made.1 {
            remove(&layout.lock())?;
        }
        self.lock = None;
        if self.made.0 {
            std::fs::remove_dir(layout.dir()).map_err(files::at(layout.dir()))?;
        }
        Ok(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.settled {
            let _ = self.clear(); // what led here is what is told
        }
    }
}

/// Refuses the store's own folder and what lies inside it.
fn refuse_inside(target: &Store, from: &Path) -> Result<(), StoreError> {
    let dir = target.dir().to_owned();
    let from = from.canonicalize().map_err(files::at(from))?;
    let there = dir.ancestors().find_map(|a| a.canonicalize().ok());
    if !there.as_ref().is_some_and(|there| there.starts_with(&from)) {
        return Ok(());
    }
    Err(if dir.canonicalize().is_ok_and(|d| d == from) {
        StoreError::HasData { dir }
    } else {
        StoreError::Foreign { dir }
    })
}

/// What a folder is to data that come from another one. Refuses one that is not free.
fn room(target: &Store, from: &Path) -> Result<Room, StoreError> {
    let dir = target.dir().to_owned();
    match format::look(&target.layout, Trust::Format) {
        Ok(Found::Empty) => Ok(Room::Free),
        Ok(Found::Ours) if target.is_new() => Ok(Room::Unused),
        Ok(Found::Ours | Found::OursWithoutFormat) => Err(StoreError::HasData { dir }),
        Err(StoreError::Moved { to, .. }) => match (to.canonicalize(), from.canonicalize()) {
            (Ok(there), Ok(here)) if there == here => Ok(Room::Left(to)),
            _ => Err(StoreError::HasData { dir }),
        },
        Err(other) => Err(other),
    }
}

/// Whatever lies in the folder, also what was once set aside; not what is the folder's own.
fn names_to_copy(dir: &Path) -> Result<Vec<String>, StoreError> {
    let own = |n: &str| {
        matches!(n, "lock" | "FORMAT" | "MOVED" | "sled" | "sled.new")
            || n.starts_with(".new-")
            || n.starts_with(ASIDE)
    };
    let mut names = files::names_in(dir)?;
    names.retain(|n| !own(n));
    Ok(names)
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    std::fs::rename(from, to).map_err(files::at(from))
}

fn copy_held(session: &mut Session, target: &Layout) -> Result<(), StoreError> {
    let stage = Layout::new(target.dir().join(STAGE));
    remove(stage.dir())?;
    files::create_private_dir(stage.dir())?;
    write_database(session, &stage)?;
    let mut names = names_to_copy(session.layout.dir())?;
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
        rename(&from, &to)?;
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
