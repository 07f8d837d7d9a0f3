//! `trend`: the summary of a range of weeks, a term or a school year.

use super::args::TrendArgs;
use super::context::Context;
use super::summary::Written;
use super::{CliError, dates};
use crate::diary::Profile;
use crate::domain::WeekId;
use crate::summary::{Document, Reviewed, TrendSummary, table_text};
use crate::tr;
use std::ops::RangeInclusive;

pub(super) fn run(cx: &mut Context<'_>, args: &TrendArgs) -> Result<(), CliError> {
    let written = Written::new(cx, &args.write)?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let range = range(cx, args, &profile)?;
    let summary = TrendSummary::read(&mut session, range, &profile)?;
    cx.tell(&session);
    drop(session);
    let text = || table_text(&Document::of_trend(&summary, &profile, &cx.i18n));
    let bytes = written.bytes(Reviewed::Trend(&summary), &profile, &cx.i18n, text)?;
    cx.deliver(args.write.output.as_deref(), &bytes)
}

/// The weeks asked for: up to the current one, and from the beginning of the school year unless something else is said.
fn range(cx: &Context<'_>, args: &TrendArgs, profile: &Profile) -> Result<RangeInclusive<WeekId>, CliError> {
    let week = |text: Option<&str>| dates::week(text, cx.today(), &cx.i18n);
    let to = week(args.to.as_deref())?;
    let from = match &args.from {
        Some(from) => week(Some(from))?,
        None if args.term => WeekId::of(profile.term_of_week(to)),
        None if args.to.is_none() => *Profile::school_year_weeks(cx.today()).start(),
        None => WeekId::of(Profile::school_year_start(to.monday())),
    };
    if from > to {
        let (from, to) = (from.to_string(), to.to_string());
        return Err(CliError::Usage(tr!(
            cx.i18n,
            "cli-from-after-to",
            from = from,
            to = to
        )));
    }
    Ok(from..=to)
}
