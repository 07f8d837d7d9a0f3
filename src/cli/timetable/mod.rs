//! `timetable`: the weekly timetable, the bells and the terms.

mod bells;
mod change;
mod show;
mod table;
mod terms;

use super::args::TimetableAction;
use super::context::Context;
use super::{CliError, dates};
use crate::diary::Profile;
use crate::domain::Activity;
use crate::entry::Lexicon;
use crate::i18n::I18n;
use crate::timetable::Parts;
use crate::tr;
use chrono::NaiveDate;

pub(super) fn run(cx: &mut Context<'_>, action: Option<TimetableAction>) -> Result<(), CliError> {
    match action {
        None => show::run(cx, None, args_default()),
        Some(TimetableAction::Show { date, format }) => show::run(cx, date.as_deref(), format),
        Some(TimetableAction::Edit { from }) => change::edit(cx, from.as_deref()),
        Some(TimetableAction::Import(args)) => change::import(cx, &args),
        Some(TimetableAction::Bells { action }) => bells::run(cx, action),
        Some(TimetableAction::Term { action }) => terms::run(cx, action),
    }
}

const fn args_default() -> super::args::TimetableFormat {
    super::args::TimetableFormat::Text
}

/// The date named by an option; none is today.
fn date_or_today(cx: &Context<'_>, text: Option<&str>) -> Result<NaiveDate, CliError> {
    dates::date(text, cx.today(), &cx.i18n)
}

/// What a profile says for a date, as the text of a timetable has it.
fn parts_on(profile: &Profile, date: NaiveDate) -> Parts {
    let edition = profile.timetable.on(date);
    Parts {
        terms: profile.terms.clone(),
        bells: profile.bells.clone(),
        entries: edition.map(|e| e.entries.clone()).unwrap_or_default(),
    }
}

/// Finds the activity that a text names: by its code, its long form, or a name in any language.
fn resolver<'a>(
    lexicon: &'a Lexicon,
    profile: &'a Profile,
    i18n: &'a I18n,
) -> impl Fn(&str) -> Result<Activity, String> + 'a {
    move |text| match lexicon.whole(text).as_slice() {
        [one] => Ok(one.clone()),
        [] => {
            let held = profile.timetable.activity(text).cloned();
            held.ok_or_else(|| tr!(i18n, "timetable-no-activity", text = text))
        }
        several => {
            let list: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(tr!(
                i18n,
                "timetable-activities",
                text = text,
                list = list.join(", ")
            ))
        }
    }
}
