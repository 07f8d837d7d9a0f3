//! In which form `week` and `trend` write what they found.

use super::CliError;
use super::args::{SummaryFormat, WriteArgs};
use super::context::Context;
use crate::diary::Profile;
use crate::i18n::{I18n, Say};
use crate::summary::{FileFormat, Reviewed, TextEncoding, file_name, render};
use crate::tr;

/// The form that was asked for.
pub(super) struct Written {
    /// None for text.
    format: Option<FileFormat>,
    encoding: TextEncoding,
    /// Whether it goes to a terminal.
    to_terminal: bool,
}

impl Written {
    /// What the options say, before anything is read: the format by its name, else by the name of the file.
    pub(super) fn new(cx: &Context<'_>, args: &WriteArgs) -> Result<Self, CliError> {
        let file = args.output.as_deref().filter(|path| path.as_os_str() != "-");
        let by_name = || file.and_then(FileFormat::from_extension);
        let format = args.format.map_or_else(by_name, SummaryFormat::file);
        if args.csv_encoding.is_some() && format != Some(FileFormat::Csv) {
            return Err(CliError::Usage(tr!(cx.i18n, "cli-encoding-of-csv")));
        }
        Ok(Self {
            format,
            encoding: args.csv_encoding.map_or_else(TextEncoding::default, Into::into),
            to_terminal: file.is_none() && cx.out_is_terminal,
        })
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
