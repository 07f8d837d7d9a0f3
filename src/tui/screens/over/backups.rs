//! Drawn in a commit to come.

use super::frame;
use crate::app::Backups;
use crate::tui::paint::Canvas;
use crate::tui::view::View;

/// Draws it.
pub(super) fn draw(_: &View<'_>, canvas: &mut Canvas<'_>, _: &Backups) {
    frame::open(canvas, "", 40, 10);
}
