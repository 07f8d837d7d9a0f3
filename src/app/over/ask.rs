//! Questions that are answered with yes or no.

use super::Over;
use crate::app::timetable::TEXT_NAME;
use crate::app::{App, Effect, Task};
use crate::diary::{JoinedSurvey, Operation};
use crate::domain::WeekId;
use crate::keymap::Action;
use crate::timetable::Parts;

/// Something that is asked before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Close a school day without a block?
    CloseEmpty,
    /// Make everything as it is in the backup of this name?
    Restore(String),
    /// Keep the data in this folder from now on?
    MoveData(String),
    /// Take no part in a survey any more?
    LeaveSurvey {
        /// The survey.
        kept: Box<JoinedSurvey>,
        /// What it is called.
        title: String,
        /// Its first and last week; none where its definition cannot be read.
        weeks: Option<(WeekId, WeekId)>,
    },
    /// Edit a timetable again that cannot be taken?
    BadText {
        /// The text as the user left it.
        text: String,
        /// What is wrong with it, in the user's language.
        why: String,
        /// The timetable that it is to change.
        base: Box<Parts>,
    },
}

impl Question {
    /// Answers with no. What was typed is kept all the same.
    pub(super) fn cancel(self) -> Vec<Effect> {
        match self {
            Self::BadText { text, .. } => vec![Effect::KeepText {
                text,
                about: TEXT_NAME,
            }],
            _ => Vec::new(),
        }
    }

    pub(super) fn act(self, app: &mut App, action: Action) -> Vec<Effect> {
        if action != Action::Accept {
            app.over = Some(Over::Ask(self));
            return Vec::new();
        }
        let date = app.day.date;
        match self {
            Self::CloseEmpty => app.apply(Operation::Close { date, closed: true }),
            Self::Restore(name) => vec![Effect::Maintain {
                date,
                task: Task::Restore(name),
            }],
            Self::LeaveSurvey { kept, .. } => app.leave_survey(&kept),
            Self::MoveData(to) => vec![Effect::MoveData { date, to }],
            Self::BadText { text, base, .. } => app.edit_again(text, base),
        }
    }
}
