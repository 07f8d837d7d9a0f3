//! The days as a heat map: a column for each week, Monday on top, darker for more non-teaching time.

use crate::app::{Target, TrendScreen};
use crate::domain::WeekId;
use crate::summary::{TrendDay, TrendSummary};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::words::settings::weekdays;
use chrono::{Datelike, Days};
use ratatui::layout::Rect;

/// The months, the weekdays, and what the signs mean.
pub(super) const ROWS: u16 = 9;

/// The signs for more and more minutes, and from how many on.
const STEPS: [(u32, &str); 5] = [(0, "."), (1, "-"), (90, "+"), (150, "x"), (240, "#")];
/// A school day that is not closed and has nothing logged.
const OPEN: &str = "?";

/// Draws the calendar. Where not all weeks fit, those around the selected one do.
pub(super) fn draw(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    screen: &TrendScreen,
    trend: &TrendSummary,
) {
    let names = weekdays(view.i18n);
    let left = names.iter().map(|n| text::width(n)).max().unwrap_or(0) + 2;
    let room = usize::from(area.width).saturating_sub(left + 1);
    let weeks = weeks(trend);
    // Two cells a week, if that fits.
    let wide = if weeks.len() * 2 <= room { 2 } else { 1 };
    let fits = room / wide;
    let selected = screen.selected().map(|w| w.figures.week);
    let at = weeks.iter().position(|w| Some(*w) == selected).unwrap_or(0);
    let first = at.saturating_sub(fits / 2).min(weeks.len().saturating_sub(fits));
    let shown = &weeks[first.min(weeks.len())..(first + fits).min(weeks.len())];
    let mut rows = (area.top()..area.bottom()).map(|y| Rect { y, height: 1, ..area });
    let mut next = || rows.next().unwrap_or_default();
    let months = canvas.piece(
        Role::Muted,
        format!("{}{}", " ".repeat(left), months(shown, wide)),
    );
    canvas.line(next(), &[months]);
    for (day, name) in (0u64..).zip(&names) {
        let row = next();
        let name = text::pad(&format!(" {name}"), left, "");
        let mut pieces = vec![canvas.piece(Role::Muted, name)];
        for week in shown {
            let date = week.monday() + Days::new(day);
            let of = trend.days.get(&date);
            let piece = piece(canvas, of, date <= view.app.today());
            let look = if Some(*week) == selected {
                canvas.piece(Role::Selected, piece.text.clone())
            } else {
                piece
            };
            pieces.push(look);
            if wide == 2 {
                pieces.push(canvas.piece(Role::Text, " "));
            }
        }
        canvas.line(row, &pieces);
        for (n, week) in shown.iter().enumerate() {
            let offset = u16::try_from(left + n * wide).unwrap_or(u16::MAX);
            let cell = Rect {
                x: row.x.saturating_add(offset),
                width: u16::try_from(wide).unwrap_or(1),
                ..row
            };
            if row.height > 0 && cell.x < row.right() {
                canvas.stands_for(cell, Target::Date(week.monday() + Days::new(day)));
            }
        }
    }
    let legend = legend(view, canvas);
    canvas.line(next(), &legend);
}

/// Every week of the range from the first to the last that something is recorded of.
fn weeks(trend: &TrendSummary) -> Vec<WeekId> {
    let (Some(first), Some(last)) = (trend.weeks.first(), trend.weeks.last()) else {
        return Vec::new();
    };
    let (first, last) = (first.figures.week, last.figures.week);
    let ids = (0..).map_while(|n| first.offset(n));
    ids.take_while(|week| *week <= last).collect()
}

/// The numbers of the months above the weeks in which they begin.
fn months(weeks: &[WeekId], wide: usize) -> String {
    let mut out = String::new();
    for (n, week) in weeks.iter().enumerate() {
        let sunday = week.sunday();
        let begins = sunday.day() <= 7;
        let at = n * wide;
        if (begins || n == 0) && text::width(&out) <= at {
            let gap = " ".repeat(at - text::width(&out));
            out = format!("{out}{gap}{} ", sunday.month());
        }
    }
    out
}

fn piece(canvas: &Canvas<'_>, day: Option<&TrendDay>, is_past: bool) -> Piece {
    let Some(day) = day.filter(|d| d.is_school || d.sums.total() > 0) else {
        return canvas.piece(Role::Muted, " ");
    };
    if day.sums.total() == 0 && !day.closed {
        let sign = if is_past { OPEN } else { " " };
        return canvas.piece(Role::Warning, sign);
    }
    let minutes = day.sums.non_teaching();
    let step = STEPS.iter().rposition(|(from, _)| *from <= minutes).unwrap_or(0);
    let role = match step {
        0 | 1 => Role::Muted,
        2 => Role::Text,
        3 => Role::Title,
        _ => Role::Warning,
    };
    canvas.piece(role, STEPS[step].1)
}

/// What the signs mean.
fn legend(view: &View<'_>, canvas: &Canvas<'_>) -> Vec<Piece> {
    let mut out = vec![canvas.piece(Role::Muted, format!(" {}: ", tr!(view.i18n, "trend-calendar")))];
    for (from, sign) in STEPS {
        let words = match from {
            0 => "0".to_owned(),
            1 => format!("<{}", STEPS[2].0),
            from => format!("{from}+"),
        };
        out.push(canvas.piece(Role::Title, sign));
        out.push(canvas.piece(Role::Muted, format!(" {words}  ")));
    }
    out.push(canvas.piece(Role::Warning, OPEN));
    out.push(canvas.piece(Role::Muted, format!(" {}", tr!(view.i18n, "trend-not-logged"))));
    out
}
