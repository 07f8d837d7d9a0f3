//! The file of a definition, as somebody sent it.

use crate::cli::CliError;
use crate::i18n::{I18n, Say};
use crate::survey::{Definition, Fault, LoadFault, SealError, load};
use crate::tr;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Reads and checks a definition.
///
/// # Errors
/// Why the file cannot be read, or with its line what is wrong in it.
pub(super) fn definition(path: &Path, i18n: &I18n) -> Result<Definition, CliError> {
    load(path).map_err(|why| CliError::Refused(why.say(i18n)))
}

/// As [`definition`], for somebody whom it was sent to: a fault that only its maker can mend comes with that way out.
///
/// # Errors
/// As [`definition`].
pub(super) fn sent_definition(path: &Path, i18n: &I18n) -> Result<Definition, CliError> {
    load(path).map_err(|bad| {
        let why = bad.say(i18n);
        CliError::Refused(if has_way_out(&bad.why) {
            why
        } else {
            tr!(i18n, "cli-survey-ask-sender", why = why)
        })
    })
}

/// Whether what is said of a fault tells a teacher what to do.
const fn has_way_out(fault: &LoadFault) -> bool {
    match fault {
        LoadFault::Io(_) | LoadFault::NotAFile => true,
        LoadFault::Definition(bad) => matches!(
            bad.fault,
            Fault::NotADefinition | Fault::NotUtf8 | Fault::Newer(_) | Fault::SecretKey
        ),
    }
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
