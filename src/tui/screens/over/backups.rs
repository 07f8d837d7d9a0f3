//! The backups, and making one more.

use super::frame;
use crate::app::Backups;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// The most lines that are shown at once.
const MOST: usize = 9;

/// Draws the list.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &Backups) {
    let i18n = view.i18n;
    let now = tr!(i18n, "backups-now");
    let line = |n: usize| match over.at(n) {
        None => now.clone(),
        Some(backup) => {
            let days = tr!(i18n, "change-days", count = backup.days);
            let entries = tr!(i18n, "tui-entries", count = backup.blocks);
            let date = header::date(i18n, backup.name.date());
            let time = backup.at.get(11..16).unwrap_or_default();
            let when = text::pad(&format!("{date} {time}"), 26, "");
            format!("{when} {} {entries}", text::pad(&days, 9, ""))
        }
    };
    let lines: Vec<String> = (0..over.count()).map(line).collect();
    let (role, hint) = match &over.backups {
        Some(Ok(_)) => (Role::Muted, tr!(i18n, "backups-hint")),
        Some(Err(why)) => (Role::Error, why.clone()),
        None => (Role::Muted, tr!(i18n, "tui-loading")),
    };
    let room = usize::from(canvas.area().width.saturating_sub(4)).max(1);
    let hint = text::wrap(&hint, room);
    let rows = lines.len().min(MOST);
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let columns = hint.iter().map(|l| text::width(l)).fold(widest + 4, usize::max);
    let inside = frame::open(canvas, &tr!(i18n, "settings-backups"), columns, rows + hint.len());
    let list = ratatui::layout::Rect {
        height: inside.height.min(u16::try_from(rows).unwrap_or(0)),
        ..inside
    };
    frame::list(canvas, list, &over.list, lines.len(), |canvas, n| {
        vec![canvas.piece(Role::Text, lines[n].as_str())]
    });
    for (n, line) in hint.iter().enumerate() {
        canvas.text(frame::row(inside, rows + n), role, line);
    }
}
