//! Summaries read from the store.

use super::{TrendSummary, WeekSummary};
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
        let days = session.days(range.start().monday()..=range.end().sunday())?;
        let baseline = session.baseline(profile)?;
        let past = session.past_before(*range.start(), profile, baseline.as_ref())?;
        Ok(Self::of(range, &days, profile, baseline, past))
    }
}
