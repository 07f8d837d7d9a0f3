//! A text in the user's editor.

use super::CliError;
use crate::i18n::I18n;
use crate::tr;
use std::path::Path;
use tempfile::{NamedTempFile, TempPath};

/// A copy of a text that the user has edited. Dropped, it is deleted.
pub(super) struct Edited {
    file: NamedTempFile,
    /// What it says now.
    pub(super) text: String,
}

impl Edited {
    /// Opens a copy of a text in the user's editor and waits until that is closed; `about` is a word for the file's name.
    pub(super) fn open(text: &str, about: &str, i18n: &I18n) -> Result<Self, CliError> {
        let file = tempfile::Builder::new()
            .prefix(&format!("jianfu-{about}-"))
            .suffix(".toml")
            .tempfile();
        let file = file.map_err(CliError::Output)?;
        let copy = file.path();
        std::fs::write(copy, text).map_err(CliError::file(copy))?;
        let editor = ["VISUAL", "EDITOR"]
            .iter()
            .find_map(|v| std::env::var(v).ok().filter(|e| !e.trim().is_empty()));
        let editor = editor.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
        let mut words = editor.split_whitespace();
        let program = words.next().unwrap_or_default();
        let status = std::process::Command::new(program).args(words).arg(copy).status();
        if !status.map_err(CliError::file(Path::new(program)))?.success() {
            return Err(CliError::Refused(tr!(
                i18n,
                "cli-editor-failed",
                editor = program
            )));
        }
        let text = std::fs::read_to_string(copy).map_err(CliError::file(copy))?;
        Ok(Self { file, text })
    }

    /// Where the copy is.
    pub(super) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Keeps the copy because it cannot be taken, and says so: what was typed is not lost.
    pub(super) fn refused(self, why: &str, i18n: &I18n) -> CliError {
        let path: TempPath = self.file.into_temp_path();
        let shown = path.to_path_buf();
        match path.keep() {
            Ok(kept) => {
                let kept = kept.display().to_string();
                CliError::Refused(tr!(i18n, "cli-edited-not-taken", why = why, kept = kept))
            }
            Err(e) => CliError::File(shown, e.error),
        }
    }
}
