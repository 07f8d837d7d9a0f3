//! What lies before a week, read only as far as judging the week needs it.

use super::StoreError;
use super::session::Session;
use crate::diary::Profile;
use crate::domain::{Day, WeekId};
use crate::figures::{Baseline, BurdenWeek, Past, SECONDMENT_GAP, WeekFigures};
use chrono::{Days, NaiveDate};

impl Session {
    /// What the burden list has to know of the time before a range of weeks that begins with this one.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn past_before(
        &mut self,
        week: WeekId,
        profile: &Profile,
        baseline: Option<&Baseline>,
    ) -> Result<Past, StoreError> {
        let mut past = self.term_before(week, profile, baseline)?;
        past.secondment = self.secondment_before(week.monday())?;
        Ok(past)
    }

    /// What the burden list has to know of the time before a week. Almost always that is nothing, and nothing is read.
    ///
    /// # Errors
    /// As [`Session::for_each_day`].
    pub fn past(
        &mut self,
        week: &WeekFigures,
        days: &[Day],
        profile: &Profile,
        baseline: Option<&Baseline>,
    ) -> Result<Past, StoreError> {
        let (term, secondment) = BurdenWeek::needs_past(week, days, &profile.rules);
        let mut past = Past::default();
        if term {
            past = self.term_before(week.week, profile, baseline)?;
        }
        if secondment {
            past.secondment = self.secondment_before(week.week.monday())?;
        }
        Ok(past)
    }

    /// The weeks of a week's term before it.
    fn term_before(
        &mut self,
        week: WeekId,
        profile: &Profile,
        baseline: Option<&Baseline>,
    ) -> Result<Past, StoreError> {
        let mut past = Past::default();
        let first = WeekId::of(profile.term_of_week(week)).monday();
        for week in WeekFigures::each(&self.days(first..week.monday())?) {
            let is_baseline = baseline.is_some_and(|b| b.contains(week.week));
            past.take_week(&week, profile.term_of_week(week.week), is_baseline);
        }
        Ok(past)
    }

    /// The latest secondment before a date, if it may still go on. Read back in steps, to its beginning and no further.
    fn secondment_before(&mut self, date: NaiveDate) -> Result<Option<(NaiveDate, NaiveDate)>, StoreError> {
        let mut found = Past::default();
        let mut end = date;
        while let Some(start) = end.checked_sub_days(Days::new(SECONDMENT_GAP)) {
            let mut step = Past::default();
            for day in &self.recorded_days(start..end)? {
                step.take_day(day);
            }
            let Some((first, last)) = step.secondment else {
                break;
            };
            found.secondment = Some((first, found.secondment.map_or(last, |(_, last)| last)));
            end = first;
        }
        Ok(found.secondment)
    }
}
