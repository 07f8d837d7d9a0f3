//! The day screen: the day's time line and list between the figures above and the entry line below.

use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::{entry, footer, header, list, timeline};
use ratatui::layout::{Constraint, Layout, Rect};

/// Where the parts of the screen lie.
pub(crate) struct Areas {
    top: Rect,
    upper: Rect,
    /// The time line with the line to its right.
    pub(crate) timeline: Rect,
    /// The list of blocks, a row each.
    pub(crate) list: Rect,
    sums: Rect,
    lower: Rect,
    line: Rect,
    bottom: Rect,
}

impl Areas {
    /// The parts of a screen.
    pub(crate) fn of(screen: Rect) -> Self {
        let rows = [2, 1, 0, 1, 1, 3, 1].map(|height| match height {
            0 => Constraint::Fill(1),
            _ => Constraint::Length(height),
        });
        let [top, upper, middle, sums, lower, line, bottom] = Layout::vertical(rows).areas(screen);
        let columns = [
            Constraint::Length(timeline::width(screen.width)),
            Constraint::Fill(1),
        ];
        let [timeline, list] = Layout::horizontal(columns).areas(middle);
        Self {
            top,
            upper,
            timeline,
            list,
            sums,
            lower,
            line,
            bottom,
        }
    }
}

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let areas = Areas::of(canvas.area());
    header::draw(view, canvas, areas.top);
    canvas.rule(areas.upper);
    timeline::draw(view, canvas, areas.timeline);
    list::draw(view, canvas, areas.list);
    list::draw_sums(view, canvas, areas.sums);
    canvas.rule(areas.lower);
    entry::draw(view, canvas, areas.line);
    footer::draw(view, canvas, areas.bottom);
}
