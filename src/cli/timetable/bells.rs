//! `timetable bells`: the bell schedules, for all the year or by season.

use super::change::take;
use crate::cli::CliError;
use crate::cli::args::BellsAction;
use crate::cli::context::Context;
use crate::domain::BellSchedule;
use crate::i18n::Say;
use crate::timetable::{Bells, Parts, read_schedule};
use crate::tr;
use std::fmt::Write;

pub(super) fn run(cx: &mut Context<'_>, action: Option<BellsAction>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let mut bells = profile.bells.clone();
    match action {
        None | Some(BellsAction::Show) => {
            let text = shown(&bells);
            return cx.print(&text);
        }
        Some(BellsAction::Set { name, dates, periods }) => {
            let new = schedule(cx, &name, dates.as_deref(), &periods)?;
            bells.retain(|b| b.name != new.name);
            bells.push(new);
        }
        Some(BellsAction::Remove { name }) => {
            let before = bells.len();
            bells.retain(|b| b.name != name);
            if bells.len() == before {
                return Err(CliError::Usage(tr!(cx.i18n, "cli-no-bells", name = name)));
            }
        }
    }
    let today = cx.today();
    let parts = Parts {
        bells: bells.clone(),
        ..profile.parts_on(today)
    };
    take(cx, &mut session, &profile, parts, today, Vec::new())?;
    let text = shown(&bells);
    cx.print(&text)
}

/// `usual`, `primary`, or the periods as they are written in a timetable's text.
fn schedule(
    cx: &Context<'_>,
    name: &str,
    dates: Option<&str>,
    periods: &[String],
) -> Result<Bells, CliError> {
    let fixed = match periods {
        [only] if only == "usual" => Some(BellSchedule::usual()),
        [only] if only == "primary" => Some(BellSchedule::primary()),
        _ => None,
    };
    let texts = match fixed {
        Some(schedule) => schedule.lessons().map(|l| l.to_string()).collect(),
        None => periods.to_vec(),
    };
    read_schedule(name, dates, &texts).map_err(|bad| CliError::Usage(bad.say(&cx.i18n)))
}

fn shown(bells: &[Bells]) -> String {
    let usual = [Bells::all_year(BellSchedule::usual())];
    let mut out = String::new();
    for bells in if bells.is_empty() { &usual } else { bells } {
        let dates = bells.dates.map(|d| d.to_string()).unwrap_or_default();
        let head = format!("{} {dates}", bells.name);
        if !head.trim().is_empty() {
            let _ = writeln!(out, "{}", head.trim());
        }
        for (called, span) in bells.schedule.called() {
            let _ = writeln!(out, "  {span}  {called}");
        }
    }
    out
}
