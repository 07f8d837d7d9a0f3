//! `survey preview`: everything that a response would say, before it is written.

use super::choose::one;
use super::failed;
use super::lines::{labelled, paragraph};
use crate::cli::context::Context;
use crate::cli::{CliError, dates};
use crate::i18n::I18n;
use crate::survey::{Prepared, response_lines, usual_week};
use crate::tr;

pub(super) fn run(
    cx: &mut Context<'_>,
    survey: Option<&str>,
    week: Option<&str>,
    raw: bool,
) -> Result<(), CliError> {
    let (today, i18n) = (cx.today(), cx.i18n.clone());
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let joined = one(&profile, survey, &i18n)?;
    let week = match week {
        None => usual_week(&mut session, &joined.definition, today)?,
        Some(_) => dates::week(week, today, &i18n)?,
    };
    let prepared = Prepared::read(&mut session, joined, week, &profile, today);
    let prepared = prepared.map_err(|why| failed(why, &i18n))?;
    cx.tell(&session);
    drop(session); // a reader may take its time
    if raw {
        return Ok(cx.out.write_all(prepared.plaintext.bytes())?);
    }
    cx.print(&preview_text(&prepared, &i18n)?)
}

/// A response in words, what should be known before it is sent, and its bytes.
pub(super) fn preview_text(prepared: &Prepared, i18n: &I18n) -> Result<String, CliError> {
    let (plaintext, joined) = (&prepared.plaintext, &prepared.joined);
    let lines = response_lines(plaintext.bytes(), &joined.definition, i18n);
    let lines = lines.map_err(|bad| CliError::Refused(bad.to_string()))?;
    let lines: Vec<_> = lines.into_iter().map(|l| (l.label, l.value)).collect();
    let title = joined.definition.title.get(i18n.lang());
    let mut text = paragraph("", &format!("{title} · {}", prepared.week));
    text += &labelled(&lines, 2);
    text.push('\n');
    if let Some(audience) = &prepared.audience {
        text += &paragraph("", &audience.words(i18n));
    }
    for warning in &prepared.warnings {
        text += &paragraph("! ", &warning.words(joined, i18n));
    }
    let spaces = plaintext.padding() - 1; // a line end is the last
    let json = plaintext.json();
    text += &paragraph("", &tr!(i18n, "cli-survey-bytes", bytes = json.len().to_string()));
    text += &format!("{json}\n");
    text += &paragraph("", &tr!(i18n, "cli-survey-padding", spaces = spaces.to_string()));
    Ok(text)
}
