//! A small deterministic source of variety.

/// `SplitMix64`: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
///
/// Good enough for made-up days, and the same on every machine; not for secrets.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number from `from` to `to`, both included.
    pub(super) fn between(&mut self, from: u32, to: u32) -> u32 {
        let width = u64::from(to.saturating_sub(from)) + 1;
        from + u32::try_from(self.next() % width).unwrap_or(0)
    }

    /// Minutes from `from` to `to` in steps of five.
    pub(super) fn minutes(&mut self, from: u32, to: u32) -> u32 {
        self.between(from / 5, to / 5) * 5
    }

    /// True in so many of a hundred cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of several things, of which there is at least one.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
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
    fn both_ends_come_up_and_nothing_outside() {
        let mut dice = Dice::new(7);
        let seen: std::collections::BTreeSet<u32> = (0..200).map(|_| dice.minutes(10, 25)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [10, 15, 20, 25]);
        assert!((0..100).all(|_| !dice.chance(0) && dice.chance(100)));
        assert_eq!(dice.pick(&['x']), 'x');
    }
}
