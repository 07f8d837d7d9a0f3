//! A timetable from a table, a spreadsheet or a calendar.

use crate::cli::CliError;
use crate::cli::args::TimetableImportArgs;
use crate::cli::context::Context;
use crate::cli::import::{bytes, clock_of, reading, said, words_list};
use crate::diary::Profile;
use crate::domain::{WordMeaning, WordRule};
use crate::entry::Lexicon;
use crate::i18n::Say;
use crate::timetable::{Bells, Parts};
use crate::tr;
use crate::transfer::incoming::rules::Rules;
use crate::transfer::incoming::{BadWeekly, Format, take_over};
use chrono::NaiveDate;

/// What a timetable would be with what a file says: added to it, or with `--replace` in the place of its entries.
pub(super) fn read(
    cx: &mut Context<'_>,
    args: &TimetableImportArgs,
    format: Format,
    profile: &Profile,
    words: &[WordRule],
    from: NaiveDate,
) -> Result<Parts, CliError> {
    let to_local = clock_of(cx, args.foreign.zone.as_deref())?;
    let reading = reading(cx, format, args.foreign.encoding.as_deref(), &*to_local)?;
    let week = reading.timetable(&bytes(&args.file)?);
    let week = week.map_err(|bad| refused(args, &bad.say(&cx.i18n)))?;
    for left_out in &week.left_out {
        cx.say(&left_out.say(&cx.i18n));
    }
    let mut base = profile.parts_on(from);
    if args.replace {
        base.entries.clear();
    }
    match week.bells(&base.bells) {
        Some(found) if base.bells.is_empty() => base.bells.push(Bells::all_year(found)),
        _ if !base.bells.is_empty() && !base.bells.iter().any(|b| week.rings_as(&b.schedule)) => {
            let text = tr!(cx.i18n, "cli-bells-kept");
            cx.say(&text);
        }
        _ => {}
    }
    let lexicon = Lexicon::new(&profile.taxonomy());
    let mut own = profile.words_with(words.to_vec());
    let mut taken = take_over(&week.weekly, base.clone(), &Rules::new(&lexicon, &own));
    if let (true, Err(BadWeekly::Asked(asked))) = (args.foreign.skip_unknown, &taken) {
        // For this file only: these are no rules to be remembered.
        let skipped = |(label, _): &(String, _)| WordRule::of_text(label, WordMeaning::Skip);
        own.extend(asked.iter().filter_map(skipped));
        taken = take_over(&week.weekly, base, &Rules::new(&lexicon, &own));
    }
    let taken = taken.map_err(|bad| refused(args, &why(cx, &bad, &lexicon)))?;
    let (added, known, skipped) = (taken.added, taken.known, taken.skipped);
    let text = tr!(
        cx.i18n,
        "cli-weekly-taken",
        added = added,
        known = known,
        skipped = skipped
    );
    cx.say(&text);
    Ok(taken.parts)
}

pub(super) fn refused(args: &TimetableImportArgs, why: &str) -> CliError {
    CliError::Refused(format!("{}: {why}", args.file.display()))
}

fn why(cx: &Context<'_>, bad: &BadWeekly, lexicon: &Lexicon) -> String {
    let i18n = &cx.i18n;
    match bad {
        BadWeekly::Asked(asked) => {
            let labels: Vec<&str> = asked.iter().map(|(label, _)| label.as_str()).collect();
            let list = words_list(&labels);
            let (count, first) = (labels.len(), labels.first().copied().unwrap_or_default());
            tr!(
                i18n,
                "cli-import-asked",
                count = count,
                list = list,
                first = first
            )
        }
        BadWeekly::NoPeriod(place, period) => {
            let (place, period) = (place.say(i18n), period.as_str());
            tr!(i18n, "cli-weekly-no-period", place = place, period = period)
        }
        BadWeekly::NoTerm(place) => tr!(i18n, "cli-weekly-no-term", place = place.say(i18n)),
        BadWeekly::Clash(place, other) => {
            let activity = WordMeaning::Activity(other.activity.clone());
            let other = format!("{} {}", said(&activity, lexicon, i18n), other.note.as_str());
            tr!(
                i18n,
                "cli-weekly-clash",
                place = place.say(i18n),
                other = other.trim()
            )
        }
    }
}
