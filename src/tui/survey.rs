//! Surveys as the screen needs them: what would be sent read out of the store, definitions read from files, responses
//! written.

use crate::app::{Responded, Responding, SurveyAsked, SurveyReading, Writing};
use crate::i18n::{I18n, Say, quoted};
use crate::store::{Session, StoreError};
use crate::survey::{Definition, Joined, Prepared, RespondError, load, usual_week, withdraw};
use crate::tr;
use chrono::NaiveDateTime;
use std::path::Path;

/// The most characters of a file's name in a message.
const LONGEST_NAME: usize = 120;

/// Reads what the survey screen shows; why it cannot be read, in the user's language.
pub(super) fn read(session: &mut Session, asked: &SurveyAsked, i18n: &I18n) -> Result<SurveyReading, String> {
    let sent = session.all_sent().map_err(|e| e.say(i18n))?;
    let Some(survey) = asked.survey else {
        return Ok(SurveyReading {
            sent,
            ..SurveyReading::default()
        });
    };
    let failed = |e: StoreError| e.say(i18n);
    let profile = session.profile().map_err(failed)?;
    let Some(joined) = Joined::of(&profile, survey) else {
        return Err(tr!(i18n, "survey-screen-gone"));
    };
    let week = match asked.week {
        Some(week) => week,
        None => usual_week(session, &joined.definition, asked.today).map_err(failed)?,
    };
    let prepared = Prepared::read(session, joined, week, &profile, asked.today);
    Ok(SurveyReading {
        week: Some(week),
        prepared: Some(prepared.map_err(|e| e.say(i18n))),
        sent,
    })
}

/// Reads a definition that is to be joined; why it cannot be, with the place, in the user's language.
pub(super) fn definition(path: &str, i18n: &I18n) -> Result<Definition, String> {
    let path = Path::new(path);
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let name = quoted(&name, LONGEST_NAME);
    load(path).map_err(|bad| tr!(i18n, "import-failed", name = name, why = bad.why.say(i18n)))
}

/// Writes a response exactly as it was shown, or a withdrawal.
pub(super) fn write(
    session: &mut Session,
    responding: &Responding,
    now: NaiveDateTime,
    i18n: &I18n,
) -> Responded {
    let typed = Path::new(&responding.folder);
    let folder = std::path::absolute(typed).unwrap_or_else(|_| typed.to_owned());
    let written = match &responding.writing {
        Writing::Response(prepared) => prepared.write(session, &folder, now, i18n.lang()),
        Writing::Withdrawal(definition, week) => {
            withdraw(session, definition, *week, &folder, now, i18n.lang())
        }
    };
    match written {
        Ok(written) => Responded::Written(written.path.display().to_string()),
        Err(changed @ (RespondError::Changed | RespondError::Left)) => Responded::Changed(changed.say(i18n)),
        Err(other) => Responded::Failed(other.say(i18n)),
    }
}
