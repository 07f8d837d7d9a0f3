//! The day screen: the state of one day's list and of what is open over it.

mod act;
mod drag;
mod entry_line;
mod figures;

pub use drag::{Drag, Spot};
pub use entry_line::{EntryLine, Preview};
pub use figures::DayFigures;

use super::Loaded;
use crate::domain::{Block, BlockId, Day, WeekId};
use crate::keymap::Context;
use chrono::NaiveDate;
use std::borrow::Cow;

/// What the keys go to: the list or the entry line below it.
#[derive(Debug, Clone, PartialEq)]
pub enum Mode {
    /// Nothing: keys move and act on the list.
    Browse,
    /// The quick-entry line.
    Entry(Box<EntryLine>),
}

impl Mode {
    /// Whose keys count.
    #[must_use]
    pub const fn context(&self) -> Context {
        match self {
            Self::Browse => Context::Day,
            Self::Entry(_) => Context::Entry,
        }
    }

    /// The quick-entry line, if it is what is open.
    #[must_use]
    pub fn entry(&self) -> Option<&EntryLine> {
        match self {
            Self::Entry(line) => Some(line),
            Self::Browse => None,
        }
    }
}

/// One day on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct DayScreen {
    /// The date asked for; what is loaded may still be another.
    pub date: NaiveDate,
    /// What is known of it; none until it is read.
    pub loaded: Option<Loaded>,
    /// The selected block; it may be gone.
    pub selected: Option<BlockId>,
    /// What the keys go to.
    pub mode: Mode,
    /// The block that the mouse holds.
    pub drag: Option<Drag>,
}

impl DayScreen {
    /// A day that is yet to be read.
    #[must_use]
    pub const fn new(date: NaiveDate) -> Self {
        Self {
            date,
            loaded: None,
            selected: None,
            mode: Mode::Browse,
            drag: None,
        }
    }

    /// The day's record; empty until it is read.
    #[must_use]
    pub fn day(&self) -> Cow<'_, Day> {
        match &self.loaded {
            Some(loaded) => loaded.diary.day(self.date),
            None => Cow::Owned(Day::empty(self.date)),
        }
    }

    /// Whether the date asked for is in what is read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        let loaded = self.loaded.as_ref();
        loaded.is_some_and(|l| WeekId::of(l.date) == WeekId::of(self.date))
    }

    /// Asks for a date. Within the week that is read, nothing has to be read for it.
    pub fn go(&mut self, date: NaiveDate) {
        if date == self.date {
            return;
        }
        self.date = date;
        self.drag = None;
        if self.is_read() {
            if let Some(loaded) = &mut self.loaded {
                loaded.date = date;
            }
            self.select(usize::MAX);
        }
    }

    /// Back to the date that is read; the one asked for could not be.
    pub fn stay(&mut self) {
        if let Some(loaded) = &self.loaded {
            self.date = loaded.date;
        }
    }

    /// The place of the selected block in the list.
    #[must_use]
    pub fn selected_index(&self) -> Option<usize> {
        let id = self.selected.as_ref()?;
        self.day().blocks().iter().position(|b| b.id == *id)
    }

    /// The selected block.
    #[must_use]
    pub fn selected_block(&self) -> Option<Block> {
        let at = self.selected_index()?;
        self.day().blocks().get(at).cloned()
    }

    /// Selects the block at a place, or the last one if there are fewer.
    pub fn select(&mut self, index: usize) {
        let day = self.day();
        let block = day.blocks().get(index).or_else(|| day.blocks().last());
        self.selected = block.map(|b| b.id.clone());
    }

    /// Moves the selection by so many places, staying inside the list.
    pub fn move_selection(&mut self, by: isize) {
        let last = self.day().blocks().len().saturating_sub(1);
        let at = match self.selected_index() {
            Some(at) => at.saturating_add_signed(by).min(last),
            None if by < 0 => last,
            None => 0,
        };
        self.select(at);
    }

    /// Takes over what was read. The selection stays on its block, or else near its place.
    pub fn show(&mut self, loaded: Loaded) {
        let place = self.selected_index();
        let same_day = self.loaded.as_ref().is_some_and(|l| l.date == loaded.date);
        self.date = loaded.date;
        let is_held = |drag: &mut Drag| drag.still_holds(&loaded.diary.day(loaded.date));
        self.drag = self.drag.take_if(is_held);
        self.loaded = Some(loaded);
        if self.selected_index().is_none() {
            match place {
                Some(place) if same_day => self.select(place),
                _ => self.select(usize::MAX),
            }
        }
    }
}
