//! Where the store's files lie, and how they are written: private to the user, synced, all or nothing.

use super::StoreError;
use crate::settings::BackupsKept;
use std::fs;
use std::path::{Path, PathBuf};

/// The names inside the store's folder, and how many of its backups stay.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    dir: PathBuf,
    kept: BackupsKept,
}

impl Layout {
    pub(super) fn new(dir: PathBuf) -> Self {
        Self {
            dir,
            kept: BackupsKept::default(),
        }
    }
    pub(super) fn keeping(self, kept: BackupsKept) -> Self {
        Self { kept, ..self }
    }
    /// How many backups are kept.
    pub(super) const fn kept(&self) -> BackupsKept {
        self.kept
    }
    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }
    pub(super) fn lock(&self) -> PathBuf {
        self.dir.join("lock")
    }
    pub(super) fn format(&self) -> PathBuf {
        self.dir.join("FORMAT")
    }
    /// Says, where it is there, that the data lie elsewhere now.
    pub(super) fn moved(&self) -> PathBuf {
        self.dir.join("MOVED")
    }
    pub(super) fn sled(&self) -> PathBuf {
        self.dir.join("sled")
    }
    /// Where a rebuild happens before it takes the place of `sled`.
    pub(super) fn sled_new(&self) -> PathBuf {
        self.dir.join("sled.new")
    }
    pub(super) fn journal(&self) -> PathBuf {
        self.dir.join("journal")
    }
    pub(super) fn backup(&self) -> PathBuf {
        self.dir.join("backup")
    }

    /// A name beside `path` that does not exist yet, for setting it aside: `sled.damaged-20261120T173000`.
    pub(super) fn aside(path: &Path, now: chrono::NaiveDateTime) -> PathBuf {
        let stamp = now.format("%Y%m%dT%H%M%S");
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        (1..u32::MAX)
            .map(|n| {
                if n == 1 {
                    format!("{name}.damaged-{stamp}")
                } else {
                    format!("{name}.damaged-{stamp}-{n}")
                }
            })
            .map(|name| path.with_file_name(name))
            .find(|p| !p.exists())
            .unwrap_or_else(|| path.with_extension("damaged"))
    }
}

/// Names the file in an I/O error.
pub(super) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> StoreError + '_ {
    move |source| StoreError::Io {
        path: path.to_owned(),
        source,
    }
}

/// Whether the system refuses to write, which says nothing about the data.
pub(super) fn is_refusal(e: &std::io::Error) -> bool {
    use std::io::ErrorKind as K;
    let full = matches!(e.kind(), K::StorageFull | K::QuotaExceeded | K::FileTooLarge);
    full || matches!(e.kind(), K::PermissionDenied | K::ReadOnlyFilesystem)
}

/// Creates a folder that only the user can enter, if it is not there; its parents as the system makes them.
pub(super) fn create_private_dir(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(at(parent))?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        other => other.map_err(at(path)),
    }?;
    path.parent().map_or(Ok(()), sync_dir)
}

/// Options for a file that only the user can read.
pub(super) fn private_file() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes the names in a folder durable.
pub(super) fn sync_dir(path: &Path) -> Result<(), StoreError> {
    crate::files::sync_dir(path).map_err(at(path))
}

/// Makes a file's content durable.
pub(super) fn sync_file(path: &Path) -> Result<(), StoreError> {
    let file = fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(at(path))?;
    file.sync_all().map_err(at(path))
}

/// Writes a whole file so that, whatever happens, the old or the new content is there.
pub(super) fn replace_file(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    crate::files::write_whole(path, content).map_err(at(path))
}

/// The names in a folder, sorted; none where there is no folder.
pub(super) fn names_in(path: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match fs::read_dir(path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(at(path))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(
            entry
                .map_err(at(path))?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    names.sort();
    Ok(names)
}
