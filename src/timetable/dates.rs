//! The part of the year in which something holds.

use crate::domain::parse_date;
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// Dates from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// Every year, from a month and day to another, over the turn of the year if the second is the earlier one.
    Yearly(MonthDay, MonthDay),
    /// Once.
    Once(NaiveDate, NaiveDate),
}

/// A day of any year; 29 February is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// No dates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} are no dates: write 05-01..09-30 for every year, or 2026-05-01..2026-09-30 for once")]
pub struct BadDates(pub String);

impl MonthDay {
    /// The day of a date.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self {
            month: date.month(),
            day: date.day(),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let leap_year = parse_date(&format!("2024-{text}")).ok()?;
        Some(Self::of(leap_year))
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl Dates {
    /// Whether a date is one of them.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        match self {
            Self::Once(first, last) => (*first..=*last).contains(&date),
            Self::Yearly(first, last) => {
                let day = MonthDay::of(date);
                if first <= last {
                    (*first..=*last).contains(&day)
                } else {
                    day >= *first || day <= *last
                }
            }
        }
    }
}

impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yearly(first, last) => write!(f, "{first}..{last}"),
            Self::Once(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl FromStr for Dates {
    type Err = BadDates;
    /// Reads what `Display` prints.
    fn from_str(text: &str) -> Result<Self, BadDates> {
        let read = || {
            let (first, last) = text.split_once("..")?;
            let (first, last) = (first.trim(), last.trim());
            if let (Some(first), Some(last)) = (MonthDay::parse(first), MonthDay::parse(last)) {
                return Some(Self::Yearly(first, last));
            }
            let (first, last) = (parse_date(first).ok()?, parse_date(last).ok()?);
            (first <= last).then_some(Self::Once(first, last))
        };
        read().ok_or_else(|| BadDates(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn on(dates: &str, date: &str) -> bool {
        dates.parse::<Dates>().unwrap().contains(date.parse().unwrap())
    }

    #[test]
    fn seasons_may_lie_over_the_turn_of_the_year() {
        assert!(on("05-01..09-30", "2026-05-01") && on("05-01..09-30", "2031-09-30"));
        assert!(!on("05-01..09-30", "2026-10-01"));
        assert!(on("10-01..04-30", "2026-01-15") && on("10-01..04-30", "2026-12-31"));
        assert!(!on("10-01..04-30", "2026-05-01"));
        assert!(on("02-29..03-01", "2027-03-01") && !on("02-29..03-01", "2027-02-28"));
        assert!(on("2026-05-01..2026-09-30", "2026-06-01") && !on("2026-05-01..2026-09-30", "2027-06-01"));
        for bad in [
            "",
            "05-01",
            "5-1..9-30",
            "05-32..06-01",
            "2026-05-01..05-02",
            "2026-05-02..2026-05-01",
        ] {
            assert!(bad.parse::<Dates>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse_of_print(first in 0u64..20_000, more in 0u64..500, yearly: bool) {
            let first = crate::domain::FIRST_DATE + chrono::Days::new(first);
            let last = first + chrono::Days::new(more);
            let dates = if yearly {
                Dates::Yearly(MonthDay::of(first), MonthDay::of(last))
            } else {
                Dates::Once(first, last)
            };
            prop_assert_eq!(dates.to_string().parse(), Ok(dates));
            prop_assert!(dates.contains(first) && dates.contains(last));
        }
    }
}
