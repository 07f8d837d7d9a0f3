//! The footer: the most useful keys of the moment, as many as fit, made from the keymap.

use crate::app::Target;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the hints of the context that do something now, the most important first.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let hints = view.app.context().hints().iter();
    let hints = hints.filter(|action| view.app.offers(**action));
    draw_hints(
        canvas,
        area,
        hints.map(|action| (*action, view.key(*action), view.action(*action))),
    );
}

/// Draws hints, the most important first: an action, its key, nothing of an action without one, and what it does.
pub(crate) fn draw_hints(
    canvas: &mut Canvas<'_>,
    area: Rect,
    hints: impl Iterator<Item = (Action, String, String)>,
) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut room = usize::from(area.width);
    for (action, key, what) in hints.filter(|(_, key, _)| !key.is_empty()) {
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
        canvas.stands_for(hint, Target::Do(action));
        pieces.push(canvas.piece(Role::Text, gap));
        pieces.push(canvas.piece(Role::Key, key));
        pieces.push(canvas.piece(Role::Muted, format!(" {what}")));
    }
    canvas.line(area, &pieces);
}
