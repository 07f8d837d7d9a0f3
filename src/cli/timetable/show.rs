//! `timetable show`: the week as it is planned.

use super::date_or_today;
use crate::cli::CliError;
use crate::cli::args::TimetableFormat;
use crate::cli::context::Context;
use crate::diary::Profile;
use crate::domain::{Taxonomy, WeekId};
use crate::i18n::I18n;
use crate::timetable::{Recurring, Slot, print, term_on};
use crate::tr;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write;

pub(super) fn run(cx: &mut Context<'_>, date: Option<&str>, format: TimetableFormat) -> Result<(), CliError> {
    let date = date_or_today(cx, date)?;
    let profile = cx.session()?.profile()?;
    let text = match format {
        TimetableFormat::Text => week(&profile, date, &cx.i18n),
        TimetableFormat::Toml => print(&profile.parts_on(date), &tr!(cx.i18n, "timetable-head")),
    };
    cx.print(&text)
}

/// The week of a date: what is in force, and each day with its entries.
fn week(profile: &Profile, date: NaiveDate, i18n: &I18n) -> String {
    let taxonomy = profile.taxonomy();
    let mut out = format!("{}\n", head(profile, date, i18n));
    let Some(edition) = profile.timetable.on(date).filter(|e| !e.entries.is_empty()) else {
        let _ = writeln!(out, "{}", tr!(i18n, "cli-no-timetable"));
        return out;
    };
    if let Some(from) = edition.from {
        let _ = writeln!(
            out,
            "{}",
            tr!(i18n, "cli-timetable-from", date = from.to_string())
        );
    }
    for date in WeekId::of(date).days() {
        let mut entries: Vec<&Recurring> = edition
            .entries
            .iter()
            .filter(|e| e.weekday == date.weekday())
            .collect();
        if entries.is_empty() {
            continue;
        }
        let bells = profile.bells_on(date);
        entries.sort_by_key(|e| e.slot.span(&bells).and_then(crate::domain::Span::clock_times));
        let _ = writeln!(out, "{}", i18n.weekday(date));
        for entry in entries {
            let time = entry
                .slot
                .span(&bells)
                .map_or_else(|| "–".to_owned(), |s| s.to_string());
            let _ = writeln!(out, "  {time}  {}", row(entry, &taxonomy, i18n));
        }
    }
    out
}

/// The week, its place in the term, and the bells in force.
fn head(profile: &Profile, date: NaiveDate, i18n: &I18n) -> String {
    let week = WeekId::of(date);
    let term = term_on(&profile.terms, date)
        .map(|(term, number)| tr!(i18n, "cli-term-week", term = term.name.as_str(), number = number));
    let held = profile
        .bells
        .iter()
        .find(|b| crate::timetable::bells_on(&profile.bells, date).is_some_and(|on| *on == b.schedule));
    let bells = held.map(|b| b.name.clone()).filter(|name| !name.is_empty());
    let parts = [Some(week.to_string()), term, bells];
    let said = parts.into_iter().flatten().map(|p| p.trim().to_owned());
    said.collect::<Vec<_>>().join(" · ")
}

fn row(entry: &Recurring, taxonomy: &Taxonomy, i18n: &I18n) -> String {
    let mut parts = Vec::new();
    if let Slot::Periods { first, last } = &entry.slot {
        parts.push(if first == last {
            format!("[{first}]")
        } else {
            format!("[{first}–{last}]")
        });
    }
    parts.push(taxonomy.activity_name(&entry.activity, i18n.lang()).to_owned());
    if !entry.note.is_empty() {
        parts.push(entry.note.as_str().to_owned());
    }
    if !entry.weeks.is_all() {
        parts.push(format!("({})", entry.weeks));
    }
    if entry.every > 1 {
        parts.push(tr!(i18n, "cli-every-weeks", count = entry.every));
    }
    let date = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    if entry.from.is_some() || entry.until.is_some() {
        parts.push(format!("{}..{}", date(entry.from), date(entry.until)));
    }
    parts.extend(entry.except.iter().map(|d| format!("≠{d}")));
    parts.join(" ")
}
