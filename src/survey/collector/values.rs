//! The numbers of a response, in the order of the dataset's columns.

use crate::domain::{Activity, Category};
use crate::survey::response::{Answered, GoalGiven, MeetingsGiven, Response, built_in_activities};
use std::ops::RangeInclusive;

/// That a number is not there: it is withheld, not asked or not known.
pub const MISSING: i16 = i16::MIN;
/// How many built-in activities there are, over all categories.
pub const ACTIVITIES: usize = 39;
/// How many numbers a response has.
pub const VALUES: usize = Value::Rating(5).index() + 1;

/// The minutes of a week.
const WEEK_MINUTES: i16 = 7 * 24 * 60;
/// The most minutes of anything: a week's, rounded up to the coarsest rounding.
const MOST_MINUTES: i16 = WEEK_MINUTES + 60;
/// The most minutes of all categories together: each is rounded by itself.
pub(super) const MOST_TOTAL: i16 = WEEK_MINUTES + 5 * 60;
/// The outermost bands of the change.
const BANDS: RangeInclusive<i16> = -50..=55;

/// The numbers of a response. All of them fit: no number of a week is above 7 × 24 × 60 and a rounding of 60.
pub type Values = [i16; VALUES];

/// One number of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// School days.
    SchoolDays,
    /// Closed days.
    ClosedDays,
    /// 1 where the week is complete, else 0.
    Complete,
    /// Minutes of a category.
    Category(Category),
    /// Minutes of a built-in activity, by its place among them.
    Activity(usize),
    /// Meetings.
    Meetings,
    /// Minutes in them.
    MeetingMinutes,
    /// All-staff meetings.
    StaffMeetings,
    /// Meetings of more than 90 minutes.
    LongMeetings,
    /// Minutes with parents outside the reply window.
    LateParents,
    /// 1 where the 15 % goal is met, else 0.
    GoalMet,
    /// The change against the baseline, by the upper end of its band, in per cent.
    ChangeBand,
    /// Meetings that were given a rating, 1 to 5.
    Rating(u8),
}

impl Value {
    /// Its place among [`Values`].
    #[must_use]
    pub const fn index(self) -> usize {
        const CATEGORIES: usize = 3;
        const FIRST_ACTIVITY: usize = CATEGORIES + Category::ALL.len();
        const AFTER: usize = FIRST_ACTIVITY + ACTIVITIES;
        match self {
            Self::SchoolDays => 0,
            Self::ClosedDays => 1,
            Self::Complete => 2,
            Self::Category(category) => CATEGORIES + category.index(),
            Self::Activity(place) => FIRST_ACTIVITY + place,
            Self::Meetings => AFTER,
            Self::MeetingMinutes => AFTER + 1,
            Self::StaffMeetings => AFTER + 2,
            Self::LongMeetings => AFTER + 3,
            Self::LateParents => AFTER + 4,
            Self::GoalMet => AFTER + 5,
            Self::ChangeBand => AFTER + 6,
            Self::Rating(rating) => AFTER + 6 + rating as usize,
        }
    }

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        let days = [Self::SchoolDays, Self::ClosedDays, Self::Complete];
        let rest = [
            Self::Meetings,
            Self::MeetingMinutes,
            Self::StaffMeetings,
            Self::LongMeetings,
            Self::LateParents,
            Self::GoalMet,
            Self::ChangeBand,
        ];
        days.into_iter()
            .chain(Category::ALL.map(Self::Category))
            .chain((0..ACTIVITIES).map(Self::Activity))
            .chain(rest)
            .chain((1..=5).map(Self::Rating))
    }

    /// What it can be of any response to any survey.
    #[must_use]
    pub const fn range(self) -> RangeInclusive<i16> {
        match self {
            Self::SchoolDays | Self::ClosedDays => 0..=7,
            Self::Complete | Self::GoalMet => 0..=1,
            Self::Category(_) | Self::Activity(_) | Self::MeetingMinutes | Self::LateParents => {
                0..=MOST_MINUTES
            }
            Self::Meetings | Self::StaffMeetings | Self::LongMeetings | Self::Rating(_) => 0..=WEEK_MINUTES,
            Self::ChangeBand => BANDS,
        }
    }

    /// Whether it stands as true or false in the dataset.
    #[must_use]
    pub const fn is_boolean(self) -> bool {
        matches!(self, Self::Complete | Self::GoalMet)
    }

    /// Whether every response has it.
    #[must_use]
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Category(_))
    }

    /// The activity of a place; none where there is none.
    #[must_use]
    pub fn activity(place: usize) -> Option<&'static Activity> {
        built_in_activities().get(place)
    }
}

/// The numbers of a response.
#[must_use]
pub(super) fn values(response: &Response) -> Values {
    let mut out = [MISSING; VALUES];
    let mut put = |value: Value, number: i64| out[value.index()] = narrow(number);
    let days = [
        (Value::SchoolDays, response.school_days.map(i64::from)),
        (Value::ClosedDays, response.closed_days.map(i64::from)),
        (Value::Complete, response.complete.map(i64::from)),
    ];
    for (value, number) in days {
        if let Some(number) = number {
            put(value, number);
        }
    }
    for (category, minutes) in &response.minutes {
        put(Value::Category(*category), i64::from(*minutes));
    }
    if let Answered::Given(given) = &response.activities {
        for (place, activity) in built_in_activities().iter().enumerate() {
            let minutes = given
                .get(&activity.category)
                .and_then(|m| m.get(activity.code.as_str()));
            if let Some(minutes) = minutes {
                put(Value::Activity(place), i64::from(*minutes));
            }
        }
    }
    if let Answered::Given(MeetingsGiven {
        count,
        minutes,
        staff_count,
        over_90,
    }) = response.meetings
    {
        put(Value::Meetings, count.into());
        put(Value::MeetingMinutes, minutes.into());
        put(Value::StaffMeetings, staff_count.into());
        put(Value::LongMeetings, over_90.into());
    }
    if let Answered::Given(minutes) = response.late_parent_minutes {
        put(Value::LateParents, minutes.into());
    }
    if let Answered::Given(GoalGiven { met, change_band }) = response.goal {
        if let Some(met) = met {
            put(Value::GoalMet, met.into());
        }
        if let Some(band) = change_band {
            put(Value::ChangeBand, band.into());
        }
    }
    if let Answered::Given(ratings) = &response.ratings {
        for rating in 1..=5_u8 {
            if let Some(number) = ratings.get(&rating.to_string()) {
                put(Value::Rating(rating), i64::from(*number));
            }
        }
    }
    out
}

/// A number of a week that was checked; none is out of range.
fn narrow(number: i64) -> i16 {
    i16::try_from(number).unwrap_or(i16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::definition::Definition;
    use crate::survey::response;

    #[test]
    fn what_can_be_of_a_response_is_in_range() {
        let (week, rounding) = (i32::from(WEEK_MINUTES), *Definition::ROUNDING.end());
        assert_eq!(i64::from(week), i64::from(response::WEEK));
        assert_eq!(i64::from(MOST_MINUTES), i64::from(response::WEEK + rounding));
        assert_eq!(i64::from(MOST_TOTAL), i64::from(response::WEEK + 5 * rounding));
        let bands = (i32::from(*BANDS.start()), i32::from(*BANDS.end()));
        assert_eq!(bands, (*response::BANDS.start(), *response::BANDS.end()));
        assert!(Value::all().all(|v| *v.range().start() > MISSING));
    }

    #[test]
    fn every_number_has_its_place() {
        assert_eq!(built_in_activities().len(), ACTIVITIES);
        let places: Vec<usize> = Value::all().map(Value::index).collect();
        assert_eq!(places, (0..VALUES).collect::<Vec<_>>());
    }
}
