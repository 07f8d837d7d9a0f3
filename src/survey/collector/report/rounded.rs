//! Numbers as they are shown: rounded, so that no exact sum can be had from them.

use crate::survey::collector::disclosure::Rules;
use serde::Serialize;

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Portion {
    /// Whole per cent.
    Percent(u32),
    /// Fewer than so many per cent: fewer than three are part of it, or nobody.
    Below(u32),
    /// More than so many per cent: fewer than three are not part of it, or everybody is.
    Above(u32),
}

impl Portion {
    /// A part of a whole, in whole per cent, halves upwards; none of nothing, and of a whole so small that neither side may
    /// be told.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        Self::of_weeks(part, whole, 1)
    }

    /// The same of several weeks together, in each of which the same few could be the part.
    pub(super) fn of_weeks(part: u64, whole: u64, weeks: u32) -> Option<Self> {
        let side = u64::from(Rules::SIDE) * u64::from(weeks);
        let bound = |n: u64| u32::try_from((100 * n).div_ceil(whole)).ok();
        if whole < 2 * side || part > whole {
            return None;
        }
        if part < side {
            return bound(side).map(Self::Below);
        }
        if whole - part < side {
            return bound(side).map(|above| Self::Above(100 - above));
        }
        u32::try_from(half_up(100 * part, whole)).ok().map(Self::Percent)
    }
}

/// The nearest whole number, halves upwards.
const fn half_up(dividend: u64, divisor: u64) -> u64 {
    (2 * dividend + divisor) / (2 * divisor)
}

/// A number of people, to the nearest 5.
#[must_use]
pub const fn people(n: u32) -> u32 {
    (n + 2) / 5 * 5
}

/// A mean of minutes that are not negative, to the nearest multiple of `step`, halves upwards; none of nobody.
pub(super) fn mean_minutes(sum: i64, n: u32, step: u32) -> Option<u32> {
    let sum = u64::try_from(sum).ok()?;
    let divisor = u64::from(n) * u64::from(step);
    (divisor > 0).then_some(())?;
    u32::try_from(half_up(sum, divisor)).ok()?.checked_mul(step)
}

/// Twice a number of minutes, as minutes to the nearest multiple of `step`, halves upwards.
pub(super) fn doubled_minutes(doubled: i32, step: u32) -> Option<u32> {
    let doubled = u64::try_from(doubled).ok()?;
    u32::try_from(half_up(doubled, 2 * u64::from(step)))
        .ok()?
        .checked_mul(step)
}

/// The mean of thousandths, in whole per cent, halves upwards; none of nobody.
pub(super) fn mean_percent(sum: i64, n: u32) -> Option<u32> {
    let sum = u64::try_from(sum).ok().filter(|_| n > 0)?;
    u32::try_from(half_up(sum, 10 * u64::from(n))).ok()
}

/// Twice a number of thousandths, in whole per cent, halves upwards.
pub(super) fn doubled_percent(doubled: i32) -> Option<u32> {
    let doubled = u64::try_from(doubled).ok()?;
    u32::try_from(half_up(doubled, 20)).ok()
}

/// A ratio of two sums in tenths, halves upwards; none where nothing is divided by.
pub(super) fn tenths(sum: i64, by: i64) -> Option<u32> {
    let (sum, by) = (u64::try_from(sum).ok()?, u64::try_from(by).ok()?);
    (by > 0).then(|| u32::try_from(half_up(10 * sum, by)).ok())?
}

/// The mean of bands of so many points, each named by its upper end and counted by its middle, to the nearest whole number,
/// halves away from zero; none of nobody.
pub(super) fn mean_of_bands(ends: i64, n: u32, width: u32) -> Option<i32> {
    let sum = 2 * ends - i64::from(width) * i64::from(n); // twice the middles
    let magnitude = (n > 0).then(|| half_up(sum.unsigned_abs(), 2 * u64::from(n)))?;
    let magnitude = i32::try_from(magnitude).ok()?;
    Some(if sum < 0 { -magnitude } else { magnitude })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_three_on_either_side_are_not_told() {
        for (part, whole, expected) in [
            (0, 100, Some(Portion::Below(3))),
            (2, 100, Some(Portion::Below(3))),
            (3, 100, Some(Portion::Percent(3))),
            (97, 100, Some(Portion::Percent(97))),
            (98, 100, Some(Portion::Above(97))),
            (100, 100, Some(Portion::Above(97))),
            (0, 10, Some(Portion::Below(30))),
            (10, 10, Some(Portion::Above(70))),
            (1, 200, Some(Portion::Below(2))), // 1.5 % at most
            (5, 10, Some(Portion::Percent(50))),
            (1, 3, None),
            (0, 0, None),
            (7, 6, None),
        ] {
            assert_eq!(Portion::of(part, whole), expected, "{part} of {whole}");
        }
    }

    #[test]
    fn people_are_told_in_fives() {
        let shown: Vec<u32> = [10, 11, 12, 13, 14, 15, 17, 18].map(people).to_vec();
        assert_eq!(shown, [10, 10, 10, 15, 15, 15, 15, 20]);
    }

    #[test]
    fn a_band_counts_by_its_middle() {
        assert_eq!(mean_of_bands(-15 - 10, 2, 5), Some(-15)); // −17.5 and −12.5
        assert_eq!(mean_of_bands(5, 1, 5), Some(3)); // 2.5
        assert_eq!(mean_of_bands(0, 1, 5), Some(-3)); // −2.5
        assert_eq!(mean_of_bands(5, 2, 5), Some(0)); // 2.5 and −2.5
        assert_eq!(mean_of_bands(0, 0, 5), None);
    }

    #[test]
    fn halves_go_up() {
        assert_eq!(mean_minutes(150, 20, 15), Some(15)); // 7.5
        assert_eq!(mean_minutes(149, 20, 15), Some(0));
        assert_eq!(mean_minutes(0, 0, 15), None);
        assert_eq!(doubled_minutes(15, 15), Some(15));
        assert_eq!(doubled_minutes(14, 15), Some(0));
        assert_eq!(mean_percent(345 * 3, 3), Some(35));
        assert_eq!(doubled_percent(690), Some(35));
        assert_eq!(tenths(5, 4), Some(13));
        assert_eq!(tenths(5, 0), None);
    }
}
