//! A report as files.

use super::{report_csv, report_document};
use crate::i18n::I18n;
use crate::summary::{FileFormat, RenderError, TextEncoding, html, markdown, table_text, xlsx};
use crate::survey::collector::report::Report;

/// A format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportFormat {
    /// Text with charts, for a terminal.
    Text,
    /// A format of files.
    File(FileFormat),
}

impl ReportFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::File(FileFormat::Markdown),
        Self::File(FileFormat::Csv),
        Self::File(FileFormat::Xlsx),
        Self::File(FileFormat::Html),
        Self::File(FileFormat::Json),
    ];

    /// Its name in commands.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::File(format) => format.extension(),
        }
    }

    /// The format of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The content of a report's file, in the language of `i18n`; JSON has all languages. `encoding` is that of CSV, which has
/// a codebook that goes beside it: [`codebook_csv`](super::codebook_csv).
///
/// # Errors
/// [`RenderError`].
pub fn render_report(
    report: &Report,
    format: ReportFormat,
    encoding: TextEncoding,
    i18n: &I18n,
) -> Result<Vec<u8>, RenderError> {
    let document = || report_document(report, i18n);
    Ok(match format {
        ReportFormat::Text => table_text(&document()).into_bytes(),
        ReportFormat::File(FileFormat::Markdown) => markdown(&document()).into_bytes(),
        ReportFormat::File(FileFormat::Csv) => report_csv(report, encoding, i18n),
        ReportFormat::File(FileFormat::Xlsx) => xlsx(&document())?,
        ReportFormat::File(FileFormat::Html) => html(&document())?.into_bytes(),
        ReportFormat::File(FileFormat::Json) => (report.to_json() + "\n").into_bytes(),
    })
}
