//! The diary as a whole: the days, the rule that no minute is counted twice, and every operation that changes it.

mod borrowed;
mod canonical;
mod day_record;
mod draft;
mod holidays;
mod jsonl;
mod lost_time;
mod open;
mod operation;
mod overlap;
mod plan;
mod profile;
mod profile_change;
mod profile_config;
mod profile_json;
mod refusal;
mod survey;
mod survey_check;
mod survey_facts;
mod term;
mod worth;

pub use day_record::DayRecord;
pub use draft::{Draft, Mend, When};
pub use jsonl::{BadLine, BlockLine, DayLine};
pub use operation::{Operation, Outcome};
pub use overlap::{OnOverlap, check_no_overlap, conflicts};
pub use plan::Unconfirmed;
pub use profile::{OwnActivity, Profile, Setting};
pub use profile_json::NAMES as SETTING_NAMES;
pub use refusal::Refusal;
pub use survey::{JoinedSurvey, Sent, SurveySecret};
pub use survey_facts::{FactName, SurveyFacts};

use crate::domain::Day;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Days by date. A date that is not in it is an empty day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diary {
    days: BTreeMap<NaiveDate, Day>,
}

impl Diary {
    /// The day of a date, empty if nothing is known of it.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Cow<'_, Day> {
        self.days
            .get(&date)
            .map_or_else(|| Cow::Owned(Day::empty(date)), Cow::Borrowed)
    }

    /// The days of a date and beside it, on which an operation on that date can be tried.
    #[must_use]
    pub fn around(&self, date: NaiveDate) -> Self {
        let beside = [date.pred_opt(), Some(date), date.succ_opt()];
        let known = beside.into_iter().flatten().filter_map(|d| self.days.get(&d));
        known.cloned().collect()
    }

    /// The day of a date, to change it.
    pub fn day_mut(&mut self, date: NaiveDate) -> &mut Day {
        self.days.entry(date).or_insert_with(|| Day::empty(date))
    }

    /// Puts a day in, instead of what was known of its date.
    pub fn insert(&mut self, day: Day) {
        self.days.insert(day.date, day);
    }

    /// The days that something is known of, by date.
    #[must_use]
    pub fn days(&self) -> impl DoubleEndedIterator<Item = &Day> {
        self.days.values()
    }
}

impl FromIterator<Day> for Diary {
    fn from_iter<I: IntoIterator<Item = Day>>(days: I) -> Self {
        Self {
            days: days.into_iter().map(|d| (d.date, d)).collect(),
        }
    }
}
