use super::*;
use crate::survey::collector::disclosure::pattern::sums_of;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn what_is_shown_and_what_is_left_is_safe(people in people()) {
        let tables = tables(&people);
        let pattern = Pattern::of(&tables, ASKS, RULES);
        prop_assert_eq!(pattern.audit(&tables, RULES), Ok(()));
        each_table(&tables, &pattern, &mut |above, _, lines, table| {
            for item in Item::ALL {
                let of = || lines.iter().zip(&table.lines);
                let (shown, hidden): (Vec<_>, Vec<_>) = of().partition(|(_, items)| items.contains(&item));
                let is_safe = |cell| item.is_safe(cell, &pattern.families, RULES);
                assert!(shown.iter().all(|(line, items)| is_safe(&line.cell) && items.contains(&Item::Time)));
                assert!(shown.is_empty() || above.contains(&item));
                let hidden: Vec<_> = hidden.iter().map(|(line, _)| &line.cell).filter(|c| c.respondents > 0).collect();
                let rest = sums_of(hidden.iter().copied());
                assert!(shown.is_empty() || hidden.is_empty() || (hidden.len() > 1 && is_safe(&rest)));
            }
        });
    }

    #[test]
    fn the_order_of_responses_makes_no_difference(people in people(), at in any::<prop::sample::Index>()) {
        let mut other = people.clone();
        other.rotate_left(at.index(people.len()));
        other.reverse();
        let tables = [tables(&people), tables(&other)];
        prop_assert_eq!(&tables[0], &tables[1]);
        let [one, two] = tables.map(|tables| Pattern::of(&tables, ASKS, RULES));
        prop_assert_eq!(one, two);
    }

    #[test]
    fn the_lines_within_a_line_add_up_to_it(people in people()) {
        let tables = tables(&people);
        let mut people = people;
        people.retain(|(groups, _)| groups[0] == 4 || groups[0] == 5 || groups[0] == 6);
        let district = super::tables(&people).all;
        prop_assert_eq!(&tables.groups[0][0].cell, &district);
        for lines in &tables.groups {
            let mut sum = crate::survey::collector::Cell::default();
            for line in lines {
                sum.merge(&line.cell);
            }
            prop_assert_eq!(&sum, &tables.all);
        }
    }
}

#[test]
fn a_heading_that_another_survey_lets_be_given_has_a_line_of_its_own() {
    let tables = tables(&same(&[(1, 9), (4, 12), (5, 13)]));
    let district = &tables.groups[0][0];
    let within: Vec<(u16, u32)> = district
        .within
        .iter()
        .map(|l| (l.answer, l.cell.respondents))
        .collect();
    assert_eq!(within, [(4, 12), (5, 13), (6, 0), (1, 9)]);
    assert_eq!(district.cell.respondents, 34);
    let pattern = Pattern::of(&tables, ASKS, RULES);
    assert!(pattern.groups[0].within[0].as_ref().unwrap().lines[0].is_empty()); // the nine take the twelve with them
}

#[test]
fn nothing_is_shown_of_too_few() {
    let nine = tables(&same(&[(4, 9)]));
    assert!(Pattern::of(&nine, ASKS, RULES).is_empty());
    let ten = tables(&same(&[(4, 10)]));
    let pattern = Pattern::of(&ten, ASKS, RULES);
    assert!(pattern.all.contains(&Item::Time));
    let district = &pattern.groups[0];
    assert!(district.lines[0].contains(&Item::Time)); // all of them are in it, and in one of its schools
    assert!(district.within[0].as_ref().unwrap().lines[0].contains(&Item::Time));
}

/// Each has nearly all of another category.
#[test]
fn categories_of_one_teacher_each_are_shown_as_one() {
    let mut people = same(&[(4, 12)]);
    for (place, (_, values)) in people.iter_mut().enumerate() {
        for (other, category) in crate::domain::Category::ALL.into_iter().enumerate().skip(1) {
            values[Value::Category(category).index()] = if other == place % 12 + 1 { 900 } else { 15 };
        }
    }
    let tables = tables(&people);
    let pattern = Pattern::of(&tables, ASKS, RULES);
    assert_eq!(pattern.audit(&tables, RULES), Ok(()));
    assert!(pattern.all.contains(&Item::Time));
    assert_eq!(pattern.families.iter().count(), 2); // teaching, and all the rest
}

#[test]
fn the_few_who_withhold_their_activities_hide_those_of_the_others() {
    let withhold = |many: usize, of: usize, minutes: i16| {
        let mut people = same(&[(4, of)]);
        for (place, (_, values)) in people.iter_mut().enumerate() {
            values[Value::Category(crate::domain::Category::Teaching).index()] = minutes;
            for activity in (0..crate::survey::collector::ACTIVITIES).filter(|_| place < many) {
                values[Value::Activity(activity).index()] = MISSING;
            }
        }
        let pattern = Pattern::of(&tables(&people), ASKS, RULES);
        pattern.all.contains(&Item::Activities)
    };
    assert!(withhold(0, 20, 1500));
    assert!(!withhold(1, 20, 1500)); // 15 minutes for 20 and twice for 19 are 870
    assert!(withhold(1, 20, 600));
    assert!(withhold(1, 40, 1500));
    assert!(!withhold(9, 30, 1500));
    assert!(withhold(10, 30, 1500));
}

#[test]
fn few_who_met_the_goal_are_not_what_is_left_of_the_others() {
    let mut people = same(&[(4, 12), (5, 12), (6, 12), (7, 12)]);
    for (place, (_, values)) in people.iter_mut().enumerate() {
        values[Value::GoalMet.index()] = i16::from(place % 12 < 6 && place >= 12);
    }
    let pattern = Pattern::of(&tables(&people), ASKS, RULES);
    let schools = &pattern.groups[0].within[0].as_ref().unwrap().lines;
    let shown: Vec<bool> = schools.iter().map(|items| items.contains(&Item::Goal)).collect();
    assert_eq!(shown, [false, false, true]); // nobody of the first, and another one with it
    let none_met = |(_, values): &mut Person| values[Value::GoalMet.index()] = 0;
    people.iter_mut().for_each(none_met);
    let pattern = Pattern::of(&tables(&people), ASKS, RULES);
    assert!(pattern.groups[0].within[0].as_ref().unwrap().lines[0].contains(&Item::Goal));
}
