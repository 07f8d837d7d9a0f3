//! Files written so that nothing is ever half there, and places in files.

mod site;

pub use site::Site;

use std::fs::{File, FileTimes};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many links may lead on to others, as on Linux.
const MOST_LINKS: u32 = 40;

/// Writes a whole file so that, whatever happens, the old or the new content is there, and durably: beside it, synced,
/// renamed. A new file is the user's own; one that is replaced keeps its permissions. A link is followed, also
/// to a file that is not there yet, and what is no file (a pipe, a device) is written to as it is.
///
/// # Errors
/// Why it could not be written; the old content is there then.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = behind_links(path)?;
    let old = target.metadata().ok();
    if old.as_ref().is_some_and(|m| !m.is_file()) {
        return std::fs::write(&target, content);
    }
    let dir = folder_of(&target);
    let mut temporary = tempfile::Builder::new().prefix(".new-").tempfile_in(dir)?;
    temporary.write_all(content)?;
    if let Some(old) = old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|e| e.error)?;
    sync_dir(dir)
}

/// Writes a whole file where there is nothing of that name yet, not even a link, durably: whoever made one meanwhile keeps
/// it.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where something is there; else why it could not be written.
pub fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    publish(written_beside(path, content)?, path)
}

/// A new file that is whole and durable, but has not got its name yet. Dropped, it goes again.
#[derive(Debug)]
pub struct Fresh {
    file: tempfile::NamedTempFile,
    path: PathBuf,
}

impl Fresh {
    /// The path that it is to have.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, which nothing may have yet.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`], or why it could not be renamed; it is gone then.
    pub fn publish(self) -> io::Result<PathBuf> {
        publish(self.file, &self.path)?;
        Ok(self.path)
    }
}

/// Writes a whole file beside the place where [`Fresh::publish`] puts it, durably, with this time as that of its last
/// change and of its last reading.
///
/// # Errors
/// Why it could not be written; nothing is left then.
pub fn write_fresh(path: &Path, content: &[u8], time: SystemTime) -> io::Result<Fresh> {
    let file = written_beside(path, content)?;
    let times = created(FileTimes::new().set_modified(time).set_accessed(time), time);
    file.as_file().set_times(times)?;
    file.as_file().sync_all()?;
    Ok(Fresh {
        file,
        path: path.to_owned(),
    })
}

/// Where a system keeps when a file was made and lets that be set, that too. Others keep a time of the last change of the
/// file's state that nobody can set; it does not travel with the file.
#[cfg(windows)]
fn created(times: FileTimes, time: SystemTime) -> FileTimes {
    std::os::windows::fs::FileTimesExt::set_created(times, time)
}

#[cfg(target_vendor = "apple")]
fn created(times: FileTimes, time: SystemTime) -> FileTimes {
    std::os::darwin::fs::FileTimesExt::set_created(times, time)
}

#[cfg(not(any(windows, target_vendor = "apple")))]
const fn created(times: FileTimes, _: SystemTime) -> FileTimes {
    times
}

/// A file of the user's own in the folder of another one, synced.
fn written_beside(path: &Path, content: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut temporary = tempfile::Builder::new()
        .prefix(".new-")
        .tempfile_in(folder_of(path))?;
    temporary.write_all(content)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Gives a file its name, which nothing may have yet, durably: as far as the folder can be synced at all. Where the system
/// fails at that, the file goes again, so that an error always means that nothing is there.
fn publish(temporary: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    match temporary.persist_noclobber(path) {
        Ok(_) => {}
        Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => return Err(e.error),
        // A file system that cannot rename without replacing, nor link: the name is taken first.
        Err(e) => {
            File::create_new(path)?;
            if let Err(e) = e.file.persist(path) {
                let _ = std::fs::remove_file(path);
                return Err(e.error);
            }
        }
    }
    match sync_dir(folder_of(path)) {
        Err(e) if !cannot_be_synced(&e) => {
            let _ = std::fs::remove_file(path);
            Err(e)
        }
        _ => Ok(()),
    }
}

/// Whether an error says that a folder cannot be synced by anybody like us: it may not be read (a drop box), or its file
/// system does not know how.
fn cannot_be_synced(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    matches!(error.kind(), PermissionDenied | InvalidInput | Unsupported)
}

/// Whether a file could be written as [`write_whole`] does it. Leaves nothing behind.
///
/// # Errors
/// Why not.
pub fn can_write(path: &Path) -> io::Result<()> {
    let target = behind_links(path)?;
    match target.metadata() {
        Ok(there) if !there.is_file() => std::fs::OpenOptions::new().write(true).open(&target).map(drop),
        _ => tempfile::Builder::new()
            .prefix(".new-")
            .tempfile_in(folder_of(&target))
            .map(drop),
    }
}

/// The file that links lead to, which need not be there yet.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let lost = match path.canonicalize() {
        Ok(target) => return Ok(target),
        Err(e) => e,
    };
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        match std::fs::read_link(&at) {
            Ok(to) => at = folder_of(&at).join(to),
            Err(_) => return Ok(at),
        }
    }
    Err(lost) // in a circle
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}

/// Makes the names in a folder durable. Where a folder cannot be opened as a file (Windows), the system does it itself.
///
/// # Errors
/// Why the system could not.
pub fn sync_dir(path: &Path) -> io::Result<()> {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    if cfg!(unix) {
        File::open(path).and_then(|f| f.sync_all())
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        for text in ["first", "second"] {
            write_whole(&path, text.as_bytes()).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        assert!(write_whole(&dir.path().join("no/such/folder"), b"").is_err());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_replaces_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        write_new(&path, b"first").unwrap();
        let again = write_new(&path, b"second").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first");
        let folder = write_new(dir.path(), b"").unwrap_err();
        assert_eq!(folder.kind(), io::ErrorKind::AlreadyExists);
        let nowhere = write_new(&dir.path().join("no/such"), b"").unwrap_err();
        assert_eq!(nowhere.kind(), io::ErrorKind::NotFound);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_takes_the_place_of_no_link() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("link");
        std::os::unix::fs::symlink(dir.path().join("nothing"), &link).unwrap();
        let there = write_new(&link, b"new").unwrap_err();
        assert_eq!(there.kind(), io::ErrorKind::AlreadyExists);
        assert!(!dir.path().join("nothing").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let (path, link) = (dir.path().join("a"), dir.path().join("link"));
        std::fs::write(&path, "old").unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    }
}
