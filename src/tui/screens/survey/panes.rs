//! The parts of the screen: the fields in words, what is sealed, and what was sent.

use super::how_to_join;
use super::rows::{rows, solid};
use crate::app::{SurveyPane, SurveyScreen, Target};
use crate::keymap::Action;
use crate::survey::{LineOf, Plaintext};
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::{Canvas, Piece};
use crate::tui::screens::over::row;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::message;
use ratatui::layout::Rect;

/// Draws the names of the parts on a line across; a click turns to one.
pub(super) fn draw_tabs(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) {
    canvas.rule(area);
    if screen.entry().is_none() && screen.sent().is_empty() {
        return;
    }
    let i18n = view.i18n;
    let mut place = Rect {
        x: area.x + area.width.min(1),
        width: area.width.saturating_sub(1),
        ..area
    };
    let panes = SurveyPane::ALL.into_iter();
    let is_there = |pane: &SurveyPane| *pane != SurveyPane::About || screen.joined().is_some();
    for pane in panes.filter(is_there) {
        let name = match pane {
            SurveyPane::Words => tr!(i18n, "survey-screen-in-words"),
            SurveyPane::Raw => tr!(i18n, "survey-screen-raw"),
            SurveyPane::History => tr!(i18n, "survey-screen-history"),
            SurveyPane::About => tr!(i18n, "survey-screen-about"),
        };
        let is_shown = pane == screen.pane;
        let (role, name) = if is_shown {
            (Role::Title, format!("[{name}]"))
        } else {
            (Role::Muted, format!(" {name} "))
        };
        let used = canvas.line(place, &[canvas.piece(role, name)]);
        // Back to the words the key of the part leads that is shown.
        let there = if pane == SurveyPane::Words {
            screen.pane
        } else {
            pane
        };
        let turn = match there {
            SurveyPane::History => Action::SurveyHistory,
            SurveyPane::About => Action::SurveyAbout,
            SurveyPane::Words | SurveyPane::Raw => Action::SurveyRaw,
        };
        if !is_shown {
            canvas.stands_for(Rect { width: used, ..place }, Target::Do(turn));
        }
        let used = used.saturating_add(1).min(place.width);
        place.x += used;
        place.width -= used;
    }
}

/// Draws the part that is chosen.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) {
    if area.is_empty() {
        return;
    }
    match screen.pane {
        SurveyPane::History => return history(view, canvas, area, screen),
        _ if screen.entry().is_none() => return how_to_join(view, canvas, area),
        SurveyPane::About if !screen.said.sheet.is_empty() => return about(canvas, area, screen),
        _ => {}
    }
    match (&screen.said.why, screen.prepared()) {
        (Some(why), _) => message::draw_wrapped(canvas, area, Role::Warning, why),
        (None, None) => canvas.text(area, Role::Muted, &format!(" {}", tr!(view.i18n, "tui-loading"))),
        (None, Some(_)) if screen.pane == SurveyPane::Words => words(canvas, area, screen),
        (None, Some(prepared)) => {
            let room = usize::from(area.width.saturating_sub(2)).max(1);
            raw(view, canvas, area, screen, &prepared.plaintext, room);
        }
    }
}

/// The fields, each in as many rows as it needs; the selected one is among those shown.
fn words(canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) {
    let lines = &screen.said.lines;
    let room = usize::from(area.height);
    let _ = screen.fields.first(lines.len(), room); // how far a page goes
    let selected = screen.fields.at(lines.len());
    let width = usize::from(area.width.saturating_sub(4)).max(1);
    let pairs = lines.iter().map(|l| (l.label.as_str(), l.value.as_str()));
    let all = rows(pairs, width);
    let first = first_row(&all.iter().map(|r| r.line).collect::<Vec<_>>(), selected, room);
    let mut before = None;
    for (y, part) in all.iter().skip(first).take(room).enumerate() {
        let place = row(area, y);
        let role = match lines[part.line].of {
            LineOf::Group(_) | LineOf::Field(_) => Role::Field,
            LineOf::Always | LineOf::Part(_) => Role::Text,
        };
        let points = part.line == selected && before != Some(part.line);
        let pieces = [
            canvas.piece(Role::Text, if points { " > " } else { "   " }),
            canvas.piece(Role::Text, part.label.as_str()),
            canvas.piece(role, part.value.as_str()),
        ];
        canvas.line(place, &pieces);
        if part.line == selected {
            canvas.wash(place, Role::Selected);
        }
        canvas.stands_for(place, Target::Row(part.line));
        before = Some(part.line);
    }
    more_below(canvas, area, all.len() > first + room);
}

/// The first row to show so that the selected line's are, in the middle where there are others on either side.
fn first_row(lines: &[usize], selected: usize, room: usize) -> usize {
    let start = lines.iter().position(|line| *line == selected).unwrap_or(0);
    let last = lines.len().saturating_sub(room);
    start.saturating_sub(room / 2).min(last)
}

/// Says at the last cell that there is more.
fn more_below(canvas: &mut Canvas<'_>, area: Rect, more: bool) {
    if more {
        let corner = Rect {
            x: area.right().saturating_sub(1),
            y: area.bottom().saturating_sub(1),
            width: area.width.min(1),
            height: area.height.min(1),
        };
        canvas.text(corner, Role::Key, canvas.glyphs.more);
    }
}

/// Every byte that is sealed: the message as it is, broken anywhere, and how many spaces follow it.
fn raw(
    view: &View<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    screen: &SurveyScreen,
    plaintext: &Plaintext,
    room: usize,
) {
    let json = solid(plaintext.json(), room);
    let padding = tr!(
        view.i18n,
        "survey-screen-padding",
        spaces = plaintext.padding() - 1,
        size = Plaintext::SIZE
    );
    let after = text::wrap(&padding, room);
    let height = usize::from(area.height);
    let all = json.len() + after.len();
    let first = screen.raw.first(all, height);
    for y in 0..height.min(all - first) {
        let (role, part) = match json.get(first + y) {
            Some(part) => (Role::Field, *part),
            None => (Role::Muted, after[first + y - json.len()].as_str()),
        };
        canvas.text(row(area, y), role, &format!(" {part}"));
    }
    more_below(canvas, area, all > first + height);
}

/// What the survey asks and how it protects.
fn about(canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let pairs = screen.said.sheet.iter();
    let all = rows(pairs.map(|l| (l.label.as_str(), l.value.as_str())), width);
    let height = usize::from(area.height);
    let first = screen.about.first(all.len(), height);
    for (y, line) in all.iter().skip(first).take(height).enumerate() {
        let pieces = [
            canvas.piece(Role::Muted, format!(" {}", line.label)),
            canvas.piece(Role::Text, line.value.as_str()),
        ];
        canvas.line(row(area, y), &pieces);
    }
    more_below(canvas, area, all.len() > first + height);
}

/// What was sent, newest first, and below it the survey and the file of the selected line.
fn history(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) {
    let lines = &screen.said.sent;
    if lines.is_empty() {
        let words = format!(" {}", tr!(view.i18n, "survey-screen-nothing-sent"));
        canvas.text(area, Role::Muted, &words);
        return;
    }
    let list = Rect {
        height: area.height.saturating_sub(2).max(1),
        ..area
    };
    let height = usize::from(list.height);
    let (first, selected) = (
        screen.history.first(lines.len(), height),
        screen.history.at(lines.len()),
    );
    let widest = lines.iter().map(|l| text::width(&l.what)).max().unwrap_or(0);
    for (y, line) in lines.iter().enumerate().skip(first).take(height) {
        let place = row(list, y - first);
        let pieces: [Piece; 4] = [
            canvas.piece(Role::Text, if y == selected { " > " } else { "   " }),
            canvas.piece(Role::Text, format!("{}  ", line.at)),
            canvas.piece(Role::Field, format!("{}  ", line.week)),
            canvas.piece(Role::Text, text::pad(&line.what, widest + 2, "")),
        ];
        let before: usize = pieces.iter().map(|piece| text::width(&piece.text)).sum();
        let room = usize::from(place.width).saturating_sub(before);
        let title = text::cut(&line.title, room, canvas.glyphs.more);
        let [mark, at, week, what] = pieces;
        canvas.line(place, &[mark, at, week, what, canvas.piece(Role::Muted, title)]);
        if y == selected {
            canvas.wash(place, Role::Selected);
        }
        canvas.stands_for(place, Target::Row(y));
    }
    if let Some(sent) = screen.selected_sent().filter(|_| area.height > 2) {
        let file = tr!(view.i18n, "survey-screen-file", file = sent.file.as_str());
        for (n, words) in [lines[selected].survey.as_str(), file.as_str()]
            .into_iter()
            .enumerate()
        {
            let words = text::cut(
                words,
                usize::from(area.width.saturating_sub(1)),
                canvas.glyphs.more,
            );
            canvas.text(row(area, height + n), Role::Muted, &format!(" {words}"));
        }
    }
}
