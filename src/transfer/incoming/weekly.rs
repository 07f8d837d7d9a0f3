//! On which dates a weekly entry of a timetable file takes place.

use super::Weekly;
use chrono::{Datelike, Days, NaiveDate};

impl Weekly {
    /// Whether it takes place on a date, as far as the file's own dates say: it is the right weekday, not before
    /// [`Weekly::from`] nor after [`Weekly::until`], as many weeks from the first as [`Weekly::every`] says, and no
    /// exception. [`Weekly::weeks`] are not looked at: which they are, only the term says.
    #[must_use]
    pub fn takes_place(&self, date: NaiveDate) -> bool {
        date.weekday() == self.weekday
            && self
                .from
                .is_none_or(|from| from <= date && self.is_its_week(from, date))
            && self.until.is_none_or(|until| date <= until)
            && !self.except.contains(&date)
    }

    fn is_its_week(&self, from: NaiveDate, date: NaiveDate) -> bool {
        let weeks = (monday(date) - monday(from)).num_weeks();
        weeks % i64::from(self.every.max(1)) == 0
    }
}

/// The Monday of a date's week; the date itself where the calendar ends before it.
fn monday(date: NaiveDate) -> NaiveDate {
    let since = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(since)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use crate::domain::Span;
    use crate::timetable::Weeks;
    use crate::transfer::incoming::{Place, Weekly, WeeklyWhen};
    use chrono::{NaiveDate, Weekday};

    #[test]
    fn every_second_tuesday_but_one() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let weekly = Weekly {
            place: Place::Line(1),
            label: "语文".into(),
            class: String::new(),
            weekday: Weekday::Tue,
            when: WeeklyWhen::Clock(Span::clocked(480, 525).unwrap()),
            weeks: Weeks::all(),
            from: Some(date("2026-09-03")), // a Thursday: its week is that of 1 September
            until: Some(date("2026-10-27")),
            every: 2,
            except: vec![date("2026-09-29")],
        };
        let mut days = date("2026-08-01").iter_days().take(120);
        let found: Vec<_> = days
            .by_ref()
            .filter(|d| weekly.takes_place(*d))
            .map(|d| d.to_string())
            .collect();
        assert_eq!(found, ["2026-09-15", "2026-10-13", "2026-10-27"]);
        let always = Weekly {
            from: None,
            until: None,
            ..weekly
        };
        assert!(always.takes_place(date("2026-09-08")) && !always.takes_place(date("2026-09-09")));
        assert!(!always.takes_place(NaiveDate::MIN) || !always.takes_place(NaiveDate::MAX));
    }
}
