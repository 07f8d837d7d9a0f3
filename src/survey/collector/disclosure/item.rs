//! What of a line is shown or hidden as one.

use super::families::Families;
use super::rules::{Rules, is_dominated};
use crate::domain::Category;
use crate::survey::collector::cells::{Basis, Cell, Measure};
use crate::survey::collector::values::Value;
use crate::survey::definition::Asks;

/// Numbers of a line that are shown or hidden as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The number of respondents and their minutes: where it is hidden, everything is.
    Time,
    /// The share of non-teaching work.
    Share,
    /// How many weeks are complete.
    Complete,
    /// Minutes by activity.
    Activities,
    /// The number of meetings, and how long they are.
    Meetings,
    /// How many of them are all-staff meetings.
    StaffMeetings,
    /// How many of them last more than 90 minutes.
    LongMeetings,
    /// Late parent messages.
    LateParents,
    /// How many met the 15 % goal.
    Goal,
    /// The change against the baseline.
    Change,
    /// What meetings were worth.
    Ratings,
}

impl Item {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Time,
        Self::Share,
        Self::Complete,
        Self::Activities,
        Self::Meetings,
        Self::StaffMeetings,
        Self::LongMeetings,
        Self::LateParents,
        Self::Goal,
        Self::Change,
        Self::Ratings,
    ];

    /// What has to be given for it.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::Time => Basis::All,
            Self::Share => Basis::Share,
            Self::Complete => Basis::Days,
            Self::Activities => Basis::Activities,
            Self::Meetings | Self::StaffMeetings | Self::LongMeetings => Basis::Meetings,
            Self::LateParents => Basis::LateParents,
            Self::Goal => Basis::Goal,
            Self::Change => Basis::Change,
            Self::Ratings => Basis::Ratings,
        }
    }

    /// The items that a survey asks for.
    pub fn asked(asks: Asks) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |i| i.basis().is_asked(asks))
    }

    /// Of how many respondents it is known.
    #[must_use]
    pub fn respondents(self, cell: &Cell) -> u32 {
        cell.of(self.basis().measure()).n
    }

    /// Whether it may be shown of a cell by itself: there are enough respondents, and no one or two of them make up most of a
    /// sum. Single activities are looked at by themselves; numbers of people, and what is not a sum, cannot be made up
    /// by anybody.
    #[must_use]
    pub fn is_safe(self, cell: &Cell, families: &Families, rules: Rules) -> bool {
        let is_spread = |measures: &[Measure]| !is_dominated(cell, measures);
        let value = |value: Value| is_spread(&[Measure::Value(value)]);
        rules.are_enough(self.respondents(cell))
            && match self {
                Self::Time => {
                    is_spread(&[Measure::Total])
                        && is_spread(&[Measure::NonTeaching])
                        && families.iter().all(|family| is_spread(&of_family(family)))
                }
                Self::Share | Self::Complete | Self::Activities | Self::Goal | Self::Change => true,
                Self::Meetings => value(Value::Meetings) && value(Value::MeetingMinutes),
                Self::StaffMeetings => value(Value::StaffMeetings),
                Self::LongMeetings => value(Value::LongMeetings),
                Self::LateParents => value(Value::LateParents),
                Self::Ratings => is_spread(&[1, 2, 3, 4, 5].map(|r| Measure::Value(Value::Rating(r)))),
            }
    }
}

/// The measures of some categories.
pub(super) fn of_family(family: &[Category]) -> Vec<Measure> {
    family.iter().map(|c| Measure::category(*c)).collect()
}
