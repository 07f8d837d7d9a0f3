//! Text on lines of so many cells of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text on as many lines as it takes, none wider than `width` where it can be broken: at spaces, behind hyphens, and
/// between Chinese characters.
#[must_use]
pub(crate) fn broken(text: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && line.width() + piece.trim_end().width() > width {
            out.push(line.trim_end().to_owned());
            line.clear();
        }
        line += piece;
    }
    out.push(line.trim_end().to_owned());
    out
}

/// The pieces of a text between which a line may end; a space belongs to the piece before it.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let is_wide = |c: char| c.is_alphanumeric() && c.width() == Some(2);
    let mut out = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        let may_end =
            |b: char| b == ' ' && c != ' ' || b == '-' && c.is_alphabetic() || is_wide(b) && is_wide(c);
        if before.is_some_and(may_end) {
            out.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    out.push(&text[start..]);
    out
}

/// A text with spaces behind it up to a number of cells.
pub(super) fn fitted(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text.width())))
}

/// A text that a terminal takes for nothing but text.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_broken_between_words() {
        assert_eq!(broken("non-teaching share", 8), ["non-", "teaching", "share"]);
        assert_eq!(broken("week", 8), ["week"]);
        assert_eq!(broken("已完成的上课日", 8), ["已完成的", "上课日"]);
        assert_eq!(broken("", 8), [""]);
        assert_eq!(broken("2026-11-20", 4), ["2026-11-20"], "no date is broken");
    }
}
