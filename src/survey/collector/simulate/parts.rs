//! Made-up responses straight into a dataset, in parts.

use super::cores::on_all_cores;
use super::inbox::check_empty;
use super::{SimulateError, Simulated, Simulation};
use crate::domain::WeekId;
use crate::survey::collector::dataset::{Dataset, MOST_ROWS};
use crate::survey::collector::row::Row;
use std::path::Path;

impl Simulation {
    /// Writes a dataset into a new or empty folder, as collecting all that [`Simulation::write_inbox`] writes would. At most
    /// one part per core is in memory. Where it ends half-way, what is there is whole parts.
    ///
    /// # Errors
    /// [`SimulateError`]: the folder has something in it, or cannot be written to.
    pub fn write_dataset(&self, folder: &Path) -> Result<Simulated, SimulateError> {
        check_empty(folder)?;
        let dataset = Dataset::open_or_new(folder, &self.definition)?;
        let step = u64::try_from(MOST_ROWS).unwrap_or(u64::MAX);
        let parts: Vec<(WeekId, u64)> = self
            .weeks()
            .into_iter()
            .flat_map(|week| (0..self.teachers.div_ceil(step)).map(move |part| (week, part)))
            .collect();
        on_all_cores(&parts, |(week, part)| {
            let teachers = part * step..self.teachers.min((part + 1) * step);
            let rows = self.rows(*week, teachers);
            if rows.is_empty() {
                return Ok(Simulated::default());
            }
            let number = usize::try_from(*part).unwrap_or(usize::MAX);
            dataset.write(&dataset.part_path(*week, number), &rows)?;
            Ok(Simulated {
                responses: rows.len() as u64,
                files: 1,
            })
        })
    }

    /// What counts in the end of what these teachers say of a week, in the order of the pseudonyms.
    pub(super) fn rows(&self, week: WeekId, teachers: std::ops::Range<u64>) -> Vec<Row> {
        let sort = self.sort(week);
        let said = teachers.filter_map(|number| self.said(number, week, sort));
        let mut rows: Vec<Row> = said
            .filter(|said| !said.withdrawn)
            .map(|said| said.last)
            .collect();
        rows.sort_unstable_by_key(|row| row.respondent);
        rows
    }
}
