//! `survey report`: what a dataset, or several, or the cells of them say, as far as it may be seen.

pub(super) mod early;
mod inputs;
mod noise;
mod tables;
mod tell;

use crate::cli::CliError;
use crate::cli::args::SurveyReportArgs;
use crate::cli::context::Context;
use crate::cli::summary::Written;
use crate::domain::WeekId;
use crate::i18n::Say;
use crate::survey::collector::report::{Published, Report, Standing};
use crate::survey::collector::{Publications, PublicationsError};
use crate::tr;
use inputs::Inputs;
pub(super) use inputs::publications_of;
pub(super) use noise::warn_of_noise;
use std::collections::BTreeMap;
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
    let frame = &inputs.cells.frame;
    let mut publications = match (is_draft, &inputs.publications) {
        (false, _) => Some(Publications::open(inputs.kept_in(&cx.i18n)?, frame)),
        (true, Some(folder)) => Some(Publications::look(folder, frame)),
        (true, None) => None,
    }
    .transpose()
    .map_err(|why| refused(&why, cx))?;
    let before = before(publications.as_ref(), &inputs, &chosen);
    let (two_groups, published) = before.map_err(|why| refused(&why, cx))?;
    let cross = two_groups
        .as_ref()
        .and_then(|groups| tables::places(groups, frame));
    let report = Report::of(&inputs.cells, &published, cross);
    let report = report.map_err(|why| CliError::Refused(why.say(&cx.i18n)))?;
    let mut report = report.only(&chosen.groups);
    report.is_draft = is_draft;
    report.made_on = Some(cx.today());
    if report.weeks.is_empty() {
        return Err(CliError::Refused(nothing(&report, cx)));
    }
    // Made before anything is kept, kept before it is handed out.
    let files = tell::Files::of(&report, &written, &cx.i18n)?;
    let output = args.write.output.as_deref();
    files.can_be_delivered(output)?;
    if let (false, Some(publications)) = (is_draft, &mut publications) {
        let new = report.weeks.iter().filter(|week| week.standing == Standing::New);
        let new: Vec<WeekId> = new.map(|week| week.week).collect();
        early::check(cx, frame, &new, args.yes)?;
        if publications.weeks().next().is_none() && inputs.only.is_none() {
            tell::begun(cx, publications.folder());
        }
        let kept = keep_rows(publications, &report, &inputs);
        kept.and_then(|()| publications.keep(&report, &inputs.cells, two_groups.as_ref()))
            .map_err(|why| refused(&why, cx))?;
    }
    tell::standing(cx, &report, frame, is_draft);
    if let Some(groups) = &two_groups {
        tell::no_cross(cx, &report, groups);
    }
    files.deliver(cx, output)
}

fn refused(why: &PublicationsError, cx: &Context<'_>) -> CliError {
    CliError::Refused(why.say(&cx.i18n))
}

/// What was published before: the two groups that are shown at once, if any are to be, and the weeks.
type Before = (Option<[String; 2]>, BTreeMap<WeekId, Published>);

fn before(
    publications: Option<&Publications>,
    inputs: &Inputs,
    chosen: &Chosen,
) -> Result<Before, PublicationsError> {
    let two_groups = chosen.two_groups();
    let Some(publications) = publications else {
        return Ok((two_groups, BTreeMap::new()));
    };
    let two_groups = two_groups.map(|groups| publications.agree_on(groups));
    let published = publications.read(&inputs.cells.frame, inputs.weeks.as_ref());
    Ok((two_groups.transpose()?, published?))
}

/// Keeps the responses of what is published, of one dataset.
fn keep_rows(publications: &Publications, report: &Report, inputs: &Inputs) -> Result<(), PublicationsError> {
    let Some(dataset) = &inputs.only else {
        return Ok(());
    };
    let mut new = report.weeks.iter().filter(|week| week.standing.is_new_issue());
    new.try_for_each(|week| publications.keep_rows(dataset, week.week, week.issue, &inputs.cells))
}

/// That there is nothing to be shown, and why.
fn nothing(report: &Report, cx: &Context<'_>) -> String {
    let (weeks, least) = (report.not_shown.len(), report.rules.min_group);
    tr!(cx.i18n, "cli-survey-report-nothing", weeks = weeks, least = least)
}
