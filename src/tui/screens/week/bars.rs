//! The days as stacked bars, all on one scale.

use crate::domain::{Category, PerCategory};
use crate::figures::Sums;
use crate::tui::glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;

/// Minutes that a cell may stand for.
const STEPS: [u32; 14] = [5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 240, 480];

/// The minutes that a cell stands for, so that the longest day fits; none where nothing is logged or there is no room.
pub(super) fn scale(longest: u32, cells: usize) -> Option<u32> {
    let cells = u32::try_from(cells).unwrap_or(u32::MAX);
    if longest == 0 || cells == 0 {
        return None;
    }
    let fits = |step: &u32| longest.div_ceil(*step) <= cells;
    Some(STEPS.into_iter().find(fits).unwrap_or(longest.div_ceil(cells)))
}

/// The cells of each category. Each ends at the cell nearest to where its minutes end, so that the whole bar is as long
/// as the day, however many parts it has.
fn cells(sums: &Sums, scale: u32) -> PerCategory<usize> {
    let (mut minutes, mut end) = (0, 0);
    PerCategory::from_fn(|category| {
        minutes += sums.minutes[category];
        let start = std::mem::replace(&mut end, (minutes + scale / 2) / scale);
        usize::try_from(end - start).unwrap_or(0)
    })
}

/// The bar of a day: each part in its category's look, filled with its sign after its letter, so that it reads without
/// colours.
pub(super) fn bar(canvas: &Canvas<'_>, marks: &PerCategory<String>, sums: &Sums, scale: u32) -> Vec<Piece> {
    let cells = cells(sums, scale);
    let part = |category: Category| {
        let (sign, room) = (glyphs::pattern(category), cells[category]);
        let mark = Some(marks[category].as_str()).filter(|m| text::width(m) < room);
        let mark = mark.unwrap_or_default();
        let filled = sign.repeat(room - text::width(mark));
        canvas.mark(category, format!("{mark}{filled}"))
    };
    Category::ALL.map(part).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_scale_is_a_round_number_that_the_longest_day_fits() {
        assert_eq!(scale(600, 8), Some(80));
        assert_eq!(scale(600, 30), Some(20));
        assert_eq!(scale(601, 30), Some(25));
        assert_eq!(scale(600, 120), Some(5));
        assert_eq!(scale(60_000, 8), Some(7500));
        assert_eq!(scale(0, 8), None);
        assert_eq!(scale(600, 0), None);
    }

    proptest! {
        #[test]
        fn a_bar_is_as_long_as_its_day_and_fits(
            minutes in prop::array::uniform5(0u32..2000),
            more in 0u32..500,
            room in 1usize..200,
        ) {
            let sums = Sums { minutes: PerCategory::from_fn(|c| minutes[c.index()]), parallel_minutes: 0 };
            if let Some(scale) = scale(sums.total() + more, room) {
                let cells = cells(&sums, scale);
                let all: usize = cells.iter().map(|(_, n)| n).sum();
                prop_assert!(all <= room);
                let exact = f64::from(sums.total()) / f64::from(scale);
                prop_assert!((f64::from(u32::try_from(all).unwrap()) - exact).abs() <= 0.5);
            }
        }
    }
}
