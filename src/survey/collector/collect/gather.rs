//! Gathers what was opened, in the order in which it was found, and puts it into the dataset batch by batch.

use super::batch::Batch;
use super::ledger::Ledger;
use super::merge::merge;
use super::not_taken::NotTaken;
use super::open::Mark;
use super::reason::Reason;
use super::rejected::{Line, Rejected};
use super::tally::{Collected, Event, Total};
use super::walk::Found;
use super::withdrawn::Withdrawn;
use super::work::{Chunk, Done, Source};
use super::{CollectError, Files};
use crate::i18n::I18n;
use crate::survey::collector::dataset::Dataset;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// Gathers one look at the inbox.
pub(super) struct Gather<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) files: &'a Files,
    pub(super) withdrawn: &'a mut Withdrawn,
    pub(super) i18n: &'a I18n,
    pub(super) total: Option<Total>,
    pub(super) observe: &'a mut dyn FnMut(Event<'_>),
    /// What an earlier look did not take.
    pub(super) before: &'a NotTaken,
    /// What this one does not.
    pub(super) not_taken: NotTaken,
    pub(super) collected: Collected,
    rejected: Rejected,
    batch: Batch,
    waiting: BTreeMap<u64, Chunk<Done>>,
    next: u64,
}

impl<'a> Gather<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        files: &'a Files,
        withdrawn: &'a mut Withdrawn,
        before: &'a NotTaken,
        total: Option<Total>,
        i18n: &'a I18n,
        observe: &'a mut dyn FnMut(Event<'_>),
    ) -> Self {
        Self {
            rejected: Rejected::new(dataset.folder()),
            dataset,
            files,
            withdrawn,
            i18n,
            total,
            observe,
            before,
            not_taken: NotTaken::default(),
            collected: Collected::default(),
            batch: Batch::default(),
            waiting: BTreeMap::new(),
            next: 0,
        }
    }

    /// Takes a chunk, in whatever order they come.
    pub(super) fn put(&mut self, chunk: Chunk<Done>) -> Result<(), CollectError> {
        self.waiting.insert(chunk.number, chunk);
        while let Some(chunk) = self.waiting.remove(&self.next) {
            self.next += 1;
            for done in chunk.items {
                self.one(done)?;
            }
            let tally = &mut self.collected.tally;
            tally.files += chunk.files;
            tally.unchanged += chunk.unchanged;
            tally.bytes += chunk.bytes;
            (self.observe)(Event::Progress(*tally, self.total));
        }
        Ok(())
    }

    fn one(&mut self, done: Done) -> Result<(), CollectError> {
        match done {
            Done::Message(source, mark, opened) => {
                if self.batch.contents.insert(mark) {
                    self.batch.put(opened, self.withdrawn, &mut self.collected.tally);
                } else {
                    self.collected.tally.copies += 1;
                }
                self.taken(&source)
            }
            Done::Copy(source) => {
                self.collected.tally.copies += 1;
                self.taken(&source)
            }
            Done::NotTaken(source, why) => {
                self.collected.reasons[why.place()] += 1;
                let line = Line::new(&source, &why, self.i18n);
                self.list(line.clone())?;
                match &source {
                    Source::File(_) if matches!(why, Reason::Unreadable(_)) => {}
                    Source::File(found) => self.not_taken.keep(found.mark, vec![line]),
                    Source::Entry(archive, _) => self.not_taken.entry(archive.mark, line),
                    Source::Other(_) => {}
                }
                Ok(())
            }
            Done::End(archive) => self.end(&archive),
            Done::Again(mark) => {
                let lines = self.before.of(&mark);
                for line in lines {
                    let place = Reason::CODES.iter().position(|code| *code == line.code);
                    self.collected.reasons[place.unwrap_or(0)] += 1;
                    self.list(line.clone())?;
                }
                self.not_taken.keep(mark, lines.to_vec());
                Ok(())
            }
        }
    }

    fn taken(&mut self, source: &Source) -> Result<(), CollectError> {
        if let Source::File(found) = source {
            self.batch.files.push(found.mark);
        }
        self.merge_if_full()
    }

    /// An archive was read to its end.
    fn end(&mut self, archive: &Found) -> Result<(), CollectError> {
        if self.not_taken.end(archive.mark) {
            self.batch.files.push(archive.mark);
        }
        self.merge_if_full()
    }

    fn list(&mut self, line: Line) -> Result<(), CollectError> {
        self.collected.tally.not_taken += 1;
        (self.observe)(Event::NotTaken(&line.file, &line.words));
        let path = self.dataset.folder();
        self.rejected.put(line).map_err(io_at(path))
    }

    fn merge_if_full(&mut self) -> Result<(), CollectError> {
        if self.batch.is_full() {
            self.merge()
        } else {
            Ok(())
        }
    }

    /// Puts the batch into the dataset. Only then is it noted as read: a kill at any moment leaves something that the next
    /// run completes.
    fn merge(&mut self) -> Result<(), CollectError> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let batch = std::mem::take(&mut self.batch);
        self.withdrawn.save().map_err(|e| {
            let path = self.withdrawn.path().to_owned();
            CollectError::Io(path, e)
        })?;
        let (merged, put) = merge(self.dataset, batch.weeks, self.withdrawn);
        for (week, merged) in merged {
            let tally = &mut self.collected.tally;
            tally.taken -= merged.known; // as which they were counted while nobody knew of their rows
            tally.copies += merged.copies;
            tally.corrected += merged.corrected;
            tally.older += merged.older;
            tally.withdrawn += merged.withdrawn;
            for answers in &merged.new {
                (self.observe)(Event::Taken(week, answers));
            }
        }
        put?;
        let contents: Vec<Mark> = batch.contents.into_iter().collect();
        for (ledger, marks) in [
            (&self.files.contents, &contents),
            (&self.files.unchanged, &batch.files),
        ] {
            let mut ledger: std::sync::RwLockWriteGuard<'_, Ledger> = write(ledger);
            ledger.add(marks).map_err(io_at(self.dataset.folder()))?;
        }
        (self.observe)(Event::Progress(self.collected.tally, self.total));
        Ok(())
    }

    /// Puts in what is left, and the table of what was not taken in its place: the old one stays where not everything was
    /// looked at.
    pub(super) fn finish(mut self, is_cut_short: bool) -> Result<(Collected, NotTaken), CollectError> {
        self.merge()?;
        self.collected.is_cut_short = is_cut_short;
        if !is_cut_short {
            self.rejected.finish().map_err(io_at(self.dataset.folder()))?;
        }
        Ok((self.collected, self.not_taken))
    }
}

/// An error about a file or a folder.
pub(super) fn io_at(path: &Path) -> impl FnOnce(io::Error) -> CollectError + use<> {
    let path: PathBuf = path.to_owned();
    move |why| CollectError::Io(path, why)
}

/// What a lock holds, to change it. No thread of ours ends while it holds one.
fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
