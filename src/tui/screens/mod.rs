//! The screens, and what lies over them.

pub(super) mod collecting;
mod day;
mod over;
mod settings;
mod small;
mod survey;
pub(super) mod timetable;
mod trend;
mod week;

use super::glyphs::Glyphs;
use super::paint::Canvas;
use super::view::View;
use super::widgets::message;
use crate::app::{App, Screen, Target};
use crate::i18n::I18n;
use crate::settings::Borders;
use crate::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

/// The smallest window that everything fits into: columns and rows.
pub const SMALLEST: (u16, u16) = (60, 18);

/// Whether a window is large enough for the screens; in a smaller one only that is said.
#[must_use]
pub(crate) const fn has_room(window: Rect) -> bool {
    window.width >= SMALLEST.0 && window.height >= SMALLEST.1
}

/// How the program is drawn: language, theme, borders.
pub struct Look {
    /// The language.
    pub i18n: Rc<I18n>,
    /// The theme.
    pub theme: Theme,
    /// How lines are drawn.
    pub borders: Borders,
}

/// Draws the state onto a buffer of any size; gives the cell of the cursor if there is one, and leaves in `drawn` what
/// was drawn where.
pub(crate) fn draw(
    app: &App,
    look: &Look,
    buffer: &mut Buffer,
    drawn: &mut Vec<(Rect, Target)>,
) -> Option<(u16, u16)> {
    if buffer.area.is_empty() {
        return None;
    }
    let view = View::new(app, &look.i18n);
    let mut canvas = Canvas {
        buffer,
        theme: &look.theme,
        glyphs: Glyphs::of(look.borders),
        cursor: None,
        drawn,
    };
    let area = canvas.area();
    canvas.wash(area, Role::Text);
    if has_room(area) {
        match app.screen() {
            Screen::Day => day::draw(&view, &mut canvas),
            Screen::Week(_) => week::draw(&view, &mut canvas),
            Screen::Trend(screen) => trend::draw(&view, &mut canvas, screen),
            Screen::Timetable(screen) => timetable::draw(&view, &mut canvas, screen),
            Screen::Survey(screen) => survey::draw(&view, &mut canvas, screen),
            Screen::Settings(settings) => settings::draw(&view, &mut canvas, settings),
        }
        if let Some(over) = app.over() {
            canvas.cursor = None;
            over::draw(&view, &mut canvas, over);
            message::draw_on_top(&view, &mut canvas);
        }
    } else {
        small::draw(&view, &mut canvas);
    }
    canvas.blank_hidden_cells();
    canvas.cursor
}
