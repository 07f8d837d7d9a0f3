//! The quick-entry line and the two lines below it: what would be booked, and what else there is to choose.

use super::field;
use super::message::{self, draw_wrapped};
use crate::app::{EntryLine, Preview, Subject, Target};
use crate::domain::{Activity, Block, Span};
use crate::i18n::Say;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use chrono::NaiveDate;
use ratatui::layout::Rect;
use std::ops::Range;

/// Draws into an area three rows high.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let row = |n: u16| Rect {
        y: area.y + n,
        height: 1.min(area.height.saturating_sub(n)),
        ..area
    };
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let Some(entry) = view.app.day().mode.entry() else {
        let placeholder = format!(" {}", tr!(view.i18n, "tui-placeholder"));
        canvas.text(row(0), Role::Muted, &placeholder);
        canvas.stands_for(row(0), Target::Entry);
        message::draw(view, canvas, below);
        return;
    };
    draw_line(view, canvas, row(0), entry);
    if !message::draw(view, canvas, below) {
        draw_preview(view, canvas, below, entry);
    }
}

fn draw_line(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, entry: &EntryLine) {
    let i18n = view.i18n;
    let prompt = match entry.subject {
        Subject::New => tr!(i18n, "tui-prompt"),
        Subject::Block(..) => tr!(i18n, "tui-prompt-edit"),
        Subject::Planned { .. } => tr!(i18n, "tui-prompt-confirm"),
    };
    let placeholder = if entry.line.is_empty() {
        tr!(i18n, "tui-placeholder-open", key = view.key(Action::Cancel))
    } else {
        String::new()
    };
    let wrong = wrong_part(entry).unwrap_or(0..0);
    field::draw(
        canvas,
        area,
        &format!(" {prompt}"),
        &entry.line,
        &placeholder,
        wrong,
    );
}

/// The part to point at: not while it is still being typed.
fn wrong_part(entry: &EntryLine) -> Option<Range<usize>> {
    match &entry.preview {
        Preview::Bad(error) if !is_pending(entry, &error.span) => Some(error.span.clone()),
        _ => None,
    }
}

/// Whether what is wrong may become right by typing on: nothing to be loud about.
fn is_pending(entry: &EntryLine, wrong: &Range<usize>) -> bool {
    !entry.insisted && !entry.hopeless && wrong.end >= entry.line.text().trim_end().len()
}

fn draw_preview(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, entry: &EntryLine) {
    let i18n = view.i18n;
    let offers = match &entry.preview {
        Preview::Nothing => false,
        Preview::Block {
            draft,
            span,
            conflicts,
        } => {
            let mut pieces = block_pieces(view, canvas, *span, &draft.activity);
            if let Some(other) = conflicts.first() {
                draw_conflict(view, canvas, area, pieces, other);
                return;
            }
            let note = draft.note.as_str();
            pieces.push(canvas.piece(Role::Text, format!("  {note}")));
            if let Some(rating) = draft.rating {
                pieces.push(canvas.piece(Role::Text, format!(" *{}", rating.get())));
            }
            if draft.parallel {
                pieces.push(canvas.piece(Role::Muted, format!("  {}", tr!(i18n, "tui-parallel"))));
            }
            canvas.line(area, &pieces);
            true
        }
        // Half a word is no mistake yet: what may be typed is more use than what is wrong.
        Preview::Bad(error) if is_pending(entry, &error.span) => {
            canvas.text(area, Role::Muted, &format!(" {}", tr!(i18n, "tui-placeholder")));
            true
        }
        Preview::Part(_, missing) if !entry.insisted => {
            draw_wrapped(canvas, first(area), Role::Muted, &missing.say(i18n));
            true
        }
        Preview::Part(_, error) | Preview::Bad(error) => {
            draw_wrapped(canvas, area, Role::Error, &error.say(i18n));
            false
        }
        Preview::Refused(refusal) => {
            let role = if entry.insisted {
                Role::Error
            } else {
                Role::Warning
            };
            draw_wrapped(canvas, area, role, &refusal.say(i18n));
            false
        }
    };
    if offers || entry.picked().is_some() {
        draw_offers(view, canvas, second(area), entry);
    }
}

fn first(area: Rect) -> Rect {
    Rect {
        height: area.height.min(1),
        ..area
    }
}

fn second(area: Rect) -> Rect {
    Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    }
}

fn block_pieces(view: &View<'_>, canvas: &Canvas<'_>, span: Span, activity: &Activity) -> Vec<Piece> {
    let minutes = tr!(view.i18n, "tui-minutes", minutes = span.minutes());
    let time = span.clock_times().map_or(String::new(), |_| format!(" {span} "));
    let name = view.activity(activity);
    let category = activity.category;
    vec![
        canvas.piece(Role::Good, time),
        canvas.piece(Role::Text, format!(" {minutes}  ")),
        canvas.mark(category, view.mark(category)),
        canvas.piece(Role::Text, format!(" {name}")),
    ]
}

/// What would be booked if there is room for it, what is in the way, and below it the keys of the ways out.
fn draw_conflict(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    mut preview: Vec<Piece>,
    other: &(NaiveDate, Block),
) {
    let name = view.activity(&other.1.activity);
    let words = conflict(view, other, name);
    preview.push(canvas.piece(Role::Text, " "));
    let room = usize::from(area.width).saturating_sub(text::width(&words) + 1);
    if preview.iter().map(|p| text::width(&p.text)).sum::<usize>() > room {
        preview.clear();
    }
    preview.push(canvas.piece(Role::Text, " "));
    preview.push(canvas.piece(Role::Warning, words));
    canvas.line(area, &preview);
    let mut choices = Vec::new();
    for action in [Action::Trim, Action::Replace, Action::Parallel] {
        choices.push(canvas.piece(Role::Key, format!(" {}", view.key(action))));
        choices.push(canvas.piece(Role::Text, format!(" {}  ", view.action(action))));
    }
    canvas.line(second(area), &choices);
}

/// What is in the way, with its date where that is another one.
fn conflict(view: &View<'_>, (date, other): &(NaiveDate, Block), activity: &str) -> String {
    let (i18n, span) = (view.i18n, other.span.to_string());
    match (*date - view.app.day().date).num_days() {
        0 => tr!(i18n, "tui-conflict", span = span, activity = activity),
        ..0 => tr!(i18n, "tui-conflict-before", span = span, activity = activity),
        _ => tr!(i18n, "tui-conflict-after", span = span, activity = activity),
    }
}

fn draw_offers(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, entry: &EntryLine) {
    if entry.offers.is_empty() {
        return;
    }
    let mut pieces = vec![canvas.piece(Role::Key, format!(" {}", view.key(Action::Complete)))];
    let from = entry.picked().map_or(0, |at| at.saturating_sub(2));
    for (i, offer) in entry.offers.iter().enumerate().skip(from) {
        pieces.push(canvas.piece(Role::Text, " "));
        let role = if entry.picked() == Some(i) {
            Role::Selected
        } else {
            Role::Muted
        };
        pieces.push(canvas.piece(role, format!(" {} {} ", offer.name, offer.short)));
    }
    canvas.line(area, &pieces);
}
