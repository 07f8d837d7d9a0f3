//! A response or a withdrawal that was written: where the file is, and to whom it goes.

use crate::app::{App, Effect, Over, Writing};
use crate::keymap::Action;

/// What was written.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyDone {
    /// The file.
    pub path: String,
    /// What is in it.
    pub writing: Writing,
}

impl SurveyDone {
    pub(in crate::app::over) fn act(self, app: &mut App, action: Action) -> Vec<Effect> {
        if action != Action::Accept {
            app.over = Some(Over::SurveyDone(Box::new(self)));
        }
        Vec::new()
    }
}
