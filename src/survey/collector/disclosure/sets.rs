//! Things in sets that are shown as one number each.

use super::hide::{Parts, rest, shown};

/// What may be shown of some sets, in order: those that may be shown stay as they are, and all others become one.
pub(super) fn shown_sets<P: Parts, T: Ord + Clone>(parts: &P, sets: &[Vec<T>]) -> Vec<Vec<T>> {
    let shown = shown(parts, &[]);
    let stay = sets.iter().zip(&shown).filter(|(_, shown)| **shown);
    let mut out: Vec<Vec<T>> = stay.map(|(set, _)| set.clone()).collect();
    let mut one: Vec<T> = rest(&shown).into_iter().flat_map(|s| sets[s].clone()).collect();
    one.sort();
    if !one.is_empty() {
        out.push(one);
    }
    out.sort();
    out
}

/// The sets whose numbers can be had from both, in order: the finest that are unions of sets of either.
pub(super) fn joined<T: Ord + Clone>(some: &[Vec<T>], others: &[Vec<T>]) -> Vec<Vec<T>> {
    let mut sets = some.to_vec();
    for other in others {
        let (touched, mut apart): (Vec<_>, Vec<_>) = sets
            .into_iter()
            .partition(|set| set.iter().any(|thing| other.contains(thing)));
        let mut one: Vec<T> = touched.into_iter().flatten().collect();
        one.sort();
        apart.push(one);
        sets = apart;
    }
    sets.sort();
    sets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_that_touch_become_one() {
        let sets = |sets: &[&[u8]]| -> Vec<Vec<u8>> { sets.iter().map(|set| set.to_vec()).collect() };
        let each = sets(&[&[1], &[2], &[3], &[4], &[5]]);
        let some = sets(&[&[1, 2], &[3], &[4], &[5]]);
        let others = sets(&[&[1], &[2, 3], &[4, 5]]);
        assert_eq!(joined(&some, &each), some);
        assert_eq!(joined(&each, &some), some);
        assert_eq!(joined(&some, &others), sets(&[&[1, 2, 3], &[4, 5]]));
    }
}
