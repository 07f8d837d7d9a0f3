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
use super::report::{
    Block, Figures, MOST_MINUTES, NoiseSize, Report, ReportWeek, Spread, Standing, Table, TableLine, people,
};
use super::tables::{Line, Tables};
use crate::domain::WeekId;
use laplace::laplace;

/// A report with noise on these weeks, about everybody and some groups, by their places. Each week costs `epsilon`. Which
/// weeks they are must not depend on the responses: a week without any gets its noise, too.
///
/// # Errors
/// [`NoNoise`] where there are no random numbers.
pub fn noisy_report(
    cells: &Cells,
    weeks: &[WeekId],
    groups: &[usize],
    epsilon: Epsilon,
) -> Result<Report, NoNoise> {
    let rules = Rules::of(&cells.frame);
    let tables: Vec<Tables> = weeks.iter().map(|week| Tables::of(cells, *week)).collect();
    let levels = tables.iter().map(|tables| levels(tables, groups)).max();
    let size = NoiseSize {
        epsilon,
        levels: levels.unwrap_or(1),
    };
    let mut out = Report {
        noise: Some(size),
        is_draft: false,
        made_on: None,
        frame: cells.frame.clone(),
        rules,
        weeks: Vec::new(),
        not_shown: Vec::new(),
        period: None,
    };
    for (week, tables) in weeks.iter().copied().zip(&tables) {
        let tables = noisy(tables, groups, size, rules)?;
        if tables.all.responses.is_none() {
            out.not_shown.push(week);
            continue;
        }
        out.weeks.push(ReportWeek {
            week,
            issue: 1,
            standing: Standing::Noisy,
            waiting: None,
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
    size: NoiseSize,
    rules: Rules,
) -> Result<Block<Figures>, NoNoise> {
    let noise = Noise { size, rules };
    let empty = || Ok(Table::empty());
    let table = |(group, lines): (usize, &Vec<Line>)| {
        if groups.contains(&group) {
            noise.table(lines, None)
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

/// How many levels of lines a response is in: everybody, and those of each table.
fn levels(tables: &Tables, groups: &[usize]) -> u32 {
    let of = groups.iter().filter_map(|group| tables.groups.get(*group));
    1 + of.map(|lines| depth(lines)).sum::<u32>()
}

/// How many levels a table has.
fn depth(lines: &[Line]) -> u32 {
    let below = lines.iter().map(|line| depth(&line.within));
    below.max().map_or(0, |below| below + 1)
}

struct Noise {
    size: NoiseSize,
    rules: Rules,
}

impl Noise {
    /// The lines within an answer, or those of a group.
    fn table(&self, lines: &[Line], within: Option<u16>) -> Result<Table<Figures>, NoNoise> {
        let mut out = Table::empty();
        // What was answered by the name of those that are within it is a line only where somebody did so.
        for line in lines.iter().filter(|line| Some(line.answer) != within) {
            // Every line gets its noise, whoever is in it: that it is left out must not tell that nobody is.
            let figures = self.line(&line.cell.non_teaching)?;
            let within = if line.within.is_empty() {
                None
            } else {
                Some(self.table(&line.within, Some(line.answer))?)
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

    /// A line; none where the noisy number of responses is too small to say anything. Without a mean where that may be off by
    /// too much, or is less than nothing or more than a response can count for.
    fn line(&self, minutes: &Histogram) -> Result<Option<Figures>, NoNoise> {
        let most = i64::from(MOST_MINUTES);
        let counted = minutes
            .iter()
            .map(|(value, n)| i64::from(value).min(most) * i64::from(n));
        let n = i64::try_from(minutes.total()).unwrap_or(i64::MAX);
        let n = laplace(n, 1, self.size.scale())?;
        let sum = laplace(counted.sum(), MOST_MINUTES, self.size.scale())?;
        let n = u32::try_from(n).unwrap_or(0);
        if !self.rules.are_enough(n) {
            return Ok(None);
        }
        let step = self.rules.rounding;
        let mean = u32::try_from(sum.div_euclid(i64::from(n))).ok();
        let mean = mean.filter(|mean| *mean <= MOST_MINUTES && n >= self.size.usable_from());
        Ok(Some(Figures {
            weeks: 1,
            responses: Some(people(n)),
            non_teaching: Spread {
                mean: mean.map(|mean| (mean + step / 2) / step * step),
                ..Spread::default()
            },
            ..Figures::default()
        }))
    }
}

#[cfg(test)]
mod tests;
