//! The ids of blocks.

use super::short::ShortText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a block; unique in a diary.
///
/// Ours are four letters for the date and a number within the day (`fpvk3`), so that a block is found by its id
/// without a search; imported blocks keep the id they came with (1 to 64 of letters, digits, `-` and `_`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlockId(ShortText);

/// Letters for the date: no vowels, so that no word comes out; none that looks like a digit.
const LETTERS: &[u8; 20] = b"bcdfghjkmnpqrstvwxyz";

impl BlockId {
    /// The `serial`-th id of a date.
    #[must_use]
    pub fn of_day(date: NaiveDate, serial: u32) -> Self {
        let letters: String = letters_of(date).into_iter().map(char::from).collect();
        Self(ShortText::new(&format!("{letters}{serial}")))
    }

    /// Takes an id from outside.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then(|| Self(ShortText::new(text)))
    }

    /// The date and serial in an id of our own making; none for others.
    #[must_use]
    pub fn date_and_serial(&self) -> Option<(NaiveDate, u32)> {
        let (letters, _) = self.as_str().split_at_checked(4)?;
        let mut n = 0u64;
        for b in letters.bytes() {
            n = n * 20 + LETTERS.iter().position(|l| *l == b)? as u64;
        }
        let date = super::FIRST_DATE.checked_add_days(chrono::Days::new(n))?;
        let date = super::check_date(date).ok()?;
        Some((date, self.serial_on(date)?))
    }

    /// The serial in an id that this date gave; none for others.
    #[must_use]
    pub fn serial_on(&self, date: NaiveDate) -> Option<u32> {
        let (letters, serial) = self.as_str().split_at_checked(4)?;
        let spelt_so = serial == "0" || serial.starts_with(|c| matches!(c, '1'..='9'));
        if spelt_so && letters.as_bytes() == letters_of(date) {
            serial.parse().ok()
        } else {
            None
        }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// The four letters that stand for a date in the ids that it gives.
fn letters_of(date: NaiveDate) -> [u8; 4] {
    let mut n = usize::try_from((date - super::FIRST_DATE).num_days()).unwrap_or(0);
    let mut letters = [b'b'; 4];
    for slot in letters.iter_mut().rev() {
        *slot = LETTERS[n % 20];
        n /= 20;
    }
    letters
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl TryFrom<&str> for BlockId {
    type Error = String;
    fn try_from(text: &str) -> Result<Self, String> {
        Self::new(text)
            .ok_or_else(|| format!("{text:?} is not a block id: 1 to 64 letters, digits, \"-\" and \"_\""))
    }
}

impl TryFrom<String> for BlockId {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::try_from(text.as_str())
    }
}

impl From<BlockId> for String {
    fn from(id: BlockId) -> Self {
        id.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FIRST_DATE, LAST_DATE};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ids_round_trip(days in 0..=(LAST_DATE - FIRST_DATE).num_days(), serial: u32) {
            let date = FIRST_DATE + chrono::Duration::days(days);
            let id = BlockId::of_day(date, serial);
            prop_assert_eq!(id.date_and_serial(), Some((date, serial)));
            prop_assert_eq!(BlockId::new(id.as_str()), Some(id));
        }

        #[test]
        fn foreign_ids_are_kept_and_never_panic(text in "\\PC{0,70}") {
            if let Some(id) = BlockId::new(&text) {
                prop_assert_eq!(id.as_str(), text);
                let _ = id.date_and_serial();
            }
        }
    }

    #[test]
    fn only_the_canonical_spelling_is_ours() {
        assert_eq!(BlockId::new("bbbb03").unwrap().date_and_serial(), None);
        assert_eq!(
            BlockId::new("bbbb3").unwrap().date_and_serial(),
            Some((FIRST_DATE, 3))
        );
        assert_eq!(
            BlockId::new("zzzz1").unwrap().date_and_serial(),
            None,
            "past 2399"
        );
        assert_eq!(BlockId::new("a b"), None);
    }
}
