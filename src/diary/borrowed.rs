//! Texts of a record that stay where they were read, unless an escape in them has to be resolved.
//!
//! serde borrows a `Cow` by itself only where it is a field of its own, and copies it inside an `Option` or a `Vec`.
//! Of a long diary those copies were most of the work of reading.

use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// A text that may be missing.
pub(super) fn some<'a, 'de: 'a, D: Deserializer<'de>>(from: D) -> Result<Option<Cow<'a, str>>, D::Error> {
    Ok(Option::<Text<'a>>::deserialize(from)?.map(|text| text.0))
}

/// Any number of texts.
pub(super) fn all<'a, 'de: 'a, D: Deserializer<'de>>(from: D) -> Result<Vec<Cow<'a, str>>, D::Error> {
    Ok(Vec::<Text<'a>>::deserialize(from)?
        .into_iter()
        .map(|text| text.0)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Line<'a> {
        #[serde(borrow, default, deserialize_with = "some")]
        note: Option<Cow<'a, str>>,
        #[serde(borrow, default, deserialize_with = "all")]
        settled: Vec<Cow<'a, str>>,
    }

    #[test]
    fn only_what_has_an_escape_is_copied() {
        let line: Line<'_> = serde_json::from_str(r#"{"note":"语文","settled":["08:00","a\"b"]}"#).unwrap();
        assert!(matches!(line.note, Some(Cow::Borrowed("语文"))));
        assert!(matches!(&line.settled[..], [Cow::Borrowed("08:00"), Cow::Owned(b)] if b == "a\"b"));
        let line: Line<'_> = serde_json::from_str(r#"{"note":null}"#).unwrap();
        assert!(line.note.is_none() && line.settled.is_empty());
    }
}
