//! The timetable screen: which week it is and what holds in it, the grid, and the selected cell in words.

mod cells;
mod head;

use super::over::row;
use crate::app::{Grid, TimetableScreen};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::{footer, message};
use crate::tui::words::timetable as words;
use ratatui::layout::{Constraint, Layout, Rect};

/// The rows below the grid: for the selected cell in words, or a message.
const BELOW: u16 = 2;

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, screen: &TimetableScreen) {
    let rows = [
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(BELOW),
        Constraint::Length(1),
    ];
    let [top, holds, upper, middle, lower, below, bottom] = Layout::vertical(rows).areas(canvas.area());
    let grid = view.app.timetable_grid(screen);
    head::draw(view, canvas, top, &grid);
    head::draw_what_holds(view, canvas, holds, &grid);
    canvas.rule(upper);
    cells::draw(view, canvas, middle, &grid, screen.row);
    canvas.rule(lower);
    if !message::draw(view, canvas, below) {
        draw_selected(view, canvas, below, &grid, screen.row);
    }
    footer::draw(view, canvas, bottom);
}

/// The selected cell in words, or how to begin.
fn draw_selected(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, grid: &Grid, selected: usize) {
    let entries = view.app.shown_entries();
    let at = grid.row_at(selected);
    let in_cell = grid.cell(entries, at, grid.weekday());
    let room = usize::from(area.width.saturating_sub(2)).max(1);
    let time = grid
        .rows
        .get(at)
        .and_then(|r| r.span.filter(|_| r.called().is_some()));
    let time = time.map(|span| format!("{span} ")).unwrap_or_default();
    if in_cell.is_empty() {
        let hint = format!("{time}{}", tr!(view.i18n, "timetable-empty-how"));
        for (n, line) in text::wrap(&hint, room).iter().take(2).enumerate() {
            canvas.text(row(area, n), Role::Muted, &format!(" {line}"));
        }
        return;
    }
    let said: Vec<String> = in_cell.iter().map(|i| words::entry(view, &entries[*i])).collect();
    let lines: Vec<String> = match said.as_slice() {
        [only] => text::wrap(&format!("{time}{only}"), room),
        several => several.to_vec(),
    };
    for (n, line) in lines.iter().take(2).enumerate() {
        canvas.text(row(area, n), Role::Text, &format!(" {line}"));
    }
}
