//! How much noise is on the numbers of a report. It does not depend on the responses, so that all of it can be told.

use crate::survey::collector::disclosure::Epsilon;

/// What a response counts for at most, in minutes: 70 hours. A constant, since one that depended on the responses would tell
/// about them.
pub const MOST_MINUTES: u32 = 70 * 60;

/// By how many minutes a mean may be off that is still shown: one that may be off by more says nothing.
const USABLE_MINUTES: u32 = 10 * 60;

/// How much noise is on the numbers of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoiseSize {
    /// What each week cost.
    pub epsilon: Epsilon,
    /// How many levels of lines share it: everybody, and the levels of each table.
    pub levels: u32,
}

impl NoiseSize {
    /// The scale of the noise on a number of responses; on a sum of minutes it is [`MOST_MINUTES`] times as much. Half of a
    /// level's part of the budget is for each.
    #[must_use]
    pub fn scale(self) -> f64 {
        f64::from(2 * self.levels) / self.epsilon.value()
    }

    /// By how many a number of responses is off at most, in 19 of 20 lines.
    #[must_use]
    pub fn responses(self) -> u32 {
        upwards(self.scale() * LN_20)
    }

    /// By how many minutes the mean of so many responses is off at most, in some 19 of 20 lines: by the noise of the sum, to
    /// which that of the number of responses adds little.
    #[must_use]
    pub fn minutes(self, responses: u32) -> u32 {
        upwards(self.scale() * LN_20 * f64::from(MOST_MINUTES) / f64::from(responses.max(1)))
    }

    /// From how many responses on a mean is shown.
    #[must_use]
    pub fn usable_from(self) -> u32 {
        self.minutes(1).div_ceil(USABLE_MINUTES)
    }
}

/// Noise is beyond its scale times this in one of 20 numbers.
const LN_20: f64 = 2.996;

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "above zero, and small for every budget that there is"
)]
fn upwards(number: f64) -> u32 {
    number.ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_adds_to_the_noise() {
        let size = |epsilon: &str, levels| NoiseSize {
            epsilon: epsilon.parse().unwrap(),
            levels,
        };
        let one = size("1", 1);
        assert_eq!(
            (one.responses(), one.minutes(100), one.usable_from()),
            (6, 252, 42)
        );
        let six = size("0.5", 6);
        assert_eq!((six.responses(), six.usable_from()), (72, 504));
        assert!(six.minutes(six.usable_from()) <= USABLE_MINUTES);
        assert!(six.minutes(six.usable_from() - 1) > USABLE_MINUTES);
        assert!(size("0.01", 60).minutes(1) > 0);
    }
}
