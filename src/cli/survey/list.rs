//! `survey list`: the surveys that the teacher takes part in.

use super::lines::{labelled, paragraph};
use super::standing::{Standing, week_words};
use crate::cli::CliError;
use crate::cli::context::Context;
use crate::diary::Sent;
use crate::domain::WeekId;
use crate::i18n::Say;
use crate::survey::{BadDefinition, Joined};
use crate::tr;
use serde_json::{Value, json};

pub(super) fn run(cx: &mut Context<'_>, as_json: bool) -> Result<(), CliError> {
    let mut session = cx.session()?;
    let surveys: Vec<_> = Joined::all(&session.profile()?).collect();
    let sent = session.all_sent()?;
    cx.tell(&session);
    drop(session); // a reader may take its time
    let each = surveys.iter().enumerate();
    if as_json {
        let items = each.map(|(at, joined)| in_json(cx, at + 1, joined, &sent));
        let items: Vec<Value> = items.collect();
        return cx.print(&format!("{:#}\n", Value::Array(items)));
    }
    if surveys.is_empty() {
        let text = tr!(cx.i18n, "cli-survey-none");
        cx.say(&text);
    }
    let items: Vec<String> = each.map(|(at, joined)| item(cx, at + 1, joined, &sent)).collect();
    cx.print(&items.join("\n"))
}

fn item(cx: &Context<'_>, number: usize, joined: &Result<Joined, BadDefinition>, sent: &[Sent]) -> String {
    let i18n = &cx.i18n;
    let first = format!("{number}  ");
    let joined = match joined {
        Ok(joined) => joined,
        Err(bad) => return paragraph(&first, &bad.say(i18n)),
    };
    let definition = &joined.definition;
    let title = paragraph(&first, definition.title.get(i18n.lang()));
    let standing = Standing::of(definition, sent, cx.today());
    let (from, to) = (definition.weeks.start(), definition.weeks.end());
    let until = if cx.today() > definition.closes {
        tr!(
            i18n,
            "cli-survey-list-closed",
            date = definition.closes.to_string()
        )
    } else {
        definition.closes.to_string()
    };
    let mut lines = vec![
        (tr!(i18n, "sheet-weeks"), format!("{from}..{to}")),
        (tr!(i18n, "sheet-closes"), until),
    ];
    let mut weeks = |label: String, weeks: &[WeekId]| {
        if !weeks.is_empty() {
            lines.push((label, week_words(weeks)));
        }
    };
    weeks(tr!(i18n, "cli-survey-list-written"), &standing.written);
    weeks(tr!(i18n, "cli-survey-list-withdrawn"), &standing.withdrawn);
    weeks(tr!(i18n, "cli-survey-list-open"), &standing.open);
    lines.push((
        tr!(i18n, "sheet-fingerprint"),
        definition.fingerprint().to_string(),
    ));
    title + &labelled(&lines, first.len())
}

fn in_json(cx: &Context<'_>, number: usize, joined: &Result<Joined, BadDefinition>, sent: &[Sent]) -> Value {
    let joined = match joined {
        Ok(joined) => joined,
        Err(bad) => return json!({"number": number, "error": bad.say(&cx.i18n)}),
    };
    let (definition, lang) = (&joined.definition, cx.i18n.lang());
    let standing = Standing::of(definition, sent, cx.today());
    let weeks = |weeks: &[WeekId]| weeks.iter().map(WeekId::to_string).collect::<Vec<_>>();
    let kept = joined.kept();
    json!({
        "number": number,
        "title": definition.title.get(lang),
        "contact": definition.contact.get(lang),
        "definition": definition.hash(),
        "fingerprint": definition.fingerprint().to_string(),
        "weeks": {"from": definition.weeks.start().to_string(), "to": definition.weeks.end().to_string()},
        "closes": definition.closes.to_string(),
        "closed": cx.today() > definition.closes,
        "written": weeks(&standing.written),
        "withdrawn": weeks(&standing.withdrawn),
        "open": weeks(&standing.open),
        "answers": kept.answers,
        "withheld": kept.withheld,
    })
}
