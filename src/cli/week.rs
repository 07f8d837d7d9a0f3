//! `week`: the personal weekly summary.

use super::args::{WeekArgs, WeekFormat};
use super::context::{Context, week_summary};
use super::{CliError, dates};

pub(super) fn run(cx: &mut Context<'_>, args: &WeekArgs) -> Result<(), CliError> {
    let week = dates::week(args.week.as_deref(), cx.today(), &cx.i18n)?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let summary = week_summary(&mut session, week, &profile)?;
    let text = match args.format {
        WeekFormat::Json => format!("{}\n", summary.to_json()),
        WeekFormat::Text => summary.to_text(&profile.taxonomy(), &cx.i18n, cx.today()),
    };
    cx.tell(&session);
    cx.deliver(args.output.as_deref(), &text)
}
