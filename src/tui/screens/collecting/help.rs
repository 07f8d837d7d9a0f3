//! The keys of the screen, made from the keymap.

use super::Scene;
use crate::app::Scroll;
use crate::keymap::Context;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use ratatui::layout::Rect;

/// Draws the page from a line on, no further than its end.
pub(super) fn draw(scene: &Scene<'_>, canvas: &mut Canvas<'_>, scroll: &Scroll) {
    let screen = canvas.area();
    let page = Rect {
        height: screen.height.saturating_sub(1), // the footer stays
        ..screen
    };
    let inside = canvas.popup(page);
    let head = Rect {
        x: page.x + 2,
        width: page.width.saturating_sub(4),
        height: 1,
        ..page
    };
    canvas.text(head, Role::Title, &format!(" {} ", tr!(scene.i18n, "help-title")));
    let lines = lines(scene, canvas, usize::from(inside.width.saturating_sub(2)));
    let rows = usize::from(inside.height);
    let first = scroll.first(lines.len(), rows);
    for (y, line) in (inside.top()..inside.bottom()).zip(&lines[first..]) {
        let row = Rect {
            x: inside.x + 1,
            width: inside.width.saturating_sub(2),
            y,
            height: 1,
        };
        canvas.line(row, line);
    }
    if first + rows < lines.len() {
        let foot = Rect {
            y: page.bottom() - 1,
            ..head
        };
        canvas.text(foot, Role::Key, &format!(" {} ", canvas.glyphs.more));
    }
}

fn lines(scene: &Scene<'_>, canvas: &Canvas<'_>, room: usize) -> Vec<Vec<Piece>> {
    let words = tr!(scene.i18n, "collecting-help");
    let mut out: Vec<Vec<Piece>> = text::wrap(&words, room)
        .into_iter()
        .map(|line| vec![canvas.piece(Role::Text, line)])
        .collect();
    out.push(Vec::new());
    for (action, keys) in scene.state.keymap().bindings(Context::Collecting) {
        let keys: Vec<String> = keys.iter().map(|key| key.label()).collect();
        let what = scene.action(Context::Collecting, action);
        out.push(vec![
            canvas.piece(Role::Key, format!("  {}", text::pad(&keys.join("  "), 26, ""))),
            canvas.piece(Role::Text, format!("  {what}")),
        ]);
    }
    out
}
