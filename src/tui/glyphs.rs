//! The few signs of the frame that are not letters.

use crate::settings::Borders;

/// The signs of the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyphs {
    /// A line across.
    pub(crate) across: &'static str,
    /// A line down.
    pub(crate) down: &'static str,
    /// The corners of a box: top left, top right, bottom left, bottom right.
    pub(crate) corners: [&'static str; 4],
    /// Stands between facts on one line.
    pub(crate) dot: &'static str,
    /// Stands where text is left out.
    pub(crate) more: &'static str,
}

impl Glyphs {
    /// The signs for a setting.
    pub(crate) const fn of(borders: Borders) -> Self {
        match borders {
            Borders::Unicode => Self {
                across: "─",
                down: "│",
                corners: ["┌", "┐", "└", "┘"],
                dot: "·",
                more: "…",
            },
            Borders::Ascii => Self {
                across: "-",
                down: "|",
                corners: ["+", "+", "+", "+"],
                dot: "-",
                more: "~",
            },
        }
    }
}
