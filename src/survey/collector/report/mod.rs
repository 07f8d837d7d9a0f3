//! The report: what cells say, as far as it may be seen.

mod block;
mod chosen;
mod coverage;
mod cross;
mod figures;
mod json;
mod noise_size;
mod rounded;
#[cfg(test)]
pub(crate) mod samples;
mod standing;
mod together;

pub use block::{Block, Table, TableLine};
pub use coverage::staff_behind;
pub use cross::{Cross, CrossCell};
pub use figures::{Figures, Spread};
pub use json::{REPORT_SCHEMA, activity_code, code, fraction};
pub use noise_size::{MOST_MINUTES, NoiseSize};
pub use rounded::{Portion, people};
pub use standing::{Published, Standing, Waiting};

use super::cells::{Cells, Frame};
use super::disclosure::{GivenAway, Rules};
use crate::domain::WeekId;
use crate::survey::KeyPair;
use block::Permitted;
use chosen::Chosen;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A report on some weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it is about.
    pub frame: Frame,
    /// The thresholds.
    pub rules: Rules,
    /// How much noise is on its numbers; none where they are rounded and nothing else.
    pub noise: Option<NoiseSize>,
    /// Whether it is only for whoever makes it: nothing is kept of it, so that it must not be passed on.
    pub is_draft: bool,
    /// The day on which it was made, where that is to be told.
    pub made_on: Option<NaiveDate>,
    /// The weeks that are shown, in order.
    pub weeks: Vec<ReportWeek>,
    /// The weeks of which nothing is shown: there are too few responses.
    pub not_shown: Vec<WeekId>,
    /// All that the weeks show, together; none where there is no week.
    pub period: Option<Block<Figures>>,
}

/// A week of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportWeek {
    /// The week.
    pub week: WeekId,
    /// Which issue of the week it is, from 1.
    pub issue: u32,
    /// How it stands to what was published before.
    pub standing: Standing,
    /// What waits to be in a later issue, where something does: for whoever makes the report, and never shown in it.
    pub waiting: Option<Waiting>,
    /// Its tables.
    pub tables: Block<Figures>,
    /// Two groups at once, where that is wanted and can be shown: of a week of which the table of other groups was published
    /// it cannot.
    pub cross: Option<Cross<Figures>>,
}

impl Report {
    /// The report on cells, after what was published of some of their weeks, with the table of two groups at once if that is
    /// wanted.
    ///
    /// # Errors
    /// A number that the report would give away. It cannot happen, as far as we know; the report is not made then.
    pub fn of(
        cells: &Cells,
        published: &BTreeMap<WeekId, Published>,
        cross: Option<[usize; 2]>,
    ) -> Result<Self, GivenAway> {
        let rules = Rules::of(&cells.frame);
        let mut out = Self {
            noise: None,
            is_draft: false,
            made_on: None,
            frame: cells.frame.clone(),
            rules,
            weeks: Vec::new(),
            not_shown: Vec::new(),
            period: None,
        };
        let mut period: Option<Block<Permitted>> = None;
        let weeks: BTreeSet<WeekId> = cells
            .weeks()
            .into_iter()
            .chain(published.keys().copied())
            .collect();
        for week in weeks {
            let chosen = Chosen::of(cells, published.get(&week), week, rules);
            if chosen.pattern.is_empty() {
                out.not_shown.push(week);
                continue;
            }
            let block = chosen.block()?;
            let cross = cross.and_then(|groups| chosen.cross(groups));
            out.weeks.push(ReportWeek {
                week,
                issue: chosen.issue,
                standing: chosen.standing,
                waiting: chosen.waiting,
                tables: block.map(&|permitted| permitted.figures(rules)),
                cross: cross.map(|cross| cross.figures(rules)),
            });
            match &mut period {
                Some(period) => period.merge(&block),
                None => period = Some(block),
            }
        }
        out.period = period.map(|period| period.map(&|permitted| permitted.figures(rules)));
        Ok(out)
    }

    /// The same report with the tables of some groups only, by their places in ascending order. Nothing else changes: what
    /// is hidden does not depend on what is looked at.
    #[must_use]
    pub fn only(mut self, groups: &[usize]) -> Self {
        self.frame.groups = at(&self.frame.groups, groups);
        let blocks = self.weeks.iter_mut().map(|week| &mut week.tables);
        for block in blocks.chain(&mut self.period) {
            block.groups = at(&block.groups, groups);
        }
        let place = |old: usize| groups.iter().position(|group| *group == old);
        for week in &mut self.weeks {
            week.cross = week.cross.take().and_then(|cross| {
                let [rows, columns] = cross.groups.map(place);
                let groups = [rows?, columns?];
                Some(Cross { groups, ..cross })
            });
        }
        self
    }

    /// Whether any of the surveys is a simulation, which is about nobody.
    #[must_use]
    pub fn is_made_up(&self) -> bool {
        let key = KeyPair::made_up().recipient();
        self.frame.surveys.iter().any(|survey| survey.recipient == key)
    }
}

/// Those at these places.
fn at<T: Clone>(all: &[T], places: &[usize]) -> Vec<T> {
    places
        .iter()
        .filter_map(|place| all.get(*place).cloned())
        .collect()
}
