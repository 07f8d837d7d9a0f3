//! The file of a definition, as somebody sent it.

use crate::cli::CliError;
use crate::i18n::{I18n, Say};
use crate::survey::Definition;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Reads and checks a definition. No more of the file is read than a definition can have.
///
/// # Errors
/// Why the file cannot be read, or with its line what is wrong in it.
pub(super) fn definition(path: &Path, i18n: &I18n) -> Result<Definition, CliError> {
    let mut bytes = Vec::new();
    let most = Definition::MOST_BYTES as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|why| CliError::File(shown(path).into(), why))?;
    Definition::read(&bytes).map_err(|bad| CliError::Refused(format!("{}: {}", shown(path), bad.say(i18n))))
}

/// Refuses a folder that files cannot be put into, before anything is prepared for them.
///
/// # Errors
/// Why not.
pub(super) fn check_folder(folder: &Path) -> Result<(), CliError> {
    let there = folder.metadata().map_err(CliError::file(folder))?;
    if there.is_dir() {
        return Ok(());
    }
    let why = std::io::ErrorKind::NotADirectory.into();
    Err(CliError::File(folder.to_owned(), why))
}

/// A path for a message: whoever named the file may have put anything into its name.
pub(super) fn shown(path: &Path) -> String {
    let harmless = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string().chars().map(harmless).collect()
}
