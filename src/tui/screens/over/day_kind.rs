//! The menu of what a day can be.

use super::frame;
use crate::app::{DayChoice, DayKindMenu};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// Draws the menu.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, menu: &DayKindMenu) {
    let i18n = view.i18n;
    let line = |choice: &DayChoice| match choice {
        DayChoice::Kind(kind) => header::kind(i18n, kind),
        DayChoice::Like(like) => header::like(i18n, *like),
        DayChoice::Other => tr!(i18n, "tui-day-off-other"),
    };
    let lines: Vec<String> = menu.choices.iter().map(line).collect();
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let title = header::date(i18n, view.app.day().date);
    let inside = frame::open(canvas, &title, widest + 6, lines.len());
    frame::list(canvas, inside, &menu.list, lines.len(), |canvas, n| {
        vec![
            canvas.piece(Role::Key, number(n)),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
    });
}

/// The digit that takes a line; the tenth has none.
fn number(line: usize) -> String {
    if line < 9 {
        format!("{} ", line + 1)
    } else {
        "  ".to_owned()
    }
}
