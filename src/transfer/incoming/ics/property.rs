//! One property of an event, as the library reads it.

use super::lines::Line;
use super::{bad, bad_value};
use crate::transfer::incoming::{BadFile, FileFault};
use icalendar::parser::Property;

/// A property: `NAME;PARAMETER=…:VALUE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prop {
    /// The line it begins on.
    pub(super) line: usize,
    /// In upper case.
    pub(super) name: String,
    params: Vec<(String, String)>,
    /// Text with its escapes undone, but for lists, which [`Prop::list`] takes apart.
    pub(super) value: String,
}

/// The properties that are read; others may be as broken as they like.
const WANTED: [&str; 18] = [
    "UID",
    "SUMMARY",
    "LOCATION",
    "CATEGORIES",
    "STATUS",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "EXRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "X-APPLE-SPECIAL-DAY",
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "TZID",
    "TZOFFSETTO",
    "X-LIC-LOCATION",
];

impl Prop {
    /// Reads a line; none if nobody wants to know.
    pub(super) fn read(line: &Line<'_>) -> Result<Option<Self>, BadFile> {
        let text = line.text.trim_start();
        let end = text.find([';', ':']).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        let name = name.trim_end().to_ascii_uppercase();
        if !WANTED.contains(&name.as_str()) {
            return Ok(None);
        }
        // The library knows which values are text by the name, and only in upper case.
        let canonical = format!("{name}{rest}");
        let found =
            Property::try_from(canonical.as_str()).map_err(|why| bad(line.number, FileFault::Other(why)))?;
        let params = found.params.iter().map(|p| {
            let value = p.val.as_ref().map_or("", |v| v.as_str());
            (p.key.as_str().to_ascii_uppercase(), value.to_owned())
        });
        Ok(Some(Self {
            line: line.number,
            params: params.collect(),
            value: found.val.as_str().to_owned(),
            name,
        }))
    }

    /// A parameter by its name in upper case.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value makes no sense.
    pub(super) fn bad(&self) -> BadFile {
        bad_value(self.line, &self.name, &self.value)
    }

    /// The texts of a list such as `CATEGORIES`, which commas part unless they are escaped.
    pub(super) fn list(&self) -> Vec<String> {
        let mut out = vec![String::new()];
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            let escaped = if c == '\\' { chars.next() } else { None };
            let put = match (c, escaped) {
                (',', _) => {
                    out.push(String::new());
                    continue;
                }
                (_, Some('n' | 'N')) => '\n',
                (_, Some(other)) => other,
                (c, None) => c,
            };
            if let Some(last) = out.last_mut() {
                last.push(put);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn read(text: &str) -> Prop {
        Prop::read(&Line {
            number: 7,
            text: Cow::Borrowed(text),
        })
        .unwrap()
        .unwrap()
    }

    #[test]
    fn properties_are_read() {
        let p = read("summary;LANGUAGE=zh-CN:语文\\, 三(2)班\\; a\\nb: c\\\\d");
        assert_eq!(
            (p.name.as_str(), p.value.as_str(), p.line),
            ("SUMMARY", "语文, 三(2)班; a\nb: c\\d", 7)
        );
        let p = read("DTSTART;TZID=\"(UTC+08:00) Beijing; x\";VALUE=DATE-TIME:20261116T080000");
        assert_eq!(p.param("TZID"), Some("(UTC+08:00) Beijing; x"));
        assert_eq!(
            (p.param("VALUE"), p.value.as_str()),
            (Some("DATE-TIME"), "20261116T080000")
        );
        assert_eq!(read("CATEGORIES:上课,a\\,b,").list(), ["上课", "a,b", ""]);
        assert_eq!(
            Prop::read(&Line {
                number: 1,
                text: "DESCRIPTION broken".into()
            }),
            Ok(None)
        );
    }
}
