//! Drawn in a commit to come.

use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::{footer, header};

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area();
    header::draw(view, canvas, area);
    let bottom = ratatui::layout::Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    footer::draw(view, canvas, bottom);
}
