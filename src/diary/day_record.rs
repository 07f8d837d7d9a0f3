//! A day's record, as the store and its dumps keep it.

use super::{BadLine, BlockLine, DayLine, canonical};
use crate::domain::{BlockId, Day};
use serde::{Deserialize, Serialize};

/// A whole day as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRecord<'a> {
    /// The day.
    #[serde(borrow)]
    pub day: DayLine<'a>,
    /// Its blocks.
    #[serde(borrow)]
    pub blocks: Vec<BlockLine<'a>>,
}

impl<'a> DayRecord<'a> {
    /// The record of a day.
    #[must_use]
    pub fn of(day: &'a Day) -> Self {
        let serial = Some(day.last_serial()).filter(|s| *s > 0);
        Self {
            day: DayLine {
                serial,
                ..DayLine::of(day)
            },
            blocks: day.blocks().iter().map(|b| BlockLine::of(day.date, b)).collect(),
        }
    }

    /// Reads the JSON of a record.
    ///
    /// # Errors
    /// serde's, where it is no JSON or not of a day.
    pub fn read(text: &'a str) -> serde_json::Result<Self> {
        canonical::day_record(text).map_or_else(|| serde_json::from_str(text), Ok)
    }

    /// The day that the record says.
    ///
    /// # Errors
    /// [`BadLine`] naming the field that makes no sense.
    pub fn to_day(&self) -> Result<Day, BadLine> {
        let mut day = self.day.to_day()?;
        day.make_room(self.blocks.len());
        for line in &self.blocks {
            let mut id = None;
            if line.id.is_none() {
                id = Some(day.new_id());
            }
            let block = line.to_block(|| id.unwrap_or_else(|| BlockId::of_day(day.date, 0)))?;
            day.put(block);
        }
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Block, Category, DayKind, Note, Rating, Span};

    #[test]
    fn a_record_is_the_whole_day() {
        let mut day = Day::empty("2026-11-21".parse().unwrap());
        day.mark(DayKind::School);
        day.closed = true;
        for (i, span) in [Span::clocked(1320, 1470), Span::amount(40)]
            .into_iter()
            .enumerate()
        {
            let id = day.new_id();
            let note = Note::new(["", "\"quoted\"\\ 字"][i]).unwrap();
            let activity = Activity::catch_all(Category::Reports);
            day.put(Block {
                id,
                activity,
                span: span.unwrap(),
                note,
                rating: Rating::new(3).ok(),
                parallel: i == 1,
            });
        }
        let gone = day.blocks()[1].id.clone();
        day.remove(&gone);
        let text = serde_json::to_string(&DayRecord::of(&day)).unwrap();
        let back: DayRecord<'_> = serde_json::from_str(&text).unwrap();
        assert_eq!(back.to_day().unwrap(), day, "the serial is kept too");
    }
}
