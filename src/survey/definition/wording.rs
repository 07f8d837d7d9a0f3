//! Texts of a definition, in one language or several.

use crate::i18n::Lang;

/// A text as a definition gives it: at least in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Where it is the same in every language; else empty.
    same: String,
    zh_hans: Option<String>,
    zh_hant: Option<String>,
    en: Option<String>,
}

impl Wording {
    /// A text that is the same in every language.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        Self {
            same: text.into(),
            zh_hans: None,
            zh_hant: None,
            en: None,
        }
    }

    /// A text in some languages; none where it is in none.
    #[must_use]
    pub fn in_languages(texts: impl IntoIterator<Item = (Lang, String)>) -> Option<Self> {
        let mut out: Option<Self> = None;
        for (lang, text) in texts {
            let wording = out.get_or_insert_with(|| Self::same(""));
            *wording.slot(lang) = Some(text);
        }
        out
    }

    /// The text in a language; where it is not there, in the one closest to it.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let closest = match lang {
            Lang::ZhHans => [&self.zh_hans, &self.zh_hant, &self.en],
            Lang::ZhHant => [&self.zh_hant, &self.zh_hans, &self.en],
            Lang::En => [&self.en, &self.zh_hans, &self.zh_hant],
        };
        closest.into_iter().flatten().next().unwrap_or(&self.same)
    }

    /// The languages it is in, with the texts; none where it is the same in all.
    pub fn languages(&self) -> impl Iterator<Item = (Lang, &str)> {
        let texts = [
            (Lang::ZhHans, &self.zh_hans),
            (Lang::ZhHant, &self.zh_hant),
            (Lang::En, &self.en),
        ];
        texts
            .into_iter()
            .filter_map(|(lang, text)| Some((lang, text.as_deref()?)))
    }

    fn slot(&mut self, lang: Lang) -> &mut Option<String> {
        match lang {
            Lang::ZhHans => &mut self.zh_hans,
            Lang::ZhHant => &mut self.zh_hant,
            Lang::En => &mut self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_is_read_in_the_closest() {
        let all = Wording::same("School");
        assert_eq!(all.get(Lang::ZhHant), "School");
        assert_eq!(all.languages().count(), 0);
        let some = [(Lang::ZhHans, "学校".to_owned()), (Lang::En, "School".to_owned())];
        let some = Wording::in_languages(some).unwrap();
        assert_eq!(some.get(Lang::ZhHant), "学校");
        assert_eq!(some.get(Lang::En), "School");
        let english = Wording::in_languages([(Lang::En, "School".to_owned())]).unwrap();
        assert_eq!(english.get(Lang::ZhHans), "School");
        assert!(Wording::in_languages([]).is_none());
    }
}
