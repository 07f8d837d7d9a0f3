//! What a week has of one activity.

use crate::domain::{Activity, Block, Category};
use std::collections::BTreeMap;

/// The non-parallel blocks of one activity, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Minutes together.
    pub minutes: u32,
    /// How many.
    pub blocks: u32,
    /// What they were worth.
    pub worth: Worth,
}

/// Ratings of blocks, 1 (nothing) to 5 (much).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Worth {
    /// How many blocks were rated.
    pub rated: u32,
    /// The ratings together.
    pub sum: u32,
    /// Minutes of the rated blocks.
    pub minutes: u32,
}

impl Worth {
    /// The mean rating, each block counting the same; none where none was rated.
    #[must_use]
    pub fn mean(self) -> Option<f64> {
        (self.rated > 0).then(|| f64::from(self.sum) / f64::from(self.rated))
    }
}

impl std::ops::AddAssign for Worth {
    fn add_assign(&mut self, other: Self) {
        self.rated += other.rated;
        self.sum += other.sum;
        self.minutes += other.minutes;
    }
}

impl Tally {
    pub(super) fn of(block: &Block) -> Self {
        let mut out = Self::default();
        out.add(block);
        out
    }

    pub(super) fn add(&mut self, block: &Block) {
        let minutes = block.span.minutes();
        self.minutes += minutes;
        self.blocks += 1;
        if let Some(rating) = block.rating {
            self.worth += Worth {
                rated: 1,
                sum: u32::from(rating.get()),
                minutes,
            };
        }
    }
}

/// What each activity of the category meetings was worth of which a block was rated.
pub fn meetings_worth(
    by_activity: &BTreeMap<Activity, Tally>,
) -> impl Iterator<Item = (&Activity, Worth)> + Clone {
    let rated = by_activity
        .iter()
        .filter(|(activity, tally)| activity.category == Category::Meetings && tally.worth.rated > 0);
    rated.map(|(activity, tally)| (activity, tally.worth))
}

/// The ratings of all of them together.
impl<'a> std::iter::FromIterator<(&'a Activity, Worth)> for Worth {
    fn from_iter<I: IntoIterator<Item = (&'a Activity, Self)>>(rated: I) -> Self {
        let mut out = Self::default();
        rated.into_iter().for_each(|(_, worth)| out += worth);
        out
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.minutes += other.minutes;
        self.blocks += other.blocks;
        self.worth += other.worth;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_meetings_are_worth_something() {
        let tally = |rated, sum| Tally {
            minutes: 60,
            blocks: 2,
            worth: Worth {
                rated,
                sum,
                minutes: 30,
            },
        };
        let activity = |category| Activity::catch_all(category);
        let by_activity = BTreeMap::from([
            (activity(Category::Meetings), tally(2, 9)),
            (activity(Category::Reports), tally(1, 1)),
        ]);
        let rated: Vec<_> = meetings_worth(&by_activity).collect();
        assert_eq!(rated.len(), 1);
        let all: Worth = rated.into_iter().collect();
        assert_eq!((all.mean(), all.rated, all.minutes), (Some(4.5), 2, 30));
        assert_eq!(Worth::default().mean(), None);
        let unrated = BTreeMap::from([(activity(Category::Meetings), tally(0, 0))]);
        assert_eq!(meetings_worth(&unrated).count(), 0);
    }
}
