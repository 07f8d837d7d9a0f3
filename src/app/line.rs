//! A line of text being typed: graphemes, a cursor, and the editing keys every shell has.

use crate::keymap::{Key, KeyCode};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// One line of text with a cursor, which always stands between two graphemes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    text: String,
    /// In bytes.
    cursor: usize,
}

impl Line {
    /// The most bytes it takes; above any entry, below what would slow drawing down.
    pub const LONGEST: usize = 4096;

    /// A line with a text in it and the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor stands, in bytes.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Puts the cursor at a byte, or at the end of the grapheme that it lies in.
    pub fn move_to(&mut self, at: usize) {
        self.cursor = self
            .text
            .grapheme_indices(true)
            .map(|(i, _)| i)
            .find(|i| *i >= at)
            .unwrap_or(self.text.len());
    }

    /// Types text at the cursor. Line ends and other control characters become spaces; what does not fit is left out.
    pub fn insert(&mut self, text: &str) {
        let mut clean = String::new();
        for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
            if self.text.len() + clean.len() + c.len_utf8() > Self::LONGEST {
                break;
            }
            clean.push(c);
        }
        self.text.insert_str(self.cursor, &clean);
        self.move_to(self.cursor + clean.len());
    }

    /// Puts text in the place of a part; the cursor stands behind it. Nothing happens if the range is not one of the text.
    pub fn replace(&mut self, part: Range<usize>, with: &str) {
        if self.text.get(part.clone()).is_some() {
            self.text.replace_range(part.clone(), "");
            self.cursor = part.start;
            self.insert(with);
        }
    }

    /// Does what an editing key does; false if the key edits nothing.
    pub fn edit(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        let (start, end) = (0, self.text.len());
        match (key.code, key.ctrl) {
            (KeyCode::Left, false) => self.cursor = self.before(),
            (KeyCode::Right, false) => self.cursor = self.after(),
            (KeyCode::Left, true) => self.cursor = self.word_start(),
            (KeyCode::Right, true) => self.move_to(self.word_end()),
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => self.cursor = start,
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => self.cursor = end,
            (KeyCode::Backspace, false) | (KeyCode::Char('h'), true) => self.cut(self.before()..self.cursor),
            (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => self.cut(self.cursor..self.after()),
            (KeyCode::Char('w') | KeyCode::Backspace, true) => self.cut(self.word_start()..self.cursor),
            (KeyCode::Char('u'), true) => self.cut(start..self.cursor),
            (KeyCode::Char('k'), true) => self.cut(self.cursor..end),
            _ => return false,
        }
        true
    }

    fn cut(&mut self, part: Range<usize>) {
        self.text.replace_range(part.clone(), "");
        self.move_to(part.start); // two graphemes may have become one
    }

    fn before(&self) -> usize {
        let left = self.text[..self.cursor].grapheme_indices(true);
        left.map(|(i, _)| i).next_back().unwrap_or(0)
    }

    fn after(&self) -> usize {
        let right = self.text[self.cursor..].graphemes(true);
        self.cursor + right.map(str::len).next().unwrap_or(0)
    }

    /// Where the word before the cursor begins.
    fn word_start(&self) -> usize {
        let left = self.text[..self.cursor].trim_end();
        let start = left
            .rfind(char::is_whitespace)
            .map_or(0, |i| i + left[i..].chars().next().map_or(0, char::len_utf8));
        let starts = self.text.grapheme_indices(true).map(|(i, _)| i);
        starts.take_while(|i| *i <= start).last().unwrap_or(0)
    }

    /// Where the word after the cursor ends.
    fn word_end(&self) -> usize {
        let right = &self.text[self.cursor..];
        let word = right.trim_start();
        let length = word.find(char::is_whitespace).unwrap_or(word.len());
        self.text.len() - word.len() + length
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Keys typed into a line that shows the cursor as `|`.
    fn typed(before: &str, keys: &str) -> String {
        let at = before.find('|').unwrap();
        let mut line = Line::new(&before.replace('|', ""));
        line.move_to(at);
        for key in keys.split_whitespace() {
            line.edit(key.parse().unwrap());
        }
        let (left, right) = line.text().split_at(line.cursor());
        format!("{left}|{right}")
    }

    #[test]
    fn keys_edit() {
        for (before, keys, after) in [
            ("|", "三 班", "三班|"),
            ("三班|", "left 2", "三2|班"),
            ("三班|", "backspace", "三|"),
            ("|三班", "delete", "|班"),
            ("|三班", "backspace", "|三班"),
            ("8:00 sk 三班|", "ctrl-w", "8:00 sk |"),
            ("8:00 sk  |", "ctrl-w", "8:00 |"),
            ("8:00 sk|", "ctrl-left ctrl-left", "|8:00 sk"),
            ("|8:00 sk", "ctrl-right", "8:00| sk"),
            ("8:00| sk", "ctrl-right", "8:00 sk|"),
            ("8:00 |sk", "ctrl-u", "|sk"),
            ("8:00 |sk", "ctrl-k", "8:00 |"),
            ("8:00 sk|", "home x end y", "x8:00 sky|"),
            ("e\u{301}|", "backspace", "|"),
            ("👩‍🏫x|", "left left", "|👩‍🏫x"),
            ("全\u{3000}角|", "ctrl-w", "全\u{3000}|"),
        ] {
            assert_eq!(typed(before, keys), after, "{before} + {keys}");
        }
    }

    #[test]
    fn pasted_line_ends_become_spaces() {
        let mut line = Line::new("a");
        line.insert("b\r\nc\td");
        assert_eq!(line.text(), "ab  c d");
    }

    #[test]
    fn it_takes_no_more_than_fits() {
        let mut line = Line::default();
        line.insert(&"字".repeat(Line::LONGEST));
        assert!(line.text().len() <= Line::LONGEST && line.text().len() > Line::LONGEST - 3);
        assert_eq!(line.cursor(), line.text().len());
    }

    proptest! {
        #[test]
        fn the_cursor_always_stands_between_graphemes(
            start in "\\PC{0,12}",
            steps in prop::collection::vec((0usize..16, any::<char>()), 0..40),
        ) {
            let keys = ["left", "right", "ctrl-left", "ctrl-right", "home", "end", "backspace", "delete", "ctrl-w",
                        "ctrl-u", "ctrl-k", "ctrl-backspace"];
            let mut line = Line::new(&start);
            for (which, c) in steps {
                match keys.get(which) {
                    Some(key) => { line.edit(key.parse().unwrap()); }
                    None if which == 12 => { line.edit(Key::char(c)); }
                    None => line.insert(&format!("{c}\u{301}")),
                }
                let ends: Vec<usize> = line.text().grapheme_indices(true).map(|(i, _)| i).collect();
                prop_assert!(line.cursor() == line.text().len() || ends.contains(&line.cursor()));
            }
        }

        #[test]
        fn what_is_typed_at_the_end_stands_there(start in "[a-z 三班]{0,9}", more in "[a-z 三班]{1,9}") {
            let mut line = Line::new(&start);
            for c in more.chars() {
                line.edit(Key::char(c));
            }
            prop_assert_eq!(line.text(), format!("{start}{more}"));
            for _ in 0..more.chars().count() {
                line.edit(Key::plain(KeyCode::Backspace));
            }
            prop_assert_eq!(line.text(), start);
        }
    }
}
