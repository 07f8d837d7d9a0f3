use super::*;
use std::collections::BTreeSet;

const FIRST: [(u16, usize); 4] = [(4, 20), (5, 20), (7, 20), (0, 20)];

/// Whether a week of [`FIRST`] can be published again with these.
fn may_grow(then: &[Person]) -> bool {
    hurdles(then).is_empty()
}

fn hurdles(then: &[Person]) -> BTreeSet<Hurdle> {
    let first = tables(&same(&FIRST));
    Pattern::of(&first, ASKS, RULES).hurdles(&first, &tables(then), RULES)
}

#[test]
fn those_who_came_must_be_enough_wherever_they_came() {
    let with = |more: &[(u16, usize)]| same(&[&FIRST[..], more].concat());
    assert!(may_grow(&with(&[])));
    assert!(!may_grow(&with(&[(4, 1)])));
    assert!(!may_grow(&with(&[(4, 9)])));
    assert!(may_grow(&with(&[(4, 10)])));
    assert!(!may_grow(&with(&[(4, 10), (7, 1)])));
    assert!(!may_grow(&with(&[(4, 5), (5, 5)]))); // ten in the district, five in each school
    assert!(may_grow(&with(&[(4, 10), (5, 10), (7, 11)])));
    assert!(!may_grow(&with(&[(4, 10), (9, 10)]))); // an answer that nobody gave would be what is left
}

#[test]
fn what_keeps_a_week_as_it_is_is_named() {
    let with = |more: &[(u16, usize)]| hurdles(&same(&[&FIRST[..], more].concat()));
    let [everybody, regions] = [Hurdle::Everybody, Hurdle::Group(0)];
    assert_eq!(with(&[(4, 5), (5, 5)]), BTreeSet::from([regions]));
    assert_eq!(with(&[(4, 10), (7, 1)]), BTreeSet::from([regions]));
    let few = with(&[(4, 9)]);
    assert!(few.is_superset(&BTreeSet::from([everybody, regions])), "{few:?}");
}

#[test]
fn a_week_does_not_shrink_nor_change() {
    assert!(!may_grow(&same(&[(4, 20), (5, 20), (7, 20)]))); // twenty withdrew
    let mut corrected = same(&FIRST);
    corrected[0].1[Value::LateParents.index()] = 15;
    assert!(!may_grow(&corrected));
    for (_, v) in &mut corrected {
        v[Value::LateParents.index()] = 15;
    }
    assert!(!may_grow(&corrected));
}

#[test]
fn no_one_who_came_may_have_most_of_what_was_added() {
    let late = |minutes: i16| {
        let mut people = same(&[&FIRST[..], &[(4, 10)]].concat());
        people.last_mut().unwrap().1[Value::Category(crate::domain::Category::Duty).index()] = minutes;
        may_grow(&people)
    };
    assert!(late(600));
    assert!(!late(2_700 + 600)); // more than the others, and more than 15 minutes for each of 50 and of 30
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn the_same_may_be_published_again_and_one_more_may_not(people in people(), late in person()) {
        let first = tables(&people);
        let pattern = Pattern::of(&first, ASKS, RULES);
        prop_assert!(pattern.hurdles(&first, &first, RULES).is_empty());
        let mut more = people;
        more.push(late);
        prop_assert!(pattern.is_empty() || !pattern.hurdles(&first, &tables(&more), RULES).is_empty());
    }
}
