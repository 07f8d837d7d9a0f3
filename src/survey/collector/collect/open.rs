//! One sealed message opened: decrypted, read, held against the definition, and cut down to a row.

use super::head::{ARMOR, MOST_OPENED, MOST_SEALED, check};
use super::reason::Reason;
use crate::domain::WeekId;
use crate::survey::collector::row::Row;
use crate::survey::definition::Definition;
use crate::survey::{Heading, KeyPair, Message};
use age::{DecryptError, Decryptor, Identity};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::Read;

/// The first half of the SHA-256 of something.
pub(super) type Mark = [u8; 16];

/// What a message comes to.
#[derive(Debug)]
pub(super) enum Opened {
    /// A response of a week.
    Row(WeekId, Box<Row>),
    /// That one is taken back.
    Withdrawal(Heading),
}

/// Opens messages with the key of a survey.
pub(super) struct Opener {
    identity: age::x25519::Identity,
    definition: Definition,
}

impl Opener {
    /// None where the key is not that of the survey.
    pub(super) fn new(key: &KeyPair, definition: &Definition) -> Option<Self> {
        (key.recipient() == definition.recipient).then(|| Self {
            identity: key.identity().clone(),
            definition: definition.clone(),
        })
    }

    /// Opens what [`bare`] gave.
    pub(super) fn open(&self, sealed: &[u8]) -> Result<Opened, Reason> {
        check(sealed)?;
        let message = Message::read(&self.decrypt(sealed)?, &self.definition)?;
        Ok(match message {
            Message::Response(response) => {
                let row = Row::of(&response, &self.definition);
                Opened::Row(response.heading.week, Box::new(row))
            }
            Message::Withdrawal(withdrawal) => Opened::Withdrawal(withdrawal.heading),
        })
    }

    fn decrypt(&self, sealed: &[u8]) -> Result<Vec<u8>, Reason> {
        let failed = |why: &DecryptError| match why {
            DecryptError::NoMatchingKeys => Reason::WrongKey,
            _ => Reason::Damaged,
        };
        let file = Decryptor::new_buffered(sealed).map_err(|e| failed(&e))?;
        let identity: &dyn Identity = &self.identity;
        let opened = file.decrypt(std::iter::once(identity)).map_err(|e| failed(&e))?;
        let mut out = Vec::with_capacity(sealed.len());
        let read = opened.take(MOST_OPENED as u64 + 1).read_to_end(&mut out);
        read.map_err(|_| Reason::Damaged)?;
        if out.len() > MOST_OPENED {
            return Err(Reason::TooLarge);
        }
        Ok(out)
    }
}

/// A sealed message without the armour that it may have been put into for a mail.
pub(super) fn bare(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Reason> {
    if !bytes.starts_with(ARMOR) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut out = Vec::with_capacity(bytes.len());
    let bare = age::armor::ArmoredReader::new(bytes).take(MOST_SEALED as u64 + 1);
    { bare }.read_to_end(&mut out).map_err(|_| Reason::Damaged)?;
    Ok(Cow::Owned(out))
}

/// The mark of a content.
pub(super) fn mark(content: &[u8]) -> Mark {
    first_half(Sha256::digest(content).into())
}

/// The first half of a hash.
pub(super) fn first_half(hash: [u8; 32]) -> Mark {
    let mut out = [0; 16];
    out.copy_from_slice(&hash[..16]);
    out
}
