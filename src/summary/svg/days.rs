//! Days as bars, stacked by category.

use super::canvas::{Anchor, Area, Canvas, Name, count, text_width};
use super::key::Key;
use super::scale::{Scale, hours};
use super::{Drawing, Pen, pattern};
use crate::domain::Category;
use crate::summary::Bar;
use crate::tr;

const WIDTH: f64 = 370.0;
const HEIGHT: f64 = 205.0;
/// Room for the hours.
const LEFT: f64 = 46.0;
/// Room for the total of the highest bar.
const TOP: f64 = 20.0;
/// Room for the names.
const BOTTOM: f64 = 22.0;
/// The widest bar.
const BAR: f64 = 34.0;

pub(super) fn draw(bars: &[Bar], pen: Pen<'_>) -> Drawing {
    let names = bars.iter().map(|bar| text_width(&bar.label) + 6.0);
    let step = names.fold((WIDTH - LEFT) / count(bars.len()), f64::max);
    let right = LEFT + step * count(bars.len());
    let ground = HEIGHT - BOTTOM;
    let most = bars.iter().map(total).max().unwrap_or_default();
    let scale = Scale::new(most, ground, ground - TOP);

    let words: Vec<String> = bars.iter().map(|bar| words(bar, pen)).collect();
    let title = tr!(pen.i18n, "chart-days");
    let name = Name {
        id: pen.id,
        title: &title,
        words: &words.join("\n"),
    };
    let mut canvas = Canvas::new(name, right, HEIGHT);
    pattern::define(&mut canvas, pen.id);
    scale.draw(&mut canvas, LEFT, right, pen.i18n);
    for (i, bar) in bars.iter().enumerate() {
        let middle = LEFT + step * (count(i) + 0.5);
        let width = (step * 0.66).min(BAR);
        let top = stack(&mut canvas, pen, bar, scale, (middle - width / 2.0, width));
        let total = total(bar);
        if total > 0 {
            canvas.text("", middle, top - 5.0, Anchor::Middle, &hours(total));
        }
        canvas.text("soft", middle, HEIGHT - 6.0, Anchor::Middle, &bar.label);
    }
    Drawing {
        title,
        svg: canvas.finish(),
        keys: Category::ALL.map(|c| Key::category(c, pen)).into(),
    }
}

/// Draws the parts of a bar upon each other, at this left edge and width; where the last ends.
pub(super) fn stack(
    canvas: &mut Canvas,
    pen: Pen<'_>,
    bar: &Bar,
    scale: Scale,
    (left, width): (f64, f64),
) -> f64 {
    let mut below = 0;
    for (category, &minutes) in bar.minutes.iter().filter(|(_, minutes)| **minutes > 0) {
        let area = Area(left, scale.y(below + minutes), width, scale.height(minutes));
        let tip = format!("{} · {} {}", bar.label, pen.categories[category], hours(minutes));
        let fill = pattern::pattern_id(pen.id, category);
        canvas.area("part", area, Some(&fill), &tip);
        below += minutes;
    }
    scale.y(below)
}

fn total(bar: &Bar) -> u32 {
    bar.minutes.iter().map(|(_, minutes)| minutes).sum()
}

/// A bar in words: `Mon 8:10 (teaching 5:00, duty 3:10)`.
fn words(bar: &Bar, pen: Pen<'_>) -> String {
    let parts = bar.minutes.iter().filter(|(_, minutes)| **minutes > 0);
    let parts: Vec<String> = parts
        .map(|(category, minutes)| format!("{} {}", pen.categories[category], hours(*minutes)))
        .collect();
    let sum = format!("{} {}", bar.label, hours(total(bar)));
    match parts[..] {
        [] => sum,
        _ => format!("{sum} ({})", parts.join(", ")),
    }
}
