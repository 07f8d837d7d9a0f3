//! The week as a grid: a column a day, a row a period, and rows for what goes by the clock.

use crate::app::Knowledge;
use crate::domain::{BellSchedule, Category, Span, WEEKDAYS, WeekId};
use crate::timetable::{Recurring, Slot, Weeks, term_on};
use chrono::{Days, NaiveDate, Weekday};

/// A week of the timetable as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The days that have a column.
    pub columns: Vec<Weekday>,
    /// The column of the selected cell.
    pub column: usize,
    /// The rows, by time.
    pub rows: Vec<GridRow>,
    /// The Monday of the week.
    pub monday: NaiveDate,
    /// The number of the week in its term, from 1; none outside of terms.
    pub week: Option<u32>,
    /// The bells of the day that is selected.
    pub bells: BellSchedule,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// What an entry in this row is timed by: a period, or a time.
    pub slot: Slot,
    /// When that is; none for a period that these bells lack.
    pub span: Option<Span>,
}

impl GridRow {
    /// What its period is called; none for a time.
    #[must_use]
    pub fn called(&self) -> Option<String> {
        match &self.slot {
            Slot::Periods { first, last } if first == last => Some(first.clone()),
            Slot::Periods { first, last } => Some(format!("{first}-{last}")),
            Slot::Clock(_) => None,
        }
    }
}

impl Grid {
    pub(super) fn of(known: &Knowledge, date: NaiveDate, weekday: Weekday, entries: &[Recurring]) -> Self {
        let profile = known.profile();
        let school_days = profile.school_days;
        let usual = |day: Weekday| day.number_from_monday() <= 5;
        let has_column = |day: &Weekday| {
            usual(*day) || school_days.contains(*day) || entries.iter().any(|e| e.weekday == *day)
        };
        let columns: Vec<Weekday> = WEEKDAYS.into_iter().filter(has_column).collect();
        let column = columns.iter().position(|day| *day == weekday).unwrap_or(0);
        let monday = WeekId::of(date).monday();
        let dates = || monday.iter_days().take(7);
        let week = dates()
            .find_map(|d| term_on(&profile.terms, d))
            .map(|(_, week)| week);
        let day = columns.get(column).map_or(monday, |day| date_of(monday, *day));
        let bells = known.bells(day).clone();
        Self {
            rows: rows(&bells, entries),
            columns,
            column,
            monday,
            week,
            bells,
        }
    }

    /// The day of the selected cell.
    #[must_use]
    pub fn weekday(&self) -> Weekday {
        self.columns.get(self.column).copied().unwrap_or(Weekday::Mon)
    }

    /// The date of the selected cell.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date_of(self.weekday())
    }

    /// The date of a day of this week.
    #[must_use]
    pub fn date_of(&self, weekday: Weekday) -> NaiveDate {
        date_of(self.monday, weekday)
    }

    /// The row that is selected where this one was.
    #[must_use]
    pub fn row_at(&self, row: usize) -> usize {
        row.min(self.rows.len().saturating_sub(1))
    }

    /// The day of the column so many columns on, or of the last one there.
    pub(super) fn beside(&self, columns: isize) -> Weekday {
        let last = self.columns.len().saturating_sub(1);
        let at = self.column.saturating_add_signed(columns).min(last);
        self.columns.get(at).copied().unwrap_or(Weekday::Mon)
    }

    /// The entries of a cell, by their places among all.
    #[must_use]
    pub fn cell(&self, entries: &[Recurring], row: usize, weekday: Weekday) -> Vec<usize> {
        let Some(row) = self.rows.get(row) else {
            return Vec::new();
        };
        let is_in = |e: &Recurring| e.weekday == weekday && covers(&self.bells, &e.slot, row);
        (0..entries.len()).filter(|i| is_in(&entries[*i])).collect()
    }

    /// Whether an entry begins in a row, and does not only go on there.
    #[must_use]
    pub fn begins(&self, entry: &Recurring, row: usize) -> bool {
        row.checked_sub(1)
            .and_then(|before| self.rows[..=before].iter().rev().find(|r| r.called().is_some()))
            .is_none_or(|before| !covers(&self.bells, &entry.slot, before))
    }

    /// The row in which an entry begins.
    #[must_use]
    pub fn row_of(&self, entry: &Recurring) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| covers(&self.bells, &entry.slot, row))
    }

    /// Whether an entry takes place in this week.
    #[must_use]
    pub fn takes_place(&self, entry: &Recurring) -> bool {
        let date = self.date_of(entry.weekday);
        match self.week {
            Some(_) => entry.takes_place(date, self.week),
            // Outside of terms nothing says which weeks they are.
            None => Recurring {
                weeks: Weeks::all(),
                ..entry.clone()
            }
            .takes_place(date, None),
        }
    }

    /// The lessons and the minutes of what takes place in this week. A double lesson counts twice.
    #[must_use]
    pub fn sums(&self, entries: &[Recurring]) -> (usize, u32) {
        let taking_place = || entries.iter().filter(|e| self.takes_place(e));
        let minutes = taking_place()
            .filter_map(|e| e.slot.span(&self.bells))
            .map(Span::minutes)
            .sum();
        let lessons = taking_place().filter(|e| e.activity.category == Category::Teaching);
        let in_rows = |e: &Recurring| {
            let rows = self.rows.iter().filter(|row| covers(&self.bells, &e.slot, row));
            rows.count()
        };
        (lessons.map(in_rows).sum(), minutes)
    }
}

fn date_of(monday: NaiveDate, weekday: Weekday) -> NaiveDate {
    let days = Days::new(u64::from(weekday.num_days_from_monday()));
    monday.checked_add_days(days).unwrap_or(monday)
}

/// Whether something timed so is in a row.
fn covers(bells: &BellSchedule, slot: &Slot, row: &GridRow) -> bool {
    match (slot, &row.slot) {
        (Slot::Clock(one), Slot::Clock(other)) => one == other,
        (Slot::Periods { .. }, Slot::Periods { first, .. }) if row.span.is_some() => {
            let (whole, part) = (slot.span(bells), bells.between(first, first).and_then(Result::ok));
            whole.zip(part).is_some_and(|(whole, part)| whole.overlaps(part))
        }
        (one, other) => one == other,
    }
}

/// The periods, the times that entries go by, and last the periods of entries that these bells lack.
fn rows(bells: &BellSchedule, entries: &[Recurring]) -> Vec<GridRow> {
    let period = |(called, span): (String, Span)| GridRow {
        slot: Slot::Periods {
            first: called.clone(),
            last: called,
        },
        span: Some(span),
    };
    let mut rows: Vec<GridRow> = bells.called().map(period).collect();
    for entry in entries {
        let row = GridRow {
            slot: entry.slot.clone(),
            span: entry.slot.span(bells),
        };
        let is_period = matches!(row.slot, Slot::Periods { .. }) && row.span.is_some();
        if !is_period && !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows.sort_by_key(|row| {
        row.span
            .map_or((u32::MAX, 0), |s| s.clock_times().unwrap_or_default())
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Profile;
    use crate::domain::{Activity, Note};

    fn grid(entries: &[Recurring]) -> Grid {
        let known = Knowledge::new(Profile::default());
        Grid::of(&known, "2026-11-20".parse().unwrap(), Weekday::Fri, entries)
    }

    fn entry(weekday: Weekday, slot: Slot) -> Recurring {
        let activity = Activity::catch_all(Category::Teaching);
        Recurring::weekly(weekday, slot, activity, Note::default())
    }

    fn periods(first: &str, last: &str) -> Slot {
        Slot::Periods {
            first: first.into(),
            last: last.into(),
        }
    }

    #[test]
    fn what_goes_by_the_clock_stands_between_the_periods() {
        let noon = Slot::Clock(Span::clocked(720, 780).unwrap());
        let entries = [
            entry(Weekday::Sun, noon.clone()),
            entry(Weekday::Mon, periods("3", "4")),
            entry(Weekday::Tue, periods("9", "9")),
            entry(Weekday::Fri, noon),
        ];
        let grid = grid(&entries);
        assert_eq!(grid.columns.len(), 6, "Sunday has an entry");
        let called: Vec<_> = grid.rows.iter().map(|r| r.called().unwrap_or_default()).collect();
        assert_eq!(called, ["1", "2", "3", "4", "", "5", "6", "7", "9"]);
        assert_eq!(grid.cell(&entries, 2, Weekday::Mon), [1]);
        assert_eq!(grid.cell(&entries, 3, Weekday::Mon), [1]);
        assert!(grid.begins(&entries[1], 2) && !grid.begins(&entries[1], 3));
        assert_eq!(grid.cell(&entries, 4, Weekday::Fri), [3]);
        assert_eq!(grid.cell(&entries, 8, Weekday::Tue), [2], "never out of sight");
        assert_eq!(grid.sums(&entries), (5, 60 + 100 + 60));
    }
}
