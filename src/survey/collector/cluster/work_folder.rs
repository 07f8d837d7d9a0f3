//! The folder of an executor: what it hands on to others lies there in the clear, so that nobody else may read it and
//! nothing of it stays.

use super::ClusterError;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// What says that a folder is one of ours; locked while an executor works there.
const MARK: &str = "jianfu-executor";
/// The folder in it that is the executor's.
const WORK: &str = "work";

/// A folder of one executor, empty at first and emptied at the end.
#[derive(Debug)]
pub(super) struct WorkFolder {
    path: PathBuf,
    _lock: File,
}

impl WorkFolder {
    /// Makes the folder, or empties one that an executor worked in before.
    ///
    /// # Errors
    /// It has anything else in it, another executor works there, or it cannot be made private.
    pub(super) fn prepare(path: &Path) -> Result<Self, ClusterError> {
        let io = |why| ClusterError::Folder(path.to_owned(), why);
        if fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink()) {
            return Err(io(io::ErrorKind::NotADirectory.into()));
        }
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(io)?;
        }
        match make(path) {
            Err(why) if why.kind() != io::ErrorKind::AlreadyExists => return Err(io(why)),
            _ => {}
        }
        let mark = path.join(MARK);
        let is_ours = fs::symlink_metadata(&mark).is_ok_and(|mark| mark.is_file());
        if !is_ours && fs::read_dir(path).map_err(io)?.next().is_some() {
            return Err(ClusterError::NotOurs(path.to_owned()));
        }
        make_private(path).map_err(io)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&mark);
        let lock = lock.map_err(io)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(ClusterError::InUse(path.to_owned())),
            Err(TryLockError::Error(why)) => return Err(io(why)),
        }
        let path = path.canonicalize().map_err(io)?;
        let folder = Self { path, _lock: lock };
        folder.empty().map_err(io)?;
        make(&folder.path()).map_err(io)?;
        Ok(folder)
    }

    /// Where the executor works.
    pub(super) fn path(&self) -> PathBuf {
        self.path.join(WORK)
    }

    fn empty(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            if entry.file_name() == MARK {
                continue;
            }
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        let _ = self.empty(); // what cannot be removed now is removed at the next start
    }
}

#[cfg(unix)]
fn make(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

/// Only its owner may make it private: where another one made it, this fails.
#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_private(_: &Path) -> io::Result<()> {
    Ok(()) // under the user's own folder, which others cannot read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_executor_left_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/work");
        let work = WorkFolder::prepare(&path).unwrap();
        fs::create_dir_all(path.join("job/1")).unwrap();
        fs::write(path.join("job/1/data.arrow"), "rows").unwrap();
        assert!(matches!(WorkFolder::prepare(&path), Err(ClusterError::InUse(_))));
        std::mem::forget(work); // killed: nothing is emptied
        let left = path.join("job/1/data.arrow");
        assert!(left.exists());

        fs::write(folder.path().join("a/mine"), "").unwrap();
        let refused = WorkFolder::prepare(&folder.path().join("a"));
        assert!(matches!(refused, Err(ClusterError::NotOurs(_))));
        assert!(left.exists());
    }

    #[test]
    fn it_is_empty_at_the_start_and_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work");
        drop(WorkFolder::prepare(&path).unwrap());
        fs::create_dir(path.join("job")).unwrap();
        fs::write(path.join("spilled"), "rows").unwrap();
        let work = WorkFolder::prepare(&path).unwrap();
        assert_eq!(fs::read_dir(&path).unwrap().count(), 2);
        fs::create_dir(work.path().join("job")).unwrap();
        drop(work);
        assert_eq!(fs::read_dir(&path).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look_into_it() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work");
        fs::create_dir(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let work = WorkFolder::prepare(&path).unwrap();
        for private in [&path, &work.path()] {
            let mode = fs::metadata(private).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
        let link = folder.path().join("link");
        symlink(&path, &link).unwrap();
        assert!(matches!(
            WorkFolder::prepare(&link),
            Err(ClusterError::Folder(..))
        ));
    }
}
