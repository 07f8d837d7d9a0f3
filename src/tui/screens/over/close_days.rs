//! The question how some days are closed, or one.

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
    let waits = question.planned() + question.left_out > 0;
    let way = |way: &CloseWay| {
        let words = match way {
            CloseWay::Confirm => tr!(i18n, "tui-close-confirm", count = question.planned()),
            CloseWay::Without if waits => tr!(i18n, "tui-close-without"),
            CloseWay::Without => tr!(i18n, "tui-close-as-they-are"),
            CloseWay::NotYet => return tr!(i18n, "tui-close-not-yet"),
        };
        match question.empty(*way) {
            0 => words,
            count => words + &tr!(i18n, "tui-close-empty-days", count = count),
        }
    };
    let lines: Vec<String> = question.ways().iter().map(way).collect();
    let mut head = Vec::new();
    if waits {
        let count = question.planned() + question.left_out;
        head.push(tr!(i18n, "tui-close-planned", count = count));
    }
    if question.left_out > 0 {
        head.push(tr!(i18n, "tui-close-planned-taken", count = question.left_out));
    }
    let room = usize::from(canvas.area().width.saturating_sub(8)).clamp(1, 64);
    let head: Vec<String> = head.iter().flat_map(|words| text::wrap(words, room)).collect();
    let above = if head.is_empty() { 0 } else { head.len() + 1 };
    let widest = lines.iter().map(|line| text::width(line) + 4);
    let widest = widest.chain(head.iter().map(|line| text::width(line))).max();
    let inside = frame::open(canvas, &title, widest.unwrap_or(0).max(30), above + lines.len());
    for (n, line) in head.iter().enumerate() {
        canvas.text(frame::row(inside, n), Role::Title, line);
    }
    let area = frame::below(inside, above);
    frame::list(canvas, area, &question.list, lines.len(), |canvas, n| {
        vec![
            canvas.piece(Role::Key, format!("{} ", n + 1)),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
    });
}
