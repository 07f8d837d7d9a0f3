//! The settings screen: the lines by group, and below them what the selected one means.

use super::over::{below, row};
use crate::app::{SettingsGroup, SettingsRow, SettingsScreen, Target};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::{footer, toast};
use crate::tui::words::settings as words;
use ratatui::layout::{Constraint, Layout, Rect};

/// The rows below the list: two for what a line means, one for where it is kept, one for a message.
const BELOW: u16 = 4;

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, settings: &SettingsScreen) {
    let rows = [1, 1, 0, 1, BELOW, 1].map(|height| match height {
        0 => Constraint::Fill(1),
        _ => Constraint::Length(height),
    });
    let [top, upper, middle, lower, about, bottom] = Layout::vertical(rows).areas(canvas.area());
    let title = format!(" {}", tr!(view.i18n, "settings-title"));
    canvas.text(top, Role::Title, &title);
    canvas.rule(upper);
    let lines = view.app.settings_rows();
    draw_list(view, canvas, middle, settings, &lines);
    canvas.rule(lower);
    let hidden = hidden(&lines, settings, middle.height);
    for (place, count) in [(upper, hidden.0), (lower, hidden.1)] {
        if count > 0 {
            let words = tr!(view.i18n, "settings-more", count = count);
            canvas.line_right(place, &[canvas.piece(Role::Key, format!(" {words} "))]);
        }
    }
    if let Some(selected) = lines.get(settings.list.at(lines.len())) {
        draw_about(view, canvas, inset(about), selected);
    }
    footer::draw(view, canvas, bottom);
}

/// Without the first and the last column.
fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + area.width.min(1),
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// What stands on a row of the list.
enum Line {
    Group(SettingsGroup),
    Row(usize),
}

/// The lines with their headings, and the first one that there is room for.
fn lay_out(rows: &[SettingsRow], settings: &SettingsScreen, room: usize) -> (Vec<Line>, usize) {
    let mut lines = Vec::new();
    let mut group = None;
    for (n, line) in rows.iter().enumerate() {
        if group.replace(line.group()) != Some(line.group()) {
            lines.push(Line::Group(line.group()));
        }
        lines.push(Line::Row(n));
    }
    let selected = settings.list.at(rows.len());
    let at = lines
        .iter()
        .position(|l| matches!(l, Line::Row(n) if *n == selected));
    // The first heading shows as long as the first line is near.
    let first = at.unwrap_or(0).saturating_sub(room / 2);
    let first = first.min(lines.len().saturating_sub(room));
    (lines, first)
}

/// How many settings there is no room for, above and below.
fn hidden(rows: &[SettingsRow], settings: &SettingsScreen, height: u16) -> (usize, usize) {
    let room = usize::from(height);
    let (lines, first) = lay_out(rows, settings, room);
    let count = |lines: &[Line]| lines.iter().filter(|l| matches!(l, Line::Row(_))).count();
    (
        count(&lines[..first]),
        count(&lines[lines.len().min(first + room)..]),
    )
}

fn draw_list(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    settings: &SettingsScreen,
    rows: &[SettingsRow],
) {
    let room = usize::from(area.height);
    let selected = settings.list.at(rows.len());
    let (lines, first) = lay_out(rows, settings, room);
    let names: Vec<String> = rows.iter().map(|r| words::name(view, r)).collect();
    let widest = names.iter().map(|n| text::width(n)).max().unwrap_or(0);
    let column = widest.min(usize::from(area.width) / 2);
    for (y, line) in lines.iter().skip(first).take(room).enumerate() {
        let place = row(area, y);
        match line {
            Line::Group(group) => {
                let words = format!(" {}", words::group(view.i18n, *group));
                canvas.text(place, Role::Title, &words);
            }
            Line::Row(n) => {
                let pieces = line_of(view, canvas, &rows[*n], &names[*n], column, *n == selected);
                canvas.line(place, &pieces);
                if *n == selected {
                    canvas.wash(place, Role::Selected);
                }
                canvas.stands_for(place, Target::Row(*n));
            }
        }
    }
}

fn line_of(
    view: &View<'_>,
    canvas: &Canvas<'_>,
    row: &SettingsRow,
    name: &str,
    column: usize,
    selected: bool,
) -> Vec<Piece> {
    let decided = view.app.is_decided(row);
    let value = words::value(view, row);
    let value = if selected && row.has_steps() && !decided {
        format!("< {value} >")
    } else {
        format!("  {value}")
    };
    let name = text::pad(name, column, canvas.glyphs.more);
    vec![
        canvas.piece(Role::Text, if selected { " > " } else { "   " }),
        canvas.piece(Role::Text, format!("{name} ")),
        canvas.piece(if decided { Role::Muted } else { Role::Field }, value),
    ]
}

/// What the line means and where it is kept; a message goes below that, or over it where it needs the room.
fn draw_about(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, selected: &SettingsRow) {
    let room = usize::from(area.width).max(1);
    let said = view.toast().map(|t| toast::say(view, t));
    let said = said.map(|(role, words)| (role, text::wrap(&words, room)));
    let long = said.as_ref().is_some_and(|(_, lines)| lines.len() > 1);
    if !long {
        let what = text::wrap(&words::what(view.i18n, selected), room);
        for (n, line) in what.iter().take(2).enumerate() {
            canvas.text(row(area, n), Role::Text, line);
        }
        let kept = words::kept(view, selected);
        canvas.text(row(area, 2), Role::Muted, &kept);
    }
    if let Some((role, lines)) = said {
        let place = if long { area } else { below(area, 3) };
        for (n, line) in lines.iter().take(usize::from(place.height)).enumerate() {
            canvas.text(row(place, n), role, line);
        }
    }
}
