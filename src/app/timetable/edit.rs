//! Entries put in, changed and taken out, and copied from cell to cell.

use super::line::{self, Said};
use super::{Grid, Meaning, TimetableLine, TimetableToast};
use crate::app::over::CellMenu;
use crate::app::{App, Effect, Over, Screen};
use crate::diary::Setting;
use crate::timetable::{Recurring, Slot, weekday_word};
use chrono::{Datelike, NaiveDate};

impl App {
    /// Opens the selected cell: its entry, a choice of them, or an empty line.
    pub(super) fn open_cell(&mut self, grid: &Grid) -> Vec<Effect> {
        let (row, Some(slot)) = self.selected_row(grid) else {
            return Vec::new();
        };
        match grid.cell(self.shown_entries(), row, grid.weekday()).as_slice() {
            [] => self.type_cell(grid, ""),
            [only] if self.shown_entries()[*only].weeks.is_all() => self.open_entry(*only),
            _ => self.open_menu(grid, slot),
        }
    }

    /// Opens an entry as it would be typed; one that goes by the clock with its day and time.
    pub(in crate::app) fn open_entry(&mut self, at: usize) -> Vec<Effect> {
        let Some(entry) = self.shown_entries().get(at) else {
            return Vec::new();
        };
        let said = line::print(&Said::of(entry), &self.known, self.lang);
        let (weekday, slot) = (entry.weekday, entry.slot.clone());
        match slot {
            Slot::Clock(span) => {
                let day = weekday_word(weekday, self.lang);
                let line = TimetableLine::Placed {
                    weekday,
                    at: Some(at),
                };
                self.type_line(line, &format!("{day} {span} {said}"))
            }
            slot @ Slot::Periods { .. } => {
                let line = TimetableLine::Cell {
                    weekday,
                    slot,
                    at: Some(at),
                };
                self.type_line(line, &said)
            }
        }
    }

    /// Opens a line that is typed over the selected cell.
    pub(in crate::app) fn type_cell(&mut self, grid: &Grid, text: &str) -> Vec<Effect> {
        let (_, Some(slot)) = self.selected_row(grid) else {
            return Vec::new();
        };
        let line = TimetableLine::Cell {
            weekday: grid.weekday(),
            slot,
            at: None,
        };
        self.type_line(line, text)
    }

    fn open_menu(&mut self, grid: &Grid, slot: Slot) -> Vec<Effect> {
        if self.changes_hold_from().is_none() {
            return self.say_of_timetable(TimetableToast::Over);
        }
        self.over = Some(Over::Cell(CellMenu::new(grid.weekday(), slot)));
        Vec::new()
    }

    fn selected_row(&self, grid: &Grid) -> (usize, Option<Slot>) {
        let row = match &self.screen {
            Screen::Timetable(screen) => grid.row_at(screen.row),
            _ => 0,
        };
        (row, grid.rows.get(row).map(|r| r.slot.clone()))
    }

    fn selected_entries(&self, grid: &Grid) -> Vec<usize> {
        let (row, _) = self.selected_row(grid);
        grid.cell(self.shown_entries(), row, grid.weekday())
    }

    /// Takes the entry of the selected cell out; of several, asks which.
    pub(super) fn delete_cell(&mut self, grid: &Grid) -> Vec<Effect> {
        match (self.selected_entries(grid).as_slice(), self.selected_row(grid).1) {
            ([], _) | (_, None) => self.say_of_timetable(TimetableToast::NothingThere),
            ([only], _) => self.remove_entries(&[*only]),
            (_, Some(slot)) => self.open_menu(grid, slot),
        }
    }

    /// Takes entries out.
    pub(in crate::app) fn remove_entries(&mut self, gone: &[usize]) -> Vec<Effect> {
        let entries = self.shown_entries().iter().enumerate();
        let stay = entries.filter(|(i, _)| !gone.contains(i)).map(|(_, e)| e.clone());
        let stay = stay.collect();
        self.set_entries(stay)
    }

    /// Puts an entry in, instead of those that give way. In a cell the one below or above is selected next, else the
    /// entry's own.
    pub(super) fn put_entry(
        &mut self,
        entry: &Recurring,
        gives_way: &[usize],
        forward: Option<bool>,
    ) -> Vec<Effect> {
        let mut entries: Vec<Recurring> = Vec::new();
        let mut new = Some(entry.clone());
        for (i, old) in self.shown_entries().iter().enumerate() {
            if !gives_way.contains(&i) {
                entries.push(old.clone());
            } else if let Some(new) = new.take() {
                entries.push(new);
            }
        }
        entries.extend(new);
        if let Screen::Timetable(screen) = &self.screen {
            let grid = Grid::of(&self.known, self.day.date, screen.weekday, &entries);
            let row = grid.row_at(screen.row);
            let next = match forward {
                Some(true) => grid.row_at(row + 1),
                Some(false) => row.saturating_sub(1),
                None => grid.row_of(entry).unwrap_or(row),
            };
            self.select_row(next);
            if forward.is_none() {
                self.select_day(entry.weekday);
            }
        }
        self.set_entries(entries)
    }

    fn set_entries(&mut self, entries: Vec<Recurring>) -> Vec<Effect> {
        let Some(from) = self.changes_hold_from() else {
            return self.say_of_timetable(TimetableToast::Over);
        };
        if entries == self.shown_entries() {
            return Vec::new();
        }
        let timetable = &self.known.profile().timetable;
        self.set(Setting::Timetable(
            timetable.with_entries(entries, from, self.today),
        ))
    }

    /// Lets the entries shown hold from a date on, and goes there if that is still to come.
    pub(super) fn apply_from(&mut self, date: NaiveDate) -> Vec<Effect> {
        let timetable = &self.known.profile().timetable;
        let new = timetable.applied_from(self.shown_on(), date, self.today);
        if date > self.today {
            self.select_day(date.weekday());
            self.go(date, 0); // saving reads that week
        }
        self.set(Setting::Timetable(new))
    }

    /// Remembers what stands in the selected cell.
    pub(super) fn copy_cell(&mut self, grid: &Grid) -> Vec<Effect> {
        let entries = self.shown_entries();
        let said: Vec<Said> = self
            .selected_entries(grid)
            .iter()
            .map(|i| Said::of(&entries[*i]))
            .collect();
        if said.is_empty() {
            return self.say_of_timetable(TimetableToast::NothingThere);
        }
        let count = said.len();
        if let Some(screen) = self.timetable_mut() {
            screen.copied = said;
        }
        self.say_of_timetable(TimetableToast::Copied(count))
    }

    /// Whether nothing is remembered that could be put into a cell.
    pub(in crate::app) fn copied_no_cell(&self) -> bool {
        matches!(&self.screen, Screen::Timetable(screen) if screen.copied.is_empty())
    }

    /// Puts what is remembered into the selected cell, in the place of all that stands there at the same time, and
    /// selects the next one.
    pub(super) fn paste_cell(&mut self, grid: &Grid) -> Vec<Effect> {
        let (row, Some(slot)) = self.selected_row(grid) else {
            return Vec::new();
        };
        let copied = match &self.screen {
            Screen::Timetable(screen) => screen.copied.clone(),
            _ => Vec::new(),
        };
        let mut entries = self.shown_entries().to_vec();
        let mut gone = Vec::new();
        for said in copied {
            match self.cell_entry(grid.weekday(), &slot, None, said) {
                Ok(Meaning::Entry { entry, gives_way, .. }) => {
                    gone.extend(gives_way);
                    entries.push(*entry);
                }
                Ok(_) => {}
                Err(fault) => {
                    self.toast = Some(crate::app::Toast::Refused(fault));
                    return Vec::new();
                }
            }
        }
        let kept = entries.into_iter().enumerate().filter(|(i, _)| !gone.contains(i));
        let kept = kept.map(|(_, e)| e).collect();
        self.select_row(grid.row_at(row + 1));
        self.set_entries(kept)
    }
}
