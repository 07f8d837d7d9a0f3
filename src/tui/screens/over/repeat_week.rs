//! The entries of the week before, to be booked again.

use super::frame;
use crate::app::{DayFate, RepeatWeek};
use crate::diary::Diary;
use crate::keymap::Action;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::header;

/// Draws what each day of the week would get, or why it gets nothing.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &RepeatWeek) {
    let i18n = view.i18n;
    let title = tr!(i18n, "tui-repeat-week");
    let waits = match &over.days {
        Some(Ok(days)) if days.is_empty() => Some((Role::Muted, tr!(i18n, "toast-nothing-to-repeat"))),
        Some(Ok(_)) => None,
        Some(Err(why)) => Some((Role::Error, why.clone())),
        None => Some((Role::Muted, tr!(i18n, "tui-loading"))),
    };
    if let Some((role, words)) = waits {
        let lines = text::wrap(&words, 40);
        let inside = frame::open(canvas, &title, 40, lines.len());
        for (n, line) in lines.iter().enumerate() {
            canvas.text(frame::row(inside, n), role, line);
        }
        return;
    }
    let none = Diary::default();
    let diary = view.app.day().loaded.as_ref().map_or(&none, |l| &l.diary);
    let fates = over.fates(diary, view.app.known().profile());
    let inside = frame::open(canvas, &title, 46, fates.len() + 2);
    let mut booked = 0;
    for (n, (date, fate)) in fates.iter().enumerate() {
        let (role, words) = match fate {
            DayFate::Gets(count) => {
                booked += count;
                (Role::Text, tr!(i18n, "tui-repeat-gets", count = *count))
            }
            DayFate::Nothing => (Role::Muted, tr!(i18n, "tui-repeat-nothing")),
            DayFate::HasEntries => (Role::Warning, tr!(i18n, "tui-repeat-has")),
            DayFate::Off => (Role::Muted, tr!(i18n, "tui-repeat-off")),
            DayFate::Closed => (Role::Warning, tr!(i18n, "tui-repeat-closed")),
        };
        let pieces = [
            canvas.piece(Role::Text, format!("{}  ", header::date(i18n, *date))),
            canvas.piece(role, words),
        ];
        canvas.line(frame::row(inside, n), &pieces);
    }
    let below = if booked == 0 {
        tr!(i18n, "tui-repeat-none")
    } else {
        tr!(
            i18n,
            "tui-repeat-all",
            key = view.key(Action::Accept),
            count = booked
        )
    };
    canvas.text(frame::row(inside, fates.len() + 1), Role::Title, &below);
}
