use super::*;

/// Shows a hidden line of the tables of a pattern; none where nothing is hidden beside something shown.
fn show_one(lines: &[Line], pattern: &mut TablePattern, item: Item) -> bool {
    let is_shown = |items: &std::collections::BTreeSet<Item>| items.contains(&item);
    if pattern.lines.iter().any(is_shown) {
        let hidden = (0..lines.len()).filter(|l| !pattern.lines[*l].contains(&item));
        let smallest = hidden
            .filter(|line| item.respondents(&lines[*line].cell) > 0)
            .min_by_key(|line| item.respondents(&lines[*line].cell));
        if let Some(line) = smallest.filter(|l| item.respondents(&lines[*l].cell) < RULES.min_group) {
            pattern.lines[line].extend([Item::Time, item]);
            return true;
        }
    }
    let within = lines.iter().zip(&mut pattern.within);
    within
        .filter_map(|(line, within)| Some((line, within.as_mut()?)))
        .any(|(line, within)| show_one(&line.within, within, item))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn one_line_too_many_is_refused(people in people(), item in prop::sample::select(&Item::ALL[..])) {
        let tables = tables(&people);
        let mut pattern = Pattern::of(&tables, ASKS, RULES);
        let mut shown = false;
        for (lines, table) in tables.groups.iter().zip(&mut pattern.groups) {
            shown |= show_one(lines, table, item);
        }
        prop_assert_eq!(pattern.audit(&tables, RULES).is_err(), shown);
    }
}

#[test]
fn what_was_safe_of_some_responses_is_refused_of_others() {
    let many = tables(&same(&[(4, 20), (5, 20), (7, 9), (8, 8), (0, 20)]));
    let pattern = Pattern::of(&many, ASKS, RULES);
    assert_eq!(pattern.audit(&many, RULES), Ok(()));
    let fewer = tables(&same(&[(4, 20), (5, 9), (7, 9), (8, 8), (0, 20)]));
    let refused = pattern.audit(&fewer, RULES).unwrap_err();
    assert_eq!((refused.group, refused.item), (Some(0), Item::Time));
    assert!(refused.width < RULES.min_group);
    // Of one whose activities make up most.
    let mut people = same(&[(4, 20), (5, 20), (7, 20), (8, 20), (0, 20)]);
    for (_, v) in &mut people {
        v[Value::Activity(3).index()] = 15;
    }
    let pattern = Pattern::of(&tables(&people), ASKS, RULES);
    assert_eq!(pattern.audit(&tables(&people), RULES), Ok(()));
    people[0].1[Value::Activity(3).index()] = 2_000;
    let refused = pattern.audit(&tables(&people), RULES).unwrap_err();
    assert_eq!(refused.item, Item::Activities);
}
