//! Which parts of a shown whole are hidden, so that none can be found by taking the shown ones from the whole.

/// Parts of a whole that is shown.
pub(super) trait Parts {
    /// What some parts are together.
    type Sum: Default;
    /// How many there are.
    fn len(&self) -> usize;
    /// What decides which part is hidden next to protect another: the smallest.
    fn size(&self, part: usize) -> u64;
    /// Whether a part may be shown by itself.
    fn is_safe_alone(&self, part: usize) -> bool;
    /// Adds a part.
    fn add(&self, part: usize, to: &mut Self::Sum);
    /// Whether some parts together may be shown as one.
    fn are_safe(&self, together: &Self::Sum) -> bool;
}

/// Which parts are shown. All others form one rest, which may be shown as one and is never of one part alone; to make it so,
/// the smallest part that is shown goes to it, again and again. Where only all of them together would do, none is shown: the
/// whole is their sum. `never` are parts that are hidden whatever they are; the result grows with them.
pub(super) fn shown<P: Parts>(parts: &P, never: &[bool]) -> Vec<bool> {
    let hidden_before = |part: usize| never.get(part).copied().unwrap_or(false);
    let mut shown: Vec<bool> = (0..parts.len())
        .map(|part| !hidden_before(part) && parts.is_safe_alone(part))
        .collect();
    let (mut together, rest) = (P::Sum::default(), rest(&shown));
    for part in &rest {
        parts.add(*part, &mut together);
    }
    let mut smallest: Vec<usize> = (0..shown.len()).filter(|part| shown[*part]).collect();
    smallest.sort_by_cached_key(|part| parts.size(*part));
    for (hidden, part) in (rest.len()..).zip(smallest) {
        if hidden == 0 || (hidden >= 2 && parts.are_safe(&together)) {
            break;
        }
        shown[part] = false;
        parts.add(part, &mut together);
    }
    shown
}

/// The parts that are not shown.
pub(super) fn rest(shown: &[bool]) -> Vec<usize> {
    let parts = shown.iter().enumerate();
    parts
        .filter(|(_, shown)| !**shown)
        .map(|(part, _)| part)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Groups of which only the number of people matters.
    struct Heads(Vec<u64>, u64);

    impl Parts for Heads {
        type Sum = u64;
        fn len(&self) -> usize {
            self.0.len()
        }
        fn size(&self, part: usize) -> u64 {
            self.0[part]
        }
        fn is_safe_alone(&self, part: usize) -> bool {
            self.0[part] >= self.1
        }
        fn add(&self, part: usize, to: &mut u64) {
            *to += self.0[part];
        }
        fn are_safe(&self, together: &u64) -> bool {
            *together >= self.1
        }
    }

    fn shown_of(heads: &[u64]) -> Vec<u64> {
        let parts = Heads(heads.to_vec(), 10);
        let shown = shown(&parts, &[]);
        let heads = heads.iter().zip(shown);
        heads.filter(|(_, shown)| *shown).map(|(n, _)| *n).collect()
    }

    #[test]
    fn a_small_group_takes_the_next_smallest_with_it() {
        for (heads, expected) in [
            (&[40, 30, 20][..], &[40, 30, 20][..]),
            (&[40, 30, 9], &[40]),
            (&[40, 30, 9, 4], &[40, 30]),
            (&[40, 30, 5, 4], &[40]),
            (&[40, 9], &[]),
            (&[9, 9], &[]),
            (&[9], &[]),
            (&[12], &[12]),
            (&[], &[]),
        ] {
            assert_eq!(shown_of(heads), expected, "{heads:?}");
        }
    }

    proptest! {
        #[test]
        fn the_rest_is_never_small_and_never_one(
            heads in prop::collection::vec(1_u64..60, 0..12),
            never in prop::collection::vec(any::<bool>(), 12),
        ) {
            let parts = Heads(heads.clone(), 10);
            let shown = shown(&parts, &never);
            let rest = rest(&shown);
            let total: u64 = rest.iter().map(|p| heads[*p]).sum();
            prop_assert!(shown.iter().zip(&heads).all(|(shown, n)| !shown || *n >= 10));
            let all = rest.len() == heads.len();
            prop_assert!(rest.is_empty() || all || (rest.len() >= 2 && total >= 10));
            prop_assert!((0..heads.len()).all(|p| !(never[p] && shown[p])));
        }
    }
}
