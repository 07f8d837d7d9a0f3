//! The short message about what was just done, in the place that a screen has for it.

use super::toast;
use crate::theme::Role;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the message, over as many lines as it needs and there are; false if there is none.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    let Some(toast) = view.app.toast() else {
        return false;
    };
    let (role, words) = toast::say(view, toast);
    draw_wrapped(canvas, area, role, &words);
    true
}

/// Draws a text over as many lines as it needs and there are.
pub(crate) fn draw_wrapped(canvas: &mut Canvas<'_>, area: Rect, role: Role, words: &str) {
    let room = usize::from(area.width.saturating_sub(2));
    let mut lines = text::wrap(words, room.max(1));
    let rows = usize::from(area.height);
    if lines.len() > rows && rows > 0 {
        let rest = lines.split_off(rows - 1).join(" ");
        lines.push(text::cut(&rest, room, canvas.glyphs.more));
    }
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        let row = Rect { y, height: 1, ..area };
        canvas.text(row, role, &format!(" {line}"));
    }
}
