//! What tells the records of a file from each other.

use std::collections::HashMap;

/// The sources given so far.
#[derive(Debug, Default)]
pub(super) struct Sources(HashMap<String, u32>);

impl Sources {
    /// The same text, or with a number behind it where the file has said the same before.
    pub(super) fn unique(&mut self, source: String) -> String {
        let times = self.0.entry(source.clone()).or_insert(0);
        *times += 1;
        if *times == 1 {
            source
        } else {
            format!("{source}#{times}")
        }
    }
}
