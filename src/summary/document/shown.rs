//! The words of a cell, for formats that people read. Formats that programs read take the number itself.

use super::{Cell, Document, change_words};
use crate::domain::clock;
use crate::summary::number::{minus, one_decimal, signed, two_decimals};
use std::borrow::Cow;

/// What stands for a number that is not shown.
const HIDDEN: &str = "·";

impl Document {
    /// What stands in a cell: minutes as `7:30`, averages of minutes with their unit, shares and changes in per cent.
    #[must_use]
    pub fn shown<'a>(&self, cell: &'a Cell) -> Cow<'a, str> {
        Cow::Owned(match cell {
            Cell::Empty => return Cow::Borrowed(""),
            Cell::Text(text) => return Cow::Borrowed(text),
            Cell::Minutes(minutes) => hours(*minutes),
            Cell::MeanMinutes(minutes) => format!("{} {}", one_decimal(*minutes), self.minutes_unit),
            Cell::Count(count) => count.to_string(),
            Cell::Number(number) => two_decimals(*number),
            Cell::Share(share) => percent(*share),
            Cell::Part { percent, .. } | Cell::Percent(percent) => format!("{percent} %"),
            Cell::Change(change) => change_words(*change),
            Cell::Date(date) => date.to_string(),
            Cell::Clock(minutes) => clock(*minutes),
            Cell::Limit { percent, is_below } => format!("{} {percent} %", if *is_below { '<' } else { '>' }),
            Cell::WholeChange(percent) => format!("{} %", signed((*percent).into())),
            Cell::Tenths(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
            Cell::Hidden => return Cow::Borrowed(HIDDEN),
        })
    }
}

/// Minutes as hours and minutes: `7:30`, `−1:05`.
fn hours(minutes: i64) -> String {
    let size = minutes.unsigned_abs();
    format!("{}{}:{:02}", minus(minutes), size / 60, size % 60)
}

/// A part of a whole as `37.5 %`, halves upwards as in the sentences about it.
fn percent(share: f64) -> String {
    format!("{} %", one_decimal(share * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_cell_has_its_words() {
        let document = Document::of_sections(Vec::new());
        for (cell, words) in [
            (Cell::Empty, ""),
            (Cell::Text("课*".into()), "课*"),
            (Cell::Minutes(450), "7:30"),
            (Cell::Minutes(-65), "−1:05"),
            (Cell::Minutes(-5), "−0:05"),
            (Cell::Minutes(0), "0:00"),
            (Cell::Minutes(6005), "100:05"),
            (Cell::MeanMinutes(47.25), "47.3 min"),
            (Cell::Count(12), "12"),
            (Cell::Number(3.0), "3"),
            (Cell::Number(2.666_666), "2.67"),
            (Cell::Number(-1.5), "−1.5"),
            (Cell::Number(-0.001), "0"),
            (Cell::Number(10.0), "10"),
            (Cell::Share(0.375), "37.5 %"),
            (Cell::Share(49.0 / 400.0), "12.3 %"),
            (Cell::Share(1.0), "100.0 %"),
            (
                Cell::Part {
                    share: 0.375,
                    percent: 38,
                },
                "38 %",
            ),
            (Cell::Change(-0.15), "−15.0 %"),
            (Cell::Change(-0.1225), "−12.3 %"),
            (Cell::Number(2.125), "2.13"),
            (Cell::Date("2026-11-20".parse().unwrap()), "2026-11-20"),
            (Cell::Clock(1470), "24:30"),
            (Cell::Percent(35), "35 %"),
            (
                Cell::Limit {
                    percent: 30,
                    is_below: true,
                },
                "< 30 %",
            ),
            (
                Cell::Limit {
                    percent: 70,
                    is_below: false,
                },
                "> 70 %",
            ),
            (Cell::WholeChange(-12), "−12 %"),
            (Cell::WholeChange(0), "+0 %"),
            (Cell::Tenths(30), "3.0"),
            (Cell::Hidden, "·"),
        ] {
            assert_eq!(document.shown(&cell), words, "{cell:?}");
        }
    }
}
