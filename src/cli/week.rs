//! `week`: the personal weekly summary.

use super::args::WeekArgs;
use super::context::Context;
use super::summary::Written;
use super::{CliError, dates};
use crate::summary::{Reviewed, WeekSummary};

pub(super) fn run(cx: &mut Context<'_>, args: &WeekArgs) -> Result<(), CliError> {
    let written = Written::new(cx, &args.write)?;
    let week = dates::week(args.week.as_deref(), cx.today(), &cx.i18n)?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let summary = WeekSummary::read(&mut session, week, &profile)?;
    cx.tell(&session);
    drop(session);
    let text = || summary.to_text(&profile, &cx.i18n, cx.today());
    let bytes = written.bytes(Reviewed::Week(&summary), &profile, &cx.i18n, text)?;
    cx.deliver(args.write.output.as_deref(), &bytes)
}
