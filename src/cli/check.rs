//! `check`: compares dump, journal and database, and mends them if asked to.

use super::CliError;
use super::args::CheckArgs;
use super::context::Context;
use crate::i18n::Say;
use crate::tr;

/// Fails while there is a problem that was not mended.
pub(super) fn run(cx: &mut Context<'_>, args: &CheckArgs) -> Result<(), CliError> {
    let mut session = if args.repair {
        cx.store.repair_session(cx.now)?
    } else {
        cx.store.session(cx.now)?
    };
    let found = if args.repair {
        session.repair()?
    } else {
        session.check()?
    };
    let left = if args.repair && !found.problems.is_empty() {
        session.check()?
    } else {
        found.clone()
    };
    cx.tell(&session);
    let mut text = tr!(
        cx.i18n,
        "cli-checked",
        days = left.days.to_string(),
        blocks = left.blocks.to_string(),
        backups = left.backups.to_string(),
        changes = left.changes.to_string(),
    ) + "\n";
    for problem in &found.problems {
        text += "- ";
        text += &problem.say(&cx.i18n);
        text.push('\n');
    }
    let verdict = match (left.problems.is_empty(), found.problems.is_empty()) {
        (true, true) => tr!(cx.i18n, "cli-check-sound"),
        (true, false) => tr!(cx.i18n, "cli-check-mended"),
        (false, _) => tr!(cx.i18n, "cli-check-broken"),
    };
    cx.print(&format!("{text}{verdict}\n"))?;
    if left.problems.is_empty() {
        Ok(())
    } else {
        Err(CliError::Quiet)
    }
}
