//! Text as a cell of a workbook holds it.

use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// The text with a visible sign for every character that a workbook cannot hold.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| sign(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(sign).collect())
    }
}

/// XML has no control characters but tab and line feed; Unicode has a picture of each.
fn sign(c: char) -> char {
    let code = u32::from(c);
    match c {
        '\t' | '\n' => c,
        '\0'..='\x1f' => char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// Whether a spreadsheet would take the text for a formula if it were typed in: it then gets the prefix that keeps it a
/// text when someone edits the cell. Excel under Chinese Windows takes the full-width signs too.
pub(super) fn looks_like_formula(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| "=+-@＝＋－＠".contains(c) || c.is_control())
}

/// The width of its widest line, in digits.
pub(super) fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// The lines that it takes in a column of a width, broken at spaces where there are any.
pub(super) fn lines(text: &str, column: usize) -> usize {
    let column = column.max(1);
    let wrapped = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split_inclusive(' ') {
            let width = word.width();
            if used > 0 && used + word.trim_end().width() > column {
                lines += 1;
                used = 0;
            }
            used += width;
            while used > column + 1 {
                lines += 1;
                used -= column;
            }
        }
        lines
    };
    text.split('\n').map(wrapped).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_shown_by_a_sign() {
        assert_eq!(clean("a\u{1}\tb\r\n\u{7f}"), "a␁\tb␍\n␡");
        assert_eq!(clean("会\u{9f}\u{ffff}"), "会\u{fffd}\u{fffd}");
        assert!(matches!(clean("3-1 👩‍🏫"), Cow::Borrowed(_)));
    }

    #[test]
    fn formulas_are_told_by_their_first_character() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=x", "\u{1}", "＝1", "－1"] {
            assert!(looks_like_formula(text), "{text:?}");
        }
        for text in ["", "3-1", " =x", "a=b", "−15 %", "'=1"] {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted() {
        for (text, column, expected) in [
            ("", 10, 1),
            ("parent messages", 15, 1),
            ("parent messages", 12, 2),
            ("a\nb", 12, 2),
            ("家长沟通", 8, 1),
            ("家长沟通家长沟通", 8, 2),
        ] {
            assert_eq!(lines(text, column), expected, "{text:?}");
        }
    }
}
