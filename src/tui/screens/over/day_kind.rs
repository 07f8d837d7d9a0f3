//! The menu of what a day can be.

use super::frame;
use crate::app::DayKindMenu;
use crate::domain::DayKind;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// Draws the menu.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, menu: &DayKindMenu) {
    let i18n = view.i18n;
    let mut lines = vec![tr!(i18n, "kind-school"), tr!(i18n, "kind-off")];
    lines.extend(DayKind::REASONS.iter().map(|reason| {
        let reason = i18n.day_reason(reason);
        tr!(i18n, "tui-day-off-reason", reason = reason)
    }));
    lines.push(tr!(i18n, "tui-day-off-other"));
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let title = header::date(i18n, view.app.day().date);
    let inside = frame::open(canvas, &title, widest + 6, lines.len());
    frame::list(canvas, inside, &menu.list, lines.len(), |canvas, n| {
        vec![
            canvas.piece(Role::Key, format!("{} ", n + 1)),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
    });
}
