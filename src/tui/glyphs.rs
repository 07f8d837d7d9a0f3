//! The few signs of the frame that are not letters.

use crate::domain::Category;
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

/// What fills a block of a category on the time line after its letter: the categories differ without colours too.
pub(crate) const fn pattern(category: Category) -> &'static str {
    match category {
        Category::Teaching => "=",
        Category::Meetings => "#",
        Category::Reports => "%",
        Category::ParentMessages => "@",
        Category::Duty => "+",
    }
}

/// What fills a gap between blocks on the time line.
pub(crate) const GAP: &str = ".";

/// What fills a block that is being typed on the time line.
pub(crate) const TYPED: &str = "~";

/// What fills something planned that waits to be confirmed on the time line.
pub(crate) const PLANNED: &str = "-";

/// Stands in the list before something planned that waits to be confirmed.
pub(crate) const WAITS: &str = "?";

/// Stands on the time line before a block that began on the day before.
pub(crate) const FROM_BEFORE: &str = "<";

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn the_signs_of_the_time_line_differ_and_take_one_cell_in_every_terminal() {
        let mut signs = Category::ALL.map(pattern).to_vec();
        signs.extend([GAP, TYPED, PLANNED, FROM_BEFORE, WAITS]);
        assert!(signs.iter().all(|s| s.width() == 1 && s.width_cjk() == 1));
        let count = signs.len();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), count);
    }
}
