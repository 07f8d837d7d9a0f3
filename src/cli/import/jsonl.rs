//! `import` of this program's own exports: everything, all or nothing.

use super::surveys::taken_over;
use super::text;
use crate::cli::CliError;
use crate::cli::args::ImportArgs;
use crate::cli::context::Context;
use crate::diary::{Diary, OnOverlap};
use crate::tr;
use crate::transfer::{self, Document, ImportError, Merge, OnConflict};
use std::collections::BTreeMap;

pub(super) fn run(cx: &mut Context<'_>, args: &ImportArgs, bytes: Vec<u8>) -> Result<(), CliError> {
    let failed = |e: ImportError| CliError::Import(args.file.clone(), e);
    let document = transfer::read(&text(&args.file, bytes)?).map_err(failed)?;
    let mut session = cx.session()?;
    let (profile, own) = (session.profile()?, session.own_settings()?);
    let secret = session.survey_secret()?;
    let around: Diary = session.recorded_days(around(&document))?.into_iter().collect();
    let mut ids = BTreeMap::new();
    session.for_each_day(.., |day| {
        ids.extend(day.blocks().iter().map(|b| (b.id.clone(), day.date)));
    })?;
    let on = if args.overlap.policy() == OnOverlap::Replace {
        OnConflict::Replace
    } else {
        OnConflict::Refuse
    };
    let merged = transfer::merge(document, &around, &ids, (&profile, &own), secret.as_ref(), on);
    let Merge {
        days,
        settings,
        facts,
        added,
        known,
        removed,
    } = merged.map_err(failed)?;
    let surveys = taken_over(&mut session, secret.as_ref(), &facts, &cx.i18n)?;
    let counts = |message: String| {
        let lines = [message].into_iter().chain(surveys);
        lines.map(|line| line + "\n").collect::<String>()
    };
    let (added, known, removed) = (added.to_string(), known.to_string(), removed.to_string());
    if args.dry_run {
        let text = tr!(
            cx.i18n,
            "cli-would-import",
            added = added,
            known = known,
            removed = removed
        );
        return cx.print(&counts(text));
    }
    session.replace_with(days, settings, &facts)?;
    cx.tell(&session);
    let text = tr!(
        cx.i18n,
        "cli-imported",
        added = added,
        known = known,
        removed = removed
    );
    cx.print(&counts(text))
}

/// The file's dates and a day on either side, for the overlap rule.
fn around(document: &Document) -> std::ops::RangeInclusive<chrono::NaiveDate> {
    let mut dates = document.diary.days().map(|d| d.date);
    let first = dates.next().unwrap_or(crate::domain::FIRST_DATE);
    let last = dates.next_back().unwrap_or(first);
    first.pred_opt().unwrap_or(first)..=last.succ_opt().unwrap_or(last)
}
