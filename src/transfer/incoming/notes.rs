//! Text of a file as a note.

use crate::domain::Note;

/// One line, its spaces single.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One line, and no more of it than a note takes; an ellipsis stands for what is cut.
pub(super) fn note(text: &str) -> String {
    let whole = one_line(text);
    if whole.chars().count() <= Note::LONGEST {
        return whole;
    }
    whole.chars().take(Note::LONGEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_fits() {
        assert_eq!(note(" a\n b\u{3000}c "), "a b c");
        let long = note(&"字".repeat(600));
        assert!(Note::new(&long).is_ok() && long.ends_with('…'));
        assert_eq!(note(&"字".repeat(500)).chars().count(), 500);
    }
}
