//! A response, or a withdrawal, about to be written: into which folder, and what should be known before.

use crate::app::{App, Effect, Line, Over, Responding, Writing};
use crate::keymap::{Action, Key};

/// Something about to be written for a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyRespond {
    /// What.
    pub writing: Writing,
    /// The folder, typed.
    pub line: Line,
    /// How many people the answers fit, in words; none for a withdrawal, and where it is not known.
    pub audience: Option<String>,
    /// What should be known before it is sent, in words; nothing for a withdrawal.
    pub warnings: Vec<String>,
    /// Why it is not written yet; none until Enter was pressed. Empty where no folder is typed.
    pub trouble: Option<String>,
}

impl SurveyRespond {
    /// What is to be written, into this folder unless another one is typed.
    #[must_use]
    pub fn new(writing: Writing, audience: Option<String>, warnings: Vec<String>, folder: &str) -> Self {
        let is_response = matches!(writing, Writing::Response(_));
        Self {
            writing,
            line: Line::new(folder),
            audience: audience.filter(|_| is_response),
            warnings: if is_response { warnings } else { Vec::new() },
            trouble: None,
        }
    }

    pub(in crate::app::over) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        if action == Action::Accept {
            let folder = app.folder(self.line.text().trim());
            if folder.is_empty() {
                self.trouble = Some(String::new());
            } else {
                effects.push(Effect::Respond(Box::new(Responding {
                    writing: self.writing.clone(),
                    folder,
                })));
            }
        }
        app.over = Some(Over::SurveyRespond(Box::new(self)));
        effects
    }

    pub(in crate::app::over) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if self.line.edit(key) {
            self.trouble = None;
        }
        app.over = Some(Over::SurveyRespond(Box::new(self)));
        Vec::new()
    }

    pub(in crate::app::over) fn paste(&mut self, text: &str) {
        self.line.insert(text.trim());
        self.trouble = None;
    }
}
