//! What a response says beside the categories: each thing can be withheld.

use super::Definition;
use super::definition::Asks;

/// Something that a response says and that its teacher can withhold. The minutes of the categories cannot be: without
/// them there is no response. What groups a teacher belongs to can be left unsaid one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// How many days were school days, how many of them are closed, and whether that is all of them.
    Days,
    /// The minutes of the activities.
    Activities,
    /// How many meetings, and how long.
    Meetings,
    /// The minutes with parents outside the reply window.
    LateParentMinutes,
    /// Whether the goal was met, and the change.
    Goal,
    /// How many meetings were given each rating.
    Ratings,
}

impl Field {
    /// All of them, in the order of the response.
    pub const ALL: [Self; 6] = [
        Self::Days,
        Self::Activities,
        Self::Meetings,
        Self::LateParentMinutes,
        Self::Goal,
        Self::Ratings,
    ];

    /// Its name in files and commands.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Activities => "activities",
            Self::Meetings => "meetings",
            Self::LateParentMinutes => "late_parent_minutes",
            Self::Goal => "goal",
            Self::Ratings => "ratings",
        }
    }

    /// The field of a name: as responses call it, or as definitions ask for it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let asked = (code == "late_parent_messages").then_some(Self::LateParentMinutes);
        asked.or_else(|| Self::ALL.into_iter().find(|f| f.code() == code))
    }

    /// Whether a survey asks for it.
    #[must_use]
    pub const fn is_asked(self, asks: Asks) -> bool {
        match self {
            Self::Days => true,
            Self::Activities => asks.activities,
            Self::Meetings => asks.meetings,
            Self::LateParentMinutes => asks.late_parent_messages,
            Self::Goal => asks.goal,
            Self::Ratings => asks.ratings,
        }
    }

    /// The fields that a survey asks for, in order.
    pub fn asked(definition: &Definition) -> impl Iterator<Item = Self> + use<> {
        let asks = definition.asks;
        Self::ALL.into_iter().filter(move |f| f.is_asked(asks))
    }
}
