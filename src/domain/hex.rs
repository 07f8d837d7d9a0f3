//! Bytes as hexadecimal digits, small letters.

use std::fmt::Write;

/// Writes bytes as digits, two a byte.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            let _ = write!(out, "{byte:02x}"); // writing to a string cannot fail
            out
        })
}

/// Reads exactly `N` bytes from small digits; none for anything else, so that each value has one spelling.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let is_small = |d: &u8| d.is_ascii_digit() || (b'a'..=b'f').contains(d);
    if digits.len() != N * 2 || !digits.iter().all(is_small) {
        return None;
    }
    let mut out = [0; N];
    for (byte, pair) in out.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reading_is_the_inverse_of_writing(bytes: [u8; 16]) {
            let text = to_hex(&bytes);
            prop_assert_eq!(from_hex::<16>(&text), Some(bytes));
            prop_assert_eq!(from_hex::<15>(&text), None);
        }

        #[test]
        fn each_value_has_one_spelling(text in "\\PC{0,6}") {
            if let Some(bytes) = from_hex::<2>(&text) {
                prop_assert_eq!(to_hex(&bytes), text);
            }
        }
    }

    #[test]
    fn capitals_and_signs_are_no_digits() {
        for text in ["AB", "+1", "0x", "g0", "é"] {
            assert_eq!(from_hex::<1>(text), None, "{text}");
        }
    }
}
