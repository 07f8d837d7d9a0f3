//! Opening: the fast path, and every way back to it.

use super::engine::{Engine, EngineError};
use super::files::{self, Layout};
use super::format::{self, Found, Trust};
use super::journal::{Journal, Tail};
use super::lock::Lock;
use super::{Notice, StoreError, backup, rebuild, records};
use chrono::NaiveDateTime;

/// A store that is locked and open.
pub(super) struct Opened {
    pub(super) lock: Lock,
    pub(super) engine: Engine,
    pub(super) seq: u64,
    pub(super) stalled: Option<String>,
    pub(super) notices: Vec<Notice>,
}

/// A database that stands where the journal does, or can only be read.
pub(super) struct Up {
    pub(super) engine: Engine,
    pub(super) seq: u64,
    /// Why nothing can be changed now, if so.
    pub(super) stalled: Option<String>,
}

impl Up {
    const fn ready(engine: Engine, seq: u64) -> Self {
        Self {
            engine,
            seq,
            stalled: None,
        }
    }
}

/// Locks, checks, opens and mends.
pub(super) fn open(layout: &Layout, now: NaiveDateTime, trust: Trust) -> Result<Opened, StoreError> {
    format::look(layout, trust)?; // before anything is touched
    files::create_private_dir(layout.dir())?;
    let lock = Lock::take(&layout.lock())?;
    let mut notices = Vec::new();
    match format::look(layout, trust)? {
        Found::Ours => {}
        Found::Empty => format::write(layout)?,
        Found::OursWithoutFormat => {
            format::write(layout)?;
            notices.push(Notice::FormatRewritten);
        }
    }
    let Up { engine, seq, stalled } = bring_up(layout, now, lock.unclean, &mut notices)?;
    Ok(Opened {
        lock,
        engine,
        seq,
        stalled,
        notices,
    })
}

/// Opens the database and brings it and the journal to the same change.
pub(super) fn bring_up(
    layout: &Layout,
    now: NaiveDateTime,
    unclean: bool,
    notices: &mut Vec<Notice>,
) -> Result<Up, StoreError> {
    match bring_up_to_write(layout, now, unclean, notices) {
        // No space, no permission: then at least everything can be read and exported.
        Err(StoreError::System(why)) => read_only(layout, why, notices),
        Err(StoreError::Io { path, source }) if files::is_refusal(&source) => {
            read_only(layout, format!("{}: {source}", path.display()), notices)
        }
        other => other,
    }
}

/// What dump and journal hold, to be read only.
fn read_only(layout: &Layout, why: String, notices: &mut Vec<Notice>) -> Result<Up, StoreError> {
    let (engine, seq) = rebuild::in_memory(layout)?;
    notices.push(Notice::ReadOnly(why.clone()));
    Ok(Up {
        engine,
        seq,
        stalled: Some(why),
    })
}

fn bring_up_to_write(
    layout: &Layout,
    now: NaiveDateTime,
    unclean: bool,
    notices: &mut Vec<Notice>,
) -> Result<Up, StoreError> {
    if unclean {
        remove_leftovers(layout)?;
    }
    let tail = Journal::new(layout.journal()).tail()?;
    let opened = open_engine(layout, &tail).and_then(|engine| {
        let seq = records::read_seq(&engine)?;
        if seq.is_none() {
            engine.sync_all_files()?; // it is new: nothing is acknowledged before its files are durable
        }
        if unclean || tail.broken.is_some() || seq.is_some_and(|s| s > tail.seq) {
            records::try_all(&engine)?;
        }
        Ok((engine, seq.unwrap_or(0)))
    });
    let (engine, seq) = match opened {
        Ok(opened) => opened,
        Err(EngineError::Damaged(_)) => return rebuilt(layout, now, tail.seq, notices),
        Err(other) => return Err(other.into()),
    };
    match tail.seq.checked_sub(seq) {
        Some(0) => {
            if let Some((path, readable)) = tail.broken {
                Journal::cut(&path, readable)?;
                notices.push(Notice::TornLineDropped);
            }
            Ok(Up::ready(engine, seq))
        }
        Some(1) if replay_last(layout, &engine, seq)? => {
            if let Some((path, readable)) = tail.broken {
                Journal::cut(&path, readable)?;
            }
            notices.push(Notice::Replayed);
            Ok(Up::ready(engine, tail.seq))
        }
        Some(_) => {
            drop(engine);
            rebuilt(layout, now, tail.seq, notices)
        }
        None => {
            replace_journal(layout, &engine, seq, now, tail, notices)?;
            Ok(Up::ready(engine, seq))
        }
    }
}

/// Opens the database; one that is gone although there must have been one counts as damaged.
fn open_engine(layout: &Layout, tail: &Tail) -> Result<Engine, EngineError> {
    let gone = !layout.sled().join("db").is_file();
    let known = tail.seq > 0 || tail.broken.is_some() || backup::any_is_ours(layout);
    if gone && known {
        return Err(EngineError::Damaged("the database is gone".into()));
    }
    Engine::open(&layout.sled())
}

/// Rebuilds, and where dump and journal do not hold all of the result, makes a dump that does.
pub(super) fn rebuilt(
    layout: &Layout,
    now: NaiveDateTime,
    known: u64,
    notices: &mut Vec<Notice>,
) -> Result<Up, StoreError> {
    let done = rebuild::rebuild(layout, now, known)?;
    let tail = Journal::new(layout.journal()).tail()?;
    let journal_holds_it = tail.seq == done.seq && tail.broken.is_none();
    if !done.missing.is_empty() || done.only_from.is_some() || !journal_holds_it {
        backup::make(layout, &done.engine, done.seq, now)?;
        backup::after_dump(layout, done.seq)?;
    }
    notices.push(done.notice());
    Ok(Up::ready(done.engine, done.seq))
}

/// Applies the journal's last line to a database that is one change behind.
///
/// False where the records are not what the line says they were: then something else is wrong.
fn replay_last(layout: &Layout, engine: &Engine, seq: u64) -> Result<bool, StoreError> {
    let Some(entry) = Journal::new(layout.journal()).find(seq + 1)? else {
        return Ok(false);
    };
    let mut undo = records::read_undo(engine)?;
    undo.record(entry.seq, entry.op);
    let mut writes = records::own_writes(entry.seq, &undo)?;
    for change in &entry.changes {
        if records::read_payload(engine, &change.key)? != change.before {
            return Ok(false);
        }
        writes.extend(records::record_writes(
            engine,
            &change.key,
            change.after.as_deref(),
        )?);
    }
    engine.commit(writes)?;
    Ok(true)
}

/// The database is sound and knows changes that the journal does not: keeps the damaged file and starts afresh from a
/// dump.
fn replace_journal(
    layout: &Layout,
    engine: &Engine,
    seq: u64,
    now: NaiveDateTime,
    tail: Tail,
    notices: &mut Vec<Notice>,
) -> Result<(), StoreError> {
    backup::make(layout, engine, seq, now)?;
    let aside = match tail.broken {
        Some((path, _)) => {
            let aside = Layout::aside(&path, now);
            std::fs::rename(&path, &aside).map_err(files::at(&path))?;
            Some(aside)
        }
        None => None,
    };
    backup::after_dump(layout, seq)?;
    let mut undo = records::read_undo(engine)?;
    undo.forget_through(seq);
    engine.commit(records::own_writes(seq, &undo)?)?;
    notices.push(Notice::JournalReplaced { aside });
    Ok(())
}

/// Removes unfinished temporary files, and the folder of an unfinished move, of a process that was killed.
fn remove_leftovers(layout: &Layout) -> Result<(), StoreError> {
    for dir in [layout.dir().to_owned(), layout.journal(), layout.backup()] {
        for name in files::names_in(&dir)?.iter().filter(|n| n.starts_with(".new-")) {
            let path = dir.join(name);
            let removed = if path.is_dir() {
                std::fs::remove_dir_all(&path)
            } else {
                std::fs::remove_file(&path)
            };
            removed.map_err(files::at(&path))?;
        }
    }
    Ok(())
}
