//! Text that is nearly always short, kept without memory of its own.

use std::cmp::Ordering;
use std::fmt;

/// The most bytes that are kept in place: with them the value is as large as a `String`.
const ROOM: usize = 22;

/// The codes and ids of a diary, of which years hold hundreds of thousands.
///
/// A text has one form only, so that equal texts are equal values.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct ShortText(Form);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    /// Zeros follow the text.
    Here { length: u8, bytes: [u8; ROOM] },
    /// What does not fit in place.
    Apart(Box<str>),
}

impl ShortText {
    /// Takes a text of any length.
    pub(super) fn new(text: &str) -> Self {
        let mut bytes = [0; ROOM];
        match (u8::try_from(text.len()), bytes.get_mut(..text.len())) {
            (Ok(length), Some(place)) => {
                place.copy_from_slice(text.as_bytes());
                Self(Form::Here { length, bytes })
            }
            _ => Self(Form::Apart(text.into())),
        }
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        match &self.0 {
            Form::Here { .. } => std::str::from_utf8(self.as_bytes()).unwrap_or_default(), // it was text
            Form::Apart(text) => text,
        }
    }

    fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Form::Here { length, bytes } => &bytes[..usize::from(*length)],
            Form::Apart(text) => text.as_bytes(),
        }
    }
}

impl Ord for ShortText {
    /// As `str` orders.
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialOrd for ShortText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_takes_no_more_room_than_a_string() {
        assert_eq!(size_of::<ShortText>(), size_of::<String>());
    }

    proptest! {
        #[test]
        fn it_is_the_text_and_compares_as_it(a in "\\PC{0,9}|[a-z]{18,26}", b in "\\PC{0,9}|[a-z]{18,26}") {
            let (short_a, short_b) = (ShortText::new(&a), ShortText::new(&b));
            prop_assert_eq!(short_a.as_str(), &a);
            prop_assert_eq!(short_a.cmp(&short_b), a.cmp(&b));
            prop_assert_eq!(short_a == short_b, a == b);
            prop_assert_eq!(ShortText::new(&a), short_a);
        }
    }
}
