//! The settings screen.

use super::{App, Effect, List, Over, Prompt, Screen};
use crate::keymap::Action;

/// The settings, a line each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsScreen {
    /// The selected line.
    pub list: List,
}

impl App {
    pub(super) fn act_on_settings(&mut self, action: Action) -> Vec<Effect> {
        if let Screen::Settings(settings) = &mut self.screen {
            settings.list.act(action, 0);
        }
        Vec::new()
    }

    /// Takes a typed value of a line of the settings.
    pub(super) fn type_setting(&mut self, row: usize, prompt: Prompt) -> Vec<Effect> {
        let _ = row;
        self.over = Some(Over::Prompt(prompt));
        Vec::new()
    }
}
