//! The short form of a definition's hash.

use crate::domain::DefinitionHash;
use std::fmt;

/// Thirty decimal digits of the hash of a definition, in groups of five, for reading out:
/// `48210 93755 60123 99871 04417 35520`.
///
/// Some 99 bits. Nobody can make another definition with the fingerprint of one that is out. A coordinator who wants two of
/// their own with one fingerprint, to tell one teacher from the others by the definition, has to try some 2⁵⁰.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of a hash: its first 16 bytes as a number, of which the last thirty digits.
    #[must_use]
    pub fn of(hash: DefinitionHash) -> Self {
        let first = hash.bytes()[..16].iter().fold(0, |n, b| n << 8 | u128::from(*b));
        Self(first % 10_u128.pow(30))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:030}", self.0);
        let groups: Vec<&str> = (0..6).map(|i| &digits[i * 5..i * 5 + 5]).collect();
        f.pad(&groups.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_four_groups_of_digits() {
        let of = |byte: u8| Fingerprint::of(DefinitionHash::new([byte; 32])).to_string();
        assert_eq!(of(0), "00000 00000 00000 00000 00000 00000");
        // 2^128 - 1 = 340282366920938463463374607431768211455
        assert_eq!(of(255), "92093 84634 63374 60743 17682 11455");
    }
}
