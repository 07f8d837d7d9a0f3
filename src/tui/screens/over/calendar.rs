//! Drawn in a commit to come.

use super::frame;
use crate::app::Calendar;
use crate::tui::paint::Canvas;
use crate::tui::view::View;

/// Draws it.
pub(super) fn draw(_: &View<'_>, canvas: &mut Canvas<'_>, _: &Calendar) {
    frame::open(canvas, "", 40, 10);
}
