//! What of a line is shown or hidden as one.

use super::families::Families;
use super::rules::Rules;
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

    /// The sums that it shows or that can be had from what it shows, but for those of single activities: each of
    /// some measures together.
    pub(super) fn sums(self, families: &Families) -> Vec<Vec<Measure>> {
        let value = |value: Value| vec![Measure::Value(value)];
        match self {
            Self::Time => {
                let totals = [vec![Measure::Total], vec![Measure::NonTeaching]];
                totals.into_iter().chain(families.iter().map(of_family)).collect()
            }
            Self::Share | Self::Complete | Self::Activities | Self::Goal | Self::Change => Vec::new(),
            Self::Meetings => vec![value(Value::Meetings), value(Value::MeetingMinutes)],
            Self::StaffMeetings => vec![value(Value::StaffMeetings)],
            Self::LongMeetings => vec![value(Value::LongMeetings)],
            Self::LateParents => vec![value(Value::LateParents)],
            Self::Ratings => vec![[1, 2, 3, 4, 5].map(|r| Measure::Value(Value::Rating(r))).to_vec()],
        }
    }

    /// The number of respondents on either side of what is told as a part of them all; none of other items.
    #[must_use]
    pub fn sides(self, cell: &Cell) -> Option<[u32; 2]> {
        let value = match self {
            Self::Complete => Value::Complete,
            Self::Goal => Value::GoalMet,
            _ => return None,
        };
        let moments = cell.of(Measure::Value(value));
        let yes = u32::try_from(moments.sum).unwrap_or(0).min(moments.n);
        Some([yes, moments.n - yes])
    }

    /// Whether a line below another one has a side of too few to be told, where the one above has enough: the few could
    /// be found by taking the other lines from it.
    #[must_use]
    pub fn hides_side(self, cell: &Cell, above: &Cell) -> bool {
        let (Some(mine), Some(above)) = (self.sides(cell), self.sides(above)) else {
            return false;
        };
        mine.into_iter()
            .zip(above)
            .any(|(mine, above)| mine < Rules::SIDE && above >= Rules::SIDE)
    }
}

/// The measures of some categories. Of all that is not teaching together the sum is known person by person.
pub(super) fn of_family(family: &[Category]) -> Vec<Measure> {
    if family == Category::ALL.split_at(1).1 {
        return vec![Measure::NonTeaching];
    }
    family.iter().map(|c| Measure::category(*c)).collect()
}
