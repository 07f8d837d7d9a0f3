//! Groups: what a teacher says of themselves, once for all weeks, out of short lists of coarse answers.

use super::{Code, Wording};
use std::collections::HashSet;

/// A question about the respondent, with its closed list of answers. "Not said" can always be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its code.
    pub code: Code,
    /// What it is called.
    pub name: Wording,
    /// The answers, in the order in which they are offered.
    pub answers: Vec<GroupAnswer>,
}

/// One answer of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupAnswer {
    /// Its code.
    pub code: Code,
    /// What it is called.
    pub name: Wording,
    /// The answer of the same group that holds this one, where they form a tree: the district of a school.
    pub within: Option<Code>,
    /// How many people are behind it, asked to take part or not; none where the coordinator does not know.
    pub staff: Option<u32>,
}

impl Group {
    /// The answer of a code.
    #[must_use]
    pub fn answer(&self, code: &str) -> Option<&GroupAnswer> {
        self.answers.iter().find(|a| a.code.as_str() == code)
    }

    /// Whether an answer can be given: one that holds others is only their heading.
    #[must_use]
    pub fn is_open(&self, answer: &GroupAnswer) -> bool {
        self.answers
            .iter()
            .all(|a| a.within.as_ref() != Some(&answer.code))
    }

    /// The answers that can be given, in order.
    pub fn open(&self) -> impl Iterator<Item = &GroupAnswer> {
        // Of a thousand answers, asking each whether it is open would take a million looks.
        let headings: HashSet<&Code> = self.answers.iter().filter_map(|a| a.within.as_ref()).collect();
        self.answers.iter().filter(move |a| !headings.contains(&a.code))
    }

    /// The answers that hold one, the closest first.
    pub fn above<'a>(&'a self, answer: &'a GroupAnswer) -> impl Iterator<Item = &'a GroupAnswer> {
        let above = |a: &&'a GroupAnswer| self.answer(a.within.as_ref()?.as_str());
        std::iter::successors(Some(answer), above)
            .skip(1)
            .take(self.answers.len())
    }

    /// How many people are behind an answer; of one that holds others, where it does not say itself, all of those together.
    /// None where that is not known of each.
    #[must_use]
    pub fn staff_behind(&self, answer: &GroupAnswer) -> Option<u32> {
        if answer.staff.is_some() || self.is_open(answer) {
            return answer.staff;
        }
        let within = self.answers.iter();
        let within = within.filter(|a| a.within.as_ref() == Some(&answer.code));
        within
            .map(|a| self.staff_behind(a))
            .try_fold(0_u32, |sum, staff| sum.checked_add(staff?))
    }

    /// How many people are behind all of its answers together; none where that is not known of each.
    #[must_use]
    pub fn staff(&self) -> Option<u32> {
        self.open()
            .map(|a| a.staff)
            .try_fold(0_u32, |sum, staff| sum.checked_add(staff?))
    }
}
