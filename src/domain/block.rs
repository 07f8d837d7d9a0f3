//! A block: one stretch of work on one date.

use super::{Activity, BlockId, Span};
use std::borrow::Cow;

/// One entry of the diary. Its date is that of the [`Day`](super::Day) it stands in, the date it starts on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Names the block in commands and files.
    pub id: BlockId,
    /// What was done.
    pub activity: Activity,
    /// When, or how long.
    pub span: Span,
    /// Free text of the teacher's own.
    pub note: Note,
    /// How much it was worth; asked for meetings.
    pub rating: Option<Rating>,
    /// A secondary activity: kept and listed, its minutes summed apart.
    pub parallel: bool,
}

impl Block {
    /// Start and end if the block takes part in the overlap rule: clocked and not parallel.
    #[must_use]
    pub fn exclusive_times(&self) -> Option<(u32, u32)> {
        if self.parallel {
            None
        } else {
            self.span.clock_times()
        }
    }
}

/// Free text, one line, trimmed, at most 500 characters; empty for no note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note(String);

/// A note that is too long; holds its number of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the note has {0} characters: at most {most} fit", most = Note::LONGEST)]
pub struct BadNote(pub usize);

impl Note {
    /// The most characters a note has.
    pub const LONGEST: usize = 500;

    /// Takes a note; control characters become spaces, marks that turn the direction of writing go, and so does space
    /// at the ends: a note must not disturb the screen it is shown on.
    ///
    /// # Errors
    /// [`BadNote`] where it is longer than [`Note::LONGEST`].
    pub fn new(text: &str) -> Result<Self, BadNote> {
        let turns = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let clean: Cow<'_, str> = if text.contains(|c: char| c.is_control() || turns(&c)) {
            let kept = text.chars().filter(|c| !turns(c));
            kept.map(|c| if c.is_control() { ' ' } else { c }).collect()
        } else {
            text.into() // as nearly all are
        };
        let clean = clean.trim();
        match clean.chars().count() {
            length if length > Self::LONGEST => Err(BadNote(length)),
            _ => Ok(Self(clean.to_owned())),
        }
    }

    /// The text; empty for no note.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How much a block was worth, 1 (nothing) to 5 (much).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

/// A rating outside 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a rating: 1 to 5")]
pub struct BadRating(pub u32);

impl Rating {
    /// Takes a rating.
    ///
    /// # Errors
    /// [`BadRating`] outside 1..=5.
    pub fn new(worth: u32) -> Result<Self, BadRating> {
        match u8::try_from(worth) {
            Ok(w @ 1..=5) => Ok(Self(w)),
            _ => Err(BadRating(worth)),
        }
    }

    /// 1 to 5.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_one_clean_line() {
        assert_eq!(Note::new("  三(2)班\n语文 ").unwrap().as_str(), "三(2)班 语文");
        assert_eq!(Note::new(&"字".repeat(501)), Err(BadNote(501)));
        assert!(Note::new("\t").unwrap().is_empty());
        assert_eq!(Note::new("a\u{202e}b").unwrap().as_str(), "ab");
    }
}
