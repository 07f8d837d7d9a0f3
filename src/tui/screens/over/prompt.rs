//! A line to be typed over a screen.

use super::frame;
use crate::app::{Prompt, Wanted};
use crate::domain::DayKind;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::view::View;

/// Draws the line, with what is wrong with it below.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, prompt: &Prompt) {
    let i18n = view.i18n;
    let title = match prompt.wanted {
        Wanted::Reason => tr!(i18n, "tui-day-off-other"),
        Wanted::Setting(_) => String::new(),
    };
    let inside = frame::open(canvas, &title, 52, 3);
    frame::field(canvas, frame::row(inside, 0), "", &prompt.line, "");
    let wrong = match prompt.wanted {
        Wanted::Reason => DayKind::off(prompt.line.text()).err().map(|e| {
            tr!(
                i18n,
                "tui-reason-too-long",
                length = e.0,
                most = DayKind::LONGEST_REASON
            )
        }),
        Wanted::Setting(_) => prompt.wrong.clone(),
    };
    if let Some(wrong) = wrong {
        canvas.text(frame::row(inside, 2), Role::Error, &wrong);
    }
}
