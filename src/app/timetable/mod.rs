//! The timetable screen: the week by periods, and what changes it. The date shown says which week, and so which
//! edition, which bells and which weeks of the term.

mod edit;
mod grid;
mod line;
mod place;
mod prompt;
mod take;
mod terms;
mod text;

pub use grid::{Grid, GridRow};
pub use line::Said;
pub use prompt::{LineFault, Meaning, TimetableLine};
pub(super) use text::{TEXT_NAME, TextWork};

use super::over::{BellList, TermList};
use super::{App, Effect, Over, Prompt, Screen, Toast, Wanted};
use crate::domain::{BellSchedule, WeekId};
use crate::keymap::Action;
use crate::timetable::{Edition, Recurring};
use chrono::{Datelike, NaiveDate, Weekday};

/// The timetable: which cell is selected, and what was copied.
#[derive(Debug, Clone, PartialEq)]
pub struct TimetableScreen {
    /// The day of the selected cell; where it has no column, the first one is meant.
    pub weekday: Weekday,
    /// The row of the selected cell, from 0; the last one where there are fewer.
    pub row: usize,
    /// What was copied, to be put elsewhere.
    copied: Vec<Said>,
}

/// What the timetable screen has to say about what was just done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimetableToast {
    /// So many entries of a cell are remembered.
    Copied(usize),
    /// The selected cell is empty.
    NothingThere,
    /// The timetable shown has been replaced by another one since, and stays as it is.
    Over,
    /// Entries take place in certain weeks, which only a term can count.
    WeeksNeedTerm,
    /// At least one schedule stays once entries go by its periods.
    BellsInUse,
    /// The text says what it said before.
    Unchanged,
}

impl App {
    /// The screen with the cell of the date shown selected.
    pub(super) fn timetable_screen(&self) -> TimetableScreen {
        TimetableScreen {
            weekday: self.day.date.weekday(),
            row: 0,
            copied: Vec::new(),
        }
    }

    pub(super) fn timetable_mut(&mut self) -> Option<&mut TimetableScreen> {
        match &mut self.screen {
            Screen::Timetable(screen) => Some(screen),
            _ => None,
        }
    }

    /// The grid of the week shown.
    #[must_use]
    pub fn timetable_grid(&self, screen: &TimetableScreen) -> Grid {
        Grid::of(self.known(), self.day.date, screen.weekday, self.shown_entries())
    }

    /// The edition of the timetable that is shown: that of today in this week, in another one that of its end.
    #[must_use]
    pub fn shown_edition(&self) -> Option<&Edition> {
        self.known.profile().timetable.on(self.shown_on())
    }

    fn shown_on(&self) -> NaiveDate {
        let week = WeekId::of(self.day.date);
        if week == WeekId::of(self.today) {
            self.today
        } else {
            week.sunday()
        }
    }

    /// The entries that are shown.
    #[must_use]
    pub fn shown_entries(&self) -> &[Recurring] {
        self.shown_edition().map_or(&[], |e| &e.entries)
    }

    /// From which date on a change of what is shown holds: today, or the beginning of an edition that is still to come.
    /// None where another edition has taken its place: days gone by keep their plan.
    #[must_use]
    pub fn changes_hold_from(&self) -> Option<NaiveDate> {
        let timetable = &self.known.profile().timetable;
        if timetable.is_empty() {
            return Some(self.today);
        }
        let shown = self.shown_edition()?;
        match shown.from {
            Some(from) if from > self.today => Some(from),
            _ => (timetable.on(self.today) == Some(shown)).then_some(self.today),
        }
    }

    /// Where the edition begins that a change of what is shown makes or mends, as the timetable itself has it: some date, or
    /// always. None where nothing is changed any more.
    #[must_use]
    pub fn changes_begin(&self) -> Option<Option<NaiveDate>> {
        let from = self.changes_hold_from()?;
        let timetable = &self.known.profile().timetable;
        let changed = timetable.with_entries(Vec::new(), from, self.today);
        changed.on(from).map(|edition| edition.from)
    }

    /// All schedules that may ring.
    fn schedules<'a>(&'a self, usual: &'a BellSchedule) -> Vec<&'a BellSchedule> {
        let bells = &self.known.profile().bells;
        if bells.is_empty() {
            return vec![usual];
        }
        bells.iter().map(|b| &b.schedule).collect()
    }

    pub(super) fn act_on_timetable(&mut self, action: Action) -> Vec<Effect> {
        let Screen::Timetable(screen) = &self.screen else {
            return Vec::new();
        };
        let grid = self.timetable_grid(screen);
        let (date, today) = (self.day.date, self.today);
        let (row, rows) = (grid.row_at(screen.row), grid.rows.len());
        match action {
            Action::Up => self.select_row(row.saturating_sub(1)),
            Action::Down => self.select_row((row + 1).min(rows.saturating_sub(1))),
            Action::First => self.select_row(0),
            Action::Last => self.select_row(rows.saturating_sub(1)),
            Action::PreviousDay => self.select_day(grid.beside(-1)),
            Action::NextDay => self.select_day(grid.beside(1)),
            Action::PreviousWeek => self.go(date, -7),
            Action::NextWeek => self.go(date, 7),
            Action::Today => {
                self.select_day(today.weekday());
                self.go(today, 0)
            }
            Action::Edit => self.open_cell(&grid),
            Action::Delete => self.delete_cell(&grid),
            Action::CopyBlock => self.copy_cell(&grid),
            Action::Paste => self.paste_cell(&grid),
            Action::AddEntry => {
                let line = TimetableLine::Placed {
                    weekday: grid.weekday(),
                    at: None,
                };
                self.type_line(line, "")
            }
            Action::ApplyFrom => {
                if self.shown_entries().is_empty() {
                    return self.say_of_timetable(TimetableToast::NothingThere);
                }
                let from = self.shown_edition().and_then(|e| e.from).unwrap_or(today);
                self.type_line(TimetableLine::ApplyFrom, &from.to_string())
            }
            Action::Terms => self.open_terms(),
            Action::Bells => self.open_bells(),
            Action::EditText => self.edit_as_text(),
            _ => Vec::new(),
        }
    }

    /// Opens the list of the terms.
    pub(super) fn open_terms(&mut self) -> Vec<Effect> {
        self.over = Some(Over::Terms(TermList::default()));
        Vec::new()
    }

    /// Opens the list of the bell schedules.
    pub(super) fn open_bells(&mut self) -> Vec<Effect> {
        self.over = Some(Over::Bells(BellList::default()));
        Vec::new()
    }

    /// Opens a line to be typed. What an old edition says is not changed any more.
    pub(super) fn type_line(&mut self, line: TimetableLine, text: &str) -> Vec<Effect> {
        if line.is_of_entries() && self.changes_hold_from().is_none() {
            return self.say_of_timetable(TimetableToast::Over);
        }
        self.over = Some(Over::Prompt(Prompt::new(Wanted::Timetable(line), text)));
        Vec::new()
    }

    pub(super) fn say_of_timetable(&mut self, toast: TimetableToast) -> Vec<Effect> {
        self.toast = Some(Toast::Timetable(toast));
        Vec::new()
    }

    pub(super) fn select_row(&mut self, row: usize) -> Vec<Effect> {
        if let Some(screen) = self.timetable_mut() {
            screen.row = row;
        }
        Vec::new()
    }

    pub(super) fn select_day(&mut self, weekday: Weekday) -> Vec<Effect> {
        if let Some(screen) = self.timetable_mut() {
            screen.weekday = weekday;
        }
        Vec::new()
    }

    /// Takes a click on a cell: selects it, or opens the one that is selected.
    pub(super) fn click_cell(&mut self, column: usize, row: usize) -> Vec<Effect> {
        let Screen::Timetable(screen) = &self.screen else {
            return Vec::new();
        };
        let grid = self.timetable_grid(screen);
        let Some(weekday) = grid.columns.get(column).copied() else {
            return Vec::new();
        };
        if (grid.weekday(), grid.row_at(screen.row)) == (weekday, row) {
            return self.act(Action::Edit);
        }
        self.select_row(row);
        self.select_day(weekday)
    }
}
