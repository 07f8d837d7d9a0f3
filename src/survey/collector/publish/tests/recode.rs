//! What is known is made coarser until enough have it in common.

use super::*;
use crate::survey::collector::publish::known::recode;
use crate::survey::collector::publish::ladders::Ladders;
use std::collections::HashMap;

proptest! {
    #[test]
    fn whatever_occurs_occurs_often_enough_and_nothing_is_taken_away_without_need(counts in counts()) {
        let ladders = Ladders::of(&simulation(10).definition);
        let recoded = recode(&counts, &ladders, LEAST);
        let mut published: HashMap<&Known, u32> = HashMap::new();
        let mut left_out = 0;
        for (from, n) in &counts {
            match &recoded[from] {
                None => left_out += n,
                Some(to) => *published.entry(to).or_default() += n,
            }
        }
        prop_assert!(published.values().all(|n| *n >= LEAST), "{published:?}");
        prop_assert!(left_out < LEAST);
        let ways = ladders.ways();
        for (from, to) in &recoded {
            let Some(to) = to else { continue };
            if counts[from] >= LEAST {
                prop_assert_eq!(from, to, "enough were like it");
            }
            // Only what holds it or nothing stands for an answer; and no milder way leads to the same place.
            let way = ways.iter().find(|way| ladders.climb(from, way) == *to);
            prop_assert!(way.is_some(), "{:?} {:?}", from, to);
            // No change of one thing by one step less would have left it among enough: they would be there.
            if from != to {
                prop_assert!(published.get(from).is_none_or(|_| counts[from] < LEAST));
            }
        }
        // What is left out could not have gone to what holds nothing at all, where there is that.
        if left_out > 0 {
            prop_assert!(!published.contains_key(&Known::from([0; 5])));
        }
    }
}

fn recoded(counts: &[([u16; 5], u32)]) -> Vec<Option<Vec<u16>>> {
    let ladders = Ladders::of(&simulation(10).definition);
    let recoded = recode(&of(counts), &ladders, LEAST);
    counts
        .iter()
        .map(|(known, _)| recoded[&Known::from(*known)].as_deref().map(<[u16]>::to_vec))
        .collect()
}

#[test]
fn the_smallest_change_that_helps_is_made() {
    // One district with nine, beside one of the same area with enough: both are left as districts or joined in the area?
    // Only the nine are too few, and alone in the area they still are, so what is least important after it goes.
    let school_of_nine = [([1, 1, 1, 2, 6], 30), ([1, 1, 1, 3, 6], 9)];
    assert_eq!(recoded(&school_of_nine), [Some(vec![1, 1, 1, 2, 6]), None]);
    // Two districts of nine become their area, and nothing else is lost.
    let two_of_nine = [([1, 1, 1, 2, 6], 9), ([1, 1, 1, 3, 6], 9), ([2, 1, 1, 3, 6], 12)];
    let area = Some(vec![1, 1, 1, 1, 6]);
    assert_eq!(
        recoded(&two_of_nine),
        [area.clone(), area, Some(vec![2, 1, 1, 3, 6])]
    );
    // Short weeks of a few: the days go before any answer does.
    let short = [([1, 1, 1, 2, 6], 20), ([1, 1, 1, 2, 4], 6), ([1, 1, 1, 2, 3], 5)];
    let without = Some(vec![1, 1, 1, 2, 0]);
    assert_eq!(
        recoded(&short),
        [Some(vec![1, 1, 1, 2, 6]), without.clone(), without]
    );
    // Groups that differ by one person: the one joins those that did not say it.
    let one_more = [([1, 1, 1, 2, 6], 10), ([1, 1, 2, 2, 6], 1), ([1, 1, 0, 2, 6], 10)];
    let not_said = Some(vec![1, 1, 0, 2, 6]);
    assert_eq!(
        recoded(&one_more),
        [Some(vec![1, 1, 1, 2, 6]), not_said.clone(), not_said]
    );
    // Too few of anything.
    assert_eq!(recoded(&[([1, 1, 1, 2, 6], 9)]), [None]);
}
