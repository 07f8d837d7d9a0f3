//! What is computed of every group.

use crate::domain::Category;
use crate::survey::collector::values::{ACTIVITIES, MISSING, MOST_TOTAL, Value, Values};
use crate::survey::definition::Asks;
use std::ops::RangeInclusive;

/// A quantity of which sums are formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Minutes of all categories.
    Total,
    /// Minutes of all categories but teaching.
    NonTeaching,
    /// Non-teaching minutes as a part of all, in whole thousandths, halves upwards; not there where there are no minutes.
    Share,
    /// A number of a response as it is.
    Value(Value),
}

/// What a respondent gives or withholds as one, so that a measure can be known of fewer respondents than there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Minutes by category: everybody.
    All,
    /// The share: everybody who worked.
    Share,
    /// School days, closed days, complete or not.
    Days,
    /// Minutes by activity.
    Activities,
    /// Meetings.
    Meetings,
    /// Late parent messages.
    LateParents,
    /// The 15 % goal: complete weeks with a baseline.
    Goal,
    /// The change against the baseline: the same, where the baseline is above 0.
    Change,
    /// Ratings of meetings.
    Ratings,
}

impl Measure {
    /// How many there are.
    pub const COUNT: usize = 3 + crate::survey::collector::values::VALUES;

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        let ours = [Self::Total, Self::NonTeaching, Self::Share];
        ours.into_iter().chain(Value::all().map(Self::Value))
    }

    /// Its place among all of them.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Total => 0,
            Self::NonTeaching => 1,
            Self::Share => 2,
            Self::Value(value) => 3 + value.index(),
        }
    }

    /// The minutes of a category.
    #[must_use]
    pub const fn category(category: Category) -> Self {
        Self::Value(Value::Category(category))
    }

    /// The activities of a category, by their places, in order.
    pub fn activities_of(category: Category) -> impl Iterator<Item = Self> {
        let is_of = move |place: &usize| Value::activity(*place).is_some_and(|a| a.category == category);
        (0..ACTIVITIES)
            .filter(is_of)
            .map(|place| Self::Value(Value::Activity(place)))
    }

    /// What has to be given for it to be known.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::Total | Self::NonTeaching | Self::Value(Value::Category(_)) => Basis::All,
            Self::Share => Basis::Share,
            Self::Value(value) => match value {
                Value::SchoolDays | Value::ClosedDays | Value::Complete => Basis::Days,
                Value::Category(_) => Basis::All,
                Value::Activity(_) => Basis::Activities,
                Value::Meetings | Value::MeetingMinutes | Value::StaffMeetings | Value::LongMeetings => {
                    Basis::Meetings
                }
                Value::LateParents => Basis::LateParents,
                Value::GoalMet => Basis::Goal,
                Value::ChangeBand => Basis::Change,
                Value::Rating(_) => Basis::Ratings,
            },
        }
    }

    /// Whether it is minutes, which are rounded before they are shown.
    #[must_use]
    pub const fn is_minutes(self) -> bool {
        matches!(
            self,
            Self::Total
                | Self::NonTeaching
                | Self::Value(
                    Value::Category(_) | Value::Activity(_) | Value::MeetingMinutes | Value::LateParents
                )
        )
    }

    /// What it can be of any response to any survey.
    #[must_use]
    pub const fn range(self) -> RangeInclusive<i16> {
        match self {
            Self::Total | Self::NonTeaching => 0..=MOST_TOTAL,
            Self::Share => 0..=1000,
            Self::Value(value) => value.range(),
        }
    }

    /// What it is of one response; [`MISSING`] where it is not known.
    #[must_use]
    pub fn of(self, values: &Values) -> i16 {
        let minutes = |category: Category| values[Value::Category(category).index()];
        match self {
            Self::Total => sum(Category::ALL.map(minutes)),
            Self::NonTeaching => sum(Category::ALL[1..].iter().map(|c| minutes(*c))),
            Self::Share => share(Self::NonTeaching.of(values), Self::Total.of(values)),
            Self::Value(value) => values[value.index()],
        }
    }
}

fn sum(minutes: impl IntoIterator<Item = i16>) -> i16 {
    minutes.into_iter().fold(0, i16::saturating_add) // no week has so many that it saturates
}

/// A part of minutes in whole thousandths, halves upwards; [`MISSING`] of none.
#[must_use]
pub fn share(part: i16, of: i16) -> i16 {
    if of <= 0 {
        return MISSING;
    }
    let thousandths = (2000 * i32::from(part) + i32::from(of)) / (2 * i32::from(of));
    i16::try_from(thousandths).unwrap_or(MISSING) // 1000 at most
}

impl Basis {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::All,
        Self::Share,
        Self::Days,
        Self::Activities,
        Self::Meetings,
        Self::LateParents,
        Self::Goal,
        Self::Change,
        Self::Ratings,
    ];

    /// A measure that is known of a response just where this is given.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match self {
            Self::All => Measure::Total,
            Self::Share => Measure::Share,
            Self::Days => Measure::Value(Value::Complete),
            Self::Activities => Measure::Value(Value::Activity(0)),
            Self::Meetings => Measure::Value(Value::Meetings),
            Self::LateParents => Measure::Value(Value::LateParents),
            Self::Goal => Measure::Value(Value::GoalMet),
            Self::Change => Measure::Value(Value::ChangeBand),
            Self::Ratings => Measure::Value(Value::Rating(1)),
        }
    }

    /// Whether a survey asks for it.
    #[must_use]
    pub const fn is_asked(self, asks: Asks) -> bool {
        match self {
            Self::All | Self::Share | Self::Days => true,
            Self::Activities => asks.activities,
            Self::Meetings => asks.meetings,
            Self::LateParents => asks.late_parent_messages,
            Self::Goal | Self::Change => asks.goal,
            Self::Ratings => asks.ratings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::VALUES;

    #[test]
    fn every_measure_has_its_place() {
        let places: Vec<usize> = Measure::all().map(Measure::index).collect();
        assert_eq!(places, (0..Measure::COUNT).collect::<Vec<_>>());
        assert!(Basis::ALL.iter().all(|b| b.measure().basis() == *b));
    }

    #[test]
    fn a_share_is_in_thousandths() {
        for (part, of, expected) in [
            (0, 0, MISSING),
            (0, 15, 0),
            (15, 15, 1000),
            (1, 3, 333),
            (2, 3, 667),
            (1, 2000, 1), // half a thousandth
            (10_125, 10_125, 1000),
        ] {
            assert_eq!(share(part, of), expected, "{part} of {of}");
        }
    }

    #[test]
    fn totals_are_those_of_the_categories() {
        let mut values: Values = [MISSING; VALUES];
        for (place, category) in Category::ALL.into_iter().enumerate() {
            values[Value::Category(category).index()] = 15 * (i16::try_from(place).unwrap() + 1);
        }
        assert_eq!(Measure::Total.of(&values), 225);
        assert_eq!(Measure::NonTeaching.of(&values), 210);
        assert_eq!(Measure::Share.of(&values), 933);
        assert_eq!(Measure::Value(Value::Meetings).of(&values), MISSING);
    }
}
