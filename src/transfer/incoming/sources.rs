//! What tells the records of a file from each other.

use std::collections::{HashMap, HashSet};

/// The sources given so far.
#[derive(Debug, Default)]
pub(super) struct Sources {
    given: HashSet<String>,
    /// How often each was asked for.
    asked: HashMap<String, u32>,
}

impl Sources {
    /// The same text, or with a number behind it where the file has said the same before.
    pub(super) fn unique(&mut self, source: &str) -> String {
        let times = self.asked.entry(source.to_owned()).or_insert(0);
        loop {
            *times += 1;
            let numbered = if *times == 1 {
                source.to_owned()
            } else {
                format!("{source}#{times}")
            };
            if self.given.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_given_twice() {
        let mut sources = Sources::default();
        let given = ["a", "a#2", "a", "b", "a"].map(|s| sources.unique(s));
        assert_eq!(given, ["a", "a#2", "a#3", "b", "a#4"]);
    }
}
