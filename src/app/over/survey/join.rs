//! The definition of a survey that is about to be joined: what it says, before it is answered with yes or no.

use crate::app::{App, Effect, Over, Scroll};
use crate::i18n::I18n;
use crate::keymap::Action;
use crate::survey::{Definition, Joined, SheetLine, SurveyChange, sheet};

/// A survey about to be joined.
#[derive(Debug, Clone, PartialEq)]
pub struct JoinSurvey {
    definition: Definition,
    /// What it says, in the user's language.
    pub sheet: Vec<SheetLine>,
    /// How far that is scrolled.
    pub scroll: Scroll,
}

impl JoinSurvey {
    /// The sheet of a definition.
    #[must_use]
    pub fn new(definition: Definition, i18n: &I18n) -> Self {
        Self {
            sheet: sheet(&definition, i18n),
            definition,
            scroll: Scroll::default(),
        }
    }

    pub(in crate::app::over) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action == Action::Accept {
            if !matches!(app.screen(), crate::app::Screen::Survey(_)) {
                app.show_surveys();
            }
            app.await_survey(self.definition.text());
            let joined = Box::new(Joined::new(self.definition));
            return app.change_surveys(SurveyChange::Join(joined));
        }
        self.scroll.act(action);
        app.over = Some(Over::JoinSurvey(Box::new(self)));
        Vec::new()
    }
}
