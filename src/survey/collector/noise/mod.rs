//! Differential privacy, for those who want it: a short report with noise on every number, so that nobody can tell from it
//! whether any one response was there, whatever else they know.
//!
//! What is protected is one response, of one person in one week; a person's weeks add up. A response is in one line of each
//! level of each table (and in everybody's), so the budget is divided by the number of levels; half of a level's part is for
//! the number of responses, half for the sum of non-teaching minutes, of which a response counts for
//! [`MOST_MINUTES`] at most. Which lines are shown depends on the noisy numbers alone.

mod laplace;
mod ledger;

pub use laplace::NoNoise;
pub use ledger::{NoiseLedger, Spent};

use super::cells::{Cells, Histogram};
use super::disclosure::{Epsilon, Rules};
use super::report::{Block, Figures, Report, ReportWeek, Spread, Standing, Table, TableLine, people};
use super::tables::{Line, Tables};
use laplace::laplace;

/// What a response counts for at most, in minutes: 70 hours. A constant, since one that depended on the responses would tell
/// about them.
pub const MOST_MINUTES: u32 = 70 * 60;

/// A report with noise on all weeks of these cells, about everybody and some groups, by their places. Each week costs
/// `epsilon`.
///
/// # Errors
/// [`NoNoise`] where there are no random numbers.
pub fn noisy_report(cells: &Cells, groups: &[usize], epsilon: Epsilon) -> Result<Report, NoNoise> {
    let rules = Rules::of(&cells.frame);
    let mut out = Report {
        noise: Some(epsilon),
        is_draft: false,
        frame: cells.frame.clone(),
        rules,
        weeks: Vec::new(),
        not_shown: Vec::new(),
        period: None,
    };
    for week in cells.weeks() {
        let tables = noisy(&Tables::of(cells, week), groups, epsilon, rules)?;
        if tables.all.responses.is_none() {
            out.not_shown.push(week);
            continue;
        }
        out.weeks.push(ReportWeek {
            week,
            issue: 1,
            standing: Standing::New,
            tables,
            cross: None,
        });
    }
    Ok(out.only(groups))
}

/// The tables of a week with noise: the number of responses and the mean non-teaching minutes of everybody and of the lines
/// of some groups, by their places.
///
/// # Errors
/// [`NoNoise`] where there are no random numbers.
fn noisy(
    tables: &Tables,
    groups: &[usize],
    epsilon: Epsilon,
    rules: Rules,
) -> Result<Block<Figures>, NoNoise> {
    let depth = groups
        .iter()
        .map(|group| depth(&tables.groups[*group]))
        .sum::<u32>();
    let noise = Noise {
        scale: f64::from(2 * (1 + depth)) / epsilon.value(),
        rules,
    };
    let empty = || Ok(Table::empty());
    let table = |(group, lines): (usize, &Vec<Line>)| {
        if groups.contains(&group) {
            noise.table(lines)
        } else {
            empty()
        }
    };
    Ok(Block {
        all: noise.line(&tables.all.non_teaching)?.unwrap_or_default(),
        groups: tables
            .groups
            .iter()
            .enumerate()
            .map(table)
            .collect::<Result<_, _>>()?,
    })
}

/// How many levels a table has.
fn depth(lines: &[Line]) -> u32 {
    let below = lines.iter().map(|line| depth(&line.within));
    below.max().map_or(0, |below| below + 1)
}

struct Noise {
    /// The scale of the noise on a number of responses.
    scale: f64,
    rules: Rules,
}

impl Noise {
    fn table(&self, lines: &[Line]) -> Result<Table<Figures>, NoNoise> {
        let mut out = Table::empty();
        for line in lines {
            // Every line gets its noise, whoever is in it: that it is left out must not tell that nobody is.
            let figures = self.line(&line.cell.non_teaching)?;
            let within = if line.within.is_empty() {
                None
            } else {
                Some(self.table(&line.within)?)
            };
            match figures {
                Some(figures) => out.lines.push(TableLine {
                    answer: line.answer,
                    figures,
                    within: within.filter(|table| !table.lines.is_empty()),
                }),
                None => out.hidden.push(line.answer),
            }
        }
        Ok(out)
    }

    /// A line; none where the noisy number of responses is too small to say anything.
    fn line(&self, minutes: &Histogram) -> Result<Option<Figures>, NoNoise> {
        let most = i64::from(MOST_MINUTES);
        let counted = minutes
            .iter()
            .map(|(value, n)| i64::from(value).min(most) * i64::from(n));
        let n = i64::try_from(minutes.total()).unwrap_or(i64::MAX);
        let n = laplace(n, 1, self.scale)?;
        let sum = laplace(counted.sum(), MOST_MINUTES, self.scale)?;
        let n = u32::try_from(n).unwrap_or(0);
        if !self.rules.are_enough(n) {
            return Ok(None);
        }
        let mean = (sum.max(0) + i64::from(n / 2)) / i64::from(n);
        let mean = u32::try_from(mean).unwrap_or(u32::MAX).min(MOST_MINUTES);
        let step = self.rules.rounding;
        Ok(Some(Figures {
            weeks: 1,
            responses: Some(people(n)),
            non_teaching: Spread {
                mean: Some((mean + step / 2) / step * step),
                ..Spread::default()
            },
            ..Figures::default()
        }))
    }
}

#[cfg(test)]
mod tests;
