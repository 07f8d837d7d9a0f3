//! A report as files.

use super::{report_csv, report_document};
use crate::i18n::I18n;
use crate::summary::table_text::{SCREEN, table_text_within};
use crate::summary::{FileFormat, RenderError, TextEncoding, html, markdown, xlsx};
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
        ReportFormat::Text => report_text(report, i18n, None).into_bytes(),
        ReportFormat::File(FileFormat::Markdown) => markdown(&document()).into_bytes(),
        ReportFormat::File(FileFormat::Csv) => report_csv(report, encoding, i18n),
        ReportFormat::File(FileFormat::Xlsx) => xlsx(&document())?,
        ReportFormat::File(FileFormat::Html) => html(&document())?.into_bytes(),
        ReportFormat::File(FileFormat::Json) => (report.to_json() + "\n").into_bytes(),
    })
}

/// The narrowest and the widest screen that text is set for.
const SCREENS: (usize, usize) = (40, 100);

/// A report as text for a screen of so many cells; for a usual one where that is not known.
#[must_use]
pub fn report_text(report: &Report, i18n: &I18n, cells: Option<usize>) -> String {
    let cells = cells.unwrap_or(SCREEN).clamp(SCREENS.0, SCREENS.1);
    table_text_within(&report_document(report, i18n), cells)
}
