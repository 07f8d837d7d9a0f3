//! The note: what is left over, as it was typed.

use super::words::Words;
use std::ops::Range;

/// The stretches of text that are note: neighbouring pieces together, with what stands between them.
///
/// A comma beside a recognised part separates and is dropped; between words of the note it stays.
pub(super) fn runs(words: &Words, free: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..words.pieces.len()).filter(|at| free[*at]) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => runs.push((at, at)),
        }
    }
    let range = |(first, last): (usize, usize)| {
        let start = if first == 0 {
            0
        } else {
            words.pieces[first].range.start
        };
        let is_last = last + 1 == words.pieces.len();
        let end = if is_last {
            words.body_end
        } else {
            words.pieces[last].range.end
        };
        start..end
    };
    runs.into_iter().map(range).collect()
}

/// The note of these stretches and of what follows the escape.
pub(super) fn join(text: &str, runs: &[Range<usize>], escape: Option<&Range<usize>>) -> Option<String> {
    let verbatim = escape.map(|escape| text[escape.end..].trim());
    if runs.is_empty() && verbatim.is_none() {
        return None;
    }
    let parts = runs.iter().map(|run| text[run.clone()].trim()).chain(verbatim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    Some(parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::words::split;

    fn note(text: &str, taken: &[usize]) -> Option<String> {
        let words = split(text);
        let free: Vec<bool> = (0..words.pieces.len()).map(|at| !taken.contains(&at)).collect();
        join(text, &runs(&words, &free), words.escape.as_ref())
    }

    #[test]
    fn what_is_left_over_stays_as_typed() {
        for (text, taken, expected) in [
            ("sk 三(2)班　 语文", &[0][..], "三(2)班　 语文"),
            ("三班 sk 语文", &[1], "三班 语文"),
            ("sk，三班，语文。", &[0], "三班，语文。"),
            ("三班，语文，sk", &[2], "三班，语文"),
            ("sk 三班， ", &[0], "三班，"),
            ("，三班 sk", &[1], "，三班"),
            ("sk -- 8:00  x ", &[0], "8:00  x"),
            ("sk 三班 -- 8:00", &[0], "三班 8:00"),
            ("sk --", &[0], ""),
        ] {
            assert_eq!(note(text, taken).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(note("sk", &[0]), None);
        assert_eq!(note("，", &[]), None);
    }
}
