//! `survey report --epsilon`: a short report with noise.

mod accounts;

use super::inputs::{Inputs, publications_of};
use super::tables::Chosen;
use super::tell;
use crate::cli::CliError;
use crate::cli::args::SurveyReportArgs;
use crate::cli::context::Context;
use crate::cli::summary::Written;
use crate::cli::survey::lines::talk;
use crate::domain::WeekId;
use crate::files::can_write;
use crate::i18n::{I18n, Say};
use crate::survey::collector::Publications;
use crate::survey::collector::disclosure::Epsilon;
use crate::survey::collector::noise::noisy_report;
use crate::survey::collector::report::NoiseSize;
use crate::tr;
use accounts::Accounts;
pub(in crate::cli::survey) use accounts::warn_of_noise;
use std::collections::BTreeSet;
use std::path::PathBuf;

pub(super) fn run(
    cx: &mut Context<'_>,
    args: &SurveyReportArgs,
    epsilon: &str,
    inputs: &Inputs,
    chosen: &Chosen,
    written: &Written,
) -> Result<(), CliError> {
    let epsilon = read(epsilon, &cx.i18n)?;
    let budget = args
        .budget
        .as_deref()
        .map(|text| read(text, &cx.i18n))
        .transpose()?;
    if chosen.two_groups().is_some() {
        return Err(CliError::Usage(tr!(cx.i18n, "noise-only-groups")));
    }
    let weeks = weeks(cx, inputs);
    if weeks.is_empty() {
        return Err(CliError::Refused(tr!(cx.i18n, "noise-no-weeks")));
    }
    can_be_written(args)?;
    let folders = folders(args, inputs, &cx.i18n)?;
    // The folder is of these surveys and of no others.
    let together = Publications::open(inputs.kept_in(&cx.i18n)?, &inputs.cells.frame);
    drop(together.map_err(|why| CliError::Refused(why.say(&cx.i18n)))?);
    let mut accounts = Accounts::open(&folders, budget, &cx.i18n)?;
    accounts.refuse_exact(&weeks, &cx.i18n)?;
    accounts.spend(&weeks, epsilon, &cx.i18n)?;
    let report = noisy_report(&inputs.cells, &weeks, &chosen.groups, epsilon);
    let mut report = report.map_err(|why| CliError::Refused(tr!(cx.i18n, "noise-failed", why = why.0)))?;
    report.made_on = Some(cx.today());
    let files = tell::Files::of(&report, written, &cx.i18n)?;
    // Spent for good before anything is told, even where what is told is that there is nothing to tell.
    accounts.save(&cx.i18n)?;
    if let Some(size) = report.noise {
        tell_spent(cx, &accounts, size, &weeks);
        if size.levels > 2 {
            let text = tr!(cx.i18n, "noise-levels", levels = size.levels);
            talk(cx, &text);
        }
    }
    if report.weeks.is_empty() {
        return Err(CliError::Refused(tr!(cx.i18n, "noise-nothing")));
    }
    files.deliver(cx, args.write.output.as_deref())
}

/// The weeks that the surveys ask about and that have begun, of those that are meant: whether there are responses does not
/// matter, since it would tell.
fn weeks(cx: &Context<'_>, inputs: &Inputs) -> Vec<WeekId> {
    let today = cx.today();
    let asked = |weeks: &std::ops::RangeInclusive<WeekId>| {
        let end = *weeks.end();
        std::iter::successors(Some(*weeks.start()), |week| week.offset(1))
            .take_while(move |week| *week <= end)
    };
    let surveys = &inputs.cells.frame.surveys;
    let all: BTreeSet<WeekId> = surveys.iter().flat_map(|survey| asked(&survey.weeks)).collect();
    let is_meant = |week: &WeekId| inputs.weeks.as_ref().is_none_or(|weeks| weeks.contains(week));
    all.into_iter()
        .filter(|week| is_meant(week) && week.monday() <= today)
        .collect()
}

/// The folders of publications that keep account of it: that of each dataset, and that of all together.
fn folders(args: &SurveyReportArgs, inputs: &Inputs, i18n: &I18n) -> Result<Vec<PathBuf>, CliError> {
    if args.published.is_none() && args.inputs.iter().any(|input| !input.is_dir()) {
        return Err(CliError::Usage(tr!(i18n, "noise-which-folder")));
    }
    Ok(all_folders(args, inputs))
}

fn all_folders(args: &SurveyReportArgs, inputs: &Inputs) -> Vec<PathBuf> {
    let datasets = args.inputs.iter().filter(|input| input.is_dir());
    let own = datasets.map(|dataset| publications_of(dataset));
    own.chain(inputs.publications.clone()).collect()
}

/// Says of which weeks there are reports with noise before one without is published.
pub(super) fn warn_before_exact(
    cx: &mut Context<'_>,
    args: &SurveyReportArgs,
    inputs: &Inputs,
) -> Result<(), CliError> {
    warn_of_noise(cx, &all_folders(args, inputs), &inputs.cells.weeks())
}

/// Nothing is spent on a report that cannot be written.
fn can_be_written(args: &SurveyReportArgs) -> Result<(), CliError> {
    let output = args.write.output.as_deref();
    output
        .filter(|path| path.as_os_str() != "-")
        .map_or(Ok(()), |path| can_write(path).map_err(CliError::file(path)))
}

fn read(text: &str, i18n: &I18n) -> Result<Epsilon, CliError> {
    let bad = |_| {
        let text = crate::i18n::quoted(text, 20);
        CliError::Usage(tr!(i18n, "epsilon-bad", text = text))
    };
    text.parse().map_err(bad)
}

fn tell_spent(cx: &mut Context<'_>, accounts: &Accounts, size: NoiseSize, weeks: &[WeekId]) {
    let (left, budget) = accounts.left(weeks);
    let off = size.minutes(100);
    let text = tr!(
        cx.i18n,
        "noise-told",
        epsilon = size.epsilon.to_string(),
        budget = budget.to_string(),
        left = left.to_string(),
        responses = size.responses(),
        hours = off / 60,
        minutes = off % 60,
        from = size.usable_from()
    );
    talk(cx, &text);
}
