//! Text of others that ends up on a screen.

use unicode_segmentation::UnicodeSegmentation;

/// Whether a character moves the cursor, turns the direction of what follows, or cannot be seen: the control and format
/// characters of Unicode, its default-ignorable ones, and the fillers that are as good as space.
#[must_use]
pub(crate) fn disturbs(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
                | '\u{8e2}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
                | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a text can be shown as it is, on one line, and all of it is seen.
#[must_use]
pub(crate) fn can_be_shown(text: &str) -> bool {
    !text.contains(disturbs) && is_flat(text)
}

/// Whether no character is piled up out of more parts than any script needs.
fn is_flat(text: &str) -> bool {
    const PARTS: usize = 5;
    text.graphemes(true).all(|g| g.chars().count() <= PARTS)
}

/// A text of others in an error, on one line: each run of what would disturb is a `�`, and what is longer than `most`
/// characters ends in `…`.
pub(crate) fn quoted(text: &str, most: usize) -> String {
    let mut out = String::new();
    for (i, c) in text.chars().enumerate() {
        if i == most {
            out.push('…');
            break;
        }
        match c {
            '\n' | '\t' => out.push(' '),
            _ if !disturbs(c) => out.push(c),
            _ if out.ends_with('�') => {}
            _ => out.push('�'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_disturbs_is_not_quoted() {
        assert_eq!(quoted("键 é e\u{301} \"key\"", 60), "键 é e\u{301} \"key\"");
        assert_eq!(quoted("a\u{1b}[31m\u{7}\u{202e}b\nc\td", 60), "a�[31m�b c d");
        assert_eq!(quoted("abcdef", 3), "abc…");
        assert_eq!(quoted("abc", 3), "abc");
    }
}
