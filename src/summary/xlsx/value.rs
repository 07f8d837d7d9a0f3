//! Cells of a document as a workbook writes them: real numbers under a number format.

use super::text;
use crate::summary::document::{Cell, Document};
use chrono::NaiveDate;
use std::borrow::Cow;

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
    Number(f64, Cow<'static, str>),
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

    fn number(number: f64, format: &'static str) -> Self {
        Self::Number(number, Cow::Borrowed(format))
    }

    /// A number with its unit behind it.
    fn measure(number: f64, digits: &str, unit: &str) -> Self {
        Self::Number(number, Cow::Owned(format!("{digits}\" {unit}\"")))
    }

    /// How wide it is when it is shown, in digits.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Text(text) => text::width(text),
            Self::Number(_, format) if format == HOURS_MINUTES => 7,
            Self::Number(_, format) => text::width(format).clamp(7, 9),
            Self::Date(_) => 10,
        }
    }
}

/// What units are called in the language of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Units<'a> {
    /// `h`.
    pub(super) hours: &'a str,
    /// `min`.
    pub(super) minutes: &'a str,
}

impl<'a> Units<'a> {
    /// Those of a document.
    pub(super) fn of(document: &'a Document) -> Self {
        Self {
            hours: &document.hours_unit,
            minutes: &document.minutes_unit,
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
        let full: Vec<&Cell> = cells
            .filter(|c| !matches!(c, Cell::Empty | Cell::Hidden))
            .collect();
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
    pub(super) fn heading(self, name: &str, units: Units<'_>) -> String {
        match self {
            Self::Plain => name.to_owned(),
            Self::Hours => format!("{name} ({})", units.hours),
            Self::Means => format!("{name} ({})", units.minutes),
        }
    }

    /// A cell of such a column.
    pub(super) fn value(self, cell: &Cell, units: Units<'_>) -> Value {
        match (cell, self) {
            (Cell::Empty, _) => Value::Empty,
            (Cell::Text(text), _) => Value::Text(text::clean(text).into_owned()),
            (Cell::Minutes(minutes), Self::Hours) => Value::number(hours(*minutes), "+0.00;-0.00;0.00"),
            (Cell::Minutes(minutes @ ..0), _) => Value::measure(hours(*minutes), "0.00", units.hours),
            (Cell::Minutes(minutes), _) => Value::number(days(*minutes), HOURS_MINUTES),
            (Cell::MeanMinutes(minutes), Self::Means) => Value::number(*minutes, "0.0"),
            (Cell::MeanMinutes(minutes), _) => Value::measure(*minutes, "0.0", units.minutes),
            (Cell::Count(count), _) => Value::number(f64::from(*count), "0"),
            (Cell::Number(number), _) if number.fract() == 0.0 => Value::number(*number, "0"),
            (Cell::Number(number), _) => Value::number(*number, "0.00"),
            // One decimal: whole per cent, rounded singly, may not add up to 100.
            (Cell::Share(share) | Cell::Part { share, .. }, _) => Value::number(*share, "0.0%"),
            (Cell::Change(change), _) => Value::number(*change, "+0.0%;-0.0%"),
            (Cell::Date(date), _) => Value::date(*date),
            (Cell::Tenths(tenths), _) => Value::number(f64::from(*tenths) / 10.0, "0.0"),
            (Cell::Percent(percent), _) => Value::number(f64::from(*percent) / 100.0, "0%"),
            (Cell::WholeChange(percent), _) => Value::number(f64::from(*percent) / 100.0, "+0%;-0%;0%"),
            (Cell::Limit { percent, is_below }, _) => {
                Value::Text(format!("{} {percent} %", if *is_below { '<' } else { '>' }))
            }
            (Cell::Hidden, _) => Value::Text("·".to_owned()),
            (Cell::Clock(minutes), _) => Value::number(days(i64::from(*minutes)), HOURS_MINUTES),
        }
    }
}

/// Minutes as hours with a fraction, for the columns beside the tables; nothing for what is not minutes.
pub(super) fn in_hours(cell: &Cell) -> Value {
    match cell {
        Cell::Minutes(minutes) => Value::number(hours(*minutes), "0.00"),
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

    const UNITS: Units<'_> = Units {
        hours: "小时",
        minutes: "分钟",
    };

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
        let value = |shown: Shown, minutes| shown.value(&Cell::Minutes(minutes), UNITS);
        assert_eq!(
            value(Shown::Plain, 1470),
            Value::number(1470.0 / 1440.0, "[h]:mm")
        );
        assert_eq!(value(Shown::Plain, -90), Value::measure(-1.5, "0.00", "小时"));
        assert_eq!(value(Shown::Hours, 90), Value::number(1.5, "+0.00;-0.00;0.00"));
    }

    #[test]
    fn dates_are_what_spreadsheets_count() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(Shown::Plain.value(&Cell::Date(date), UNITS), Value::Date(46348.0));
    }

    #[test]
    fn units_are_in_the_language_of_the_document() {
        assert_eq!(Shown::Hours.heading("差额", UNITS), "差额 (小时)");
        assert_eq!(Shown::Means.heading("平均", UNITS), "平均 (分钟)");
        let mean = Shown::Plain.value(&Cell::MeanMinutes(1.5), UNITS);
        assert_eq!(mean, Value::Number(1.5, "0.0\" 分钟\"".into()));
    }
}
