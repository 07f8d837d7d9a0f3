//! `survey join`: takes part in a survey, after a look at who asks what.

use super::answer::{answers_text, set, withhold};
use super::ask::{ask, is_not_no, pick};
use super::file::sent_definition;
use super::lines::talk;
use super::not_changed;
use super::show::sheet_text;
use crate::cli::CliError;
use crate::cli::args::SurveyJoinArgs;
use crate::cli::context::Context;
use crate::i18n::Say;
use crate::survey::{Group, Joined, SurveyChange, can_join, change_surveys};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyJoinArgs) -> Result<(), CliError> {
    let definition = sent_definition(&args.file, &cx.i18n)?;
    let mut session = cx.session()?;
    let there = Joined::of(&session.profile()?, definition.hash());
    let is_there = there.is_some();
    let is_closed = cx.today() > definition.closes;
    if !is_there {
        let can = can_join(&mut session, &definition, cx.today());
        can.map_err(|why| not_changed(why, &cx.i18n))?;
    }
    drop(session); // whoever is asked may take their time
    let mut joined = there.unwrap_or_else(|| Joined::new(definition));
    let mut changes = Vec::new();
    for text in &args.answer {
        changes.push(set(&mut joined, text, &cx.i18n)?);
    }
    for field in &args.withhold {
        changes.push(withhold(&mut joined, field, &cx.i18n)?);
    }
    let text = sheet_text(&joined.definition, &cx.i18n);
    cx.say(&text);
    if cx.interactive && !is_there {
        if !is_closed {
            ask_groups(cx, &mut joined, &args.answer)?;
        }
        let question = tr!(cx.i18n, "cli-survey-take-part");
        if !is_not_no(cx, &question)? {
            return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-not-joined")));
        }
    }
    if !is_there {
        changes = vec![SurveyChange::Join(Box::new(joined.clone()))];
    }
    let mut session = cx.session()?;
    let done = change_surveys(&mut session, &changes, cx.today());
    done.map_err(|why| not_changed(why, &cx.i18n))?;
    cx.tell(&session);
    drop(session);
    let text = answers_text(&joined, &cx.i18n);
    cx.print(&text)?;
    cx.out.flush()?;
    let next = if is_there {
        tr!(cx.i18n, "cli-survey-there")
    } else if is_closed {
        tr!(cx.i18n, "cli-survey-joined-closed")
    } else {
        tr!(cx.i18n, "cli-survey-joined")
    };
    talk(cx, &next);
    Ok(())
}

/// Asks for each group that nothing was said about yet. Whoever stops answering has not joined.
fn ask_groups(cx: &mut Context<'_>, joined: &mut Joined, said: &[String]) -> Result<(), CliError> {
    let groups = joined.definition.groups.clone();
    for group in groups {
        let code = group.code.as_str();
        let is_said =
            joined.answered(code).is_some() || said.iter().any(|s| s.starts_with(&format!("{code}=")));
        if !is_said {
            let answer = ask_group(cx, &group)?;
            let done = joined.answer(code, answer.as_deref());
            done.map_err(|bad| CliError::Refused(bad.say(&cx.i18n)))?;
        }
    }
    Ok(())
}

/// The code of the answer to a group; none for not said.
fn ask_group(cx: &mut Context<'_>, group: &Group) -> Result<Option<String>, CliError> {
    /// More answers are not listed, but found by a part of their name.
    const MOST: usize = 30;
    let lang = cx.i18n.lang();
    let open: Vec<_> = group.open().collect();
    let names: Vec<&str> = open.iter().map(|a| a.name.get(lang)).collect();
    let name = group.name.get(lang);
    cx.say("");
    let question = if names.len() > MOST {
        tr!(cx.i18n, "cli-survey-ask-many", group = name, count = names.len())
    } else {
        cx.say(name);
        for (at, name) in names.iter().enumerate() {
            cx.say(&format!("{:>4}  {name}", at + 1));
        }
        tr!(cx.i18n, "cli-survey-ask-group")
    };
    loop {
        let Some(text) = ask(cx, &question)? else {
            return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-not-joined")));
        };
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(at) = pick(&names, &text) {
            return Ok(Some(open[at].code.to_string()));
        }
        let why = tr!(cx.i18n, "cli-survey-not-one-of-them", text = text);
        cx.say(&why);
    }
}
