use super::*;

/// The table of region and stage, and what is shown of it.
fn crossed(people: &[Person]) -> (CrossTable, CrossPattern, Families) {
    let (cells, tables) = (cells(people), tables(people));
    let pattern = Pattern::of(&tables, ASKS, RULES);
    let table = CrossTable::of(&cells, week(), &tables, &pattern, [0, 1]);
    let shown = CrossPattern::of(&table, &pattern.families, RULES);
    (table, shown, pattern.families)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn rows_and_columns_tell_of_no_hidden_cell(people in people()) {
        let (table, pattern, families) = crossed(&people);
        let sum: u32 = table.cells.iter().flatten().map(|c| c.respondents).sum();
        prop_assert_eq!(usize::try_from(sum).unwrap(), people.len());
        let shown = pattern.shown.iter().flatten().any(|shown| *shown);
        prop_assert!(!shown || pattern.holds(&table, &families, RULES));
        prop_assert!(pattern.may_grow(&table, &table, &families, RULES) || !shown);
        // Of rows and columns the other way round, the same.
        let turned = CrossTable {
            rows: table.columns.clone(),
            columns: table.rows.clone(),
            cells: (0..table.columns.len())
                .map(|c| table.cells.iter().map(|row| row[c].clone()).collect())
                .collect(),
        };
        let turned_pattern = CrossPattern {
            rows: pattern.columns.clone(),
            columns: pattern.rows.clone(),
            shown: (0..table.columns.len()).map(|c| pattern.shown.iter().map(|row| row[c]).collect()).collect(),
            share: pattern.share,
        };
        prop_assert_eq!(
            turned_pattern.holds(&turned, &families, RULES),
            pattern.holds(&table, &families, RULES)
        );
    }

    #[test]
    fn one_cell_too_many_does_not_hold(people in people()) {
        let (table, mut pattern, families) = crossed(&people);
        let few = |r: usize, c: usize| (1..RULES.min_group).contains(&table.cells[r][c].respondents);
        let all = (0..table.rows.len()).flat_map(|r| (0..table.columns.len()).map(move |c| (r, c)));
        if let Some((row, column)) = all.into_iter().find(|(r, c)| few(*r, *c)) {
            prop_assert!(!pattern.shown[row][column]);
            pattern.shown[row][column] = true;
            prop_assert!(!pattern.holds(&table, &families, RULES));
        }
    }
}

#[test]
fn that_nobody_is_in_a_cell_is_told_only_where_it_could_not_be_otherwise() {
    let stage = |stage: u16, mut people: Vec<Person>| {
        for (groups, _) in &mut people {
            groups[1] = stage;
        }
        people
    };
    let many = [
        stage(1, same(&[(4, 30), (7, 30), (3, 3)])),
        stage(2, same(&[(4, 3), (7, 30), (3, 30)])),
        stage(3, same(&[(4, 30), (7, 4), (0, 20)])),
    ]
    .concat();
    let (table, pattern, _) = crossed(&many);
    for (r, row) in pattern.shown.iter().enumerate() {
        for (c, _) in row.iter().enumerate() {
            let hidden = |r: usize, c: usize| table.cells[r][c].respondents > 0 && !pattern.shown[r][c];
            let lies_among_hidden =
                (0..table.columns.len()).any(|c| hidden(r, c)) && (0..table.rows.len()).any(|r| hidden(r, c));
            let nobody = table.cells[r][c].respondents == 0;
            assert_eq!(pattern.tells_nobody(&table, r, c), nobody && !lies_among_hidden);
        }
    }
}
