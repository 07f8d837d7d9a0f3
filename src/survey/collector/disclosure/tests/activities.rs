use super::*;
use crate::survey::collector::disclosure::rules::is_dominated;
use crate::survey::collector::{ACTIVITIES, Measure};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn each_activity_is_in_one_set_of_one_family_that_nobody_has_most_of(
        mut people in people(), place in 0..ACTIVITIES, who in any::<prop::sample::Index>(),
    ) {
        let at = who.index(people.len());
        people[at].1[Value::Activity(place).index()] = 3_000;
        let tables = tables(&people);
        let pattern = Pattern::of(&tables, ASKS, RULES);
        let mut categories: Vec<_> = pattern.families.iter().flatten().copied().collect();
        categories.sort();
        prop_assert_eq!(categories, crate::domain::Category::ALL);
        each_table(&tables, &pattern, &mut |above, sets_above, lines, table| {
            assert!(table.activities.is_coarser_than(sets_above));
            let family_of = |place: &usize| {
                let category = Value::activity(*place).unwrap().category;
                pattern.families.iter().position(|f| f.contains(&category)).unwrap()
            };
            let sets: Vec<&[usize]> = table.activities.iter(&pattern.families).collect();
            let mut all: Vec<usize> = sets.iter().flat_map(|set| set.iter().copied()).collect();
            let len = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), len);
            for set in sets {
                assert!(set.iter().all(|place| family_of(place) == family_of(&set[0])));
                let measures: Vec<_> = set.iter().map(|p| Measure::Value(Value::Activity(*p))).collect();
                let shown = lines.iter().zip(&table.lines).filter(|(_, items)| items.contains(&Item::Activities));
                for (line, _) in shown {
                    assert!(above.contains(&Item::Activities));
                    assert!(!is_dominated(&line.cell, &measures));
                }
            }
        });
    }

    #[test]
    fn joined_sets_hold_both(mut people in people(), other in people()) {
        people.extend(other.clone());
        let [one, two] = [&people, &other].map(|people| Pattern::of(&tables(people), ASKS, RULES));
        let both = one.activities.joined(&two.activities);
        prop_assert!(both.is_coarser_than(&one.activities) && both.is_coarser_than(&two.activities));
        prop_assert_eq!(&both, &two.activities.joined(&one.activities));
        let families = one.families.joined(&two.families);
        prop_assert_eq!(&families, &two.families.joined(&one.families));
        prop_assert_eq!(families.iter().map(<[_]>::len).sum::<usize>(), 5);
    }
}
