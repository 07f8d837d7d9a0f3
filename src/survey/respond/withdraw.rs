//! Taking a response back.

use super::RespondError;
use super::deliver::{Written, deliver};
use super::earlier::is_withdrawal;
use super::heading::heading;
use crate::diary::Sent;
use crate::domain::WeekId;
use crate::i18n::Lang;
use crate::store::Session;
use crate::survey::definition::Definition;
use crate::survey::plaintext::Plaintext;
use crate::survey::response::{Message, Withdrawal};
use chrono::NaiveDateTime;
use std::path::Path;

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
