//! Whether other bells would leave something in the timetable without a time.

use super::Profile;
use crate::domain::BellSchedule;
use crate::timetable::{Bells, Recurring};

impl Profile {
    /// An entry that has its time from the bells there are, and would have none from others: its period is in none of them.
    /// Timetables of the past that know the bells they went by keep those.
    #[must_use]
    pub fn loses_its_time(&self, others: &[Bells]) -> Option<&Recurring> {
        let usual = [Bells::all_year(BellSchedule::usual())];
        let or_usual = |bells: &[Bells]| {
            if bells.is_empty() {
                usual.to_vec()
            } else {
                bells.to_vec()
            }
        };
        let (old, new) = (or_usual(&self.bells), or_usual(others));
        let rings =
            |bells: &[Bells], entry: &Recurring| bells.iter().any(|b| entry.slot.span(&b.schedule).is_some());
        let held = self.timetable.editions().iter().filter(|e| e.bells.is_none());
        let mut entries = held.flat_map(|e| &e.entries);
        entries.find(|entry| rings(&old, entry) && !rings(&new, entry))
    }
}
