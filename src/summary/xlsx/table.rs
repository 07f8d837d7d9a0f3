//! A table of a document as it stands in a sheet: its own columns, and to their right every column of minutes again in
//! hours with a fraction, to calculate with.

use super::text;
use super::value::{Shown, Units, Value, in_hours};
use crate::summary::document::{Cell, Table};
use unicode_width::UnicodeWidthStr;

/// The most digits that a heading makes a column of numbers wide.
const MOST: usize = 16;
/// The same in lists, which have many columns and a button in each.
const ENOUGH: usize = 8;

/// A column of a sheet's table.
pub(super) struct Column<'a> {
    /// Its heading.
    pub(super) heading: String,
    /// Whether it is set on the right: it holds numbers, among other things at least.
    pub(super) is_number: bool,
    /// The place in the table of what it shows.
    pub(super) from: usize,
    shown: Option<Shown>, // none: in hours
    units: Units<'a>,
}

impl Column<'_> {
    /// What it shows of a row.
    pub(super) fn value(&self, cells: &[Cell]) -> Value {
        let cell = cells.get(self.from).unwrap_or(&Cell::Empty);
        self.shown
            .map_or_else(|| in_hours(cell), |shown| shown.value(cell, self.units))
    }

    /// How wide it has to be, in digits; `button` is what lies beside its heading.
    pub(super) fn width(&self, table: &Table, button: usize) -> usize {
        let heading = if self.is_number {
            narrow(&self.heading, if button == 0 { MOST } else { ENOUGH })
        } else {
            text::width(&self.heading)
        };
        let cells = table.rows.iter().map(|row| self.value(&row.cells).width());
        cells.chain([heading + button]).max().unwrap_or(0)
    }
}

/// The width of a heading over numbers: of its longest word, and of all of it up to `enough`. The rest takes more lines.
fn narrow(heading: &str, enough: usize) -> usize {
    let word = |word: &str| match word.width() {
        width if word.is_ascii() => width,
        width => width.min(enough), // Chinese breaks anywhere
    };
    let longest = heading.split(' ').map(word).max().unwrap_or(0);
    longest.max(heading.width().min(enough)).min(MOST)
}

/// The columns of a table. With `with_hours`, its minutes stand there a second time.
pub(super) fn columns<'a>(table: &Table, with_hours: bool, units: Units<'a>) -> Vec<Column<'a>> {
    let cells = |at: usize| table.rows.iter().filter_map(move |row| row.cells.get(at));
    let column = |(at, name): (usize, &String)| {
        let shown = Shown::of(cells(at));
        Column {
            heading: shown.heading(name, units),
            is_number: cells(at).any(|c| c.is_number() && !matches!(c, Cell::Date(_))),
            from: at,
            shown: Some(shown),
            units,
        }
    };
    let mut out: Vec<Column<'a>> = table.columns.iter().enumerate().map(column).collect();
    let has_minutes = |c: &&Column<'a>| {
        c.shown == Some(Shown::Plain) && cells(c.from).any(|c| matches!(c, Cell::Minutes(_)))
    };
    let hours = out.iter().filter(has_minutes).map(|c| Column {
        heading: Shown::Hours.heading(&c.heading, units),
        is_number: true,
        from: c.from,
        shown: None,
        units,
    });
    let hours: Vec<Column<'a>> = hours.filter(|_| with_hours).collect();
    out.extend(hours);
    out
}
