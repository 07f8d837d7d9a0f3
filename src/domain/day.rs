//! A day of the diary.

use super::{Block, BlockId, Span};
use chrono::{Datelike, NaiveDate, Weekday};

/// Whether a date is a school day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    /// A school day.
    School,
    /// No school, with the reason if one was given.
    Off(Option<String>),
}

/// A reason that is too long; holds its number of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the reason has {0} characters: at most {most} fit", most = DayKind::LONGEST_REASON)]
pub struct BadReason(pub usize);

impl DayKind {
    /// The codes of the usual reasons, which every language has words for; any other text is a reason of its own. On a
    /// weekend none needs to be given.
    pub const REASONS: [&str; 4] = ["holiday", "leave", "sick", "weekend"];

    /// The most characters a reason has.
    pub const LONGEST_REASON: usize = 100;

    /// Off, for a reason that is cleaned as a note is; an empty one is none.
    ///
    /// # Errors
    /// [`BadReason`] where it is longer than [`DayKind::LONGEST_REASON`].
    pub fn off(reason: &str) -> Result<Self, BadReason> {
        let length = reason.trim().chars().count();
        match super::Note::new(reason) {
            Ok(clean) if clean.as_str().chars().count() <= Self::LONGEST_REASON => {
                Ok(Self::Off((!clean.is_empty()).then(|| clean.as_str().to_owned())))
            }
            _ => Err(BadReason(length)),
        }
    }

    /// What a date is unless it is marked otherwise: Monday to Friday school, Saturday and Sunday off.
    #[must_use]
    pub fn default_for(date: NaiveDate) -> Self {
        match date.weekday() {
            Weekday::Sat | Weekday::Sun => Self::Off(None),
            _ => Self::School,
        }
    }
}

/// One date's record: its kind, whether it is signed off, and its blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The civil date.
    pub date: NaiveDate,
    /// The kind if marked; none where the weekday decides.
    marked: Option<DayKind>,
    /// Signed off by the teacher as fully logged.
    pub closed: bool,
    /// Clocked blocks by start, then amounts in the order they were booked.
    blocks: Vec<Block>,
    /// The highest serial ever given to a block of this date.
    last_serial: u32,
    /// The stretches whose plan is dealt with, in order: confirmed, or dismissed because it did not take place.
    settled: Vec<Span>,
    /// The date whose timetable this day follows, as make-up days do; none for its own.
    pub follows: Option<NaiveDate>,
}

impl Day {
    /// The most blocks a day holds; far above any real day.
    pub const MOST_BLOCKS: usize = 500;

    /// A day with nothing in it.
    #[must_use]
    pub const fn empty(date: NaiveDate) -> Self {
        Self {
            date,
            marked: None,
            closed: false,
            blocks: Vec::new(),
            last_serial: 0,
            settled: Vec::new(),
            follows: None,
        }
    }

    /// School day or off.
    #[must_use]
    pub fn kind(&self) -> DayKind {
        self.marked
            .clone()
            .unwrap_or_else(|| DayKind::default_for(self.date))
    }

    /// Whether it is a school day.
    #[must_use]
    pub fn is_school(&self) -> bool {
        self.kind() == DayKind::School
    }

    /// Marks the kind. The weekday's own kind leaves no mark.
    pub fn mark(&mut self, kind: DayKind) {
        self.marked = (kind != DayKind::default_for(self.date)).then_some(kind);
    }

    /// The blocks in the order in which they are shown.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The block with this id.
    #[must_use]
    pub fn block(&self, id: &BlockId) -> Option<&Block> {
        self.blocks.iter().find(|b| b.id == *id)
    }

    /// Where the last clocked, non-parallel block ends; minutes since midnight.
    #[must_use]
    pub fn last_end(&self) -> Option<u32> {
        self.blocks
            .iter()
            .filter_map(Block::exclusive_times)
            .map(|(_, end)| end)
            .max()
    }

    /// A fresh id for a block of this day; never one that the day has given before.
    pub fn new_id(&mut self) -> BlockId {
        loop {
            self.last_serial += 1;
            let id = BlockId::of_day(self.date, self.last_serial);
            if self.block(&id).is_none() {
                return id;
            }
        }
    }

    /// The highest serial given so far; stored with the day.
    #[must_use]
    pub const fn last_serial(&self) -> u32 {
        self.last_serial
    }

    /// Takes the stored serial, if it is ahead of what the blocks show.
    pub fn raise_serial(&mut self, serial: u32) {
        self.last_serial = self.last_serial.max(serial);
    }

    /// Makes room for so many more blocks, where it is known that they come.
    pub fn make_room(&mut self, blocks: usize) {
        self.blocks.reserve_exact(blocks.min(Self::MOST_BLOCKS));
    }

    /// Puts a block in its place, instead of the one with the same id if there is one.
    pub fn put(&mut self, block: Block) {
        self.remove(&block.id);
        self.raise_serial(block.id.serial_on(self.date).unwrap_or(0));
        let key = |b: &Block| b.span.clock_times().unwrap_or((u32::MAX, u32::MAX));
        let at = self.blocks.partition_point(|b| key(b) <= key(&block));
        self.blocks.insert(at, block);
    }

    /// Takes a block out.
    pub fn remove(&mut self, id: &BlockId) -> Option<Block> {
        let at = self.blocks.iter().position(|b| b.id == *id)?;
        Some(self.blocks.remove(at))
    }

    /// The stretches whose plan is dealt with, in order: confirmed, or dismissed.
    #[must_use]
    pub fn settled(&self) -> &[Span] {
        &self.settled
    }

    /// Notes that the plan of a clocked stretch is dealt with, so that nothing planned in it is offered again.
    pub fn settle(&mut self, span: Span) {
        if span.clock_times().is_some() && !self.settled.contains(&span) {
            let at = self
                .settled
                .partition_point(|s| s.clock_times() < span.clock_times());
            self.settled.insert(at, span);
        }
    }

    /// Whether the plan of any part of a stretch is dealt with. It goes by the time and not by what was planned, so that
    /// another timetable brings nothing back.
    #[must_use]
    pub fn is_settled(&self, span: Span) -> bool {
        self.settled.iter().any(|s| s.overlaps(span))
    }

    /// Whether an export has anything to say of it: a mark, a block, a signature, or what became of the plan.
    #[must_use]
    pub fn is_worth_telling(&self) -> bool {
        let has_plan = !self.settled.is_empty() || self.follows.is_some();
        self.marked.is_some() || self.closed || !self.blocks.is_empty() || has_plan
    }

    /// Whether the kind is marked, not left to the weekday.
    #[must_use]
    pub const fn is_marked(&self) -> bool {
        self.marked.is_some()
    }

    /// Whether there is anything to keep: a mark, a block, a signature, or serials given.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::empty(self.date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Category, Note, Span};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn block(day: &mut Day, span: Span) -> Block {
        let activity = Activity::catch_all(Category::Duty);
        Block {
            id: day.new_id(),
            activity,
            span,
            note: Note::default(),
            rating: None,
            parallel: false,
        }
    }

    #[test]
    fn the_weekday_decides_unless_marked() {
        let mut saturday = Day::empty(date("2026-11-21"));
        assert!(!saturday.is_school());
        saturday.mark(DayKind::School);
        assert!(saturday.is_school() && !saturday.is_blank());
        saturday.mark(DayKind::Off(None));
        assert!(saturday.is_blank(), "the default leaves no mark");
        saturday.mark(DayKind::Off(Some("leave".into())));
        assert!(!saturday.is_blank());
    }

    #[test]
    fn what_is_settled_goes_by_the_time() {
        let span = |s, e| Span::clocked(s, e).unwrap();
        let mut day = Day::empty(date("2026-11-20"));
        for settled in [span(600, 645), span(480, 525), span(600, 645)] {
            day.settle(settled);
        }
        assert_eq!(day.settled(), [span(480, 525), span(600, 645)]);
        assert!(day.is_settled(span(520, 565)) && !day.is_settled(span(525, 600)));
        assert!(!day.is_blank() && day.is_worth_telling());
    }

    #[test]
    fn blocks_stand_by_start_then_amounts_as_booked() {
        let mut day = Day::empty(date("2026-11-20"));
        for span in [
            Span::amount(40),
            Span::clocked(600, 700),
            Span::amount(5),
            Span::clocked(480, 525),
        ] {
            let b = block(&mut day, span.unwrap());
            day.put(b);
        }
        let order: Vec<String> = day.blocks().iter().map(|b| b.span.to_string()).collect();
        assert_eq!(order, ["08:00-08:45", "10:00-11:40", "40m", "5m"]);
        assert_eq!(day.last_end(), Some(700));
        let first = day.blocks()[0].id.clone();
        day.remove(&first);
        let mut day2 = day.clone();
        assert_ne!(day2.new_id(), first, "an id is not given twice");
    }
}
