//! A table of the file, read key by key; whatever is wrong is told with its line.

use super::fault::{BadDefinition, Fault};
use super::{Code, Wording};
use crate::domain::{WeekId, parse_date};
use crate::files::Site;
use crate::i18n::{Lang, can_be_shown, quoted};
use chrono::NaiveDate;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text of the file, for the lines.
#[derive(Clone, Copy)]
pub(super) struct Source<'a>(pub(super) &'a str);

impl Source<'_> {
    pub(super) fn line(self, offset: usize) -> usize {
        self.0.get(..offset).unwrap_or(self.0).matches('\n').count() + 1
    }
}

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct Item<'a> {
    source: Source<'a>,
    offset: usize,
    pub(super) site: Site,
    value: &'a DeValue<'a>,
}

/// A table whose keys are all known.
pub(super) struct Table<'a> {
    source: Source<'a>,
    offset: usize,
    site: Site,
    keys: &'a DeTable<'a>,
}

type Read<T> = Result<T, BadDefinition>;

impl<'a> Table<'a> {
    /// The most characters of a strange key that its error names.
    const QUOTED: usize = 40;

    /// The whole file, of which these are the keys.
    pub(super) fn root(
        source: Source<'a>,
        keys: &'a DeTable<'a>,
        known: &'static [&'static str],
    ) -> Read<Self> {
        let table = Self {
            source,
            offset: 0,
            site: Site::default(),
            keys,
        };
        table.checked(known)
    }

    fn checked(self, known: &'static [&'static str]) -> Read<Self> {
        let strange = self
            .keys
            .iter()
            .find(|(key, _)| !known.contains(&key.get_ref().as_ref()));
        match strange {
            None => Ok(self),
            Some((key, _)) => Err(BadDefinition {
                line: Some(self.source.line(key.span().start)),
                site: self.site.key(&quoted(key.get_ref(), Self::QUOTED)),
                fault: Fault::Key(known),
            }),
        }
    }

    /// The value of a key, if there is one.
    pub(super) fn find(&self, key: &str) -> Option<Item<'a>> {
        let value: &'a Spanned<DeValue<'a>> = self.keys.get(key)?;
        Some(Item {
            source: self.source,
            offset: value.span().start,
            site: self.site.key(key),
            value: value.get_ref(),
        })
    }

    /// The value of a key that must be there.
    pub(super) fn get(&self, key: &'static str) -> Read<Item<'a>> {
        self.find(key).ok_or_else(|| BadDefinition {
            line: Some(self.source.line(self.offset)),
            site: self.site.clone(),
            fault: Fault::Missing(key),
        })
    }

    /// Whether a key is true; false where it is not there.
    pub(super) fn flag(&self, key: &str) -> Read<bool> {
        self.find(key).map_or(Ok(false), |item| item.flag())
    }
}

impl<'a> Item<'a> {
    pub(super) fn fault(&self, fault: Fault) -> BadDefinition {
        BadDefinition {
            line: Some(self.source.line(self.offset)),
            site: self.site.clone(),
            fault,
        }
    }

    pub(super) fn table(&self, known: &'static [&'static str]) -> Read<Table<'a>> {
        let DeValue::Table(keys) = self.value else {
            return Err(self.fault(Fault::NotATable));
        };
        let table = Table {
            source: self.source,
            offset: self.offset,
            site: self.site.clone(),
            keys,
        };
        table.checked(known)
    }

    pub(super) fn list(&self, items: RangeInclusive<usize>) -> Read<Vec<Self>> {
        let wanted = || self.fault(Fault::List(*items.start(), *items.end()));
        let DeValue::Array(list) = self.value else {
            return Err(wanted());
        };
        if !items.contains(&list.len()) {
            return Err(wanted());
        }
        let item = |(i, value): (usize, &'a Spanned<DeValue<'a>>)| Self {
            source: self.source,
            offset: value.span().start,
            site: self.site.item(i),
            value: value.get_ref(),
        };
        Ok(list.iter().enumerate().map(item).collect())
    }

    /// The text as it stands.
    pub(super) fn raw(&self) -> Read<&'a str> {
        match self.value {
            DeValue::String(text) => Ok(text),
            _ => Err(self.fault(Fault::NotText)),
        }
    }

    /// A line of text of so many characters at most, that can be shown as it is.
    pub(super) fn text(&self, most: usize) -> Read<String> {
        let text = self.raw()?;
        if is_a_line(text, most) {
            Ok(text.to_owned())
        } else {
            Err(self.fault(Fault::Text(most)))
        }
    }

    /// A text, or one in each of some languages.
    pub(super) fn wording(&self, most: usize) -> Read<Wording> {
        const LANGUAGES: &[&str] = &["zh-Hans", "zh-Hant", "en"];
        if !matches!(self.value, DeValue::Table(_)) {
            return self.text(most).map(Wording::same);
        }
        let table = self.table(LANGUAGES)?;
        let mut texts = Vec::new();
        for lang in Lang::ALL {
            if let Some(item) = table.find(lang.tag()) {
                texts.push((lang, item.text(most)?));
            }
        }
        Wording::in_languages(texts).ok_or_else(|| self.fault(Fault::Text(most)))
    }

    pub(super) fn flag(&self) -> Read<bool> {
        match self.value {
            DeValue::Boolean(is) => Ok(*is),
            _ => Err(self.fault(Fault::NotAFlag)),
        }
    }

    pub(super) fn number(&self, range: RangeInclusive<u32>) -> Read<u32> {
        let number = match self.value {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        number
            .filter(|n| range.contains(n))
            .ok_or_else(|| self.fault(Fault::Number(*range.start(), *range.end())))
    }

    pub(super) fn week(&self) -> Read<WeekId> {
        self.raw()?.parse().map_err(|_| self.fault(Fault::Week))
    }

    pub(super) fn date(&self) -> Read<NaiveDate> {
        let text = match self.value {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => return Err(self.fault(Fault::Date)),
        };
        parse_date(&text).map_err(|_| self.fault(Fault::Date))
    }

    pub(super) fn code(&self) -> Read<Code> {
        Code::new(self.raw()?).ok_or_else(|| self.fault(Fault::Code))
    }
}

/// Whether a text is a line that says something and cannot disturb the screen it is shown on.
pub(super) fn is_a_line(text: &str, most: usize) -> bool {
    let says_something = !text.trim().is_empty() && text.trim() == text;
    says_something && text.chars().count() <= most && can_be_shown(text)
}
