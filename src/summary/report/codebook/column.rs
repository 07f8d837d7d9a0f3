//! A column of the CSV.

use super::Entry;
use crate::survey::codebook::{Coded, Kind, Labels, Unit, Variable};

/// A column: what it is called and means, and what stands in it.
pub(in crate::summary::report) struct Column {
    pub(in crate::summary::report) variable: Variable,
    pub(in crate::summary::report) cell: Box<dyn Fn(&Entry<'_>) -> String>,
}

impl Column {
    /// Whether its cells are words, which must not be taken for formulas; codes and numbers are as in the JSON.
    pub(in crate::summary::report) fn is_words(&self) -> bool {
        self.variable.kind == Kind::Text && self.variable.codes.is_empty()
    }

    pub(super) fn unit(mut self, unit: Unit) -> Self {
        self.variable.unit = Some(unit);
        self
    }

    pub(super) fn codes(mut self, codes: Vec<(&str, Labels)>) -> Self {
        let list = codes.into_iter().map(|(code, label)| Coded {
            code: code.to_owned(),
            label,
            within: None,
            occurs: true,
        });
        self.variable.codes = list.collect();
        self.variable.kind = Kind::Code;
        self
    }
}
