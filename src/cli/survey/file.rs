//! The file of a definition, as somebody sent it.

use crate::cli::CliError;
use crate::i18n::{I18n, Say};
use crate::survey::{BadDefinition, Definition, Fault, SealError};
use crate::tr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Reads and checks a definition. No more of the file is read than a definition can have.
///
/// # Errors
/// Why the file cannot be read, or with its line what is wrong in it.
pub(super) fn definition(path: &Path, i18n: &I18n) -> Result<Definition, CliError> {
    read(path, i18n)?.map_err(|bad| refused(path, &bad.say(i18n)))
}

/// As [`definition`], for somebody whom it was sent to: a fault that only its maker can mend comes with that way out.
///
/// # Errors
/// As [`definition`].
pub(super) fn sent_definition(path: &Path, i18n: &I18n) -> Result<Definition, CliError> {
    read(path, i18n)?.map_err(|bad| {
        let why = bad.say(i18n);
        refused(
            path,
            &if has_way_out(&bad.fault) {
                why
            } else {
                tr!(i18n, "cli-survey-ask-sender", why = why)
            },
        )
    })
}

/// Whether what is said of a fault tells a teacher what to do.
const fn has_way_out(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::NotADefinition | Fault::NotUtf8 | Fault::Newer(_) | Fault::SecretKey
    )
}

fn refused(path: &Path, why: &str) -> CliError {
    CliError::Refused(format!("{}: {why}", shown(path)))
}

fn read(path: &Path, i18n: &I18n) -> Result<Result<Definition, BadDefinition>, CliError> {
    let failed = |why| CliError::File(shown(path).into(), why);
    if !path.metadata().map_err(failed)?.is_file() {
        return Err(refused(path, &tr!(i18n, "cli-survey-not-a-file"))); // a pipe would be waited for
    }
    let mut bytes = Vec::new();
    let most = Definition::MOST_BYTES as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(Definition::read(&bytes))
}

/// Refuses a folder that files cannot be put into, before anything is prepared for them.
///
/// # Errors
/// Why not, and the way out.
pub(super) fn check_folder(folder: &Path, i18n: &I18n) -> Result<(), CliError> {
    let there = folder.metadata().map_err(|why| no_folder(folder, why, i18n))?;
    if there.is_dir() {
        return Ok(());
    }
    Err(no_folder(folder, ErrorKind::NotADirectory.into(), i18n))
}

/// That nothing can be put into a folder, and the way out.
pub(super) fn no_folder(folder: &Path, why: io::Error, i18n: &I18n) -> CliError {
    let why = SealError::Io(shown(folder).into(), why).say(i18n);
    CliError::Refused(tr!(i18n, "cli-survey-other-folder", why = why))
}

/// A path for a message: whoever named the file may have put anything into its name.
pub(super) fn shown(path: &Path) -> String {
    let harmless = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string().chars().map(harmless).collect()
}
