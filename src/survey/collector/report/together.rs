//! Two groups at once over all weeks: made of nothing but what the tables of the weeks show, so that it tells no more than
//! they do.

use super::rounded::{mean_minutes, mean_percent};
use super::{Cross, CrossCell, Figures, Report, Spread};

impl Report {
    /// The table of two groups at once over all weeks, where each of several weeks has one of the same rows and columns; a
    /// cell that a week hides is hidden. Responses are the sum of the weeks' rounded numbers, means are weighted by them: so
    /// they are off by some more than the numbers of other tables.
    #[must_use]
    pub fn cross_over_weeks(&self) -> Option<Cross<Figures>> {
        let weeks: Option<Vec<&Cross<Figures>>> = self.weeks.iter().map(|week| week.cross.as_ref()).collect();
        let weeks = weeks.filter(|weeks| weeks.len() > 1)?;
        let (first, others) = weeks.split_first()?;
        let is_like = |other: &&Cross<Figures>| {
            (&other.rows, &other.columns, other.groups) == (&first.rows, &first.columns, first.groups)
        };
        if !others.iter().all(is_like) {
            return None;
        }
        let cell = |row: usize, column: usize| {
            let cells = weeks.iter().filter_map(|week| week.cells.get(row)?.get(column));
            together(&cells.collect::<Vec<_>>(), self.rules.rounding)
        };
        let row = |row| (0..first.columns.len()).map(|column| cell(row, column)).collect();
        Some(Cross {
            groups: first.groups,
            rows: first.rows.clone(),
            columns: first.columns.clone(),
            cells: (0..first.rows.len()).map(row).collect(),
        })
    }
}

/// The same cell of several weeks.
fn together(weeks: &[&CrossCell<Figures>], step: u32) -> CrossCell<Figures> {
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
        let CrossCell::Shown(of) = together(&[&few, &many], 15) else {
            panic!("both are shown");
        };
        assert_eq!((of.weeks, of.responses), (2, Some(40)));
        assert_eq!(of.non_teaching.mean, Some(690));
        assert_eq!(of.share.mean, Some(28)); // 28.25
        let without = shown(10, 600, None);
        let CrossCell::Shown(of) = together(&[&without, &many], 15) else {
            panic!("both are shown");
        };
        assert_eq!((of.share.mean, of.non_teaching.mean), (None, Some(690)));
    }

    #[test]
    fn what_a_week_hides_is_hidden_and_nobody_adds_nothing() {
        let some = shown(10, 600, Some(20));
        assert_eq!(together(&[&some, &CrossCell::Hidden], 15), CrossCell::Hidden);
        assert_eq!(
            together(&[&CrossCell::Nobody, &CrossCell::Nobody], 15),
            CrossCell::Nobody
        );
        assert_eq!(together(&[&some, &CrossCell::Nobody], 15), some);
    }

    #[test]
    fn there_is_one_only_where_each_of_several_weeks_has_the_same() {
        let report = samples::district();
        let table = report.cross_over_weeks().unwrap();
        let week = report.weeks[0].cross.as_ref().unwrap();
        assert_eq!((&table.rows, &table.columns), (&week.rows, &week.columns));
        let cells = |cross: &Cross<Figures>| cross.cells.concat();
        assert!(
            cells(&table)
                .iter()
                .any(|cell| matches!(cell, CrossCell::Shown(_)))
        );
        let mut missing = report.clone();
        missing.weeks[1].cross = None;
        assert_eq!(missing.cross_over_weeks(), None);
        let mut other = report.clone();
        if let Some(cross) = &mut other.weeks[1].cross {
            cross.rows.pop();
        }
        assert_eq!(other.cross_over_weeks(), None);
        let mut one = report.clone();
        one.weeks.truncate(1);
        assert_eq!(one.cross_over_weeks(), None);
    }
}
