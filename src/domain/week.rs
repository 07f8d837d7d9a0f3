//! ISO 8601 weeks.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The weekdays, Monday first.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// A week from Monday to Sunday, written `2026-W47`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct WeekId {
    monday: NaiveDate,
}

/// Not an ISO week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a week: write it like 2026-W47")]
pub struct BadWeek(pub String);

impl WeekId {
    /// The week that a date lies in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let back = u64::from(date.weekday().num_days_from_monday());
        Self {
            monday: date.checked_sub_days(Days::new(back)).unwrap_or(date),
        }
    }

    /// Its Monday.
    #[must_use]
    pub const fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its Sunday.
    #[must_use]
    pub fn sunday(self) -> NaiveDate {
        self.monday + Days::new(6)
    }

    /// Its seven dates, Monday first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.monday.iter_days().take(7)
    }

    /// The week `weeks` later; earlier if negative. None outside chrono's dates.
    #[must_use]
    pub fn offset(self, weeks: i64) -> Option<Self> {
        let days = chrono::Duration::try_weeks(weeks)?;
        self.monday.checked_add_signed(days).map(|monday| Self { monday })
    }
}

impl fmt::Display for WeekId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let w = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", w.year(), w.week())
    }
}

impl FromStr for WeekId {
    type Err = BadWeek;
    fn from_str(text: &str) -> Result<Self, BadWeek> {
        let parse = || {
            let (year, week) = text.split_once("-W")?;
            let digits = |s: &str, n| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
            if !digits(year, 4) || !digits(week, 2) {
                return None;
            }
            let monday = NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)?;
            let in_range =
                super::check_date(monday).is_ok() && super::check_date(monday + Days::new(6)).is_ok();
            in_range.then_some(Self { monday })
        };
        parse().ok_or_else(|| BadWeek(text.to_owned()))
    }
}

impl From<WeekId> for String {
    fn from(week: WeekId) -> Self {
        week.to_string()
    }
}

impl TryFrom<String> for WeekId {
    type Error = BadWeek;
    fn try_from(text: String) -> Result<Self, BadWeek> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn iso_weeks_at_the_turn_of_the_year() {
        let of = |d: &str| WeekId::of(d.parse().unwrap()).to_string();
        assert_eq!(of("2026-11-20"), "2026-W47");
        assert_eq!(of("2027-01-03"), "2026-W53");
        assert_eq!(of("2024-12-30"), "2025-W01");
        assert!("2025-W53".parse::<WeekId>().is_err(), "2025 has 52 weeks");
        assert!("2026-w47".parse::<WeekId>().is_err());
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse_of_print(days in 4i64..150_000) {
            let date = crate::domain::FIRST_DATE + chrono::Duration::days(days);
            let week = WeekId::of(date);
            prop_assert!(week.days().any(|d| d == date));
            prop_assert_eq!(week.to_string().parse::<WeekId>().unwrap(), week);
        }
    }
}
