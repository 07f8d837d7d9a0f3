//! `baseline`: what the weeks are compared with.

use super::args::BaselineAction;
use super::context::Context;
use super::{CliError, dates};
use crate::diary::Setting;
use crate::domain::WeekId;
use crate::figures::{BaselineChoice, GoalSubject};
use crate::store::Session;
use crate::tr;

/// The most non-teaching minutes that a five-day week can have.
const MOST: u32 = 5 * 24 * 60;

pub(super) fn run(cx: &mut Context<'_>, action: Option<BaselineAction>) -> Result<(), CliError> {
    let choice = match action.unwrap_or(BaselineAction::Show) {
        BaselineAction::Show => None,
        BaselineAction::Auto => Some(BaselineChoice::Auto),
        BaselineAction::Minutes { minutes } if minutes == 0 || minutes > MOST => {
            let text = tr!(
                cx.i18n,
                "cli-baseline-too-long",
                minutes = minutes.to_string(),
                most = MOST.to_string()
            );
            return Err(CliError::Usage(text));
        }
        BaselineAction::Minutes { minutes } => Some(BaselineChoice::Minutes(minutes)),
        BaselineAction::Weeks { weeks } => {
            let read = |w: &String| dates::week(Some(w), cx.today(), &cx.i18n);
            let mut weeks = weeks.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            weeks.sort();
            weeks.dedup();
            Some(BaselineChoice::Weeks(weeks))
        }
    };
    let mut session = cx.session()?;
    if let Some(choice) = choice {
        if let BaselineChoice::Weeks(weeks) = &choice {
            refuse_too_few(cx, &mut session, weeks)?;
        }
        session.set(Setting::Baseline(choice))?;
    }
    show(cx, &mut session)
}

/// Fewer than two complete weeks are no baseline; choosing them would only take the old one away.
fn refuse_too_few(cx: &Context<'_>, session: &mut Session, weeks: &[WeekId]) -> Result<(), CliError> {
    let mut open = Vec::new();
    for week in weeks {
        if !session.week(*week)?.plan.is_complete() {
            open.push(week.to_string());
        }
    }
    if weeks.len() - open.len() >= 2 {
        return Ok(());
    }
    let text = if open.is_empty() {
        tr!(cx.i18n, "cli-baseline-two-weeks")
    } else {
        tr!(cx.i18n, "cli-baseline-open-weeks", weeks = open.join(", "))
    };
    Err(CliError::Refused(text))
}

fn show(cx: &mut Context<'_>, session: &mut Session) -> Result<(), CliError> {
    let profile = session.profile()?;
    let baseline = session.baseline(&profile)?;
    let mut text = match &baseline {
        None => tr!(cx.i18n, "cli-baseline-none"),
        Some(baseline) => {
            let rate = baseline.rate(&GoalSubject::NonTeaching);
            let rate = rate.map_or_else(String::new, |r| format!("{:.1}", r.per_school_day()));
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
