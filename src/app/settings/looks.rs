//! Language and theme as they are chosen and configured, in the settings and at the first start.

use crate::app::Effect;
use crate::i18n::Lang;
use crate::settings::Key;

/// How many languages there are to choose from, the system's first.
pub(in crate::app) const LANGUAGES: usize = 1 + Lang::ALL.len();

/// The language of a line; none for the system's.
#[must_use]
pub fn line_language(line: usize) -> Option<Lang> {
    Lang::ALL.get(line.checked_sub(1)?).copied()
}

pub(in crate::app) fn language_line(language: Option<Lang>) -> usize {
    let at = |lang| Lang::ALL.iter().position(|l| *l == lang);
    language.and_then(at).map_or(0, |at| at + 1)
}

pub(in crate::app) fn configure_language(language: Option<Lang>) -> Effect {
    Effect::Configure {
        key: Key::Language.name(),
        value: language.map_or_else(|| "auto".to_owned(), |l| l.to_string()),
    }
}

pub(in crate::app) fn configure_theme(name: &str) -> Effect {
    Effect::Configure {
        key: Key::Theme.name(),
        value: name.to_owned(),
    }
}
