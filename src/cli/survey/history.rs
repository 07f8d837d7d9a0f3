//! `survey history`: what was written when.

use super::choose::{Candidate, candidate, choose};
use super::lines::paragraph;
use crate::cli::args::SurveyHistoryArgs;
use crate::cli::context::Context;
use crate::cli::{CliError, dates};
use crate::diary::{Profile, Sent};
use crate::domain::DefinitionHash;
use crate::i18n::I18n;
use crate::survey::{Fingerprint, Joined, is_withdrawal};
use crate::tr;
use serde_json::{Value, json};

pub(super) fn run(cx: &mut Context<'_>, args: &SurveyHistoryArgs) -> Result<(), CliError> {
    let week = args.week.as_deref();
    let week = week
        .map(|w| dates::week(Some(w), cx.today(), &cx.i18n))
        .transpose()?;
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let mut sent = session.all_sent()?;
    cx.tell(&session);
    drop(session); // a reader may take its time
    let survey = args.survey.as_deref();
    let survey = survey
        .map(|word| meant(&profile, &sent, word, &cx.i18n))
        .transpose()?;
    sent.retain(|s| week.is_none_or(|w| s.week == w) && survey.is_none_or(|h| s.survey == h));
    if args.json {
        let items: Vec<Value> = sent.iter().map(in_json).collect();
        return cx.print(&format!("{:#}\n", Value::Array(items)));
    }
    let text: String = sent.iter().map(|s| entry(s, &cx.i18n)).collect();
    cx.print(&text)?;
    cx.out.flush()?;
    let about = if sent.is_empty() {
        tr!(cx.i18n, "cli-survey-history-empty")
    } else {
        tr!(cx.i18n, "cli-survey-history-local")
    };
    cx.say(&about);
    Ok(())
}

/// The survey that a word means: of those that are joined, by their numbers, and those that were left.
fn meant(profile: &Profile, sent: &[Sent], word: &str, i18n: &I18n) -> Result<DefinitionHash, CliError> {
    let (mut hashes, mut candidates) = (Vec::new(), Vec::new());
    for kept in &profile.surveys {
        hashes.push(Joined::hash_of(kept));
        candidates.push(candidate(kept, i18n));
    }
    for sent in sent {
        if let Some(at) = hashes.iter().position(|h| *h == sent.survey) {
            candidates[at].titles.push(sent.title.clone());
        } else {
            hashes.push(sent.survey);
            candidates.push(Candidate {
                fingerprint: Fingerprint::of(sent.survey).to_string(),
                titles: vec![sent.title.clone()],
                weeks: String::new(),
            });
        }
    }
    if candidates.is_empty() {
        return Err(CliError::Refused(tr!(i18n, "cli-survey-history-empty")));
    }
    Ok(hashes[choose(&candidates, Some(word), i18n)?])
}

/// Two lines: when, which week and what; below, of which survey and in which file.
fn entry(sent: &Sent, i18n: &I18n) -> String {
    let what = if is_withdrawal(sent) {
        tr!(i18n, "response-withdrawal")
    } else {
        tr!(i18n, "cli-survey-response")
    };
    let (at, week) = (sent.at.format("%Y-%m-%d %H:%M"), sent.week);
    let revision = tr!(i18n, "cli-survey-revision", n = sent.revision.to_string());
    let what = tr!(i18n, "cli-survey-code-name", code = what, name = revision);
    let below = format!("{} · {}", sent.title, sent.file);
    format!("{at}  {week}  {what}\n") + &paragraph("    ", &below)
}

fn in_json(sent: &Sent) -> Value {
    let content: Value = serde_json::from_str(&sent.content).unwrap_or(Value::Null);
    json!({
        "at": sent.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "week": sent.week.to_string(),
        "revision": sent.revision,
        "type": if is_withdrawal(sent) { "withdrawal" } else { "response" },
        "title": sent.title,
        "definition": sent.survey,
        "fingerprint": Fingerprint::of(sent.survey).to_string(),
        "file": sent.file,
        "content": content,
    })
}
