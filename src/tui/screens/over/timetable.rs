//! The lists of the timetable, and the lines typed in it.

use super::frame;
use crate::app::{BellList, CellMenu, Line, List, Meaning, Screen, TermList, TimetableLine};
use crate::keymap::Action;
use crate::theme::Role;
use crate::timetable::Bells;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::field;
use crate::tui::words::timetable as words;
use ratatui::layout::Rect;

/// The most lines of a list that are shown at once.
const MOST: usize = 9;

/// Draws the terms.
pub(super) fn draw_terms(view: &View<'_>, canvas: &mut Canvas<'_>, over: &TermList) {
    let terms = &view.app.known().profile().terms;
    let mut lines: Vec<String> = terms.iter().map(|t| words::term(view.i18n, t)).collect();
    lines.push(tr!(view.i18n, "timetable-new-term"));
    draw(
        view,
        canvas,
        &tr!(view.i18n, "timetable-terms"),
        &over.list,
        &lines,
    );
}

/// Draws the bell schedules.
pub(super) fn draw_bells(view: &View<'_>, canvas: &mut Canvas<'_>, over: &BellList) {
    let i18n = view.i18n;
    let bells = &view.app.known().profile().bells;
    let line = |b: &Bells| format!("{}  {}", words::bells(i18n, b), words::periods(i18n, &b.schedule));
    let mut lines: Vec<String> = bells.iter().map(line).collect();
    lines.push(tr!(i18n, "timetable-new-bells"));
    lines.push(tr!(i18n, "timetable-new-bells-primary"));
    draw(view, canvas, &tr!(i18n, "timetable-bells"), &over.list, &lines);
}

/// Draws the entries of a cell.
pub(super) fn draw_cell(view: &View<'_>, canvas: &mut Canvas<'_>, over: &CellMenu) {
    let entries = view.app.shown_entries();
    let chosen = over.entries(view.app);
    let mut lines: Vec<String> = chosen.iter().map(|i| words::entry(view, &entries[*i])).collect();
    lines.push(tr!(view.i18n, "timetable-another"));
    let title = words::place(view, over.weekday, &over.slot);
    draw(view, canvas, &title, &over.list, &lines);
}

fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, title: &str, list: &List, lines: &[String]) {
    let hint = tr!(view.i18n, "timetable-list-hint", key = view.key(Action::Delete));
    let rows = lines.len().min(MOST);
    let widest = lines.iter().map(|l| text::width(l) + 4).max().unwrap_or(0);
    let inside = frame::open(canvas, title, widest.max(text::width(&hint)).max(30), rows + 1);
    let area = Rect {
        height: inside.height.saturating_sub(1),
        ..inside
    };
    frame::list(canvas, area, list, lines.len(), |canvas, n| {
        vec![canvas.piece(Role::Text, lines[n].as_str())]
    });
    canvas.text(frame::row(inside, usize::from(area.height)), Role::Muted, &hint);
}

/// Draws a line that is typed, what it means, and how it is written.
pub(super) fn draw_line(view: &View<'_>, canvas: &mut Canvas<'_>, line: &TimetableLine, typed: &Line) {
    let i18n = view.i18n;
    let title = match line {
        TimetableLine::Cell { weekday, slot, .. } => words::place(view, *weekday, slot),
        TimetableLine::Placed { .. } => tr!(i18n, "timetable-add"),
        TimetableLine::Term(_) => tr!(i18n, "timetable-term-title"),
        TimetableLine::BellsHead { .. } => tr!(i18n, "timetable-bells-head"),
        TimetableLine::BellsPeriods { .. } => tr!(i18n, "timetable-bells-periods"),
        TimetableLine::ApplyFrom => tr!(i18n, "timetable-apply-from"),
    };
    let columns = usize::from(canvas.area().width.saturating_sub(8)).min(72);
    // The cell that is typed stays in sight.
    let inside = match (line, view.app.screen()) {
        (TimetableLine::Cell { .. } | TimetableLine::Placed { .. }, Screen::Timetable(screen)) => {
            let grid = view.app.timetable_grid(screen);
            let is_high = grid.row_at(screen.row) * 2 < grid.rows.len();
            frame::open_aside(canvas, &title, columns, 4, is_high)
        }
        _ => frame::open(canvas, &title, columns, 5),
    };
    field::draw(canvas, frame::row(inside, 0), "", typed, "", 0..0);
    let (role, said) = match view.app.timetable_meaning(line, typed.text()) {
        Ok(meaning) => said(view, &meaning),
        Err(_) if typed.is_empty() => (Role::Muted, String::new()),
        Err(fault) => (Role::Error, words::fault(view, &fault)),
    };
    let room = usize::from(inside.width).max(1);
    let mut lines: Vec<(Role, String)> = wrapped(role, &said, room);
    lines.extend(wrapped(Role::Muted, &how(view, line), room));
    for (n, (role, line)) in lines.iter().take(4).enumerate() {
        canvas.text(frame::row(inside, 1 + n), *role, line);
    }
}

/// At most two lines of a text.
fn wrapped(role: Role, words: &str, room: usize) -> Vec<(Role, String)> {
    let lines = text::wrap(words, room).into_iter();
    lines.take(2).map(|line| (role, line)).collect()
}

/// What will be done.
fn said(view: &View<'_>, meaning: &Meaning) -> (Role, String) {
    let i18n = view.i18n;
    let entries = view.app.shown_entries();
    let words = match meaning {
        Meaning::Nothing => String::new(),
        Meaning::Removes(_) => return (Role::Warning, tr!(i18n, "timetable-removes")),
        Meaning::Entry {
            entry,
            gives_way,
            lacks_term,
        } => {
            let mut out = words::entry(view, entry);
            let old = gives_way.iter().filter_map(|i| entries.get(*i));
            let old: Vec<String> = old
                .filter(|e| *e != entry.as_ref())
                .map(|e| words::what(view, e))
                .collect();
            if !old.is_empty() {
                out = tr!(i18n, "timetable-replaces", what = out, old = old.join(", "));
            }
            if *lacks_term {
                return (Role::Warning, tr!(i18n, "timetable-lacks-term", what = out));
            }
            out
        }
        Meaning::Term(term) => words::term(i18n, term),
        Meaning::BellsHead(name, dates) => words::season(i18n, name, dates.as_ref()),
        Meaning::Bells(bells) => words::periods(i18n, &bells.schedule),
        Meaning::From(date) if *date <= view.app.today() => {
            tr!(i18n, "timetable-from-earlier", date = date.to_string())
        }
        Meaning::From(date) => tr!(i18n, "timetable-from-later", date = date.to_string()),
    };
    (Role::Title, words)
}

/// How it is written.
fn how(view: &View<'_>, line: &TimetableLine) -> String {
    let i18n = view.i18n;
    match line {
        TimetableLine::Cell { .. } => tr!(i18n, "timetable-cell-how"),
        TimetableLine::Placed { .. } => tr!(i18n, "timetable-add-how"),
        TimetableLine::Term(_) => tr!(i18n, "timetable-term-how"),
        TimetableLine::BellsHead { .. } => tr!(i18n, "timetable-bells-head-how"),
        TimetableLine::BellsPeriods { .. } => tr!(i18n, "timetable-bells-periods-how"),
        TimetableLine::ApplyFrom => tr!(i18n, "timetable-apply-from-how"),
    }
}
