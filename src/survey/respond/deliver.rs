//! From the bytes that were shown to the file that is sent.

use super::RespondError;
use crate::diary::Sent;
use crate::i18n::Lang;
use crate::store::{Session, StoreError};
use crate::survey::definition::Definition;
use crate::survey::plaintext::Plaintext;
use crate::survey::sealed::{SealError, Sealed};
use chrono::{NaiveDateTime, Timelike};
use std::path::{Path, PathBuf};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// Its entry in the history.
    pub sent: Sent,
}

/// Seals, writes beside, notes in the history, and only then gives the file its name: so that no file is ever out of which
/// the history knows nothing, and no revision is used twice.
pub(super) fn deliver(
    session: &mut Session,
    definition: &Definition,
    plaintext: &Plaintext,
    folder: &Path,
    now: NaiveDateTime,
    lang: Lang,
) -> Result<Written, RespondError> {
    let fresh = Sealed::new(plaintext, &definition.recipient)?.write(folder)?;
    let path = fresh.path().to_owned();
    let heading = plaintext.heading();
    let sent = Sent {
        survey: heading.definition,
        week: heading.week,
        revision: heading.revision,
        at: now.with_nanosecond(0).unwrap_or(now),
        title: definition.title.get(lang).to_owned(),
        file: file_name(&path),
        content: plaintext.json().to_owned(),
    };
    match session.record_sent(sent.clone()) {
        Ok(()) => {}
        // It stands in the journal and comes into the history later on: so the file must be there too.
        Err(why @ StoreError::Pending(_)) => {
            let _ = fresh.publish();
            return Err(why.into());
        }
        Err(why) => return Err(why.into()),
    }
    if let Err(why) = fresh.publish() {
        // Where this fails too, the history knows of a file that is not there: no harm but to the history.
        let _ = session.unrecord_sent(&sent);
        return Err(SealError::Io(folder.to_owned(), why).into());
    }
    // The day's backup is of before: restored on another machine, it would give the same revision once more.
    session.dump_or_tell();
    Ok(Written { path, sent })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
