//! The short message about what was just done, in the place that a screen has for it.

use super::toast;
use crate::theme::Role;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The rows that the message needs in so many columns; none without one.
pub(crate) fn rows(view: &View<'_>, width: u16) -> u16 {
    let Some(toast) = view.toast() else {
        return 0;
    };
    let room = usize::from(width.saturating_sub(2)).max(1);
    let lines = text::wrap(&toast::say(view, toast).1, room).len();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// Draws the message, over as many lines as it needs and there are; false if there is none.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    let Some(toast) = view.toast() else {
        return false;
    };
    let (role, words) = toast::say(view, toast);
    draw_wrapped(canvas, area, role, &words);
    true
}

/// The most rows of a message on top of all.
const MOST: usize = 3;

/// Draws the message above the footer, on top of what lies over the screen.
pub(crate) fn draw_on_top(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let Some(toast) = view.app.toast() else {
        return;
    };
    let (role, words) = toast::say(view, toast);
    let screen = canvas.area();
    let room = usize::from(screen.width.saturating_sub(2)).max(1);
    let rows = u16::try_from(text::wrap(&words, room).len().min(MOST)).unwrap_or(1);
    let area = Rect {
        y: screen.bottom().saturating_sub(1 + rows),
        height: rows,
        ..screen
    };
    canvas.blank(area);
    draw_wrapped(canvas, area, role, &words);
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
