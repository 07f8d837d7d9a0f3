//! The survey screen: who asks what until when, what should be known, and below that every field that would be sent, in
//! words or raw, or what was sent.

mod head;
mod panes;
pub(in crate::tui::screens) mod rows;

use crate::app::SurveyScreen;
use crate::theme::Role;
use crate::tr;
use crate::tui::paint::Canvas;
use crate::tui::screens::over::{below, row};
use crate::tui::screens::week::flow;
use crate::tui::text;
use crate::tui::view::View;
use crate::tui::widgets::{footer, message};
use ratatui::layout::{Constraint, Layout, Rect};

/// The rows that a message about what was just done may take, below the fields.
const MESSAGE: u16 = 2;

/// The rows that are left to the fields, whatever there is to say above them.
const LEAST: u16 = 7;

/// Draws the whole screen.
pub(crate) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>, screen: &SurveyScreen) {
    let rows = [Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)];
    let [top, middle, bottom] = Layout::vertical(rows).areas(canvas.area());
    head::draw(view, canvas, top, screen);
    let body = draw_about(view, canvas, middle, screen);
    panes::draw_tabs(view, canvas, row(body, 0), screen);
    let rows = message::rows(view, middle.width).min(MESSAGE).min(middle.height);
    let pane = below(body, 1);
    let pane = Rect {
        height: pane.height.saturating_sub(rows),
        ..pane
    };
    panes::draw(view, canvas, pane, screen);
    if rows > 0 {
        let last = Rect {
            y: middle.bottom() - rows,
            height: rows,
            ..middle
        };
        canvas.blank(last); // a message must not end in the middle of a line of numbers
        message::draw(view, canvas, last);
    }
    footer::draw(view, canvas, bottom);
}

/// Draws what is to be known of the survey and the week, as far as the fields leave room; gives what is left. What should
/// be known before anything is sent goes before everything else.
fn draw_about(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect, screen: &SurveyScreen) -> Rect {
    let room = usize::from(area.height.saturating_sub(LEAST));
    let width = usize::from(area.width.saturating_sub(4)).max(1);
    let warnings = screen.said.warnings.iter();
    let warnings = warnings.flat_map(|words| {
        let lines = text::wrap(words, width).into_iter().enumerate();
        lines.map(|(n, line)| format!(" {} {line}", if n == 0 { "!" } else { " " }))
    });
    let mut warnings: Vec<String> = warnings.collect();
    let facts = head::facts(view, canvas, screen);
    let mut facts = flow::lines(canvas, &facts, area.width);
    let notes = screen.said.notes.iter();
    let notes = notes.flat_map(|words| text::wrap(words, width));
    let mut notes: Vec<String> = notes.map(|line| format!(" {line}")).collect();
    warnings.truncate(room.saturating_sub(facts.len().min(2)));
    notes.truncate(room.saturating_sub(facts.len().min(2) + warnings.len()));
    facts.truncate(room - warnings.len() - notes.len());
    flow::draw(canvas, area, &facts);
    let after = below(area, facts.len());
    let said = warnings.iter().map(|words| (Role::Warning, words));
    let said = said.chain(notes.iter().map(|words| (Role::Text, words)));
    for (n, (role, words)) in said.enumerate() {
        canvas.text(row(after, n), role, words);
    }
    below(after, warnings.len() + notes.len())
}

/// What a survey is and how one is joined, where none is.
fn how_to_join(view: &View<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let key = view.key_anywhere(crate::keymap::Action::JoinSurvey);
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let words = [
        tr!(view.i18n, "survey-screen-what"),
        tr!(view.i18n, "survey-screen-how", key = key),
    ];
    let lines = words.iter().flat_map(|words| text::wrap(words, width));
    for (n, line) in lines.enumerate() {
        canvas.text(row(area, n), Role::Text, &format!(" {line}"));
    }
}
