//! The question how much a meeting was worth.

use super::frame;
use crate::app::{Target, Worth};
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// The columns between two digits.
const GAP: usize = 2;

/// How many lines say which meeting it is.
const MOST_LINES: usize = 2;

/// Draws the question, the digits to answer with, and how to answer; a click on the latter leaves it without a rating.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, question: &Worth) {
    let room = usize::from(canvas.area().width.saturating_sub(8)).clamp(1, 64);
    let mut words = text::wrap(&meeting(view, question), room);
    if words.len() > MOST_LINES {
        words.truncate(MOST_LINES);
        // A long note must not push the digits out of the box.
        let more = canvas.glyphs.more;
        if let Some(last) = words.last_mut() {
            *last = text::cut(last.trim_end(), room.saturating_sub(text::width(more)), "") + more;
        }
    }
    words.push(tr!(view.i18n, "worth-ask"));
    let digits = digits(view);
    let scale = digits.iter().map(|(_, words)| text::width(words) + 2 + GAP).sum();
    let how = tr!(view.i18n, "worth-how", key = view.key(Action::Accept));
    let widest = words.iter().chain([&how]).map(|line| text::width(line)).max();
    let widest = widest.unwrap_or(0);
    let title = match question.place() {
        (_, 1) => String::new(),
        (number, count) => tr!(view.i18n, "worth-place", number = number, count = count),
    };
    let inside = frame::open(canvas, &title, widest.max(scale), words.len() + 4);
    for (n, line) in words.iter().enumerate() {
        canvas.text(frame::row(inside, n), Role::Title, line);
    }
    let mut place = frame::row(inside, words.len() + 1);
    let chosen = question.choice.map(|choice| usize::from(choice.get()));
    for (digit, label) in digits {
        let is_chosen = chosen == Some(digit);
        let pieces = [
            canvas.piece(Role::Text, if is_chosen { ">" } else { " " }),
            canvas.piece(Role::Key, digit.to_string()),
            canvas.piece(Role::Text, label),
        ];
        let width = canvas.line(place, &pieces);
        let area = Rect { width, ..place };
        if is_chosen {
            canvas.wash(area, Role::Selected);
        }
        canvas.stands_for(area, Target::Row(digit - 1));
        let used = (width + u16::try_from(GAP).unwrap_or(0)).min(place.width);
        place.x += used;
        place.width -= used;
    }
    let none = frame::row(inside, words.len() + 3);
    let width = canvas.line(none, &[canvas.piece(Role::Muted, how)]);
    canvas.stands_for(Rect { width, ..none }, Target::Do(Action::Cancel));
}

/// When the meeting was, and which.
fn meeting(view: &View<'_>, question: &Worth) -> String {
    let Some(meeting) = question.meeting() else {
        return String::new(); // all are answered, and the question is gone
    };
    let day = view.app.day().day();
    let span = meeting.when.resolve(&day).map(|span| span.to_string());
    let span = span.unwrap_or_default();
    let what = view.activity(&meeting.activity);
    format!("{span} {what} {}", meeting.note.as_str())
        .trim()
        .to_owned()
}

/// The digits, each with the words behind it: the ends of the scale say what they mean.
fn digits(view: &View<'_>) -> Vec<(usize, String)> {
    let words = |digit| match digit {
        1 => format!(" {}", tr!(view.i18n, "worth-least")),
        Worth::LINES => format!(" {}", tr!(view.i18n, "worth-most")),
        _ => String::new(),
    };
    (1..=Worth::LINES).map(|digit| (digit, words(digit))).collect()
}
