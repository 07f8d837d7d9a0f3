//! The thread that looks at the inbox again and again, and tells the screen what is new.

use super::condense::Condenser;
use crate::app::collecting::News;
use crate::i18n::{I18n, Lang, Say, quoted};
use crate::survey::collector::{CollectError, Collected, Collector, Coverage};
use crate::tr;
use std::cell::Cell;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long it waits at least before it looks again.
const WAIT: Duration = Duration::from_millis(if cfg!(test) { 20 } else { 2000 });
/// How many times longer than it took to look it waits: a full inbox is not to keep a core busy for weeks.
const REST: u32 = 20;
/// The longest that it waits.
const LONGEST: Duration = Duration::from_secs(60);
/// How long it waits after something went wrong.
const AFTER_TROUBLE: Duration = Duration::from_millis(if cfg!(test) { 20 } else { 5000 });
/// The most characters of a path that are told.
const LONGEST_PATH: usize = 400;

/// What it ended with: the collector, and what its last look came to.
pub(crate) type Ended = (Collector, Option<Collected>);

/// The thread, as others see it. Dropping it asks it to end.
pub(crate) struct Worker {
    stop: Arc<AtomicBool>,
    wake: Sender<()>,
    thread: Option<JoinHandle<Ended>>,
}

impl Worker {
    /// Starts to look at an inbox.
    ///
    /// # Errors
    /// Where the system has no thread left.
    pub(crate) fn start(
        collector: Collector,
        inbox: Vec<PathBuf>,
        lang: Lang,
        out: impl Fn(News) + Send + 'static,
    ) -> io::Result<Self> {
        let stop = collector.stop();
        let (wake, woken) = channel();
        let thread = thread::Builder::new().spawn(move || {
            let out = Telling(out);
            let told = |news| (out.0)(news);
            watch(collector, &inbox, &I18n::new(lang), &woken, &told)
        })?;
        Ok(Self {
            stop,
            wake,
            thread: Some(thread),
        })
    }

    /// Asks it to end: what it has read goes into the dataset, and the rest is left for another time.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = self.wake.send(()); // it may have ended already
    }

    /// Asks it to end, and waits for that. A panic of it goes on here.
    pub(crate) fn end(mut self) -> Option<Ended> {
        self.stop();
        let ended = self.thread.take()?.join();
        Some(ended.unwrap_or_else(|panic| resume_unwind(panic)))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Tells the end however it comes, or the screen would wait for ever.
struct Telling<F: Fn(News)>(F);

impl<F: Fn(News)> Drop for Telling<F> {
    fn drop(&mut self) {
        (self.0)(News::Ended);
    }
}

fn watch(
    mut collector: Collector,
    inbox: &[PathBuf],
    i18n: &I18n,
    woken: &Receiver<()>,
    out: &dyn Fn(News),
) -> Ended {
    let stop = collector.stop();
    let is_told = Cell::new(false);
    let out = &|news| {
        is_told.set(true);
        out(news);
    };
    let (mut last, mut trouble) = (None, None);
    let mut condenser = Condenser::new(prefixes(inbox));
    match Coverage::of(collector.dataset()) {
        Ok(coverage) => out(News::Before(coverage)),
        Err(why) => out(News::Trouble(why.say(i18n))),
    }
    while !stop.load(Ordering::Relaxed) {
        let began = Instant::now();
        let (there, away) = there(inbox, i18n);
        if away.is_none() && trouble.is_some() {
            condenser.tell_again();
        }
        is_told.set(false);
        let looked = if there.is_empty() {
            Ok(None)
        } else {
            look(&mut collector, &mut condenser, &there, i18n, out).map(Some)
        };
        let found = match looked {
            Ok(collected) => {
                last = collected.or(last);
                away
            }
            Err(why) => Some(why.say(i18n)),
        };
        // Once, and again where something else was told since.
        if let Some(why) = found.as_ref()
            && (is_told.get() || trouble.as_ref() != Some(why))
        {
            out(News::Trouble(why.clone()));
        }
        let pause = match &found {
            Some(_) => AFTER_TROUBLE,
            None => (began.elapsed() * REST).clamp(WAIT, LONGEST),
        };
        trouble = found;
        match woken.recv_timeout(pause) {
            Err(RecvTimeoutError::Timeout) => {}
            _ => break,
        }
    }
    (collector, last)
}

fn look(
    collector: &mut Collector,
    condenser: &mut Condenser,
    inbox: &[PathBuf],
    i18n: &I18n,
    out: &dyn Fn(News),
) -> Result<Collected, CollectError> {
    let total = collector.total(inbox);
    let mut look = condenser.look(total, out);
    let collected = collector.pass(inbox, total, i18n, &mut |event| look.observe(&event));
    match &collected {
        Ok(collected) => look.end(collected),
        Err(_) => look.break_off(),
    }
    collected
}

/// What of the inbox can be read now, and why the first of the rest cannot. A drive that is away for an hour is no reason to
/// list it among what is not taken.
fn there(inbox: &[PathBuf], i18n: &I18n) -> (Vec<PathBuf>, Option<String>) {
    let (mut there, mut away) = (Vec::new(), None);
    for path in inbox {
        match can_be_read(path) {
            Ok(()) => there.push(path.clone()),
            Err(why) => {
                let path = quoted(&path.display().to_string(), LONGEST_PATH);
                let words = tr!(i18n, "collecting-inbox-away", path = path, why = why.say(i18n));
                away.get_or_insert(words);
            }
        }
    }
    (there, away)
}

fn can_be_read(path: &Path) -> io::Result<()> {
    if path.metadata()?.is_dir() {
        path.read_dir().map(|_| ())
    } else {
        Ok(()) // a file that cannot be opened is listed as any other
    }
}

/// The folders of an inbox, as the names of what is in them begin.
fn prefixes(inbox: &[PathBuf]) -> Vec<String> {
    let folders = inbox.iter().filter(|path| path.is_dir());
    let absolute = folders.filter_map(|path| path.canonicalize().ok());
    absolute
        .map(|path| format!("{}{}", path.display(), std::path::MAIN_SEPARATOR))
        .collect()
}
