//! Writing a response or a withdrawal, from what the store holds to the file that is sent.

mod deliver;
mod earlier;
mod error;
mod heading;
mod warning;
mod week;
mod withdraw;

pub use deliver::Written;
pub use earlier::is_withdrawal;
pub use error::RespondError;
pub(super) use heading::secret;
pub use warning::Warning;
pub use week::{check_week, usual_week};
pub use withdraw::{can_withdraw, withdraw};

use super::audience::Audience;
use super::joined::Joined;
use super::plaintext::Plaintext;
use super::reading::WeekReading;
use super::response::{Message, Response, WEEK};
use crate::diary::{Profile, Sent};
use crate::domain::WeekId;
use crate::i18n::Lang;
use crate::store::Session;
use chrono::{NaiveDate, NaiveDateTime};
use deliver::deliver;
use earlier::{answered_elsewhere, says_the_same};
use heading::heading;
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

#[cfg(test)]
mod tests;
