//! Reads the file of a definition, as somebody sent it.

use super::{BadDefinition, Definition};
use crate::i18n::{I18n, Say, quoted};
use crate::tr;
use std::fs::{File, metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The most characters of a path in a message.
const LONGEST_PATH: usize = 400;

/// Why the file of a definition is not read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub struct LoadError {
    /// The file.
    pub path: PathBuf,
    /// What is the matter with it.
    #[source]
    pub why: LoadFault,
}

/// What is the matter with the file of a definition.
#[derive(Debug, thiserror::Error)]
pub enum LoadFault {
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is a folder, a pipe or a device.
    #[error("no regular file")]
    NotAFile,
    /// There is no sound definition in it.
    #[error(transparent)]
    Definition(#[from] BadDefinition),
}

/// Reads and checks a definition. What is no regular file is not even opened, since a pipe would be waited for, and no
/// more of a file is read than a definition can have.
///
/// # Errors
/// [`LoadError`].
pub fn load(path: &Path) -> Result<Definition, LoadError> {
    read(path).map_err(|why| LoadError {
        path: path.to_owned(),
        why,
    })
}

fn read(path: &Path) -> Result<Definition, LoadFault> {
    if !metadata(path)?.is_file() {
        return Err(LoadFault::NotAFile);
    }
    let mut bytes = Vec::new();
    // One byte more than there can be, so that the reader of definitions says that it is too much.
    let most = Definition::MOST_BYTES as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(Definition::read(&bytes)?)
}

impl Say for LoadFault {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::Io(why) if why.kind() == ErrorKind::NotFound => tr!(i18n, "survey-no-such-file"),
            Self::Io(why) => why.say(i18n),
            Self::NotAFile => tr!(i18n, "survey-not-a-file"),
            Self::Definition(bad) => bad.say(i18n),
        }
    }
}

impl Say for LoadError {
    fn say(&self, i18n: &I18n) -> String {
        let path = self.path.strip_prefix(".").unwrap_or(&self.path);
        let path = quoted(&path.display().to_string(), LONGEST_PATH);
        tr!(i18n, "survey-file-fault", path = path, why = self.why.say(i18n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_definition_is_named_harmlessly() {
        let dir = tempfile::tempdir().unwrap();
        let said = |name: &str| load(&dir.path().join(name)).unwrap_err().say(I18n::english());
        std::fs::write(dir.path().join("large"), vec![b' '; 1024 * 1024]).unwrap();
        std::fs::write(dir.path().join("a\u{202e}b"), "# A readme\n").unwrap();
        for (name, part) in [
            ("", "no file"),
            ("nothing", "no such file"),
            ("large", "at most 64"),
            ("a\u{202e}b", "a�b: "),
        ] {
            assert!(said(name).contains(part), "{}", said(name));
        }
    }
}
