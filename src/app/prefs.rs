//! How the program is set up on this machine: what the configuration file says, and what goes over it.

use crate::i18n::Lang;
use crate::settings::{Borders, Key};
use crate::theme::Theme;

/// What of the configuration the screens show and change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefs {
    /// The language in force.
    pub lang: Lang,
    /// The language that is configured; none for the system's.
    pub language: Option<Lang>,
    /// The system's language.
    pub system: Lang,
    /// The name of the theme.
    pub theme: String,
    /// The names of the themes there are.
    pub themes: Vec<String>,
    /// How lines are drawn.
    pub borders: Borders,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Where the data lie.
    pub data_dir: String,
    /// The user's own folder, which a leading `~` means.
    pub home: Option<String>,
    /// Where files for the user go unless they say otherwise; empty for the folder the program was started in.
    pub documents: String,
    /// The configuration file; none where there is no place for one.
    pub file: Option<String>,
    /// The keys that the command line or the environment decides, so that the file does not count.
    pub overridden: Vec<&'static str>,
    /// Whether nothing was ever logged here: the first start.
    pub first_start: bool,
    /// Whether everything is made up and thrown away at the end: the demo.
    pub made_up: bool,
}

impl Prefs {
    /// The defaults in a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            language: Some(lang),
            system: lang,
            theme: "default".to_owned(),
            themes: Theme::names().map(str::to_owned).collect(),
            borders: Borders::default(),
            mouse: true,
            data_dir: String::new(),
            home: None,
            documents: String::new(),
            file: None,
            overridden: Vec::new(),
            first_start: false,
            made_up: false,
        }
    }

    /// Whether the command line or the environment decides a key of the configuration file.
    #[must_use]
    pub fn is_overridden(&self, key: Key) -> bool {
        self.overridden.contains(&key.name())
    }
}
