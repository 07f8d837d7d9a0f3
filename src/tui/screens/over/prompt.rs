//! A line to be typed over a screen.

use super::{baseline, frame};
use crate::app::{Prompt, Wanted, read_minutes};
use crate::domain::DayKind;
use crate::figures::{Baseline, BaselineChoice};
use crate::i18n::Say;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::view::View;
use crate::tui::widgets::message;

/// Draws the line, with what is wrong with it below.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, prompt: &Prompt) {
    let i18n = view.i18n;
    let title = match prompt.wanted {
        Wanted::Reason => tr!(i18n, "tui-day-off-other"),
        Wanted::BaselineMinutes => tr!(i18n, "tui-baseline-type"),
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
        Wanted::BaselineMinutes if prompt.line.is_empty() => None,
        Wanted::BaselineMinutes => match read_minutes(prompt.line.text()) {
            Ok(BaselineChoice::Minutes(minutes)) => {
                let words = baseline::worth(view, &Baseline::typed(minutes)).unwrap_or_default();
                message::draw_wrapped(canvas, frame::below(inside, 1), Role::Title, &words);
                None
            }
            Ok(_) => None,
            Err(wrong) => {
                message::draw_wrapped(canvas, frame::below(inside, 1), Role::Error, &wrong.say(i18n));
                None
            }
        },
        Wanted::Setting(_) => prompt.wrong.clone(),
    };
    if let Some(wrong) = wrong {
        canvas.text(frame::row(inside, 2), Role::Error, &wrong);
    }
}
