//! The question what becomes of the plan that waits when the day is closed.

use super::frame;
use crate::app::{ClosePlanned, CloseWay};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;

/// Draws the question and its answers.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, question: &ClosePlanned) {
    let i18n = view.i18n;
    let (free, taken) = (question.free.len(), question.taken);
    let mut head = vec![tr!(i18n, "tui-close-planned", count = free + taken)];
    if taken > 0 {
        head.push(tr!(i18n, "tui-close-planned-taken", count = taken));
    }
    let answer = |way: &CloseWay| match way {
        CloseWay::Confirm => tr!(i18n, "tui-close-confirm", count = free),
        CloseWay::Without => tr!(i18n, "tui-close-without"),
        CloseWay::NotYet => tr!(i18n, "tui-close-not-yet"),
    };
    let lines: Vec<String> = question.ways().iter().map(answer).collect();
    let room = usize::from(canvas.area().width.saturating_sub(8)).clamp(1, 64);
    let head: Vec<String> = head.iter().flat_map(|words| text::wrap(words, room)).collect();
    let widest = lines.iter().map(|line| text::width(line) + 4);
    let widest = widest.chain(head.iter().map(|line| text::width(line))).max();
    let inside = frame::open(canvas, "", widest.unwrap_or(0), head.len() + 1 + lines.len());
    for (n, line) in head.iter().enumerate() {
        canvas.text(frame::row(inside, n), Role::Title, line);
    }
    let area = frame::below(inside, head.len() + 1);
    frame::list(canvas, area, &question.list, lines.len(), |canvas, n| {
        vec![
            canvas.piece(Role::Key, format!("{} ", n + 1)),
            canvas.piece(Role::Text, lines[n].as_str()),
        ]
    });
}
