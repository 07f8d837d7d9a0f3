//! A question in a box over the screen.

use crate::app::Question;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the question with the keys of its answers.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, question: Question) {
    let words = match question {
        Question::CloseEmpty => tr!(view.i18n, "tui-close-empty"),
    };
    let screen = canvas.area();
    let room = screen.width.saturating_sub(8).min(64);
    let lines = text::wrap(&words, usize::from(room));
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let width = u16::try_from(widest).unwrap_or(room).max(30) + 4;
    let height = u16::try_from(lines.len()).unwrap_or(1) + 4;
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let inside = canvas.popup(Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 2,
        width,
        height,
    });
    let mut row = Rect {
        x: inside.x + 1,
        width: inside.width.saturating_sub(2),
        height: 1,
        ..inside
    };
    for line in &lines {
        canvas.text(row, Role::Title, line);
        row.y += 1;
    }
    row.y += 1;
    let mut pieces = Vec::new();
    for action in [Action::Accept, Action::Cancel] {
        pieces.push(canvas.piece(Role::Key, view.key(action)));
        pieces.push(canvas.piece(Role::Text, format!(" {}    ", view.action(action))));
    }
    canvas.line(row, &pieces);
}
