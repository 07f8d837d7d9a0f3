//! `survey report --epsilon`: a short report with noise.

use super::inputs::Inputs;
use super::tables::Chosen;
use super::{nothing, tell};
use crate::cli::CliError;
use crate::cli::args::SurveyReportArgs;
use crate::cli::context::Context;
use crate::cli::summary::Written;
use crate::domain::WeekId;
use crate::i18n::{I18n, Say};
use crate::survey::collector::Publications;
use crate::survey::collector::disclosure::Epsilon;
use crate::survey::collector::noise::{MOST_MINUTES, NoiseLedger, noisy_report};
use crate::tr;

/// The file of what was spent, among the publications.
const LEDGER: &str = "noise.json";

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
    let refused = |text: String| CliError::Refused(text);
    let publications = Publications::open(inputs.kept_in(&cx.i18n)?, &inputs.cells.frame);
    let publications = publications.map_err(|why| refused(why.say(&cx.i18n)))?;
    let weeks = inputs.cells.weeks();
    if let Some(week) = publications.weeks().find(|week| weeks.contains(week)) {
        let week = week.to_string();
        return Err(refused(tr!(cx.i18n, "noise-exact", week = week)));
    }
    let path = publications.folder().join(LEDGER);
    let not_kept = |why: std::io::Error, cx: &Context<'_>| {
        let (file, why) = (super::super::file::shown(&path), why.say(&cx.i18n));
        CliError::Refused(tr!(cx.i18n, "noise-ledger", file = file, why = why))
    };
    let mut ledger = NoiseLedger::open(&path, budget).map_err(|why| not_kept(why, cx))?;
    ledger.spend(&weeks, epsilon).map_err(|spent| {
        let (week, left, budget) = (
            spent.week.to_string(),
            spent.left.to_string(),
            ledger.budget.to_string(),
        );
        refused(tr!(
            cx.i18n,
            "noise-spent",
            week = week,
            left = left,
            budget = budget
        ))
    })?;
    let report = noisy_report(&inputs.cells, &chosen.groups, epsilon);
    let report = report.map_err(|why| refused(tr!(cx.i18n, "noise-failed", why = why.0)))?;
    let files = tell::Files::of(&report, written, &cx.i18n)?;
    // Spent for good before anything is told, even where what is told is that there is nothing to tell.
    ledger.save().map_err(|why| not_kept(why, cx))?;
    tell_spent(cx, &ledger, epsilon, &weeks);
    if report.weeks.is_empty() {
        return Err(refused(nothing(&report, cx)));
    }
    files.deliver(cx, args.write.output.as_deref())
}

fn read(text: &str, i18n: &I18n) -> Result<Epsilon, CliError> {
    let bad = |_| {
        let text = crate::i18n::quoted(text, 20);
        CliError::Usage(tr!(i18n, "epsilon-bad", text = text))
    };
    text.parse().map_err(bad)
}

fn tell_spent(cx: &mut Context<'_>, ledger: &NoiseLedger, epsilon: Epsilon, weeks: &[WeekId]) {
    let left = weeks
        .iter()
        .map(|week| ledger.budget.minus(ledger.spent(*week)))
        .min();
    let left = left.unwrap_or(ledger.budget).to_string();
    let (spent, budget) = (epsilon.to_string(), ledger.budget.to_string());
    // Half of the budget is for the sum: twice the most that one counts for, over 100.
    let off = format!("{:.0}", f64::from(2 * MOST_MINUTES) / epsilon.value() / 100.0);
    let text = tr!(
        cx.i18n,
        "noise-told",
        epsilon = spent,
        budget = budget,
        left = left,
        off = off
    );
    cx.say(&text);
}
