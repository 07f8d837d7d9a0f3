//! The configuration behind a small trait: who opens the UI knows where the file is and what goes over it.

use crate::app::Prefs;
use crate::i18n::{I18n, Say};
use crate::settings::{Config, Key, SAMPLE, set_value};
use crate::theme::Theme;
use crate::tr;
use std::path::Path;

/// Where the configuration is kept.
pub trait Desk {
    /// What is in force.
    fn prefs(&self) -> Prefs;

    /// The theme of a name.
    ///
    /// # Errors
    /// Why there is none, in the user's language.
    fn theme(&self, name: &str, i18n: &I18n) -> Result<Theme, String>;

    /// Whether a value could be changed now: asked before something long is begun that hangs on it.
    ///
    /// # Errors
    /// Why not, in the user's language.
    fn check(&self, _key: &str, _value: &str, _: &I18n) -> Result<(), String> {
        Ok(())
    }

    /// Changes a value, durably, and gives what is in force then. The value is written as `config set` takes it.
    ///
    /// # Errors
    /// Why it cannot be, in the user's language; nothing has changed then.
    fn configure(&mut self, key: &str, value: &str, i18n: &I18n) -> Result<Prefs, String>;

    /// Opens a text in the user's editor, which has the terminal meanwhile, and gives what it says afterwards; none if
    /// that is the same. `about` is a word for the file's name.
    ///
    /// # Errors
    /// Why it cannot be edited, in the user's language.
    fn edit_text(&mut self, _text: &str, _about: &str, i18n: &I18n) -> Result<Option<String>, String> {
        Err(tr!(i18n, "tui-no-editor"))
    }

    /// Keeps a text that could not be taken in a file, and gives its name.
    ///
    /// # Errors
    /// Why it cannot be kept, in the user's language.
    fn keep_text(&mut self, _text: &str, _about: &str, i18n: &I18n) -> Result<String, String> {
        Err(tr!(i18n, "tui-no-editor"))
    }
}

/// A configuration that is nowhere written down: what is changed holds until the program ends. Of themes it has the
/// shipped ones.
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
        if key == Key::Theme.name() {
            self.theme(value, i18n)?;
        }
        // The same rules as for a file, on a text that is thrown away.
        let text = set_value(SAMPLE, Path::new(""), key, value).map_err(|e| e.fault.say(i18n))?;
        let said = Config::parse(&text, Path::new("")).map_err(|e| e.fault.say(i18n))?;
        let prefs = &mut self.0;
        match Key::from_name(key) {
            Some(Key::Language) => {
                prefs.language = said.language;
                prefs.lang = said.language.unwrap_or(prefs.system);
            }
            Some(Key::Theme) => prefs.theme = said.theme,
            Some(Key::Borders) => prefs.borders = said.borders,
            Some(Key::Mouse) => prefs.mouse = said.mouse,
            Some(Key::DataDir) => value.clone_into(&mut prefs.data_dir),
            _ => {}
        }
        prefs.first_start = false;
        Ok(self.prefs())
    }
}
