//! Labels with values beside them, both in as many rows as they need: nothing of what would be sent is cut.

use crate::tui::text;

/// A row: a part of the label, and a part of the value.
pub(in crate::tui::screens) struct Row {
    /// Which line it belongs to.
    pub(in crate::tui::screens) line: usize,
    /// The label's part, filled up with spaces.
    pub(in crate::tui::screens) label: String,
    /// The value's part.
    pub(in crate::tui::screens) value: String,
}

/// The rows of lines in so many cells.
pub(in crate::tui::screens) fn rows<'a>(
    lines: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    width: usize,
) -> Vec<Row> {
    const GAP: usize = 2;
    let widest = lines.clone().map(|(label, _)| text::width(label)).max();
    let column = widest.unwrap_or(0).min(width * 2 / 5);
    let room = width.saturating_sub(column + GAP).max(1);
    let mut out = Vec::new();
    for (line, (label, value)) in lines.enumerate() {
        let (labels, values) = (parts(label, column.max(1)), parts(value, room));
        for n in 0..labels.len().max(values.len()) {
            let part = |all: &[String]| all.get(n).cloned().unwrap_or_default();
            out.push(Row {
                line,
                label: text::pad(&part(&labels), column + GAP, ""),
                value: part(&values),
            });
        }
    }
    out
}

/// A text in rows; the space at its beginning, which moves a part in, stays.
fn parts(words: &str, room: usize) -> Vec<String> {
    if text::width(words) <= room {
        return vec![words.to_owned()];
    }
    text::wrap(words, room)
}

/// A text in rows of so many cells, broken anywhere, with every character of it.
pub(in crate::tui::screens) fn solid(text: &str, room: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let part = text::head(rest, room);
        let part = if part.is_empty() { rest } else { part }; // no room for a single character
        out.push(part);
        rest = &rest[part.len()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn solid_text_loses_nothing(text in "[a-z\":, 三班]{0,80}", room in 2usize..30) {
            let parts = solid(&text, room);
            prop_assert_eq!(parts.concat(), text.as_str());
            prop_assert!(parts.iter().all(|part| crate::tui::text::width(part) <= room));
        }

        #[test]
        fn every_row_fits(label in "[a-z 三]{0,30}", value in "[a-z 班]{0,60}", width in 10usize..60) {
            let lines = [(label.as_str(), value.as_str()), ("a", "b")];
            for row in rows(lines.into_iter(), width) {
                let whole = crate::tui::text::width(&row.label) + crate::tui::text::width(&row.value);
                prop_assert!(whole <= width, "{whole} in {width}");
            }
        }
    }
}
