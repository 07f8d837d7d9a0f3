//! The day's list: clocked blocks by start, then amounts; below it the day's minutes by category.

use crate::app::{List, Target};
use crate::domain::{Block, Category};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use ratatui::layout::Rect;

/// Draws the blocks, those around the selected one if not all fit.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let day = view.app.day().day();
    if day.blocks().is_empty() {
        draw_empty(view, canvas, area);
        return;
    }
    let selected = view.app.day().selected_index();
    let rows = usize::from(area.height);
    let first = List::on(selected.unwrap_or(0)).first(day.blocks().len(), rows);
    let columns = Columns::of(view, day.blocks(), usize::from(area.width));
    for (i, block) in day.blocks().iter().enumerate().skip(first).take(rows) {
        let row = Rect {
            y: area.y + u16::try_from(i - first).unwrap_or(0),
            height: 1,
            ..area
        };
        let is_selected = selected == Some(i);
        let pieces = columns.row(view, canvas, block, is_selected);
        canvas.line(row, &pieces);
        canvas.stands_for(row, Target::Block(i));
        if is_selected {
            canvas.wash(row, Role::Selected);
        }
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
    fn of(view: &View<'_>, blocks: &[Block], width: usize) -> Self {
        let (minutes, gap) = if width < NARROW { (5, 1) } else { (6, 2) };
        let mark = Category::ALL.map(|c| text::width(&view.mark(c)));
        let mark = mark.into_iter().max().unwrap_or(1);
        let names = blocks.iter().map(|b| text::width(view.activity(&b.activity)));
        let name = names.max().unwrap_or(0);
        // The last column stays free where there is room for that.
        let room = width.saturating_sub(FIXED + minutes + gap + mark + 1 + gap + (gap - 1));
        let name = if name > room / 2 {
            let notes = blocks.iter().map(|b| text::width(b.note.as_str()) + MARGIN);
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

fn draw_empty(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let i18n = view.i18n;
    let lines = if view.app.day().loaded.is_none() {
        vec![(Role::Muted, tr!(i18n, "tui-loading"))]
    } else {
        vec![
            (Role::Title, tr!(i18n, "tui-empty")),
            (Role::Text, String::new()),
            (Role::Muted, tr!(i18n, "tui-empty-how")),
            (Role::Field, tr!(i18n, "tui-empty-example")),
        ]
    };
    let room = usize::from(area.width.saturating_sub(2)).max(1);
    let wrapped = |(role, line): (Role, String)| text::wrap(&line, room).into_iter().map(move |l| (role, l));
    let lines: Vec<(Role, String)> = lines.into_iter().flat_map(wrapped).collect();
    let top = area.y
        + area
            .height
            .saturating_sub(u16::try_from(lines.len()).unwrap_or(0))
            / 2;
    for (y, (role, line)) in (top..area.bottom()).zip(lines) {
        let spaces = usize::from(area.width).saturating_sub(text::width(&line)) / 2;
        let row = Rect { y, height: 1, ..area };
        let pieces = [
            canvas.piece(Role::Text, " ".repeat(spaces)),
            canvas.piece(role, line),
        ];
        canvas.line(row, &pieces);
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
    if day.total() + day.parallel_minutes > 0 {
        canvas.line(area, &pieces);
    }
}
