//! `survey join`: takes part in a survey, after a look at who asks what.

use super::answer::{answers_text, set, withhold};
use super::ask::{ask, is_not_no, pick};
use super::file::sent_definition;
use super::lines::talk;
use super::show::sheet_text;
use crate::cli::CliError;
use crate::cli::args::SurveyJoinArgs;
use crate::cli::context::Context;
use crate::diary::{Profile, Setting};
use crate::i18n::Say;
use crate::survey::{Definition, Group, Joined, RespondError, surveys_with};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyJoinArgs) -> Result<(), CliError> {
    let definition = sent_definition(&args.file, &cx.i18n)?;
    let there = find(&cx.session()?.profile()?, &definition);
    let is_there = there.is_some();
    if !is_there && cx.today() > definition.closes {
        let closed = RespondError::Closed(definition.closes);
        return Err(CliError::Refused(closed.say(&cx.i18n)));
    }
    let mut joined = there.unwrap_or_else(|| Joined::new(definition));
    let before = joined.clone();
    for text in &args.answer {
        set(&mut joined, text, &cx.i18n)?;
    }
    for field in &args.withhold {
        withhold(&mut joined, field, &cx.i18n)?;
    }
    let text = sheet_text(&joined.definition, &cx.i18n);
    cx.say(&text);
    if cx.interactive && !is_there {
        ask_groups(cx, &mut joined, &args.answer)?;
        let question = tr!(cx.i18n, "cli-survey-take-part");
        if !is_not_no(cx, &question)? {
            return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-not-joined")));
        }
    }
    if !is_there || joined != before {
        let mut session = cx.session()?;
        let profile = session.profile()?;
        session.set(Setting::Surveys(surveys_with(&profile, &joined)))?;
        cx.tell(&session);
    }
    let text = answers_text(&joined, &cx.i18n);
    cx.print(&text)?;
    cx.out.flush()?;
    let next = if is_there {
        tr!(cx.i18n, "cli-survey-there")
    } else {
        tr!(cx.i18n, "cli-survey-joined")
    };
    talk(cx, &next);
    Ok(())
}

/// The survey of a definition, where it was joined before.
fn find(profile: &Profile, definition: &Definition) -> Option<Joined> {
    let hash = definition.hash();
    Joined::all(profile)
        .flatten()
        .find(|joined| joined.hash() == hash)
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
