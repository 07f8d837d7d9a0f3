//! The time line beside the day's list: a map of the day on which lessons, breaks and gaps are seen at a glance.
//!
//! A row is an hour (or a few, where the day is long and the window low), a cell five minutes. A block has its category's
//! colour, letter and pattern, so it is told from its neighbours without colours too. What is only planned is muted,
//! and told from all blocks by a sign of its own.

mod layout;
mod stretch;

use self::layout::{CELLS, Layout, Seen};
use self::stretch::Who;
use crate::app::{DayScreen, Target};
use crate::domain::PerCategory;
use crate::theme::Role;
use crate::tui::glyphs;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The hour and a space before the cells of a row.
const LABEL: u16 = 3;

/// From so many columns of a screen on, a cell is two columns wide.
const WIDE: u16 = 100;

/// The columns that the time line and the line to its right take of a screen so wide.
#[must_use]
pub(crate) const fn width(screen: u16) -> u16 {
    LABEL + 12 * columns(screen) + 1
}

const fn columns(screen: u16) -> u16 {
    if screen < WIDE { 1 } else { 2 }
}

/// Lays the time line of a day out in an area as wide as [`width`] says.
fn lay_out(screen: &DayScreen, area: Rect) -> Layout {
    let cells = area.width.saturating_sub(LABEL + 1);
    let wide = usize::from(cells) / CELLS;
    Layout::of(stretch::stretches(screen), usize::from(area.height), wide)
}

/// Draws the time line and the line to its right.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let screen = view.app.day();
    let layout = lay_out(screen, area);
    let selected = screen.selected_index();
    let marks = PerCategory::from_fn(|category| {
        let mark = view.mark(category);
        let length = text::width(&mark);
        (mark, length)
    });
    let edge = canvas.piece(Role::Border, canvas.glyphs.down);
    for y in area.top()..area.bottom() {
        let right = Rect {
            x: area.right().saturating_sub(1),
            y,
            width: area.width.min(1),
            height: 1,
        };
        canvas.line(right, std::slice::from_ref(&edge));
    }
    for ((row, hour), y) in layout.hours().enumerate().zip(area.top()..area.bottom()) {
        let mut rest = Rect { y, height: 1, ..area };
        canvas.text(rest, Role::Muted, &format!("{hour:02}"));
        rest.x += LABEL;
        let runs = runs(&layout, row);
        for (at, run) in runs.iter().enumerate() {
            rest.width = u16::try_from(run.columns).unwrap_or(0);
            let piece = piece(canvas, &layout, &marks, row, &runs, at);
            canvas.line(rest, &[piece]);
            if let Seen::Stretch(i) = run.seen
                && selected.is_some()
                && selected == layout.stretches()[i].who.line()
            {
                canvas.wash(rest, Role::Selected);
            }
            rest.x += rest.width;
        }
        stands_for_minutes(canvas, &layout, area, row, y);
    }
}

/// Notes for the mouse which minutes the cells of a row are.
fn stands_for_minutes(canvas: &mut Canvas<'_>, layout: &Layout, area: Rect, row: usize, y: u16) {
    let wide = layout.columns() / CELLS;
    for column in (0..layout.columns()).step_by(wide) {
        let Some(spot) = layout.hit(column, row) else {
            continue;
        };
        let cell = Rect {
            x: area.x + LABEL + u16::try_from(column).unwrap_or(0),
            y,
            width: u16::try_from(wide).unwrap_or(1),
            height: 1,
        };
        canvas.stands_for(cell.intersection(area), Target::Time(spot));
    }
}

/// Neighbouring columns of a row in which the same is seen.
#[derive(Debug, Clone, Copy)]
struct Run {
    seen: Seen,
    columns: usize,
}

fn runs(layout: &Layout, row: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..layout.columns() {
        let seen = layout.seen(column, row);
        match runs.last_mut() {
            Some(run) if run.seen == seen => run.columns += 1,
            _ => runs.push(Run { seen, columns: 1 }),
        }
    }
    runs
}

/// The letters of the categories, and how many columns each takes.
type Marks = PerCategory<(String, usize)>;

/// What a run shows. A block's letter stands at its beginning, but only where it fits whole.
fn piece(canvas: &Canvas<'_>, layout: &Layout, marks: &Marks, row: usize, runs: &[Run], at: usize) -> Piece {
    let Run { seen, columns } = runs[at];
    let stretch = match seen {
        Seen::Stretch(i) => layout.stretches()[i],
        Seen::Gap => return canvas.piece(Role::Muted, glyphs::GAP.repeat(columns)),
        Seen::Outside => return canvas.piece(Role::Text, " ".repeat(columns)),
    };
    let (mark, length) = &marks[stretch.category];
    let (mark, length, fill) = match stretch.who {
        Who::Block(_) => (mark.as_str(), *length, glyphs::pattern(stretch.category)),
        Who::Before => (glyphs::FROM_BEFORE, 1, glyphs::pattern(stretch.category)),
        Who::Planned(_) => (mark.as_str(), *length, glyphs::PLANNED),
        Who::Typed { .. } => (mark.as_str(), *length, glyphs::TYPED),
    };
    let fits = |run: &Run| run.seen == seen && run.columns >= length;
    let begins = matches!(seen, Seen::Stretch(i) if layout.first_row(i) == row);
    let marked = begins && fits(&runs[at]) && !runs[..at].iter().any(fits);
    let text = if marked {
        format!("{mark}{}", fill.repeat(columns - length))
    } else {
        fill.repeat(columns)
    };
    match stretch.who {
        Who::Block(_) => canvas.mark(stretch.category, text),
        Who::Before | Who::Planned(_) => canvas.piece(Role::Muted, text),
        Who::Typed { conflict: false } => canvas.piece(Role::Good, text),
        Who::Typed { conflict: true } => canvas.piece(Role::Warning, text),
    }
}
