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

    /// Where there are more responses than people: a staff that was counted wrong, or responses that nobody should have
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
                    check(Some((place, at)), counts[at + 1], answer.staff);
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
