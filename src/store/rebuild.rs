//! Rebuilding the database from the newest sound dump and the journal.

use super::engine::{Engine, EngineError};
use super::files::{self, Layout};
use super::journal::{Entry, Journal};
use super::records::{self, Records};
use super::undo::UndoState;
use super::{Notice, StoreError, backup};
use chrono::NaiveDateTime;
use std::path::PathBuf;

/// What dump and journal say the database should hold.
#[derive(Debug)]
pub(super) struct State {
    pub(super) records: Records,
    pub(super) seq: u64,
    pub(super) undo: UndoState,
    /// Changes between the dump and `seq` that no file holds.
    pub(super) missing: Vec<u64>,
}

/// Adds the newest dump that is sound and the journal lines after it.
///
/// A line holds a whole record, so lines after a gap are still right for the records they name.
pub(super) fn state(layout: &Layout) -> Result<State, StoreError> {
    let entries = Journal::new(layout.journal()).read_after(0)?.entries;
    let mut best: Option<State> = None;
    let dumps = backup::by_age(layout)?;
    for info in dumps.iter().map(Some).chain([None]) {
        let (seq, records) = match info {
            None => (0, Records::new()),
            Some(info) => match backup::read(layout, &info.name) {
                Ok(read) => read,
                Err(_) => continue,
            },
        };
        let candidate = replay(seq, records, entries.iter().filter(|e| e.seq > seq));
        let better = |b: &State| (candidate.seq, b.missing.len()) > (b.seq, candidate.missing.len());
        if best.as_ref().is_none_or(better) {
            best = Some(candidate);
        }
        if best.as_ref().is_some_and(|b| b.missing.is_empty()) {
            break; // an older dump cannot know more
        }
    }
    let mut state = best.unwrap_or(State {
        records: Records::new(),
        seq: 0,
        undo: UndoState::default(),
        missing: Vec::new(),
    });
    let mut undo = UndoState::default();
    let mut last = 0;
    for entry in entries.iter().filter(|e| e.seq <= state.seq) {
        if entry.seq != last + 1 {
            undo.forget_through(entry.seq - 1); // what lies before a gap cannot be taken back over it
        }
        undo.record(entry.seq, entry.op);
        last = entry.seq;
    }
    if last < state.seq {
        undo.forget_through(state.seq);
    }
    if let Some(gap) = state.missing.last() {
        undo.forget_through(*gap);
    }
    state.undo = undo;
    Ok(state)
}

fn replay<'a>(base: u64, mut records: Records, entries: impl Iterator<Item = &'a Entry>) -> State {
    let (mut seq, mut missing) = (base, Vec::new());
    for entry in entries {
        missing.extend(seq + 1..entry.seq);
        seq = entry.seq;
        for change in &entry.changes {
            match &change.after {
                Some(after) => drop(records.insert(change.key.clone(), after.clone())),
                None => drop(records.remove(&change.key)),
            }
        }
    }
    State {
        records,
        seq,
        undo: UndoState::default(),
        missing,
    }
}

/// What a rebuild did.
#[derive(Debug)]
pub(super) struct Rebuilt {
    pub(super) engine: Engine,
    pub(super) aside: Option<PathBuf>,
    pub(super) missing: Vec<u64>,
    pub(super) seq: u64,
    /// The backup that everything comes from, where the journal after it is gone and nobody can tell what it held.
    pub(super) only_from: Option<backup::BackupName>,
}

impl Rebuilt {
    /// What the user is told.
    pub(super) fn notice(&self) -> Notice {
        match &self.only_from {
            Some(name) => Notice::RebuiltFromBackup(name.clone()),
            None => Notice::Rebuilt {
                aside: self.aside.clone(),
                missing: self.missing.clone(),
            },
        }
    }
}

/// Builds the database anew beside the damaged one, then sets that aside and takes its place.
///
/// `known` is the highest change number that is known of; what lies between it and what was found is reported missing.
pub(super) fn rebuild(layout: &Layout, now: NaiveDateTime, known: u64) -> Result<Rebuilt, StoreError> {
    let mut state = state(layout)?;
    let only_from = backup::newest(layout)?.filter(|newest| {
        // A dump is always followed by a journal file of its own.
        let followed = Journal::new(layout.journal()).follows(newest.seq);
        state.seq == newest.seq && !followed.unwrap_or(false)
    });
    let only_from = only_from.map(|newest| newest.name);
    state.missing.extend(state.seq + 1..=known);
    let seq = state.seq.max(known); // numbers are never given twice
    let new = layout.sled_new();
    if new.exists() {
        std::fs::remove_dir_all(&new).map_err(files::at(&new))?;
    }
    {
        let engine = Engine::open(&new)?;
        let mut writes = records::own_writes(seq, &state.undo)?;
        for (key, payload) in &state.records {
            writes.extend(records::record_writes(&engine, key, Some(payload))?);
        }
        engine.commit(writes)?;
    }
    let old = layout.sled();
    let aside = if old.exists() {
        let aside = Layout::aside(&old, now);
        std::fs::rename(&old, &aside).map_err(files::at(&old))?;
        Some(aside)
    } else {
        None
    };
    std::fs::rename(&new, &old).map_err(files::at(&new))?;
    files::sync_dir(layout.dir())?;
    let engine = Engine::open(&old)?;
    Ok(Rebuilt {
        engine,
        aside,
        missing: state.missing,
        seq,
        only_from,
    })
}

/// The records of dump and journal as a database that can only be read; for when the system does not let the real one
/// be opened.
pub(super) fn in_memory(layout: &Layout) -> Result<(Engine, u64), StoreError> {
    let state = state(layout)?;
    let nothing = Engine::of_memory(Vec::new());
    let mut writes = records::own_writes(state.seq, &state.undo)?;
    for (key, payload) in &state.records {
        writes.extend(records::record_writes(&nothing, key, Some(payload))?);
    }
    Ok((Engine::of_memory(writes), state.seq))
}

impl From<EngineError> for StoreError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Damaged(why) => Self::Database(why),
            EngineError::System(why) => Self::System(why),
            EngineError::Unreadable(why) => Self::BadData(why),
            EngineError::Locked => Self::Busy { holder: None },
            EngineError::Newer(found) => Self::Newer { found },
        }
    }
}
