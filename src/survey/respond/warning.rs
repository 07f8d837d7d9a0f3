//! What a teacher should know before a response is sent.

use crate::figures::Status;
use crate::survey::audience::Audience;
use crate::survey::field::Field;
use crate::survey::joined::Joined;
use crate::survey::reading::WeekReading;

/// Something about a response that its teacher should know before it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Not all school days are closed.
    NotComplete {
        /// How many are closed.
        closed: u32,
        /// Of how many.
        school: u32,
    },
    /// The week has fewer than five school days.
    ShortWeek(u32),
    /// Nothing was logged in the week.
    Empty,
    /// The goal is asked for, and there is no baseline to compare the week with.
    NoBaseline,
    /// The answers fit so few that they may single the teacher out.
    FewAlike {
        /// About how many.
        about: u32,
        /// The code of the group that, left unsaid, would raise the number most.
        narrowest: Option<String>,
    },
    /// Nobody says how many answer these groups, by their codes, as the teacher does.
    SizesUnknown(Vec<String>),
    /// Another survey, of this title, was answered for the same week.
    AlsoAnswered(String),
    /// The week is one that the others are compared with: nothing is said about the goal.
    BaselineWeek,
    /// The same was sent before; nothing has changed.
    Unchanged,
}

/// What is to be said of a response to this survey for a week that came to this.
pub(super) fn warnings(joined: &Joined, reading: &WeekReading, audience: Option<&Audience>) -> Vec<Warning> {
    let plan = reading.figures.plan;
    let mut out = Vec::new();
    if reading.figures.total() == 0 {
        out.push(Warning::Empty);
    }
    if plan.school_days > 0 && !plan.is_complete() {
        out.push(Warning::NotComplete {
            closed: plan.closed_days,
            school: plan.school_days,
        });
    }
    if plan.school_days < 5 {
        out.push(Warning::ShortWeek(plan.school_days));
    }
    let asks_goal = Field::Goal.is_asked(joined.definition.asks) && !joined.withholds(Field::Goal);
    if asks_goal && reading.standing.expected.is_none() && plan.school_days > 0 {
        out.push(Warning::NoBaseline);
    }
    if asks_goal && reading.standing.status == Status::Baseline {
        out.push(Warning::BaselineWeek);
    }
    if let Some(audience) = audience {
        if let Some(about) = audience.about.filter(|n| *n < joined.definition.min_group) {
            out.push(Warning::FewAlike {
                about,
                narrowest: audience.narrowest.clone(),
            });
        }
        if !audience.unknown.is_empty() {
            out.push(Warning::SizesUnknown(audience.unknown.clone()));
        }
    }
    out
}
