//! Why a file is not imported. Nothing of it is, then.

use crate::domain::{Block, BlockId};
use crate::i18n::{I18n, Say, quoted};
use crate::store::StoreError;
use crate::tr;
use chrono::NaiveDate;
use std::fmt;

/// The most characters that are told of what is wrong with a line: they may be the file's own.
const LONGEST_WHY: usize = 400;

/// Why a file is not imported.
#[derive(Debug)]
pub enum ImportError {
    /// Its first line is not that of an export.
    NotAnExport,
    /// Written by a newer version of the program.
    Newer(u64),
    /// A line makes no sense.
    Line {
        /// From 1.
        line: usize,
        /// What is wrong with it, in English.
        why: String,
    },
    /// The diary has another block of the same id.
    OtherBlock(NaiveDate, BlockId),
    /// The diary says something else of a day's kind.
    OtherKind(NaiveDate),
    /// The diary has another value of a setting.
    OtherSetting(&'static str),
    /// Two clocked blocks overlap.
    Overlap(Box<[(NaiveDate, Block); 2]>),
    /// The store cannot be read or written.
    Store(StoreError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Say for ImportError {
    fn say(&self, i18n: &I18n) -> String {
        match self {
            Self::NotAnExport => tr!(i18n, "import-not-an-export"),
            Self::Newer(version) => tr!(i18n, "import-newer", version = version.to_string()),
            Self::Line { line, why } => {
                let why = quoted(why, LONGEST_WHY);
                tr!(i18n, "import-line", line = line.to_string(), why = why)
            }
            Self::OtherBlock(date, id) => tr!(
                i18n,
                "import-other-block",
                date = date.to_string(),
                id = id.as_str()
            ),
            Self::OtherKind(date) => tr!(i18n, "import-other-kind", date = date.to_string()),
            Self::OtherSetting(name) => tr!(i18n, "import-other-setting", name = *name),
            Self::Overlap(both) => {
                let [(first_date, first), (second_date, second)] = both.as_ref();
                let say = |date: &NaiveDate, b: &Block| format!("{date} {} ({})", b.span, b.id);
                tr!(
                    i18n,
                    "import-overlap",
                    first = say(first_date, first),
                    second = say(second_date, second)
                )
            }
            Self::Store(error) => error.say(i18n),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(I18n::english()))
    }
}

impl std::error::Error for ImportError {}
