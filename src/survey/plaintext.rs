//! What is sealed: a message as JSON, padded to one size.

use super::response::{Heading, Message};
use crate::diary::Sent;

/// The bytes that are sealed, shown before they are: nothing else can be, so that what was shown is what is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Plaintext {
    bytes: Vec<u8>,
    /// How much of it is the message.
    length: usize,
    heading: Heading,
}

impl Plaintext {
    /// The size of every plaintext, in bytes. The longest message that a definition can ask for fits; a test holds it.
    pub const SIZE: usize = Sent::MOST_BYTES;

    /// A message, padded with spaces: JSON may have any after its end.
    ///
    /// # Panics
    /// Never: no message is longer.
    #[must_use]
    #[expect(clippy::expect_used, reason = "strings and numbers are always JSON")]
    pub fn of(message: &Message) -> Self {
        let mut bytes = serde_json::to_vec(message).expect("strings and numbers");
        let length = bytes.len();
        assert!(length < Self::SIZE, "a message of {length} bytes");
        bytes.resize(Self::SIZE - 1, b' ');
        bytes.push(b'\n');
        Self {
            bytes,
            length,
            heading: *message.heading(),
        }
    }

    /// Which response it is, or withdraws.
    #[must_use]
    pub const fn heading(&self) -> &Heading {
        &self.heading
    }

    /// All of it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The message, without what follows it.
    #[must_use]
    pub fn json(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default() // serde_json writes UTF-8
    }

    /// How many spaces follow the message, the line end at the very end counted in.
    #[must_use]
    pub const fn padding(&self) -> usize {
        Self::SIZE - self.length
    }
}

impl std::fmt::Debug for Plaintext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Plaintext({})", self.json())
    }
}
