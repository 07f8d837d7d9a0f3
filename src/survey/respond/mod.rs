//! Writing a response or a withdrawal, from what the store holds to the file that is sent.

mod deliver;
mod error;
mod warning;

pub use deliver::Written;
pub use error::RespondError;
pub use warning::Warning;

use super::audience::Audience;
use super::definition::Definition;
use super::joined::Joined;
use super::plaintext::Plaintext;
use super::pseudonym::Respondent;
use super::random::{NoRandom, random};
use super::reading::WeekReading;
use super::response::{Heading, Message, Response, WEEK, Withdrawal};
use crate::diary::{Profile, Sent, SurveySecret};
use crate::domain::{DefinitionHash, WeekId};
use crate::i18n::Lang;
use crate::store::{Session, StoreError};
use chrono::{NaiveDate, NaiveDateTime};
use deliver::deliver;
use std::collections::BTreeMap;
use std::path::Path;
use warning::warnings;

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
        let hash = joined.hash();
        let earlier = session.sent(&hash, week)?;
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
        let others = answered_elsewhere(session, hash, week)?;
        warnings.extend(others.map(Warning::AlsoAnswered));
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
    /// [`RespondError::Closed`]; [`RespondError::Left`] where the survey was left since; [`RespondError::Changed`] where the
    /// diary, the answers or what is withheld would make something else of it now; or why it could not be written.
    /// Nothing is written then.
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
        let joined = Joined::of(&profile, self.joined.hash()).ok_or(RespondError::Left)?;
        let again = Self::read(session, joined, self.week, &profile, now.date())?;
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
/// As [`can_withdraw`], or why it could not be written; nothing is written then.
pub fn withdraw(
    session: &mut Session,
    definition: &Definition,
    week: WeekId,
    folder: &Path,
    now: NaiveDateTime,
    lang: Lang,
) -> Result<Written, RespondError> {
    let earlier = session.sent(&definition.hash(), week)?;
    can_withdraw(week, &earlier)?;
    let heading = heading(session, definition, week, &earlier)?;
    let plaintext = Plaintext::of(&Message::Withdrawal(Withdrawal { heading }));
    deliver(session, definition, &plaintext, folder, now, lang)
}

/// Whether the response of a week can be taken back; `earlier` is what was written for it, the last at the end.
///
/// # Errors
/// [`RespondError::NothingToWithdraw`] and [`RespondError::Withdrawn`].
pub fn can_withdraw(week: WeekId, earlier: &[Sent]) -> Result<(), RespondError> {
    match earlier.last() {
        None => Err(RespondError::NothingToWithdraw(week)),
        Some(last) if is_withdrawal(last) => Err(RespondError::Withdrawn(week)),
        Some(_) => Ok(()),
    }
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

/// Whether anything can be said of a week: it is one of the survey's, and has begun.
///
/// # Errors
/// [`RespondError::OtherWeek`] and [`RespondError::FutureWeek`].
pub fn check_week(definition: &Definition, week: WeekId, today: NaiveDate) -> Result<(), RespondError> {
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
    let last = earlier.last().map_or(0, |sent| sent.revision);
    let revision = last.checked_add(1).ok_or(RespondError::NoRevisionLeft)?;
    let secret = secret::<RespondError>(session)?;
    let before = earlier
        .last()
        .and_then(|sent| serde_json::from_str(&sent.content).ok());
    let before = before.map(|message: Message| message.heading().respondent);
    Ok(Heading {
        version: Heading::VERSION,
        definition: definition.hash(),
        week,
        respondent: before.unwrap_or_else(|| Respondent::of(&secret, definition, week)),
        revision,
    })
}

/// The secret of this installation, made when it is first needed.
pub(super) fn secret<E>(session: &mut Session) -> Result<SurveySecret, E>
where
    E: From<StoreError> + From<NoRandom>,
{
    if let Some(secret) = session.survey_secret()? {
        return Ok(secret);
    }
    let secret = SurveySecret::new(random()?); // nobody can guess it
    session.keep_survey_secret(&secret)?;
    Ok(secret)
}

/// What the other surveys are called that a response for this week was written to, and not taken back: by their numbers,
/// the two can be told to be of one teacher.
fn answered_elsewhere(
    session: &mut Session,
    survey: DefinitionHash,
    week: WeekId,
) -> Result<impl Iterator<Item = String>, StoreError> {
    let mut latest: BTreeMap<DefinitionHash, Sent> = BTreeMap::new();
    for sent in session.all_sent()? {
        let is_other = sent.week == week && sent.survey != survey;
        let is_newer = latest
            .get(&sent.survey)
            .is_none_or(|s| s.revision < sent.revision);
        if is_other && is_newer {
            latest.insert(sent.survey, sent);
        }
    }
    let answered = latest.into_values().filter(|sent| !is_withdrawal(sent));
    Ok(answered.map(|sent| sent.title))
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

#[cfg(test)]
mod tests;
