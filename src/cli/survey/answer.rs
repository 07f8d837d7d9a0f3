//! `survey answer`: what the teacher says of themselves, and what they do not give.

use super::ask::fold;
use super::choose::{all, one};
use super::lines::{labelled, paragraph};
use super::not_changed;
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::i18n::{I18n, Say};
use crate::survey::{
    Audience, Code, Definition, Field, Group, GroupAnswer, Joined, SurveyChange, Wording, change_surveys,
    field_words,
};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, survey: Option<&str>, answers: &[String]) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let mut joined = one(&profile, survey, &cx.i18n)?;
    let set = |text: &String| set(&mut joined, text, &cx.i18n);
    let changes: Vec<SurveyChange> = answers.iter().map(set).collect::<Result<_, _>>()?;
    let done = change_surveys(&mut session, &changes, cx.today());
    done.map_err(|why| not_changed(why, &cx.i18n))?;
    cx.tell(&session);
    drop(session);
    let mut text = answers_text(&joined, &cx.i18n);
    if answers.is_empty() {
        text.push('\n');
        text += &paragraph("", &tr!(cx.i18n, "cli-survey-answer-how"));
        text += &choices_text(&joined.definition, &cx.i18n);
    }
    cx.print(&text)
}

/// What is answered and withheld, and how many the answers fit.
pub(super) fn answers_text(joined: &Joined, i18n: &I18n) -> String {
    let lang = i18n.lang();
    let mut lines = Vec::new();
    for group in &joined.definition.groups {
        let answer = joined.answered(group.code.as_str());
        let answer = answer.map_or_else(|| tr!(i18n, "response-not-said"), |a| a.name.get(lang).to_owned());
        lines.push((with_code(group.code.as_str(), group.name.get(lang), i18n), answer));
    }
    for field in Field::asked(&joined.definition) {
        let given = if joined.withholds(field) {
            tr!(i18n, "cli-survey-withheld")
        } else {
            tr!(i18n, "cli-survey-given")
        };
        lines.push((with_code(field.code(), &field_words(field, i18n), i18n), given));
    }
    let mut text = labelled(&lines, 0);
    if let Some(audience) = Audience::of(joined) {
        text += &paragraph("", &audience.words(i18n));
    }
    text
}

/// The groups by code, with the answers that there are.
pub(super) fn choices_text(definition: &Definition, i18n: &I18n) -> String {
    let groups = definition.groups.iter();
    let lines = groups.map(|g| (g.code.as_str(), answer_words(g, i18n)));
    labelled(&lines.collect::<Vec<_>>(), 2)
}

/// The groups by code, with all their answers and how many people are behind each, where that is known.
pub(super) fn sizes_text(definition: &Definition, i18n: &I18n) -> String {
    let answer = |a: &GroupAnswer| {
        let name = with_code(a.code.as_str(), a.name.get(i18n.lang()), i18n);
        match a.staff {
            Some(staff) => tr!(i18n, "cli-survey-size", answer = name, people = staff.to_string()),
            None => name,
        }
    };
    let groups = definition.groups.iter().map(|g| {
        let answers: Vec<String> = g.open().map(answer).collect();
        (g.code.as_str(), answers.join(&tr!(i18n, "sheet-and")))
    });
    labelled(&groups.collect::<Vec<_>>(), 2)
}

/// A name with the code that commands take for it.
fn with_code(code: &str, name: &str, i18n: &I18n) -> String {
    if code == name {
        code.to_owned()
    } else {
        tr!(i18n, "cli-survey-code-name", code = code, name = name)
    }
}

/// The answers of a group by code and name; the first of them where there are many.
fn answer_words(group: &Group, i18n: &I18n) -> String {
    const MOST: usize = 12;
    let each = group.open().take(MOST);
    let each = each.map(|a| with_code(a.code.as_str(), a.name.get(i18n.lang()), i18n));
    let mut words = each.collect::<Vec<_>>().join(&tr!(i18n, "sheet-and"));
    let more = group.open().count().saturating_sub(MOST);
    if more > 0 {
        words += &tr!(i18n, "cli-survey-answers-more", count = more);
    }
    words
}

/// Takes in `GROUP=ANSWER`, `GROUP=not_said`, `FIELD=withheld` or `FIELD=given`: by code, or by name in any language. What is
/// returned makes the same change in the diary.
///
/// # Errors
/// What it does not mean, with what it could.
pub(super) fn set(joined: &mut Joined, text: &str, i18n: &I18n) -> Result<SurveyChange, CliError> {
    let Some((key, value)) = text.split_once(['=', '＝']) else {
        return Err(CliError::Usage(tr!(
            i18n,
            "cli-survey-not-an-answer",
            text = text
        )));
    };
    let (key, value) = (key.trim(), value.trim());
    if let Some(field) = field_of(joined, key, i18n) {
        let withhold = match value {
            "withheld" => Some(true),
            "given" => Some(false),
            words if words == tr!(i18n, "cli-survey-withheld") => Some(true),
            words if words == tr!(i18n, "cli-survey-given") => Some(false),
            _ => None,
        };
        let is_group = group_of(joined, key).is_some();
        match withhold {
            Some(withhold) => return Ok(withheld(joined, field, withhold)),
            None if !is_group => {
                return Err(CliError::Usage(tr!(
                    i18n,
                    "cli-survey-field-value",
                    field = key,
                    value = value
                )));
            }
            None => {}
        }
    }
    let group = group_of(joined, key);
    let answer = group.and_then(|g| g.open().find(|a| means(value, &a.code, &a.name)));
    let code = answer.map_or(value, |a| a.code.as_str()).to_owned();
    let group = group.map_or(key, |g| g.code.as_str()).to_owned();
    let answer = Some(code).filter(|code| *code != tr!(i18n, "response-not-said"));
    let done = joined.answer(&group, answer.as_deref());
    done.map_err(|bad| CliError::Usage(bad.say(i18n)))?;
    Ok(SurveyChange::Answer {
        survey: joined.hash(),
        group,
        answer,
    })
}

/// Withholds a field by its name, as [`set`] does.
///
/// # Errors
/// The survey does not ask for it.
pub(super) fn withhold(joined: &mut Joined, name: &str, i18n: &I18n) -> Result<SurveyChange, CliError> {
    let field = field_of(joined, name.trim(), i18n);
    let field = field.ok_or_else(|| CliError::Usage(joined.no_such_field(name).say(i18n)))?;
    Ok(withheld(joined, field, true))
}

fn withheld(joined: &mut Joined, field: Field, withhold: bool) -> SurveyChange {
    joined.withhold(field, withhold);
    SurveyChange::Withhold {
        survey: joined.hash(),
        field,
        withhold,
    }
}

fn field_of(joined: &Joined, name: &str, i18n: &I18n) -> Option<Field> {
    let mut asked = Field::asked(&joined.definition);
    asked.find(|f| Field::from_code(name) == Some(*f) || field_words(*f, i18n) == name)
}

fn group_of<'a>(joined: &'a Joined, name: &str) -> Option<&'a Group> {
    joined
        .definition
        .groups
        .iter()
        .find(|g| means(name, &g.code, &g.name))
}

/// Whether a text is a code, or the name in any language.
pub(super) fn means(text: &str, code: &Code, name: &Wording) -> bool {
    let same = |other: &str| fold(text) == fold(other);
    same(code.as_str()) || all(name).any(same)
}
