//! The footer: the most useful keys of the moment, as many as fit, made from the keymap.

use crate::app::Target;
use crate::theme::Role;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the hints of the context that do something now, the most important first.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut room = usize::from(area.width);
    let hints = view.app.context().hints().iter();
    for action in hints.filter(|action| view.app.offers(**action)) {
        let (key, what) = (view.key(*action), view.action(*action));
        if key.is_empty() {
            continue;
        }
        let gap = if pieces.is_empty() { " " } else { "   " };
        let length = text::width(gap) + text::width(&key) + 1 + text::width(&what);
        if length > room {
            break; // a less important hint must not push past a more important one
        }
        room -= length;
        let end = area.x + area.width - u16::try_from(room).unwrap_or(0);
        let hint = Rect {
            x: end - u16::try_from(length - text::width(gap)).unwrap_or(0),
            width: u16::try_from(length - text::width(gap)).unwrap_or(0),
            ..area
        };
        canvas.stands_for(hint, Target::Do(*action));
        pieces.push(canvas.piece(Role::Text, gap));
        pieces.push(canvas.piece(Role::Key, key));
        pieces.push(canvas.piece(Role::Muted, format!(" {what}")));
    }
    canvas.line(area, &pieces);
}
