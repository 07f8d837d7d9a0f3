//! `survey report`: what a dataset, or several, or the cells of them say, as far as it may be seen.

mod inputs;
mod noise;
mod tables;
mod tell;

use crate::cli::CliError;
use crate::cli::args::SurveyReportArgs;
use crate::cli::context::Context;
use crate::cli::summary::Written;
use crate::i18n::Say;
use crate::survey::collector::report::{Report, ReportWeek, Standing};
use crate::survey::collector::{Cells, Dataset, Publications, PublicationsError};
use crate::tr;
use inputs::Inputs;
pub(super) use inputs::publications_of;
pub(super) use noise::warn_of_noise;
use tables::Chosen;

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyReportArgs) -> Result<(), CliError> {
    let written = Written::new(cx, &args.write)?;
    let inputs = Inputs::read(cx, args)?;
    let chosen = Chosen::of(&inputs.cells.frame, &args.by, &cx.i18n)?;
    if let Some(epsilon) = &args.epsilon {
        return noise::run(cx, args, epsilon, &inputs, &chosen, &written);
    }
    let is_draft = args.draft || written.is_for_a_look();
    if !is_draft {
        noise::warn_before_exact(cx, args, &inputs)?;
    }
    let refused = |why: PublicationsError, cx: &Context<'_>| CliError::Refused(why.say(&cx.i18n));
    let publications = if is_draft {
        Publications::look(&inputs.publications)
    } else {
        Publications::open(&inputs.publications)
    };
    let mut publications = publications.map_err(|why| refused(why, cx))?;
    let two_groups = chosen.two_groups().map(|groups| publications.agree_on(groups));
    let two_groups = two_groups.transpose().map_err(|why| refused(why, cx))?;
    let together = publications.beside(inputs.cells, inputs.weeks.as_ref());
    let (cells, published) = together.map_err(|why| refused(why, cx))?;
    // The groups have their places in what was published before, too.
    let chosen = Chosen::of(&cells.frame, &args.by, &cx.i18n)?;
    let cross = two_groups
        .as_ref()
        .and_then(|groups| tables::places(groups, &cells.frame));
    let report = Report::of(&cells, &published, cross);
    let report = report.map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let report = report.only(&chosen.groups);
    if report.weeks.is_empty() {
        return Err(CliError::Refused(nothing(&report, cx)));
    }
    // Made before anything is kept, kept before it is handed out.
    let files = tell::Files::of(&report, &written, &cx.i18n)?;
    if !is_draft {
        let kept = keep_rows(&publications, &report, &cells, inputs.only.as_ref());
        kept.and_then(|()| publications.keep(&report, &cells, two_groups.as_ref()))
            .map_err(|why| refused(why, cx))?;
    }
    tell::standing(cx, &report, is_draft);
    files.deliver(cx, args.write.output.as_deref())
}

/// Keeps the responses of what is published, of one dataset.
fn keep_rows(
    publications: &Publications,
    report: &Report,
    cells: &Cells,
    dataset: Option<&Dataset>,
) -> Result<(), PublicationsError> {
    let Some(dataset) = dataset else { return Ok(()) };
    let is_new = |week: &&ReportWeek| matches!(week.standing, Standing::New | Standing::Grown);
    let mut new = report.weeks.iter().filter(is_new);
    new.try_for_each(|week| publications.keep_rows(dataset, week.week, week.issue, cells))
}

/// That there is nothing to be shown, and why.
fn nothing(report: &Report, cx: &Context<'_>) -> String {
    let (weeks, least) = (report.not_shown.len(), report.rules.min_group);
    tr!(cx.i18n, "cli-survey-report-nothing", weeks = weeks, least = least)
}
