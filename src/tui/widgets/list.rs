//! The day's list: clocked blocks and what is planned by start, then amounts; below it the day's minutes by category.

mod empty;

use crate::app::{List, Listed, Target};
use crate::diary::Unconfirmed;
use crate::domain::{Block, Category};
use crate::theme::Role;
use crate::timetable::Planned;
use crate::tr;
use crate::tui::glyphs::WAITS;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the lines, those around the selected one if not all fit. Below a plan of which nothing is booked yet it says
/// what to do about it.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let screen = view.app.day();
    let day = screen.day();
    let lines = screen.listed(&day);
    if lines.is_empty() {
        empty::draw(view, canvas, area);
        return;
    }
    let selected = screen.selected_index();
    let rows = usize::from(area.height);
    let first = List::on(selected.unwrap_or(0)).first(lines.len(), rows);
    let columns = Columns::of(view, &lines, usize::from(area.width));
    for (i, line) in lines.iter().enumerate().skip(first).take(rows) {
        let row = Rect {
            y: area.y + u16::try_from(i - first).unwrap_or(0),
            height: 1,
            ..area
        };
        let is_selected = selected == Some(i);
        let pieces = match line {
            Listed::Block(block) => columns.row(view, canvas, block, is_selected),
            Listed::Planned(open) => columns.planned(view, canvas, open, is_selected),
        };
        canvas.line(row, &pieces);
        canvas.stands_for(row, Target::Listed(i));
        if is_selected {
            canvas.wash(row, Role::Selected);
        }
    }
    if day.blocks().is_empty() {
        let used = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
        let rest = Rect {
            y: area.y + used,
            height: area.height - used,
            ..area
        };
        empty::draw_plan(view, canvas, rest);
    }
}

/// The cells of the columns whose width depends on what is in them and on the room there is. Where names and notes do
/// not both fit, each may have half of the room.
struct Columns {
    minutes: usize,
    /// Between the minutes and the mark, and between the name and the note.
    gap: usize,
    mark: usize,
    name: usize,
    note: usize,
}

/// Pointer and time.
const FIXED: usize = 2 + 11;

/// For the worth of a block or the sign of a parallel one behind its note.
const MARGIN: usize = 3;

/// In fewer cells than this the columns stand closer together.
const NARROW: usize = 56;

impl Columns {
    fn of(view: &View<'_>, lines: &[Listed<'_>], width: usize) -> Self {
        let (minutes, gap) = if width < NARROW { (5, 1) } else { (6, 2) };
        let mark = Category::ALL.map(|c| text::width(&view.mark(c)));
        let mark = mark.into_iter().max().unwrap_or(1);
        let names = lines.iter().map(|l| text::width(view.activity(l.activity())));
        let name = names.max().unwrap_or(0);
        // The last column stays free where there is room for that.
        let room = width.saturating_sub(FIXED + minutes + gap + mark + 1 + gap + (gap - 1));
        let name = if name > room / 2 {
            let notes = lines.iter().map(|l| text::width(l.note().as_str()) + MARGIN);
            let note = notes.max().unwrap_or(0);
            name.min(room.saturating_sub(note).max(room / 2))
        } else {
            name
        };
        Self {
            minutes,
            gap,
            mark,
            name,
            note: room.saturating_sub(name),
        }
    }

    fn row(&self, view: &View<'_>, canvas: &Canvas<'_>, block: &Block, selected: bool) -> Vec<Piece> {
        let more = canvas.glyphs.more;
        let time = block
            .span
            .clock_times()
            .map_or(String::new(), |_| block.span.to_string());
        let minutes = text::pad_left(&block.span.minutes().to_string(), self.minutes, more);
        let gap = " ".repeat(self.gap);
        let category = block.activity.category;
        let tail = self.tail(view, block);
        let note = self.note.saturating_sub(text::width(&tail));
        let name = view.activity(&block.activity);
        vec![
            canvas.piece(Role::Text, if selected { "> " } else { "  " }),
            canvas.piece(Role::Text, text::pad(&time, 11, more)),
            canvas.piece(Role::Text, format!("{minutes}{gap}")),
            canvas.mark(category, text::pad(&view.mark(category), self.mark, "")),
            canvas.piece(Role::Text, format!(" {}{gap}", text::pad(name, self.name, more))),
            canvas.piece(Role::Text, text::pad(block.note.as_str(), note, more)),
            canvas.piece(Role::Muted, tail),
        ]
    }

    /// Something planned: the same columns, muted, with a sign before the time; behind the note, that other work stands in
    /// its time.
    fn planned(
        &self,
        view: &View<'_>,
        canvas: &Canvas<'_>,
        open: &Unconfirmed,
        selected: bool,
    ) -> Vec<Piece> {
        let more = canvas.glyphs.more;
        let Planned { span, activity, note } = &open.planned;
        let minutes = text::pad_left(&span.minutes().to_string(), self.minutes, more);
        let gap = " ".repeat(self.gap);
        let mark = text::pad(&view.mark(activity.category), self.mark, "");
        let name = text::pad(view.activity(activity), self.name, more);
        let taken = if open.is_free {
            String::new()
        } else {
            format!(" {}", tr!(view.i18n, "tui-taken"))
        };
        let note = text::pad(note.as_str(), self.note.saturating_sub(text::width(&taken)), more);
        let time = text::pad(&span.to_string(), 11, more);
        vec![
            canvas.piece(Role::Text, if selected { ">" } else { " " }),
            canvas.piece(Role::Key, WAITS),
            canvas.piece(
                Role::Muted,
                format!("{time}{minutes}{gap}{mark} {name}{gap}{note}"),
            ),
            canvas.piece(Role::Warning, taken),
        ]
    }

    /// What stands behind the note: its worth, and that it is parallel; the sign of the entry line says that where the
    /// word would take the note's place.
    fn tail(&self, view: &View<'_>, block: &Block) -> String {
        let mut tail = String::new();
        if let Some(rating) = block.rating {
            tail = format!(" *{}", rating.get());
        }
        if !block.parallel {
            return tail;
        }
        let words = format!("{tail} {}", tr!(view.i18n, "tui-parallel"));
        if text::width(block.note.as_str()) + text::width(&words) <= self.note {
            words
        } else {
            format!("{tail} &")
        }
    }
}

/// Draws the day's minutes by category on one line.
pub(crate) fn draw_sums(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let (i18n, day) = (view.i18n, &view.figures().day);
    let mut pieces = vec![canvas.piece(Role::Text, "  ")];
    pieces.push(canvas.piece(Role::Title, tr!(i18n, "tui-total", minutes = day.total())));
    for (category, minutes) in day.minutes.iter().filter(|(_, m)| **m > 0) {
        pieces.push(canvas.mark(category, format!("  {}", view.mark(category))));
        pieces.push(canvas.piece(Role::Text, format!(" {minutes}")));
    }
    if day.parallel_minutes > 0 {
        let parallel = tr!(i18n, "tui-parallel-total", minutes = day.parallel_minutes);
        pieces.push(canvas.piece(Role::Muted, format!("  {parallel}")));
    }
    let is_logged = !view.app.day().day().blocks().is_empty();
    if is_logged && !view.app.day().planned().is_empty() {
        pieces.push(canvas.piece(Role::Key, format!("  {WAITS}")));
        pieces.push(canvas.piece(Role::Muted, format!(" {}", empty::waiting(view))));
    }
    if is_logged {
        canvas.line(area, &pieces);
    }
}
