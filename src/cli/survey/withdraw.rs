//! `survey withdraw`: takes responses back.

use super::ask::is_yes;
use super::choose::one;
use super::failed;
use super::file::check_folder;
use super::lines::talk;
use super::respond::{check_consent, in_turn, weeks_of};
use crate::cli::CliError;
use crate::cli::args::SurveySendArgs;
use crate::cli::context::Context;
use crate::diary::{Profile, Sent};
use crate::domain::WeekId;
use crate::i18n::I18n;
use crate::survey::{Joined, can_withdraw, is_withdrawal, withdraw};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, weeks: &[String], args: &SurveySendArgs) -> Result<(), CliError> {
    check_folder(&args.to, &cx.i18n)?;
    let (now, i18n) = (cx.now, cx.i18n.clone());
    let weeks = weeks_of(weeks, cx)?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let definition = match one(&profile, args.survey.as_deref(), &i18n) {
        Ok(joined) => joined.definition,
        Err(why) => return Err(left(&profile, &session.all_sent()?, &weeks, &i18n).unwrap_or(why)),
    };
    for week in &weeks {
        let earlier = session.sent(&definition.hash(), *week)?;
        if earlier.is_empty()
            && let Some(why) = left(&profile, &session.all_sent()?, &[*week], &i18n)
        {
            return Err(why);
        }
        can_withdraw(*week, &earlier).map_err(|why| failed(why, &i18n))?;
    }
    drop(session);
    let named: Vec<String> = weeks.iter().map(ToString::to_string).collect();
    let title = definition.title.get(i18n.lang());
    check_consent(cx, args)?;
    if !args.yes {
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

/// That a response to one of these weeks is out to a survey that is not joined any more; none where there is none.
fn left(profile: &Profile, sent: &[Sent], weeks: &[WeekId], i18n: &I18n) -> Option<CliError> {
    let joined: Vec<_> = Joined::all(profile).flatten().map(|j| j.hash()).collect();
    let last = |s: &Sent| {
        let later = |o: &Sent| o.survey == s.survey && o.week == s.week && o.revision > s.revision;
        !sent.iter().any(later)
    };
    let out =
        |s: &&Sent| weeks.contains(&s.week) && !joined.contains(&s.survey) && !is_withdrawal(s) && last(s);
    let sent = sent.iter().find(out)?;
    Some(CliError::Refused(tr!(
        i18n,
        "cli-survey-left-out",
        week = sent.week.to_string(),
        title = sent.title.as_str()
    )))
}
