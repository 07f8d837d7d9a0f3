//! Finds words in a text: folded, and Latin ones at word boundaries only.

use crate::entry::fold;

/// A text that words are looked for in.
#[derive(Debug, Clone)]
pub(super) struct Text(Vec<char>);

/// What stands for a character that is understood.
const UNDERSTOOD: char = '\0';

/// A text as words are compared: folded, single spaces.
pub(super) fn plain(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        Self(plain(text).chars().filter(|c| *c != UNDERSTOOD).collect())
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.0
    }

    /// The first place of a word, which is plain; none for an empty word.
    pub(super) fn find(&self, word: &[char]) -> Option<usize> {
        let (first, last) = (word.first()?, word.last()?);
        let joins = |a: char, b: char| is_latin(a) && is_latin(b);
        let fits = |at: &usize| {
            let before = at.checked_sub(1).and_then(|at| self.0.get(at));
            let after = self.0.get(at + word.len());
            self.0.get(*at..at + word.len()) == Some(word)
                && !before.is_some_and(|b| joins(*b, *first))
                && !after.is_some_and(|a| joins(*last, *a))
        };
        (0..self.0.len()).find(fits)
    }

    pub(super) fn contains(&self, word: &[char]) -> bool {
        self.find(word).is_some()
    }

    /// Marks characters as understood.
    pub(super) fn mark(&mut self, range: std::ops::Range<usize>) {
        for c in self.0.iter_mut().skip(range.start).take(range.len()) {
            *c = UNDERSTOOD;
        }
    }

    /// Marks a word wherever it stands; whether it stood anywhere.
    pub(super) fn mark_all(&mut self, word: &[char]) -> bool {
        let mut found = false;
        while let Some(at) = self.find(word) {
            self.mark(at..at + word.len());
            found = true;
        }
        found
    }

    /// Whether nothing is left but signs, numbers, and words with a number in them, such as a room's.
    pub(super) fn is_understood(&self) -> bool {
        let is_end = |c: &char| !c.is_alphanumeric();
        self.0
            .split(is_end)
            .all(|piece| piece.is_empty() || piece.iter().any(char::is_ascii_digit) && piece.len() <= 6)
    }
}

/// A letter or digit of a script that writes spaces between words.
fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_teachers_mean_them() {
        let has = |text: &str, word: &str| Text::new(text).contains(&plain(word).chars().collect::<Vec<_>>());
        assert!(has("課後服務（三樓）", "课后服务") && has("ＤＵＴＹ  roster", "duty roster"));
        assert!(has("PE课", "pe") && has("周三:PE", "PE") && has("A班会", "班会"));
        assert!(!has("people", "pe") && !has("duty2", "duty") && !has("x", ""));
    }
}
