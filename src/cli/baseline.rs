//! `baseline`: what the weeks are compared with.

use super::args::BaselineAction;
use super::context::Context;
use super::{CliError, dates};
use crate::diary::Setting;
use crate::domain::WeekId;
use crate::figures::{BaselineChoice, GoalSubject};
use crate::i18n::Say;
use crate::store::Session;
use crate::summary::one_decimal;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, action: Option<BaselineAction>) -> Result<(), CliError> {
    let (choice, weeks) = match action.unwrap_or(BaselineAction::Show) {
        BaselineAction::Show => (None, Vec::new()),
        BaselineAction::Auto => (Some(BaselineChoice::Auto), Vec::new()),
        BaselineAction::Minutes { minutes } => {
            let choice = BaselineChoice::of_minutes(minutes);
            let choice = choice.map_err(|e| CliError::Usage(e.say(&cx.i18n)))?;
            (Some(choice), Vec::new())
        }
        BaselineAction::Weeks { weeks } => {
            let read = |w: &String| dates::week(Some(w), cx.today(), &cx.i18n);
            (None, weeks.iter().map(read).collect::<Result<Vec<_>, _>>()?)
        }
    };
    let mut session = cx.session()?;
    let choice = if weeks.is_empty() {
        choice
    } else {
        let figures = weeks.into_iter().map(|w| session.week(w));
        let choice = BaselineChoice::of_weeks(&figures.collect::<Result<Vec<_>, _>>()?);
        Some(choice.map_err(|e| CliError::Refused(e.say(&cx.i18n)))?)
    };
    if let Some(choice) = choice {
        session.set(Setting::Baseline(choice))?;
    }
    show(cx, &mut session)
}

fn show(cx: &mut Context<'_>, session: &mut Session) -> Result<(), CliError> {
    let profile = session.profile()?;
    let baseline = session.baseline(&profile)?;
    let mut text = match &baseline {
        None => tr!(cx.i18n, "cli-baseline-none"),
        Some(baseline) => {
            let rate = baseline.rate(&GoalSubject::NonTeaching);
            let rate = rate.map_or_else(String::new, |r| one_decimal(r.per_school_day()));
            let weeks: Vec<String> = baseline.weeks().map(|w| w.to_string()).collect();
            let from = if baseline.is_typed() {
                tr!(cx.i18n, "cli-baseline-typed")
            } else {
                weeks.join(", ")
            };
            format!(
                "{} ({from})",
                tr!(cx.i18n, "summary-per-school-day", minutes = rate)
            )
        }
    };
    text.push('\n');
    if let BaselineChoice::Weeks(chosen) = &profile.baseline {
        let used = |w: &&WeekId| baseline.as_ref().is_some_and(|b| b.contains(**w));
        let unused: Vec<String> = chosen
            .iter()
            .filter(|w| !used(w))
            .map(ToString::to_string)
            .collect();
        if !unused.is_empty() {
            text += &tr!(cx.i18n, "cli-baseline-not-complete", weeks = unused.join(", "));
            text.push('\n');
        }
    }
    cx.print(&text)
}
