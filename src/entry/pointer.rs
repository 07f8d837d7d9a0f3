//! Points at the part of an entry that is wrong.

use super::{EntryError, words::floor};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

impl EntryError {
    /// Two lines for a terminal: the text, and carets under the part that is wrong.
    ///
    /// Columns are terminal cells, two for a Chinese character. Control characters are shown as spaces.
    #[must_use]
    pub fn pointer(&self, text: &str) -> String {
        let shown: String = text.chars().flat_map(visible).collect();
        let span = inside(text, &self.span);
        // control characters of several bytes become one space, so places are found anew in what is shown
        let place = |at: usize| -> usize { text[..at].chars().flat_map(visible).map(char::len_utf8).sum() };
        let (start, end) = (place(span.start), place(span.end));
        let before = shown[..start].width();
        let carets = shown[..end].width().saturating_sub(before).max(1);
        format!(
            "{}\n{}{}",
            shown.trim_end(),
            " ".repeat(before),
            "^".repeat(carets)
        )
    }
}

fn visible(c: char) -> [char; 1] {
    [if c.is_control() { ' ' } else { c }]
}

/// The span cut down to the text, in case it is not the text that was read.
fn inside(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    start..floor(text, span.end).max(start)
}

#[cfg(test)]
mod tests {
    use crate::entry::EntryErrorKind as Kind;

    fn pointer(text: &str, span: std::ops::Range<usize>) -> String {
        Kind::Nothing.at(&span).pointer(text)
    }

    #[test]
    fn carets_stand_under_the_part() {
        assert_eq!(pointer("8:00-8:45 yej", 10..13), "8:00-8:45 yej\n          ^^^");
        assert_eq!(pointer("上课 三班", 7..13), "上课 三班\n     ^^^^");
        assert_eq!(pointer("sk\t\u{85}x", 5..6), "sk  x\n    ^");
        assert_eq!(pointer("sk ", 2..2), "sk\n  ^");
        assert_eq!(pointer("", 0..0), "\n^");
    }

    #[test]
    fn another_text_is_no_trouble() {
        assert_eq!(pointer("上", 1..2), "上\n^");
        assert_eq!(pointer("a", 7..9), "a\n ^");
    }
}
