//! `timetable term`: from when to when there is school, and how weeks are counted.

use super::change::take;
use crate::cli::CliError;
use crate::cli::args::TermAction;
use crate::cli::context::Context;
use crate::domain::WeekId;
use crate::i18n::Say;
use crate::timetable::{Term, add_term};
use crate::tr;
use std::fmt::Write;

pub(super) fn run(cx: &mut Context<'_>, action: Option<TermAction>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let today = cx.today();
    let mut parts = profile.parts_on(today);
    match action {
        None | Some(TermAction::Show) => {}
        Some(TermAction::Add {
            first,
            last,
            name,
            holiday,
        }) => {
            parts.terms.retain(|t| t.days.start().to_string() != first);
            let added = add_term(&parts.terms, &first, &last, &name, &holiday);
            parts.terms = added.map_err(|bad| CliError::Usage(bad.say(&cx.i18n)))?;
            let said = take(cx, &mut session, &profile, parts.clone(), today, Vec::new())?;
            cx.say(said.trim_end());
        }
        Some(TermAction::Remove { first }) => {
            let before = parts.terms.len();
            parts.terms.retain(|t| t.days.start().to_string() != first);
            if parts.terms.len() == before {
                return Err(CliError::Usage(tr!(cx.i18n, "cli-no-term", first = first)));
            }
            let said = take(cx, &mut session, &profile, parts.clone(), today, Vec::new())?;
            cx.say(said.trim_end());
        }
    }
    let text = shown(cx, &parts.terms);
    cx.print(&text)
}

fn shown(cx: &Context<'_>, terms: &[Term]) -> String {
    let mut out = String::new();
    for term in terms {
        let (first, last) = (term.days.start(), term.days.end());
        let weeks = (WeekId::of(*last).monday() - WeekId::of(*first).monday()).num_weeks() + 1;
        let weeks = tr!(cx.i18n, "cli-term-weeks", count = weeks);
        let _ = writeln!(
            out,
            "{}",
            format!("{first}..{last}  {weeks}  {}", term.name).trim_end()
        );
        for (days, reason) in &term.holidays {
            let _ = writeln!(
                out,
                "  {}..{}  {}",
                days.start(),
                days.end(),
                cx.i18n.day_reason(reason)
            );
        }
    }
    out
}
