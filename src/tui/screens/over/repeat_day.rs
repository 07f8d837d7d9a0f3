//! The earlier days whose blocks can be booked again.

use super::frame;
use crate::app::RepeatDay;
use crate::domain::{Category, Day};
use crate::figures::Sums;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::view::View;
use crate::tui::widgets::header;

/// The days that are shown at once, where there are more.
const DAYS: usize = 5;

/// The most blocks of the selected day that are shown below the list.
const BLOCKS: usize = 12;

/// Draws the days, and the blocks of the selected one.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, over: &RepeatDay) {
    let i18n = view.i18n;
    let days = over.read();
    let title = tr!(i18n, "tui-repeat-day");
    if days.is_empty() {
        let (role, words) = match &over.days {
            Some(Ok(_)) => (Role::Muted, tr!(i18n, "toast-nothing-to-repeat")),
            Some(Err(why)) => (Role::Error, why.clone()),
            None => (Role::Muted, tr!(i18n, "tui-loading")),
        };
        return frame::say(canvas, &title, role, &words);
    }
    let rows = days.len().min(DAYS);
    let inside = frame::open(canvas, &title, 56, rows + 1 + BLOCKS);
    let list = ratatui::layout::Rect {
        height: inside.height.min(u16::try_from(rows).unwrap_or(0)),
        ..inside
    };
    frame::list(canvas, list, &over.list, days.len(), |canvas, n| {
        line(view, canvas, &days[n])
    });
    let day = &days[over.list.at(days.len())];
    let below = frame::below(inside, rows);
    canvas.rule(frame::row(below, 0));
    let below = frame::below(below, 1);
    let (count, room) = (day.blocks().len(), usize::from(below.height));
    let shown = if count > room {
        room.saturating_sub(1)
    } else {
        count
    };
    for (n, block) in day.blocks().iter().take(shown).enumerate() {
        let category = block.activity.category;
        let pieces = [
            canvas.piece(Role::Text, format!("  {:<11} ", block.span.to_string())),
            canvas.mark(category, view.mark(category)),
            canvas.piece(
                Role::Text,
                format!(" {}  {}", view.activity(&block.activity), block.note.as_str()),
            ),
        ];
        canvas.line(frame::row(below, n), &pieces);
    }
    if shown < count {
        let words = tr!(i18n, "tui-and-more", count = count - shown);
        canvas.text(frame::row(below, shown), Role::Muted, &format!("  {words}"));
    }
}

/// The date, how many blocks, and the minutes by category.
fn line(view: &View<'_>, canvas: &Canvas<'_>, day: &Day) -> Vec<Piece> {
    let sums = Sums::of(day.blocks());
    let mut out = vec![
        canvas.piece(Role::Text, format!("{}  ", header::date(view.i18n, day.date))),
        canvas.piece(
            Role::Text,
            tr!(view.i18n, "tui-entries", count = day.blocks().len()),
        ),
    ];
    for category in Category::ALL {
        let minutes = sums.minutes[category];
        if minutes > 0 {
            out.push(canvas.mark(category, format!("  {}", view.mark(category))));
            out.push(canvas.piece(Role::Text, format!(" {minutes}")));
        }
    }
    out
}
