//! `import` of calendars and of the logs of other programs.

use super::words::said;
use super::{clock_of, reading, taught};
use crate::cli::args::ImportArgs;
use crate::cli::context::Context;
use crate::cli::{CliError, dates};
use crate::diary::{OnOverlap, Setting};
use crate::entry::Lexicon;
use crate::i18n::{I18n, Say};
use crate::tr;
use crate::transfer::incoming::{Counts, Fate, Format, Known, Preview};
use chrono::NaiveDate;
use std::fmt::Write;

pub(super) fn run(
    cx: &mut Context<'_>,
    args: &ImportArgs,
    format: Format,
    bytes: &[u8],
) -> Result<(), CliError> {
    let to_local = clock_of(cx, args.foreign.zone.as_deref())?;
    let mut reading = reading(cx, format, args.foreign.encoding.as_deref(), &*to_local)?;
    let today = cx.today();
    let date = |text: &Option<String>| {
        text.as_deref()
            .map(|t| dates::date(Some(t), today, &cx.i18n))
            .transpose()
    };
    (reading.window.from, reading.window.to) = (date(&args.from)?, date(&args.to)?);
    let incoming = reading.log(bytes);
    let mut incoming = incoming.map_err(|bad| said_of(args, &bad.say(&cx.i18n)))?;
    // A calendar is cut to the dates asked for as it is read; of a log, what lies outside is not looked at.
    let wanted = |d: NaiveDate| {
        reading.window.from.is_none_or(|from| from <= d) && reading.window.to.is_none_or(|to| d <= to)
    };
    incoming
        .records
        .retain(|r| wanted(*r.dates().start()) || wanted(*r.dates().end()));

    let mut session = cx.session()?;
    let profile = session.profile()?;
    let lexicon = Lexicon::new(&profile.taxonomy());
    let known = Known::of(&mut session, &incoming)?;
    let mut preview = Preview::new(incoming, format.name(), known, &lexicon, profile.words, today);
    for rule in taught(cx, &args.foreign.map, &lexicon)? {
        preview.teach(rule.word(), rule.meaning().clone());
    }
    if args.foreign.skip_unknown {
        preview.skip_asked();
    }
    if args.dry_run {
        let text = shown(&preview, &lexicon, &cx.i18n) + &total(preview.counts(), &cx.i18n, true);
        return cx.print(&text);
    }
    refuse(cx, args, &preview)?;
    let counts = preview.counts();
    let words = preview.taught().map(|own| Setting::Words(own.to_vec()));
    session.apply_with(
        &preview.operation(args.overlap.policy()),
        words.into_iter().collect(),
    )?;
    cx.tell(&session);
    for left_out in preview.left_out() {
        cx.say(&left_out.say(&cx.i18n));
    }
    let text = total(counts, &cx.i18n, false);
    cx.print(&text)
}

fn said_of(args: &ImportArgs, why: &str) -> CliError {
    CliError::Refused(format!("{}: {why}", args.file.display()))
}

/// Imports nothing while something must be asked, or other blocks stand in the way and nobody said what to do.
fn refuse(cx: &Context<'_>, args: &ImportArgs, preview: &Preview) -> Result<(), CliError> {
    let asked: Vec<&str> = preview.asked().into_iter().map(|(label, ..)| label).collect();
    if let Some(first) = asked.first() {
        let list = crate::cli::import::words_list(&asked);
        let why = tr!(
            cx.i18n,
            "cli-import-asked",
            count = asked.len(),
            list = list,
            first = *first
        );
        return Err(said_of(args, &why));
    }
    let in_the_way = preview.rows().find_map(|(record, fate)| match fate {
        Fate::InTheWay(_, other) => Some((record, other)),
        _ => None,
    });
    if let (OnOverlap::Refuse, Some((record, other))) = (args.overlap.policy(), in_the_way) {
        let why = tr!(
            cx.i18n,
            "cli-import-in-the-way",
            place = record.place.say(&cx.i18n),
            label = record.label(),
            date = other.0.to_string(),
            span = other.1.span.to_string(),
            id = other.1.id.as_str()
        );
        return Err(said_of(args, &why));
    }
    Ok(())
}

/// What would become of the records: each wording once, with how often it comes.
fn shown(preview: &Preview, lexicon: &Lexicon, i18n: &I18n) -> String {
    let mut groups: Vec<(String, usize)> = Vec::new();
    for (record, fate) in preview.rows() {
        let label = record.label();
        let line = match fate {
            Fate::Taken(meaning) | Fate::Marked { meaning, .. } => {
                format!("+ {label} → {}", said(meaning, lexicon, i18n))
            }
            Fate::Known => format!("= {label}"),
            Fate::Asked(perhaps) if perhaps.is_empty() => format!("? {label}"),
            Fate::Asked(perhaps) => {
                let list: Vec<String> = perhaps.iter().map(|m| said(m, lexicon, i18n)).collect();
                format!("? {label} → {}", list.join(" / "))
            }
            Fate::InTheWay(_, other) => format!("! {label} ({} {})", other.0, other.1.span),
            Fate::Ahead => format!("> {label}"),
            Fate::Decided(_) | Fate::Skipped => format!("- {label}"),
        };
        match groups.iter_mut().find(|(l, _)| *l == line) {
            Some((_, count)) => *count += 1,
            None => groups.push((line, 1)),
        }
    }
    let mut out = String::new();
    for (line, count) in groups {
        let _ = writeln!(out, "{line} ×{count}");
    }
    for left_out in preview.left_out() {
        let _ = writeln!(out, "x {}", left_out.say(i18n));
    }
    out
}

/// How many come to what.
fn total(counts: Counts, i18n: &I18n, dry: bool) -> String {
    let Counts {
        blocks,
        days,
        known,
        asked,
        in_the_way,
        ahead,
        decided,
        skipped,
    } = counts;
    let head = if dry {
        tr!(
            i18n,
            "cli-would-take",
            blocks = blocks,
            days = days,
            known = known
        )
    } else {
        tr!(i18n, "cli-taken", blocks = blocks, days = days, known = known)
    };
    let others = [
        (asked, tr!(i18n, "cli-count-asked", count = asked)),
        (in_the_way, tr!(i18n, "cli-count-in-the-way", count = in_the_way)),
        (ahead, tr!(i18n, "cli-count-ahead", count = ahead)),
        (decided, tr!(i18n, "cli-count-decided", count = decided)),
        (skipped, tr!(i18n, "cli-count-skipped", count = skipped)),
    ];
    let others = others
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, text)| text);
    let parts: Vec<String> = std::iter::once(head).chain(others).collect();
    parts.join(", ") + "\n"
}
