//! The menu of what the selected days can be.

use super::frame;
use crate::app::MarkDays;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// Draws the menu.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, menu: &MarkDays) {
    let i18n = view.i18n;
    let line = |n| match MarkDays::kind(n) {
        Some(kind) => header::kind(i18n, &kind),
        None => tr!(i18n, "tui-day-off-other"),
    };
    let lines: Vec<String> = (0..MarkDays::LINES).map(line).collect();
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let first = header::date(i18n, *menu.days.start());
    let title = match menu.count() {
        1 => first,
        count => tr!(
            i18n,
            "tui-mark-days",
            first = first,
            last = header::date(i18n, *menu.days.end()),
            count = count
        ),
    };
    let inside = frame::open(canvas, &title, widest + 6, lines.len());
    frame::list(canvas, inside, &menu.list, lines.len(), |canvas, n| {
        vec![
            canvas.piece(Role::Key, format!("{} ", n + 1)),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
    });
}
