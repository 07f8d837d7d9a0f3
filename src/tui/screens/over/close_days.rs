//! The question how some days are closed.

use super::frame;
use crate::app::{CloseDays, CloseWay};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// Draws the ways, each with what it would do.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, question: &CloseDays) {
    let i18n = view.i18n;
    let title = match question.days.as_slice() {
        [(date, _)] => header::date(i18n, *date),
        days => tr!(i18n, "tui-close-days", count = days.len()),
    };
    let way = |way: &CloseWay| {
        let words = match way {
            CloseWay::Confirm => tr!(i18n, "tui-close-take", count = question.planned()),
            CloseWay::Without => tr!(i18n, "tui-close-as-they-are"),
            CloseWay::NotYet => return tr!(i18n, "tui-close-leave"),
        };
        match question.empty(*way) {
            0 => words,
            count => words + &tr!(i18n, "tui-close-empty-days", count = count),
        }
    };
    let lines: Vec<String> = question.ways().iter().map(way).collect();
    let left_out = match question.left_out {
        0 => Vec::new(),
        count => text::wrap(&tr!(i18n, "tui-close-left-out", count = count), 52),
    };
    let all = lines.iter().map(|l| text::width(l) + 4);
    let widest = all
        .chain(left_out.iter().map(|l| text::width(l)))
        .max()
        .unwrap_or(0);
    let inside = frame::open(canvas, &title, widest.max(30), lines.len() + left_out.len());
    let list = ratatui::layout::Rect {
        height: inside.height.min(u16::try_from(lines.len()).unwrap_or(0)),
        ..inside
    };
    frame::list(canvas, list, &question.list, lines.len(), |canvas, n| {
        vec![
            canvas.piece(Role::Key, format!("{} ", n + 1)),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
    });
    for (n, line) in left_out.iter().enumerate() {
        canvas.text(frame::row(inside, lines.len() + n), Role::Muted, line);
    }
}
