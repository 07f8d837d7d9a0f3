//! What lies in the inbox: every file of the folders and files that were named. Links are not followed, so that nothing
//! outside is read and no circle is walked; what was named itself may be one.

use super::open::{Mark, first_half};
use super::reason::Reason;
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::fs::{self, Metadata, ReadDir};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A regular file, not opened yet.
#[derive(Debug)]
pub(super) struct Found {
    /// Where.
    pub(super) path: PathBuf,
    /// Bytes.
    pub(super) length: u64,
    /// Where it is, how long, and when it was changed: the same as long as nobody touches it.
    pub(super) mark: Mark,
}

/// What is in the inbox, one after the other.
pub(super) struct Walk {
    inputs: VecDeque<PathBuf>,
    /// The folders still to be read. One is open at a time, however deep they lie.
    folders: Vec<PathBuf>,
    open: Option<(PathBuf, ReadDir)>,
    /// The dataset, which may lie in the inbox.
    not_in: PathBuf,
}

/// What is found: a file, or what is none.
pub(super) type Item = Result<Found, (PathBuf, Reason)>;

impl Walk {
    pub(super) fn new(inputs: &[PathBuf], not_in: &Path) -> Self {
        Self {
            inputs: inputs.to_vec().into(),
            folders: Vec::new(),
            open: None,
            not_in: fs::canonicalize(not_in).unwrap_or_else(|_| not_in.to_owned()),
        }
    }

    fn named(&mut self, input: PathBuf) -> Option<Item> {
        let there = fs::canonicalize(&input).and_then(|path| Ok((fs::metadata(&path)?, path)));
        match there {
            Ok((there, path)) => self.item(path, &there),
            Err(e) => Some(Err((input, Reason::Unreadable(e)))),
        }
    }

    /// What something is; a folder is kept for later.
    fn item(&mut self, path: PathBuf, there: &Metadata) -> Option<Item> {
        if there.is_dir() {
            if path != self.not_in {
                self.folders.push(path);
            }
            return None;
        }
        Some(if !there.is_file() {
            Err((path, Reason::NotAFile))
        } else if is_unfinished(&path) {
            Err((path, Reason::Unfinished))
        } else {
            Ok(Found {
                length: there.len(),
                mark: mark(&path, there),
                path,
            })
        })
    }
}

impl Iterator for Walk {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some((folder, entries)) = &mut self.open {
                let item = match entries.next() {
                    None => {
                        self.open = None;
                        continue;
                    }
                    Some(Err(e)) => Some(Err((folder.clone(), Reason::Unreadable(e)))),
                    Some(Ok(entry)) => {
                        let path = entry.path();
                        match fs::symlink_metadata(&path) {
                            Ok(there) => self.item(path, &there),
                            Err(e) => Some(Err((path, Reason::Unreadable(e)))),
                        }
                    }
                };
                if item.is_some() {
                    return item;
                }
            } else if let Some(folder) = self.folders.pop() {
                match fs::read_dir(&folder) {
                    Ok(entries) => self.open = Some((folder, entries)),
                    Err(e) => return Some(Err((folder, Reason::Unreadable(e)))),
                }
            } else {
                let item = self.inputs.pop_front().map(|input| self.named(input))?;
                if item.is_some() {
                    return item;
                }
            }
        }
    }
}

/// Whether a file is one that a killed process left, to go by its name.
pub(super) fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".new-")
}

/// The mark of a file as it is now.
pub(super) fn mark(path: &Path, there: &Metadata) -> Mark {
    let mut hash = Sha256::new();
    hash.update(path.as_os_str().as_encoded_bytes());
    hash.update([0]);
    hash.update(there.len().to_be_bytes());
    let modified = there
        .modified()
        .ok()
        .and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    hash.update(modified.map_or(0, |t| t.as_nanos()).to_be_bytes());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        for number in [there.ctime(), there.ctime_nsec()] {
            hash.update(number.to_be_bytes());
        }
        hash.update(there.ino().to_be_bytes());
    }
    first_half(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// What is found by name, and why not.
    fn walked(inputs: &[PathBuf], not_in: &Path) -> BTreeMap<String, &'static str> {
        let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        let walk = Walk::new(inputs, not_in).map(|item| match item {
            Ok(found) => (name(&found.path), "file"),
            Err((path, why)) => (name(&path), why.code()),
        });
        walk.collect()
    }

    #[test]
    fn files_are_found_however_deep_and_the_dataset_is_left_out() {
        let dir = tempfile::tempdir().unwrap();
        let deep = dir.path().join("a/b/c");
        fs::create_dir_all(&deep).unwrap();
        fs::create_dir_all(dir.path().join("data/week=1")).unwrap();
        for name in [
            "x.age",
            "a/y",
            "a/b/c/z",
            "data/week=1/part",
            "a/.new-1",
            "single",
        ] {
            fs::write(dir.path().join(name), name).unwrap();
        }
        let inputs = [dir.path().to_owned(), dir.path().join("no")];
        let expected = [
            ("x.age", "file"),
            ("y", "file"),
            ("z", "file"),
            ("single", "file"),
            (".new-1", "unfinished"),
            ("no", "unreadable"),
        ];
        let expected = expected.map(|(name, what)| (name.to_owned(), what));
        assert_eq!(
            walked(&inputs, &dir.path().join("data")),
            BTreeMap::from(expected)
        );
        let single = [dir.path().join("single")];
        assert_eq!(walked(&single, Path::new("none")).len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_folder_are_not_followed_and_a_named_one_is() {
        use std::os::unix::fs::symlink;
        let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("secret"), "x").unwrap();
        symlink(outside.path().join("secret"), dir.path().join("link")).unwrap();
        symlink(dir.path(), dir.path().join("circle")).unwrap();
        let found = walked(&[dir.path().to_owned()], Path::new("none"));
        assert_eq!(found.values().copied().collect::<Vec<_>>(), ["not_a_file"; 2]);
        let named = walked(&[dir.path().join("link")], Path::new("none"));
        assert_eq!(named, BTreeMap::from([("secret".to_owned(), "file")]));
    }

    #[test]
    fn a_change_changes_the_mark() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        fs::write(&path, "one").unwrap();
        let before = mark(&path, &fs::metadata(&path).unwrap());
        assert_eq!(before, mark(&path, &fs::metadata(&path).unwrap()));
        fs::write(&path, "more").unwrap();
        assert_ne!(before, mark(&path, &fs::metadata(&path).unwrap()));
    }
}
