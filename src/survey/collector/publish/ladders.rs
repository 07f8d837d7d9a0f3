//! How an answer becomes a coarser one: in a tree the answer that holds it, in the end none at all.

use crate::survey::definition::{Definition, Group};

/// The place of the answer to each group of the definition, and one more than the school days of the week; 0 where it is
/// not said.
pub(super) type Known = Box<[u16]>;

/// The ladder of each thing that is known of a respondent: their groups, the most important first as the definition has
/// them, and last the school days of the week, of which there is nothing coarser than none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ladders(Vec<Ladder>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Ladder {
    /// The place of the answer that holds each one, by its place; 0 where none does.
    above: Vec<u16>,
    /// Steps from the deepest answer to none.
    height: u8,
}

/// How many steps each thing climbs.
pub(super) type Steps = Vec<u8>;

/// Up to so many ways are all tried.
const MOST: usize = 4096;

impl Ladders {
    pub(super) fn of(definition: &Definition) -> Self {
        let mut ladders: Vec<Ladder> = definition.groups.iter().map(Ladder::of).collect();
        ladders.push(Ladder {
            above: vec![0; 9],
            height: 1,
        }); // 0 to 7 days, and not said
        Self(ladders)
    }

    /// What is known, made coarser.
    pub(super) fn climb(&self, known: &Known, steps: &Steps) -> Known {
        let each = known.iter().zip(&self.0).zip(steps);
        each.map(|((place, ladder), steps)| ladder.climb(*place, *steps))
            .collect()
    }

    /// The ways to make something coarser, the mildest first: those that empty the fewest groups, then those of the fewest
    /// steps, then those that spare the more important. The first leaves all as it is and the last leaves nothing. Of very
    /// many groups not all ways are tried: those that change one or two things, and those that change the least important,
    /// the two least important, and so on.
    pub(super) fn ways(&self) -> Vec<Steps> {
        let heights: Vec<u8> = self.0.iter().map(|l| l.height).collect();
        let number = heights
            .iter()
            .try_fold(1_usize, |n, h| n.checked_mul(usize::from(*h) + 1));
        let mut ways = match number {
            Some(number) if number <= MOST => every_way(&heights),
            _ => some_ways(&heights),
        };
        ways.sort_by_cached_key(|steps| self.cost(steps));
        ways.dedup();
        ways
    }

    /// How many groups a way empties, how many steps it takes, and where.
    fn cost(&self, steps: &Steps) -> (usize, u32, Steps) {
        let groups = self.0.len() - 1;
        let each = steps.iter().zip(&self.0).take(groups);
        let emptied = each.filter(|(steps, ladder)| **steps == ladder.height).count();
        (emptied, steps.iter().map(|s| u32::from(*s)).sum(), steps.clone())
    }
}

impl Ladder {
    fn of(group: &Group) -> Self {
        let place = |code: &crate::survey::definition::Code| {
            let at = group.answers.iter().position(|a| a.code == *code);
            at.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
        };
        let above = group.answers.iter().map(|a| a.within.as_ref().map_or(0, place));
        let depths = group.answers.iter().map(|a| group.above(a).count() + 1);
        let height = depths.max().unwrap_or(1);
        Self {
            above: std::iter::once(0).chain(above).collect(),
            height: u8::try_from(height).unwrap_or(u8::MAX),
        }
    }

    /// The answer so many steps up; on top of the tree it stays, until the last step leads to none.
    fn climb(&self, place: u16, steps: u8) -> u16 {
        if steps >= self.height {
            return 0;
        }
        let above = |place: &u16| self.above.get(usize::from(*place)).copied().filter(|a| *a > 0);
        let path = std::iter::successors(Some(place), above);
        path.take(usize::from(steps) + 1).last().unwrap_or(place)
    }
}

fn every_way(heights: &[u8]) -> Vec<Steps> {
    heights.iter().fold(vec![Steps::new()], |ways, height| {
        let longer = |way: &Steps| {
            let way = way.clone();
            (0..=*height).map(move |steps| way.iter().copied().chain([steps]).collect())
        };
        ways.iter().flat_map(longer).collect()
    })
}

fn some_ways(heights: &[u8]) -> Vec<Steps> {
    let none = vec![0; heights.len()];
    let mut ways = vec![none.clone(), heights.to_vec()];
    for (one, one_height) in heights.iter().enumerate() {
        for (other, other_height) in heights.iter().enumerate().skip(one) {
            for (of_one, of_other) in (1..=*one_height).flat_map(|a| (1..=*other_height).map(move |b| (a, b)))
            {
                let mut way = none.clone();
                (way[other], way[one]) = (of_other, of_one);
                ways.push(way);
            }
        }
        let mut last = none.clone();
        last[one..].copy_from_slice(&heights[one..]);
        ways.push(last);
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::simulate::Simulation;

    /// Stage, role, years, and regions in areas.
    fn ladders() -> Ladders {
        let weeks = "2026-W45".parse().unwrap()..="2026-W47".parse().unwrap();
        let simulation = Simulation::new(1, 10, weeks, false).unwrap();
        Ladders::of(&simulation.definition)
    }

    #[test]
    fn an_answer_climbs_to_what_holds_it_and_then_is_gone() {
        let ladders = ladders();
        let known: Known = [1, 2, 0, 3, 6].into(); // the third region is the second district of the first area
        let climbed = |steps: [u8; 5]| ladders.climb(&known, &steps.to_vec()).to_vec();
        assert_eq!(climbed([0; 5]), [1, 2, 0, 3, 6]);
        assert_eq!(climbed([0, 1, 0, 1, 0]), [1, 0, 0, 1, 6]);
        assert_eq!(climbed([1, 1, 1, 2, 1]), [0; 5]);
        let area = ladders.climb(&[0, 0, 0, 1, 0].into(), &vec![0, 0, 0, 1, 0]);
        assert_eq!(area.to_vec(), [0, 0, 0, 1, 0]);
    }

    #[test]
    fn the_mildest_way_is_the_first() {
        let ways = ladders().ways();
        assert_eq!(ways.len(), 2 * 2 * 2 * 3 * 2);
        let first: Vec<Vec<u8>> = ways.iter().take(5).cloned().collect();
        assert_eq!(
            first,
            [
                vec![0, 0, 0, 0, 0],
                vec![0, 0, 0, 0, 1], // the school days
                vec![0, 0, 0, 1, 0], // the area for the district
                vec![0, 0, 0, 1, 1],
                vec![0, 0, 1, 0, 0], // the years
            ]
        );
        assert_eq!(*ways.last().unwrap(), [1, 1, 1, 2, 1]);
    }

    #[test]
    fn of_many_groups_some_ways_are_tried() {
        let ladder = |height: u8| Ladder {
            above: vec![0, 0, 0],
            height,
        };
        let many = Ladders((0..13).map(|n| ladder(if n == 5 { 4 } else { 1 })).collect());
        let ways = many.ways();
        assert!(ways.len() < MOST, "{}", ways.len());
        assert!(ways[0].iter().all(|s| *s == 0));
        let last = ways.last().unwrap();
        assert!(
            last.iter()
                .zip(&many.0)
                .all(|(steps, ladder)| *steps == ladder.height)
        );
    }
}
