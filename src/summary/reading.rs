//! Summaries read from the store.

use super::{TrendMaker, TrendSummary, WeekSummary};
use crate::diary::Profile;
use crate::domain::WeekId;
use crate::figures::WeekFigures;
use crate::store::{Session, StoreError};
use std::ops::RangeInclusive;

impl WeekSummary {
    /// Reads what a week came to.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn read(session: &mut Session, week: WeekId, profile: &Profile) -> Result<Self, StoreError> {
        let days = session.days(week.monday()..=week.sunday())?;
        let baseline = session.baseline(profile)?;
        let past = session.past(&WeekFigures::of(week, &days), &days, profile, baseline.as_ref())?;
        Ok(Self::of(week, &days, profile, baseline, past))
    }
}

impl TrendSummary {
    /// Reads what a range of weeks came to.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn read(
        session: &mut Session,
        range: RangeInclusive<WeekId>,
        profile: &Profile,
    ) -> Result<Self, StoreError> {
        let baseline = session.baseline(profile)?;
        let past = session.past_before(*range.start(), profile, baseline.as_ref())?;
        let none = TrendMaker::new(profile, baseline.as_ref(), past);
        let maker = session.fold_weeks(range.clone(), &none, TrendMaker::take)?;
        Ok(maker.finish(range))
    }
}
