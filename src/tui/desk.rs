//! The configuration behind a small trait: who opens the UI knows where the file is and what goes over it.

use crate::app::Prefs;
use crate::i18n::{I18n, Lang};
use crate::settings::Borders;
use crate::theme::Theme;

/// Where the configuration is kept.
pub trait Desk {
    /// What is in force.
    fn prefs(&self) -> Prefs;

    /// The theme of a name.
    ///
    /// # Errors
    /// Why there is none, in the user's language.
    fn theme(&self, name: &str, i18n: &I18n) -> Result<Theme, String>;

    /// Changes a value, durably, and gives what is in force then. The value is written as `config set` takes it.
    ///
    /// # Errors
    /// Why it cannot be, in the user's language; nothing has changed then.
    fn configure(&mut self, key: &str, value: &str, i18n: &I18n) -> Result<Prefs, String>;
}

/// A configuration that is nowhere written down: what is changed holds until the program ends.
#[derive(Debug, Clone)]
pub struct Unsaved(pub Prefs);

impl Desk for Unsaved {
    fn prefs(&self) -> Prefs {
        self.0.clone()
    }

    fn theme(&self, name: &str, _: &I18n) -> Result<Theme, String> {
        Theme::shipped(name).ok_or_else(|| name.to_owned())
    }

    fn configure(&mut self, key: &str, value: &str, i18n: &I18n) -> Result<Prefs, String> {
        match key {
            "language" => {
                self.0.language = value.parse::<Lang>().ok();
                self.0.lang = self.0.language.unwrap_or(i18n.lang());
            }
            "theme" => value.clone_into(&mut self.0.theme),
            "borders" => {
                self.0.borders = if value == "ascii" {
                    Borders::Ascii
                } else {
                    Borders::Unicode
                }
            }
            "mouse" => self.0.mouse = value == "true",
            "data_dir" => value.clone_into(&mut self.0.data_dir),
            _ => {}
        }
        Ok(self.prefs())
    }
}
