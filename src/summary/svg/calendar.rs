//! Days as cells, the darker (on a dark page the brighter) the more non-teaching minutes: a column a week, Monday on top.

use super::canvas::{Anchor, Area, Canvas, Name};
use super::key::Key;
use super::scale::hours;
use super::weeks_axis::{WIDTH, WeeksAxis};
use super::{Drawing, Pen};
use crate::summary::CalendarDay;
use crate::tr;
use chrono::Datelike;

/// Room for the months.
const TOP: f64 = 18.0;
/// The largest cell, with the room to the next.
const CELL: f64 = 19.0;
/// Steps of colour.
const LEVELS: u32 = 5;
/// What a step may be, in minutes.
const STEPS: [u32; 9] = [10, 15, 20, 30, 45, 60, 90, 120, 180];

/// Draws days in order of time; none without days.
pub(super) fn draw(days: &[CalendarDay], pen: Pen<'_>) -> Option<Drawing> {
    let i18n = pen.i18n;
    let axis = WeeksAxis::new(days.first()?.date, days.last()?.date)?;
    let most = days.iter().filter_map(|day| day.minutes).max()?;
    let step = STEPS.into_iter().find(|step| step * LEVELS >= most);
    let step = step.unwrap_or_else(|| most.div_ceil(LEVELS));

    let pitch = axis.step.clamp(8.0, CELL);
    let width = (axis.step - 1.0).min(pitch - 2.5).max(1.0);
    let all: Vec<String> = days.iter().filter_map(words).collect();
    let title = tr!(i18n, "chart-calendar");
    let name = Name {
        id: pen.id,
        title: &title,
        words: &all.join("\n"),
    };
    let mut canvas = Canvas::new(name, WIDTH, TOP + 7.0 * pitch + 2.0);
    axis.draw_months(&mut canvas, 11.0, pen);
    let every = if pitch >= 13.0 { 1 } else { 2 };
    for day in days.iter().take(7).step_by(every) {
        let y = TOP + (row(day) + 0.5) * pitch + 3.0;
        let name = i18n.weekday(day.date);
        canvas.text("soft", WeeksAxis::LEFT - 6.0, y, Anchor::End, &name);
    }
    for day in days {
        if let (Some(minutes), Some(tip)) = (day.minutes, words(day)) {
            let class = format!("level{}", level(minutes, step));
            let left = axis.middle(axis.place(day.date)) - width / 2.0;
            let area = Area(left, TOP + row(day) * pitch, width, pitch - 2.5);
            canvas.area(&class, area, None, &tip);
        }
    }
    let keys = (1..=LEVELS).map(|level| {
        let most = hours(level * step);
        Key::area(format!("≤ {most}"), &format!("level{level}"))
    });
    Some(Drawing {
        title,
        keys: keys.collect(),
        svg: canvas.finish(),
    })
}

/// Which row from the top.
fn row(day: &CalendarDay) -> f64 {
    f64::from(day.date.weekday().num_days_from_monday())
}

/// Which step of colour, from 1.
fn level(minutes: u32, step: u32) -> u32 {
    minutes.div_ceil(step.max(1)).clamp(1, LEVELS)
}

/// A day in words: `2026-11-16 2:05`.
fn words(day: &CalendarDay) -> Option<String> {
    Some(format!("{} {}", day.date, hours(day.minutes?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_reach_from_nothing_to_the_most() {
        let levels = [0, 1, 30, 31, 60, 121, 150, 900].map(|m| level(m, 30));
        assert_eq!(levels, [1, 1, 1, 2, 2, 5, 5, 5]);
    }
}
