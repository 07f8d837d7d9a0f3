//! A second report with the table of two groups on the same week.

use super::At;
use super::pattern::CrossPattern;
use super::table::CrossTable;
use crate::survey::collector::cells::Cell;
use crate::survey::collector::disclosure::activities::ActivitySets;
use crate::survey::collector::disclosure::families::Families;
use crate::survey::collector::disclosure::flow::Flow;
use crate::survey::collector::disclosure::growth::Growth;
use crate::survey::collector::disclosure::item::Item;
use crate::survey::collector::disclosure::rules::Rules;

impl CrossPattern {
    /// Whether a table that was published with this pattern can be published again: every cell, and what is hidden of every
    /// row and column, says the same or is of enough respondents more, and so is every hidden cell, as far as can be told.
    #[must_use]
    pub fn may_grow(
        &self,
        published: &CrossTable,
        now: &CrossTable,
        families: &Families,
        rules: Rules,
    ) -> bool {
        let growth = Growth { families, rules };
        let grows = |item: Item, cells: &[At]| {
            let (mut old, mut new) = (Cell::default(), Cell::default());
            for at in cells {
                old.merge(published.cell(*at));
                new.merge(now.cell(*at));
            }
            growth.of(item, &old, &new, &ActivitySets::each())
        };
        let is_shown = |at: &At| self.shown[at.0][at.1];
        let hidden = |line: Vec<At>| -> Vec<At> { line.into_iter().filter(|at| !is_shown(at)).collect() };
        let item_grows = |item: Item| {
            now.all().filter(is_shown).all(|at| grows(item, &[at]))
                && now.lines().into_iter().all(|line| grows(item, &hidden(line)))
        };
        self.holds(now, families, rules)
            && self.items().all(item_grows)
            && self.hides_those_who_came(published, now, rules)
    }

    /// Whether the rows and columns of what was added leave open how many came to each hidden cell, where they are few.
    fn hides_those_who_came(&self, published: &CrossTable, now: &CrossTable, rules: Rules) -> bool {
        let came = |at: At| now.n(at).saturating_sub(published.n(at));
        let is_hidden = |at: At| !self.shown[at.0][at.1];
        let room = |at: At| is_hidden(at).then(|| came(at));
        let flow = Flow::of(now.each(room));
        let are_few = |at: &At| is_hidden(*at) && (1..rules.min_group).contains(&came(*at));
        now.all()
            .filter(are_few)
            .all(|at| flow.width(at, rules.min_group) >= rules.min_group)
    }
}
