//! Categories that are shown one by one, and those that are shown together because one or two respondents make up most of
//! one of them.

use super::hide::Parts;
use super::rules::is_dominated;
use super::sets::{joined, shown_sets};
use crate::domain::Category;
use crate::survey::collector::cells::{Cell, Measure};

/// The categories in sets that are shown as one number each; in order, all five in exactly one set. Teaching is always
/// by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Families(Vec<Vec<Category>>);

struct NonTeaching<'a>(&'a Cell);

impl NonTeaching<'_> {
    const ALL: &'static [Category] = Category::ALL.split_at(1).1;
}

impl Parts for NonTeaching<'_> {
    type Sum = Vec<usize>;
    fn len(&self) -> usize {
        Self::ALL.len()
    }
    fn size(&self, part: usize) -> u64 {
        let sum = self.0.of(Measure::category(Self::ALL[part])).sum;
        u64::try_from(sum).unwrap_or(0)
    }
    fn is_safe_alone(&self, part: usize) -> bool {
        !is_dominated(self.0, &[Measure::category(Self::ALL[part])])
    }
    fn add(&self, part: usize, to: &mut Vec<usize>) {
        to.push(part);
    }
    fn are_safe(&self, together: &Vec<usize>) -> bool {
        let measures: Vec<Measure> = together
            .iter()
            .map(|p| Measure::category(Self::ALL[*p]))
            .collect();
        !is_dominated(self.0, &measures)
    }
}

impl Families {
    /// The sets for a week, by everybody's responses: all tables of the week show the same, so that none can be taken from
    /// another.
    #[must_use]
    pub fn of(all: &Cell) -> Self {
        let each: Vec<_> = NonTeaching::ALL.iter().map(|c| vec![*c]).collect();
        let mut sets = shown_sets(&NonTeaching(all), &each);
        sets.push(vec![Category::Teaching]);
        sets.sort();
        Self(sets)
    }

    /// Each category by itself.
    #[must_use]
    pub fn each() -> Self {
        Self(Category::ALL.map(|c| vec![c]).to_vec())
    }

    /// The sets.
    pub fn iter(&self) -> impl Iterator<Item = &[Category]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// The sets whose numbers can be had from both: the finest that are unions of sets of either.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        Self(joined(&self.0, &other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::values::{MISSING, VALUES, Value};

    /// Twelve teachers, of whom one has nearly all the duty.
    fn cell(duty: i16) -> Cell {
        let mut cell = Cell::default();
        for teacher in 0..12 {
            let mut values = [MISSING; VALUES];
            for (category, minutes) in Category::ALL.into_iter().zip([1500, 120, 300, 60, 0]) {
                values[Value::Category(category).index()] = minutes;
            }
            values[Value::Category(Category::Duty).index()] = if teacher == 0 { duty } else { 15 };
            cell.add(&values);
        }
        cell
    }

    #[test]
    fn a_category_of_one_teacher_is_shown_with_the_next_smallest() {
        assert_eq!(Families::of(&cell(30)), Families::each());
        let sets = Families::of(&cell(300));
        let expected = vec![
            vec![Category::Teaching],
            vec![Category::Meetings],
            vec![Category::Reports],
            vec![Category::ParentMessages, Category::Duty],
        ];
        assert_eq!(sets.0, expected);
        assert_eq!(sets.joined(&Families::each()), sets);
    }
}
