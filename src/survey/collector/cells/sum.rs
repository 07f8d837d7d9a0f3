//! The cells of several surveys as those of one: a province's, out of its districts'.

use super::union::Places;
use super::{BadCells, Cells, Frame};
use crate::domain::WeekId;
use std::ops::RangeInclusive;

impl Cells {
    /// The most respondents of cells together, so that no sum is too large to be counted.
    pub const MOST_RESPONDENTS: u64 = 1_000_000_000;

    /// The same cells about more surveys, or about the same: every answer of theirs has its place in the other frame.
    #[must_use]
    pub fn in_frame(self, frame: &Frame) -> Self {
        let places = Places::between(&self.frame, frame);
        let mut out = Self::new(frame.clone());
        for ((week, groups), cell) in self.cells {
            out.cell(week, &places.of(&groups)).merge(&cell);
        }
        out
    }

    /// The cells of some weeks.
    #[must_use]
    pub fn within(mut self, weeks: &RangeInclusive<WeekId>) -> Self {
        self.cells.retain(|(week, _), _| weeks.contains(week));
        self
    }

    /// How many respondents all cells have together; who answers for two weeks is two.
    #[must_use]
    pub fn respondents(&self) -> u64 {
        self.cells.values().map(|cell| u64::from(cell.respondents)).sum()
    }

    /// Puts cells together, in whatever order and whichever first: the result is the same.
    ///
    /// # Errors
    /// [`BadCells`] where they are not about the same questions, or one survey is in both.
    pub fn merge(self, other: Self) -> Result<Self, BadCells> {
        Self::sum(vec![self, other])
    }

    /// Puts all of them together.
    ///
    /// # Errors
    /// As [`Cells::merge`], or there are none.
    pub fn sum(all: Vec<Self>) -> Result<Self, BadCells> {
        let surveys = all.iter().flat_map(|cells| cells.frame.surveys.iter().cloned());
        let mut sum = Self::new(Frame::of_all(surveys.collect())?);
        let respondents = all.iter().map(Self::respondents);
        if respondents.fold(0, u64::saturating_add) > Self::MOST_RESPONDENTS {
            return Err(BadCells::TooManyRespondents);
        }
        for one in all {
            let places = Places::between(&one.frame, &sum.frame);
            for ((week, groups), cell) in one.cells {
                sum.cell(week, &places.of(&groups)).merge(&cell);
            }
        }
        Ok(sum)
    }
}

#[cfg(test)]
mod tests;
