//! What lies before a week and decides how the burden list judges it.

use super::super::WeekFigures;
use super::super::known::Known;
use crate::domain::Day;
use crate::timetable::LONGEST_BREAK;
use chrono::{Days, NaiveDate};

/// After so many days without a secondment block another secondment begins.
pub const SECONDMENT_GAP: u64 = LONGEST_BREAK;

/// What is known of the time before a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Past {
    /// The first and the last date of the latest secondment.
    pub secondment: Option<(NaiveDate, NaiveDate)>,
    /// The first day of the term that the weeks below lie in.
    pub term: Option<NaiveDate>,
    /// The weeks of the term in which something is logged and that are no baseline weeks.
    pub weeks: u32,
    /// The inspections in them.
    pub inspections: u32,
}

impl Past {
    /// The first date of a secondment that a date belongs to, if it goes on with that of the past.
    #[must_use]
    pub fn seconded_since(&self, date: NaiveDate) -> Option<NaiveDate> {
        let (first, last) = self.secondment?;
        let until = last.checked_add_days(Days::new(SECONDMENT_GAP)).unwrap_or(last);
        (date <= until).then_some(first)
    }

    /// Takes in a day: its secondment goes on with the past's or begins another.
    pub fn take_day(&mut self, day: &Day) {
        if has_secondment(day) {
            let first = self.seconded_since(day.date).unwrap_or(day.date);
            self.secondment = Some((first, day.date));
        }
    }

    /// Takes in a week of a term that begins on `term`; another term begins to count anew. `is_baseline` is whether the
    /// baseline rests on it.
    pub fn take_week(&mut self, week: &WeekFigures, term: NaiveDate, is_baseline: bool) {
        if self.term != Some(term) {
            (self.term, self.weeks, self.inspections) = (Some(term), 0, 0);
        }
        if week.is_logged() && !is_baseline {
            self.weeks += 1;
            self.inspections += inspections(week);
        }
    }
}

/// Whether a day has a secondment block.
pub(super) fn has_secondment(day: &Day) -> bool {
    let is = |b: &crate::domain::Block| !b.parallel && Known::SECONDMENT.is(&b.activity);
    day.blocks().iter().any(is)
}

/// The inspections of a week.
pub(super) fn inspections(week: &WeekFigures) -> u32 {
    let inspections = Known::INSPECTION.activity();
    let tally = inspections.and_then(|activity| week.by_activity.get(&activity));
    tally.map_or(0, |tally| tally.blocks)
}
