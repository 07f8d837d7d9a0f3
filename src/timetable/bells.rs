//! A school's bell schedules: one for summer, one for winter, or one for all the year.

use super::Dates;
use crate::domain::BellSchedule;
use chrono::NaiveDate;

/// A bell schedule with the dates on which it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bells {
    /// What the school calls it: summer, winter; perhaps empty.
    pub name: String,
    /// When it holds; none for whenever no other does.
    pub dates: Option<Dates>,
    /// The periods.
    pub schedule: BellSchedule,
}

impl Bells {
    /// The bells of a school that has the same all the year.
    #[must_use]
    pub const fn all_year(schedule: BellSchedule) -> Self {
        Self {
            name: String::new(),
            dates: None,
            schedule,
        }
    }
}

/// The schedule that holds on a date: the first whose dates say so, else the first without dates, else the first; none
/// where there are none.
#[must_use]
pub fn bells_on(bells: &[Bells], date: NaiveDate) -> Option<&BellSchedule> {
    let says_so = |b: &&Bells| b.dates.is_some_and(|d| d.contains(date));
    let dated = bells.iter().find(says_so);
    let undated = || bells.iter().find(|b| b.dates.is_none());
    let found = dated.or_else(undated).or_else(|| bells.first());
    found.map(|b| &b.schedule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_decides_which_bells_ring() {
        let bells = |name: &str, dates: Option<&str>, schedule| Bells {
            name: name.to_owned(),
            dates: dates.map(|d| d.parse().unwrap()),
            schedule,
        };
        let both = [
            bells("winter", None, BellSchedule::usual()),
            bells("summer", Some("05-01..09-30"), BellSchedule::primary()),
        ];
        let on = |date: &str| bells_on(&both, date.parse().unwrap());
        assert_eq!(on("2026-06-01"), Some(&BellSchedule::primary()));
        assert_eq!(on("2026-11-20"), Some(&BellSchedule::usual()));
        assert_eq!(
            bells_on(&both[1..], "2026-11-20".parse().unwrap()),
            on("2026-06-01")
        );
        assert_eq!(bells_on(&[], "2026-11-20".parse().unwrap()), None);
    }
}
