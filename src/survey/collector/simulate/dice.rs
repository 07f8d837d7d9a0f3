//! A small deterministic source of variety.

/// `SplitMix64`: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
///
/// Good enough for made-up days, and the same on every machine; not for secrets.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Dice of their own for whatever these numbers name, so that it can be thrown by itself and in any order.
    #[must_use]
    pub fn of(names: &[u64]) -> Self {
        let mix = |state: u64, name: &u64| Self(state ^ name).next();
        Self(names.iter().fold(0, mix))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number from `from` to `to`, both included.
    pub fn between(&mut self, from: u32, to: u32) -> u32 {
        let width = u64::from(to.saturating_sub(from)) + 1;
        from + u32::try_from(self.next() % width).unwrap_or(0)
    }

    /// Minutes from `from` to `to` in steps of five.
    pub fn minutes(&mut self, from: u32, to: u32) -> u32 {
        self.between(from / 5, to / 5) * 5
    }

    /// A number from 0 to below 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are just what it holds")]
    pub fn unit(&mut self) -> f64 {
        const STEPS: f64 = 9_007_199_254_740_992.0; // 2 to the power of 53
        (self.next() >> 11) as f64 / STEPS
    }

    /// A number around 0 with a standard deviation of 1, hardly ever beyond 3 and never beyond 5: eight even ones added up,
    /// since what the system computes of a logarithm is not the same everywhere.
    pub fn around(&mut self) -> f64 {
        const DEVIATION: f64 = 0.816_496_580_927_726; // of the sum: the root of 8 / 12
        let parts = [self.next(), self.next()].into_iter();
        let parts = parts.flat_map(|bits| [0, 16, 32, 48].map(|shift| (bits >> shift) & 0xffff));
        let sum: u64 = parts.sum();
        let sum = u32::try_from(sum).map_or(0.0, f64::from);
        (sum / 65_535.0 - 4.0) / DEVIATION
    }

    /// Sixteen bytes.
    pub fn bytes(&mut self) -> [u8; 16] {
        (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes()
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several things, of which there is at least one.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let n = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from[self.between(0, n.saturating_sub(1)) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_the_published_ones() {
        let mut dice = Dice::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| dice.next()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn what_lies_around_nought_is_spread_by_one() {
        let mut dice = Dice::of(&[7, 1]);
        let n = 20_000;
        let drawn: Vec<f64> = (0..n).map(|_| dice.around()).collect();
        let mean = drawn.iter().sum::<f64>() / f64::from(n);
        let variance = drawn.iter().map(|z| (z - mean) * (z - mean)).sum::<f64>() / f64::from(n);
        assert!(
            mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05,
            "{mean} {variance}"
        );
        let even: f64 = (0..n).map(|_| dice.unit()).sum::<f64>() / f64::from(n);
        assert!((even - 0.5).abs() < 0.02, "{even}");
        assert_ne!(Dice::of(&[7, 1]).bytes(), Dice::of(&[1, 7]).bytes());
    }

    #[test]
    fn both_ends_come_up_and_nothing_outside() {
        let mut dice = Dice::new(7);
        let seen: std::collections::BTreeSet<u32> = (0..200).map(|_| dice.minutes(10, 25)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [10, 15, 20, 25]);
        assert!((0..100).all(|_| !dice.chance(0) && dice.chance(100)));
        assert_eq!(dice.pick(&['x']), 'x');
    }
}
