//! Reads the inbox, one file after the other, for those who open.

use super::archive::Archive;
use super::head::{ARMOR, MAGIC, MOST_SEALED};
use super::open::Mark;
use super::reason::{Reason, guarded};
use super::walk::{Found, Walk, is_unfinished, mark};
use super::work::{Chunk, Source, Work};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

/// What is known of a file before it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing.
    New,
    /// All of it was taken, and nobody touched it since.
    Taken,
    /// It was not taken in an earlier look, and nobody touched it since.
    NotTaken,
}

/// Reads files into chunks and hands them on.
pub(super) struct Reader<'a> {
    chunk: Chunk<Work>,
    /// False where nobody wants more.
    send: &'a mut dyn FnMut(Chunk<Work>) -> bool,
}

/// That nobody wants more.
struct Enough;

impl<'a> Reader<'a> {
    pub(super) fn new(send: &'a mut dyn FnMut(Chunk<Work>) -> bool) -> Self {
        Self {
            chunk: Chunk::new(0),
            send,
        }
    }

    /// Reads everything, until nobody wants more.
    pub(super) fn read(mut self, walk: Walk, known: &dyn Fn(&Mark) -> Known) {
        for item in walk {
            if self.one(item, known).is_err() {
                return;
            }
        }
        let _ = self.hand_on();
    }

    fn one(
        &mut self,
        item: Result<Found, (std::path::PathBuf, Reason)>,
        known: &dyn Fn(&Mark) -> Known,
    ) -> Result<(), Enough> {
        self.chunk.files += 1;
        let found = match item {
            Ok(found) => found,
            Err((path, why)) => return self.put(Work::NotTaken(Source::Other(path), why)),
        };
        let length = found.length;
        let done = match known(&found.mark) {
            Known::New => self.file(found),
            Known::NotTaken => self.put(Work::Again(found.mark)),
            Known::Taken => {
                self.chunk.unchanged += 1;
                self.hand_on_if_full()
            }
        };
        self.chunk.bytes += length;
        done
    }

    fn file(&mut self, found: Found) -> Result<(), Enough> {
        let most = MOST_SEALED as u64;
        let opened = open(&found.path).and_then(|mut file| {
            let start = start_of(&mut file, found.length.min(most))?;
            Ok((file, start))
        });
        let (file, start) = match opened {
            Ok(opened) => opened,
            Err(e) => return self.put(Work::NotTaken(Source::File(found), Reason::Unreadable(e))),
        };
        if is_sealed(&start) {
            return self.put(if found.length > most {
                Work::NotTaken(Source::File(found), Reason::TooLarge)
            } else {
                Work::Content(Source::File(found), start)
            });
        }
        match Archive::of(&start) {
            Some(kind) => self.archive(kind, file, found),
            None => self.put(Work::NotTaken(Source::File(found), Reason::NotAResponse)),
        }
    }

    fn archive(&mut self, kind: Archive, mut file: File, found: Found) -> Result<(), Enough> {
        let archive = Arc::new(found);
        if let Err(e) = file.seek(SeekFrom::Start(0)) {
            let whole = Source::Entry(archive, Vec::new());
            return self.put(Work::NotTaken(whole, Reason::Unreadable(e)));
        }
        let mut enough = Ok(());
        let mut take = |name: Vec<u8>, content: Result<Vec<u8>, Reason>| {
            let is_leftover = is_unfinished(Path::new(String::from_utf8_lossy(&name).as_ref()));
            let source = Source::Entry(Arc::clone(&archive), name);
            enough = self.put(match content {
                Ok(_) if is_leftover => Work::NotTaken(source, Reason::Unfinished),
                Ok(bytes) if is_sealed(&bytes) => Work::Content(source, bytes),
                Ok(bytes) if Archive::of(&bytes).is_some() => Work::NotTaken(source, Reason::ArchiveInside),
                Ok(_) => Work::NotTaken(source, Reason::NotAResponse),
                Err(why) => Work::NotTaken(source, why),
            });
            enough.is_ok()
        };
        let read = guarded(|| kind.read(file, &mut take));
        enough?;
        let there = std::fs::metadata(&archive.path);
        match read {
            Err(why) => {
                let is_read = !matches!(why, Reason::Unreadable(_)); // as far as it ever will be
                self.put(Work::NotTaken(
                    Source::Entry(Arc::clone(&archive), Vec::new()),
                    why,
                ))?;
                if is_read {
                    self.put(Work::End(archive))
                } else {
                    Ok(())
                }
            }
            // It grew meanwhile: the next run looks at the rest.
            Ok(()) if !there.is_ok_and(|there| mark(&archive.path, &there) == archive.mark) => Ok(()),
            Ok(()) => self.put(Work::End(archive)),
        }
    }

    fn put(&mut self, work: Work) -> Result<(), Enough> {
        self.chunk.items.push(work);
        self.hand_on_if_full()
    }

    fn hand_on_if_full(&mut self) -> Result<(), Enough> {
        if self.chunk.is_full() {
            self.hand_on()
        } else {
            Ok(())
        }
    }

    fn hand_on(&mut self) -> Result<(), Enough> {
        let next = Chunk::new(self.chunk.number + 1);
        let chunk = std::mem::replace(&mut self.chunk, next);
        if (self.send)(chunk) { Ok(()) } else { Err(Enough) }
    }
}

/// Opens a file that is one, to go by what was found. Whatever took its place meanwhile: no link is followed, and no pipe
/// waited for.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    options.read(true).open(path)
}

/// As many bytes as a file has, or fewer where it ends before.
fn start_of(file: &mut File, length: u64) -> std::io::Result<Vec<u8>> {
    let mut out = vec![0; usize::try_from(length).unwrap_or(0)];
    let mut filled = 0;
    while filled < out.len() {
        match file.read(&mut out[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    out.truncate(filled);
    Ok(out)
}

/// Whether something is sealed by age, to go by its beginning.
fn is_sealed(start: &[u8]) -> bool {
    start.starts_with(MAGIC) || start.starts_with(ARMOR)
}
