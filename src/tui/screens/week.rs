//! The week screen: how the week stands against its target, its days in a table, the flags of the burden list, and what
//! else there is to know of it.

mod bars;
mod below;
mod flags;
pub(super) mod flow;
mod notes;
mod table;
mod target;
mod top;

use crate::theme::Role;
use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::{footer, message};
use ratatui::layout::{Constraint, Layout, Rect};

/// The most rows of a message about what was just done; they lie over the last notes.
const MESSAGE: u16 = 2;

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    let screen = canvas.area();
    let facts = target::facts(view, canvas, screen.width);
    let rows = [
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(u16::try_from(facts.len()).unwrap_or(2).min(2)),
        Constraint::Length(1),
        Constraint::Length(table::ROWS),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ];
    let [head, gauge, pace, upper, days, lower, below, bottom] = Layout::vertical(rows).areas(screen);
    top::draw(view, canvas, head);
    target::draw_gauge(view, canvas, gauge);
    flow::draw(canvas, pace, &facts);
    canvas.rule(upper);
    let scale = table::draw(view, canvas, days);
    canvas.rule(lower);
    if let Some(scale) = scale {
        let words = canvas.piece(Role::Muted, format!(" {scale} "));
        let right = Rect {
            width: lower.width.saturating_sub(1),
            ..lower
        };
        canvas.line_right(right, &[words]);
    }
    let message = message::rows(view, below.width).min(MESSAGE).min(below.height);
    let last = Rect {
        y: below.bottom() - message,
        height: message,
        ..below
    };
    let rest = Rect {
        height: below.height - message,
        ..below
    };
    below::draw(view, canvas, lower, rest);
    message::draw(view, canvas, last);
    footer::draw(view, canvas, bottom);
}
