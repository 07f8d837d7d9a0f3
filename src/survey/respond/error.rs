//! Why nothing is written.

use crate::domain::WeekId;
use crate::store::StoreError;
use crate::survey::random::NoRandom;
use crate::survey::sealed::SealError;
use chrono::NaiveDate;

/// Why nothing is written.
#[derive(Debug, thiserror::Error)]
pub enum RespondError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Sealing or the file.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The system gives no random numbers for the secret.
    #[error(transparent)]
    NoRandom(#[from] NoRandom),
    /// The survey does not ask about this week.
    #[error("{week} is not a week of the survey: it asks about {first} to {last}")]
    OtherWeek {
        /// The week.
        week: WeekId,
        /// The first that is asked about.
        first: WeekId,
        /// The last.
        last: WeekId,
    },
    /// The week has not begun.
    #[error("{0} has not begun")]
    FutureWeek(WeekId),
    /// Responses are no longer taken.
    #[error("the survey closed on {0}")]
    Closed(NaiveDate),
    /// More minutes are logged than a week has: amounts without clock times can come to that by mistake.
    #[error("{minutes} minutes are logged in {week}: more than a week has")]
    TooMuch {
        /// The week.
        week: WeekId,
        /// All of them.
        minutes: u32,
    },
    /// The teacher no longer takes part in the survey.
    #[error("the survey was left")]
    Left,
    /// The history says that more was written than can be.
    #[error("no higher revision is left")]
    NoRevisionLeft,
    /// There is no response of this week to take back.
    #[error("no response was written for {0}")]
    NothingToWithdraw(WeekId),
    /// The response of this week was taken back already.
    #[error("the response of {0} is withdrawn already")]
    Withdrawn(WeekId),
    /// What would be sent is no longer what was shown.
    #[error("what would be sent has changed since it was shown")]
    Changed,
}
