//! Weeks as bars stacked by non-teaching category, with baseline and target as lines.

use super::canvas::{Anchor, Area, Canvas, Name, text_width};
use super::days::stack;
use super::key::Key;
use super::scale::{Scale, hours};
use super::weeks_axis::{WIDTH, WeeksAxis};
use super::{Drawing, Pen, pattern};
use crate::domain::Category;
use crate::summary::{Bar, WeekBar};
use crate::tr;
use std::fmt::Write;

const HEIGHT: f64 = 260.0;
/// Where the axis of minutes ends, and where it begins.
const TOP: f64 = 18.0;
const GROUND: f64 = 218.0;
/// The widest bar.
const BAR: f64 = 34.0;
/// Room that a line of text takes.
const LINE: f64 = 13.0;

/// Draws weeks in order of time; none without weeks.
pub(super) fn draw(weeks: &[WeekBar], pen: Pen<'_>) -> Option<Drawing> {
    let i18n = pen.i18n;
    let axis = WeeksAxis::new(weeks.first()?.monday, weeks.last()?.monday)?;
    let most = weeks
        .iter()
        .map(|w| w.non_teaching().max(w.expected.unwrap_or_default()));
    let scale = Scale::new(most.max().unwrap_or_default(), GROUND, GROUND - TOP);
    let words: Vec<String> = weeks.iter().map(|week| words(week, pen)).collect();
    let title = tr!(i18n, "chart-weeks");
    let name = Name {
        id: pen.id,
        title: &title,
        words: &words.join("\n"),
    };
    let mut canvas = Canvas::new(name, WIDTH, HEIGHT);
    pattern::define(&mut canvas, pen.id);
    scale.draw(&mut canvas, WeeksAxis::LEFT, WeeksAxis::RIGHT, i18n);
    for week in weeks {
        draw_week(&mut canvas, week, scale, axis, pen);
    }
    draw_names(&mut canvas, weeks, axis);
    axis.draw_months(&mut canvas, HEIGHT - 6.0, pen);

    let lines = [
        ("target", tr!(i18n, "doc-target"), target as fn(&WeekBar) -> _),
        ("baseline", tr!(i18n, "doc-expected"), expected),
    ];
    let mut keys: Vec<Key> = Category::ALL[1..]
        .iter()
        .map(|c| Key::category(*c, pen))
        .collect();
    let mut free = f64::MAX;
    for (class, name, value) in lines {
        let Some(last) = draw_line(&mut canvas, class, weeks, scale, axis, value) else {
            continue;
        };
        // The label of the baseline, which is the higher, makes room for that of the target.
        let y = (scale.y(last) + 3.5).min(free - LINE).max(TOP);
        free = y;
        let label = format!("{name} {}", hours(last));
        canvas.text(class, WeeksAxis::RIGHT + 5.0, y, Anchor::Start, &label);
        keys.push(Key::line(name, class));
    }
    draw_totals(&mut canvas, weeks, scale, axis);
    if weeks.iter().any(|week| !week.is_complete) {
        keys.push(Key::partial(tr!(i18n, "chart-incomplete")));
    }
    let svg = canvas.finish();
    Some(Drawing { title, svg, keys })
}

const fn expected(week: &WeekBar) -> Option<u32> {
    week.expected
}

const fn target(week: &WeekBar) -> Option<u32> {
    week.target
}

fn draw_week(canvas: &mut Canvas, week: &WeekBar, scale: Scale, axis: WeeksAxis, pen: Pen<'_>) {
    let mut bar = Bar {
        label: week.monday.to_string(),
        minutes: week.minutes,
    };
    bar.minutes[Category::Teaching] = 0;
    let width = (axis.step * 0.66).min(BAR);
    let middle = axis.middle(axis.place(week.monday));
    let (left, total) = (middle - width / 2.0, week.non_teaching());
    if !week.is_complete {
        canvas.put(format_args!(r#"<g class="faint">"#));
    }
    let top = stack(canvas, pen, &bar, scale, (left, width));
    if !week.is_complete {
        canvas.put(format_args!("</g>"));
        if total > 0 {
            canvas.area("partial", Area(left, top, width, scale.height(total)), None, "");
        }
    }
}

/// Writes the total of each week above its bar, if there is room for all.
fn draw_totals(canvas: &mut Canvas, weeks: &[WeekBar], scale: Scale, axis: WeeksAxis) {
    if axis.step < text_width("00:00") + 4.0 {
        return;
    }
    for week in weeks.iter().filter(|week| week.non_teaching() > 0) {
        let (middle, total) = (axis.middle(axis.place(week.monday)), week.non_teaching());
        let y = scale.y(total) - 5.0;
        canvas.text("total", middle, y, Anchor::Middle, &hours(total));
    }
}

/// Writes what weeks are called below their places, as many as there is room for.
fn draw_names(canvas: &mut Canvas, weeks: &[WeekBar], axis: WeeksAxis) {
    let widest = weeks.iter().map(|week| text_width(&week.label) + 4.0);
    let widest = widest.fold(0.0, f64::max);
    let stride = (1..axis.weeks).find(|stride| f64::from(*stride) * axis.step >= widest);
    for week in weeks {
        let place = axis.place(week.monday);
        if place.is_multiple_of(stride.unwrap_or(axis.weeks)) {
            let middle = axis.middle(place);
            canvas.text("soft", middle, GROUND + 16.0, Anchor::Middle, &week.label);
        }
    }
}

/// A line in steps, broken where weeks lack a value; the last value.
fn draw_line(
    canvas: &mut Canvas,
    class: &str,
    weeks: &[WeekBar],
    scale: Scale,
    axis: WeeksAxis,
    value: fn(&WeekBar) -> Option<u32>,
) -> Option<u32> {
    let (mut path, mut next, mut last) = (String::new(), None, None);
    for week in weeks {
        let place = axis.place(week.monday);
        let Some(minutes) = value(week) else {
            continue;
        };
        let (left, right, y) = (axis.left(place), axis.left(place + 1), scale.y(minutes));
        // A `String` takes everything.
        let _ = match next {
            Some(next) if next == place => write!(path, "V{y:.1}H{right:.1}"),
            _ => write!(path, "M{left:.1} {y:.1}H{right:.1}"),
        };
        (next, last) = (Some(place + 1), Some(minutes));
    }
    if last.is_some() {
        canvas.path("halo", &path);
        canvas.path(class, &path);
    }
    last
}

/// A week in words: `2026-11-16 8:10, baseline 9:30, target 8:05`.
fn words(week: &WeekBar, pen: Pen<'_>) -> String {
    let mut out = format!("{} {}", week.monday, hours(week.non_teaching()));
    for (name, value) in [
        (tr!(pen.i18n, "doc-expected"), week.expected),
        (tr!(pen.i18n, "doc-target"), week.target),
    ] {
        if let Some(minutes) = value {
            out = format!("{out}, {name} {}", hours(minutes));
        }
    }
    out
}
