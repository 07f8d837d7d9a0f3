//! What can be seen of one cell by itself.

use crate::survey::collector::cells::{Cell, Frame, Measure};

/// The thresholds of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The fewest respondents of which anything is shown.
    pub min_group: u32,
    /// What minutes are rounded to.
    pub rounding: u32,
}

impl Rules {
    /// No one may make up more of a sum than this, in per cent: the (1, 50) rule.
    pub(super) const MOST_OF_ONE: i64 = 50;
    /// No two may make up more of a sum than this, in per cent: the (2, 67) rule.
    pub(super) const MOST_OF_TWO: i64 = 67;
    /// A median of fewer than this would be some one's value.
    pub const MEDIAN: u32 = 10;
    /// The fewest respondents for quartiles.
    pub const QUARTILES: u32 = 40;
    /// The fewest respondents for the outer deciles.
    pub const DECILES: u32 = 100;
    /// The fewest on either side of a part of a whole that is told as a number.
    pub const SIDE: u32 = 3;

    /// The rules of surveys.
    #[must_use]
    pub fn of(frame: &Frame) -> Self {
        Self {
            min_group: frame.min_group(),
            rounding: frame.rounding(),
        }
    }

    /// Whether there are enough respondents.
    #[must_use]
    pub const fn are_enough(self, respondents: u32) -> bool {
        respondents >= self.min_group
    }
}

/// Whether one or two respondents make up most of the sum of some measures together. Where it is one measure, it is
/// exact; of several, whose largest values may be of different respondents, it errs on the safe side.
#[must_use]
pub(super) fn is_dominated(cell: &Cell, measures: &[Measure]) -> bool {
    let (mut sum, mut first, mut second) = (0, 0, 0);
    for measure in measures {
        let moments = cell.of(*measure);
        sum += moments.sum;
        first += i64::from(moments.largest[0]);
        second += i64::from(moments.largest[1]);
    }
    first * 100 > sum * Rules::MOST_OF_ONE || (first + second) * 100 > sum * Rules::MOST_OF_TWO
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Category;
    use crate::survey::collector::values::{MISSING, VALUES, Value};

    fn cell(minutes: &[i16]) -> Cell {
        let mut cell = Cell::default();
        for m in minutes {
            let mut values = [MISSING; VALUES];
            for category in Category::ALL {
                values[Value::Category(category).index()] = 0;
            }
            values[Value::LateParents.index()] = *m;
            values[Value::Meetings.index()] = 1;
            cell.add(&values);
        }
        cell
    }

    #[test]
    fn one_may_be_half_and_two_may_be_two_thirds() {
        let late = [Measure::Value(Value::LateParents)];
        for (minutes, expected) in [
            (&[50, 10, 10, 10, 20][..], true), // 50 and 20 of 100
            (&[50, 10, 10, 10, 10, 10], false),
            (&[51, 9, 10, 10, 10, 10], true),
            (&[34, 33, 33], false),
            (&[34, 34, 32], true),
            (&[0, 0, 0], false), // nothing can be told of nothing
            (&[15, 0, 0], true),
        ] {
            assert_eq!(is_dominated(&cell(minutes), &late), expected, "{minutes:?}");
        }
    }

    #[test]
    fn of_several_measures_the_largest_are_taken_together() {
        let both = [
            Measure::Value(Value::LateParents),
            Measure::Value(Value::Meetings),
        ];
        assert!(!is_dominated(&cell(&[1; 12]), &both));
        assert!(is_dominated(&cell(&[60, 0, 0]), &both));
    }
}
