//! What came when: two charts by the clock, and a line for each week.

use super::{Line, Scene, bar, filled};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use ratatui::layout::Rect;

/// The rows of the charts, with the line below them.
pub(super) const CHART: u16 = 4;
/// What a column ends in at the top: a third, two thirds, and all of a cell. Block signs are two cells wide in some terminals.
const STEPS: [&str; 4] = [" ", ".", ":", "|"];
/// A column of nothing.
const NOTHING: &str = "_";
/// The cells between the charts and around them.
const GAP: u16 = 2;

/// The cells of a line of a week beside its bar and its numbers: the week, the ends of the bar, and what is between.
const MARGINS: usize = 11 + 2 + 1 + 1 + 2 + 1;

/// The heading.
pub(super) fn title(scene: &Scene<'_>) -> String {
    let last: u64 = scene.state.arrivals.minutes(scene.now, 60).iter().sum();
    tr!(scene.i18n, "collecting-arrivals", count = last)
}

/// How many minutes and hours are shown in so many cells: as many as fit, each a column.
fn spans(width: u16) -> (u16, u16) {
    match width {
        116.. => (60, 48),
        92.. => (60, 24),
        _ => (30, 24),
    }
}

/// Draws both charts beside each other.
pub(super) fn draw_chart(scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let (minutes, hours) = spans(area.width);
    let (i18n, arrivals) = (scene.i18n, &scene.state.arrivals);
    let counts = arrivals.minutes(scene.now, minutes.into());
    let words = |most| tr!(i18n, "collecting-minutes", minutes = minutes, most = most);
    let left = Rect {
        x: area.x + 1,
        width: minutes.min(area.width),
        ..area
    };
    draw_columns(canvas, left, &counts, &words);
    let counts = arrivals.hours(scene.now, hours.into());
    let words = |most| tr!(i18n, "collecting-hours", hours = hours, most = most);
    let right = Rect {
        x: left.right() + GAP,
        width: hours,
        ..area
    };
    draw_columns(canvas, right.intersection(area), &counts, &words);
}

/// One chart: a column for each number, and below it what it shows and the most of any column.
fn draw_columns(canvas: &mut Canvas<'_>, area: Rect, counts: &[u64], words: &dyn Fn(u64) -> String) {
    let most = counts.iter().copied().max().unwrap_or(0);
    let rows = area.height.saturating_sub(1);
    let steps = usize::from(rows) * (STEPS.len() - 1);
    let heights: Vec<usize> = counts.iter().map(|count| filled(*count, most, steps)).collect();
    for row in 0..rows {
        let below = usize::from(rows - 1 - row) * (STEPS.len() - 1);
        let area = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        let piece = |height: &usize| match height.saturating_sub(below).min(STEPS.len() - 1) {
            0 if row + 1 == rows => canvas.piece(Role::GaugeRest, NOTHING),
            step => canvas.piece(Role::Gauge, STEPS[step]),
        };
        let line: Vec<Piece> = heights.iter().map(piece).collect();
        canvas.line(area, &line);
    }
    let foot = Rect {
        y: area.y + rows,
        height: 1,
        ..area
    };
    let words = text::cut(&words(most), usize::from(area.width), canvas.glyphs.more);
    canvas.text(foot, Role::Muted, &words);
}

/// A line for each week of which there is a response: the newest first.
pub(super) fn lines(scene: &Scene<'_>, canvas: &Canvas<'_>, width: u16) -> Vec<Line> {
    let (state, i18n) = (scene.state, scene.i18n);
    let most = state.coverage.respondents();
    let of = state.definition.staff.map_or(most, u64::from).max(1);
    let chosen = state.week();
    let came = |week| match state.arrivals.of(week) {
        0 => String::new(),
        count => tr!(i18n, "collecting-came", count = count),
    };
    let weeks = state.coverage.weeks.iter().rev();
    let rows: Vec<_> = weeks
        .map(|(week, coverage)| {
            let (words, share) = super::coverage::share(coverage.responses, state.definition.staff);
            (*week, coverage.responses, [words, share, came(*week)])
        })
        .collect();
    // No number is cut off: the bars take what room they leave.
    let widest = |column: usize| {
        let widths = rows.iter().map(|(.., words)| text::width(&words[column]));
        widths.max().unwrap_or(0)
    };
    let widths = [widest(0), widest(1), widest(2)];
    let around = MARGINS + widths.iter().sum::<usize>();
    let cells = usize::from(width).saturating_sub(around).clamp(6, 40);
    let more = canvas.glyphs.more;
    let lines = rows.iter().map(|(week, responses, [words, share, came])| {
        let words = format!(
            " {} {}  {came}",
            text::pad_left(words, widths[0], more),
            text::pad_left(share, widths[1], more),
        );
        let role = if Some(*week) == chosen {
            Role::Title
        } else {
            Role::Text
        };
        let mut line = vec![canvas.piece(role, format!("  {week} "))];
        let gauge = if *responses > of { Role::Error } else { Role::Gauge };
        line.extend(bar(canvas, gauge, filled(*responses, of, cells), cells));
        line.push(canvas.piece(role, words));
        line
    });
    lines.collect()
}
