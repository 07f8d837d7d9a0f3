//! Made-up responses straight into a dataset, in parts, on all cores.

use super::{SimulateError, Simulated, Simulation};
use crate::domain::WeekId;
use crate::survey::collector::dataset::{Dataset, MOST_ROWS};
use crate::survey::collector::row::Row;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

impl Simulation {
    /// Writes a dataset into a new or empty folder, as collecting all that [`Simulation::write_inbox`] writes would. At most
    /// one part per core is in memory. Where it ends half-way, what is there is whole parts.
    ///
    /// # Errors
    /// [`SimulateError`]: the folder has something in it, or cannot be written to.
    pub fn write_dataset(&self, folder: &Path) -> Result<Simulated, SimulateError> {
        super::inbox::check_empty(folder)?;
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

/// Does every piece of work, some at a time, and adds up what comes of it. The first that fails ends it.
pub(super) fn on_all_cores<T: Sync>(
    work: &[T],
    one: impl Fn(&T) -> Result<Simulated, SimulateError> + Sync,
) -> Result<Simulated, SimulateError> {
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Ok(Simulated::default())));
    let cores = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(work.len());
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(piece) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let done = one(piece);
                    let Ok(mut all) = all.lock() else { return };
                    match (&mut *all, done) {
                        (Ok(sum), Ok(done)) => {
                            sum.responses += done.responses;
                            sum.files += done.files;
                        }
                        (Ok(_), Err(why)) => {
                            *all = Err(why);
                            return;
                        }
                        (Err(_), _) => return,
                    }
                }
            });
        }
    });
    all.into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
