//! From whom the next response of a week is, and which revision.

use super::RespondError;
use crate::diary::{Sent, SurveySecret};
use crate::domain::WeekId;
use crate::store::{Session, StoreError};
use crate::survey::definition::Definition;
use crate::survey::pseudonym::Respondent;
use crate::survey::random::{NoRandom, random};
use crate::survey::response::{Heading, Message};

/// The heading of what comes next for a week. A week that was answered keeps the pseudonym it was answered under, whatever
/// has become of the secret since.
pub(super) fn heading(
    session: &mut Session,
    definition: &Definition,
    week: WeekId,
    earlier: &[Sent],
) -> Result<Heading, RespondError> {
    let last = earlier.last().map_or(0, |sent| sent.revision);
    let revision = last.checked_add(1).filter(|next| *next <= Sent::LAST_REVISION);
    let revision = revision.ok_or(RespondError::NoRevisionLeft)?;
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
pub(in crate::survey) fn secret<E>(session: &mut Session) -> Result<SurveySecret, E>
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
