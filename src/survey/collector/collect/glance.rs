//! A glance into an inbox before a dataset is made of it: with a wrong key, none is.

use super::nothing::Nothing;
use super::open::{Opener, bare};
use super::reader::{Known, Reader};
use super::reason::{Reason, guarded};
use super::tally::{Event, Tally, Total};
use super::walk::Walk;
use super::work::{Chunk, Work};
use super::{CollectError, Collector};
use crate::survey::KeyPair;
use crate::survey::definition::Definition;
use std::path::{Path, PathBuf};

impl Collector {
    /// Why nothing in an inbox would count that is collected into a new dataset in this folder; none as soon as anything is
    /// found that would, or that has to be listed. Writes nothing.
    ///
    /// Usually the first file tells. Where nothing counts, all of them are read, on one core.
    ///
    /// # Errors
    /// [`CollectError::OtherKey`].
    pub fn glance(
        inbox: &[PathBuf],
        total: Option<Total>,
        (folder, definition): (&Path, &Definition),
        key: &KeyPair,
        observe: &mut dyn FnMut(Event<'_>),
    ) -> Result<Option<Nothing>, CollectError> {
        let mut glance = Glance {
            opener: Opener::new(key, definition).ok_or(CollectError::OtherKey)?,
            tally: Tally::default(),
            reasons: [0; Reason::CODES.len()],
        };
        let mut take = |chunk| {
            let goes_on = glance.take(chunk);
            observe(Event::Progress(glance.tally, total));
            goes_on
        };
        Reader::new(&mut take).read(Walk::new(inbox, folder), &|_| Known::New);
        let found = Nothing::of(&glance.tally, &glance.reasons);
        Ok(found.filter(|found| !matches!(found, Nothing::Refused(_))))
    }
}

struct Glance {
    opener: Opener,
    tally: Tally,
    reasons: [u64; Reason::CODES.len()],
}

impl Glance {
    /// Looks at some of it; false where that is enough.
    fn take(&mut self, chunk: Chunk<Work>) -> bool {
        self.tally.files += chunk.files;
        self.tally.bytes += chunk.bytes;
        for work in chunk.items {
            let why = match work {
                Work::Content(_, bytes) => match guarded(|| self.opener.open(&bare(&bytes)?)) {
                    Ok(_) => {
                        self.tally.taken += 1;
                        return false;
                    }
                    Err(why) => why,
                },
                Work::NotTaken(_, why) => why,
                Work::End(_) | Work::Again(_) => continue,
            };
            self.tally.not_taken += 1;
            self.reasons[why.place()] += 1;
            if !Nothing::is_open(&self.tally, &self.reasons) {
                return false;
            }
        }
        true
    }
}
