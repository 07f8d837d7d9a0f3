//! A question in a box over the screen.

use super::frame;
use crate::app::{Question, Target};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the question with the keys of its answers.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, question: &Question) {
    let i18n = view.i18n;
    let words = match question {
        Question::CloseEmpty => tr!(i18n, "tui-close-empty"),
        Question::Restore(name) => tr!(i18n, "tui-restore", name = name.as_str()),
        Question::BadText { why, .. } => tr!(i18n, "tui-bad-text", why = why.as_str()),
        Question::LeaveSurvey { title, weeks, .. } => match weeks {
            Some((first, last)) => tr!(
                i18n,
                "survey-screen-leave-weeks",
                title = title.as_str(),
                first = first.to_string(),
                last = last.to_string()
            ),
            None => tr!(i18n, "survey-screen-leave", title = title.as_str()),
        },
        Question::MoveData(folder) => tr!(i18n, "tui-move-data", folder = folder.as_str()),
    };
    ask(view, canvas, &words);
}

/// Draws a question in words, with the keys of its answers.
pub(super) fn ask(view: &View<'_>, canvas: &mut Canvas<'_>, words: &str) {
    let room = usize::from(canvas.area().width.saturating_sub(8)).min(64);
    let lines = text::wrap(words, room.max(1));
    let widest = lines.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let inside = frame::open(canvas, "", widest.max(30), lines.len() + 2);
    for (n, line) in lines.iter().enumerate() {
        canvas.text(frame::row(inside, n), Role::Title, line);
    }
    let mut answers = frame::row(inside, lines.len() + 1);
    for action in [Action::Accept, Action::Cancel] {
        let pieces = [
            canvas.piece(Role::Key, view.key(action)),
            canvas.piece(Role::Text, format!(" {}    ", view.action(action))),
        ];
        let used = canvas.line(answers, &pieces);
        canvas.stands_for(
            Rect {
                width: used,
                ..answers
            },
            Target::Do(action),
        );
        answers.x += used;
        answers.width -= used;
    }
}
