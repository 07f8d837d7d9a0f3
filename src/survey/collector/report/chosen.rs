//! Which responses of a week are shown, and what of them.

use super::block::{Block, Permitted};
use super::cross::Cross;
use super::standing::{Published, Standing, Waiting};
use crate::domain::WeekId;
use crate::survey::collector::cells::Cells;
use crate::survey::collector::disclosure::{CrossPattern, CrossTable, GivenAway, Hurdle, Pattern, Rules};
use crate::survey::collector::tables::Tables;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The responses of a week that are shown, and what of them.
pub(super) struct Chosen<'a> {
    pub(super) standing: Standing,
    pub(super) issue: u32,
    pub(super) waiting: Option<Waiting>,
    /// By the first issue.
    pub(super) pattern: Pattern,
    /// The only groups whose table can be shown; none where any can.
    crossed: Option<[usize; 2]>,
    first: Responses<'a>,
    shown: Responses<'a>,
    week: WeekId,
    rules: Rules,
}

/// The responses of a week.
#[derive(Clone)]
struct Responses<'a> {
    cells: &'a Cells,
    tables: Arc<Tables>,
}

impl<'a> Responses<'a> {
    fn of(cells: &'a Cells, week: WeekId) -> Self {
        let tables = Arc::new(Tables::of(cells, week));
        Self { cells, tables }
    }
}

impl<'a> Chosen<'a> {
    pub(super) fn of(cells: &'a Cells, published: Option<&'a Published>, week: WeekId, rules: Rules) -> Self {
        let now = Responses::of(cells, week);
        let first = published.map_or_else(|| now.clone(), |published| Responses::of(&published.first, week));
        let mut out = Self {
            standing: Standing::New,
            issue: 1,
            waiting: None,
            pattern: Pattern::of(&first.tables, cells.frame.asks(), rules),
            crossed: None,
            shown: first.clone(),
            first,
            week,
            rules,
        };
        let Some(published) = published else {
            return out;
        };
        (out.issue, out.crossed) = (published.issue, published.cross);
        if published.latest != published.first {
            out.shown = Responses::of(&published.latest, week);
        }
        if out.shown.tables == now.tables {
            out.standing = Standing::Same;
            return out;
        }
        let hurdles = out.hurdles(&now);
        if hurdles.is_empty() {
            (out.standing, out.issue, out.shown) = (Standing::Grown, published.issue + 1, now);
        } else {
            let [there, shown] = [&now, &out.shown].map(|r| i64::from(r.tables.all.respondents));
            let more = there - shown;
            out.waiting = Some(Waiting { more, hurdles });
            out.standing = Standing::Waiting;
        }
        out
    }

    /// What keeps the week from being published again with these responses. A table of two groups that was published once is
    /// looked after in every issue, wanted or not.
    fn hurdles(&self, now: &Responses<'_>) -> BTreeSet<Hurdle> {
        let (published, rules) = (&self.shown, self.rules);
        let mut hurdles = self.pattern.hurdles(&published.tables, &now.tables, rules);
        let cross_grows = |groups: [usize; 2]| {
            let (pattern, _) = self.cross_pattern(groups);
            let [old, new] = [published, now].map(|of| self.cross_table(of, &pattern, groups));
            pattern.may_grow(&old, &new, &self.pattern.families, rules)
        };
        if !self.crossed.is_none_or(cross_grows) {
            hurdles.insert(Hurdle::TwoGroups);
        }
        hurdles
    }

    /// The tables of the week, as far as they may be seen.
    ///
    /// # Errors
    /// A number that they would give away.
    pub(super) fn block(&self) -> Result<Block<Permitted>, GivenAway> {
        self.pattern.audit(&self.shown.tables, self.rules)?;
        Ok(Block::of(&self.shown.tables, &self.pattern))
    }

    /// Two groups at once, as far as they may be seen; none where others were shown before, or where nothing may be.
    pub(super) fn cross(&self, groups: [usize; 2]) -> Option<Cross<Permitted>> {
        if self.crossed.is_some_and(|only| only != groups) {
            return None;
        }
        let (pattern, first) = self.cross_pattern(groups);
        let table = if Arc::ptr_eq(&self.shown.tables, &self.first.tables) {
            first
        } else {
            self.cross_table(&self.shown, &pattern, groups)
        };
        let holds = pattern.holds(&table, &self.pattern.families, self.rules);
        holds.then(|| Cross::of(&table, &pattern, &self.pattern, groups))
    }

    /// What is shown of two groups at once by the first issue of the week, and that issue's table.
    fn cross_pattern(&self, groups: [usize; 2]) -> (CrossPattern, CrossTable) {
        let Responses { cells, tables } = &self.first;
        let table = CrossTable::of(cells, self.week, tables, &self.pattern, groups);
        (
            CrossPattern::of(&table, &self.pattern.families, self.rules),
            table,
        )
    }

    fn cross_table(&self, of: &Responses<'_>, pattern: &CrossPattern, groups: [usize; 2]) -> CrossTable {
        let (rows, columns) = (pattern.rows.clone(), pattern.columns.clone());
        CrossTable::with(of.cells, self.week, rows, columns, groups)
    }
}
