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
    let hint = if over.backups.is_some() {
        tr!(i18n, "backups-hint")
    } else {
        tr!(i18n, "tui-loading")
    };
    let rows = lines.len().min(MOST);
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let columns = (widest + 4).max(text::width(&hint));
    let inside = frame::open(canvas, &tr!(i18n, "settings-backups"), columns, rows + 1);
    let list = ratatui::layout::Rect {
        height: inside.height.min(u16::try_from(rows).unwrap_or(0)),
        ..inside
    };
    frame::list(canvas, list, &over.list, lines.len(), |canvas, n| {
        vec![canvas.piece(Role::Text, lines[n].as_str())]
    });
    canvas.text(frame::row(inside, rows), Role::Muted, &hint);
}
