//! The coordinator's key pair: the public half stands in the definition, the private half opens the responses.

mod file;

pub use file::{KeyFault, KeyFile, KeyFileError};

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519;
use std::fmt;
use std::io::Write;
use std::str::FromStr;

/// The public half of a key pair, `age1…`: what is sealed to it, only the private half opens.
#[derive(Clone)]
pub struct Recipient {
    key: x25519::Recipient,
    text: String,
}

/// Not the public half of an age key pair.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the public key of an age key pair, which begins with age1")]
pub struct BadRecipient;

impl Recipient {
    pub(super) const fn key(&self) -> &x25519::Recipient {
        &self.key
    }
}

impl FromStr for Recipient {
    type Err = BadRecipient;
    fn from_str(text: &str) -> Result<Self, BadRecipient> {
        let key: x25519::Recipient = text.parse().map_err(|_| BadRecipient)?;
        // One spelling: what a person compares is what is used.
        (key.to_string() == text)
            .then(|| Self {
                key,
                text: text.to_owned(),
            })
            .ok_or(BadRecipient)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({self})")
    }
}

impl PartialEq for Recipient {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Recipient {}

/// A new key pair.
pub struct KeyPair(x25519::Identity);

impl KeyPair {
    /// Makes one.
    #[must_use]
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The public half.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        let key = self.0.to_public();
        let text = key.to_string();
        Recipient { key, text }
    }

    /// The private half, as the age library takes it.
    pub(in crate::survey) const fn identity(&self) -> &x25519::Identity {
        &self.0
    }

    /// What the file of the private half holds, as `age-keygen` writes it; with a passphrase, sealed with that, as text
    /// that any age tool takes for a key file.
    ///
    /// # Errors
    /// Why it could not be sealed.
    pub fn file(&self, passphrase: Option<&str>) -> std::io::Result<Vec<u8>> {
        let (public, private) = (self.recipient(), self.0.to_string());
        let plain = SecretString::from(format!("# public key: {public}\n{}\n", private.expose_secret()));
        let Some(passphrase) = passphrase else {
            return Ok(plain.expose_secret().as_bytes().to_vec());
        };
        let encryptor = age::Encryptor::with_user_passphrase(SecretString::from(passphrase.to_owned()));
        let armor = age::armor::ArmoredWriter::wrap_output(Vec::new(), age::armor::Format::AsciiArmor)?;
        let mut out = encryptor.wrap_output(armor)?;
        out.write_all(plain.expose_secret().as_bytes())?;
        out.finish()?.finish()
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyPair({})", self.recipient())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipient_has_one_spelling() {
        let recipient = KeyPair::generate().recipient();
        assert_eq!(recipient.to_string().parse(), Ok(recipient.clone()));
        let capitals = recipient.to_string().to_uppercase();
        for text in [
            capitals.as_str(),
            "",
            "age1",
            "age1qqqq",
            &format!(" {recipient}"),
        ] {
            assert_eq!(text.parse::<Recipient>(), Err(BadRecipient), "{text}");
        }
    }

    #[test]
    fn the_private_half_opens_what_is_sealed_to_the_public_one() {
        let pair = KeyPair::generate();
        let file = String::from_utf8(pair.file(None).unwrap()).unwrap();
        let private: x25519::Identity = file.lines().last().unwrap().parse().unwrap();
        assert_eq!(
            private.to_public().to_string(),
            pair.identity().to_public().to_string()
        );
        let sealed = age::encrypt(pair.recipient().key(), b"week").unwrap();
        assert_eq!(age::decrypt(&private, &sealed).unwrap(), b"week");
        assert!(!format!("{pair:?}").contains("SECRET"));
    }
}
