//! `status`: one line for a prompt or a status bar.

use super::CliError;
use super::args::StatusArgs;
use super::context::{Context, day_summary};
use crate::domain::WeekId;
use crate::summary::{WeekSummary, share_words};
use crate::tr;

/// Fails quietly while a past school day of this week is not closed.
pub(super) fn run(cx: &mut Context<'_>, args: &StatusArgs) -> Result<(), CliError> {
    let today = cx.today();
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let day = day_summary(&mut session, today, &profile)?;
    let week = WeekSummary::read(&mut session, WeekId::of(today), &profile)?;
    let open: Vec<String> = week
        .open_days(today)
        .filter(|d| d.date < today)
        .map(|d| cx.i18n.weekday(d.date))
        .collect();
    let share = share_words(week.figures.non_teaching(), week.figures.total());
    let line = if args.short {
        let mut parts = vec![share];
        match week.standing.remaining {
            Some(left) if left < 0 => parts.push(tr!(cx.i18n, "status-over", minutes = (-left).to_string())),
            Some(left) => parts.push(tr!(cx.i18n, "status-left", minutes = left.to_string())),
            None => {}
        }
        if !open.is_empty() {
            parts.push(tr!(cx.i18n, "status-open", count = open.len()));
        }
        parts.join(" · ") + "\n"
    } else {
        let mut line = format!("{today} {} · {}", day.sentence(&cx.i18n), week.sentence(&cx.i18n));
        if !open.is_empty() {
            line = format!(
                "{line} · {}: {}",
                tr!(cx.i18n, "summary-still-open"),
                open.join(" ")
            );
        }
        line + "\n"
    };
    cx.tell(&session);
    cx.print(&line)?;
    if open.is_empty() {
        Ok(())
    } else {
        Err(CliError::Quiet)
    }
}
