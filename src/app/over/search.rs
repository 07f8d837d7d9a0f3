//! The search over all notes.

use super::Over;
use crate::app::{App, Effect, Line, List, Query};
use crate::domain::Block;
use crate::keymap::{Action, Key};
use chrono::NaiveDate;
use std::ops::Range;

/// What is looked for, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// What is typed.
    pub line: Line,
    /// What was found for it, the newest first; none until it is read.
    pub found: Option<Vec<(NaiveDate, Block)>>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// Why it could not be read, in the user's language; it is tried again when something else is looked for.
    pub failed: Option<String>,
    /// The selected line.
    pub list: List,
}

impl Search {
    /// The most blocks that are shown.
    pub const MOST: usize = 200;

    /// What is looked for: what is typed, without the space that the next word is still to follow.
    #[must_use]
    pub fn wanted(&self) -> &str {
        self.line.text().trim()
    }

    /// The part of a note that is what is looked for, in bytes; letters count as the same whether small or capital.
    #[must_use]
    pub fn place_in(&self, note: &str) -> Option<Range<usize>> {
        place(note, self.wanted())
    }

    pub(super) fn take(&mut self, text: &str, mut blocks: Vec<(NaiveDate, Block)>) {
        if text == self.wanted() {
            self.more = blocks.len() > Self::MOST;
            blocks.truncate(Self::MOST);
            self.found = Some(blocks);
        }
    }

    pub(super) fn fail(&mut self, why: &str) -> bool {
        let is_missing = self.unread().is_some();
        if is_missing {
            self.failed = Some(why.to_owned());
        }
        is_missing
    }

    pub(super) fn lines(&mut self) -> (&mut List, usize) {
        let lines = self.found.as_ref().map_or(0, Vec::len);
        (&mut self.list, lines)
    }

    /// What is to be read before it can be drawn; none where that is done.
    #[must_use]
    pub fn unread(&self) -> Option<Query> {
        let wanted = self.wanted();
        let is_done = self.found.is_some() || self.failed.is_some();
        (!wanted.is_empty() && !is_done).then(|| Query::Search {
            text: wanted.to_owned(),
            most: Self::MOST + 1, // one more tells that there are more
        })
    }

    pub(super) fn act(mut self, app: &mut App, action: Action) -> Vec<Effect> {
        if action == Action::Accept {
            let (list, lines) = self.lines();
            let at = list.at(lines);
            let Some((date, block)) = self.found.as_ref().and_then(|found| found.get(at)) else {
                app.over = Some(Over::Search(self));
                return Vec::new();
            };
            return app.go_to_block(*date, block.id.clone());
        }
        let (list, lines) = self.lines();
        list.act(action, lines);
        app.over = Some(Over::Search(self));
        Vec::new()
    }

    /// Forgets what was found if now something else is looked for.
    fn change(&mut self, change: impl FnOnce(&mut Line)) {
        let before = self.wanted().to_owned();
        change(&mut self.line);
        if self.wanted() != before {
            self.found = None;
            self.failed = None;
            self.list = List::default();
        }
    }

    pub(super) fn edit(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        self.change(|line| {
            line.edit(key);
        });
        app.over = Some(Over::Search(self));
        Vec::new()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.change(|line| line.insert(text));
        Vec::new()
    }
}

/// Where a text stands in a note the first time, as the store compares them: in small letters. What only a part of one
/// character's small letters would be, is the whole character.
fn place(note: &str, wanted: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = wanted.chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return None;
    }
    let small = note.char_indices().flat_map(|(at, c)| {
        let end = at + c.len_utf8();
        c.to_lowercase().map(move |small| (small, at..end))
    });
    let small: Vec<(char, Range<usize>)> = small.collect();
    let hit = small
        .windows(wanted.len())
        .find(|part| part.iter().map(|(c, _)| c).eq(&wanted))?;
    Some(hit.first()?.1.start..hit.last()?.1.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_looked_for_is_found_in_either_case() {
        for (note, wanted, part) in [
            ("Safety talk", "safe", Some("Safe")),
            ("safety talk", "TALK", Some("talk")),
            ("三(2)班语文", "班语", Some("班语")),
            ("İstanbul", "i", Some("İ")),
            ("aab", "ab", Some("ab")),
            ("talk", "walk", None),
            ("talk", "", None),
        ] {
            assert_eq!(
                place(note, wanted).map(|at| &note[at]),
                part,
                "{wanted} in {note}"
            );
        }
    }

    #[test]
    fn a_space_typed_behind_a_word_looks_for_nothing_else() {
        let mut search = Search {
            line: Line::new("talk"),
            found: Some(Vec::new()),
            ..Search::default()
        };
        search.paste(" ");
        assert_eq!(search.unread(), None);
        search.paste("s");
        assert!(matches!(search.unread(), Some(Query::Search { text, .. }) if text == "talk s"));
    }

    proptest! {
        #[test]
        fn a_part_of_a_note_is_found_in_it(before in "\\PC{0,6}", part in "\\PC{1,6}", after in "\\PC{0,6}") {
            let note = format!("{before}{part}{after}");
            let at = place(&note, &part).unwrap();
            prop_assert!(at.start <= before.len() && note.get(at).is_some());
        }
    }
}
