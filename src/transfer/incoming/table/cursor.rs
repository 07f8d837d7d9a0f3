//! Reads a text character by character: what the readers of numbers, times, weeks and classes have in common.

use crate::entry::fold;

/// A place in a text whose characters are folded: small letters, half-width, Simplified.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    chars: &'a [char],
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// At a place, which may lie past the end.
    pub(super) const fn new(chars: &'a [char], at: usize) -> Self {
        Self { chars, at }
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// The character before.
    pub(super) fn before(&self) -> Option<char> {
        self.chars.get(self.at.checked_sub(1)?).copied()
    }

    /// Whether nothing is left.
    pub(super) const fn is_done(&self) -> bool {
        self.at >= self.chars.len()
    }

    /// Passes over a text if it stands here.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let mut at = self.at;
        for c in text.chars() {
            if self.chars.get(at) != Some(&c) {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    /// Passes over one of some characters, and says which.
    pub(super) fn eat_one(&mut self, of: &str) -> Option<char> {
        let c = self.peek().filter(|c| of.contains(*c))?;
        self.at += 1;
        Some(c)
    }

    /// Passes over white space, line ends included.
    pub(super) fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// A number in at most so many ASCII digits, all that stand here.
    pub(super) fn digits(&mut self, most: usize) -> Option<u32> {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        if count == 0 || count > most {
            return None;
        }
        let text: String = rest.iter().take(count).collect();
        self.at += count;
        text.parse().ok()
    }

    /// A number in ASCII digits or in Chinese: 3, 三, 十二, 二十.
    pub(super) fn number(&mut self) -> Option<u32> {
        self.digits(3).or_else(|| self.chinese())
    }

    fn chinese(&mut self) -> Option<u32> {
        let tens = match self.unit() {
            Some(n) if !self.eat("十") => return Some(n),
            Some(n) => n,
            None if self.eat("十") => 1,
            None => return None,
        };
        Some(tens * 10 + self.unit().unwrap_or(0))
    }

    fn unit(&mut self) -> Option<u32> {
        let units = "一二三四五六七八九".chars();
        let (value, _) = (1..).zip(units).find(|(_, c)| self.peek() == Some(*c))?;
        self.at += 1;
        Some(value)
    }

    /// One of the signs that stand between a first and a last.
    pub(super) fn dash(&mut self) -> bool {
        while self.peek() == Some(' ') {
            self.at += 1;
        }
        let found = self.eat_one("-~到至").is_some();
        if found {
            self.eat_one("-~"); // 8:00--8:45 and the Chinese dash of two characters
            while self.peek() == Some(' ') {
                self.at += 1;
            }
        }
        found
    }
}

/// A text as characters, folded; as many as there are in the text itself.
pub(super) fn folded(text: &str) -> Vec<char> {
    fold(text).chars().collect()
}

/// Whether a character is part of a word, and no sign or space.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// A text without spaces around it and with single spaces and no line ends inside.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without any white space, folded: how headers are compared.
pub(super) fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_both_kinds() {
        for (text, expected) in [
            ("3节", Some(3)),
            ("三节", Some(3)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("２１", Some(21)),
            ("1234", None),
            ("节", None),
            ("", None),
        ] {
            assert_eq!(Cursor::new(&folded(text), 0).number(), expected, "{text}");
        }
        assert_eq!(Cursor::new(&[], 7).number(), None);
    }

    #[test]
    fn folding_keeps_the_number_of_characters() {
        for text in ["Ａ節（２）", "İx", "é👩‍🏫"] {
            assert_eq!(folded(text).len(), text.chars().count());
        }
    }
}
