//! `survey leave`: takes part no longer, also where what was kept of the survey cannot be read.

use super::choose::{candidate, kept};
use super::lines::talk;
use super::not_changed;
use super::standing::{Standing, week_words};
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::survey::{Joined, SurveyChange, change_surveys};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, survey: Option<&str>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let kept = kept(&profile, survey, &cx.i18n)?;
    let (hash, names) = (Joined::hash_of(kept), candidate(kept, &cx.i18n));
    let standing = Standing::sent(hash, &session.all_sent()?);
    let done = change_surveys(&mut session, &[SurveyChange::Leave(hash)], cx.today());
    done.map_err(|why| not_changed(why, &cx.i18n))?;
    cx.tell(&session);
    drop(session);
    let title = names.titles.first().unwrap_or(&names.fingerprint).as_str();
    let text = tr!(cx.i18n, "cli-survey-left", title = title);
    talk(cx, &text);
    if !standing.written.is_empty() {
        let weeks = week_words(&standing.written);
        let text = tr!(cx.i18n, "cli-survey-left-written", weeks = weeks);
        talk(cx, &text);
    }
    Ok(())
}
