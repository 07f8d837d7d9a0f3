//! `import`: everything in, all or nothing.

use super::CliError;
use super::args::{FileFormat, ImportArgs};
use super::context::Context;
use crate::diary::Diary;
use crate::tr;
use crate::transfer::{self, Document, ImportError, Merge, OnConflict};
use std::collections::BTreeMap;
use std::io::Read;

pub(super) fn run(cx: &mut Context<'_>, args: &ImportArgs) -> Result<(), CliError> {
    let failed = |e: ImportError| CliError::Import(args.file.clone(), e);
    let text = read(&args.file)?;
    let document = match args.format {
        FileFormat::Jsonl => transfer::read(&text).map_err(failed)?,
    };
    drop(text);
    let mut session = cx.session()?;
    let (profile, own) = (session.profile()?, session.own_settings()?);
    let around: Diary = session.recorded_days(around(&document))?.into_iter().collect();
    let mut ids = BTreeMap::new();
    session.for_each_day(.., |day| {
        ids.extend(day.blocks().iter().map(|b| (b.id.clone(), day.date)));
    })?;
    let on = if args.replace {
        OnConflict::Replace
    } else {
        OnConflict::Refuse
    };
    let merged = transfer::merge(document, &around, &ids, (&profile, &own), on).map_err(failed)?;
    let Merge {
        days,
        settings,
        added,
        known,
        removed,
    } = merged;
    let counts = |message: String| format!("{message}\n");
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
    session.replace(days, settings)?;
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

pub(super) fn read(path: &std::path::Path) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(CliError::file(path))?;
    } else {
        bytes = std::fs::read(path).map_err(CliError::file(path))?;
    }
    String::from_utf8(bytes).map_err(|e| {
        let before = String::from_utf8_lossy(&e.as_bytes()[..e.utf8_error().valid_up_to()]).into_owned();
        let line = before.matches('\n').count() + 1;
        CliError::Import(
            path.to_owned(),
            ImportError::Line {
                line,
                why: "not UTF-8 text".to_owned(),
            },
        )
    })
}
