//! Texts in all three languages at once.

use crate::i18n::{I18n, Lang};
use crate::survey::Wording;

/// A text in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels([String; 3]);

impl Labels {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let [simplified, traditional, english] = &self.0;
        match lang {
            Lang::ZhHans => simplified,
            Lang::ZhHant => traditional,
            Lang::En => english,
        }
    }

    /// The text in each language, in the order of [`Lang::ALL`].
    pub fn each(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().map(|lang| (lang, self.get(lang)))
    }
}

impl From<&Wording> for Labels {
    fn from(wording: &Wording) -> Self {
        Self(Lang::ALL.map(|lang| wording.get(lang).to_owned()))
    }
}

/// All languages, read once.
pub struct Languages([I18n; 3]);

impl Default for Languages {
    fn default() -> Self {
        Self::new()
    }
}

impl Languages {
    /// Reads them.
    #[must_use]
    pub fn new() -> Self {
        Self(Lang::ALL.map(I18n::new))
    }

    /// What is said in each of them.
    pub fn say(&self, words: impl Fn(&I18n) -> String) -> Labels {
        Labels(self.0.each_ref().map(words))
    }
}
