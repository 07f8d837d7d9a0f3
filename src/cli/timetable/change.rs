//! `timetable edit` and `timetable import`: another timetable, all or nothing.

use super::{date_or_today, resolver, table};
use crate::cli::CliError;
use crate::cli::args::TimetableImportArgs;
use crate::cli::context::Context;
use crate::cli::editor::Edited;
use crate::diary::{Operation, Profile, Setting};
use crate::domain::{Day, WordRule};
use crate::entry::Lexicon;
use crate::i18n::Say;
use crate::store::Session;
use crate::timetable::{Parts, parse_over, print};
use crate::tr;
use crate::transfer::incoming::Format;
use chrono::NaiveDate;

/// Opens the timetable in the user's editor and takes it over if it can be read; otherwise the copy is kept and named.
pub(super) fn edit(cx: &mut Context<'_>, from: Option<&str>) -> Result<(), CliError> {
    let from = date_or_today(cx, from)?;
    let profile = cx.session()?.profile()?; // closed again while the editor is open
    let before = profile.parts_on(from);
    let text = print(&before, &tr!(cx.i18n, "timetable-head"));
    let edited = Edited::open(&text, "timetable", &cx.i18n)?;
    let lexicon = Lexicon::new(&profile.taxonomy());
    let read = parse_over(
        &edited.text,
        &Parts::default(),
        &resolver(&lexicon, &profile, &cx.i18n),
    );
    let parts = match read {
        Ok(parts) if parts == before => return Ok(()),
        Ok(parts) => parts,
        Err(bad) => return Err(edited.refused(&bad.say(&cx.i18n), &cx.i18n)),
    };
    let mut session = cx.session()?;
    let now = session.profile()?;
    if now.parts_on(from) != before {
        let why = tr!(cx.i18n, "cli-timetable-changed-since");
        return Err(edited.refused(&why, &cx.i18n));
    }
    let said = take(cx, &mut session, &now, parts, from, Vec::new())?;
    cx.print(&said)
}

/// Takes a timetable over from a file; what the file does not speak of stays.
pub(super) fn import(cx: &mut Context<'_>, args: &TimetableImportArgs) -> Result<(), CliError> {
    let from = date_or_today(cx, args.from.as_deref())?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let lexicon = Lexicon::new(&profile.taxonomy());
    let words = crate::cli::import::taught(cx, &args.foreign.map, &lexicon)?;
    let format = Format::of_name(&args.file.to_string_lossy());
    let is_table = |f: &Format| matches!(f, Format::Ics | Format::Csv | Format::Xlsx);
    let parts = if let Some(format) = format.filter(is_table) {
        table::read(cx, args, format, &profile, &words, from)?
    } else {
        let text = crate::cli::import::text(&args.file, crate::cli::import::bytes(&args.file)?)?;
        let parts = parse_over(
            &text,
            &profile.parts_on(from),
            &resolver(&lexicon, &profile, &cx.i18n),
        );
        parts.map_err(|bad| table::refused(args, &bad.say(&cx.i18n)))?
    };
    if args.dry_run {
        let head = tr!(cx.i18n, "cli-timetable-would-be", date = from.to_string());
        return cx.print(&print(&parts, &head));
    }
    let said = take(cx, &mut session, &profile, parts, from, words)?;
    cx.print(&said)
}

/// Saves terms, bells and entries as one change, and marks the days off that terms newly name; what was done, in words.
pub(super) fn take(
    cx: &Context<'_>,
    session: &mut Session,
    profile: &Profile,
    parts: Parts,
    from: NaiveDate,
    words: Vec<WordRule>,
) -> Result<String, CliError> {
    parts
        .check()
        .map_err(|bad| CliError::Refused(bad.say(&cx.i18n)))?;
    let timetable = profile
        .timetable
        .with_entries(parts.entries.clone(), from, cx.today());
    let ends = parts.terms.first().zip(parts.terms.last());
    let days: Vec<Day> = match ends {
        Some((first, last)) => session.recorded_days(*first.days.start()..=*last.days.end())?,
        None => Vec::new(),
    };
    let is_marked = |date| days.iter().any(|d| d.date == date && d.is_marked());
    let holidays = Operation::holidays(&profile.terms, &parts.terms, is_marked);
    let marked = holidays.marks().len();
    let entries = parts.entries.len();
    let (terms, bells) = (parts.terms.len(), parts.bells.len());
    let changed = |setting: Setting| {
        let differs = profile.setting(setting.name()).as_ref() != Some(&setting);
        differs.then_some(setting)
    };
    let settings = [
        Setting::Terms(parts.terms),
        Setting::Bells(parts.bells),
        Setting::Timetable(timetable.clone()),
        Setting::Words(profile.words_with(words)),
    ];
    session.apply_with(&holidays, settings.into_iter().filter_map(changed).collect())?;
    let mut said = tr!(
        cx.i18n,
        "cli-timetable-saved",
        entries = entries,
        terms = terms,
        bells = bells
    );
    if let Some(from) = timetable.on(from).and_then(|e| e.from) {
        said = format!(
            "{said}\n{}",
            tr!(cx.i18n, "cli-timetable-from", date = from.to_string())
        );
    }
    if marked > 0 {
        said = format!("{said}\n{}", tr!(cx.i18n, "cli-holidays-marked", count = marked));
    }
    Ok(said + "\n")
}
