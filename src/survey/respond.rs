//! Writing a response or a withdrawal, from what the store holds to the file that is sent.

use super::audience::Audience;
use super::definition::Definition;
use super::field::Field;
use super::joined::Joined;
use super::plaintext::Plaintext;
use super::pseudonym::Respondent;
use super::random::{NoRandom, random};
use super::reading::WeekReading;
use super::response::{Heading, Message, Response, WEEK, Withdrawal};
use super::sealed::{SealError, Sealed};
use crate::diary::{Profile, Sent, SurveySecret};
use crate::domain::WeekId;
use crate::i18n::Lang;
use crate::store::{Session, StoreError};
use chrono::{NaiveDate, NaiveDateTime};
use std::path::{Path, PathBuf};

/// Why nothing is written.
#[derive(Debug, thiserror::Error)]
pub enum RespondError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Sealing or the file.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The system gives no random numbers for the secret.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
    /// The survey does not ask about this week.
    #[error("{week} is not a week of the survey: it asks about {first} to {last}")]
    OtherWeek {
        /// The week.
        week: WeekId,
        /// The first that is asked about.
        first: WeekId,
        /// The last.
        last: WeekId,
    },
    /// The week has not begun.
    #[error("{0} has not begun")]
    FutureWeek(WeekId),
    /// Responses are no longer taken.
    #[error("the survey closed on {0}")]
    Closed(NaiveDate),
    /// More minutes are logged than a week has: amounts without clock times can come to that by mistake.
    #[error("{minutes} minutes are logged in {week}: more than a week has")]
    TooMuch {
        /// The week.
        week: WeekId,
        /// All of them.
        minutes: u32,
    },
    /// There is no response of this week to take back.
    #[error("no response was written for {0}")]
    NothingToWithdraw(WeekId),
    /// What would be sent is no longer what was shown.
    #[error("what would be sent has changed since it was shown")]
    Changed,
}

/// Something about a response that its teacher should know before it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Not all school days are closed, or there is none.
    NotComplete {
        /// How many are closed.
        closed: u32,
        /// Of how many.
        school: u32,
    },
    /// The week has fewer than five school days.
    ShortWeek(u32),
    /// Nothing was logged in the week.
    Empty,
    /// The goal is asked for, and there is no baseline to compare the week with.
    NoBaseline,
    /// The answers fit so few that they may single the teacher out.
    FewAlike(Audience),
    /// The same was sent before; nothing has changed.
    Unchanged,
}

/// A response, as it would be sealed.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The survey.
    pub joined: Joined,
    /// The week.
    pub week: WeekId,
    /// Every byte of it.
    pub plaintext: Plaintext,
    /// How many people the answers fit, as far as that is known.
    pub audience: Option<Audience>,
    /// What should be known before it is sent.
    pub warnings: Vec<Warning>,
    /// What was sent for this week before.
    pub earlier: Vec<Sent>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// Its entry in the history.
    pub sent: Sent,
}

impl Prepared {
    /// Puts together what would be sent for a week, also for one that nothing can be sent for any more.
    ///
    /// # Errors
    /// [`RespondError`]: the week is not one of the survey's, has not begun, or has more logged than it is long; the store
    /// cannot be read.
    pub fn read(
        session: &mut Session,
        joined: Joined,
        week: WeekId,
        profile: &Profile,
        today: NaiveDate,
    ) -> Result<Self, RespondError> {
        check_week(&joined.definition, week, today)?;
        let earlier = session.sent(&joined.hash(), week)?;
        let heading = heading(session, &joined.definition, week, &earlier)?;
        let reading = WeekReading::read(session, week, profile)?;
        let minutes = reading.figures.total();
        if minutes > WEEK {
            return Err(RespondError::TooMuch { week, minutes });
        }
        let plaintext = Plaintext::of(&Message::Response(Response::of(&joined, heading, &reading)));
        let audience = Audience::of(&joined);
        let mut warnings = warnings(&joined, &reading, audience.as_ref());
        if earlier.last().is_some_and(|last| says_the_same(last, &plaintext)) {
            warnings.push(Warning::Unchanged);
        }
        Ok(Self {
            joined,
            week,
            plaintext,
            audience,
            warnings,
            earlier,
        })
    }

    /// Seals exactly what was shown and writes it into a folder; it stands in the history before it has its name. `lang` is
    /// the language in which the history calls the survey.
    ///
    /// # Errors
    /// [`RespondError::Closed`], [`RespondError::Changed`] where the diary would say something else now, or why it could
    /// not be written. Nothing is written then.
    pub fn write(
        &self,
        session: &mut Session,
        folder: &Path,
        now: NaiveDateTime,
        lang: Lang,
    ) -> Result<Written, RespondError> {
        let closes = self.joined.definition.closes;
        if now.date() > closes {
            return Err(RespondError::Closed(closes));
        }
        let profile = session.profile()?;
        let again = Self::read(session, self.joined.clone(), self.week, &profile, now.date())?;
        if again.plaintext != self.plaintext {
            return Err(RespondError::Changed);
        }
        deliver(
            session,
            &self.joined.definition,
            &self.plaintext,
            folder,
            now,
            lang,
        )
    }
}

/// Writes the withdrawal of a week's response, also after the survey has closed.
///
/// # Errors
/// [`RespondError::NothingToWithdraw`], or why it could not be written; nothing is written then.
pub fn withdraw(
    session: &mut Session,
    definition: &Definition,
    week: WeekId,
    folder: &Path,
    now: NaiveDateTime,
    lang: Lang,
) -> Result<Written, RespondError> {
    let earlier = session.sent(&definition.hash(), week)?;
    if earlier.last().is_none_or(is_withdrawal) {
        return Err(RespondError::NothingToWithdraw(week));
    }
    let heading = heading(session, definition, week, &earlier)?;
    let plaintext = Plaintext::of(&Message::Withdrawal(Withdrawal { heading }));
    deliver(session, definition, &plaintext, folder, now, lang)
}

/// The week that a teacher most likely means: the current one once it is complete, before that the one before; never one
/// that the survey does not ask about.
///
/// # Errors
/// [`StoreError`] where the store cannot be read.
pub fn usual_week(
    session: &mut Session,
    definition: &Definition,
    today: NaiveDate,
) -> Result<WeekId, StoreError> {
    let this = WeekId::of(today);
    let is_complete = definition.weeks.contains(&this) && session.week(this)?.plan.is_complete();
    let week = if is_complete {
        this
    } else {
        this.offset(-1).unwrap_or(this)
    };
    Ok(week.clamp(*definition.weeks.start(), *definition.weeks.end()))
}

/// Whether an entry of the history is a withdrawal.
#[must_use]
pub fn is_withdrawal(sent: &Sent) -> bool {
    matches!(serde_json::from_str(&sent.content), Ok(Message::Withdrawal(_)))
}

fn check_week(definition: &Definition, week: WeekId, today: NaiveDate) -> Result<(), RespondError> {
    let (first, last) = (*definition.weeks.start(), *definition.weeks.end());
    if !definition.weeks.contains(&week) {
        return Err(RespondError::OtherWeek { week, first, last });
    }
    if week.monday() > today {
        return Err(RespondError::FutureWeek(week));
    }
    Ok(())
}

/// The heading of what comes next for a week. A week that was answered keeps the pseudonym it was answered under, whatever
/// has become of the secret since.
fn heading(
    session: &mut Session,
    definition: &Definition,
    week: WeekId,
    earlier: &[Sent],
) -> Result<Heading, RespondError> {
    let secret = secret(session)?;
    let before = earlier
        .last()
        .and_then(|sent| serde_json::from_str(&sent.content).ok());
    let before = before.map(|message: Message| message.heading().respondent);
    Ok(Heading {
        version: Heading::VERSION,
        definition: definition.hash(),
        week,
        respondent: before.unwrap_or_else(|| Respondent::of(&secret, definition, week)),
        revision: earlier.last().map_or(0, |sent| sent.revision) + 1,
    })
}

/// The secret of this installation, made when it is first needed.
fn secret(session: &mut Session) -> Result<SurveySecret, RespondError> {
    if let Some(secret) = session.survey_secret()? {
        return Ok(secret);
    }
    let secret = SurveySecret::new(random()?);
    session.keep_survey_secret(&secret)?;
    Ok(secret)
}

fn warnings(joined: &Joined, reading: &WeekReading, audience: Option<&Audience>) -> Vec<Warning> {
    let plan = reading.figures.plan;
    let mut out = Vec::new();
    if reading.figures.total() == 0 {
        out.push(Warning::Empty);
    }
    if !plan.is_complete() {
        out.push(Warning::NotComplete {
            closed: plan.closed_days,
            school: plan.school_days,
        });
    }
    if plan.school_days < 5 {
        out.push(Warning::ShortWeek(plan.school_days));
    }
    let asks_goal = Field::Goal.is_asked(joined.definition.asks) && !joined.withholds(Field::Goal);
    if asks_goal && reading.standing.expected.is_none() && plan.school_days > 0 {
        out.push(Warning::NoBaseline);
    }
    if let Some(few) = audience.filter(|a| a.about < joined.definition.min_group) {
        out.push(Warning::FewAlike(few.clone()));
    }
    out
}

/// Whether an entry of the history says what would be sent now, but for the revision.
fn says_the_same(sent: &Sent, plaintext: &Plaintext) -> bool {
    let read = |text: &str| serde_json::from_str::<Message>(text).ok();
    let without_revision = |message: Message| match message {
        Message::Response(mut response) => {
            response.heading.revision = 0;
            Some(response)
        }
        Message::Withdrawal(_) => None,
    };
    let (then, now) = (read(&sent.content), read(plaintext.json()));
    let then = then.and_then(without_revision);
    then.is_some() && then == now.and_then(without_revision)
}

/// Seals, writes beside, notes in the history, and only then gives the file its name: so that no file is ever out of which
/// the history knows nothing, and no revision is used twice.
fn deliver(
    session: &mut Session,
    definition: &Definition,
    plaintext: &Plaintext,
    folder: &Path,
    now: NaiveDateTime,
    lang: Lang,
) -> Result<Written, RespondError> {
    let fresh = Sealed::new(plaintext, &definition.recipient)?.write(folder)?;
    let path = fresh.path().to_owned();
    let heading = plaintext.heading();
    let sent = Sent {
        survey: heading.definition,
        week: heading.week,
        revision: heading.revision,
        at: now,
        title: definition.title.get(lang).to_owned(),
        file: file_name(&path),
        content: plaintext.json().to_owned(),
    };
    session.record_sent(sent.clone())?;
    if let Err(why) = fresh.publish() {
        session.unrecord_sent(&sent)?;
        return Err(SealError::Io(path, why).into());
    }
    Ok(Written { path, sent })
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests;
