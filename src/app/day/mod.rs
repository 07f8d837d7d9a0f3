//! The day screen: the state of one day's list and of what is open over it.

mod act;
mod drag;
mod entry_line;
mod figures;
mod planned;
mod preview;
mod rows;

pub use drag::{Drag, Spot};
pub use entry_line::{EntryLine, Subject};
pub use figures::DayFigures;
pub(in crate::app) use planned::free;
pub use preview::Preview;
pub use rows::{Listed, Row};

use super::Loaded;
use crate::diary::Unconfirmed;
use crate::domain::{Day, WeekId};
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
    /// What of the plan waits to be confirmed. Worked out when the day is shown, so that drawing need not.
    planned: Vec<Unconfirmed>,
    /// The selected line; it may be gone.
    pub selected: Option<Row>,
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
            planned: Vec::new(),
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
        self.selected = None;
        self.planned.clear();
        if self.is_read()
            && let Some(loaded) = &mut self.loaded
        {
            loaded.date = date;
            self.planned = rows::planned(loaded);
            self.select_first_open();
        }
    }

    /// Back to the date that is read; the one asked for could not be.
    pub fn stay(&mut self) {
        if let Some(loaded) = &self.loaded
            && loaded.date != self.date
        {
            self.date = loaded.date;
            self.planned = rows::planned(loaded);
            self.select_first_open();
        }
    }

    /// Takes over what was read. The selection stays on its line, or else near its place; on another day it is what is to
    /// be seen to first.
    pub fn show(&mut self, loaded: Loaded) {
        let place = self.selected_index();
        let same_day = self.loaded.as_ref().is_some_and(|l| l.date == loaded.date);
        if !same_day {
            self.selected.take_if(|row| matches!(row, Row::Planned(_)));
        }
        self.date = loaded.date;
        let is_held = |drag: &mut Drag| drag.still_holds(&loaded.diary.day(loaded.date));
        self.drag = self.drag.take_if(is_held);
        self.planned = rows::planned(&loaded);
        self.loaded = Some(loaded);
        if self.selected_index().is_none() {
            match place {
                Some(place) if same_day => self.select(place),
                _ => self.select_first_open(),
            }
        }
    }
}
