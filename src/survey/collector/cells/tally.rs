//! The cells of one week while they are added up, column by column: what one thread keeps.

mod counts;
mod slots;

use super::{Cell, Cells, Measure, Moments, share};
use crate::domain::{Category, WeekId};
use crate::survey::collector::dataset::PartReader;
use crate::survey::collector::values::{MISSING, MOST_TOTAL, Value};
use crate::survey::definition::{Asks, Definition};
use counts::{Counts, count};
use parquet::errors::{ParquetError, Result};
use slots::{index, refine, small};
use std::collections::HashMap;

/// Everything counted so far, by the slot of a combination of answers.
pub(super) struct Tally {
    asks: Asks,
    /// How many answers each group has, "not said" among them.
    answers: Vec<usize>,
    slots: HashMap<Box<[u16]>, u32>,
    respondents: Vec<u32>,
    /// By measure and slot; nothing of what is not asked.
    moments: Vec<Vec<Moments>>,
    share: Vec<Counts>,
    non_teaching: Vec<Counts>,
    room: Room,
}

/// Columns of the row group at hand, kept so that their memory is used again.
#[derive(Default)]
struct Room {
    column: Vec<i16>,
    slots: Vec<u32>,
    table: Vec<u32>,
    total: Vec<i16>,
    non_teaching: Vec<i16>,
}

impl Tally {
    /// Nothing yet of a survey.
    pub(super) fn new(definition: &Definition) -> Self {
        Self {
            asks: definition.asks,
            answers: definition.groups.iter().map(|g| g.answers.len() + 1).collect(),
            slots: HashMap::new(),
            respondents: Vec::new(),
            moments: vec![Vec::new(); Measure::COUNT],
            share: Vec::new(),
            non_teaching: Vec::new(),
            room: Room::default(),
        }
    }

    /// Adds the rows of a row group.
    pub(super) fn add(&mut self, reader: &PartReader, row_group: usize) -> Result<()> {
        if reader.is_empty(row_group) {
            return Ok(());
        }
        reader.check_survey(row_group)?;
        self.find_slots(reader, row_group)?;
        let Room {
            column,
            slots,
            total,
            non_teaching,
            ..
        } = &mut self.room;
        for slot in slots.iter() {
            self.respondents[index(*slot)] += 1;
        }
        total.clear();
        total.resize(slots.len(), 0);
        non_teaching.clone_from(total);
        for value in Value::all() {
            let measure = Measure::Value(value);
            if !measure.basis().is_asked(self.asks) {
                continue;
            }
            reader.numbers_into(row_group, value, column)?;
            add(&mut self.moments[measure.index()], slots, column);
            if let Value::Category(category) = value {
                add_minutes(total, column);
                if category != Category::ALL[0] {
                    add_minutes(non_teaching, column);
                }
            }
        }
        if total.iter().any(|minutes| *minutes > MOST_TOTAL) {
            let why = "more minutes than a week has";
            return Err(ParquetError::General(why.to_owned()));
        }
        add(&mut self.moments[Measure::Total.index()], slots, total);
        add(
            &mut self.moments[Measure::NonTeaching.index()],
            slots,
            non_teaching,
        );
        count(&mut self.non_teaching, slots, non_teaching);
        column.clear();
        column.extend(
            non_teaching
                .iter()
                .zip(&*total)
                .map(|(part, of)| share(*part, *of)),
        );
        add(&mut self.moments[Measure::Share.index()], slots, column);
        count(&mut self.share, slots, column);
        Ok(())
    }

    /// Adds everything to the cells of a week, and begins anew.
    pub(super) fn empty_into(&mut self, cells: &mut Cells, week: WeekId) {
        for (groups, slot) in self.slots.drain() {
            let slot = index(slot);
            let cell: &mut Cell = cells.cell(week, &groups);
            cell.respondents += self.respondents[slot];
            for measure in Measure::all() {
                if let Some(moments) = self.moments[measure.index()].get(slot) {
                    cell.of_mut(measure).merge(moments);
                }
            }
            cell.share.merge(&self.share[slot].all());
            cell.non_teaching.merge(&self.non_teaching[slot].all());
        }
        self.respondents.clear();
        self.moments.iter_mut().for_each(Vec::clear);
        self.share.clear();
        self.non_teaching.clear();
    }

    /// Finds the slot of each row.
    fn find_slots(&mut self, reader: &PartReader, row_group: usize) -> Result<()> {
        let Room {
            column, slots, table, ..
        } = &mut self.room;
        slots.clear();
        slots.resize(reader.len(row_group), 0);
        // The combinations of the answers to the groups so far, one after the other.
        let (mut combinations, mut count) = (Vec::new(), 1);
        for (group, of) in self.answers.iter().enumerate() {
            reader.answers_into(row_group, group, column)?;
            (combinations, count) = refine(slots, column, &combinations, count, *of, table);
        }
        let width = self.answers.len();
        let mut found = Vec::with_capacity(count);
        for combination in 0..count {
            let groups = &combinations[combination * width..(combination + 1) * width];
            let next = small(self.slots.len());
            let slot = match self.slots.get(groups) {
                Some(slot) => *slot,
                None => *self.slots.entry(groups.into()).or_insert(next),
            };
            found.push(slot);
        }
        for slot in slots.iter_mut() {
            *slot = found[index(*slot)];
        }
        let slots = self.slots.len();
        self.respondents.resize(slots, 0);
        for measure in Measure::all().filter(|m| m.basis().is_asked(self.asks)) {
            self.moments[measure.index()].resize(slots, Moments::default());
        }
        self.share.resize_with(slots, Counts::default);
        self.non_teaching.resize_with(slots, Counts::default);
        Ok(())
    }
}

fn add(moments: &mut [Moments], slots: &[u32], column: &[i16]) {
    for (slot, value) in slots.iter().zip(column) {
        if *value != MISSING {
            moments[index(*slot)].add(*value);
        }
    }
}

fn add_minutes(to: &mut [i16], column: &[i16]) {
    for (sum, minutes) in to.iter_mut().zip(column) {
        *sum = sum.saturating_add(*minutes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::collector::Basis;

    #[test]
    fn what_is_not_asked_takes_no_room() {
        let asked = Measure::all().filter(|m| m.basis().is_asked(Asks::default()));
        assert!(
            asked
                .map(Measure::basis)
                .all(|b| [Basis::All, Basis::Share, Basis::Days].contains(&b))
        );
    }
}
