//! The lines of a table as bars from left to right, stacked by category.

use super::canvas::{Anchor, Area, Canvas, Name, count, cut, text_width};
use super::key::Key;
use super::scale::{Scale, hours};
use super::{Drawing, Pen, pattern};
use crate::domain::Category;
use crate::summary::LineBar;
use crate::tr;

const WIDTH: f64 = 720.0;
/// The most room for names.
const NAMES: f64 = 210.0;
/// How much what is within a line is set in.
const INDENT: f64 = 12.0;
/// The height of a line with the room to the next, and of its bar.
const PITCH: f64 = 19.0;
const BAR: f64 = 13.0;
/// Room above for the hours.
const TOP: f64 = 18.0;
/// Room on the right for half of the last hour's words.
const RIGHT: f64 = 24.0;

pub(super) fn draw(lines: &[LineBar], pen: Pen<'_>) -> Drawing {
    let indent = |line: &LineBar| count(line.depth) * INDENT;
    let names = lines.iter().map(|line| text_width(&line.label) + indent(line));
    let left = names.fold(0.0, f64::max).min(NAMES) + 8.0;
    let most = lines.iter().map(total).max().unwrap_or(0);
    let scale = Scale::new(most, 0.0, WIDTH - RIGHT - left);
    let bottom = TOP + PITCH * count(lines.len());

    let title = tr!(pen.i18n, "report-chart-lines");
    let words: Vec<String> = lines.iter().map(|line| words(line, pen)).collect();
    let name = Name {
        id: pen.id,
        title: &title,
        words: &words.join("\n"),
    };
    let mut canvas = Canvas::new(name, WIDTH, bottom + 2.0);
    pattern::define(&mut canvas, pen.id);
    for minutes in scale.ticks() {
        let x = left + scale.height(minutes);
        let class = if minutes == 0 { "ground" } else { "grid" };
        canvas.path(class, &format!("M{x:.1} {:.1}V{bottom:.1}", TOP - 4.0));
        let label = match minutes {
            0 => "0".to_owned(),
            _ => tr!(pen.i18n, "chart-hours", hours = (minutes / 60).to_string()),
        };
        canvas.text("soft", x, TOP - 7.0, Anchor::Middle, &label);
    }
    for (at, line) in lines.iter().enumerate() {
        let y = TOP + PITCH * count(at) + (PITCH - BAR) / 2.0;
        let name = cut(&line.label, left - 8.0 - indent(line));
        canvas.text("", indent(line), y + BAR - 2.5, Anchor::Start, &name);
        let mut before = 0;
        for (set, minutes) in line.parts.iter().filter(|(_, minutes)| *minutes > 0) {
            let area = Area(left + scale.height(before), y, scale.height(*minutes), BAR);
            let tip = format!("{} · {} {}", line.label, named(set, pen), hours(*minutes));
            match &set[..] {
                [category] => {
                    let fill = pattern::pattern_id(pen.id, *category);
                    canvas.area("part", area, Some(&fill), &tip);
                }
                _ => canvas.area("part c5", area, None, &tip),
            }
            before += minutes;
        }
    }
    Drawing {
        title,
        svg: canvas.finish(),
        keys: keys(lines, pen),
    }
}

/// What the fills mean that occur.
fn keys(lines: &[LineBar], pen: Pen<'_>) -> Vec<Key> {
    let mut sets: Vec<&[Category]> = Vec::new();
    for (set, _) in lines.iter().flat_map(|line| &line.parts) {
        if !sets.contains(&&**set) {
            sets.push(set);
        }
    }
    let key = |set: &[Category]| match set {
        [category] => Key::category(*category, pen),
        set => Key::area(named(set, pen), "c5"),
    };
    sets.into_iter().map(key).collect()
}

fn named(set: &[Category], pen: Pen<'_>) -> String {
    let names: Vec<&str> = set.iter().map(|c| pen.categories[*c].as_str()).collect();
    names.join(" + ")
}

fn total(line: &LineBar) -> u32 {
    line.parts.iter().map(|(_, minutes)| minutes).sum()
}

/// A line in words: `primary: teaching 31:00, duty 3:10`.
fn words(line: &LineBar, pen: Pen<'_>) -> String {
    let parts = line.parts.iter();
    let parts: Vec<String> = parts
        .map(|(set, minutes)| format!("{} {}", named(set, pen), hours(*minutes)))
        .collect();
    format!("{}: {}", line.label, parts.join(", "))
}
