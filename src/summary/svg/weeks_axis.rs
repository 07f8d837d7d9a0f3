//! The axis of weeks: a place for every week between two, whether anything is recorded of it or not. Charts that stand
//! above each other share it, so that a week stands at the same place in all of them.

use super::Pen;
use super::canvas::{Anchor, Canvas, text_width};
use crate::tr;
use chrono::{Datelike, Days, NaiveDate};

/// The width of a chart with this axis.
pub(super) const WIDTH: f64 = 720.0;
/// Room for hours or weekdays.
const LEFT: f64 = 46.0;
/// Room for what lines are called.
const RIGHT: f64 = 96.0;

/// Weeks from left to right.
#[derive(Clone, Copy)]
pub(super) struct WeeksAxis {
    first: NaiveDate,
    /// How many.
    pub(super) weeks: u32,
    /// How wide the place of one is.
    pub(super) step: f64,
}

impl WeeksAxis {
    /// The left end.
    pub(super) const LEFT: f64 = LEFT;
    /// The right end.
    pub(super) const RIGHT: f64 = WIDTH - RIGHT;

    /// From one day to another, both with all of their weeks; none if the other is earlier.
    pub(super) fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let first = first.week(chrono::Weekday::Mon).checked_first_day()?;
        let weeks = u32::try_from((last - first).num_days()).ok()? / 7 + 1;
        let step = (Self::RIGHT - LEFT) / f64::from(weeks);
        Some(Self { first, weeks, step })
    }

    /// Which place from the left the week of a date has.
    pub(super) fn place(self, date: NaiveDate) -> u32 {
        u32::try_from((date - self.first).num_days() / 7).unwrap_or_default()
    }

    /// The left end of a place.
    pub(super) fn left(self, place: u32) -> f64 {
        LEFT + self.step * f64::from(place)
    }

    /// The middle of a place.
    pub(super) fn middle(self, place: u32) -> f64 {
        self.left(place) + self.step / 2.0
    }

    /// Writes the months at the weeks in which they begin, as far as there is room.
    pub(super) fn draw_months(self, canvas: &mut Canvas, y: f64, pen: Pen<'_>) {
        let mut free = 0.0;
        for place in 0..self.weeks {
            let monday = self.first + Days::new(u64::from(place) * 7);
            let sunday = monday + Days::new(6);
            if place > 0 && sunday.day() > 7 {
                continue;
            }
            let is_first_but_ends = place == 0 && sunday.day() > 7 && (monday + Days::new(14)).day() <= 7;
            let name = month(sunday, pen);
            let x = self.left(place) + (self.step - text_width("0")).clamp(0.0, 2.0);
            if x >= free && !is_first_but_ends && x + text_width(&name) <= WIDTH {
                canvas.text("soft", x, y, Anchor::Start, &name);
                free = x + text_width(&name) + 4.0;
            }
        }
    }
}

/// The month of a date, in short.
fn month(date: NaiveDate, pen: Pen<'_>) -> String {
    let i18n = pen.i18n;
    match date.month() {
        1 => tr!(i18n, "month-1"),
        2 => tr!(i18n, "month-2"),
        3 => tr!(i18n, "month-3"),
        4 => tr!(i18n, "month-4"),
        5 => tr!(i18n, "month-5"),
        6 => tr!(i18n, "month-6"),
        7 => tr!(i18n, "month-7"),
        8 => tr!(i18n, "month-8"),
        9 => tr!(i18n, "month-9"),
        10 => tr!(i18n, "month-10"),
        11 => tr!(i18n, "month-11"),
        _ => tr!(i18n, "month-12"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_keep_their_place_across_a_gap_and_a_new_year() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let axis = WeeksAxis::new(date("2026-12-16"), date("2027-01-10")).unwrap();
        assert_eq!(axis.weeks, 4);
        assert_eq!(axis.place(date("2026-12-20")), 0);
        assert_eq!(axis.place(date("2027-01-04")), 3);
        assert!((axis.left(4) - WeeksAxis::RIGHT).abs() < 1e-9);
        assert!(WeeksAxis::new(date("2027-01-10"), date("2026-12-16")).is_none());
    }
}
