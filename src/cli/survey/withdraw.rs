//! `survey withdraw`: takes responses back.

use super::ask::is_yes;
use super::choose::one;
use super::failed;
use super::file::check_folder;
use super::lines::talk;
use super::respond::{in_turn, weeks_of};
use crate::cli::CliError;
use crate::cli::args::SurveySendArgs;
use crate::cli::context::Context;
use crate::survey::{RespondError, is_withdrawal, withdraw};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, weeks: &[String], args: &SurveySendArgs) -> Result<(), CliError> {
    check_folder(&args.to)?;
    let (now, i18n) = (cx.now, cx.i18n.clone());
    let weeks = weeks_of(weeks, cx)?;
    let mut session = cx.session()?;
    let definition = one(&session.profile()?, args.survey.as_deref(), &i18n)?.definition;
    for week in &weeks {
        let earlier = session.sent(&definition.hash(), *week)?;
        if earlier.last().is_none_or(is_withdrawal) {
            return Err(failed(RespondError::NothingToWithdraw(*week), &i18n));
        }
    }
    drop(session);
    let named: Vec<String> = weeks.iter().map(ToString::to_string).collect();
    let title = definition.title.get(i18n.lang());
    if cx.interactive && !args.yes {
        let weeks = named.join(", ");
        let question = tr!(i18n, "cli-survey-withdraw-it", title = title, weeks = weeks);
        if !is_yes(cx, &question)? {
            return Err(CliError::Refused(tr!(i18n, "cli-survey-nothing-written")));
        }
    }
    let mut session = cx.session()?;
    let done = in_turn(cx, &weeks, |week| {
        withdraw(&mut session, &definition, *week, &args.to, now, i18n.lang())
    });
    cx.tell(&session);
    drop(session);
    done?;
    let text = tr!(
        i18n,
        "cli-survey-withdrew",
        count = weeks.len(),
        contact = definition.contact.get(i18n.lang())
    );
    talk(cx, &text);
    Ok(())
}
