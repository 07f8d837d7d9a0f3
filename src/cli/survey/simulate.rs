//! `survey simulate`: made-up responses to a made-up survey, to try everything out on.

use super::file::{definition, shown};
use super::new::week_range;
use crate::cli::CliError;
use crate::cli::args::SurveySimulateArgs;
use crate::cli::context::Context;
use crate::domain::WeekId;
use crate::i18n::Say;
use crate::survey::Definition;
use crate::survey::collector::{Shares, SimulateError, Simulation};
use crate::tr;
use std::ops::RangeInclusive;

/// The weeks where nothing is said: so many that are over.
const USUAL_WEEKS: u32 = 8;
/// The most teachers; more than there are anywhere.
const MOST_TEACHERS: u64 = 50_000_000;

pub(super) fn run(cx: &mut Context<'_>, args: &SurveySimulateArgs) -> Result<(), CliError> {
    let (Some(teachers), Some(folder)) = (args.teachers, args.to.as_deref()) else {
        return Err(CliError::Usage(tr!(cx.i18n, "cli-survey-simulate-what")));
    };
    if !(1..=MOST_TEACHERS).contains(&teachers) {
        let most = MOST_TEACHERS.to_string();
        return Err(CliError::Usage(tr!(
            cx.i18n,
            "cli-survey-simulate-teachers",
            most = most
        )));
    }
    let like = args
        .like
        .as_deref()
        .map(|file| definition(file, &cx.i18n))
        .transpose()?;
    let weeks = weeks(args.weeks.as_deref(), like.as_ref(), cx)?;
    let refused = |why: SimulateError| CliError::Refused(why.say(&cx.i18n));
    let simulation = match &like {
        Some(like) => Simulation::like(like, args.seed, teachers, weeks),
        None => Simulation::new(args.seed, teachers, weeks, args.panel),
    };
    let mut simulation = simulation.map_err(refused)?;
    let usual = Shares::default();
    simulation.shares = Shares {
        corrected: args.corrected.unwrap_or(usual.corrected),
        withdrawn: args.withdrawn.unwrap_or(usual.withdrawn),
        twice: args.twice.unwrap_or(usual.twice),
    };
    let done = if args.dataset {
        simulation.write_dataset(folder)
    } else {
        simulation.write_inbox(folder)
    };
    let done = done.map_err(refused)?;
    cx.print(&format!("{}\n", shown(folder)))?;
    cx.out.flush()?;
    let (responses, files) = (done.responses.to_string(), done.files.to_string());
    let text = tr!(
        cx.i18n,
        "cli-survey-simulated",
        responses = responses,
        files = files
    );
    cx.say(&text);
    Ok(())
}

/// `2026-W40..2026-W47`, or how many weeks up to the last that is over; where nothing is said, those of the survey that is
/// taken as a model.
fn weeks(
    text: Option<&str>,
    like: Option<&Definition>,
    cx: &Context<'_>,
) -> Result<RangeInclusive<WeekId>, CliError> {
    let number = match (text, like) {
        (None, Some(like)) => return Ok(like.weeks.clone()),
        (None, None) => Some(USUAL_WEEKS),
        (Some(text), _) => text.parse::<u32>().ok().filter(|n| *n > 0),
    };
    let Some(number) = number else {
        return week_range(text.unwrap_or_default(), cx.today(), &cx.i18n);
    };
    let this = WeekId::of(cx.today());
    let ends = this.offset(-i64::from(number)).zip(this.offset(-1));
    let too_many = || {
        CliError::Usage(tr!(
            cx.i18n,
            "survey-weeks",
            most = Definition::MOST_WEEKS.to_string()
        ))
    };
    ends.map(|(first, last)| first..=last).ok_or_else(too_many)
}
