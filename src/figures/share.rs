//! Rounding for display.

/// Whole percentages of parts, which add up to 100 (largest remainder; ties to the earlier part).
///
/// All zero where the parts sum to zero.
#[must_use]
pub fn percentages(parts: &[u32]) -> Vec<u32> {
    let sum: u64 = parts.iter().map(|p| u64::from(*p)).sum();
    if sum == 0 {
        return vec![0; parts.len()];
    }
    let scaled: Vec<u64> = parts.iter().map(|p| u64::from(*p) * 100).collect();
    let mut out: Vec<u64> = scaled.iter().map(|s| s / sum).collect();
    let missing = usize::try_from(100 - out.iter().sum::<u64>()).unwrap_or(0);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(scaled[*i] % sum)); // stable: ties keep their order
    for i in order.into_iter().take(missing) {
        out[i] += 1;
    }
    out.into_iter().map(|p| u32::try_from(p).unwrap_or(100)).collect()
}

/// `part / whole` as a percentage with one decimal, in tenths of a percent, rounded half up; none where `whole` is 0.
#[must_use]
pub fn percent_half_up(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    (whole > 0).then(|| u32::try_from((part * 2000 + whole) / (whole * 2)).unwrap_or(u32::MAX))
}

/// `part / whole` in whole percent, rounded half up; none where `whole` is 0.
#[must_use]
pub fn whole_percent_half_up(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    (whole > 0).then(|| u32::try_from((part * 200 + whole) / (whole * 2)).unwrap_or(u32::MAX))
}

/// What a double may lack of the half that it stands for: 1.005 is a little less than that.
const LACK: f64 = 1e-9;

/// A number in whole units, halves upwards; below zero downwards, so that the sign changes nothing else.
#[must_use]
pub fn whole_half_up(number: f64) -> i64 {
    units_half_up(number, 1.0)
}

/// A number in tenths, rounded like [`whole_half_up`].
#[must_use]
pub fn tenths_half_up(number: f64) -> i64 {
    units_half_up(number, 10.0)
}

/// A number in hundredths, rounded like [`whole_half_up`].
#[must_use]
pub fn hundredths_half_up(number: f64) -> i64 {
    units_half_up(number, 100.0)
}

#[expect(clippy::cast_possible_truncation, reason = "minutes of a lifetime at most")]
fn units_half_up(number: f64, units: f64) -> i64 {
    (number.abs() * units + LACK).round().copysign(number) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn examples() {
        assert_eq!(percentages(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percentages(&[0, 0]), [0, 0]);
        assert_eq!(percentages(&[2, 1, 0]), [67, 33, 0]);
        assert_eq!(percent_half_up(1, 3), Some(333));
        assert_eq!(percent_half_up(1, 2000), Some(1), "0.05 % is 0.1 % when shown");
        assert_eq!(whole_percent_half_up(1, 8), Some(13));
        assert_eq!(
            whole_percent_half_up(189, 2000),
            Some(9),
            "9.45 % is rounded once, not by way of 9.5 %"
        );
    }

    #[test]
    fn halves_go_up_whatever_a_double_makes_of_them() {
        for (number, tenths) in [(47.25, 473), (0.05, 1), (0.35, 4), (1.45, 15), (-47.25, -473)] {
            assert_eq!(tenths_half_up(number), tenths, "{number}");
        }
        assert_eq!(tenths_half_up(47.249), 472);
        assert_eq!(tenths_half_up(-0.04), 0);
        assert_eq!((whole_half_up(44.5), whole_half_up(-0.5)), (45, -1));
        assert_eq!((hundredths_half_up(2.125), hundredths_half_up(1.005)), (213, 101));
    }

    proptest! {
        #[test]
        fn a_mean_is_rounded_as_its_fraction_is(part in 0u32..1_000_000, whole in 1u32..10_000) {
            let (part, whole) = (i64::from(part), i64::from(whole));
            let mean = f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap());
            prop_assert_eq!(tenths_half_up(mean), (part * 20 + whole) / (whole * 2));
            prop_assert_eq!(whole_half_up(mean), (part * 2 + whole) / (whole * 2));
        }

        #[test]
        fn they_add_up_to_100(parts in prop::collection::vec(0u32..100_000, 1..9)) {
            let sum: u32 = parts.iter().sum();
            let shown = percentages(&parts);
            prop_assert_eq!(shown.iter().sum::<u32>(), if sum == 0 { 0 } else { 100 });
            for (p, s) in parts.iter().zip(shown) {
                let exact = f64::from(*p) * 100.0 / f64::from(sum.max(1));
                prop_assert!((f64::from(s) - exact).abs() < 1.0);
            }
        }
    }
}
