//! `day`: shows or settles a day.

use super::args::DayArgs;
use super::context::{Context, day_summary, week_summary};
use super::{CliError, dates};
use crate::diary::Operation;
use crate::domain::{BadReason, DayKind, WeekId};
use crate::tr;
use chrono::NaiveDate;

pub(super) fn run(cx: &mut Context<'_>, args: &DayArgs) -> Result<(), CliError> {
    let date = dates::date(args.date.as_deref(), cx.today(), &cx.i18n)?;
    let operations = operations(cx, args, date)?;
    if args.close && cx.interactive && args.copy_from.is_none() {
        // The store is closed again while the question waits, so that other commands get their turn.
        let day = day_summary(&mut cx.session()?, date)?.day;
        if day.blocks().is_empty() && day.is_school() && !confirm(cx, date)? {
            return Err(CliError::Refused(tr!(
                cx.i18n,
                "cli-not-closed",
                date = date.to_string()
            )));
        }
    }
    let mut session = cx.session()?;
    let settled = !operations.is_empty();
    if settled {
        session.apply(&Operation::All(operations))?;
    }
    let summary = day_summary(&mut session, date)?;
    if args.json {
        return cx.print(&format!("{}\n", summary.to_json()));
    }
    let profile = session.profile()?;
    let mut text = summary.to_text(&profile.taxonomy(), &cx.i18n);
    if settled {
        let week = week_summary(&mut session, WeekId::of(date), &profile)?;
        text = format!("{text}{} {}\n", week.figures.week, week.sentence(&cx.i18n));
    }
    cx.print(&text)
}

fn operations(cx: &Context<'_>, args: &DayArgs, date: NaiveDate) -> Result<Vec<Operation>, CliError> {
    let mut out = Vec::new();
    if let Some(from) = &args.copy_from {
        let from = dates::date(Some(from), cx.today(), &cx.i18n)?;
        out.push(Operation::CopyDay {
            from,
            to: date,
            on_overlap: args.overlap.policy(),
        });
    }
    if let Some(reason) = &args.off {
        let long = |e: BadReason| {
            let (length, most) = (e.0.to_string(), DayKind::LONGEST_REASON.to_string());
            CliError::Usage(tr!(cx.i18n, "cli-long-reason", length = length, most = most))
        };
        let kind = DayKind::off(reason).map_err(long)?;
        out.push(Operation::Mark { date, kind });
    }
    if args.school {
        out.push(Operation::Mark {
            date,
            kind: DayKind::School,
        });
    }
    if args.close || args.reopen {
        out.push(Operation::Close {
            date,
            closed: args.close,
        });
    }
    Ok(out)
}

/// The one question before an empty school day is closed.
fn confirm(cx: &mut Context<'_>, date: NaiveDate) -> Result<bool, CliError> {
    let _ = write!(
        cx.err,
        "{} ",
        tr!(cx.i18n, "cli-close-empty", date = date.to_string())
    );
    let _ = cx.err.flush();
    let mut answer = String::new();
    std::io::stdin()
        .read_line(&mut answer)
        .map_err(CliError::Output)?;
    Ok(matches!(
        answer.trim().to_lowercase().as_str(),
        "y" | "yes" | "是" | "1"
    ))
}
