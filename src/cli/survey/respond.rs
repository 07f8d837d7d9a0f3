//! `survey respond`: seals what was shown and writes it to a file that can be sent.

use super::ask::is_yes;
use super::choose::one;
use super::failed;
use super::file::{check_folder, shown};
use super::lines::talk;
use super::preview::preview_text;
use crate::cli::args::SurveySendArgs;
use crate::cli::context::Context;
use crate::cli::{CliError, dates};
use crate::domain::WeekId;
use crate::i18n::I18n;
use crate::survey::{Definition, Prepared, RespondError, Written, check_week, usual_week};
use crate::tr;

pub(super) fn run(cx: &mut Context<'_>, weeks: &[String], args: &SurveySendArgs) -> Result<(), CliError> {
    check_folder(&args.to, &cx.i18n)?;
    let prepared = prepare(cx, weeks, args.survey.as_deref())?;
    check_consent(cx, args)?;
    for prepared in &prepared {
        let text = preview_text(prepared, &cx.i18n)?;
        cx.say(&text);
    }
    if !args.yes {
        let question = tr!(cx.i18n, "cli-survey-write-it", count = prepared.len());
        if !is_yes(cx, &question)? {
            return Err(CliError::Refused(tr!(cx.i18n, "cli-survey-nothing-written")));
        }
    }
    let (now, i18n) = (cx.now, cx.i18n.clone());
    let mut session = cx.session()?;
    let done = in_turn(cx, &prepared, |prepared| {
        prepared.write(&mut session, &args.to, now, i18n.lang())
    });
    cx.tell(&session);
    drop(session);
    done?;
    if let Some(first) = prepared.first() {
        let weeks: Vec<String> = prepared.iter().map(|p| p.week.to_string()).collect();
        let definition = &first.joined.definition;
        let mut again = weeks.join(" ");
        if args.survey.is_some() {
            let fingerprint = definition.fingerprint().to_string();
            let first = fingerprint.split(' ').next().unwrap_or_default();
            again = format!("{again} --survey {first}");
        }
        let text = tr!(
            i18n,
            "cli-survey-responded",
            count = weeks.len(),
            contact = definition.contact.get(i18n.lang()),
            weeks = again
        );
        talk(cx, &text);
    }
    Ok(())
}

/// Where nobody can be asked, only `--yes` says yes.
///
/// # Errors
/// It is not there.
pub(super) fn check_consent(cx: &Context<'_>, args: &SurveySendArgs) -> Result<(), CliError> {
    if cx.interactive || args.yes {
        Ok(())
    } else {
        Err(CliError::Usage(tr!(cx.i18n, "cli-survey-needs-yes")))
    }
}

/// What would be sealed for every week, before anything is written.
fn prepare(cx: &mut Context<'_>, weeks: &[String], survey: Option<&str>) -> Result<Vec<Prepared>, CliError> {
    let (today, i18n) = (cx.today(), cx.i18n.clone());
    let mut session = cx.session()?;
    let profile = session.profile()?;
    let joined = one(&profile, survey, &i18n)?;
    let definition = &joined.definition;
    let mut weeks = weeks_of(weeks, cx)?;
    if weeks.is_empty() {
        weeks.push(usual_week(&mut session, definition, today)?);
    }
    check(definition, &weeks, cx).map_err(|why| failed(why, &i18n))?;
    let mut out = Vec::new();
    for week in weeks {
        let prepared = Prepared::read(&mut session, joined.clone(), week, &profile, today);
        out.push(prepared.map_err(|why| failed(why, &i18n))?);
    }
    cx.tell(&session);
    Ok(out)
}

fn check(definition: &Definition, weeks: &[WeekId], cx: &Context<'_>) -> Result<(), RespondError> {
    if cx.today() > definition.closes {
        return Err(RespondError::Closed(definition.closes));
    }
    weeks
        .iter()
        .try_for_each(|week| check_week(definition, *week, cx.today()))
}

/// The weeks as they were typed, each once.
pub(super) fn weeks_of(texts: &[String], cx: &Context<'_>) -> Result<Vec<WeekId>, CliError> {
    let mut out = Vec::new();
    for text in texts {
        let week = dates::week(Some(text), cx.today(), &cx.i18n)?;
        if !out.contains(&week) {
            out.push(week);
        }
    }
    Ok(out)
}

/// Writes one file after the other and prints their names. Where one fails, the message says what is out already.
pub(super) fn in_turn<T>(
    cx: &mut Context<'_>,
    items: &[T],
    mut write: impl FnMut(&T) -> Result<Written, RespondError>,
) -> Result<(), CliError> {
    let mut files = Vec::new();
    for item in items {
        match write(item) {
            Ok(written) => {
                let path = std::path::absolute(&written.path);
                let file = shown(&path.unwrap_or(written.path));
                files.push(format!("{} {file}", written.sent.week));
                cx.print(&format!("{file}\n"))?;
            }
            Err(why) => return Err(after(&files, failed(why, &cx.i18n), &cx.i18n)),
        }
    }
    cx.out.flush()?;
    Ok(())
}

fn after(files: &[String], why: CliError, i18n: &I18n) -> CliError {
    match why.message(i18n) {
        Some(message) if !files.is_empty() => {
            let files = files.join(", ");
            CliError::Refused(tr!(i18n, "cli-survey-some-written", why = message, files = files))
        }
        _ => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_already_is_said() {
        let why = || CliError::Refused("the disk is full".to_owned());
        let said = |files: &[String]| after(files, why(), I18n::english()).message(I18n::english());
        assert_eq!(said(&[]).as_deref(), Some("the disk is full"));
        let one = ["2026-W46 a.age".to_owned()];
        let expected = "the disk is full; written before that: 2026-W46 a.age";
        assert_eq!(said(&one).as_deref(), Some(expected));
    }
}
