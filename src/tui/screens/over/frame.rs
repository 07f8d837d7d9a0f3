//! The box that things over a screen are drawn in, and what most of them hold.

use crate::app::{List, Target};
use crate::theme::Role;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use ratatui::layout::Rect;

/// An empty box as [`open`] makes it, but at the lower end of the screen, or below its first lines.
pub(super) fn open_aside(
    canvas: &mut Canvas<'_>,
    title: &str,
    columns: usize,
    rows: usize,
    low: bool,
) -> Rect {
    let screen = canvas.area();
    let height = u16::try_from(rows + 2)
        .unwrap_or(u16::MAX)
        .min(screen.height.saturating_sub(1));
    let free = screen.height.saturating_sub(1 + height);
    open_at(canvas, title, columns, rows, if low { free } else { free.min(3) })
}

/// A box with nothing in it but a few words: why a list has no lines.
pub(super) fn say(canvas: &mut Canvas<'_>, title: &str, role: Role, words: &str) {
    const WIDTH: usize = 40;
    let lines = text::wrap(words, WIDTH);
    let inside = open(canvas, title, WIDTH, lines.len());
    for (n, line) in lines.iter().enumerate() {
        canvas.text(row(inside, n), role, line);
    }
}

/// An empty box in the middle with a title and room for so many columns and rows inside, or as many as there are; the
/// footer stays free. Gives that room.
pub(super) fn open(canvas: &mut Canvas<'_>, title: &str, columns: usize, rows: usize) -> Rect {
    let screen = canvas.area();
    let height = u16::try_from(rows + 2)
        .unwrap_or(u16::MAX)
        .min(screen.height.saturating_sub(1));
    let free = screen.height.saturating_sub(1 + height);
    open_at(canvas, title, columns, rows, free / 2)
}

fn open_at(canvas: &mut Canvas<'_>, title: &str, columns: usize, rows: usize, above: u16) -> Rect {
    let screen = canvas.area();
    let fit = |wanted: usize, most: u16| u16::try_from(wanted).unwrap_or(most).min(most);
    let width = fit(columns.max(text::width(title) + 2) + 4, screen.width);
    let height = fit(rows + 2, screen.height.saturating_sub(1));
    let area = Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + above,
        width,
        height,
    };
    let inside = canvas.popup(area);
    if !title.is_empty() {
        let head = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(4),
            height: area.height.min(1),
            ..area
        };
        canvas.text(head, Role::Title, &format!(" {title} "));
    }
    Rect {
        x: inside.x + 1,
        width: inside.width.saturating_sub(2),
        ..inside
    }
}

/// The `n`-th line of an area, empty where there is none.
pub(in crate::tui::screens) fn row(area: Rect, n: usize) -> Rect {
    let n = u16::try_from(n).unwrap_or(u16::MAX).min(area.height);
    Rect {
        y: area.y + n,
        height: (area.height - n).min(1),
        ..area
    }
}

/// An area without its first lines.
pub(in crate::tui::screens) fn below(area: Rect, lines: usize) -> Rect {
    let n = u16::try_from(lines).unwrap_or(u16::MAX).min(area.height);
    Rect {
        y: area.y + n,
        height: area.height - n,
        ..area
    }
}

/// Draws a list, scrolled so that its selected line shows; a click takes a line.
pub(super) fn list(
    canvas: &mut Canvas<'_>,
    area: Rect,
    list: &List,
    lines: usize,
    line: impl Fn(&Canvas<'_>, usize) -> Vec<Piece>,
) {
    let rows = usize::from(area.height);
    let (first, selected) = (list.first(lines, rows), list.at(lines));
    for n in first..lines.min(first + rows) {
        let place = row(area, n - first);
        let pointer = canvas.piece(Role::Text, if n == selected { "> " } else { "  " });
        let mut pieces = vec![pointer];
        pieces.extend(line(canvas, n));
        canvas.line(place, &pieces);
        if n == selected {
            canvas.wash(place, Role::Selected);
        }
        canvas.stands_for(place, Target::Row(n));
    }
}
