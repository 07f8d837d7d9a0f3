//! The content lines of a calendar file: folded lines joined, each with the number of the line it begins on.

use std::borrow::Cow;

/// One content line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Where it begins in the file, from 1.
    pub(super) number: usize,
    /// Its text, without the line's end.
    pub(super) text: Cow<'a, str>,
}

/// The lines that are not empty. A line that begins with a space or a tab goes on the one before it (RFC 5545, 3.1).
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out: Vec<Line<'_>> = Vec::new();
    for (i, raw) in text.split('\n').enumerate() {
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        match (raw.strip_prefix([' ', '\t']), out.last_mut()) {
            (Some(rest), Some(last)) => last.text.to_mut().push_str(rest),
            _ if raw.trim().is_empty() => {}
            _ => out.push(Line {
                number: i + 1,
                text: Cow::Borrowed(raw),
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_lines_are_one_and_keep_their_number() {
        let text = "A:1\r\nB:one\r\n  two\r\n\tthree\r\n\r\nC:语\n 文\n";
        let found: Vec<_> = lines(text)
            .into_iter()
            .map(|l| (l.number, l.text.into_owned()))
            .collect();
        assert_eq!(
            found,
            [
                (1, "A:1".to_owned()),
                (2, "B:one twothree".to_owned()),
                (6, "C:语文".to_owned())
            ]
        );
        assert!(lines(" \n\n").is_empty() && lines("").is_empty());
    }
}
