//! Searching notes.

use super::Note;

/// A text that is looked for in notes, whatever the case of its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSearch {
    lower: String,
}

impl NoteSearch {
    /// A search for a text; an empty one is in every note.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            lower: text.to_lowercase(),
        }
    }

    /// Whether a note has the text in it.
    #[must_use]
    pub fn finds(&self, note: &Note) -> bool {
        self.finds_in(note.as_str())
    }

    /// The same for the text of a note.
    #[must_use]
    pub fn finds_in(&self, note: &str) -> bool {
        self.lower.is_empty() || note.to_lowercase().contains(&self.lower)
    }

    /// Whether every text has it, an empty one too.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lower.is_empty()
    }

    /// The longest part of it that stands letter for letter in whatever it is found in: characters that have no case.
    #[must_use]
    pub fn literal(&self) -> &str {
        let parts = self.lower.split(|c: char| !has_no_case(c));
        parts.max_by_key(|p| p.len()).unwrap_or_default()
    }
}

/// Whether a character is certainly no lower-case form of another one: Chinese characters, digits, ASCII signs. Of the
/// signs, those that a file writes with a backslash are left out.
const fn has_no_case(c: char) -> bool {
    let sign = matches!(c, ' '..='@' | '['..='`' | '{'..='~') && c != '"' && c != '\\';
    sign || matches!(c, '\u{3001}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_does_not_matter() {
        let finds = |text: &str, note: &str| NoteSearch::new(text).finds(&Note::new(note).unwrap());
        assert!(
            finds("7b", "Class 7B") && finds("CLASS", "class") && finds("", "") && finds("三(2)", "三(2)班")
        );
        assert!(!finds("8b", "Class 7B"));
        assert_eq!(NoteSearch::new("Class 三(2)班 B").literal(), " 三(2)班 ");
        assert_eq!(NoteSearch::new("Abc").literal(), "");
    }

    proptest! {
        #[test]
        fn what_is_found_has_the_literal_part_in_it(before in "\\PC{0,5}", text in "\\PC{0,8}", after in "\\PC{0,5}") {
            let note = format!("{before}{}{after}", text.to_uppercase());
            let search = NoteSearch::new(&text);
            if search.finds_in(&note) {
                prop_assert!(note.contains(search.literal()), "{:?} in {note:?}", search.literal());
            }
        }

        #[test]
        fn no_character_without_case_comes_from_another(c: char) {
            for lower in c.to_lowercase() {
                prop_assert!(lower == c || !has_no_case(lower));
            }
        }
    }
}
