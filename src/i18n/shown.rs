//! Text of others that ends up on a screen.

/// Whether a character moves the cursor, turns the direction of what follows, or cannot be seen.
pub(crate) fn disturbs(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
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
