//! Cuts an entry into pieces: what stands between spaces and commas, up to the escape `--`.

use super::fold::{fold, is_comma, is_space};
use std::ops::Range;

/// A stretch of text without spaces and commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// As the grammar reads it.
    pub(super) folded: String,
    /// Whether a comma stands between the piece before and this one.
    pub(super) after_comma: bool,
}

/// An entry, cut.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// The pieces in order.
    pub(super) pieces: Vec<Piece>,
    /// Where the escape begins, else the length of the text.
    pub(super) body_end: usize,
    /// The escape `--`, after which all is note.
    pub(super) escape: Option<Range<usize>>,
}

impl Words {
    /// Cuts a piece in two at a place in the text.
    pub(super) fn cut(&mut self, piece: usize, place: usize, text: &str) {
        let first = &mut self.pieces[piece];
        let second = Piece {
            range: place..first.range.end,
            folded: fold(&text[place..first.range.end]),
            after_comma: false,
        };
        first.range.end = place;
        first.folded = fold(&text[first.range.clone()]);
        self.pieces.insert(piece + 1, second);
    }
}

/// Cuts a text.
pub(super) fn split(text: &str) -> Words {
    let mut words = Words {
        body_end: text.len(),
        ..Words::default()
    };
    let mut start = None;
    let mut after_comma = false;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if !is_space(c) && !is_comma(c) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let raw = &text[from..at];
            if matches!(raw, "--" | "－－") && !is_comma(c) && !text[..from].ends_with(is_comma) {
                words.body_end = from;
                words.escape = Some(from..at);
                return words;
            }
            words.pieces.push(Piece {
                range: from..at,
                folded: fold(raw),
                after_comma,
            });
            after_comma = false;
        }
        after_comma |= is_comma(c);
    }
    words
}

/// The key under which a name of several words is found: folded, single spaces, commas kept.
///
/// None for a name that can't be typed: an empty one, or one with the escape in it.
pub(super) fn key(name: &str) -> Option<String> {
    let words = split(name);
    if words.escape.is_some() {
        return None;
    }
    let mut pieces = words.pieces.into_iter();
    let mut key = pieces.next()?.folded;
    for piece in pieces {
        push(&mut key, &piece);
    }
    Some(key)
}

/// Adds one more piece to a key.
pub(super) fn push(key: &mut String, piece: &Piece) {
    key.push_str(if piece.after_comma { ", " } else { " " });
    key.push_str(&piece.folded);
}

/// The character boundary at or before a place, which may lie past the end.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        let pieces = split(text).pieces;
        pieces
            .into_iter()
            .map(|p| format!("{}{}", if p.after_comma { "," } else { "" }, p.folded))
            .collect()
    }

    #[test]
    fn spaces_and_commas_of_every_width() {
        assert_eq!(folded("8:00-8:45　ＳＫ\t三班"), ["8:00-8:45", "sk", "三班"]);
        assert_eq!(
            folded("8:00-8:45，sk, 三班,,x"),
            ["8:00-8:45", ",sk", ",三班", ",x"]
        );
        assert_eq!(folded(" ，"), [""; 0]);
    }

    #[test]
    fn the_escape_is_a_word_of_its_own() {
        let words = split("sk -- 8:00");
        assert_eq!(
            (words.pieces.len(), words.escape, words.body_end),
            (1, Some(3..5), 3)
        );
        assert!(split("sk －－ x").escape.is_some());
        for text in ["sk --x", "sk x-- y", "a,--,b", "8:00--8:45", "sk —— x"] {
            assert_eq!(split(text).escape, None, "{text}");
        }
    }

    #[test]
    fn a_piece_cut_in_two() {
        let text = "x, ８:00上課 y";
        let mut words = split(text);
        words.cut(1, text.find('上').unwrap(), text);
        let texts: Vec<_> = words.pieces.iter().map(|p| &text[p.range.clone()]).collect();
        assert_eq!(texts, ["x", "８:00", "上課", "y"]);
        assert_eq!(
            (words.pieces[1].folded.as_str(), words.pieces[2].folded.as_str()),
            ("8:00", "上课")
        );
        assert!(words.pieces[1].after_comma && !words.pieces[2].after_comma);
    }

    #[test]
    fn keys_of_names() {
        assert_eq!(key(" Evidence,  Photos ").as_deref(), Some("evidence, photos"));
        assert_eq!(key("課後服務").as_deref(), Some("课后服务"));
        assert_eq!(key("a -- b"), None);
        assert_eq!(key(" "), None);
    }
}
