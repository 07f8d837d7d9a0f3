//! A value as it stands in the page.

use crate::summary::{Cell, Document};
use std::borrow::Cow;

/// What is shown, and the number behind it.
pub(super) struct Value<'a> {
    /// The number as it is: minutes, a fraction, an ISO date; none of words and of nothing.
    pub(super) raw: Option<String>,
    /// What is shown.
    pub(super) shown: Cow<'a, str>,
}

impl<'a> Value<'a> {
    pub(super) fn of(cell: &'a Cell, document: &Document) -> Self {
        Self {
            raw: raw(cell),
            shown: document.shown(cell),
        }
    }
}

fn raw(cell: &Cell) -> Option<String> {
    Some(match cell {
        Cell::Empty | Cell::Text(_) => return None,
        Cell::Minutes(minutes) => minutes.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Clock(minutes) => minutes.to_string(),
        Cell::MeanMinutes(number)
        | Cell::Number(number)
        | Cell::Share(number)
        | Cell::Part { share: number, .. }
        | Cell::Change(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    })
}

/// Whether a value is set on the right: amounts are, dates and times of day begin a line.
pub(super) const fn is_amount(cell: &Cell) -> bool {
    cell.is_number() && !matches!(cell, Cell::Date(_) | Cell::Clock(_))
}

/// Whether a value says that there was nothing.
pub(super) const fn is_nothing(cell: &Cell) -> bool {
    matches!(cell, Cell::Minutes(0) | Cell::Count(0))
}
