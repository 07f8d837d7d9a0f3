//! Which cell a row belongs to, as whole numbers: short ones are grouped far faster than a week and a dozen texts.

use super::column::{WEEK, quoted};
use crate::domain::WeekId;
use crate::survey::collector::dataset::Columns;
use crate::survey::definition::{Definition, Group};

/// The digits of a mixed-radix number, over as many numbers as they need: the week, and the answer to each group, in the
/// order of the definition.
#[derive(Debug, Clone)]
pub(super) struct Places {
    weeks: Vec<WeekId>,
    groups: usize,
    /// The digits of each number, by their place among all of them.
    numbers: Vec<Vec<usize>>,
    /// How many values each digit has, and the expression that gives it.
    digits: Vec<(i64, String)>,
}

impl Places {
    /// The most that one number counts to. Leaves room for a factor, so that no sum of a digit and a product is too large.
    const MOST: i64 = 1 << 62;

    /// The cells of some weeks of a survey.
    pub(super) fn of(definition: &Definition, columns: &Columns, weeks: Vec<WeekId>) -> Self {
        let mut digits = vec![week_digit(&weeks)];
        let groups = definition.groups.iter().enumerate();
        digits
            .extend(groups.map(|(place, group)| group_digit(group, &quoted(columns, columns.group(place)))));
        let mut numbers: Vec<Vec<usize>> = Vec::new();
        let mut counted = 0_i64;
        for (place, (values, _)) in digits.iter().enumerate() {
            match counted.checked_mul(*values).filter(|all| *all <= Self::MOST) {
                Some(all) if counted > 0 => {
                    counted = all;
                    if let Some(number) = numbers.last_mut() {
                        number.push(place);
                    }
                }
                _ => {
                    counted = *values;
                    numbers.push(vec![place]);
                }
            }
        }
        Self {
            weeks,
            groups: definition.groups.len(),
            numbers,
            digits,
        }
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The names of the numbers in SQL, with commas.
    pub(super) fn names(&self) -> String {
        let names: Vec<String> = (0..self.len()).map(|n| format!("c{n}")).collect();
        names.join(", ")
    }

    /// What they are in SQL, of a row of the dataset; nothing where a week or an answer is none of the survey's.
    pub(super) fn expressions(&self) -> String {
        let number = |(n, places): (usize, &Vec<usize>)| {
            let value = places.iter().fold(String::new(), |before, place| {
                let (values, digit) = &self.digits[*place];
                if before.is_empty() {
                    digit.clone()
                } else {
                    format!("({before}) * {values} + {digit}")
                }
            });
            format!("{value} AS c{n}")
        };
        let all: Vec<String> = self.numbers.iter().enumerate().map(number).collect();
        all.join(", ")
    }

    /// The cell of the numbers; none where they are not those of a cell.
    pub(super) fn read(&self, numbers: &[i64]) -> Option<(WeekId, Box<[u16]>)> {
        let mut digits = vec![0_i64; self.digits.len()];
        for (places, number) in self.numbers.iter().zip(numbers) {
            let mut rest = *number;
            for place in places.iter().rev() {
                let values = self.digits[*place].0;
                digits[*place] = rest.rem_euclid(values);
                rest = rest.div_euclid(values);
            }
            if rest != 0 {
                return None;
            }
        }
        let (week, groups) = digits.split_first()?;
        let groups: Option<Vec<u16>> = groups.iter().map(|d| u16::try_from(*d).ok()).collect();
        let week = self.weeks.get(usize::try_from(*week).ok()?)?;
        groups
            .filter(|g| g.len() == self.groups)
            .map(|g| (*week, g.into()))
    }
}

fn week_digit(weeks: &[WeekId]) -> (i64, String) {
    let whens = weeks.iter().enumerate();
    let whens = whens.map(|(place, week)| format!("WHEN '{week}' THEN {place}"));
    let whens = whens.collect::<Vec<_>>().join(" ");
    (count(weeks.len()), format!("CASE {WEEK} {whens} END"))
}

fn group_digit(group: &Group, column: &str) -> (i64, String) {
    let whens = group.answers.iter().enumerate();
    let whens = whens.map(|(place, answer)| format!("WHEN '{}' THEN {}", answer.code, place + 1));
    let whens = whens.collect::<Vec<_>>().join(" ");
    let digit = format!("CASE WHEN {column} IS NULL THEN 0 ELSE CASE {column} {whens} END END");
    (count(group.answers.len() + 1), digit)
}

/// A small number; no survey has more weeks or answers than a program can count.
fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX).max(1)
}
