//! Activities that are shown one by one, and those of a category that are shown together.

use super::families::Families;
use super::hide::Parts;
use super::rules::is_dominated;
use super::sets::{joined, shown_sets};
use crate::domain::Category;
use crate::survey::collector::cells::{Cell, Measure};
use crate::survey::collector::values::{ACTIVITIES, Value};

/// The activities of a table in sets that are shown as one number each, the same for all of its lines: so an activity that is
/// hidden in one line cannot be found by taking the other lines from the whole. Each set lies within one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivitySets(Vec<Vec<usize>>);

/// The activities of a family, in the sets of the table above.
struct Sets<'a> {
    lines: &'a [&'a Cell],
    sets: Vec<Vec<usize>>,
}

impl Parts for Sets<'_> {
    type Sum = Vec<Measure>;
    fn len(&self) -> usize {
        self.sets.len()
    }
    fn size(&self, part: usize) -> u64 {
        let sums = self.lines.iter().flat_map(|line| {
            let measures = measures(&self.sets[part]);
            measures.into_iter().map(|m| line.of(m).sum)
        });
        u64::try_from(sums.sum::<i64>()).unwrap_or(0)
    }
    fn is_safe_alone(&self, part: usize) -> bool {
        self.are_safe(&measures(&self.sets[part]))
    }
    fn add(&self, part: usize, to: &mut Vec<Measure>) {
        to.extend(measures(&self.sets[part]));
    }
    fn are_safe(&self, together: &Vec<Measure>) -> bool {
        self.lines.iter().all(|line| !is_dominated(line, together))
    }
}

fn measures(set: &[usize]) -> Vec<Measure> {
    let values = set.iter().map(|place| Value::Activity(*place));
    values.map(Measure::Value).collect()
}

impl ActivitySets {
    /// The sets for a table whose lines, the rest included, are these, below a line whose sets are `above`.
    #[must_use]
    pub(super) fn of(lines: &[&Cell], families: &Families, above: Option<&Self>) -> Self {
        let mut out = Vec::new();
        for family in families.iter() {
            let sets = above.map_or_else(|| single(family), |above| above.of_family(family));
            let sets = Sets { lines, sets };
            out.extend(shown_sets(&sets, &sets.sets));
        }
        out.sort();
        Self(out)
    }

    /// Each activity by itself.
    #[must_use]
    pub fn each() -> Self {
        Self((0..ACTIVITIES).map(|place| vec![place]).collect())
    }

    /// The sets, in the order of their first activities, that are not a whole family: of such a one nothing is to be said
    /// that is not said of the category.
    pub fn iter<'a>(&'a self, families: &'a Families) -> impl Iterator<Item = &'a [usize]> {
        let is_whole = |set: &[usize]| {
            let family = families
                .iter()
                .find(|f| set.first().is_some_and(|p| is_of(*p, f)));
            family.is_some_and(|f| single(f).len() == set.len() && set.len() > 1)
        };
        self.0.iter().map(Vec::as_slice).filter(move |set| !is_whole(set))
    }

    /// The sums that are shown of a line.
    pub(super) fn sums<'a>(&'a self, families: &'a Families) -> impl Iterator<Item = Vec<Measure>> {
        self.iter(families).map(measures)
    }

    /// Whether its sets are those of another one put together.
    pub(super) fn is_coarser_than(&self, finer: &Self) -> bool {
        let holds = |set: &Vec<usize>, places: &[usize]| places.iter().all(|p| set.contains(p));
        finer
            .0
            .iter()
            .all(|set| self.0.iter().any(|mine| holds(mine, set)))
    }

    /// The sets of a family.
    fn of_family(&self, family: &[Category]) -> Vec<Vec<usize>> {
        let is_of_it = |set: &&Vec<usize>| set.first().is_some_and(|place| is_of(*place, family));
        self.0.iter().filter(is_of_it).cloned().collect()
    }

    /// The sets whose numbers can be had from both.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        Self(joined(&self.0, &other.0))
    }
}

fn is_of(place: usize, family: &[Category]) -> bool {
    Value::activity(place).is_some_and(|a| family.contains(&a.category))
}

fn single(family: &[Category]) -> Vec<Vec<usize>> {
    let of_it = (0..ACTIVITIES).filter(|place| is_of(*place, family));
    of_it.map(|place| vec![place]).collect()
}
