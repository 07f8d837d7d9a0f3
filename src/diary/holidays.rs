//! Days off that a term brings with it.

use super::Operation;
use crate::domain::DayKind;
use crate::timetable::Term;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

impl Operation {
    /// Marks the days off that the new terms have and the old ones had not, with their reasons, but for days that are
    /// marked as something already; nothing where there are none. A reason that is too long for a day is left out.
    #[must_use]
    pub fn holidays(old: &[Term], new: &[Term], is_marked: impl Fn(NaiveDate) -> bool) -> Self {
        let (old, new) = (days_off(old), days_off(new));
        let is_new = |(date, _): &(NaiveDate, &str)| !old.contains_key(date) && !is_marked(*date);
        let mark = |(date, reason): (NaiveDate, &str)| Self::Mark {
            date,
            kind: DayKind::off(reason).unwrap_or(DayKind::Off(None)),
        };
        Self::All(new.into_iter().filter(is_new).map(mark).collect())
    }
}

/// The days off of all terms with their reasons.
fn days_off(terms: &[Term]) -> BTreeMap<NaiveDate, &str> {
    let holidays = terms.iter().flat_map(|t| &t.holidays);
    holidays
        .flat_map(|(days, reason)| {
            let count = (*days.end() - *days.start()).num_days();
            let dates = (0..=u64::try_from(count).unwrap_or(0))
                .map_while(|n| days.start().checked_add_days(Days::new(n)));
            dates.map(move |date| (date, reason.as_str()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn term(holidays: &[(&str, &str, &str)]) -> Term {
        let holiday = |(first, last, why): &(&str, &str, &str)| (date(first)..=date(last), (*why).to_owned());
        Term {
            name: String::new(),
            days: date("2026-08-31")..=date("2027-01-22"),
            holidays: holidays.iter().map(holiday).collect(),
        }
    }

    #[test]
    fn only_new_days_off_are_marked() {
        let old = [term(&[("2026-10-01", "2026-10-07", "国庆节")])];
        let new = [term(&[
            ("2026-10-01", "2026-10-08", "国庆节"),
            ("2026-12-31", "2027-01-02", "元旦"),
        ])];
        let marks = Operation::holidays(&old, &new, |d| d == date("2027-01-01"));
        let dates: Vec<String> = marks.marks().iter().map(ToString::to_string).collect();
        assert_eq!(dates, ["2026-10-08", "2026-12-31", "2027-01-02"]);
        assert_eq!(Operation::holidays(&new, &new, |_| false).dates(), None);
        let Operation::All(operations) = marks else {
            panic!()
        };
        let kind = DayKind::off("国庆节").unwrap();
        assert_eq!(
            operations[0],
            Operation::Mark {
                date: date("2026-10-08"),
                kind
            }
        );
    }
}
