//! A second report on the same week: whoever has both takes one from the other, so those who came between them must be as many
//! respondents as are ever shown.
//!
//! A line never shrinks: it says the same, or of `min_group` respondents more. So what was added between any two issues is
//! none or enough, not only between one and the next; a week that lost responses stays as it was.

use super::activities::ActivitySets;
use super::families::Families;
use super::item::Item;
use super::pattern::{Pattern, TablePattern};
use super::rules::Rules;
use super::withheld::hides_withheld_between;
use crate::survey::collector::cells::{Cell, Measure};
use crate::survey::collector::tables::{Line, Tables};
use std::collections::BTreeSet;

/// A table that keeps a week from being published again with other responses: somewhere in it too few came, or what changed is
/// not that some came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hurdle {
    /// The line of everybody.
    Everybody,
    /// The table of a group, by its place.
    Group(usize),
    /// The table of two groups at once.
    TwoGroups,
}

impl Pattern {
    /// What keeps a week that was published with this pattern from being published again with other responses; nothing does
    /// where, with the pattern as it was, every line and every rest either says just the same or is of `min_group` respondents
    /// more, of whom no one or two make up most of what was added to a sum, and nothing is given away.
    #[must_use]
    pub fn hurdles(&self, published: &Tables, now: &Tables, rules: Rules) -> BTreeSet<Hurdle> {
        let growth = Growth {
            families: &self.families,
            rules,
        };
        let pairs = || published.groups.iter().zip(&now.groups);
        if published.groups.len() != now.groups.len()
            || !pairs().all(|(old, new)| have_same_answers(old, new))
        {
            return BTreeSet::from([Hurdle::Everybody]); // of other surveys
        }
        let given_away = self.audit(now, rules).err().map(|given_away| given_away.group);
        let mut hurdles: BTreeSet<Hurdle> = given_away
            .map(|group| group.map_or(Hurdle::Everybody, Hurdle::Group))
            .into_iter()
            .collect();
        let grows = |item: &Item| growth.of(*item, &published.all, &now.all, &self.activities);
        if !self.all.iter().all(grows) {
            hurdles.insert(Hurdle::Everybody);
        }
        for (group, ((old, new), pattern)) in pairs().zip(&self.groups).enumerate() {
            if !growth.table(old, new, pattern) {
                hurdles.insert(Hurdle::Group(group));
            }
        }
        hurdles
    }
}

/// Whether two tables are of the same answers: those of other surveys cannot be compared.
fn have_same_answers(old: &[Line], new: &[Line]) -> bool {
    old.len() == new.len()
        && old
            .iter()
            .zip(new)
            .all(|(old, new)| old.answer == new.answer && have_same_answers(&old.within, &new.within))
}

/// What may be told of responses that came later.
#[derive(Clone, Copy)]
pub(super) struct Growth<'a> {
    pub(super) families: &'a Families,
    pub(super) rules: Rules,
}

impl Growth<'_> {
    fn table(self, old: &[Line], new: &[Line], pattern: &TablePattern) -> bool {
        let both = || old.iter().zip(new);
        let below = |((old, new), within): ((&Line, &Line), &Option<TablePattern>)| {
            let within = within.as_ref();
            within.is_none_or(|within| self.table(&old.within, &new.within, within))
        };
        Item::ALL
            .into_iter()
            .all(|item| self.item(item, old, new, pattern))
            && both().zip(&pattern.within).all(below)
    }

    fn item(self, item: Item, old: &[Line], new: &[Line], pattern: &TablePattern) -> bool {
        let lines = old.iter().zip(new).zip(&pattern.lines);
        let (shown, hidden): (Vec<_>, Vec<_>) = lines.partition(|(_, items)| items.contains(&item));
        let grows = |old: &Cell, new: &Cell| self.of(item, old, new, &pattern.activities);
        let rest_grows = || {
            let (mut before, mut after) = (Cell::default(), Cell::default());
            for ((old, new), _) in &hidden {
                before.merge(&old.cell);
                after.merge(&new.cell);
            }
            grows(&before, &after)
        };
        shown.is_empty() || (shown.iter().all(|((old, new), _)| grows(&old.cell, &new.cell)) && rest_grows())
    }

    /// Whether what an item says is the same, or of enough respondents more.
    pub(super) fn of(self, item: Item, old: &Cell, new: &Cell, activities: &ActivitySets) -> bool {
        if is_same(item, old, new) {
            return true;
        }
        let more = item.respondents(new).saturating_sub(item.respondents(old));
        let activities = if item == Item::Activities {
            activities.sums(self.families).collect()
        } else {
            Vec::new()
        };
        let mut sums = item.sums(self.families).into_iter().chain(activities);
        self.rules.are_enough(more)
            && sums.all(|sum| self.is_spread(&sum, old, new))
            && hides_withheld_between(item, old, new, self.families, self.rules)
    }

    /// Whether no one or two of those who were added make up most of what was added to a sum, as far as can be told from
    /// the largest of all; or the rounding of both sums leaves more room than the largest could be.
    fn is_spread(self, measures: &[Measure], old: &Cell, new: &Cell) -> bool {
        let (mut added, mut first, mut second, mut room) = (0, 0, 0, 0);
        for measure in measures {
            let (old, new) = (old.of(*measure), new.of(*measure));
            added += new.sum - old.sum;
            let [one, two] = if old.largest[0] == new.largest[0] {
                [new.largest[1]; 2] // the largest of all was there before
            } else {
                new.largest
            };
            first += i64::from(one);
            second += i64::from(two);
            if measure.is_minutes() && !is_of_meetings(*measure) {
                room = i64::from(self.rules.rounding) * i64::from(old.n + new.n);
            }
        }
        let is_spread =
            first * 100 <= added * Rules::MOST_OF_ONE && (first + second) * 100 <= added * Rules::MOST_OF_TWO;
        added == 0 || is_spread || (added > 0 && first <= room)
    }
}

/// The minutes of meetings are shown for each meeting, not for each respondent.
const fn is_of_meetings(measure: Measure) -> bool {
    use crate::survey::collector::values::Value;
    matches!(measure, Measure::Value(Value::MeetingMinutes))
}

fn is_same(item: Item, old: &Cell, new: &Cell) -> bool {
    let mut of_item = Measure::all().filter(|m| m.basis() == item.basis());
    let has_same_spread = match item {
        Item::Time => old.non_teaching == new.non_teaching,
        Item::Share => old.share == new.share,
        _ => true,
    };
    of_item.all(|m| old.of(m) == new.of(m)) && has_same_spread
}
