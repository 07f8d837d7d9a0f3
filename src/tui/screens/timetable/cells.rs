//! The grid itself: the days across, the periods and times down.

use super::super::over::{below, row};
use crate::app::{Grid, GridRow, List, Target};
use crate::domain::{Span, clock};
use crate::theme::Role;
use crate::timetable::{Parity, Recurring};
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::words::timetable as words;
use chrono::Datelike;
use ratatui::layout::Rect;

/// The cells of a row's time, with the space on both sides.
const TIME: usize = 7;

/// In fewer columns than this a period has its name only: the time is said below the grid.
const NARROW: usize = 72;

/// The most cells of a row's name.
const NAME: usize = 6;

/// Draws the heads of the columns, and the rows around the selected one.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, grid: &Grid, selected: usize) {
    let is_narrow = usize::from(area.width) < NARROW;
    let label = label_width(grid, is_narrow);
    let places = places(area, label, grid.columns.len());
    for (place, weekday) in places.iter().zip(&grid.columns) {
        let date = grid.date_of(*weekday);
        let name = format!("{} {}", words::weekday(view.i18n, *weekday), date.day());
        let (role, head) = if date == view.app.today() {
            (Role::Title, format!("[{name}]"))
        } else {
            (Role::Muted, format!(" {name}"))
        };
        let whole = Rect {
            width: (place.width + 1).min(area.right().saturating_sub(place.x)),
            ..*place
        };
        canvas.text(row(whole, 0), role, &head);
    }
    let rows = below(area, 1);
    let (selected, room) = (grid.row_at(selected), usize::from(rows.height));
    let first = List::on(selected).first(grid.rows.len(), room);
    for n in first..grid.rows.len().min(first + room) {
        let line = row(rows, n - first);
        draw_label(canvas, line, &grid.rows[n], label, is_narrow);
        for (column, place) in places.iter().enumerate() {
            let cell = row(below(*place, 1), n - first);
            let pieces = pieces(view, canvas, grid, n, column, usize::from(cell.width));
            canvas.line(cell, &pieces);
            canvas.stands_for(cell, Target::Cell(column, n));
            if (column, n) == (grid.column, selected) {
                canvas.wash(cell, Role::Selected);
            }
        }
    }
}

/// The cells of the names and times of the rows.
fn label_width(grid: &Grid, is_narrow: bool) -> usize {
    let names = grid.rows.iter().filter_map(GridRow::called);
    let widest = names.map(|n| text::width(&n)).max().unwrap_or(0).min(NAME);
    if is_narrow {
        return widest.max(TIME - 2) + 2;
    }
    widest + 1 + TIME
}

fn draw_label(canvas: &mut Canvas<'_>, line: Rect, of: &GridRow, width: usize, is_narrow: bool) {
    let name = of.called();
    let time = of.span.and_then(Span::clock_times).map(|(start, _)| clock(start));
    let time = time.unwrap_or_default();
    let role = if name.is_some() { Role::Muted } else { Role::Text };
    let mut pieces = vec![canvas.piece(Role::Text, " ")];
    match name {
        Some(name) if is_narrow => {
            pieces.push(canvas.piece(Role::Title, text::cut(&name, width - 2, canvas.glyphs.more)));
        }
        None if is_narrow => pieces.push(canvas.piece(role, time)),
        name => {
            let name = text::pad(&name.unwrap_or_default(), width - 1 - TIME, canvas.glyphs.more);
            pieces.push(canvas.piece(Role::Title, name));
            pieces.push(canvas.piece(role, format!(" {time}")));
        }
    }
    canvas.line(line, &pieces);
}

/// Where the columns are: as wide as they can be, at most so that a note of some length fits.
fn places(area: Rect, label: usize, columns: usize) -> Vec<Rect> {
    let label = u16::try_from(label).unwrap_or(0).min(area.width);
    let count = u16::try_from(columns.max(1)).unwrap_or(1);
    let each = ((area.width - label) / count).min(24);
    let place = |n: u16| Rect {
        x: area.x + label + n * each,
        width: each.saturating_sub(1), // a gap between the columns
        ..area
    };
    (0..count).map(place).collect()
}

/// What stands in a cell: the entries side by side, those of this week first.
fn pieces(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    grid: &Grid,
    n: usize,
    column: usize,
    width: usize,
) -> Vec<Piece> {
    let entries = view.app.shown_entries();
    let Some(weekday) = grid.columns.get(column) else {
        return Vec::new();
    };
    let mut of: Vec<&Recurring> = grid
        .cell(entries, n, *weekday)
        .iter()
        .map(|i| &entries[*i])
        .collect();
    of.sort_by_key(|e| !grid.takes_place(e)); // stable
    let Some((first, others)) = of.split_first() else {
        return Vec::new();
    };
    let wide = |pieces: &[Piece]| pieces.iter().map(|p| text::width(&p.text)).sum::<usize>();
    if others.is_empty() {
        return piece(view, canvas, grid, first, n, width);
    }
    let whole = |e: &&Recurring| {
        let mut whole = piece(view, canvas, grid, e, n, usize::MAX);
        whole.push(canvas.piece(Role::Text, " "));
        whole
    };
    let mut all: Vec<Piece> = of.iter().flat_map(whole).collect();
    all.pop();
    if wide(&all) <= width {
        return all;
    }
    // The one of this week, and how many there are besides.
    let more = format!(" +{}", others.len());
    let room = width.saturating_sub(text::width(&more));
    let mut out = piece(view, canvas, grid, first, n, room);
    out.push(canvas.piece(Role::Key, more));
    out
}

/// One entry in so many cells: its letter, odd or even, its note, and a mark for any further limit.
fn piece(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    grid: &Grid,
    entry: &Recurring,
    n: usize,
    room: usize,
) -> Vec<Piece> {
    let i18n = view.i18n;
    let category = entry.activity.category;
    let letter = view.mark(category);
    if !grid.begins(entry, n) {
        return vec![canvas.mark(category, text::cut(&format!("{letter}\""), room, ""))];
    }
    let parity = match entry.weeks.parity() {
        Some(Parity::Odd) => tr!(i18n, "timetable-odd-short"),
        Some(Parity::Even) => tr!(i18n, "timetable-even-short"),
        None => String::new(),
    };
    let is_limited = !entry.weeks.ranges().is_empty()
        || entry.from.is_some()
        || entry.until.is_some()
        || entry.every > 1
        || !entry.except.is_empty();
    let limit = if is_limited { "*" } else { "" };
    let words = match entry.note.as_str() {
        "" => view.activity(&entry.activity),
        note => note,
    };
    let before = text::width(&letter) + text::width(&parity) + text::width(limit);
    // The space behind the letter gives way to the note.
    let is_stuck = text::width(&letter) == 1 && !parity.is_empty(); // Todd
    let fits = is_stuck || before + 1 + text::width(words) <= room;
    let head = if fits { format!("{letter} ") } else { letter };
    let before = before + usize::from(fits);
    let words = text::cut(words, room.saturating_sub(before), canvas.glyphs.more);
    let role = if grid.takes_place(entry) {
        Role::Text
    } else {
        Role::Muted
    };
    vec![
        canvas.mark(category, head),
        canvas.piece(Role::Key, parity),
        canvas.piece(role, words),
        canvas.piece(Role::Key, limit),
    ]
}
