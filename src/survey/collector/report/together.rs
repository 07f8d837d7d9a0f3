//! Two groups at once over all weeks: made of nothing but what the tables of the weeks show, so that it tells no more than
//! they do.

use super::rounded::{mean_minutes, mean_percent};
use super::{Cross, CrossCell, Figures, Report, Spread};

impl Report {
    /// The table of two groups at once over all weeks, where each of several weeks has one of the same groups. A cell that a
    /// week hides is hidden, and an answer that has no line of its own in some week is not shown. Responses are the sum of the
    /// weeks' rounded numbers, means are weighted by them: so they are off by some more than the numbers of other tables.
    #[must_use]
    pub fn cross_over_weeks(&self) -> Option<Cross<Figures>> {
        let weeks: Option<Vec<&Cross<Figures>>> = self.weeks.iter().map(|week| week.cross.as_ref()).collect();
        let weeks = weeks.filter(|weeks| weeks.len() > 1)?;
        let groups = weeks.first()?.groups;
        if weeks.iter().any(|week| week.groups != groups) {
            return None;
        }
        let sides = |of: fn(&Cross<Figures>) -> &[Side]| {
            let sides: Vec<&[Side]> = weeks.iter().map(|week| of(week)).collect();
            in_all(&sides)
        };
        let rows = sides(|week| &week.rows);
        let columns = sides(|week| &week.columns);
        let cell = |row: &Side, column: &Side| {
            let cell = |week: &&Cross<Figures>| -> Option<CrossCell<Figures>> {
                let row = week.rows.iter().position(|side| side == row)?;
                let column = week.columns.iter().position(|side| side == column)?;
                week.cells.get(row)?.get(column).cloned()
            };
            let cells = weeks.iter().map(|week| cell(week).unwrap_or(CrossCell::Hidden));
            let is_whole = !(rows.is_folded && row.is_none() || columns.is_folded && column.is_none());
            let cells = cells.collect::<Vec<_>>();
            if is_whole {
                together(&cells, self.rules.rounding)
            } else {
                CrossCell::Hidden
            }
        };
        let row = |row: &Side| columns.sides.iter().map(|column| cell(row, column)).collect();
        let cells: Vec<Vec<CrossCell<Figures>>> = rows.sides.iter().map(row).collect();
        let is_shown = |cell: &CrossCell<Figures>| matches!(cell, CrossCell::Shown(_));
        cells.iter().flatten().any(is_shown).then(|| Cross {
            groups,
            rows: rows.sides.clone(),
            columns: columns.sides.clone(),
            cells,
        })
    }
}

/// A row or a column: an answer, or all that has none of its own.
type Side = Option<u16>;

/// The rows, or the columns, of several weeks together.
struct Sides {
    sides: Vec<Side>,
    /// Whether some week has others: then what is none of these is not the same in each.
    is_folded: bool,
}

/// The sides that every week has; all others as one at the end.
fn in_all(weeks: &[&[Side]]) -> Sides {
    let first = weeks.first().copied().unwrap_or_default();
    if weeks.iter().all(|week| *week == first) {
        return Sides {
            sides: first.to_vec(),
            is_folded: false,
        };
    }
    let is_common = |side: &&Side| side.is_some() && weeks.iter().all(|week| week.contains(side));
    let common = first.iter().filter(is_common).copied();
    Sides {
        sides: common.chain([None]).collect(),
        is_folded: true,
    }
}

/// The same cell of several weeks.
fn together(weeks: &[CrossCell<Figures>], step: u32) -> CrossCell<Figures> {
    let mut shown: Vec<&Figures> = Vec::new();
    for cell in weeks {
        match cell {
            CrossCell::Hidden => return CrossCell::Hidden,
            CrossCell::Nobody => {}
            CrossCell::Shown(figures) => shown.push(figures),
        }
    }
    if shown.is_empty() {
        return CrossCell::Nobody;
    }
    let counts: Option<Vec<u32>> = shown.iter().map(|figures| figures.responses).collect();
    let Some(counts) = counts else {
        return CrossCell::Hidden;
    };
    let responses = counts.iter().sum();
    // The sum of a mean over all responses; none where a week does not show it.
    let sum = |mean: fn(&Figures) -> Option<u32>| {
        let parts = shown.iter().zip(&counts);
        let parts = parts.map(|(figures, n)| Some(i64::from(mean(figures)?) * i64::from(*n)));
        parts.sum::<Option<i64>>()
    };
    let minutes = sum(|f| f.non_teaching.mean).and_then(|sum| mean_minutes(sum, responses, step));
    let percent = sum(|f| f.share.mean).and_then(|sum| mean_percent(10 * sum, responses));
    let mean = |mean| Spread {
        mean,
        ..Spread::default()
    };
    CrossCell::Shown(Figures {
        weeks: shown.iter().map(|figures| figures.weeks).sum(),
        responses: Some(responses),
        non_teaching: mean(minutes),
        share: mean(percent),
        ..Figures::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::report::samples;

    fn shown(responses: u32, minutes: u32, percent: Option<u32>) -> CrossCell<Figures> {
        let mean = |mean| Spread {
            mean,
            ..Spread::default()
        };
        CrossCell::Shown(Figures {
            weeks: 1,
            responses: Some(responses),
            non_teaching: mean(Some(minutes)),
            share: mean(percent),
            ..Figures::default()
        })
    }

    #[test]
    fn means_are_weighted_by_the_responses_as_they_are_shown() {
        let (few, many) = (shown(10, 600, Some(20)), shown(30, 720, Some(31)));
        let CrossCell::Shown(of) = together(&[few, many.clone()], 15) else {
            panic!("both are shown");
        };
        assert_eq!((of.weeks, of.responses), (2, Some(40)));
        assert_eq!(of.non_teaching.mean, Some(690));
        assert_eq!(of.share.mean, Some(28)); // 28.25
        let without = shown(10, 600, None);
        let CrossCell::Shown(of) = together(&[without, many], 15) else {
            panic!("both are shown");
        };
        assert_eq!((of.share.mean, of.non_teaching.mean), (None, Some(690)));
    }

    #[test]
    fn what_a_week_hides_is_hidden_and_nobody_adds_nothing() {
        let some = shown(10, 600, Some(20));
        assert_eq!(
            together(&[some.clone(), CrossCell::Hidden], 15),
            CrossCell::Hidden
        );
        assert_eq!(
            together(&[CrossCell::Nobody, CrossCell::Nobody], 15),
            CrossCell::Nobody
        );
        assert_eq!(together(&[some.clone(), CrossCell::Nobody], 15), some);
    }

    #[test]
    fn what_is_shown_over_weeks_is_shown_in_each() {
        let report = samples::district();
        let table = report.cross_over_weeks().unwrap();
        let mut shown = 0;
        for (row, cells) in table.rows.iter().zip(&table.cells) {
            for (column, cell) in table.columns.iter().zip(cells) {
                let CrossCell::Shown(figures) = cell else {
                    continue;
                };
                shown += 1;
                let mut sum = 0;
                for week in report.weeks.iter().filter_map(|week| week.cross.as_ref()) {
                    let at = |sides: &[Side], side| sides.iter().position(|s| s == side).unwrap();
                    let (row, column) = (at(&week.rows, row), at(&week.columns, column));
                    let CrossCell::Shown(of_week) = &week.cells[row][column] else {
                        panic!("hidden in {row} {column}");
                    };
                    sum += of_week.responses.unwrap();
                }
                assert_eq!(figures.responses, Some(sum));
            }
        }
        assert!(shown > 2, "{table:?}");
    }

    #[test]
    fn there_is_one_only_where_each_of_several_weeks_has_one_of_the_same_groups() {
        let report = samples::district();
        let mut missing = report.clone();
        missing.weeks[1].cross = None;
        assert_eq!(missing.cross_over_weeks(), None);
        let mut other = report.clone();
        other.weeks[1].cross.as_mut().unwrap().groups = [1, 2];
        assert_eq!(other.cross_over_weeks(), None);
        let mut one = report.clone();
        one.weeks.truncate(1);
        assert_eq!(one.cross_over_weeks(), None);
    }

    #[test]
    fn answers_without_a_line_in_some_week_are_one_that_is_not_shown() {
        let [a, b] = [vec![Some(1), Some(2), None], vec![Some(1), Some(3), None]];
        let sides = in_all(&[&a[..], &b[..]]);
        assert!(sides.is_folded);
        assert_eq!(sides.sides, [Some(1), None]);
        let same = in_all(&[&a[..], &a[..]]);
        assert!(!same.is_folded);
        assert_eq!(same.sides, a);
    }
}
