//! The three languages.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// Not one of the three languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no language {0:?}: use zh-Hans, zh-Hant or en")]
pub struct BadLang(pub String);

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// Its own name, as a list of languages shows it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::En => "English",
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    /// The language for a system locale such as `zh_TW.UTF-8` or `zh-Hant-HK`; English for all that is not Chinese.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let base = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = base.split(['_', '-']).map(str::to_ascii_lowercase);
        if parts.next().as_deref() != Some("zh") {
            return Self::En;
        }
        for part in parts {
            match part.as_str() {
                "hant" | "tw" | "hk" | "mo" => return Self::ZhHant,
                "hans" | "cn" | "sg" | "my" => return Self::ZhHans,
                _ => {}
            }
        }
        Self::ZhHans
    }
}

impl FromStr for Lang {
    type Err = BadLang;
    /// Reads a tag, and any locale of the three languages: `zh-TW`, `zh_CN`, `en-GB`.
    fn from_str(text: &str) -> Result<Self, BadLang> {
        let base = text.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if base.eq_ignore_ascii_case("zh") || base.eq_ignore_ascii_case("en") {
            return Ok(Self::from_locale(text));
        }
        Err(BadLang(text.to_owned()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::ZhHans),
            ("zh_TW", Lang::ZhHant),
            ("zh-Hant-CN", Lang::ZhHant),
            ("zh-Hans-HK", Lang::ZhHans),
            ("zh", Lang::ZhHans),
            ("C.UTF-8", Lang::En),
            ("de_DE@euro", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
        assert_eq!("ZH-hant".parse(), Ok(Lang::ZhHant));
        assert_eq!("zh_TW".parse(), Ok(Lang::ZhHant));
        assert_eq!("zh".parse(), Ok(Lang::ZhHans));
        assert!("fr".parse::<Lang>().is_err() && "".parse::<Lang>().is_err());
    }
}
