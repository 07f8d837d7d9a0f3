//! What stands in the list of a day on which nothing is booked.

use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws how to begin.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let i18n = view.i18n;
    let lines = if view.app.day().loaded.is_none() {
        vec![(Role::Muted, tr!(i18n, "tui-loading"))]
    } else {
        vec![
            (Role::Title, tr!(i18n, "tui-empty")),
            (Role::Text, String::new()),
            (Role::Muted, tr!(i18n, "tui-empty-how")),
            (Role::Field, tr!(i18n, "tui-empty-example")),
        ]
    };
    draw_centred(canvas, area, &lines);
}

/// Draws what to do about a plan of which nothing is booked yet.
pub(super) fn draw_plan(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    draw_centred(canvas, area, &how_to_confirm(view));
}

/// How much waits, and which keys do something about it.
fn how_to_confirm(view: &View<'_>) -> [(Role, String); 3] {
    let how = tr!(
        view.i18n,
        "tui-waiting-how",
        confirm = view.key_anywhere(Action::Confirm),
        all = view.key_anywhere(Action::ConfirmAll),
    );
    let or_else = tr!(
        view.i18n,
        "tui-waiting-else",
        edit = view.key_anywhere(Action::Edit),
        dismiss = view.key_anywhere(Action::Delete),
    );
    [
        (Role::Title, waiting(view)),
        (Role::Muted, how),
        (Role::Muted, or_else),
    ]
}

/// How much waits to be confirmed.
pub(super) fn waiting(view: &View<'_>) -> String {
    tr!(view.i18n, "tui-waiting", count = view.app.day().planned().len())
}

/// Draws lines in the middle of an area, wrapped where they must be.
fn draw_centred(canvas: &mut Canvas<'_>, area: Rect, lines: &[(Role, String)]) {
    let room = usize::from(area.width.saturating_sub(2)).max(1);
    let wrapped = |(role, line): &(Role, String)| {
        let role = *role;
        text::wrap(line, room).into_iter().map(move |l| (role, l))
    };
    let lines: Vec<(Role, String)> = lines.iter().flat_map(wrapped).collect();
    let top = area.y
        + area
            .height
            .saturating_sub(u16::try_from(lines.len()).unwrap_or(0))
            / 2;
    for (y, (role, line)) in (top..area.bottom()).zip(lines) {
        let spaces = usize::from(area.width).saturating_sub(text::width(&line)) / 2;
        let row = Rect { y, height: 1, ..area };
        let pieces = [
            canvas.piece(Role::Text, " ".repeat(spaces)),
            canvas.piece(role, line),
        ];
        canvas.line(row, &pieces);
    }
}
