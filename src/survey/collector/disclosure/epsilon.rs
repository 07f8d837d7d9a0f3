//! The budget of privacy.

use std::fmt;
use std::str::FromStr;

/// How much anybody can learn about one response at most: the odds of any guess change by `e` to this. In thousandths, so
/// that what is spent adds up exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Epsilon(u32);

/// Not a budget.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a number from 0.01 to 10 with three decimals at most")]
pub struct BadEpsilon(pub String);

impl Epsilon {
    /// Budgets that make sense: below, there is nothing but noise, and above, there is no protection to speak of.
    const RANGE: std::ops::RangeInclusive<u32> = 10..=10_000;

    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// As a number.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left of it, nothing at least.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl FromStr for Epsilon {
    type Err = BadEpsilon;
    fn from_str(text: &str) -> Result<Self, BadEpsilon> {
        let bad = || BadEpsilon(text.chars().take(20).collect());
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || decimals.len() > 3 || !is_number(whole) || !is_number(decimals) {
            return Err(bad());
        }
        let thousandths = format!("{whole}{decimals:0<3}").parse().map_err(|_| bad())?;
        Self::RANGE
            .contains(&thousandths)
            .then_some(Self(thousandths))
            .ok_or_else(bad)
    }
}

impl fmt::Display for Epsilon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_a_decimal_number() {
        for (text, thousandths) in [
            ("1", 1000),
            ("0.5", 500),
            ("0.01", 10),
            ("2.125", 2125),
            ("10", 10_000),
        ] {
            let epsilon: Epsilon = text.parse().unwrap();
            assert_eq!(epsilon, Epsilon(thousandths));
            assert_eq!(epsilon.to_string(), text);
        }
        for text in [
            "",
            ".",
            "0",
            "0.001",
            "10.001",
            "-1",
            "1e1",
            "1.2345",
            "1,5",
            "NaN",
            " 1",
            "99999999999",
        ] {
            assert!(text.parse::<Epsilon>().is_err(), "{text}");
        }
    }
}
