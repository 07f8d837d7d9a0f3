//! What the cells of several surveys have in common.

use super::union::union;
use crate::domain::WeekId;
use crate::survey::definition::{Asks, Definition, Group, Wording};

/// The questions that cells are about: those of one survey, or of several that ask the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The surveys, in the order of their hashes.
    pub surveys: Vec<Definition>,
    /// The groups with all answers of all surveys, as the first survey that has them orders and names them. The staff behind
    /// an answer is the sum where every survey that has the answer says it.
    pub groups: Vec<Group>,
}

/// Why cells cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCells {
    /// There are none.
    #[error("there are no cells")]
    Nothing,
    /// The surveys round differently.
    #[error("one survey rounds to {0} minutes and another to {1}")]
    Rounding(u32, u32),
    /// The surveys ask different things.
    #[error("the surveys do not ask the same")]
    Asks,
    /// A group is not in all surveys.
    #[error("the group {0} is not asked in all surveys")]
    Group(String),
    /// An answer lies within different answers.
    #[error("the answer {1} of {0} does not lie at the same place in all surveys")]
    Answer(String, String),
    /// An answer holds others in one survey and can be given in another.
    #[error("the answer {1} of {0} holds others in one survey and is given in another")]
    Heading(String, String),
    /// The same survey is there twice, so that its responses would count twice.
    #[error("the same survey is there twice: {}", .0.get(crate::i18n::Lang::En))]
    Twice(Wording),
    /// Together they have more answers than can be told apart.
    #[error("the group {0} has too many answers")]
    TooMany(String),
    /// They are more surveys than can be put together.
    #[error("more than {most} surveys", most = Frame::MOST_SURVEYS)]
    TooManySurveys,
    /// They are of more respondents than can be counted.
    #[error("more than {most} respondents", most = super::Cells::MOST_RESPONDENTS)]
    TooManyRespondents,
}

impl Frame {
    /// The most surveys that can be put together: more than any country has districts.
    pub const MOST_SURVEYS: usize = 4096;
    /// The most answers of a group that surveys can have together.
    pub const MOST_ANSWERS: usize = 20_000;

    /// The frame of one survey.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        Self {
            surveys: vec![definition.clone()],
            groups: definition.groups.clone(),
        }
    }

    /// The frame of several surveys, in whatever order they come.
    ///
    /// # Errors
    /// [`BadCells`] where they do not ask the same, or one is there twice.
    pub fn of_all(mut surveys: Vec<Definition>) -> Result<Self, BadCells> {
        if surveys.len() > Self::MOST_SURVEYS {
            return Err(BadCells::TooManySurveys);
        }
        surveys.sort_by_key(Definition::hash);
        let groups = union(&surveys)?;
        Ok(Self { surveys, groups })
    }

    /// Minutes that times are rounded to.
    #[must_use]
    pub fn rounding(&self) -> u32 {
        self.surveys
            .first()
            .map_or(Definition::USUAL_ROUNDING, |s| s.rounding)
    }

    /// The fewest respondents of which anything is shown: the largest that any of the surveys promises.
    #[must_use]
    pub fn min_group(&self) -> u32 {
        let promised = self.surveys.iter().map(|s| s.min_group);
        promised.max().unwrap_or(Definition::USUAL_MIN_GROUP)
    }

    /// What is asked beside the categories.
    #[must_use]
    pub fn asks(&self) -> Asks {
        self.surveys.first().map(|s| s.asks).unwrap_or_default()
    }

    /// The surveys that ask about a week.
    fn asking(&self, week: WeekId) -> impl Iterator<Item = &Definition> {
        self.surveys.iter().filter(move |s| s.weeks.contains(&week))
    }

    /// How many people are asked to take part in a week, by the surveys that ask about it; none where one of these does not
    /// say, or no survey asks.
    #[must_use]
    pub fn staff_in(&self, week: WeekId) -> Option<u32> {
        sum_of(self.asking(week).map(|s| s.staff))
    }

    /// How many people are behind an answer of a group in a week, by the places of both (0 is not said), in the surveys that
    /// ask about the week and have the answer; of an answer that holds others, all of those together. None where one of
    /// these surveys does not say, or there is none.
    #[must_use]
    pub fn staff_behind_in(&self, week: WeekId, group: usize, answer: u16) -> Option<u32> {
        let group = self.groups.get(group)?;
        let answer = group.answers.get(usize::from(answer).checked_sub(1)?)?;
        sum_of(self.asking(week).filter_map(|survey| {
            let group = survey.group(group.code.as_str())?;
            Some(group.staff_behind(group.answer(answer.code.as_str())?))
        }))
    }

    /// How many people are asked to take part; none where any of the surveys does not say.
    #[must_use]
    pub fn staff(&self) -> Option<u32> {
        let mut staff = self.surveys.iter().map(|s| s.staff);
        staff.try_fold(0_u32, |sum, staff| sum.checked_add(staff?))
    }
}

/// What is known of each, together; none where it is not known of one, or there is none.
fn sum_of(staff: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    staff.reduce(|sum, staff| sum?.checked_add(staff?)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::definition::tests::sample;

    #[test]
    fn in_a_week_only_the_staff_counts_of_surveys_that_ask_about_it() {
        let [mut autumn, mut winter] = [sample().0, sample().0];
        let week = |text: &str| text.parse::<WeekId>().unwrap();
        (autumn.weeks, autumn.staff) = (week("2026-W45")..=week("2026-W47"), Some(300));
        (winter.weeks, winter.staff) = (week("2026-W47")..=week("2026-W50"), Some(40));
        for (survey, staff) in [(&mut autumn, 120), (&mut winter, 20)] {
            survey.groups[0].answers[0].staff = Some(staff);
            survey.groups[0].answers[1].staff = None;
        }
        winter.groups[0].answers.truncate(1);
        let frame = Frame {
            groups: autumn.groups.clone(),
            surveys: vec![autumn, winter],
        };
        let weeks = ["2026-W45", "2026-W47", "2026-W50", "2026-W51"].map(week);
        assert_eq!(
            weeks.map(|week| frame.staff_in(week)),
            [Some(300), Some(340), Some(40), None]
        );
        assert_eq!(
            weeks.map(|week| frame.staff_behind_in(week, 0, 1)),
            [Some(120), Some(140), Some(20), None]
        );
        // Not said, an answer of which nobody says the staff, and one that the second survey does not have.
        for place in [0, 2, 400] {
            assert_eq!(weeks.map(|week| frame.staff_behind_in(week, 0, place)), [None; 4]);
        }
        assert_eq!(frame.staff(), Some(340));
    }
}
