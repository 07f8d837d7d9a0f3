//! `day`: shows or settles a day, or several.

mod settle;

use super::args::DayArgs;
use super::context::{Context, day_summary};
use super::{CliError, dates, worth};
use crate::diary::{Operation, Profile};
use crate::domain::WeekId;
use crate::store::Session;
use crate::summary::WeekSummary;
use crate::tr;
use chrono::NaiveDate;
use settle::Settlement;
use std::fmt::Write;
use std::ops::RangeInclusive;

pub(super) fn run(cx: &mut Context<'_>, args: &DayArgs) -> Result<(), CliError> {
    let days = dates::days(args.date.as_deref(), cx.today(), &cx.i18n)?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let mut settlement = settle::settlement(cx, args, days.clone(), &mut session, &profile)?;
    if let Some(settlement) = &mut settlement {
        if args.close && cx.interactive && !settlement.empty.is_empty() {
            // The store is closed again while the question waits, so that other commands get their turn.
            drop(session);
            confirm(cx, &settlement.empty)?;
            session = cx.session()?;
        } else if args.close && days.start() != days.end() && !settlement.empty.is_empty() {
            let dates: Vec<String> = settlement.empty.iter().map(ToString::to_string).collect();
            let text = tr!(cx.i18n, "cli-closed-empty", dates = dates.join(", "));
            cx.say(&text);
        }
        // Not those that are copied: they are booked as they were.
        let confirmed = settlement.operations.iter_mut();
        let confirmed = confirmed.filter(|o| matches!(o, Operation::Confirm { .. }));
        session = worth::ask(cx, session, &profile, confirmed)?;
        apply(cx, &mut session, settlement)?;
    }
    let only = (days.start() == days.end()).then_some(*days.start());
    let text = match (only, args.json) {
        (Some(date), true) => format!("{}\n", day_summary(&mut session, date, &profile)?.to_json()),
        (Some(date), false) => one(cx, &mut session, &profile, date, settlement.is_some())?,
        (None, true) => several_json(&mut session, &profile, days)?,
        (None, false) => several(cx, &mut session, &profile, days)?,
    };
    cx.print(&text)
}

fn apply(cx: &mut Context<'_>, session: &mut Session, settlement: &Settlement) -> Result<(), CliError> {
    session.apply(&Operation::All(settlement.operations.clone()))?;
    for (date, planned) in &settlement.taken {
        let text = tr!(
            cx.i18n,
            "cli-plan-taken",
            date = date.to_string(),
            span = planned.span.to_string()
        );
        cx.say(&text);
    }
    Ok(())
}

/// A day with its blocks and what waits; after a change also how the week stands.
fn one(
    cx: &Context<'_>,
    session: &mut Session,
    profile: &Profile,
    date: NaiveDate,
    settled: bool,
) -> Result<String, CliError> {
    let mut text = day_summary(session, date, profile)?.to_text(&profile.taxonomy(), &cx.i18n);
    if settled {
        let week = WeekSummary::read(session, WeekId::of(date), profile)?;
        let _ = writeln!(text, "{} {}", week.figures.week, week.sentence(&cx.i18n));
    }
    Ok(text)
}

/// A line a day.
fn several(
    cx: &Context<'_>,
    session: &mut Session,
    profile: &Profile,
    days: RangeInclusive<NaiveDate>,
) -> Result<String, CliError> {
    let mut text = String::new();
    for date in days.start().iter_days().take_while(|d| d <= days.end()) {
        let day = day_summary(session, date, profile)?;
        let _ = write!(
            text,
            "{} · {}",
            day.title(&cx.i18n),
            cx.i18n.duration(day.sums.total())
        );
        if !day.unconfirmed.is_empty() {
            let _ = write!(
                text,
                " · {}",
                tr!(cx.i18n, "cli-day-waits", count = day.unconfirmed.len())
            );
        }
        text.push('\n');
    }
    Ok(text)
}

/// A line of JSON a day.
fn several_json(
    session: &mut Session,
    profile: &Profile,
    days: RangeInclusive<NaiveDate>,
) -> Result<String, CliError> {
    let mut text = String::new();
    for date in days.start().iter_days().take_while(|d| d <= days.end()) {
        let _ = writeln!(text, "{}", day_summary(session, date, profile)?.to_json());
    }
    Ok(text)
}

/// The one question before empty school days are closed.
fn confirm(cx: &mut Context<'_>, empty: &[NaiveDate]) -> Result<(), CliError> {
    let dates: Vec<String> = empty.iter().map(NaiveDate::to_string).collect();
    let (dates, count) = (dates.join(", "), empty.len());
    let _ = write!(
        cx.err,
        "{} ",
        tr!(cx.i18n, "cli-close-empty", date = dates.as_str(), count = count)
    );
    let _ = cx.err.flush();
    let mut answer = String::new();
    std::io::stdin()
        .read_line(&mut answer)
        .map_err(CliError::Output)?;
    if matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是" | "1") {
        return Ok(());
    }
    let stays = tr!(cx.i18n, "cli-not-closed", date = dates.as_str());
    Err(CliError::Refused(stays))
}
