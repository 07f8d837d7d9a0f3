//! The rules of the burden list.

use std::ops::RangeInclusive;

/// A limit that the policies name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// More all-staff meetings in a week than so many; each one beyond them.
    StaffMeetingCount,
    /// An all-staff meeting of more than so many minutes.
    StaffMeetingLength,
    /// A group or department meeting of more than so many minutes.
    GroupMeetingLength,
    /// Any meeting on a weekday that is to be free of them.
    NoMeetingDay,
    /// A training or meeting in the time of a lesson of the timetable.
    MeetingInLessons,
    /// The same report, by activity and note, filled more often in a week than so many times.
    RepeatedReport,
    /// Time with parents outside the reply window, or on a day off.
    LateParentMessages,
    /// A meeting called by a body other than the school or the education department.
    OutsideMeeting,
    /// Street duty, a campaign, or another duty that is not the school's.
    StreetDuty,
    /// Secondment blocks that span more than so many days.
    SecondmentLength,
    /// Inspections this term of which fewer than so many per cent were cut, against as many weeks of the baseline.
    InspectionCount,
}

/// What a rule can be set to beside on and off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limits {
    /// Nothing: its limit is in its words, or a setting of its own.
    None,
    /// A number.
    Number {
        /// What the policies say.
        usual: u32,
        /// What it can be.
        range: RangeInclusive<u32>,
    },
    /// A weekday; off until one is chosen.
    Weekday,
}

impl Rule {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 11] = [
        Self::StaffMeetingCount,
        Self::StaffMeetingLength,
        Self::GroupMeetingLength,
        Self::NoMeetingDay,
        Self::MeetingInLessons,
        Self::RepeatedReport,
        Self::LateParentMessages,
        Self::OutsideMeeting,
        Self::StreetDuty,
        Self::SecondmentLength,
        Self::InspectionCount,
    ];

    /// The code in every file format.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::StaffMeetingCount => "staff-meeting-count",
            Self::StaffMeetingLength => "staff-meeting-length",
            Self::GroupMeetingLength => "group-meeting-length",
            Self::NoMeetingDay => "no-meeting-day",
            Self::MeetingInLessons => "meeting-in-lessons",
            Self::RepeatedReport => "repeated-report",
            Self::LateParentMessages => "late-parent-messages",
            Self::OutsideMeeting => "outside-meeting",
            Self::StreetDuty => "street-duty",
            Self::SecondmentLength => "secondment-length",
            Self::InspectionCount => "inspection-count",
        }
    }

    /// The rule of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// What it can be set to.
    #[must_use]
    pub const fn limits(self) -> Limits {
        match self {
            Self::StaffMeetingCount | Self::RepeatedReport => Limits::number(1, 0..=99),
            Self::StaffMeetingLength => Limits::number(90, 1..=1440),
            Self::GroupMeetingLength => Limits::number(45, 1..=1440),
            Self::SecondmentLength => Limits::number(183, 1..=3660),
            Self::InspectionCount => Limits::number(50, 0..=100),
            Self::NoMeetingDay => Limits::Weekday,
            Self::MeetingInLessons | Self::LateParentMessages | Self::OutsideMeeting | Self::StreetDuty => {
                Limits::None
            }
        }
    }
}

impl Limits {
    const fn number(usual: u32, range: RangeInclusive<u32>) -> Self {
        Self::Number { usual, range }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_rules_and_limits_include_what_is_usual() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_code(rule.code()), Some(rule));
            if let Limits::Number { usual, range } = rule.limits() {
                assert!(range.contains(&usual), "{}", rule.code());
            }
        }
        assert_eq!(Rule::from_code("meeting"), None);
    }
}
