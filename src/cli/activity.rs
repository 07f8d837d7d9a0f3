//! `activity`: the activities that can be booked, and the teacher's own.

use super::CliError;
use super::args::{ActivityAction, WordsAction};
use super::context::Context;
use crate::diary::{OwnActivity, Profile, Setting};
use crate::domain::{Activity, Category, Names, Taxonomy, WordRule};
use crate::entry::Lexicon;
use crate::i18n::I18n;
use crate::store::Session;
use crate::tr;
use std::fmt::Write;

pub(super) fn run(cx: &mut Context<'_>, action: Option<ActivityAction>) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let mut own = profile.own_activities.clone();
    match action.unwrap_or(ActivityAction::Show) {
        ActivityAction::Show => {
            let text = list(&profile.taxonomy(), &cx.i18n);
            return cx.print(&text);
        }
        ActivityAction::Add { activity, name, py } => {
            let activity = parse(cx, &activity)?;
            if profile.taxonomy().activity(&activity).is_some() {
                return Err(CliError::Refused(tr!(
                    cx.i18n,
                    "cli-activity-exists",
                    activity = activity.to_string()
                )));
            }
            let (name, py) = (name.trim(), py.trim());
            if name.is_empty()
                || name.chars().count() > 40
                || py.len() > 10
                || name.chars().any(char::is_control)
                || py.chars().any(|c| !c.is_ascii_lowercase())
            {
                return Err(CliError::Usage(tr!(cx.i18n, "cli-activity-name")));
            }
            if let Some(other) = taken(&profile.taxonomy(), &[name, py, activity.code.as_str()], &cx.i18n) {
                return Err(CliError::Refused(other));
            }
            own.push(OwnActivity {
                activity,
                names: Names::same(name, py),
            });
        }
        ActivityAction::Words { action } => return words(cx, &mut session, &profile, action),
        ActivityAction::Remove { activity } => {
            let activity = parse(cx, &activity)?;
            let before = own.len();
            own.retain(|o| o.activity != activity);
            if own.len() == before {
                return Err(CliError::Refused(tr!(
                    cx.i18n,
                    "cli-no-own-activity",
                    activity = activity.to_string()
                )));
            }
        }
    }
    session.set(Setting::OwnActivities(own))?;
    let text = list(&session.profile()?.taxonomy(), &cx.i18n);
    cx.print(&text)
}

/// What words in the files of other programs mean: the user's own rules.
fn words(
    cx: &mut Context<'_>,
    session: &mut Session,
    profile: &Profile,
    action: Option<WordsAction>,
) -> Result<(), CliError> {
    let lexicon = Lexicon::new(&profile.taxonomy());
    let rules = match action {
        None | Some(WordsAction::Show) => None,
        Some(WordsAction::Set { word, meaning }) => {
            let meaning = super::import::meaning(&meaning, &lexicon, &cx.i18n)?;
            let rule = WordRule::new(&word, meaning)
                .map_err(|_| CliError::Usage(tr!(cx.i18n, "cli-bad-word", word = word)))?;
            Some(profile.words_with(vec![rule]))
        }
        Some(WordsAction::Remove { word }) => {
            let left = profile.words.iter().filter(|rule| rule.word() != word);
            let left: Vec<WordRule> = left.cloned().collect();
            if left.len() == profile.words.len() {
                return Err(CliError::Refused(tr!(cx.i18n, "cli-no-word", word = word)));
            }
            Some(left)
        }
    };
    let shown = rules.as_ref().unwrap_or(&profile.words);
    let line = |rule: &WordRule| format!("{} = {}\n", rule.word(), rule.meaning());
    let text: String = shown.iter().map(line).collect();
    if let Some(rules) = rules {
        session.set(Setting::Words(rules))?;
    }
    cx.print(&text)
}

/// Says which spelling something else has already: quick entry would have to ask every time.
fn taken(taxonomy: &Taxonomy, spellings: &[&str], i18n: &I18n) -> Option<String> {
    let categories = taxonomy
        .categories()
        .iter()
        .map(|c| (c.category.code(), &c.names));
    let activities = taxonomy
        .activities()
        .iter()
        .map(|a| (a.activity.code.as_str(), &a.names));
    for (code, names) in categories
        .chain(activities)
        .filter(|(code, _)| *code != crate::domain::CATCH_ALL)
    {
        let same = |s: &&&str| !s.is_empty() && (**s == code || names.spellings().any(|other| other == **s));
        if let Some(spelling) = spellings.iter().find(same) {
            return Some(tr!(
                i18n,
                "cli-spelling-taken",
                spelling = *spelling,
                name = names.get(i18n.lang())
            ));
        }
    }
    None
}

fn parse(cx: &Context<'_>, text: &str) -> Result<Activity, CliError> {
    let parts = text
        .split_once('/')
        .and_then(|(c, code)| Activity::new(Category::from_code(c)?, code).ok());
    parts.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cli-bad-activity", text = text)))
}

fn list(taxonomy: &Taxonomy, i18n: &I18n) -> String {
    let mut text = String::new();
    for category in taxonomy.categories() {
        // Writing to a String does not fail.
        let _ = writeln!(
            text,
            "{} ({}, {})",
            category.names.get(i18n.lang()),
            category.category.code(),
            category.names.py
        );
        for a in taxonomy
            .activities()
            .iter()
            .filter(|a| a.activity.category == category.category)
        {
            let own = if a.own { " *" } else { "" };
            let (code, name) = (a.activity.code.as_str(), a.names.get(i18n.lang()));
            let _ = writeln!(text, "  {code:<16} {:<4} {name}{own}", a.names.py);
        }
    }
    text
}
