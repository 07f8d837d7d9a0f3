//! `survey leave`: takes part no longer.

use super::choose::one;
use super::lines::talk;
use super::standing::{Standing, week_words};
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::diary::Setting;
use crate::survey::surveys_without;
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, survey: Option<&str>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let joined = one(&profile, survey, &cx.i18n)?;
    let standing = Standing::of(&joined.definition, &session.all_sent()?, cx.today());
    session.set(Setting::Surveys(surveys_without(&profile, &joined)))?;
    cx.tell(&session);
    let title = joined.definition.title.get(cx.i18n.lang());
    let text = tr!(cx.i18n, "cli-survey-left", title = title);
    talk(cx, &text);
    if !standing.written.is_empty() {
        let weeks = week_words(&standing.written);
        let text = tr!(cx.i18n, "cli-survey-left-written", weeks = weeks);
        talk(cx, &text);
    }
    Ok(())
}
