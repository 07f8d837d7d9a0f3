//! One look at the inbox on all cores: one thread reads, one on each core opens, and this one gathers. What is on its way
//! between them is bounded, whatever the inbox holds.

use super::gather::Gather;
use super::ledger::Ledger;
use super::not_taken::NotTaken;
use super::open::{Mark, Opener, bare, mark};
use super::reader::{Known, Reader};
use super::reason::guarded;
use super::tally::{Event, Total};
use super::walk::Walk;
use super::withdrawn::Withdrawn;
use super::work::{Chunk, Done, Work};
use super::{CollectError, Collected, Files};
use crate::i18n::I18n;
use crate::survey::collector::dataset::Dataset;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError, RwLock};
use std::thread;

/// What a look works with.
pub(super) struct Pass<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) opener: &'a Opener,
    pub(super) files: &'a Files,
    pub(super) withdrawn: &'a mut Withdrawn,
    /// What the look before did not take.
    pub(super) before: &'a NotTaken,
    /// Set where nobody wants more.
    pub(super) stop: &'a AtomicBool,
    pub(super) i18n: &'a I18n,
}

impl Pass<'_> {
    /// Looks at everything in the inbox.
    pub(super) fn run(
        self,
        inbox: &[PathBuf],
        total: Option<Total>,
        observe: &mut dyn FnMut(Event<'_>),
    ) -> Result<(Collected, NotTaken), CollectError> {
        let Self {
            dataset,
            opener,
            files,
            withdrawn,
            before,
            stop,
            i18n,
        } = self;
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let mut gather = Gather::new(dataset, files, withdrawn, before, total, i18n, observe);
        // What ends this look early without anybody having asked for it.
        let failed = AtomicBool::new(false);
        thread::scope(|scope| {
            let (to_open, unopened) = sync_channel(2 * workers);
            let (out, done) = sync_channel(2 * workers);
            let unopened = Mutex::new(unopened);
            let unopened = &std::sync::Arc::new(unopened);
            let failed = &failed;
            let is_over = move || stop.load(Ordering::Relaxed) || failed.load(Ordering::Relaxed);
            scope.spawn(move || read(inbox, dataset, files, before, &to_open, &is_over));
            for _ in 0..workers {
                let (out, unopened) = (out.clone(), std::sync::Arc::clone(unopened));
                scope.spawn(move || open(opener, &files.contents, &unopened, &out));
            }
            drop(out);
            let mut result = Ok(());
            // To the end also where something failed: whoever waits to hand something on would wait for ever.
            for chunk in done {
                if result.is_ok() {
                    result = gather.put(chunk);
                    failed.store(result.is_err(), Ordering::Relaxed);
                }
            }
            result
        })?;
        gather.finish(stop.load(Ordering::Relaxed))
    }
}

fn read(
    inbox: &[PathBuf],
    dataset: &Dataset,
    files: &Files,
    before: &NotTaken,
    to_open: &SyncSender<Chunk<Work>>,
    is_over: &dyn Fn() -> bool,
) {
    let known = |mark: &Mark| {
        if has(&files.unchanged, mark) {
            Known::Taken
        } else if before.has(mark) {
            Known::NotTaken
        } else {
            Known::New
        }
    };
    let mut send = |chunk| !is_over() && to_open.send(chunk).is_ok();
    Reader::new(&mut send).read(Walk::new(inbox, dataset.folder()), &known);
}

fn open(
    opener: &Opener,
    contents: &RwLock<Ledger>,
    chunks: &Mutex<Receiver<Chunk<Work>>>,
    out: &SyncSender<Chunk<Done>>,
) {
    loop {
        let chunk = chunks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(chunk) = chunk else { return };
        let done = chunk.map(|work| one(opener, contents, work));
        if out.send(done).is_err() {
            return;
        }
    }
}

fn one(opener: &Opener, contents: &RwLock<Ledger>, work: Work) -> Done {
    let (source, bytes) = match work {
        Work::Content(source, bytes) => (source, bytes),
        Work::NotTaken(source, why) => return Done::NotTaken(source, why),
        Work::End(archive) => return Done::End(archive),
        Work::Again(mark) => return Done::Again(mark),
    };
    let read = guarded(|| {
        let sealed = bare(&bytes)?;
        let mark = mark(&sealed);
        if has(contents, &mark) {
            return Ok((mark, None));
        }
        Ok((mark, Some(opener.open(&sealed)?)))
    });
    match read {
        Ok((mark, Some(message))) => Done::Message(source, mark, message),
        Ok((_, None)) => Done::Copy(source),
        Err(why) => Done::NotTaken(source, why),
    }
}

fn has(ledger: &RwLock<Ledger>, mark: &Mark) -> bool {
    ledger.read().unwrap_or_else(PoisonError::into_inner).has(mark)
}
