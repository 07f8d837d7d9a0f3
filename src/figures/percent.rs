//! Percentages that a goal can have.

use crate::i18n::half_width;
use std::fmt;

/// A percentage from 0 to 100 in hundredths of a percent; the reduction a goal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u32);

/// Not a percentage a goal can have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a percentage: write a number from 0 to 100, like 15 or 12.5")]
pub struct BadPercent(pub String);

impl Percent {
    /// The 15 % of the policy.
    pub const POLICY: Self = Self(1500);

    /// What the policy asks for in reports and forms.
    pub const REPORTS: Self = Self(3000);

    /// What the policy asks for in messages with parents.
    pub const PARENTS: Self = Self(2000);

    /// What the policy asks for in the number of all-staff meetings.
    pub const STAFF_MEETINGS: Self = Self(2000);

    /// What the policy asks for in the number of inspections.
    pub const INSPECTIONS: Self = Self(5000);

    /// Nothing.
    pub const NONE: Self = Self(0);

    /// From hundredths of a percent.
    #[must_use]
    pub const fn from_hundredths(hundredths: u32) -> Option<Self> {
        if hundredths <= 10_000 {
            Some(Self(hundredths))
        } else {
            None
        }
    }

    /// Hundredths of a percent.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// As a fraction of 1: 15 % is 0.15.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl std::str::FromStr for Percent {
    type Err = BadPercent;
    /// Reads `15`, `12.5`, `15%`, in characters of either width.
    fn from_str(text: &str) -> Result<Self, BadPercent> {
        let parse = || {
            let narrow = |c: char| if c == '。' { '.' } else { half_width(c) };
            let plain: String = text.chars().map(narrow).collect();
            let number = plain.trim().trim_end_matches('%').trim_end();
            let (whole, rest) = number.split_once('.').unwrap_or((number, "0"));
            let digits = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
            if !digits(whole) || !digits(rest) || rest.len() > 2 {
                return None;
            }
            let scale = if rest.len() == 1 { 10 } else { 1 };
            Self::from_hundredths(whole.parse::<u32>().ok()? * 100 + rest.parse::<u32>().ok()? * scale)
        };
        parse().ok_or_else(|| BadPercent(text.to_owned()))
    }
}

impl fmt::Display for Percent {
    /// `15`, `12.5`, without a sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_read_and_print() {
        for (text, hundredths) in [
            ("15", 1500),
            ("12.5", 1250),
            ("7.25%", 725),
            ("100", 10_000),
            ("0", 0),
        ] {
            let p: Percent = text.parse().unwrap();
            assert_eq!(p.hundredths(), hundredths);
            assert_eq!(p.to_string(), text.trim_end_matches('%'));
        }
        for (typed, hundredths) in [("１５", 1500), ("１２．５％", 1250), ("12。5", 1250)] {
            assert_eq!(typed.parse::<Percent>().unwrap().hundredths(), hundredths);
        }
        for bad in ["", "-1", "101", "1.234", "15x", "1e1", ".5", "100.01"] {
            assert!(bad.parse::<Percent>().is_err(), "{bad}");
        }
    }
}
