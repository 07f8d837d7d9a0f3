//! What was written before.

use crate::diary::Sent;
use crate::domain::{DefinitionHash, WeekId};
use crate::store::{Session, StoreError};
use crate::survey::plaintext::Plaintext;
use crate::survey::response::Message;
use std::collections::BTreeMap;

/// Whether an entry of the history is a withdrawal.
#[must_use]
pub fn is_withdrawal(sent: &Sent) -> bool {
    matches!(serde_json::from_str(&sent.content), Ok(Message::Withdrawal(_)))
}

/// What the other surveys are called that a response for this week was written to, and not taken back: by their numbers,
/// the two can be told to be of one teacher.
pub(super) fn answered_elsewhere(
    session: &mut Session,
    survey: DefinitionHash,
    week: WeekId,
) -> Result<impl Iterator<Item = String>, StoreError> {
    let others = session.sent_for(week)?.into_iter().filter(|s| s.survey != survey);
    // By revision: the last of each survey stays.
    let latest: BTreeMap<DefinitionHash, Sent> = others.map(|s| (s.survey, s)).collect();
    let answered = latest.into_values().filter(|sent| !is_withdrawal(sent));
    Ok(answered.map(|sent| sent.title))
}

/// Whether an entry of the history says what would be sent now, but for the revision.
pub(super) fn says_the_same(sent: &Sent, plaintext: &Plaintext) -> bool {
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
