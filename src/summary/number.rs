//! Numbers in words: rounded as everywhere, a minus sign that is one.

use crate::figures::{hundredths_half_up, tenths_half_up};

/// The sign of a number below zero: U+2212, as wide as the plus.
const MINUS: &str = "\u{2212}";

/// A number with one decimal, halves upwards: `47.3`, `−0.5`.
#[must_use]
pub fn one_decimal(number: f64) -> String {
    let tenths = tenths_half_up(number);
    format!("{}{}", minus(tenths), unsigned_tenths(tenths))
}

/// A number with one decimal where it needs one: `47.3`, `45`.
#[must_use]
pub fn short_decimal(number: f64) -> String {
    let words = one_decimal(number);
    words.strip_suffix(".0").map_or(words.clone(), str::to_owned)
}

/// A number with two decimals at most: `2.67`, `3`.
#[must_use]
pub(super) fn two_decimals(number: f64) -> String {
    let hundredths = hundredths_half_up(number);
    let size = hundredths.unsigned_abs();
    let digits = format!("{}.{:02}", size / 100, size % 100);
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    format!("{}{digits}", minus(hundredths))
}

/// A whole number with its sign: `+45`, `−45`.
#[must_use]
pub fn signed(number: i64) -> String {
    format!("{}{}", sign(number), number.unsigned_abs())
}

/// A number with one decimal and its sign: `+4.0`, `−12.3`.
#[must_use]
pub fn signed_decimal(number: f64) -> String {
    let tenths = tenths_half_up(number);
    format!("{}{}", sign(tenths), unsigned_tenths(tenths))
}

/// The sign of a number that says how much more or less something is: `+` or `−`.
#[must_use]
pub const fn sign(number: i64) -> &'static str {
    if number < 0 { MINUS } else { "+" }
}

/// The sign of a number where only less than nothing has one.
#[must_use]
pub(super) const fn minus(number: i64) -> &'static str {
    if number < 0 { MINUS } else { "" }
}

fn unsigned_tenths(tenths: i64) -> String {
    let size = tenths.unsigned_abs();
    format!("{}.{}", size / 10, size % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_half_up_and_signed_with_a_minus_sign() {
        assert_eq!(
            [47.25, 47.0, -0.25, -0.04].map(one_decimal),
            ["47.3", "47.0", "−0.3", "0.0"]
        );
        assert_eq!([47.25, 47.0, 10.0].map(short_decimal), ["47.3", "47", "10"]);
        assert_eq!(
            [2.125, 3.0, -1.5, -0.001].map(two_decimals),
            ["2.13", "3", "−1.5", "0"]
        );
        assert_eq!([45, -45].map(signed), ["+45", "−45"]);
        assert_eq!(
            [4.0, -12.25, -0.04].map(signed_decimal),
            ["+4.0", "−12.3", "+0.0"]
        );
    }
}
