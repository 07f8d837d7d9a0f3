//! The weekdays that a school teaches on.

use super::DayKind;
use chrono::{Datelike, NaiveDate, Weekday};
use std::fmt;
use std::str::FromStr;

/// Which weekdays are school days, where a day is not marked otherwise; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolDays([bool; 7]);

/// The weekdays as files write them, Monday first.
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// No list of weekdays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no list of weekdays: write it like mon,tue,wed,thu,fri, each day once")]
pub struct BadSchoolDays(pub String);

impl SchoolDays {
    /// Monday to Friday: what holds where nothing else is said, and what a day without a mark is.
    pub const USUAL: Self = Self([true, true, true, true, true, false, false]);

    /// From a flag for each weekday, Monday first; none where no day is set.
    #[must_use]
    pub fn from_flags(flags: [bool; 7]) -> Option<Self> {
        flags.contains(&true).then_some(Self(flags))
    }

    /// Whether a weekday is a school day.
    #[must_use]
    pub fn contains(self, weekday: Weekday) -> bool {
        (0u32..)
            .zip(self.0)
            .any(|(n, on)| on && n == weekday.num_days_from_monday())
    }

    /// What a date is under this pattern, unless it is marked otherwise.
    #[must_use]
    pub fn kind(self, date: NaiveDate) -> DayKind {
        if self.contains(date.weekday()) {
            DayKind::School
        } else {
            DayKind::Off(None)
        }
    }

    /// Whether it is Monday to Friday.
    #[must_use]
    pub fn is_usual(self) -> bool {
        self == Self::USUAL
    }

    /// The names of its days, Monday first.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES
            .into_iter()
            .zip(self.0)
            .filter(|(_, on)| *on)
            .map(|(name, _)| name)
    }
}

impl Default for SchoolDays {
    fn default() -> Self {
        Self::USUAL
    }
}

impl fmt::Display for SchoolDays {
    /// `mon,tue,wed,thu,fri`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names().collect::<Vec<_>>().join(","))
    }
}

impl FromStr for SchoolDays {
    type Err = BadSchoolDays;
    /// Reads what `Display` prints, in any order.
    fn from_str(text: &str) -> Result<Self, BadSchoolDays> {
        let read = || {
            let mut flags = [false; 7];
            for name in text.split(',') {
                let at = NAMES.iter().position(|n| *n == name.trim())?;
                if std::mem::replace(&mut flags[at], true) {
                    return None;
                }
            }
            Self::from_flags(flags)
        };
        read().ok_or_else(|| BadSchoolDays(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_without_a_mark_is_what_the_usual_pattern_says() {
        for date in "2026-11-16".parse::<NaiveDate>().unwrap().iter_days().take(7) {
            assert_eq!(SchoolDays::USUAL.kind(date), DayKind::default_for(date));
        }
        assert_eq!(NAMES, crate::settings::WEEKDAYS);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for bad in ["", "mon,mon", "mo", "mon;tue", "mon,", "Mon"] {
            assert!(bad.parse::<SchoolDays>().is_err(), "{bad}");
        }
        assert_eq!(SchoolDays::from_flags([false; 7]), None);
    }

    proptest! {
        #[test]
        fn parse_is_the_inverse_of_print(flags: [bool; 7]) {
            if let Some(days) = SchoolDays::from_flags(flags) {
                prop_assert_eq!(days.to_string().parse(), Ok(days));
            }
        }
    }
}
