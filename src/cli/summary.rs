//! In which form `week` and `trend` write what they found.

use super::CliError;
use super::args::{SummaryFormat, WriteArgs};
use super::context::Context;
use crate::diary::Profile;
use crate::i18n::{I18n, Say};
use crate::summary::{FileFormat, Reviewed, TextEncoding, file_name, render};
use crate::tr;
use crate::tui::run::columns;
use std::path::Path;

/// The form that was asked for.
pub(super) struct Written {
    /// None for text.
    format: Option<FileFormat>,
    encoding: TextEncoding,
    /// Whether it goes to a file.
    to_file: bool,
    /// Whether it goes to a terminal.
    to_terminal: bool,
}

impl Written {
    /// What the options say, before anything is read: the format by its name, else by the name of the file.
    pub(super) fn new(cx: &Context<'_>, args: &WriteArgs) -> Result<Self, CliError> {
        let file = args.output.as_deref().filter(|path| path.as_os_str() != "-");
        let by_name = || file.and_then(FileFormat::from_extension);
        if args.format.is_none()
            && let Some(path) = file
            && let Some(ending) = strange_ending(path)
        {
            return Err(CliError::Usage(tr!(
                cx.i18n,
                "cli-strange-ending",
                ending = ending
            )));
        }
        let format = args.format.map_or_else(by_name, SummaryFormat::file);
        if args.csv_encoding.is_some() && format != Some(FileFormat::Csv) {
            return Err(CliError::Usage(tr!(cx.i18n, "cli-encoding-of-csv")));
        }
        Ok(Self {
            format,
            encoding: args.csv_encoding.map_or_else(TextEncoding::default, Into::into),
            to_file: file.is_some(),
            to_terminal: file.is_none() && cx.out_is_terminal,
        })
    }

    /// The format; none for text.
    pub(super) const fn format(&self) -> Option<FileFormat> {
        self.format
    }

    /// The encoding of tables in text.
    pub(super) const fn encoding(&self) -> TextEncoding {
        self.encoding
    }

    /// Whether it is text that goes to no file: somebody looks at it, if through a pager.
    pub(super) const fn is_for_a_look(&self) -> bool {
        !self.to_file && self.format.is_none()
    }

    /// Whether it is a file that nobody can read on the terminal where it would go.
    pub(super) fn is_not_for_terminal(&self) -> bool {
        self.to_terminal && self.format.is_some_and(FileFormat::is_binary)
    }

    /// How many cells wide the terminal is to which it goes; none where it goes to no terminal.
    pub(super) fn columns(&self) -> Option<usize> {
        self.to_terminal.then(columns).flatten()
    }

    /// What is to be written; `text` makes it where that is text.
    pub(super) fn bytes(
        &self,
        reviewed: Reviewed<'_>,
        profile: &Profile,
        i18n: &I18n,
        text: impl FnOnce() -> String,
    ) -> Result<Vec<u8>, CliError> {
        let Some(format) = self.format else {
            return Ok(text().into_bytes());
        };
        if self.to_terminal && format.is_binary() {
            let file = file_name(reviewed, format);
            return Err(CliError::Refused(tr!(i18n, "cli-not-for-terminal", file = file)));
        }
        let made = render(reviewed, format, self.encoding, profile, i18n);
        made.map_err(|e| CliError::Refused(e.say(i18n)))
    }
}

/// The ending of a file's name that tells of a format that there is not. Without one it is text.
fn strange_ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_string_lossy();
    let is_known = ending.eq_ignore_ascii_case("txt") || FileFormat::from_extension(path).is_some();
    (!is_known && !ending.is_empty()).then(|| ending.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_endings_of_formats_and_of_text_are_taken() {
        for path in [
            "w",
            "w.txt",
            "w.TXT",
            "w.md",
            "w.Xlsx",
            "/dev/null",
            ".hidden",
            "w.",
        ] {
            assert_eq!(strange_ending(Path::new(path)), None, "{path}");
        }
        for (path, ending) in [("w.pdf", "pdf"), ("a.b/w.docx", "docx"), ("w.md.bak", "bak")] {
            assert_eq!(strange_ending(Path::new(path)).as_deref(), Some(ending));
        }
    }
}
