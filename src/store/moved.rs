//! The file MOVED: the data lay here and lie elsewhere now. What is left is as it was when they moved, and nothing is
//! written to it any more.

use super::StoreError;
use super::files::{self, Layout};
use std::path::{Path, PathBuf};

/// The first line; the folder follows on the second.
const HEAD: &str = "jianfu store moved to";

/// Where the data went from this folder; none if they did not.
pub(super) fn read(layout: &Layout) -> Result<Option<PathBuf>, StoreError> {
    let path = layout.moved();
    let text = match std::fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(files::at(&path)(e)),
    };
    // Whatever became of the first line: that there is such a file says enough.
    let to = text.strip_prefix(HEAD).unwrap_or(&text).trim();
    Ok(Some(PathBuf::from(to)))
}

/// Marks the folder.
pub(super) fn write(layout: &Layout, to: &Path) -> Result<(), StoreError> {
    let text = format!("{HEAD}\n{}\n", to.display());
    files::replace_file(&layout.moved(), text.as_bytes())
}
