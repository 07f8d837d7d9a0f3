//! Cells of a document as a workbook writes them: real numbers under a number format.

use super::text;
use crate::summary::document::Cell;
use chrono::NaiveDate;

/// Hours and minutes, beyond 24 too. A workbook counts in days.
const HOURS_MINUTES: &str = "[h]:mm";
const MINUTES_OF_DAY: f64 = 1440.0;

/// What is written, and how it is shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    Empty,
    /// A text; never anything else, whatever it looks like.
    Text(String),
    /// A number under a number format.
    Number(f64, &'static str),
    /// The same, set on the left like the text beside it.
    Date(f64),
}

impl Value {
    /// Days since the epoch of workbooks, which has a leap day that never was.
    fn date(date: NaiveDate) -> Self {
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
        let days = (date - epoch).num_days();
        Self::Date(f64::from(i32::try_from(days).unwrap_or(0)))
    }

    /// How wide it is when it is shown, in digits.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Text(text) => text::width(text),
            Self::Number(_, HOURS_MINUTES) => 7,
            Self::Number(_, format) => format.len().clamp(7, 9),
            Self::Date(_) => 10,
        }
    }
}

/// How the cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Each as what it is.
    Plain,
    /// Minutes as hours with a fraction: the heading says so. Spreadsheets show a time below zero as `####`.
    Hours,
    /// Mean minutes: the heading says so.
    Means,
}

impl Shown {
    /// How to write a column that holds these cells.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Self {
        let full: Vec<&Cell> = cells.filter(|c| **c != Cell::Empty).collect();
        let are_minutes = full.iter().all(|c| matches!(c, Cell::Minutes(_)));
        if are_minutes && full.iter().any(|c| matches!(c, Cell::Minutes(..0))) {
            Self::Hours
        } else if !full.is_empty() && full.iter().all(|c| matches!(c, Cell::MeanMinutes(_))) {
            Self::Means
        } else {
            Self::Plain
        }
    }

    /// The heading of such a column.
    pub(super) fn heading(self, name: &str) -> String {
        match self {
            Self::Plain => name.to_owned(),
            Self::Hours => format!("{name} (h)"),
            Self::Means => format!("{name} (min)"),
        }
    }

    /// A cell of such a column.
    pub(super) fn value(self, cell: &Cell) -> Value {
        match (cell, self) {
            (Cell::Empty, _) => Value::Empty,
            (Cell::Text(text), _) => Value::Text(text::clean(text).into_owned()),
            (Cell::Minutes(minutes), Self::Hours) => Value::Number(hours(*minutes), "+0.00;-0.00;0.00"),
            (Cell::Minutes(minutes @ ..0), _) => Value::Number(hours(*minutes), "0.00\" h\""),
            (Cell::Minutes(minutes), _) => Value::Number(days(*minutes), HOURS_MINUTES),
            (Cell::MeanMinutes(minutes), Self::Means) => Value::Number(*minutes, "0.0"),
            (Cell::MeanMinutes(minutes), _) => Value::Number(*minutes, "0.0\" min\""),
            (Cell::Count(count), _) => Value::Number(f64::from(*count), "0"),
            (Cell::Number(number), _) if number.fract() == 0.0 => Value::Number(*number, "0"),
            (Cell::Number(number), _) => Value::Number(*number, "0.00"),
            // One decimal: whole per cent, rounded singly, may not add up to 100.
            (Cell::Share(share) | Cell::Part { share, .. }, _) => Value::Number(*share, "0.0%"),
            (Cell::Change(change), _) => Value::Number(*change, "+0.0%;-0.0%"),
            (Cell::Date(date), _) => Value::date(*date),
            (Cell::Clock(minutes), _) => Value::Number(days(i64::from(*minutes)), HOURS_MINUTES),
        }
    }
}

/// Minutes as hours with a fraction, for the columns beside the tables; nothing for what is not minutes.
pub(super) fn in_hours(cell: &Cell) -> Value {
    match cell {
        Cell::Minutes(minutes) => Value::Number(hours(*minutes), "0.00"),
        _ => Value::Empty,
    }
}

#[expect(clippy::cast_precision_loss, reason = "far fewer minutes than 2^53")]
fn days(minutes: i64) -> f64 {
    minutes as f64 / MINUTES_OF_DAY
}

#[expect(clippy::cast_precision_loss, reason = "far fewer minutes than 2^53")]
fn hours(minutes: i64) -> f64 {
    minutes as f64 / 60.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_with_less_than_nothing_is_in_hours() {
        let less = [Cell::Minutes(90), Cell::Empty, Cell::Minutes(-90)];
        assert_eq!(Shown::of(less.iter()), Shown::Hours);
        assert_eq!(Shown::of(less[..2].iter()), Shown::Plain);
        assert_eq!(Shown::of([].iter()), Shown::Plain);
        let mixed = [Cell::Minutes(-90), Cell::Count(3)];
        assert_eq!(Shown::of(mixed.iter()), Shown::Plain, "no heading can say it");
        assert_eq!(Shown::of([Cell::MeanMinutes(1.5)].iter()), Shown::Means);
    }

    #[test]
    fn no_time_is_below_zero() {
        let value = |shown: Shown, minutes| shown.value(&Cell::Minutes(minutes));
        assert_eq!(
            value(Shown::Plain, 1470),
            Value::Number(1470.0 / 1440.0, "[h]:mm")
        );
        assert_eq!(value(Shown::Plain, -90), Value::Number(-1.5, "0.00\" h\""));
        assert_eq!(value(Shown::Hours, 90), Value::Number(1.5, "+0.00;-0.00;0.00"));
    }

    #[test]
    fn dates_are_what_spreadsheets_count() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(Shown::Plain.value(&Cell::Date(date)), Value::Date(46348.0));
    }
}
