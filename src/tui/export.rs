//! Summaries written into files.

use super::text;
use crate::app::{Exported, Wanting};
use crate::files::{write_new, write_whole};
use crate::i18n::{I18n, Say};
use crate::summary::{FileFormat, file_name, render};
use crate::tr;
use std::io::{self, ErrorKind};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// The most cells of a path in a message, so that its end, the name of the file, is always seen.
const LONGEST: usize = 90;

/// Writes a summary, whole or not at all. In a folder the file gets the name that it is offered under.
pub(super) fn write(wanting: &Wanting, i18n: &I18n) -> Result<Exported, String> {
    let (typed, path) = place(wanting);
    // A pipe or a device may wait for ever, and a folder is no file.
    for path in [&typed, &path] {
        if path.metadata().is_ok_and(|there| !there.is_file()) {
            return Err(tr!(i18n, "export-no-file", path = short(path)));
        }
    }
    let exists = || Ok(Exported::Exists(path.display().to_string()));
    if !wanting.replace && path.symlink_metadata().is_ok() {
        return exists(); // before the work
    }
    let (format, encoding) = wanting.kind;
    let review = &wanting.review;
    let bytes = render(review.reviewed(), format, encoding, &review.profile, i18n);
    let bytes = bytes.map_err(|e| tr!(i18n, "export-failed", why = e.say(i18n)))?;
    let write = if wanting.replace { write_whole } else { write_new };
    match write(&path, &bytes) {
        Ok(()) => Ok(Exported::Saved(short(&path))),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => exists(),
        Err(e) => Err(say(&e, &path, i18n)),
    }
}

/// The whole path of the file, in a folder under its usual name: as it was typed, and with the ending of its kind, which
/// it always gets.
fn place(wanting: &Wanting) -> (PathBuf, PathBuf) {
    let format = wanting.kind.0;
    let typed = Path::new(&wanting.path);
    let mut path = std::path::absolute(typed).unwrap_or_else(|_| typed.to_owned());
    if wanting.path.ends_with(['/', MAIN_SEPARATOR]) || path.is_dir() {
        path.push(file_name(wanting.review.reviewed(), format));
    }
    let typed = path.clone();
    if FileFormat::from_extension(&path) != Some(format)
        && let Some(name) = path.file_name()
    {
        let mut name = name.to_owned();
        let is_dotted = name.as_encoded_bytes().ends_with(b".");
        name.push(if is_dotted { "" } else { "." });
        name.push(format.extension());
        path.set_file_name(name);
    }
    (typed, path)
}

/// Why a file could not be written, with the folder that is the trouble.
fn say(error: &io::Error, path: &Path, i18n: &I18n) -> String {
    let folder = path.parent().unwrap_or(path);
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            tr!(i18n, "export-no-folder", folder = short(folder))
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            tr!(i18n, "export-no-permission", folder = short(folder))
        }
        _ => tr!(i18n, "export-failed", why = error.say(i18n)),
    }
}

/// A path for a message: of a long one the beginning and, more of it, the end.
fn short(path: &Path) -> String {
    let whole = path.display().to_string();
    if text::width(&whole) <= LONGEST {
        return whole;
    }
    let head = text::head(&whole, LONGEST / 3);
    format!("{head}...{}", text::tail(&whole, LONGEST - LONGEST / 3 - 3))
}
