//! The report: what cells say, as far as it may be seen.

mod block;
mod coverage;
mod cross;
mod figures;
mod json;
mod noise_size;
mod rounded;
#[cfg(test)]
pub(crate) mod samples;

pub use block::{Block, Table, TableLine};
pub use coverage::staff_behind;
pub use cross::{Cross, CrossCell};
pub use figures::{Figures, Spread};
pub use json::{REPORT_SCHEMA, activity_code, code, fraction};
pub use noise_size::{MOST_MINUTES, NoiseSize};
pub use rounded::{Portion, people};

use super::cells::{Cells, Frame};
use super::disclosure::{CrossPattern, CrossTable, GivenAway, Pattern, Rules};
use super::tables::Tables;
use crate::domain::WeekId;
use crate::survey::KeyPair;
use block::Permitted;
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
    /// Its tables.
    pub tables: Block<Figures>,
    /// Two groups at once, where that is wanted and can be shown: of a week of which the table of other groups was published
    /// it cannot.
    pub cross: Option<Cross<Figures>>,
}

/// How a week stands to what was published of it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was not published before.
    New,
    /// It is the same.
    Same,
    /// Responses that came later are in it.
    Grown,
    /// Responses that came later are not in it: they are too few somewhere, and the two issues would tell about them.
    Waiting,
    /// Its numbers have noise on them: it is no issue of what is published without.
    Noisy,
}

/// What was published of a week: the cells of its first issue, which made the pattern, and of its latest. Of two groups at once
/// only one table is ever published of a week: of several, which nobody looks at together, one could be taken from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Which issue the latest is.
    pub issue: u32,
    /// The cells of the first issue.
    pub first: Cells,
    /// The cells of the latest.
    pub latest: Cells,
    /// The groups of the table of two groups at once, once one was published with any issue.
    pub cross: Option<[usize; 2]>,
}

impl Published {
    /// What is kept of a week once a report on it is published: what was kept `before`, and what the report adds. `cells` are
    /// those the report was made from.
    #[must_use]
    pub fn after(before: Option<&Self>, week: &ReportWeek, cells: &Cells) -> Self {
        let cross = week.cross.as_ref().map(|cross| cross.groups);
        let now = || cells.only(week.week);
        match (before, week.standing) {
            (None, _) => Self {
                issue: week.issue,
                first: now(),
                latest: now(),
                cross,
            },
            (Some(before), standing) => Self {
                issue: week.issue,
                first: before.first.clone(),
                latest: if standing == Standing::Grown {
                    now()
                } else {
                    before.latest.clone()
                },
                cross: before.cross.or(cross),
            },
        }
    }
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
            chosen.pattern.audit(&chosen.tables, rules)?;
            let cross = cross.and_then(|groups| chosen.cross(week, groups, rules));
            let block = Block::of(&chosen.tables, &chosen.pattern);
            out.weeks.push(ReportWeek {
                week,
                issue: chosen.issue,
                standing: chosen.standing,
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
        self.frame.groups = chosen(&self.frame.groups, groups);
        let blocks = self.weeks.iter_mut().map(|week| &mut week.tables);
        for block in blocks.chain(&mut self.period) {
            block.groups = chosen(&block.groups, groups);
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

    /// The weeks of which something is published with this report that may not have been before: see [`Published::after`].
    pub fn to_be_kept(&self) -> impl Iterator<Item = &ReportWeek> {
        let is_new = |week: &&ReportWeek| {
            matches!(week.standing, Standing::New | Standing::Grown) || week.cross.is_some()
        };
        self.weeks.iter().filter(is_new)
    }
}

/// Those at these places.
fn chosen<T: Clone>(all: &[T], places: &[usize]) -> Vec<T> {
    places
        .iter()
        .filter_map(|place| all.get(*place).cloned())
        .collect()
}

/// The responses of a week that are shown, and what of them.
struct Chosen<'a> {
    standing: Standing,
    issue: u32,
    cells: &'a Cells,
    first: &'a Cells,
    tables: Tables,
    pattern: Pattern,
    /// The only groups whose table can be shown; none where any can.
    crossed: Option<[usize; 2]>,
}

impl<'a> Chosen<'a> {
    fn of(cells: &'a Cells, published: Option<&'a Published>, week: WeekId, rules: Rules) -> Self {
        let asks = cells.frame.asks();
        let now = Tables::of(cells, week);
        let Some(published) = published else {
            return Self {
                standing: Standing::New,
                issue: 1,
                pattern: Pattern::of(&now, asks, rules),
                tables: now,
                cells,
                first: cells,
                crossed: None,
            };
        };
        let latest = Tables::of(&published.latest, week);
        let pattern = Pattern::of(&Tables::of(&published.first, week), asks, rules);
        let mut out = Self {
            standing: Standing::Waiting,
            issue: published.issue,
            cells: &published.latest,
            first: &published.first,
            tables: latest,
            pattern,
            crossed: published.cross,
        };
        // A table that was published once is looked after in every issue, wanted or not.
        let cross = published.cross;
        if out.tables == now {
            out.standing = Standing::Same;
        } else if out.may_grow(cells, &now, week, cross, rules) {
            (out.standing, out.issue) = (Standing::Grown, published.issue + 1);
            (out.cells, out.tables) = (cells, now);
        }
        out
    }

    /// Whether the week can be published again with these responses.
    fn may_grow(
        &self,
        cells: &Cells,
        now: &Tables,
        week: WeekId,
        cross: Option<[usize; 2]>,
        rules: Rules,
    ) -> bool {
        let cross_grows = |groups| {
            let pattern = self.cross_pattern(week, groups, rules);
            let [old, new] = [self.cells, cells].map(|cells| {
                let (rows, columns) = (pattern.rows.clone(), pattern.columns.clone());
                CrossTable::with(cells, week, rows, columns, groups)
            });
            pattern.may_grow(&old, &new, &self.pattern.families, rules)
        };
        self.pattern.may_grow(&self.tables, now, rules) && cross.is_none_or(cross_grows)
    }

    /// What is shown of two groups at once, by the first issue of the week.
    fn cross_pattern(&self, week: WeekId, groups: [usize; 2], rules: Rules) -> CrossPattern {
        let first = Tables::of(self.first, week);
        let table = CrossTable::of(self.first, week, &first, &self.pattern, groups);
        CrossPattern::of(&table, &self.pattern.families, rules)
    }

    fn cross(&self, week: WeekId, groups: [usize; 2], rules: Rules) -> Option<Cross<Permitted>> {
        if self.crossed.is_some_and(|only| only != groups) {
            return None;
        }
        let pattern = self.cross_pattern(week, groups, rules);
        let (rows, columns) = (pattern.rows.clone(), pattern.columns.clone());
        let table = CrossTable::with(self.cells, week, rows, columns, groups);
        let holds = pattern.holds(&table, &self.pattern.families, rules);
        holds.then(|| Cross::of(&table, &pattern, &self.pattern, groups))
    }
}
