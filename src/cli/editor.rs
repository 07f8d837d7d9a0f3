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
        let file = Self::copy(text, about)?;
        let copy = file.path();
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

    /// A copy of a text in a file of its own.
    fn copy(text: &str, about: &str) -> Result<NamedTempFile, CliError> {
        let file = tempfile::Builder::new()
            .prefix(&format!("jianfu-{about}-"))
            .suffix(".toml")
            .tempfile();
        let file = file.map_err(CliError::Output)?;
        std::fs::write(file.path(), text).map_err(CliError::file(file.path()))?;
        Ok(file)
    }

    /// Keeps a text in a file that stays, and gives its name.
    pub(super) fn keep(text: &str, about: &str) -> Result<String, CliError> {
        let path: TempPath = Self::copy(text, about)?.into_temp_path();
        let shown = path.to_path_buf();
        match path.keep() {
            Ok(kept) => Ok(kept.display().to_string()),
            Err(e) => Err(CliError::File(shown, e.error)),
        }
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
