//! What is said about a report beside what stands in it.

use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::summary::Written;
use crate::cli::survey::file::shown;
use crate::cli::survey::lines::talk;
use crate::domain::WeekId;
use crate::files::can_write;
use crate::i18n::{I18n, Say};
use crate::summary::{FileFormat, ReportFormat, codebook_csv, render_report, report_text};
use crate::survey::collector::Frame;
use crate::survey::collector::disclosure::Hurdle;
use crate::survey::collector::report::{Report, Standing, Waiting};
use crate::tr;
use std::path::{Path, PathBuf};

/// Says how each week stands to what was published of it before; of a report that is only looked at, that it is. `frame` has
/// all groups, also those that are not looked at.
pub(super) fn standing(cx: &mut Context<'_>, report: &Report, frame: &Frame, is_draft: bool) {
    if is_draft {
        let text = tr!(cx.i18n, "cli-survey-report-draft");
        talk(cx, &text);
    }
    let weeks_that = |standing: Standing| {
        let weeks = report.weeks.iter().filter(|week| week.standing == standing);
        let weeks: Vec<String> = weeks.map(|week| week.week.to_string()).collect();
        (!is_draft && !weeks.is_empty()).then(|| weeks.join(", "))
    };
    if let Some(weeks) = weeks_that(Standing::New) {
        let text = tr!(cx.i18n, "cli-survey-report-new", weeks = weeks);
        talk(cx, &text);
    }
    if let Some(weeks) = weeks_that(Standing::Grown) {
        let text = tr!(cx.i18n, "cli-survey-report-grown", weeks = weeks);
        talk(cx, &text);
    }
    waiting(cx, report, frame);
    if !report.not_shown.is_empty() {
        let weeks: Vec<String> = report.not_shown.iter().map(ToString::to_string).collect();
        let (weeks, least) = (weeks.join(", "), report.rules.min_group);
        let text = tr!(
            cx.i18n,
            "cli-survey-report-not-shown",
            weeks = weeks,
            least = least
        );
        talk(cx, &text);
    }
}

/// Says what waits, and which tables keep it waiting.
fn waiting(cx: &mut Context<'_>, report: &Report, frame: &Frame) {
    let weeks: Vec<(WeekId, &Waiting)> = report
        .weeks
        .iter()
        .filter_map(|week| Some((week.week, week.waiting.as_ref()?)))
        .collect();
    if weeks.is_empty() {
        return;
    }
    let least = report.rules.min_group;
    let text = tr!(cx.i18n, "cli-survey-report-waiting", least = least);
    talk(cx, &text);
    for (week, Waiting { more, hurdles }) in weeks {
        let more = match more {
            1.. => tr!(cx.i18n, "cli-survey-waiting-more", count = *more),
            ..=0 => tr!(cx.i18n, "cli-survey-waiting-other"),
        };
        let tables: Vec<String> = hurdles
            .iter()
            .map(|hurdle| held_by(*hurdle, frame, &cx.i18n))
            .collect();
        let tables = tables.join(&tr!(cx.i18n, "report-comma"));
        let week = week.to_string();
        let text = tr!(
            cx.i18n,
            "cli-survey-waiting-week",
            week = week,
            more = more,
            tables = tables
        );
        cx.say(&format!("  {text}"));
    }
}

/// The table that holds a week back, by its name.
fn held_by(hurdle: Hurdle, frame: &Frame, i18n: &I18n) -> String {
    let group = |place: usize| frame.groups.get(place);
    match hurdle {
        Hurdle::Everybody => tr!(i18n, "cli-survey-waiting-everybody"),
        Hurdle::Group(place) => group(place).map_or_else(String::new, |g| g.name.get(i18n.lang()).to_owned()),
        Hurdle::TwoGroups => tr!(i18n, "cli-survey-waiting-two"),
    }
}

/// Says that nothing is shown of two groups at once, where that was asked for and it is so.
pub(super) fn no_cross(cx: &mut Context<'_>, report: &Report, [one, other]: &[String; 2]) {
    if report.weeks.iter().all(|week| week.cross.is_none()) {
        let (one, other) = (one.as_str(), other.as_str());
        let text = tr!(cx.i18n, "cli-survey-report-no-cross", one = one, other = other);
        talk(cx, &text);
    }
}

/// Says where the memory of surveys begins that were never published together.
pub(super) fn begun(cx: &mut Context<'_>, folder: &Path) {
    let folder = shown(folder);
    let text = tr!(cx.i18n, "cli-survey-report-begun", folder = folder);
    talk(cx, &text);
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
