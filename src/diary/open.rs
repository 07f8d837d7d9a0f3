//! Which school days are still open: not signed off.

use super::Diary;
use crate::domain::{Day, WeekId};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

impl Diary {
    /// The school days of a range that are not closed, by date. Nobody kept a diary before the first day of the range
    /// with an entry or a signature: those days are not open, but for the week in which the range ends, which whoever
    /// begins a diary in can still fill.
    #[must_use]
    pub fn open_days(&self, range: &RangeInclusive<NaiveDate>) -> Vec<NaiveDate> {
        let is_kept = |d: &&Day| range.contains(&d.date) && (d.closed || !d.blocks().is_empty());
        let kept = self.days().find(is_kept).map(|d| d.date);
        let this_week = WeekId::of(*range.end()).monday();
        let first = kept
            .map_or(this_week, |kept| kept.min(this_week))
            .max(*range.start());
        let dates = first.iter_days().take_while(|d| d <= range.end());
        dates.filter(|d| self.is_open(*d)).collect()
    }

    /// Whether a date is a school day that is not closed.
    #[must_use]
    pub fn is_open(&self, date: NaiveDate) -> bool {
        let day = self.day(date);
        day.is_school() && !day.closed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DayKind;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn open_are_the_school_days_from_the_first_one_kept() {
        let range = date("2026-11-01")..=date("2026-11-20");
        let mut diary = Diary::default();
        assert_eq!(diary.open_days(&range).len(), 5, "the week of the twentieth");
        diary.day_mut(date("2026-11-12")).closed = true;
        diary
            .day_mut(date("2026-11-17"))
            .mark(DayKind::Off(Some("sick".into())));
        diary.day_mut(date("2026-11-14")).mark(DayKind::School);
        diary.day_mut(date("2026-11-03")).mark(DayKind::Off(None));
        diary.day_mut(date("2026-11-23")).mark(DayKind::School);
        let open: Vec<String> = diary.open_days(&range).iter().map(ToString::to_string).collect();
        let expected = ["13", "14", "16", "18", "19", "20"].map(|d| format!("2026-11-{d}"));
        assert_eq!(open, expected);
    }
}
