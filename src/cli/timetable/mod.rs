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
use crate::entry::{Lexicon, timetable_activity};
use crate::i18n::{I18n, Say};
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

/// Finds the activity that a text names.
fn resolver<'a>(
    lexicon: &'a Lexicon,
    profile: &'a Profile,
    i18n: &'a I18n,
) -> impl Fn(&str) -> Result<Activity, String> + 'a {
    move |text| timetable_activity(text, lexicon, &profile.timetable).map_err(|bad| bad.say(i18n))
}
