//! What is below the table: the flags of the burden list, then the notes. Where there is room for everything each note has
//! its line; where there is not, the flags scroll first, and the notes say how many lines of them are missing.

use super::flow::{self, Fact};
use super::{flags, notes};
use crate::app::Screen;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws both; the heading of the flags goes over the rule above.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, rule: Rect, area: Rect) {
    let facts = notes::facts(view, canvas);
    let count = view.week().flags.len();
    let rows = usize::from(area.height);
    let (lines, share) = lay_out(view, canvas, facts, count, area);
    let flag_rows = share.flags;
    let (above, under) = split(area, flag_rows, flag_rows + share.gap);
    flags::draw(view, canvas, rule, above);
    let room = rows - flag_rows - share.gap;
    draw_notes(view, canvas, under, &lines, room);
}

/// The rows of the flags, and those free between them and the notes.
#[derive(Debug, PartialEq, Eq)]
struct Share {
    flags: usize,
    gap: usize,
}

/// The notes in lines, spread as the room allows, and how the rows are shared.
fn lay_out(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    mut facts: Vec<Fact>,
    flags: usize,
    area: Rect,
) -> (Vec<Fact>, Share) {
    let rows = usize::from(area.height);
    let praise = (flags == 0 && view.week().figures.total() > 0)
        .then(|| vec![canvas.piece(Role::Muted, tr!(view.i18n, "tui-week-no-flag"))]);
    // That there is no flag is said only where nothing else gives way to it.
    facts.extend(praise.clone());
    let mut lines = flow::loose(canvas, &facts, area.width);
    if flags + lines.len() > rows {
        lines = flow::lines(canvas, &facts, area.width);
    }
    if lines.len() > rows && praise.is_some() {
        facts.pop();
        lines = flow::lines(canvas, &facts, area.width);
    }
    let share = share(rows, flags, lines.len());
    if lines.len() > rows - share.flags - share.gap {
        let beside = area.width.saturating_sub(cells(&more(view, lines.len())));
        lines = flow::lines(canvas, &facts, beside);
    }
    (lines, share)
}

/// Shares rows between flags and lines of notes: the flags come first, but some notes stay.
fn share(rows: usize, flags: usize, notes: usize) -> Share {
    let gap = usize::from(flags > 0 && notes > 0 && flags + notes < rows);
    let kept = if flags + notes <= rows || rows < 2 {
        0
    } else {
        notes.min((rows / 3).max(1))
    };
    Share {
        flags: flags.min(rows - kept),
        gap,
    }
}

/// The first rows of an area, and those from another on.
fn split(area: Rect, first: usize, from: usize) -> (Rect, Rect) {
    let row = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).min(area.height);
    let above = Rect {
        height: row(first),
        ..area
    };
    let under = Rect {
        y: area.y + row(from),
        height: area.height - row(from),
        ..area
    };
    (above, under)
}

fn draw_notes(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, lines: &[Fact], rows: usize) {
    let Screen::Week(week) = view.app.screen() else {
        return;
    };
    let first = week.notes.first(lines.len(), rows);
    let hidden = lines.len() - first - rows.min(lines.len() - first);
    let Some(last) = (hidden > 0 && rows > 0).then(|| area.bottom() - 1) else {
        return flow::draw(canvas, area, &lines[first..]);
    };
    let words = more(view, hidden);
    let words = canvas.piece(Role::Key, words);
    let foot = Rect {
        y: last,
        height: 1,
        ..area
    };
    let used = canvas.line_right(foot, &[words]);
    let upper = Rect {
        height: area.height - 1,
        ..area
    };
    flow::draw(canvas, upper, &lines[first..]);
    let beside = Rect {
        width: area.width - used,
        ..foot
    };
    flow::draw(canvas, beside, &lines[first + rows - 1..]);
}

/// How many lines are missing.
fn more(view: &View<'_>, lines: usize) -> String {
    format!(" {} ", tr!(view.i18n, "tui-week-more", count = lines))
}

fn cells(words: &str) -> u16 {
    u16::try_from(text::width(words)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_come_first_and_some_notes_stay() {
        let of = |rows, flags, notes| {
            let share = share(rows, flags, notes);
            (share.flags, share.gap)
        };
        assert_eq!(of(8, 3, 4), (3, 1));
        assert_eq!(of(8, 4, 4), (4, 0));
        assert_eq!(of(8, 9, 4), (6, 0));
        assert_eq!(of(2, 9, 4), (1, 0));
        assert_eq!(of(1, 9, 4), (1, 0));
        assert_eq!(of(0, 9, 4), (0, 0));
        assert_eq!(of(8, 0, 12), (0, 0));
        assert_eq!(of(8, 12, 0), (8, 0));
    }
}
