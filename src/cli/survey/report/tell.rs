//! What is said about a report beside what stands in it.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::summary::Written;
use crate::cli::survey::file::shown;
use crate::files::can_write;
use crate::i18n::{I18n, Say};
use crate::summary::{FileFormat, ReportFormat, codebook_csv, render_report, report_text};
use crate::survey::collector::report::{Report, Standing};
use crate::tr;
use std::path::{Path, PathBuf};

/// Says how each week stands to what was published of it before; of a report that is only looked at, that it is.
pub(super) fn standing(cx: &mut Context<'_>, report: &Report, is_draft: bool) {
    if is_draft {
        cx.say(&tr!(cx.i18n, "cli-survey-report-draft"));
    }
    for (standing, is_told) in [
        (Standing::New, !is_draft),
        (Standing::Grown, !is_draft),
        (Standing::Waiting, true),
        (Standing::Same, false),
    ] {
        let weeks = report.weeks.iter().filter(|week| week.standing == standing);
        let weeks: Vec<String> = weeks.map(|week| week.week.to_string()).collect();
        if !is_told || weeks.is_empty() {
            continue;
        }
        let weeks = weeks.join(", ");
        let least = report.rules.min_group;
        let text = match standing {
            Standing::New => tr!(cx.i18n, "cli-survey-report-new", weeks = weeks),
            Standing::Grown => tr!(cx.i18n, "cli-survey-report-grown", weeks = weeks),
            Standing::Waiting => tr!(cx.i18n, "cli-survey-report-waiting", weeks = weeks, least = least),
            Standing::Same | Standing::Noisy => continue,
        };
        cx.say(&text);
    }
    if !report.not_shown.is_empty() {
        let weeks: Vec<String> = report.not_shown.iter().map(ToString::to_string).collect();
        let (weeks, least) = (weeks.join(", "), report.rules.min_group);
        cx.say(&tr!(
            cx.i18n,
            "cli-survey-report-not-shown",
            weeks = weeks,
            least = least
        ));
    }
}

/// Says where the memory of surveys begins that were never published together.
pub(super) fn begun(cx: &mut Context<'_>, folder: &Path) {
    let folder = shown(folder);
    cx.say(&tr!(cx.i18n, "cli-survey-report-begun", folder = folder));
}

/// What is written: the report, and of a table in text its codebook too.
pub(super) struct Files {
    report: Vec<u8>,
    codebook: Option<Vec<u8>>,
}

impl Files {
    pub(super) fn of(report: &Report, written: &Written, i18n: &I18n) -> Result<Self, CliError> {
        if written.is_not_for_terminal() {
            let text = tr!(i18n, "cli-not-for-terminal", file = "report.xlsx");
            return Err(CliError::Refused(text));
        }
        let made = match written.format() {
            None => Ok(report_text(report, i18n, written.columns()).into_bytes()),
            Some(format) => render_report(report, ReportFormat::File(format), written.encoding(), i18n),
        };
        Ok(Self {
            report: made.map_err(|why| CliError::Refused(why.say(i18n)))?,
            codebook: (written.format() == Some(FileFormat::Csv)).then(codebook_csv),
        })
    }

    /// Whether the files can be written, as far as that can be told before: asked before anything is kept or spent for them.
    ///
    /// # Errors
    /// The file that cannot.
    pub(super) fn can_be_delivered(&self, output: Option<&Path>) -> Result<(), CliError> {
        let codebook = self.codebook_beside(output).map(|(path, _)| path);
        for path in codebook.as_deref().into_iter().chain(file(output)) {
            can_write(path).map_err(CliError::file(path))?;
        }
        Ok(())
    }

    /// The codebook first: a table is never without it.
    pub(super) fn deliver(&self, cx: &mut Context<'_>, output: Option<&Path>) -> Result<(), CliError> {
        if let Some((path, codebook)) = self.codebook_beside(output) {
            cx.deliver(Some(&path), codebook)?;
        }
        cx.deliver(output, &self.report)
    }

    fn codebook_beside(&self, output: Option<&Path>) -> Option<(PathBuf, &[u8])> {
        let path = file(output)?.with_extension("codebook.csv");
        Some((path, self.codebook.as_deref()?))
    }
}

/// The file, where it is one and not the standard output.
fn file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| path.as_os_str() != "-")
}
