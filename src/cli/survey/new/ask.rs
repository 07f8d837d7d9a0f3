//! Asks the coordinator on the terminal for what the flags do not say.

use super::asked::{asks, fields};
use super::checks::{check_closing, check_sizes};
use super::flags::{Flags, closing, week_range};
use super::groups::group;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::cli::survey::ask::{ask, pick};
use crate::i18n::I18n;
use crate::survey::{Asks, Definition, Draft, Group, Wording, field_words, presets};
use crate::tr;
use std::rc::Rc;

/// The draft, once everything is answered.
///
/// # Errors
/// Nobody answers any more; nothing is made then.
pub(super) fn complete(cx: &mut Context<'_>, mut flags: Flags) -> Result<Draft, CliError> {
    let (today, i18n) = (cx.today(), Rc::clone(&cx.i18n));
    if flags.title.is_none() {
        let question = tr!(i18n, "cli-survey-ask-title");
        flags.title = Some(until(cx, &question, |text| {
            line(text, Definition::LONGEST_TITLE, &i18n)
        })?);
    }
    if flags.contact.is_none() {
        let question = tr!(i18n, "cli-survey-ask-contact");
        flags.contact = Some(until(cx, &question, |text| {
            line(text, Definition::LONGEST_CONTACT, &i18n)
        })?);
    }
    if flags.weeks.is_none() {
        let question = tr!(i18n, "cli-survey-ask-weeks");
        let closes = flags.closes;
        flags.weeks = Some(until(cx, &question, |text| {
            let weeks = week_range(text, today, &i18n)?;
            let first = weeks.start().sunday();
            check_closing(closes.unwrap_or(first), first, &i18n)?;
            Ok(weeks)
        })?);
    }
    if flags.closes.is_none() {
        let question = tr!(i18n, "cli-survey-ask-closes");
        let first = flags.weeks.as_ref().map(|weeks| weeks.start().sunday());
        flags.closes = Some(until(cx, &question, |text| {
            let closes = closing(text, today, &i18n)?;
            check_closing(closes, first.unwrap_or(closes), &i18n)?;
            Ok(closes)
        })?);
    }
    if flags.asks.is_none() {
        flags.asks = Some(what(cx, &i18n)?);
    }
    if flags.groups.is_none() {
        flags.groups = Some(groups(cx, flags.staff, &i18n)?);
    }
    if flags.staff.is_none() {
        let question = tr!(i18n, "cli-survey-ask-staff");
        let groups = flags.groups.clone().unwrap_or_default();
        flags.staff = until(cx, &question, |text| {
            let staff = staff(text, &i18n)?;
            check_sizes(&groups, staff, &i18n)?;
            Ok(staff)
        })?;
    }
    flags.complete(&i18n)
}

/// Asks until the answer makes sense.
fn until<T>(
    cx: &mut Context<'_>,
    question: &str,
    read: impl Fn(&str) -> Result<T, CliError>,
) -> Result<T, CliError> {
    loop {
        let Some(text) = ask(cx, question)? else {
            return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-nothing-made")));
        };
        match read(&text) {
            Ok(value) => return Ok(value),
            Err(why) => {
                let why = why.message(&cx.i18n).unwrap_or_default();
                cx.say(&why);
            }
        }
    }
}

fn line(text: &str, most: usize, i18n: &I18n) -> Result<Wording, CliError> {
    let fits = !text.is_empty() && text.chars().count() <= most && !text.contains(char::is_control);
    fits.then(|| Wording::same(text))
        .ok_or_else(|| CliError::Usage(tr!(i18n, "survey-text", most = most)))
}

/// What is asked beside the categories: numbers, a word for all of it, or Enter for nothing.
fn what(cx: &mut Context<'_>, i18n: &I18n) -> Result<Asks, CliError> {
    let names: Vec<String> = fields().map(|f| field_words(f, i18n)).collect();
    cx.say(&tr!(i18n, "cli-survey-ask-what"));
    choices(cx, &names);
    let question = tr!(i18n, "cli-survey-ask-what-numbers");
    until(cx, &question, |text| {
        if text.is_empty() || text == "0" {
            return Ok(Asks::default());
        }
        let words = words(text).map(|word| pick(&names, word).map_or(word, |at| Asks::NAMES[at]).to_owned());
        asks(&words.collect::<Vec<_>>(), i18n)
    })
}

/// What respondents say of themselves: presets by number, with the staff behind them, and groups of one's own.
fn groups(cx: &mut Context<'_>, staff: Option<u32>, i18n: &I18n) -> Result<Vec<Group>, CliError> {
    let presets = presets();
    let names: Vec<&str> = presets.iter().map(|g| g.name.get(i18n.lang())).collect();
    cx.say(&tr!(i18n, "cli-survey-ask-groups"));
    choices(cx, &names);
    let question = tr!(i18n, "cli-survey-ask-groups-numbers");
    let chosen = until(cx, &question, |text| {
        let mut chosen: Vec<Group> = Vec::new();
        if text == "0" {
            return Ok(chosen);
        }
        for word in words(text) {
            let code = pick(&names, word).map_or(word, |at| presets[at].code.as_str());
            chosen.push(group(code, &chosen, i18n)?);
        }
        Ok(chosen)
    })?;
    let mut all = Vec::new();
    for chosen in chosen {
        let (code, name) = (chosen.code.as_str(), chosen.name.get(i18n.lang()));
        let answers: Vec<String> = chosen
            .answers
            .iter()
            .map(|a| {
                let name = a.name.get(i18n.lang());
                let cuts = name.contains([',', ':', '=']);
                format!("{}=…", if cuts { a.code.as_str() } else { name })
            })
            .collect();
        let answers = answers.join(",");
        let question = tr!(
            i18n,
            "cli-survey-ask-group-staff",
            group = name,
            answers = answers
        );
        all.push(until(cx, &question, |text| {
            sized(group(&format!("{code}:{text}"), &all, i18n)?, staff, i18n)
        })?);
    }
    let question = tr!(i18n, "cli-survey-ask-own-group");
    loop {
        let own = until(cx, &question, |text| {
            if text.is_empty() {
                return Ok(None);
            }
            sized(group(text, &all, i18n)?, staff, i18n).map(Some)
        })?;
        match own {
            Some(own) => all.push(own),
            None => return Ok(all),
        }
    }
}

/// A group that has no more people behind it than are asked to take part.
fn sized(group: Group, staff: Option<u32>, i18n: &I18n) -> Result<Group, CliError> {
    check_sizes(std::slice::from_ref(&group), staff, i18n)?;
    Ok(group)
}

fn choices<T: AsRef<str>>(cx: &mut Context<'_>, names: &[T]) {
    for (at, name) in names.iter().enumerate() {
        cx.say(&format!("{:>4}  {}", at + 1, name.as_ref()));
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ', '，', '、']).filter(|w| !w.is_empty())
}

fn staff(text: &str, i18n: &I18n) -> Result<Option<u32>, CliError> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = text
        .parse::<u32>()
        .ok()
        .filter(|n| (1..=Definition::MOST_STAFF).contains(n));
    number.map(Some).ok_or_else(|| {
        let (least, most) = ("1", Definition::MOST_STAFF.to_string());
        CliError::Usage(tr!(i18n, "survey-number", least = least, most = most))
    })
}
