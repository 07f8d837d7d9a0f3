//! What can go wrong with a store, and what was mended.

use super::backup::BackupName;
use crate::diary::Refusal;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::tr;
use std::fmt;
use std::path::PathBuf;

/// Why the store did not do what it was asked. Unless it says otherwise, nothing was changed.
#[derive(Debug)]
pub enum StoreError {
    /// The diary refuses the operation.
    Refused(Refusal),
    /// Another process has held the lock for too long.
    Busy {
        /// The process that holds it, if known.
        holder: Option<u32>,
    },
    /// Written by a newer version of the program.
    Newer {
        /// What the store says of itself.
        found: String,
    },
    /// The folder holds something else.
    Foreign {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder has data of ours in it already, so that other data cannot be moved there.
    HasData {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder was there when the program started, and is not any more.
    Gone {
        /// The folder.
        dir: PathBuf,
    },
    /// The data lie in another folder now; what is here is as it was when they moved.
    Moved {
        /// The folder.
        dir: PathBuf,
        /// The folder that they moved to.
        to: PathBuf,
    },
    /// A file of the store cannot be read or written.
    Io {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The change could not be made durable and was taken back.
    NotSaved(Box<StoreError>),
    /// The change is in the journal, but the database could not be brought up to it yet; the next opening does so.
    Pending(Box<StoreError>),
    /// It is not known whether the change is in: the journal cannot be read any more.
    Unknown(Box<StoreError>),
    /// The system refuses to read or write the database: disk full, no permission.
    System(String),
    /// The database does not work, and a rebuild did not mend it.
    Database(String),
    /// There is no backup of this name.
    NoBackup(String),
    /// The backup is damaged.
    BadBackup(BackupName, String),
    /// A record, setting or line that makes no sense.
    BadData(String),
    /// There is another secret for surveys already.
    OtherSecret,
    /// What was sent can be recorded only in the order of its revisions.
    NotNextRevision {
        /// The week it is about.
        week: WeekId,
        /// The revision that was to be recorded.
        revision: u32,
        /// The one that comes next.
        next: u32,
    },
    /// Only the last that was sent to a survey for a week can be taken out of what was sent, and this is not that one.
    NotLastSent {
        /// The week it is about.
        week: WeekId,
        /// The revision that was to be taken out.
        revision: u32,
    },
}

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Say for StoreError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Refused(refusal) => refusal.say(i18n),
            Self::Busy { holder: Some(pid) } => tr!(i18n, "store-busy-by", pid = pid.to_string()),
            Self::Busy { holder: None } => tr!(i18n, "store-busy"),
            Self::Newer { found } => tr!(i18n, "store-newer", found = found.as_str()),
            Self::Foreign { dir } => tr!(i18n, "store-foreign", dir = dir.display().to_string()),
            Self::HasData { dir } => tr!(i18n, "store-has-data", dir = dir.display().to_string()),
            Self::Gone { dir } => tr!(i18n, "store-gone", dir = dir.display().to_string()),
            Self::Moved { dir, to } => tr!(
                i18n,
                "store-moved",
                dir = dir.display().to_string(),
                to = to.display().to_string()
            ),
            Self::Io { path, source } => {
                tr!(
                    i18n,
                    "store-io",
                    path = path.display().to_string(),
                    why = source.say(i18n)
                )
            }
            Self::NotSaved(why) => tr!(i18n, "store-not-saved", why = why.say(i18n)),
            Self::Pending(why) => tr!(i18n, "store-pending", why = why.say(i18n)),
            Self::Unknown(why) => tr!(i18n, "store-unknown", why = why.say(i18n)),
            Self::System(why) => tr!(i18n, "store-system", why = why.as_str()),
            Self::Database(why) => tr!(i18n, "store-database", why = why.as_str()),
            Self::NoBackup(name) => tr!(i18n, "store-no-backup", name = name.as_str()),
            Self::BadBackup(name, why) => tr!(
                i18n,
                "store-bad-backup",
                name = name.to_string(),
                why = why.as_str()
            ),
            Self::BadData(why) => tr!(i18n, "store-bad-data", why = why.as_str()),
            Self::OtherSecret => tr!(i18n, "store-other-secret"),
            Self::NotNextRevision { week, revision, next } => tr!(
                i18n,
                "store-not-next-revision",
                week = week.to_string(),
                revision = revision.to_string(),
                next = next.to_string()
            ),
            Self::NotLastSent { week, revision } => tr!(
                i18n,
                "store-not-last-sent",
                week = week.to_string(),
                revision = revision.to_string()
            ),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::NotSaved(source) | Self::Pending(source) | Self::Unknown(source) => Some(source.as_ref()),
            _ => None,
        }
    }
}

/// What opening the store, or a damaged read, had to mend. The user is told each in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The last change was in the journal and not yet in the database; it is now.
    Replayed,
    /// The database was damaged and was rebuilt; the damaged one is kept.
    Rebuilt {
        /// Where the damaged one lies; none if it was gone.
        aside: Option<PathBuf>,
        /// Numbers of changes that no file holds any more.
        missing: Vec<u64>,
    },
    /// Database and journal were both gone or damaged; everything is as in this backup, and nobody can tell what came
    /// after it.
    RebuiltFromBackup(BackupName),
    /// The journal was damaged; a fresh dump took its place and the damaged file is kept.
    JournalReplaced {
        /// Where the damaged file lies; none if it was gone.
        aside: Option<PathBuf>,
    },
    /// A line that was cut off while it was written, and so was never acknowledged, was dropped.
    TornLineDropped,
    /// The file FORMAT was gone or damaged and was written again.
    FormatRewritten,
    /// A backup was damaged; it is set aside and a new one was made.
    BackupReplaced(BackupName),
    /// The day's dump could not be written; the change itself is safe.
    BackupFailed(String),
    /// The system does not let the database be written: everything can be read, nothing changed.
    ReadOnly(String),
}

impl Say for Notice {
    fn say(&self, i18n: &I18n) -> String {
        let kept = |aside: &Option<PathBuf>| match aside {
            Some(path) => tr!(i18n, "store-kept", path = path.display().to_string()),
            None => String::new(),
        };
        match self {
            Self::Replayed => tr!(i18n, "store-replayed"),
            Self::Rebuilt { aside, missing } => {
                let said = if missing.is_empty() {
                    tr!(i18n, "store-rebuilt")
                } else {
                    let list = missing.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
                    tr!(i18n, "store-rebuilt-missing", missing = list)
                };
                said + &kept(aside)
            }
            Self::RebuiltFromBackup(name) => tr!(i18n, "store-rebuilt-from-backup", name = name.to_string()),
            Self::JournalReplaced { aside } => tr!(i18n, "store-journal-replaced") + &kept(aside),
            Self::TornLineDropped => tr!(i18n, "store-torn-line-dropped"),
            Self::FormatRewritten => tr!(i18n, "store-format-rewritten"),
            Self::BackupReplaced(name) => tr!(i18n, "store-backup-replaced", name = name.to_string()),
            Self::ReadOnly(why) => tr!(i18n, "store-read-only", why = why.as_str()),
            Self::BackupFailed(why) => tr!(i18n, "store-backup-failed", why = why.as_str()),
        }
    }
}
