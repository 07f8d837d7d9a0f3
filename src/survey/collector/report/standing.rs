//! How a week stands to what was published of it before.

use crate::survey::collector::cells::Cells;
use crate::survey::collector::disclosure::Hurdle;
use std::collections::BTreeSet;

/// How a week stands to what was published of it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was not published before.
    New,
    /// It is the same.
    Same,
    /// Responses that came later are in it.
    Grown,
    /// Responses that came later are not in it: they are too few somewhere, and the two issues would tell about them.
    Waiting,
    /// Its numbers have noise on them: it is no issue of what is published without.
    Noisy,
}

impl Standing {
    /// Whether its responses were not published before, so that they are to be kept as they are.
    #[must_use]
    pub const fn is_new_issue(self) -> bool {
        matches!(self, Self::New | Self::Grown)
    }
}

/// What waits to be in a later issue of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// How many responses more there are than are shown; fewer than none where some were withdrawn.
    pub more: i64,
    /// The tables that keep it from being published.
    pub hurdles: BTreeSet<Hurdle>,
}

/// What was published of a week: the cells of its first issue, which made the pattern, and of its latest. Of two groups at once
/// only one table is ever published of a week: of several, which nobody looks at together, one could be taken from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Which issue the latest is.
    pub issue: u32,
    /// The cells of the first issue.
    pub first: Cells,
    /// The cells of the latest.
    pub latest: Cells,
    /// The groups of the table of two groups at once, once one was published with any issue.
    pub cross: Option<[usize; 2]>,
}
