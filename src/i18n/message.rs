//! A message of a Fluent file, which is read when it is first needed: of some two thousand, a screen needs a hundred.

use fluent_syntax::ast::{self, Entry, Pattern};
use fluent_syntax::parser::parse_runtime;
use std::sync::OnceLock;

/// A message.
pub(super) struct Message {
    text: &'static str,
    /// In a box: most messages are never read, and the table of them all stays small.
    read: OnceLock<Box<ast::Message<&'static str>>>,
}

impl Message {
    /// The messages of a file by their ids, without reading them: each begins with a line that begins with a letter, and all
    /// lines that it goes on in begin with a space or a bracket.
    pub(super) fn all(file: &'static str) -> impl Iterator<Item = (&'static str, Self)> {
        let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
        let ends = move |text: &str| text.starts_with('#') || begins(text);
        let mut rest = file;
        std::iter::from_fn(move || {
            while !begins(rest) {
                (_, rest) = rest.split_once('\n')?;
            }
            let mut lines = rest.match_indices('\n').map(|(at, _)| at + 1);
            let end = lines.find(|line| ends(&rest[*line..])).unwrap_or(rest.len());
            let (text, more) = rest.split_at(end);
            rest = more;
            let (id, _) = text.split_once(' ')?;
            let read = OnceLock::new();
            Some((id, Self { text, read }))
        })
    }

    /// What it says.
    ///
    /// # Panics
    /// Never: the files are part of the program and tests read them all.
    pub(super) fn value(&self) -> Option<&Pattern<&'static str>> {
        self.read().value.as_ref()
    }

    /// What it says besides, under a name.
    ///
    /// # Panics
    /// Never, as above.
    pub(super) fn attribute(&self, name: &str) -> Option<&Pattern<&'static str>> {
        let mut attributes = self.read().attributes.iter();
        let found = attributes.find(|attribute| attribute.id.name == name);
        found.map(|attribute| &attribute.value)
    }

    #[expect(clippy::expect_used, reason = "the embedded files are checked by tests")]
    fn read(&self) -> &ast::Message<&'static str> {
        self.read.get_or_init(|| {
            let read = parse_runtime(self.text).map_err(|(_, faults)| faults);
            let mut entries = read.expect("well-formed Fluent").body.into_iter();
            let message = entries.find_map(|entry| match entry {
                Entry::Message(message) => Some(message),
                _ => None,
            });
            Box::new(message.expect("a message"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, sources};

    /// What Fluent reads of a whole file.
    fn by_fluent(file: &'static str) -> Vec<ast::Message<&'static str>> {
        let entries = parse_runtime(file).unwrap().body.into_iter();
        let message = |entry| match entry {
            Entry::Message(message) => message,
            other => panic!("what is {other:?}?"),
        };
        entries.map(message).collect()
    }

    #[test]
    fn one_by_one_they_are_what_fluent_reads_of_the_whole_file() {
        for file in Lang::ALL.into_iter().flat_map(sources) {
            let (mut ids, mut messages) = (Vec::new(), Vec::new());
            for (id, message) in Message::all(file) {
                ids.push(id);
                messages.push(message.read().clone());
            }
            let whole = by_fluent(file);
            let theirs: Vec<_> = whole.iter().map(|message| message.id.name).collect();
            assert!(!ids.is_empty());
            assert_eq!(ids, theirs);
            assert_eq!(messages, whole);
        }
    }

    #[test]
    fn a_message_goes_on_until_the_next_or_a_comment() {
        let file = "# of one\none =\n    first\n\n    last\n    .more = besides\n\n# of two\n\ntwo = { $n ->\n   *[other] { $n }\n} more\n";
        let all: Vec<_> = Message::all(file).collect();
        assert_eq!(all.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["one", "two"]);
        assert!(all[0].1.text.ends_with("= besides\n\n"));
        assert!(all[0].1.attribute("more").is_some() && all[0].1.attribute("less").is_none());
        assert!(all[1].1.text.starts_with("two") && all[1].1.text.ends_with("} more\n"));
        assert!(all[1].1.value().is_some());
    }
}
