//! How many of those who were asked have answered, by week and group.

use crate::domain::WeekId;
use crate::survey::collector::dataset::{Dataset, DatasetError};
use crate::survey::definition::{Definition, Group};
use std::collections::BTreeMap;

/// How many responses there are of each week, and of each answer to each group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// By week, those without a response left out.
    pub weeks: BTreeMap<WeekId, WeekCoverage>,
}

/// The responses of a week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekCoverage {
    /// All of them.
    pub responses: u64,
    /// Those of each group's answers, by the places of both; place 0 is not said. What lies within an answer is counted to
    /// it too.
    pub groups: Vec<Vec<u64>>,
}

/// More responses of a week than there are people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooMany {
    /// The week.
    pub week: WeekId,
    /// The group and the answer, by their places in the definition, both from 0; none where it is all who were asked.
    pub answer: Option<(usize, usize)>,
    /// How many responses.
    pub responses: u64,
    /// How many people.
    pub staff: u32,
}

impl Coverage {
    /// That of a dataset.
    ///
    /// # Errors
    /// [`DatasetError`].
    pub fn of(dataset: &Dataset) -> Result<Self, DatasetError> {
        let definition = &dataset.definition;
        let mut weeks = BTreeMap::new();
        for (week, parts) in dataset.parts()? {
            let empty = |group: &Group| vec![0; group.answers.len() + 1];
            let mut groups: Vec<Vec<u64>> = definition.groups.iter().map(empty).collect();
            let mut responses = 0;
            for part in &parts {
                let reader = dataset.reader(part)?;
                responses += reader.rows();
                for row_group in 0..reader.row_groups() {
                    for (place, counts) in groups.iter_mut().enumerate() {
                        let answers = reader.answers(row_group, place);
                        let answers = answers.map_err(|why| DatasetError::Part(part.path.clone(), why))?;
                        for answer in answers {
                            counts[usize::from(answer)] += 1;
                        }
                    }
                }
            }
            for (group, counts) in definition.groups.iter().zip(&mut groups) {
                add_up(group, counts);
            }
            weeks.insert(week, WeekCoverage { responses, groups });
        }
        Ok(Self { weeks })
    }

    /// Where there are more responses than people, of answers that hold others than in all of these together: a staff that was counted wrong, or responses that nobody should have
    /// sent.
    #[must_use]
    pub fn too_many(&self, definition: &Definition) -> Vec<TooMany> {
        let mut out = Vec::new();
        for (week, coverage) in &self.weeks {
            let mut check = |answer, responses: u64, staff: Option<u32>| {
                if let Some(staff) = staff.filter(|staff| responses > u64::from(*staff)) {
                    out.push(TooMany {
                        week: *week,
                        answer,
                        responses,
                        staff,
                    });
                }
            };
            check(None, coverage.responses, definition.staff);
            for (place, (group, counts)) in definition.groups.iter().zip(&coverage.groups).enumerate() {
                for (at, answer) in group.answers.iter().enumerate() {
                    check(Some((place, at)), counts[at + 1], group.staff_behind(answer));
                }
            }
        }
        out
    }

    /// The most responses of any week: so many respondents there are at least.
    #[must_use]
    pub fn respondents(&self) -> u64 {
        self.weeks.values().map(|w| w.responses).max().unwrap_or(0)
    }
}

/// How many of a hundred people have answered, halves upwards as in a report; none where there is nobody.
#[must_use]
pub fn percent(responses: u64, staff: u32) -> Option<u64> {
    let staff = u64::from(staff);
    (200 * responses + staff).checked_div(2 * staff)
}

/// Counts what lies within an answer to that answer.
fn add_up(group: &Group, counts: &mut [u64]) {
    let own = counts.to_vec();
    for (at, answer) in group.answers.iter().enumerate() {
        for above in group.above(answer) {
            if let Some(place) = group.answers.iter().position(|a| a.code == above.code) {
                counts[place + 1] += own[at + 1];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::definition::tests::sample;
    use crate::survey::definition::{Code, GroupAnswer, Wording};

    #[test]
    fn percents_are_rounded_as_in_a_report() {
        let of = |responses, staff| percent(responses, staff);
        assert_eq!([of(72, 129), of(5, 8), of(1, 400)], [Some(56), Some(63), Some(0)]);
        assert_eq!([of(33, 30), of(0, 0)], [Some(110), None]);
    }

    #[test]
    fn a_heading_is_flagged_by_the_staff_of_all_within_it() {
        let (mut definition, _) = sample();
        let answer = |code: &str, within: Option<&str>, staff| GroupAnswer {
            code: Code::new(code).unwrap(),
            name: Wording::same(code),
            within: within.and_then(Code::new),
            staff,
        };
        definition.groups.truncate(1);
        definition.groups[0].answers = vec![
            answer("north", None, None),
            answer("n1", Some("north"), Some(20)),
            answer("n2", Some("north"), Some(10)),
        ];
        definition.staff = None;
        let week: WeekId = "2026-W47".parse().unwrap();
        // Who said no more than "north" counts there alone.
        let of = |groups: [u64; 4]| WeekCoverage {
            responses: groups.iter().sum(),
            groups: vec![groups.to_vec()],
        };
        let flagged = |groups| {
            let weeks = BTreeMap::from([(week, of(groups))]);
            let flagged = Coverage { weeks }.too_many(&definition);
            let told = flagged.iter().map(|f| (f.answer, f.responses, f.staff));
            told.collect::<Vec<_>>()
        };
        assert_eq!(flagged([0, 31, 20, 10]), [(Some((0, 0)), 31, 30)]);
        assert_eq!(flagged([0, 30, 20, 10]), []);
    }
}
