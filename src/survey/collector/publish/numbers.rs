//! The numbers of a public-use file: few, coarse, and none that is somebody's alone at an end.

use crate::domain::Category;
use crate::survey::codebook::{PUBLIC_BAND, PUBLIC_STEP};
use crate::survey::collector::cells::{Histogram, Measure};
use crate::survey::collector::values::{MISSING, Value, Values};
use std::ops::RangeInclusive;

/// How many numbers are published of a row.
pub(super) const NUMBERS: usize = 9;

/// The numbers that are published of a row, coarse; [`MISSING`] where there is none.
pub(super) type Numbers = [i16; NUMBERS];

/// One number that is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// Whether the week is complete: 1 or 0.
    Complete,
    /// Minutes of a category, to the hour.
    Category(Category),
    /// The share of what is not teaching, in bands of ten points, by their lower ends, in per cent.
    ShareBand,
    /// Whether the goal is met: 1 or 0.
    GoalMet,
    /// Meetings.
    Meetings,
}

/// At each end of a number, at least so many of a hundred share one value.
pub(super) const TAIL: u64 = 1;

impl Number {
    /// All of them, in the order of the columns.
    pub(super) const ALL: [Self; NUMBERS] = [
        Self::Complete,
        Self::Category(Category::Teaching),
        Self::Category(Category::Meetings),
        Self::Category(Category::Reports),
        Self::Category(Category::ParentMessages),
        Self::Category(Category::Duty),
        Self::ShareBand,
        Self::GoalMet,
        Self::Meetings,
    ];

    /// Whether it stands for true or false.
    pub(super) const fn is_boolean(self) -> bool {
        matches!(self, Self::Complete | Self::GoalMet)
    }

    /// What it is of a response.
    fn of(self, values: &Values) -> i16 {
        let band = i16::from(PUBLIC_BAND);
        let value = |value: Value| values[value.index()];
        match self {
            Self::Complete => value(Value::Complete),
            Self::GoalMet => value(Value::GoalMet),
            Self::Meetings => value(Value::Meetings),
            Self::Category(category) => to_the_hour(value(Value::Category(category))),
            Self::ShareBand => match Measure::Share.of(values) {
                MISSING => MISSING,
                share => (share / (10 * band)).min(100 / band - 1) * band, // of thousandths; the highest band has all
            },
        }
    }
}

/// The numbers of a response.
pub(super) fn numbers(values: &Values) -> Numbers {
    Number::ALL.map(|number| number.of(values))
}

/// Minutes to the nearest hour, halves upwards.
fn to_the_hour(minutes: i16) -> i16 {
    let step = i16::from(PUBLIC_STEP);
    (minutes + step / 2) / step * step
}

/// What is published of a number in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing: of too few, or of too few the one answer or the other.
    Nothing,
    /// What lies between these; what lies beyond is given as the nearer of them.
    Between(RangeInclusive<i16>),
}

impl Shown {
    /// What is published of a number with these values in a week: at both ends at least `least` rows share one value.
    pub(super) fn of(number: Number, values: &Histogram, least: u32) -> Self {
        let (total, least) = (values.total(), u64::from(least));
        if number.is_boolean() {
            let both = [0, 1].iter().all(|v| share(values, |x| x == *v) >= least);
            return if both { Self::Between(0..=1) } else { Self::Nothing };
        }
        if total < least {
            return Self::Nothing;
        }
        let enough = least.max((total * TAIL).div_ceil(100));
        let all: Vec<i16> = values.iter().map(|(value, _)| value).collect();
        let bottom = all.iter().find(|v| share(values, |x| x <= **v) >= enough);
        let top = all.iter().rev().find(|v| share(values, |x| x >= **v) >= enough);
        match (bottom, top) {
            (Some(bottom), Some(top)) if bottom <= top => Self::Between(*bottom..=*top),
            // So few that both ends are one: all are given as the one in the middle.
            _ => {
                let middle = all.iter().find(|v| 2 * share(values, |x| x <= **v) >= total);
                middle.map_or(Self::Nothing, |middle| Self::Between(*middle..=*middle))
            }
        }
    }

    /// A value as it is published.
    pub(super) fn value(&self, value: i16) -> i16 {
        match self {
            Self::Between(range) if value != MISSING => value.clamp(*range.start(), *range.end()),
            _ => MISSING,
        }
    }
}

/// How many values are like that.
fn share(values: &Histogram, is: impl Fn(i16) -> bool) -> u64 {
    values
        .iter()
        .filter(|(v, _)| is(*v))
        .map(|(_, n)| u64::from(n))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn minutes_are_given_to_the_hour() {
        for (exact, coarse) in [(0, 0), (15, 0), (30, 60), (75, 60), (90, 120), (2415, 2400)] {
            assert_eq!(to_the_hour(exact), coarse, "{exact}");
        }
    }

    #[test]
    fn yes_and_no_are_shown_where_there_are_enough_of_both() {
        let shown =
            |no: u32, yes: u32| Shown::of(Number::GoalMet, &[(0, no), (1, yes)].into_iter().collect(), 10);
        assert_eq!(shown(10, 10), Shown::Between(0..=1));
        for (no, yes) in [(9, 100), (100, 9), (0, 100), (100, 0), (0, 0)] {
            assert_eq!(shown(no, yes), Shown::Nothing, "{no} {yes}");
        }
    }

    proptest! {
        #[test]
        fn at_both_ends_there_are_enough(values in prop::collection::vec(-20_i16..20, 0..300), least in 5_u32..30) {
            let histogram: Histogram = values.iter().map(|v| (*v, 1)).collect();
            let shown = Shown::of(Number::Meetings, &histogram, least);
            let mut out: Vec<i16> = values.iter().map(|v| shown.value(*v)).collect();
            out.sort_unstable();
            if values.len() < least as usize {
                prop_assert_eq!(shown, Shown::Nothing);
                prop_assert!(out.iter().all(|v| *v == MISSING));
            } else {
                let (first, last) = (out[0], out[out.len() - 1]);
                prop_assert!(first != MISSING);
                for end in [first, last] {
                    let n = out.iter().filter(|v| **v == end).count();
                    prop_assert!(n >= least as usize && n * 100 >= out.len(), "{n} at {end}");
                }
                // What lies between is as it was, and what was equal or above stays so.
                for (value, given) in values.iter().zip(values.iter().map(|v| shown.value(*v))) {
                    prop_assert!(given == *value || given == first || given == last);
                }
            }
        }
    }
}
