//! The day screen: the day's time line and list between the figures above and the entry line below.

use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::{entry, footer, header, list, timeline};
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let screen = canvas.area();
    let rows = [2, 1, 0, 1, 1, 3, 1].map(|height| match height {
        0 => Constraint::Fill(1),
        _ => Constraint::Length(height),
    });
    let [top, upper, middle, sums, lower, line, bottom] = Layout::vertical(rows).areas(screen);
    let columns = [
        Constraint::Length(timeline::width(screen.width)),
        Constraint::Fill(1),
    ];
    let [map, blocks]: [Rect; 2] = Layout::horizontal(columns).areas(middle);
    header::draw(view, canvas, top);
    canvas.rule(upper);
    timeline::draw(view, canvas, map);
    list::draw(view, canvas, blocks);
    list::draw_sums(view, canvas, sums);
    canvas.rule(lower);
    entry::draw(view, canvas, line);
    footer::draw(view, canvas, bottom);
}
