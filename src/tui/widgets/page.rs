//! A page over the whole screen that can be longer than it, such as the keys.

use crate::app::Scroll;
use crate::keymap::{Key, KeyCode};
use crate::theme::Role;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use ratatui::layout::Rect;

/// Room on both sides of a line: the box and a cell beside it.
const SIDE: u16 = 2;

/// The cells that a line of a page has.
#[must_use]
pub(crate) fn width(canvas: &Canvas<'_>) -> usize {
    usize::from(canvas.area().width.saturating_sub(2 * SIDE))
}

/// Draws a page from a line on, no further than its end. The last row of the screen stays: there is the footer.
pub(crate) fn draw(canvas: &mut Canvas<'_>, title: &str, lines: &[Vec<Piece>], scroll: &Scroll) {
    let screen = canvas.area();
    let page = Rect {
        height: screen.height.saturating_sub(1),
        ..screen
    };
    let inside = canvas.popup(page);
    let row = |y| Rect {
        x: page.x + SIDE,
        width: page.width.saturating_sub(2 * SIDE),
        y,
        height: 1,
    };
    canvas.text(row(page.y), Role::Title, &format!(" {title} "));
    let rows = usize::from(inside.height);
    let first = scroll.first(lines.len(), rows);
    for (y, line) in (inside.top()..inside.bottom()).zip(&lines[first..]) {
        canvas.line(row(y), line);
    }
    if first + rows < lines.len() {
        let down = Key::plain(KeyCode::Down).label();
        let more = format!(" {} {down} ", canvas.glyphs.more);
        canvas.text(row(page.bottom() - 1), Role::Key, &more);
    }
}

/// A line of a page: what is typed or pressed, and what it does.
#[must_use]
pub(crate) fn entry(canvas: &Canvas<'_>, typed: &str, meaning: &str) -> Vec<Piece> {
    vec![
        canvas.piece(Role::Key, format!("  {}", text::pad(typed, 26, ""))),
        canvas.piece(Role::Text, format!("  {meaning}")),
    ]
}

/// A line of a page: all the keys of something, and what it does.
#[must_use]
pub(crate) fn keys(canvas: &Canvas<'_>, keys: &[Key], meaning: &str) -> Vec<Piece> {
    let keys: Vec<String> = keys.iter().map(|key| key.label()).collect();
    entry(canvas, &keys.join("  "), meaning)
}
