//! `add`: books finished blocks, all or none.

use super::args::AddArgs;
use super::context::{Context, day_summary};
use super::{CliError, dates, worth};
use crate::diary::{Diary, Operation, Outcome};
use crate::domain::{Block, Taxonomy, WeekId};
use crate::entry::{self, Lexicon};
use crate::i18n::I18n;
use crate::store::Session;
use crate::summary::{WeekSummary, block_row};
use crate::tr;
use chrono::NaiveDate;
use std::fmt::Write;

pub(super) fn run(cx: &mut Context<'_>, args: &AddArgs) -> Result<(), CliError> {
    let date = dates::date(args.date.as_deref(), cx.today(), &cx.i18n)?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let (lexicon, bells) = (Lexicon::new(&profile.taxonomy()), profile.bells_on(date));
    let context = entry::Context::new(&lexicon, &bells);
    let mut drafts = Vec::new();
    for text in &args.entries {
        refuse_date(cx, text)?;
        let draft = entry::parse(text, &context).and_then(entry::Entry::into_draft);
        drafts.push(
            draft.map_err(|e| {
                unquoted(args, &context, &cx.i18n).unwrap_or(CliError::Entry(e, text.clone()))
            })?,
        );
    }
    let mut operation = Operation::Add {
        date,
        drafts,
        on_overlap: args.overlap.policy(),
    };
    if worth::is_asked(cx, &profile)
        && let Some(needed) = operation.needs()
    {
        // Nobody answers for what is refused anyway.
        let mut known: Diary = session.days(needed)?.into_iter().collect();
        operation.apply(&mut known)?;
        session = worth::ask(cx, session, &profile, std::iter::once(&mut operation))?;
    }
    let outcome = session.apply(&operation)?;
    report(cx, &mut session, &outcome, date, lexicon.taxonomy())
}

/// A day that an entry begins with would be taken for its note, and the block booked on another day than was meant.
fn refuse_date(cx: &Context<'_>, text: &str) -> Result<(), CliError> {
    let Some(word) = text.split_whitespace().next() else {
        return Ok(());
    };
    match dates::date(Some(word), cx.today(), &cx.i18n) {
        Ok(_) if !word.starts_with('-') => {
            Err(CliError::Usage(tr!(cx.i18n, "cli-date-in-entry", word = word)))
        }
        _ => Ok(()),
    }
}

/// One entry whose quotation marks were forgotten reads well once its parts are put together.
fn unquoted(args: &AddArgs, context: &entry::Context<'_>, i18n: &I18n) -> Option<CliError> {
    let whole = args.entries.join(" ");
    let reads = args.entries.len() > 1
        && entry::parse(&whole, context)
            .and_then(entry::Entry::into_draft)
            .is_ok();
    reads.then(|| CliError::Usage(tr!(i18n, "cli-unquoted", entry = whole)))
}

/// Prints what was saved and removed, and how day and week stand.
pub(super) fn report(
    cx: &mut Context<'_>,
    session: &mut Session,
    outcome: &Outcome,
    date: NaiveDate,
    taxonomy: &Taxonomy,
) -> Result<(), CliError> {
    let row = |i18n: &I18n, (on, block): &(NaiveDate, Block)| {
        let day = if *on == date {
            String::new()
        } else {
            format!(" ({on})")
        };
        format!("{}{day}", block_row(block, taxonomy, i18n, (0, 0)))
    };
    let mut text = String::new(); // writing to it does not fail
    for booked in &outcome.booked {
        let _ = writeln!(text, "{} {}", tr!(cx.i18n, "cli-saved"), row(&cx.i18n, booked));
    }
    for removed in &outcome.removed {
        let _ = writeln!(text, "{} {}", tr!(cx.i18n, "cli-removed"), row(&cx.i18n, removed));
    }
    text += &standing(cx, session, date)?;
    cx.tell(session);
    cx.print(&text)
}

/// Two lines: what the day and the week come to.
pub(super) fn standing(cx: &Context<'_>, session: &mut Session, date: NaiveDate) -> Result<String, CliError> {
    let profile = session.profile()?;
    let day = day_summary(session, date, &profile)?;
    let week = WeekSummary::read(session, WeekId::of(date), &profile)?;
    Ok(format!(
        "{date} {}\n{} {}\n",
        day.sentence(&cx.i18n),
        week.figures.week,
        week.sentence(&cx.i18n)
    ))
}
