//! The pass over a dataset that its cells come from.

use super::{Cells, Frame};
use crate::domain::WeekId;
use crate::survey::collector::dataset::{Dataset, DatasetError};
use std::ops::RangeInclusive;

impl Cells {
    /// The cells of a dataset: of these weeks, or of all.
    ///
    /// # Errors
    /// [`DatasetError`] where a part of these weeks is damaged or not one of this survey.
    pub fn of_dataset(
        dataset: &Dataset,
        weeks: Option<RangeInclusive<WeekId>>,
    ) -> Result<Self, DatasetError> {
        let mut cells = Self::new(Frame::of(&dataset.definition));
        for (week, parts) in dataset.parts()? {
            if weeks.as_ref().is_some_and(|weeks| !weeks.contains(&week)) {
                continue;
            }
            for part in parts {
                for row in dataset.read(&part)? {
                    cells.cell(week, &row.groups).add(&row.values);
                }
            }
        }
        Ok(cells)
    }
}

#[cfg(test)]
mod tests;
