//! Which week a response is about.

use super::RespondError;
use crate::domain::WeekId;
use crate::store::{Session, StoreError};
use crate::survey::definition::Definition;
use chrono::NaiveDate;

/// The week that a teacher most likely means: the current one once it is complete, before that the one before; never one
/// that the survey does not ask about.
///
/// # Errors
/// [`StoreError`] where the store cannot be read.
pub fn usual_week(
    session: &mut Session,
    definition: &Definition,
    today: NaiveDate,
) -> Result<WeekId, StoreError> {
    let this = WeekId::of(today);
    let is_complete = definition.weeks.contains(&this) && session.week(this)?.plan.is_complete();
    let week = if is_complete {
        this
    } else {
        this.offset(-1).unwrap_or(this)
    };
    Ok(week.clamp(*definition.weeks.start(), *definition.weeks.end()))
}

/// Whether anything can be said of a week: it is one of the survey's, and has begun.
///
/// # Errors
/// [`RespondError::OtherWeek`] and [`RespondError::FutureWeek`].
pub fn check_week(definition: &Definition, week: WeekId, today: NaiveDate) -> Result<(), RespondError> {
    let (first, last) = (*definition.weeks.start(), *definition.weeks.end());
    if !definition.weeks.contains(&week) {
        return Err(RespondError::OtherWeek { week, first, last });
    }
    if week.monday() > today {
        return Err(RespondError::FutureWeek(week));
    }
    Ok(())
}
