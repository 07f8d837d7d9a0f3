//! The pass over a dataset that its cells come from: every column of every part is read once, on all cores.

use super::tally::Tally;
use super::{Cells, Frame};
use crate::domain::WeekId;
use crate::survey::collector::dataset::{Dataset, DatasetError, Part};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

impl Cells {
    /// The cells of a dataset: of these weeks, or of all. Needs some 10 MB a core and what the cells of a week need, however
    /// many responses there are.
    ///
    /// # Errors
    /// [`DatasetError`] where a part of these weeks is damaged, not one of this survey, or says what cannot be of a week.
    pub fn of_dataset(
        dataset: &Dataset,
        weeks: Option<RangeInclusive<WeekId>>,
    ) -> Result<Self, DatasetError> {
        let is_meant = move |week: &WeekId| weeks.as_ref().is_none_or(|weeks| weeks.contains(week));
        let parts = dataset.parts()?.into_iter().filter(|(week, _)| is_meant(week));
        let parts: Vec<Part> = parts.flat_map(|(_, parts)| parts).collect();
        Self::of_parts(dataset, &parts)
    }

    /// The cells of these parts of a dataset.
    ///
    /// # Errors
    /// As [`Cells::of_dataset`].
    pub fn of_parts(dataset: &Dataset, parts: &[Part]) -> Result<Self, DatasetError> {
        let pass = Pass {
            dataset,
            parts,
            next: AtomicUsize::new(0),
            cells: Mutex::new(Ok(Self::new(Frame::of(&dataset.definition)))),
        };
        let cores = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|threads| {
            for _ in 1..cores.min(pass.parts.len()) {
                threads.spawn(|| pass.work());
            }
            pass.work();
        });
        pass.cells.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the threads share.
struct Pass<'a> {
    dataset: &'a Dataset,
    parts: &'a [Part],
    next: AtomicUsize,
    /// What is done, or what is wrong.
    cells: Mutex<Result<Cells, DatasetError>>,
}

impl Pass<'_> {
    /// Takes one part after the other until there is none.
    fn work(&self) {
        let mut tally = Tally::new(&self.dataset.definition);
        let mut week = None;
        while let Some(part) = self.parts.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            if let Some(before) = week.replace(part.week).filter(|week| *week != part.week) {
                self.put(&mut tally, before);
            }
            if let Err(why) = self.add(&mut tally, part) {
                self.next.store(self.parts.len(), Ordering::Relaxed); // the others need not go on
                *self.cells.lock().unwrap_or_else(PoisonError::into_inner) = Err(why);
                return;
            }
        }
        if let Some(week) = week {
            self.put(&mut tally, week);
        }
    }

    fn add(&self, tally: &mut Tally, part: &Part) -> Result<(), DatasetError> {
        let reader = self.dataset.reader(part)?;
        for row_group in 0..reader.row_groups() {
            let added = tally.add(&reader, row_group);
            added.map_err(|why| DatasetError::Part(part.path.clone(), why))?;
        }
        Ok(())
    }

    fn put(&self, tally: &mut Tally, week: WeekId) {
        if let Ok(cells) = &mut *self.cells.lock().unwrap_or_else(PoisonError::into_inner) {
            tally.empty_into(cells, week);
        }
    }
}

#[cfg(test)]
mod tests;
